"""Trust in a folder's settings: what they would send or run counts once the owner of this machine has said so.

Somebody else may have made the folder. So each setting in GUARDED waits for a yes, which holds for that file in that place and for just
what it says (and what its templates say): with another address, key or template it is asked for again. Editors and direnv do it so.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from factcheck.files import state_folder, write_whole
from factcheck.model import FactcheckError, one_line
from factcheck.settings.files import read_settings
from factcheck.settings.known import OPENED
from factcheck.settings.templates import read_templates

_NAME_IN_ADDRESS = re.compile(r"(?<=//)[^/@]*@")
"""A name and a password: takes `ada:x@` in `postgresql://ada:x@archive.example`, nothing in `https://archive.example/@ada`."""


@dataclass(frozen=True)
class Guarded:
    """A setting that sends something out or decides what a report says; `does` puts what it would do in words, behind "it would"."""

    table: str
    key: str
    does: Callable[[Mapping[str, Any]], str]


def _model(table: Mapping[str, Any]) -> str:
    key = f" and the key in ${_shown(table['key_from'])}" if "key_from" in table else ""
    return f"send the words of articles{key} to the language model at {_shown(table['url'])}"


def _opener(kind: str, table: Mapping[str, Any]) -> str:
    return f"start {one_line(str(table[kind]), 2_000)} to open a source that is {'an' if kind == 'audio' else 'a'} {kind} file"


GUARDED = (
    Guarded("model", "url", _model),
    Guarded("evidence", "archive", lambda table: f"send the addresses of sources to the archive at {_shown(table['archive'])}"),
    Guarded("search", "index", lambda table: f"send claims with their verdicts and evidence to the index at {_shown(table['index'])}"),
    *(Guarded("open", kind, partial(_opener, kind)) for kind in OPENED),
    Guarded("reports", "templates", lambda table: f"use the report templates in {_shown(table['templates'])}"),
)


@dataclass(frozen=True)
class Wishes:
    """What a factcheck.toml would send or run, in words, and the text of its templates. `digest` stands for just that, in that place."""

    path: Path
    would: tuple[str, ...]
    digest: str
    templates: Mapping[str, str] = field(default_factory=dict)

    @property
    def trusted(self) -> bool:
        """Whether somebody has said yes to it."""
        return (_ledger() / self.digest).is_file()


def wishes(path: Path, settings: Mapping[str, Any] | None = None) -> Wishes:
    """What a factcheck.toml, or what was read from it, would send or run. Raises FactcheckError when it or a template cannot be read."""
    settings = read_settings(path) if settings is None else settings
    tables = {row.table: table for row in GUARDED if isinstance(table := settings.get(row.table), dict) and row.key in table}
    templates = read_templates(templates_folder(path, tables["reports"]["templates"])) if "reports" in tables else {}
    said = json.dumps([os.path.realpath(path), tables, sorted(templates.items())], sort_keys=True, default=str)
    digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
    return Wishes(path, tuple(row.does(tables[row.table]) for row in GUARDED if row.key in tables.get(row.table, {})), digest, templates)


def templates_folder(path: Path, name: object) -> Path:
    """The folder of templates that a factcheck.toml names, seen from the file and inside its folder. Raises FactcheckError for another."""
    around = path.parent.resolve()
    folder = (around / name).resolve() if isinstance(name, str) and "\0" not in name else None
    if folder is None or not folder.is_relative_to(around) or not folder.is_dir():
        raise FactcheckError(
            f"{path}: reports.templates names {_shown(name)}, which is no folder beside the file; make it there, or take the key out."
        )
    return folder


def approve(asked: Wishes) -> None:
    """Say yes to just these wishes, until `forget`. Raises FactcheckError when that cannot be kept."""
    try:
        write_whole(_ledger() / asked.digest, os.fsencode(os.path.realpath(asked.path)))
    except OSError as error:
        raise FactcheckError(
            f"{_shown(_ledger())} cannot be written ({error.strerror or error}); make room on the disk and try again."
        ) from error


def forget(path: Path) -> bool:
    """Take back every yes to a file, whatever it said then; False where there was none."""
    named = os.fsencode(os.path.realpath(path))
    entries = [entry for entry in _entries() if entry.read_bytes() == named]
    for entry in entries:
        entry.unlink(missing_ok=True)
    return bool(entries)


def trusted_files() -> list[Path]:
    """Every file to which somebody has said yes."""
    return sorted({Path(os.fsdecode(entry.read_bytes())) for entry in _entries()})


def refuse_untrusted(path: Path, settings: Mapping[str, Any]) -> None:
    """Raise FactcheckError, with what to do, for a folder's file that would send or run something and that nobody has said yes to."""
    asked = wishes(path, settings)
    if asked.would and not asked.trusted:
        raise FactcheckError(untrusted(asked))


def untrusted(asked: Wishes) -> str:
    """What to tell a person of wishes that nobody has said yes to, in one sentence."""
    would = "; and ".join(asked.would)
    return f"{_shown(asked.path)} would {would}; if you trust it to, say so once: factcheck trust {_shown(asked.path.parent)}"


def _ledger() -> Path:
    """Where each yes is a file of its own, named by the digest, with the path in it: two programs never write into one."""
    return state_folder() / "trusted"


def _entries() -> list[Path]:
    folder = _ledger()
    return sorted(entry for entry in folder.iterdir() if len(entry.name) == 64) if folder.is_dir() else []


def _shown(value: object) -> str:
    return one_line(_NAME_IN_ADDRESS.sub("", str(value)), 200)
