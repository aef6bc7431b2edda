"""Reads the word lists of `data/*.toml`: each file when it is first asked for, once.

A file says its `source` and `licence` at the top. Each list in it is a table: `about` says what the words have in common, `takes` and
`refuses` give examples, which the tests hold, and the words stand in one of three keys:

- `words`: single words between white space;
- `phrases`: an array of words or phrases, where some have spaces in them;
- `means`: a table from a word or phrase to what it means, a number, a string or an array of strings.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from factcheck.model import FactcheckError

_FORMS = ("words", "phrases", "means")
_TOP = frozenset(("source", "licence"))
_KEYS = frozenset(("about", "takes", "refuses", *_FORMS))


@dataclass(frozen=True)
class WordList:
    """One list: its entries in the order of the file, what each means where the list says so, and its examples."""

    about: str
    entries: tuple[str, ...]
    meanings: dict[str, Any] = field(default_factory=dict)
    takes: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lexicon:
    """One file of word lists, with where they come from and under what terms."""

    source: str
    licence: str
    lists: dict[str, WordList]


def names() -> list[str]:
    """The names of the files there are, without their ending."""
    return sorted(each.name.removesuffix(".toml") for each in files(__package__).joinpath("data").iterdir() if each.name.endswith(".toml"))


@cache
def lexicon(name: str) -> Lexicon:
    """The file `data/<name>.toml`. Raises FactcheckError, with the file and the list, for one that is not written as it should be."""
    text = files(__package__).joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return parsed(text, f"{name}.toml")


def parsed(text: str, where: str) -> Lexicon:
    """The word lists in the text of a file that is called `where`. Raises FactcheckError when they are not written as they should be."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise FactcheckError(f"The word lists in {where} are no valid TOML ({problem}); correct that line.") from problem
    for key in _TOP:
        if not isinstance(data.get(key), str) or not data[key].strip():
            raise FactcheckError(f"{where} does not say the {key} of its words; write it at the top.")
    lists = {name: _word_list(table, f"{where}, [{name}]") for name, table in data.items() if name not in _TOP}
    return Lexicon(data["source"], data["licence"], lists)


def _word_list(table: Any, where: str) -> WordList:
    if not isinstance(table, dict) or not _KEYS.issuperset(table):
        raise FactcheckError(f"{where} is no word list; give it no keys but {', '.join(sorted(_KEYS))}.")
    forms = [form for form in _FORMS if form in table]
    if len(forms) != 1:
        raise FactcheckError(f"{where} has its words in {len(forms)} keys; give it exactly one of {', '.join(_FORMS)}.")
    held = table[forms[0]]
    entries = tuple(held.split()) if isinstance(held, str) else tuple(held)
    if not entries or not all(isinstance(entry, str) for entry in entries):
        raise FactcheckError(f"{where} has no words, or something that is no word; write each as text.")
    twice = sorted({entry for entry in entries if entries.count(entry) > 1}) if len(entries) != len(set(entries)) else []
    if twice:
        raise FactcheckError(f"{where} has {', '.join(twice)} more than once; leave one.")
    meanings = held if isinstance(held, dict) else {}
    return WordList(table.get("about", ""), entries, meanings, tuple(table.get("takes", ())), tuple(table.get("refuses", ())))


@cache
def words(file: str, name: str) -> frozenset[str]:
    """The words and phrases of the list `name` of a file."""
    return frozenset(ordered(file, name))


def ordered(file: str, name: str) -> tuple[str, ...]:
    """The words and phrases of the list `name` of a file, in its order."""
    return lexicon(file).lists[name].entries


def any_of(file: str, name: str) -> str:
    """The words and phrases of the list `name` of a file as alternatives for a regular expression, the longest first."""
    return "|".join(re.escape(entry).replace(r"\ ", " ") for entry in sorted(ordered(file, name), key=len, reverse=True))


def meanings(file: str, name: str) -> dict[str, Any]:
    """What each word or phrase of the list `name` of a file means."""
    return lexicon(file).lists[name].meanings
