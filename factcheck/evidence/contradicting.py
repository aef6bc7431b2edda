"""Figures and dates of a claim that the words quoted for it contradict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from factcheck.model import Claim, DateValue, Figure, one_line
from factcheck.values import find_dates, find_figures
from factcheck.values.rounding import bounds


def contradictions(claims: Iterable[Claim], quote: str, told_on: date | None) -> list[str]:
    """What the quotation says differently, for a person to look at.

    `claims` are the claim and its dates and figures; `told_on` is the day of the source, from which it tells "Friday". A figure is
    contradicted when the quotation has figures in its unit and none that it can have been rounded from or to; a date, when the quotation
    names days and none of them is one of its own.
    """
    values = [claim.value for claim in claims]
    there = find_dates(quote, told_on)
    told = [_about_figure(value, find_figures(quote, there)) for value in values if isinstance(value, Figure)]
    told += [_about_date(value, there) for value in values if isinstance(value, DateValue)]
    return [sentence for sentence in told if sentence]


def _about_figure(figure: Figure, quoted: Sequence[Figure]) -> str | None:
    there = [other for other in quoted if other.unit == figure.unit]
    if not there or any(bounds(figure).meets(bounds(other)) for other in there):
        return None
    return f"the claim has “{one_line(figure.text, 60)}”, the quotation {_listed(there)}"


def _about_date(value: DateValue, quoted: Sequence[DateValue]) -> str | None:
    there = [other for other in quoted if other.earliest and other.latest]
    if value.earliest is None or value.latest is None or not there:
        return None
    if any(other.earliest <= value.latest and value.earliest <= other.latest for other in there if other.earliest and other.latest):
        return None
    return f"the claim has “{one_line(value.text, 60)}”, the quotation {_listed(there)}"


def _listed(values: Sequence[Figure | DateValue]) -> str:
    return " and ".join(dict.fromkeys(f"“{one_line(value.text, 60)}”" for value in values[:3]))
