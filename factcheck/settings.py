"""What a person or a newsroom has set, and where: the name under every decision, and the house list of the checks."""

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

from pydantic import ValidationError

from factcheck.model import FactcheckError, House, one_line

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
    path, found = _nearest(folder)
    name = found.get("reviewer")
    if name is not None and not isinstance(name, str):
        raise FactcheckError(f'{path}: reviewer must be a name in quotation marks, as in reviewer = "Ada"; put one there.')
    return name


def house_list(folder: Path) -> House:
    """What the nearest factcheck.toml says about the checks: `[checks]` with `off` and `severity`, `[house]` with `names` and `prefer`.

    Raises FactcheckError, naming the key, for what cannot be read or does not fit.
    """
    path, found = _nearest(folder)
    checks, house = _table(path, found, "checks", {"off", "severity"}), _table(path, found, "house", {"names", "prefer"})
    try:
        return House.model_validate({**checks, **house})
    except ValidationError as error:
        first, *rest = map(str, error.errors(include_url=False)[0]["loc"])
        key = ".".join(("checks" if first in checks else "house", first, *rest))
        raise FactcheckError(f"{path}: {one_line(key, 60)} does not fit; write it as in {_AS_IN[first]}.") from None


_AS_IN = {
    "off": 'off = ["punctuation"]',
    "severity": 'severity = { variant = "look" } (error, warning or look)',
    "names": 'names = ["Siobhan Rodick"]',
    "prefer": 'prefer = { Kiev = "Kyiv" }',
}


def _table(path: Path | None, found: dict[str, Any], name: str, keys: set[str]) -> dict[str, Any]:
    table = found.get(name, {})
    if not isinstance(table, dict):
        raise FactcheckError(f"{path}: {name} must be a table, under a [{name}] line of its own.")
    if strange := sorted(table.keys() - keys):
        raise FactcheckError(f"{path}: [{name}] has no key {one_line(strange[0], 40)}; it knows {' and '.join(sorted(keys))}.")
    return table


def _nearest(folder: Path) -> tuple[Path | None, dict[str, Any]]:
    """The factcheck.toml that counts in a folder, and what it says; nothing where there is none."""
    path = next((p for p in _upwards(folder) if p.is_file()), None)
    return path, read_settings(path) if path else {}


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
