"""Where a reviewer left each case, kept on this machine so that it opens there again. Losing it loses nothing else."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from factcheck.files import state_folder, write_whole
from factcheck.model import Aspect

MOST = 300
"""Places kept; the ones longest not visited go first."""


@dataclass(frozen=True)
class Place:
    """The chosen claim, the half of it that was judged, and the filter."""

    claim: str | None = None
    aspect: Aspect | None = None
    filter: str | None = None


def remember(case: Path, place: Place) -> None:
    """Keep the place of a case. Fails quietly: a place is a convenience."""
    with suppress(OSError, ValueError):
        places = _places()
        places.pop(_key(case), None)
        places[_key(case)] = asdict(place)
        write_whole(_file(), json.dumps(dict(list(places.items())[-MOST:]), indent=1).encode())


def recall(case: Path) -> Place:
    """Where a case was left; the beginning when that is not known."""
    with suppress(OSError, ValueError, KeyError, AttributeError):
        kept = _places()[_key(case)]
        aspect = kept.get("aspect")
        return Place(_text(kept.get("claim")), Aspect(aspect) if aspect else None, _text(kept.get("filter")))
    return Place()


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _key(case: Path) -> str:
    return str(case.resolve())


def _file() -> Path:
    return state_folder() / "places.json"


def _places() -> dict[str, Any]:
    try:
        kept = json.loads(_file().read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}
