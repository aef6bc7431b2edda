"""How a file is written that is whole or not there, and where this machine keeps its own. Case files have stricter ways of their own."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from platformdirs import user_state_path


def state_folder() -> Path:
    """Where this machine keeps what is no part of any case: places, lists, trust. FACTCHECK_STATE names another folder."""
    named = os.environ.get("FACTCHECK_STATE")
    return Path(named) if named else user_state_path("factcheck", appauthor=False)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place, wait until it is on the disk, and move it there; an old one stays until then. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".factcheck-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
