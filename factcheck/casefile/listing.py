"""The cases of a folder with their progress, for a list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from factcheck.casefile import disk
from factcheck.casefile.loading import parse
from factcheck.model import CaseSummary, FactcheckError


def summaries(folder: Path) -> Iterator[CaseSummary]:
    """Every `.toml` file of a folder in the order of its name; one that cannot be read says why in `error`.

    A folder that is not there has no cases. Raises FactcheckError for one that cannot be listed.
    """
    try:
        paths = sorted(path for path in Path(folder).iterdir() if path.suffix.lower() == ".toml" and not path.name.startswith("."))
    except FileNotFoundError:
        return
    except OSError as error:
        raise FactcheckError(f"{disk.shown(folder)} cannot be listed ({error.strerror}); check the folder.") from error
    for path in paths:
        summary = _summary(path)
        if summary is not None:
            yield summary


def _summary(path: Path) -> CaseSummary | None:
    """None for a file that vanished meanwhile."""
    try:
        found = disk.read(path)
        if found is None:
            return None
        case = parse(found.data, path).case
    except FactcheckError as error:
        return CaseSummary(path=path, error=str(error))
    return CaseSummary(
        path=path, headline=case.article.headline, progress=case.progress(), changed=datetime.fromtimestamp(found.changed, UTC)
    )
