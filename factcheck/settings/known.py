"""Every setting of a factcheck.toml: its table and key, what it does, and how it is written. What is in no row is told of, not left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.model import ClaimKind, FactcheckError, one_line
from factcheck.model.media import Media
from factcheck.model.nearest import told_nearest

ARCHIVE = "https://web.archive.org/save/"
OPENED = tuple(media.value for media in Media if media is not Media.OTHER)
"""What kept files may hold that is opened by a program."""
_KINDS = ", ".join(ClaimKind)


@dataclass(frozen=True)
class Setting:
    """A key of a table, or one above all tables (`table` is empty then); `as_in` is an example, as it is written there."""

    table: str
    key: str
    does: str
    as_in: str


SETTINGS = (
    Setting("", "reviewer", "the name under your decisions", 'reviewer = "Ada"'),
    Setting("checks", "off", "checks that are not run", 'off = ["punctuation"]'),
    Setting("checks", "severity", "another severity for a check", 'severity = { variant = "look" } (error, warning or look)'),
    Setting("house", "names", "names that are right as they stand", 'names = ["Siobhan Rodick"]'),
    Setting("house", "prefer", "spellings, and what stands in their place", 'prefer = { Kiev = "Kyiv" }'),
    Setting("house", "leave_quoted", "what somebody is quoted with stays as it was said", "leave_quoted = true"),
    Setting("policy", "second_reader", "kinds of claim that two people judge", f'second_reader = ["quote", "figure"] ({_KINDS})'),
    Setting("policy", "so", "kinds of which it is decided whether what was said is so", 'so = ["statement"] (quote or statement)'),
    Setting("policy", "sources", "independent sources that a kind needs", "sources = { assertion = 1, figure = 2 }"),
    Setting("policy", "primary", "kinds that need a source that was there itself", f'primary = ["quote"] ({_KINDS})'),
    Setting("policy", "editors", "who signs off", 'editors = ["Eva Okello"]'),
    Setting("model", "url", "the endpoint of a language model", 'url = "http://localhost:11434/v1"'),
    Setting("model", "name", "what the model is called there", 'name = "qwen3"'),
    Setting("model", "key_from", "the environment variable that holds its key", 'key_from = "OPENAI_API_KEY"'),
    Setting("model", "prices", "what its tokens cost", "prices = [0.15, 0.6] (of a million tokens read, and written)"),
    Setting("evidence", "archive", "the public archive that keeps pages", f'archive = "{ARCHIVE}"'),
    Setting("search", "index", "an index of claims that many share", 'index = "postgresql://archive.example/factcheck"'),
    *(Setting("open", kind, f"what opens a source of this kind ({kind})", 'pdf = "zathura -P {page} {file}"') for kind in OPENED),
    Setting("reports", "templates", "a folder of your own templates, beside the file", 'templates = "our-templates"'),
    Setting("publisher", "name", "who publishes a check", 'name = "The Harbour Post"'),
    Setting("publisher", "url", "where", 'url = "https://harbourpost.example"'),
    Setting("published", "key", "your key for Google's Fact Check Tools; in your own file only", 'key = "…"'),
)

NAMED_ELSEWHERE = "keys"
"""The table whose keys the workbench names (`factcheck keys`)."""


def keys_of(table: str) -> tuple[str, ...]:
    """The keys that a table may have, in the order of the rows."""
    return tuple(row.key for row in SETTINGS if row.table == table)


def as_in(table: str, key: str) -> str:
    """How a setting is written."""
    return next(row.as_in for row in SETTINGS if (row.table, row.key) == (table, key))


def refuse_unknown(path: Path, settings: Mapping[str, Any]) -> None:
    """Raise FactcheckError, with the nearest right name, for a table or a key that no row has: it would count for nothing."""
    alone = keys_of("")
    tables = (*dict.fromkeys(row.table for row in SETTINGS if row.table), NAMED_ELSEWHERE)
    for name, values in settings.items():
        if name in tables:
            if name != NAMED_ELSEWHERE and isinstance(values, dict):
                _refuse_keys(path, name, values)
        elif name not in alone:
            is_table = isinstance(values, dict)
            known = tables if is_table else (*alone, *tables)
            shown = f"table [{one_line(name, 40)}]" if is_table else f"key {one_line(name, 40)} above the tables"
            raise FactcheckError(f"{path}: there is no {shown}; {_elsewhere(name) or told_nearest(name, known)}")


def _refuse_keys(path: Path, table: str, values: Mapping[str, Any]) -> None:
    for key in values:
        if key not in keys_of(table):
            told = told_nearest(key, keys_of(table), or_else=_elsewhere(key))
            raise FactcheckError(f"{path}: [{table}] has no key {one_line(key, 40)}; {told}")


def _elsewhere(key: str) -> str:
    """What to say of a key that is right in another table; nothing where it is in none."""
    tables = [f"under [{row.table}]" if row.table else "above the tables" for row in SETTINGS if row.key == key]
    return f"it stands {' or '.join(tables)}." if tables else ""
