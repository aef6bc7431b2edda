"""What a person, or whoever helps them, has to know of this installation: what is there, which settings count, what is trusted."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple

import factcheck
from factcheck.extras import DISTRIBUTION, EXTRAS, STRANGER, is_there, lacking
from factcheck.files import cache_folder, state_folder
from factcheck.git import run_git
from factcheck.model import FactcheckError
from factcheck.settings import (
    counting_files,
    house_list,
    key_changes,
    name_and_origin,
    own_file,
    policy,
    read_settings,
    reports,
    trusted_files,
    wishes,
)
from factcheck.starting import find_program

_VARIABLES = "FACTCHECK_"
_GIT_SECONDS = 2.0


class Finding(NamedTuple):
    """One thing that was found out, and whether something has to be done about it."""

    topic: str
    what: str
    fault: bool = False


def examine(folder: Path) -> Iterator[Finding]:
    """Everything that there is to know for work in a folder, by topic. Nothing is changed, fetched or run but git's `--version`."""
    problems: set[str] = set()  # one file's fault stands in the way of each part of it
    for topic, parts in _TOPICS.items():
        for part in parts:
            try:
                yield from (Finding(topic, *said) for said in part(folder))
            except FactcheckError as problem:
                if str(problem) not in problems:
                    yield Finding(topic, str(problem), fault=True)
                problems.add(str(problem))


_Said = Iterator[tuple[str] | tuple[str, bool]]
"""Sentences, each with whether something has to be done about it."""


def _program(_: Path) -> _Said:
    yield (f"factcheck {factcheck.__version__} ({DISTRIBUTION}) in {Path(factcheck.__file__).parent}",)
    yield (f"Python {platform.python_version()} in {sys.executable}, on {platform.system()} {platform.release()}",)


def _strangers(_: Path) -> _Said:
    """What somebody else's program of the same name would be taken for, or would be found in our place."""
    with suppress(PackageNotFoundError):
        yield f"{STRANGER} {version(STRANGER)} is installed, too, which is somebody else's: {_HIDDEN}; pip uninstall {STRANGER}", True
    first, scripts = find_program("factcheck"), Path(sysconfig.get_path("scripts"))
    if first is not None and Path(first).resolve().parent != scripts.resolve():
        yield f"the command factcheck that is found first is {first}, of another installation; put {scripts} before it in PATH", True


_HIDDEN = "`import factcheck` gives this program, so theirs cannot be used here"


def _language(_: Path) -> _Said:
    from factcheck.splitting.parser.model_files import found_folder

    model, unknown = found_folder()
    yield (f"spaCy {version('spacy')} with {model}",)
    yield (unknown, True) if unknown else ("its files are those that Factcheck was measured with",)


def _extras(_: Path) -> _Said:
    for name in EXTRAS:
        yield (f"{name}: installed" if is_there(name) else f"{name}: not installed. {lacking(name)}",)


def _git(folder: Path) -> _Said:
    try:
        yield (run_git(folder, "--version", seconds=_GIT_SECONDS).stdout.decode("utf-8", "replace").strip(),)
    except (OSError, subprocess.SubprocessError):
        yield ("git is not installed: only factcheck diff and merge --install need it",)


def _files(folder: Path) -> _Said:
    files = counting_files(folder)
    for path in files:
        yield (f"{path}: {', '.join(read_settings(path)) or 'nothing'}",)
    if not files:
        yield (f"no factcheck.toml here or above, and none in {own_file().parent}",)


def _reviewer(folder: Path) -> _Said:
    name, origin = name_and_origin(None, folder)
    yield (f"decisions are made as {name} (from {origin})",)


def _variables(_: Path) -> _Said:
    if names := sorted(name for name in os.environ if name.startswith(_VARIABLES)):
        yield (f"set in the environment: {', '.join(names)}",)


def _fits(read: Callable[[Path], Any]) -> Callable[[Path], _Said]:
    """A part that says nothing, unless what the settings hold does not fit."""

    def part(folder: Path) -> _Said:
        read(folder)
        yield from ()

    return part


def _folders(_: Path) -> _Said:
    yield (f"your own settings: {own_file().parent}",)
    yield (f"what you last saw, and what you trust: {state_folder()}",)
    yield (f"indexes, which can be deleted: {cache_folder()}",)


def _trust(folder: Path) -> _Said:
    for path in counting_files(folder):
        asked = wishes(path)
        may = path == own_file() or asked.trusted
        for would in asked.would:
            yield (f"{path} may {would}" if may else f"{path} may not {would}, until you say so: factcheck trust {path.parent}",)
    yield (f"files trusted on this machine: {', '.join(map(str, trusted_files())) or 'none'}",)


_TOPICS: dict[str, tuple[Callable[[Path], _Said], ...]] = {
    "program": (_program, _strangers, _git),
    "language": (_language,),
    "extras": (_extras,),
    "settings": (_files, *map(_fits, (house_list, policy, key_changes, reports)), _reviewer, _variables),
    "folders": (_folders,),
    "trust": (_trust,),
}
