"""Every figure of a text: dates are set aside, the rest is read by the grammar, and offsets go back to the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcheck.model import DateKind, DateValue, Figure, Span
from factcheck.values.figures.dollars import in_named_currency, in_own_dollars, in_pula
from factcheck.values.figures.grammar import figures
from factcheck.values.figures.number import scales
from factcheck.values.figures.numbers import starters
from factcheck.values.figures.quantity import Quantity
from factcheck.values.figures.tokens import Token, tokens

# A count of time units, which is a figure even inside a date.
# Takes "two days later" and "the past 48 hours"; refuses "1100 GMT" and "last month".
SPAN_OF_TIME = re.compile(
    r"(?:\d|\b(?!(?:the|last|this|next|that|same|past|previous|prior|every)\b)[a-z]{1,24})[ -]"
    r"(?:second|minute|hour|day|week|month|year|decade)s?\b",
    re.IGNORECASE,
)


def find_figures(text: str, dates: Sequence[Span] | None = None) -> list[Figure]:
    """Every figure in an English text, in order, none overlapping, with its value, unit and direction.

    `dates` are the time expressions already found in the text (`find_dates`); without them they are looked for. What stands
    in one is no figure, except a length of time: "three months" and the "two days" of "two days later" are figures in their
    own right, since each is a number that can be wrong. Money is read as an ISO 4217 code, and what a figure is told per is in
    its unit ("$14 a month" is `USD per month`); "dozens" and "several thousand" become a range from one of the size to ten of it; a score
    or a vote ("2-1") has unit `score`, its first number as `value` and its second as `high`; "3 to 1" has unit `ratio`.
    `start` and `end` are code points into `text` and take in sign, currency, scale and unit, but not the words that
    qualify ("about", "more than"), which are in `change`. Never raises, whatever the text holds.
    """
    if dates is None:
        from factcheck.values.dates import find_dates

        dates = find_dates(text)
    line = tokens(text, _masks(text, dates))
    found = [_figure(text, line, quantity) for quantity in figures(line)]
    if any(figure.base == "PHP" for figure in found):
        found = in_pula(text, found)
    return in_named_currency(in_own_dollars(text, found) if any("$" in figure.text for figure in found) else found)


def _masks(text: str, dates: Iterable[Span]) -> Iterable[tuple[int, int]]:
    for span in sorted(dates, key=lambda d: d.start):
        if isinstance(span, DateValue) and (
            span.kind in (DateKind.DURATION, DateKind.SET) or SPAN_OF_TIME.search(text, span.start, span.end)
        ):
            continue
        if set(text[span.start : span.end].lower().split()) <= starters() | scales().keys():
            continue  # "two thousand" may be a year, or the end of "two hundred and two thousand"
        yield span.start, span.end


def _figure(text: str, line: Sequence[Token], quantity: Quantity) -> Figure:
    start, end = line[quantity.first].start, line[quantity.end - 1].end
    return Figure(
        start=start,
        end=end,
        text=text[start:end],
        value=quantity.value,
        high=quantity.high,
        unit=quantity.unit,
        change=quantity.change,
    )
