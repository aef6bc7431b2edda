"""How a person likes the workbench, kept on this machine for its next run. Losing it loses nothing else."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from factcheck.files import state_folder, write_whole


@dataclass(frozen=True)
class Preferences:
    """What is kept: whether the first lines of help were shown, the theme, the article's share of a wide screen in per cent, and by which
    column the cases are sorted."""

    welcomed: bool = False
    theme: str = ""
    article: int = 55
    sort: str = ""


def preferences() -> Preferences:
    """What was kept; the beginning for what was not, or is of another type."""
    try:
        kept = json.loads(_file().read_text("utf-8"))
    except (OSError, ValueError):
        return Preferences()
    known = {field.name: type(getattr(Preferences(), field.name)) for field in fields(Preferences)}
    return Preferences(**{name: value for name, value in kept.items() if type(value) is known.get(name)} if isinstance(kept, dict) else {})


def prefer(**changes: Any) -> None:
    """Keep something else from now on. Fails quietly: a preference is a convenience."""
    with suppress(OSError):
        write_whole(_file(), json.dumps(asdict(replace(preferences(), **changes)), indent=1).encode())


def _file() -> Path:
    return state_folder() / "workbench.json"
