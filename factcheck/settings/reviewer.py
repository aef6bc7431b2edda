"""The name that goes under every decision."""

from __future__ import annotations

import getpass
import os
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

from factcheck.git import run_git
from factcheck.model import FactcheckError
from factcheck.settings.files import said

VARIABLE = "FACTCHECK_REVIEWER"
LONGEST_NAME = 100
_GIT_SECONDS = 2.0


def reviewer_name(flag: str | None, folder: Path) -> str:
    """The name that goes under every decision made in `folder`.

    It is `flag` (`--reviewer`), else FACTCHECK_REVIEWER, else `reviewer` in the nearest factcheck.toml, else git's user.name, else the
    login name. Control characters are left out; a name of which nothing is left counts as none.
    Raises FactcheckError for a factcheck.toml that cannot be read.
    """
    sources: tuple[Callable[[], str | None], ...] = (
        lambda: flag,
        lambda: os.environ.get(VARIABLE),
        lambda: _from_file(folder),
        lambda: _from_git(folder),
        _from_login,
    )
    return next((name for source in sources if (name := _clean(source()))), "reviewer")


def _clean(name: str | None) -> str:
    """The name on one line, without what a terminal would obey or hide (controls, format marks, surrogates)."""
    spaced = " ".join((name or "")[: 10 * LONGEST_NAME].split())
    shown = "".join(c for c in spaced if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    return shown.strip()[:LONGEST_NAME].rstrip()


def _from_file(folder: Path) -> str | None:
    path, name, _ = said(folder, "reviewer")
    if name is not None and not isinstance(name, str):
        raise FactcheckError(f'{path}: reviewer must be a name in quotation marks, as in reviewer = "Ada"; put one there.')
    return name


def _from_git(folder: Path) -> str | None:
    """git's user.name, where there is a git that answers at once."""
    try:
        done = run_git(folder, "config", "--get", "user.name", seconds=_GIT_SECONDS)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def _from_login() -> str | None:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return None
