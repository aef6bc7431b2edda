"""What a person or a newsroom has set, and where: the name under every decision, checks, the policy of a sign-off, other keys."""

from __future__ import annotations

import getpass
import os
import subprocess
import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from platformdirs import user_config_path
from pydantic import ValidationError

from factcheck.git import run_git
from factcheck.model import FactcheckError, House, Policy, one_line

FILE = "factcheck.toml"
"""Looked for in the folder and then in each one above it; the nearest counts, then the one in the person's own folder of settings."""

VARIABLE = "FACTCHECK_REVIEWER"
ARCHIVE = "https://web.archive.org/save/"
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
    path, name = _said(folder, "reviewer")
    if name is not None and not isinstance(name, str):
        raise FactcheckError(f'{path}: reviewer must be a name in quotation marks, as in reviewer = "Ada"; put one there.')
    return name


def house_list(folder: Path) -> House:
    """What factcheck.toml says about the checks: `[checks]` with `off` and `severity`, `[house]` with `names` and `prefer`.

    Raises FactcheckError, naming the key, for what cannot be read or does not fit.
    """
    checked, checks = _table(folder, "checks", {"off", "severity"})
    housed, house = _table(folder, "house", {"names", "prefer"})
    try:
        return House.model_validate({**checks, **house})
    except ValidationError as error:
        path, table = (checked, "checks") if error.errors()[0]["loc"][0] in checks else (housed, "house")
        raise _misfit(path, table, error) from None


def policy(folder: Path) -> Policy:
    """What factcheck.toml asks of a case before a sign-off: `[policy]` with `second_reader`, `so`, `sources`, `primary` and `editors`.

    Raises FactcheckError, naming the key, for what cannot be read or does not fit.
    """
    path, table = _table(folder, "policy", {"second_reader", "so", "sources", "primary", "editors"})
    try:
        return Policy.model_validate(table)
    except ValidationError as error:
        raise _misfit(path, "policy", error) from None


def shared_index(folder: Path) -> str | None:
    """`index` under `[search]`: the address of the PostgreSQL database in which many share an index of claims.

    It counts only in the person's own folder of settings, since claims are sent there: whoever sends a folder of cases could else have
    them sent anywhere. Raises FactcheckError, naming the key, for one in `folder` or above it, and for what does not fit.
    """
    own = user_config_path("factcheck", appauthor=False) / FILE
    path, table = _table(folder, "search", {"index"})
    address = table.get("index")
    if path is not None and table and not _same(path, own):
        raise FactcheckError(f"{path}: [search] counts only in {own}, since claims are sent to the index it names; move it there.")
    if address is not None and not (isinstance(address, str) and address.startswith(("postgresql://", "postgres://"))):
        raise FactcheckError(f'{path}: search.index does not fit; write it as in index = "postgresql://archive.example/factcheck".')
    return address


def archive_service(folder: Path) -> str:
    """The address of the public archive's service that saves a page, to which the page's address is added.

    It is `archive` under `[evidence]` in factcheck.toml, else the Internet Archive's. Raises FactcheckError for what is no address.
    """
    path, table = _table(folder, "evidence", {"archive"})
    address = table.get("archive", ARCHIVE)
    if not isinstance(address, str) or not address.startswith(("http://", "https://")):
        raise FactcheckError(f'{path}: evidence.archive does not fit; write it as in archive = "{ARCHIVE}".')
    return address


@dataclass(frozen=True)
class Reports:
    """What factcheck.toml says about reports: the folder with a newsroom's own templates, and who publishes a check and where."""

    templates: Path | None = None
    name: str | None = None
    url: str | None = None


def reports(folder: Path) -> Reports:
    """`[reports]` with `templates`, a folder seen from the file, and `[publisher]` with `name` and `url`.

    Raises FactcheckError, naming the key, for what cannot be read or does not fit.
    """
    path, table = _table(folder, "reports", {"templates"})
    whose, publisher = _table(folder, "publisher", {"name", "url"})
    for where, name, known in ((path, "reports", table), (whose, "publisher", publisher)):
        for key, value in known.items():
            if not isinstance(value, str) or (key == "url" and not value.startswith(("http://", "https://"))):
                raise FactcheckError(f"{where}: {name}.{key} does not fit; write it as in {_AS_IN[key]}.")
    templates = path.parent / table["templates"] if path is not None and "templates" in table else None
    if templates is not None and not templates.is_dir():
        raise FactcheckError(f"{path}: reports.templates names {templates}, which is no folder; make it, or take the key out.")
    return Reports(templates, publisher.get("name"), publisher.get("url"))


@dataclass(frozen=True)
class LanguageModel:
    """The language model that a person has set up: the address of its endpoint, its name, its key, and what a million tokens cost."""

    url: str
    name: str
    key: str | None = None
    prices: tuple[float, float] | None = None


def language_model(folder: Path) -> LanguageModel:
    """`[model]` with `url` and `name`, and maybe `key_from`, the environment variable that holds the key, and `prices`.

    Raises FactcheckError, naming the key, where none is set up, and for what does not fit.
    """
    path, table = _table(folder, "model", {"url", "name", "key_from", "prices"})
    for key in ("url", "name"):
        value = table.get(key)
        if not isinstance(value, str) or not value or (key == "url" and not value.startswith(("http://", "https://"))):
            where = path or folder / FILE
            raise FactcheckError(f"{where}: model.{key} is missing or does not fit; under [model], write it as in {_MODEL_AS_IN[key]}.")
    prices = table.get("prices")
    if prices is not None and not (isinstance(prices, list) and len(prices) == 2 and all(isinstance(p, int | float) for p in prices)):
        raise FactcheckError(f"{path}: model.prices does not fit; write it as in {_MODEL_AS_IN['prices']}.")
    held = table.get("key_from")
    if held is not None and not (isinstance(held, str) and os.environ.get(held)):
        raise FactcheckError(f"{path}: model.key_from must name an environment variable that holds the key; set {one_line(str(held), 40)}.")
    return LanguageModel(table["url"], table["name"], os.environ.get(held) if held else None, tuple(prices) if prices else None)


_MODEL_AS_IN = {
    "url": 'url = "http://localhost:11434/v1"',
    "name": 'name = "qwen3"',
    "prices": "prices = [0.15, 0.6] (of a million tokens read, and written)",
}


def _misfit(path: Path | None, table: str, error: ValidationError) -> FactcheckError:
    first, *rest = map(str, error.errors(include_url=False)[0]["loc"])
    key = one_line(".".join((table, first, *(part for part in rest if part != "[key]"))), 60)
    return FactcheckError(f"{path}: {key} does not fit; write it as in {_AS_IN[first]}.")


@dataclass(frozen=True)
class KeyChanges:
    """Other keys for what the workbench does, by the name of what they do, as `[keys]` in the file `path` has them."""

    path: Path | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def key_changes(folder: Path) -> KeyChanges:
    """What factcheck.toml says about keys, whether or not there are such keys. Raises FactcheckError for what cannot be read."""
    path, table = _table(folder, "keys")
    return KeyChanges(path, dict(_flat(path, table)))


def _flat(path: Path | None, table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """`verdict.verified = "y"` is a table in a table to TOML, and one name to a person."""
    for name, value in table.items():
        keys = [value] if isinstance(value, str) else value
        if isinstance(value, dict) and not above:
            yield from _flat(path, value, f"{name}.")
        elif isinstance(keys, list) and keys and all(isinstance(key, str) for key in keys):
            yield above + name, tuple(keys)
        else:
            what = one_line(above + name, 60)
            raise FactcheckError(f'{path}: keys.{what} must be a key in quotation marks or a list of them, as in note = ["n", "ctrl+n"].')


_AS_IN = {
    "off": 'off = ["punctuation"]',
    "severity": 'severity = { variant = "look" } (error, warning or look)',
    "names": 'names = ["Siobhan Rodick"]',
    "second_reader": 'second_reader = ["quote", "figure"] (quote, statement, assertion, date or figure)',
    "so": 'so = ["statement"] (quote or statement)',
    "primary": 'primary = ["quote"] (quote, statement, assertion, date or figure)',
    "sources": "sources = { assertion = 1, figure = 2 }",
    "editors": 'editors = ["Eva Okello"]',
    "templates": 'templates = "our-templates"',
    "name": 'name = "The Harbour Post"',
    "url": 'url = "https://harbourpost.example"',
    "prefer": 'prefer = { Kiev = "Kyiv" }',
}


def _same(one: Path, two: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(two)


def _table(folder: Path, name: str, keys: set[str] | None = None) -> tuple[Path | None, dict[str, Any]]:
    """A table of the settings, and the file that it is in; an empty one where no file has it."""
    path, table = _said(folder, name)
    if table is None:
        return path, {}
    if not isinstance(table, dict):
        raise FactcheckError(f"{path}: {name} must be a table, under a [{name}] line of its own.")
    if keys is not None and (strange := sorted(table.keys() - keys)):
        raise FactcheckError(f"{path}: [{name}] has no key {one_line(strange[0], 40)}; it knows {' and '.join(sorted(keys))}.")
    return path, table


def _said(folder: Path, key: str) -> tuple[Path | None, Any]:
    """What the settings say about one thing and which file does: the nearest to the folder, else the person's own."""
    near = next((p for p in _upwards(folder) if p.is_file()), None)
    for path in (near, user_config_path("factcheck", appauthor=False) / FILE):
        if path is not None and path.is_file() and (value := read_settings(path).get(key)) is not None:
            return path, value
    return None, None


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
