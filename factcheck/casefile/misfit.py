"""What does not fit in a case file, told with its place."""

from __future__ import annotations

from factcheck.casefile.toml import Path


class MisfitError(Exception):
    """A value that does not fit its key: `path` says which one, the message what is wrong and what to do."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(message)
        self.path = path

    def inside(self, *path: str | int) -> MisfitError:
        """The same, seen from the table around."""
        return MisfitError((*path, *self.path), str(self))
