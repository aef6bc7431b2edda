"""What a person has set, and where: the name that goes under every decision."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from factcheck.model import FactcheckError

FILE = "factcheck.toml"
"""Looked for in the folder and then in each one above it; the nearest counts."""

VARIABLE = "FACTCHECK_REVIEWER"
LONGEST_NAME = 100
_MOST_BYTES = 1 << 20
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
    path = next((p for p in _upwards(folder) if p.is_file()), None)
    if path is None:
        return None
    name = read_settings(path).get("reviewer")
    if name is not None and not isinstance(name, str):
        raise FactcheckError(f'{path}: reviewer must be a name in quotation marks, as in reviewer = "Ada"; put one there.')
    return name


def _upwards(folder: Path) -> Iterator[Path]:
    here = Path(os.path.abspath(folder))  # noqa: PTH100 - unlike resolve, it never fails on a loop of links
    return (above / FILE for above in (here, *here.parents))


def read_settings(path: Path) -> dict[str, Any]:
    """What a factcheck.toml says. Raises FactcheckError, with the line, for one that is not TOML."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise FactcheckError(f"{path} is larger than a megabyte, which no settings file is; move it away.")
        return tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise FactcheckError(f"{path} cannot be read ({error.strerror or error}); mend it or move it away.") from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FactcheckError(f"{path}, line {line}: this is not UTF-8 text; save the file as UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise FactcheckError(f"{path} is not valid TOML: {error}; put it right there.") from error


def _from_git(folder: Path) -> str | None:
    """git's user.name, where there is a git that answers at once."""
    git = shutil.which("git")
    if git is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - the arguments are fixed
            [git, "config", "--get", "user.name"],
            cwd=folder if folder.is_dir() else None,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_GIT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def _from_login() -> str | None:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return None
