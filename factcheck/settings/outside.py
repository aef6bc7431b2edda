"""Settings that reach out of a case: where a language model, an archive and a shared index are, what opens files, how reports are made.

A folder's file says these things only once it is trusted (`factcheck.settings.trust`); a person's own file always does.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.model import FactcheckError, one_line
from factcheck.settings.files import FILE, Table, is_own, own_file, read_settings, table
from factcheck.settings.known import ARCHIVE, as_in
from factcheck.settings.templates import read_templates
from factcheck.settings.trust import refuse_untrusted, untrusted, wishes

CHECKS_KEY = "FACTCHECK_FACT_CHECK_TOOLS_KEY"
"""The environment variable that holds a person's key for Google's Fact Check Tools."""

_FILLED = ("{file}", "{page}", "{seconds}")
_BLANK = re.compile(r"\{[a-z]{1,20}\}")
"""What somebody means to be filled in: takes "{page}", "{second}"; refuses "{}", "{1}"."""
_WEB = ("http://", "https://")
_KEY = re.compile(r"[A-Za-z0-9._~+/=-]{8,300}")
"""A key as it can be sent in a header: takes "AIzaSyA-1_b"; refuses "my key", "“AIza”"."""


def _approved(found: Table) -> None:
    """Raise FactcheckError for what a folder's file says and nobody has said yes to."""
    if found.path is not None and not is_own(found.path):
        refuse_untrusted(found.path, found.settings)


def shared_index(folder: Path) -> str | None:
    """`index` under `[search]`: the address of the PostgreSQL database in which many share an index of claims.

    Raises FactcheckError, naming the key, for what does not fit, and in a file that is not trusted.
    """
    found = table(folder, "search")
    address = found.values.get("index")
    if address is not None and not (isinstance(address, str) and address.startswith(("postgresql://", "postgres://"))):
        raise FactcheckError(f"{found.path}: search.index does not fit; write it as in {as_in('search', 'index')}.")
    _approved(found)
    return address


def archive_service(folder: Path) -> str:
    """The address of the public archive's service that saves a page, to which the page's address is added.

    It is `archive` under `[evidence]` in factcheck.toml, else the Internet Archive's. Raises FactcheckError for what is no address, and in
    a file that is not trusted.
    """
    found = table(folder, "evidence")
    address = found.values.get("archive", ARCHIVE)
    if not isinstance(address, str) or not address.startswith(_WEB):
        raise FactcheckError(f"{found.path}: evidence.archive does not fit; write it as in {as_in('evidence', 'archive')}.")
    _approved(found)
    return address


def openers(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """`[open]`: the program and its arguments with which a kept file is opened, by what it holds (`pdf`, `audio`, `video` and so on).

    `{file}`, `{page}` and `{seconds}` in them stand for the copy and the place in it. Raises FactcheckError, naming the key, for what
    does not fit, and in a file that is not trusted.
    """
    found = table(folder, "open")
    commands = {}
    for key, value in found.values.items():
        try:
            words = tuple(shlex.split(value)) if isinstance(value, str) else ()
        except ValueError:
            words = ()
        if not words or not any("{file}" in word for word in words[1:]):
            raise FactcheckError(f"{found.path}: open.{key} does not fit; write it as in {as_in('open', key)}.")
        if unknown := next((blank for word in words for blank in _BLANK.findall(word) if blank not in _FILLED), None):
            raise FactcheckError(f"{found.path}: open.{key} has {unknown}, which is not known; write {', '.join(_FILLED)}.")
        commands[key] = words
    _approved(found)
    return commands


@dataclass(frozen=True)
class Reports:
    """What factcheck.toml says about reports: a newsroom's own templates by their names, and who publishes a check and where.

    `notice` tells of templates that do not count since nobody has said yes to them.
    """

    templates: Mapping[str, str] = field(default_factory=dict)
    name: str | None = None
    url: str | None = None
    notice: str = ""


def reports(folder: Path) -> Reports:
    """`[reports]` with `templates`, a folder seen from the file, and `[publisher]` with `name` and `url`.

    Raises FactcheckError, naming the key, for what cannot be read or does not fit.
    """
    found, publisher = table(folder, "reports"), table(folder, "publisher")
    for name, of in (("reports", found), ("publisher", publisher)):
        for key, value in of.values.items():
            if not isinstance(value, str) or (key == "url" and not value.startswith(_WEB)):
                raise FactcheckError(f"{of.path}: {name}.{key} does not fit; write it as in {as_in(name, key)}.")
    templates, notice = _templates(found)
    return Reports(templates, publisher.values.get("name"), publisher.values.get("url"), notice)


def _templates(found: Table) -> tuple[Mapping[str, str], str]:
    """The templates that count, else what to tell of those that do not."""
    if found.path is None or "templates" not in found.values:
        return {}, ""
    if is_own(found.path):
        folder = found.path.parent / found.values["templates"]
        if not folder.is_dir():
            raise FactcheckError(f"{found.path}: reports.templates names {folder}, which is no folder; make it, or take the key out.")
        return read_templates(folder), ""
    asked = wishes(found.path, found.settings)
    return (asked.templates, "") if asked.trusted else ({}, f"{untrusted(asked)}; the reports are by our own templates.")


@dataclass(frozen=True)
class LanguageModel:
    """The language model that a person has set up: the address of its endpoint, its name, its key, and what a million tokens cost."""

    url: str
    name: str
    key: str | None = None
    prices: tuple[float, float] | None = None


def language_model(folder: Path) -> LanguageModel:
    """`[model]` with `url` and `name`, and maybe `key_from`, the environment variable that holds the key, and `prices`.

    Raises FactcheckError, naming the key, where none is set up, for what does not fit, and in a file that is not trusted.
    """
    found = table(folder, "model")
    path, values = found.path, found.values
    for key in ("url", "name"):
        value = values.get(key)
        if not isinstance(value, str) or not value or (key == "url" and not value.startswith(_WEB)):
            where = path or folder / FILE
            raise FactcheckError(f"{where}: model.{key} is missing or does not fit; under [model], write it as in {as_in('model', key)}.")
    prices = values.get("prices")
    if prices is not None and not (isinstance(prices, list) and len(prices) == 2 and all(isinstance(p, int | float) for p in prices)):
        raise FactcheckError(f"{path}: model.prices does not fit; write it as in {as_in('model', 'prices')}.")
    held = values.get("key_from")
    if held is not None and not (isinstance(held, str) and os.environ.get(held)):
        raise FactcheckError(f"{path}: model.key_from must name an environment variable that holds the key; set {one_line(str(held), 40)}.")
    _approved(found)
    return LanguageModel(values["url"], values["name"], os.environ.get(held) if held else None, tuple(prices) if prices else None)


def checks_key() -> str:
    """The person's key for Google's Fact Check Tools: $FACTCHECK_FACT_CHECK_TOOLS_KEY, else `key` under `[published]` in their own file.

    What a folder's file says of it never counts: whose key that is, nobody knows. Raises FactcheckError, which never has the key in it,
    where there is none, and for what cannot be one.
    """
    own = own_file()
    key, where = os.environ.get(CHECKS_KEY, "").strip(), f"${CHECKS_KEY}"
    if not key and own.is_file():
        found = read_settings(own).get("published")
        key, where = found.get("key", "") if isinstance(found, dict) else "", f"{own}: published.key"
    if not key:
        raise FactcheckError(
            f'Put a key of your own into {CHECKS_KEY}, or under [published] in {own} as key = "…"; '
            "console.cloud.google.com/apis/library/factchecktools.googleapis.com makes one."
        )
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        raise FactcheckError(f"{where} holds nothing that can be a key; copy it once more, without anything around it.")
    return key
