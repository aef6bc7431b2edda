"""What the word before a time makes of it: "by Friday", "before the end of March", "since 2019", "around 11 a.m."."""

from __future__ import annotations

from dataclasses import replace

from factcheck.language.lexicon import meanings, words
from factcheck.language.roles import role_of
from factcheck.model import DateKind, DateMod
from factcheck.values.dates.found import Found
from factcheck.values.dates.reading import Reading
from factcheck.values.dates.token_stream import TokenStream

EDGES = {
    "beginning": DateMod.START,
    "start": DateMod.START,
    "outset": DateMod.START,
    "middle": DateMod.MID,
    "end": DateMod.END,
    "close": DateMod.END,
}

_BOUNDS = {word: DateMod(mod) for word, mod in meanings("time_words", "prepositions").items()}

POINTS = words("years", "points")


def bounded(stream: TokenStream, one: Found, reading: Reading) -> Reading:
    """Sets BEFORE, AFTER and APPROX from the word that stands before the expression; of "the end of March" the end is the bound."""
    is_edge = reading.mod in (DateMod.START, DateMod.END) and any(stream.low(i) in EDGES for i in range(one.start, one.end))
    if (reading.mod is None or is_edge) and reading.kind in (DateKind.DATE, DateKind.TIME) and one.kind in POINTS | {"time"}:
        before = stream.low(one.start - 1)
        mod = DateMod.APPROX if before == "about" and one.kind == "time" else _BOUNDS.get(before)
        if mod is not None and not _describes(stream, one) and not _is_of_somebody(stream, one):
            return replace(reading, mod=mod)
    return reading


def _describes(stream: TokenStream, one: Found) -> bool:
    """Whether the expression only says which thing is meant: "after third-quarter earnings", "before Tuesday's vote"."""
    hyphened = any(stream.low(i) == "-" for i in range(one.start, one.end))
    return stream.after_possessive(one.end) > one.end or (hyphened and stream[one.end].text.isalpha())


def _is_of_somebody(stream: TokenStream, one: Found) -> bool:
    """Whether the year behind "by" says when somebody was what is named behind it: "organised by 2019 council candidate Ann Dale"."""
    if one.kind != "year" or stream[one.start - 1].text != "by":
        return False
    for i in range(one.end, one.end + _DESCRIPTION):
        token = stream[i]
        if not token.text.isalpha() or token.low in _CLOSING:
            return False
        if token.low in _BORNE or role_of(token.low) or (role_of(token.low.removesuffix("s")) and stream[i + 1].is_capital):
            return True
    return False


_DESCRIPTION = 5
"""Words within which the noun for somebody stands behind the year."""

_CLOSING = words("small_words", "after_a_phrase") | words("small_words", "determiners")
_BORNE = words("time_words", "borne_with_a_year")
