"""How far a served workbench reads: whoever has its address gets no further than the folders that its owner started it for."""

from __future__ import annotations

import os
from pathlib import Path

from factcheck.model import FactcheckError, one_line

WITHIN = "FACTCHECK_WITHIN"
"""The variable that names these folders and files, as PATH does; where it is not set, nothing is out of bounds."""


def bounds() -> tuple[Path, ...] | None:
    """These folders and files; None where nothing is out of bounds, since nobody is served."""
    named = os.environ.get(WITHIN)
    return None if named is None else tuple(map(Path, named.split(os.pathsep)))


def refuse_outside(source: str | Path) -> None:
    """Raise FactcheckError for a file outside of the bounds, wherever its links lead, and there for standard input and the clipboard."""
    within = bounds()
    if within is None:
        return
    if source in ("-", "clipboard:"):
        raise FactcheckError("In a browser neither standard input nor the clipboard of the serving machine is read; paste the article.")
    place = Path(source).resolve()
    if not any(place.is_relative_to(bound) for bound in within):
        raise FactcheckError(f"{one_line(str(source), 200)} lies outside of what is served here; name a file in the folder that is.")
