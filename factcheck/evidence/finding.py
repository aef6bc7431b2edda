"""Which file a source's name means, and whether it may be taken: the name stands in a case, which a stranger may have sent.

So a file counts only where it really lies, links followed, below the folder around the case's, the working folder, or one that the
person named. None of these counts when it is as wide as a home folder, and nothing hidden does.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from factcheck.model.media import media_of
from factcheck.model.naming import name_kept

_LONGEST = 1_000
OUTSIDE = (
    "outside: it is not in the case's folder or the working folder, or is hidden there; "
    "put it beside the case, or name its folder with --files"
)
NOT_THERE = (
    "not there: no such file with the case or in the working folder; put it there, correct the name, or name its folder with --files"
)


class NotTakenError(Exception):
    """Why a file is not taken, as a source's status says it."""


@dataclass(frozen=True)
class Places:
    """Where files may be: `bases` are the folders from which a name is read, and `roots` those below which a file must lie.

    Where there are `bounds`, it must lie below one of these as well.
    """

    bases: tuple[Path, ...]
    roots: tuple[Path, ...]
    bounds: tuple[Path, ...] | None = None

    @classmethod
    def around(cls, case: Path, article: str | None, also: Iterable[Path] = (), bounds: tuple[Path, ...] | None = None) -> Places:
        """The places of a case in a file, whose article was read from `article`; the folders `also` were named by the person.

        The folder of the article is only where one looks: a stranger's case says what it is.
        """
        here, work, named = case.absolute().parent, Path.cwd(), tuple(also)
        beside = [Path(name_kept(article)).parent] if article and "://" not in article and "\0" not in article else []
        bases = (here, *(work / folder for folder in beside), work, *named)
        roots = (root for root in map(_real, (here, here.parent, work)) if root is not None and not _wide(root))
        return cls(bases, (*roots, *filter(None, map(_real, named))), bounds)

    def find(self, name: str) -> Path | None:
        """The file that a name means; None when it names none, as "a call on Monday" does. Raises NotTakenError."""
        name = name_kept(name)
        if len(name) > _LONGEST or "\0" in name or "://" in name:
            return None
        for named in dict.fromkeys((name, name.replace("\\", "/"))):
            for base in self.bases:
                if (found := _real(base / named)) is not None and found.is_file() and self._counts(found):
                    return found
        path = Path(name.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or self._leads_out(path):
            raise NotTakenError(OUTSIDE)  # whether or not there is such a file, which is nobody's business
        if media_of(name) is not None:
            raise NotTakenError(NOT_THERE)
        return None

    def _leads_out(self, path: Path) -> bool:
        """Whether a link leads a name that is read from a folder that counts to a place that does not."""
        return any(self._counts(base) and not self._counts(_led(base / path)) for base in filter(None, map(_real, self.bases)))

    def _counts(self, path: Path) -> bool:
        if self.bounds is not None and not any(path.is_relative_to(bound) for bound in self.bounds):
            return False
        return any(path.is_relative_to(root) and not _hidden(path.relative_to(root)) for root in self.roots)


def _real(path: Path) -> Path | None:
    """Where a path leads, links followed; None where there is nothing."""
    with suppress(OSError, RuntimeError, ValueError):
        return path.resolve(strict=True)
    return None


def _led(path: Path) -> Path:
    """Where a path leads, or would lead."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):  # a loop of links
        return Path("/")


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _wide(root: Path) -> bool:
    """Whether a folder holds a person's whole home, or is it."""
    home = os.path.realpath(os.path.expanduser("~"))  # noqa: PTH111 - unlike Path.home, it never fails
    return Path(home).is_relative_to(root)
