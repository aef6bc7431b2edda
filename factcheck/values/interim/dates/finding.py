"""Every time expression of a text, in order: the grammar applied from left to right, each reading seeing what was named before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from factcheck.model import DateMod, DateValue
from factcheck.values.interim.dates.grammar import IMPOSSIBLE, Found, Grammar
from factcheck.values.interim.dates.lexicon import MONTHS
from factcheck.values.interim.tokens import Token, tokenise

_LIMITS = {"before": DateMod.BEFORE, "by": DateMod.BEFORE, "until": DateMod.BEFORE, "after": DateMod.AFTER, "since": DateMod.AFTER}
_ABOUT = {"about", "around", "circa", "roughly", "approximately"}


def find_dates(text: str, published: date | datetime | None = None) -> list[DateValue]:
    """Every date, time, duration and recurring time in an English text, in order, none overlapping.

    Relative expressions count from `published` or from the date named last; without either, a weekday or a month keeps an
    open value (`XXXX-WXX-5`) and no interval, and an expression that then means nothing is left out. A bare weekday or
    month looks back, as news does, unless the words before look forward. Offsets are code points into `text`. An
    impossible date ("31 February 2019") is not a date. Values are TIMEX3 (ISO-TimeML); never raises.
    """
    day = published.date() if isinstance(published, datetime) else published
    tokens = tokenise(text)
    grammar = Grammar(tokens, day, month_first=_month_first(tokens))
    return [_value(text, grammar, found) for found in _scan(grammar)]


def _scan(grammar: Grammar) -> Iterator[Found]:
    at = 0
    while at < len(grammar.tokens):
        found = grammar.at(at)
        if found is None:
            at += 1
            continue
        if found.period is not IMPOSSIBLE:
            yield found
        if found.anchor and found.period.earliest is not None:
            grammar.anchor = found.period.latest if found.period.earliest == found.period.latest else found.period.earliest
            if any(t.number == found.period.earliest.year for t in grammar.tokens[found.first : found.stop]):
                grammar.year = found.period.earliest.year
        at = found.stop


def _value(text: str, grammar: Grammar, found: Found) -> DateValue:
    start, end = grammar.tok(found.first).start, grammar.tok(found.stop - 1).end
    before = grammar.tok(found.first - 1).low
    mod = found.mod or (_LIMITS.get(before) if found.anchor else None) or (DateMod.APPROX if before in _ABOUT else None)
    period = found.period
    return DateValue(
        start=start, end=end, text=text[start:end], value=period.value, kind=found.kind, earliest=period.earliest, latest=period.latest, mod=mod
    )


def _month_first(tokens: list[Token]) -> bool:
    """Whether the text writes 3/4/2019 for 4 March: what its unmistakable dates do, numeric ones first, then `March 4`."""
    american = british = 0
    for a, sign, b, _, year in zip(tokens, tokens[1:], tokens[2:], tokens[3:], tokens[4:], strict=False):
        if sign.text == "/" and a.number is not None and b.number is not None and year.number is not None and len(year.text) == 4:
            american += b.number > 12 >= a.number
            british += a.number > 12 >= b.number
    if american != british:
        return american > british
    for a, b in zip(tokens, tokens[1:], strict=False):
        american += a.low in MONTHS and b.number is not None and b.number <= 31
        british += b.low in MONTHS and a.number is not None and a.number <= 31
    return american > british
