"""The name that goes under every decision."""

from __future__ import annotations

import getpass
import json
import os
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

from factcheck.files import write_whole
from factcheck.git import run_git
from factcheck.model import FactcheckError
from factcheck.settings.files import FILE, own_file, read_settings, said

VARIABLE = "FACTCHECK_REVIEWER"
LONGEST_NAME = 100
_GIT_SECONDS = 2.0

_MACHINES = frozenset(
    {
        "admin", "administrator", "azureuser", "build", "centos", "ci", "circleci", "codespace", "debian", "default", "docker", "ec2-user",
        "fedora", "git", "gitlab-runner", "guest", "jenkins", "localhost", "nobody", "node", "opc", "pi", "root", "runner", "test",
        "travis", "ubuntu", "user", "vagrant", "vscode", "your name",
    }
)  # fmt: skip
"""Accounts that images of systems, clouds and build services come with, and what guides to git have one type. Nobody is called so."""


def reviewer_name(flag: str | None, folder: Path) -> str:
    """The name that goes under every decision made in `folder`.

    It is `flag` (`--reviewer`), else FACTCHECK_REVIEWER, else `reviewer` in the nearest factcheck.toml, else git's user.name, else the
    login name. Control characters are left out; a name of which nothing is left counts as none.
    Raises FactcheckError for a factcheck.toml that cannot be read.
    """
    return name_and_origin(flag, folder)[0]


def name_and_origin(flag: str | None, folder: Path) -> tuple[str, str]:
    """The name that goes under every decision made in `folder`, and where it is from. Raises FactcheckError as `reviewer_name` does."""
    sources: dict[str, Callable[[], str | None]] = {
        "--reviewer": lambda: flag,
        VARIABLE: lambda: os.environ.get(VARIABLE),
        FILE: lambda: _from_file(folder),
        "git's user.name": lambda: _from_git(folder),
        "the login name": _from_login,
    }
    found = ((name, origin) for origin, source in sources.items() if (name := _clean(source())))
    return next(found, ("reviewer", "nowhere"))


def is_name_known(flag: str | None, folder: Path) -> bool:
    """Whether the reviewer's name was given, or git has one that a person could have. Raises FactcheckError as `reviewer_name` does."""
    return bool(_told(flag, folder)) or not looks_like_a_machine(_clean(_from_git(folder)))


def looks_like_a_machine(name: str) -> bool:
    """Whether a name is none that a person goes by: takes `root`, `ada@build-7`, `news[bot]` and nothing at all; refuses `Ada`."""
    known = name.casefold()
    return known in _MACHINES or "@" in known or known.endswith("[bot]") or not any(letter.isalpha() for letter in known)


def keep_reviewer_name(name: str) -> Path:
    """Put `reviewer` into the person's own settings, before all else in them; the file.

    Raises FactcheckError when the file says otherwise, cannot be read or cannot be written.
    """
    path = own_file()
    there = path.is_file()
    if there and "reviewer" in read_settings(path):
        raise FactcheckError(f"{path} has a reviewer already; change it there.")
    try:
        rest = path.read_bytes().removeprefix(b"\xef\xbb\xbf") if there else b""
        line = f"reviewer = {json.dumps(_clean(name), ensure_ascii=False)}\n"  # which TOML reads alike
        write_whole(path, line.encode() + rest)
    except OSError as error:
        raise FactcheckError(f"{path} cannot be written ({error.strerror or error}), so the name is not kept; give --reviewer.") from error
    return path


def _told(flag: str | None, folder: Path) -> str:
    """The name that somebody told Factcheck; empty where nobody did."""
    return _first(lambda: flag, lambda: os.environ.get(VARIABLE), lambda: _from_file(folder))


def _first(*sources: Callable[[], str | None]) -> str:
    return next((name for source in sources if (name := _clean(source()))), "")


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
