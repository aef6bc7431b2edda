"""The word lists of the figure grammar, read from `data/*.toml` once and put into the shapes that look-ups want."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.language.inflection import plural
from factcheck.model import Change
from factcheck.values.figures.tokens import Token, tokens

HYPHENS = frozenset("-‐‑–")


@cache
def table(name: str) -> dict[str, Any]:
    """The data file `name` as it stands."""
    return tomllib.loads(files(__package__).joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))


_Meaning = TypeVar("_Meaning", bound=str)


class Phrases(Generic[_Meaning]):
    """Phrases of one or more tokens with what they mean, looked up forwards from a token or backwards to one; the longest wins."""

    def __init__(self, *, exact: bool = False) -> None:
        self._exact = exact
        self._first: dict[str, list[tuple[tuple[str, ...], _Meaning]]] = {}
        self._whole: dict[tuple[str, ...], _Meaning] = {}
        self._lengths: dict[str, list[int]] = {}

    def add(self, phrase: str, meaning: _Meaning) -> None:
        """Let `phrase` mean `meaning`."""
        words = tuple(t.text if self._exact else t.lower for t in tokens(phrase))
        if self._whole.setdefault(words, meaning) is not meaning:
            return
        entries, lengths = self._first.setdefault(words[0], []), self._lengths.setdefault(words[-1], [])
        entries.append((words, meaning))
        entries.sort(key=lambda entry: -len(entry[0]))
        if len(words) not in lengths:
            lengths.append(len(words))
            lengths.sort(reverse=True)

    def _word(self, token: Token) -> str:
        return token.text if self._exact else token.lower

    def match(self, line: Sequence[Token], at: int) -> tuple[_Meaning, int] | None:
        """The meaning of the longest phrase that begins at token `at`, and the token after it; a hyphen may stand for a space."""
        if at >= len(line):
            return None
        for words, meaning in self._first.get(self._word(line[at]), ()):
            end = self._run(line, at, words)
            if end is not None:
                return meaning, end
        return None

    def _run(self, line: Sequence[Token], at: int, words: tuple[str, ...]) -> int | None:
        for place, word in enumerate(words):
            if place and at < len(line) and line[at].text in HYPHENS and word not in HYPHENS:
                at += 1
            if at >= len(line) or self._word(line[at]) != word or (place and word.isdigit() and line[at].gap):
                return None
            at += 1
        return at

    def match_before(self, line: Sequence[Token], before: int) -> tuple[_Meaning, int] | None:
        """The meaning of the longest phrase that ends just before token `before`, and its first token."""
        if before <= 0:
            return None
        for length in self._lengths.get(self._word(line[before - 1]), ()):
            meaning = self._whole.get(tuple(map(self._word, line[max(0, before - length) : before])))
            if meaning is not None:
                return meaning, max(0, before - length)
        return None

    def first_words(self) -> frozenset[str]:
        """The tokens that a phrase may begin with."""
        return frozenset(self._first)


@cache
def units() -> tuple[Phrases[str], Phrases[str]]:
    """Units as signs (written exactly so) and as words (in any case)."""
    signs, named = Phrases[str](exact=True), Phrases[str]()
    for unit, written, words in (*_plain_units(), *_prefixed_units()):
        for sign in written:
            signs.add(sign, unit)
        for word in words:
            named.add(word, unit)
    return signs, named


def _plain_units() -> Iterator[tuple[str, list[str], list[str]]]:
    """Each unit of the table with its signs and its words, plurals among them."""
    for unit, entry in table("units").items():
        signs, words = list(entry.get("signs", ())), _with_plurals(entry.get("words", ()))
        yield (unit, signs + words, []) if entry.get("lower") else (unit, signs, words)


def _prefixed_units() -> Iterator[tuple[str, list[str], list[str]]]:
    """The units that take an SI prefix, with each of theirs: "kilowatt" with "kW", "KW" and "kilowatts"."""
    prefixes = table("prefixes")
    for unit, entry in table("units").items():
        for sign in entry.get("prefixes", "").split():
            name = prefixes["names"][sign]
            marks = [sign, *prefixes["also"].get(sign, ())]
            signs = [mark + own for mark in marks for own in (*entry.get("signs", ()), *entry.get("prefixed_signs", ()))]
            words = [name + own for own in (*entry.get("words", ()), *entry.get("prefixed_words", ()))]
            yield name + unit, signs, _with_plurals(words)


def _with_plurals(words: Iterable[str]) -> list[str]:
    plain = list(words)
    return plain + [plural(word) for word in plain if not word.endswith(("s", "celcius", "percent", "per cent", "feet", "hertz", "lux"))]


def longer(a: tuple[str, int] | None, b: tuple[str, int] | None) -> tuple[str, int] | None:
    """The match that takes in more tokens, the first of two equals."""
    return a if b is None or (a is not None and a[1] >= b[1]) else b


@cache
def money_before() -> Phrases[str]:
    """What names a currency before a number: signs and codes, written exactly so."""
    found = Phrases[str](exact=True)
    data = table("currencies")
    for sign, code in data["signs"].items():
        found.add(sign, code)
        if sign.endswith("$") and len(sign) > 1:
            found.add(sign.lower(), code)
            found.add("$" + sign[:-1], code)
    for code in data["codes"].split():
        found.add(code, code)
        found.add(code + "$", code)
        found.add(code.lower() + "$", code)
    for code in data["lower"].split():
        found.add(code.lower(), code)
    for name, code in data["aliases"].items():
        found.add(name, code)
    return found


@cache
def currency_codes() -> dict[str, str]:
    """ISO 4217 codes and the aliases that are written like one, each with the ISO code."""
    data = table("currencies")
    aliases: dict[str, str] = data["aliases"]
    return {code: code for code in data["codes"].split()} | {code.lower(): code for code in data["lower"].split()} | aliases


@cache
def wordlike_codes() -> frozenset[str]:
    """Codes that are words as well."""
    return frozenset(table("currencies")["wordlike"].split())


@cache
def money_after() -> Phrases[str]:
    """What names a currency after a number, in any case."""
    data = table("currencies")
    found = Phrases[str]()
    for part in ("names", "shared", "minor"):
        for name, code in data[part].items():
            _add_money(found, name, code)
    for name, countries in data["national"].items():
        for country, code in countries.items():
            _add_money(found, f"{country} {name}", code)
    for sign, code in data["signs"].items():
        if len(sign) == 1 and not sign.isascii():
            found.add(sign, code)
    found.add("$", "USD")
    return found


_NO_PLURAL = ("s", "reais", "kronor", "kroner", "yen", "yuan", "won", "baht", "renminbi", "sterling", "sen", "pence", "lei", "leva")


def _add_money(found: Phrases[str], name: str, code: str) -> None:
    found.add(name, code)
    if not name.endswith(_NO_PLURAL):
        found.add(plural(name), code)


TURNED = {Change.MORE: Change.AT_MOST, Change.LESS: Change.AT_LEAST}
"""What is left when a comparison is denied: "no more than" is at most."""

TAKEN_IN = {Change.MORE: Change.AT_LEAST, Change.LESS: Change.AT_MOST}
"""A comparison that takes in the figure itself: "or more" is at least."""


@cache
def qualifiers(side: str) -> Phrases[Change]:
    """What stands straight before or after a number (`side`) and says how exact it is."""
    found = Phrases[Change]()
    for change, phrases in table("phrases")[side].items():
        for phrase in phrases:
            found.add(phrase, Change(change))
    for phrase, change in _before() if side == "before" else _after():
        found.add(phrase, change)
    return found


def _before() -> Iterator[tuple[str, Change]]:
    """The words of the changes themselves, and the comparatives with "than", denied ones too."""
    yield from ((change.row.words, change) for change in Change if change.row.words and not change.row.move)
    compared = table("phrases")["compared"]
    for plain in TURNED:
        for word in compared[plain]:
            yield f"{word} than", plain
            yield f"{word} than or equal to", TAKEN_IN[plain]
            yield f"equal to or {word} than", TAKEN_IN[plain]
            yield from ((f"{denied} {word} than", TURNED[plain]) for denied in compared["denied"])


def _after() -> Iterator[tuple[str, Change]]:
    """A comparative or a particle after "or" and "and": "or fewer", "and over"."""
    compared = table("phrases")["compared"]
    for plain in TAKEN_IN:
        for word in compared[plain]:
            yield f"or {word}", TAKEN_IN[plain]
            if word in compared["with_and"]:
                yield f"and {word}", TAKEN_IN[plain]


@cache
def moves() -> dict[str, str]:
    """Verbs and particles of change, with `up` or `down`."""
    return {verb: way for way in ("up", "down") for verb in table("phrases")["moves"][way]}


@cache
def phrase_words(section: str, name: str = "words") -> frozenset[str]:
    """A list of single words of `phrases.toml`."""
    return frozenset(table("phrases")[section][name])


_DAYS_AND_MONTHS = frozenset(name.lower() for name in (*WEEKDAYS, *MONTHS))


@cache
def noun_words(name: str) -> frozenset[str]:
    """A list of single words of `nouns.toml`."""
    found = frozenset(table("nouns")["words"][name].split())
    return found | _DAYS_AND_MONTHS if name == "stop" else found


@cache
def context(name: str) -> frozenset[str]:
    """A list of single words of `context.toml`."""
    return frozenset(table("context")[name].split())
