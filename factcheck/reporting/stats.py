"""How the cases of a folder go: verdicts, what is open, how fast readers decide, and how far they agree; as a table, JSON or a picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import count as powers
from itertools import pairwise
from typing import Any

from pydantic import Field

from factcheck.model import Address, Agreement, Case, Claim, Model, Standing, Tone, Verdict, agreements, count, one_line, visible
from factcheck.reporting import words
from factcheck.reporting.colours import TONES
from factcheck.reporting.pages import ours
from factcheck.reporting.rendering import render

PAUSE = timedelta(minutes=10)
"""Between two decisions of one reader, the time from which on they did something else."""
MOST_BARS = 40
"""Cases that a picture shows; more would be too small to read."""


class CaseStatistics(Model):
    """One case: its claims by standing, an attributed one by whether it was said; `error` says why it could not be read."""

    case: Address
    headline: str | None = None
    claims: int = 0
    standings: dict[Standing, int] = Field(default_factory=dict)
    questions: int = 0
    readers: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    signed_by: str | None = None
    error: str | None = None


class Pace(Model):
    """How fast a reader decides: `per_hour` counts decisions that follow another within ten minutes; None where none does."""

    reader: str
    decisions: int
    per_hour: float | None


class Statistics(Model):
    """A folder of cases."""

    cases: list[CaseStatistics]
    claims: int
    standings: dict[Standing, int]
    questions: int
    signed: int
    pace: list[Pace]
    agreements: list[Agreement]


def statistics(cases: Iterable[tuple[str, Case | str]]) -> Statistics:
    """What is to be told of cases, each by its name; a text in the place of a case says why it could not be read.

    The cases are gone through once, and only what two readers judged is kept of them.
    """
    made: list[CaseStatistics] = []
    shared: list[Claim] = []
    moments: dict[str, list[float]] = {}
    for name, case in cases:
        if isinstance(case, str):
            made.append(CaseStatistics(case=name, error=case))
            continue
        made.append(_of_case(name, case))
        for claim in case.claims:
            judging = {review.by for review in claim.reviews if review.verdict is not None}
            shared += [claim] if len(judging) > 1 else []
            for review in claim.reviews:
                if review.verdict is not None:
                    moments.setdefault(review.by, []).append(review.at.timestamp())
    return Statistics(
        cases=made,
        claims=sum(one.claims for one in made),
        standings=_summed(made),
        questions=sum(one.questions for one in made),
        signed=sum(one.signed_by is not None for one in made),
        pace=[_pace(reader, sorted(at)) for reader, at in sorted(moments.items())],
        agreements=agreements(shared),
    )


def _of_case(name: str, case: Case) -> CaseStatistics:
    counts = Counter(claim.standing() for claim in case.claims)
    reviews = [review for claim in case.claims for review in claim.reviews]
    days = [review.at.date() for review in reviews]
    signed = case.signed
    return CaseStatistics(
        case=name,
        headline=case.article.headline,
        claims=len(case.claims),
        standings={standing: counts[standing] for standing in Standing if counts[standing]},
        questions=sum(len(claim.open_questions) for claim in case.claims),
        readers=tuple(sorted({review.by for review in reviews})),
        first=min(days, default=None),
        last=max(days, default=None),
        signed_by=signed.by if signed else None,
    )


def _summed(cases: Iterable[CaseStatistics]) -> dict[Standing, int]:
    counts: Counter[Standing] = Counter()
    for case in cases:
        counts.update(case.standings)
    return {standing: counts[standing] for standing in Standing if counts[standing]}


def _pace(reader: str, moments: list[float]) -> Pace:
    gaps = [two - one for one, two in pairwise(moments) if two - one <= PAUSE.total_seconds()]
    worked = sum(gaps)
    return Pace(reader=reader, decisions=len(moments), per_hour=round(3600 * len(gaps) / worked, 1) if worked else None)


def as_table(found: Statistics) -> str:
    """The statistics as a table for a terminal."""
    lines = list(_case_lines(found))
    counts = ", ".join(f"{standing.sign} {n} {standing}" for standing, n in found.standings.items())
    lines += ["", f"{count(len(found.cases), 'case')}, {count(found.claims, 'claim')}: {counts or 'none'}."]
    lines.append(f"{count(found.questions, 'question')} to authors open; {found.signed} signed off.")
    for pace in found.pace:
        speed = f", about {pace.per_hour:.0f} an hour" if pace.per_hour is not None else ""
        lines.append(f"{one_line(pace.reader, 60)}: {count(pace.decisions, 'decision')}{speed}.")
    lines += [one_line(words.agreement(pair)) for pair in found.agreements]
    return "\n".join(lines)


_COLUMNS = ("claims", "open", *(verdict.value for verdict in Verdict), "questions")
_WIDTHS = [max(10, len(column) + 2) for column in _COLUMNS]


def _case_lines(found: Statistics) -> Iterator[str]:
    yield _row(_COLUMNS) + "  case"
    for case in found.cases:
        if case.error is not None:
            yield f"{'unreadable':>{sum(_WIDTHS)}}  {one_line(case.error, 200)}"
            continue
        left = sum(n for standing, n in case.standings.items() if standing.open)
        told = [case.standings.get(Standing(verdict), 0) for verdict in Verdict]
        numbers = (case.claims, left, *told, case.questions)
        signed = f"  signed off by {one_line(case.signed_by, 40)}" if case.signed_by else ""
        yield _row(numbers) + f"  {one_line(case.headline or case.case, 60)}{signed}"


def _row(cells: Iterable[object]) -> str:
    return "".join(f"{cell!s:>{width}}" for cell, width in zip(cells, _WIDTHS, strict=True))


_DRAWN = sorted(Standing, key=lambda standing: (standing.open, standing is Standing.UNREVIEWED))
"""In the order of the stretches of a bar: what is decided, what is to be decided again, what nobody has decided."""


_LEFT, _RIGHT, _TOP, _ROW = 330, 970, 60, 30
"""Where bars begin and end in a picture that is 1000 wide, where the first row begins, and how high a row is."""
_LABEL = 42
"""Code points of a case's name beside its bar."""
_LEGEND = 5
"""Standings in a row of the legend."""


def as_svg(found: Statistics) -> str:
    """A picture: a bar for each case, its claims by standing; of many cases, those worked on last. It holds no script and no address."""
    shown = sorted((case for case in found.cases if case.error is None), key=lambda case: (case.last or date.min, case.case))[-MOST_BARS:]
    there = [standing for standing in _DRAWN if any(case.standings.get(standing) for case in shown)]
    most = max([sum(case.standings.values()) for case in shown] + [1])
    bottom = _TOP + _ROW * len(shown)
    facts = {
        "bars": [_bar(case, _TOP + _ROW * place, most) for place, case in enumerate(shown)],
        "lines": [{"number": number, "x": _at(number, most)} for number in _round_numbers(most)],
        "legend": [_sign(standing, place, bottom + 40) for place, standing in enumerate(there)],
        "left": _LEFT, "top": _TOP, "bottom": bottom, "height": bottom + 60 + 24 * -(-len(there) // _LEGEND),
    }  # fmt: skip
    return render("statistics.svg.jinja", ours(), facts)


def _bar(case: CaseStatistics, y: int, most: int) -> dict[str, Any]:
    parts, before = [], 0
    for standing in _DRAWN:
        if number := case.standings.get(standing, 0):
            x, end = _at(before, most), _at(before + number, most)
            ink = "#000000" if standing.row.tone in (Tone.OPEN, Tone.DOUBT) else "#ffffff"
            parts.append(_stretch(standing) | {"x": x, "width": round(end - x, 1), "number": number, "ink": ink})
            before += number
    return {"y": y, "label": one_line(visible(case.headline or case.case), _LABEL), "parts": parts}


def _sign(standing: Standing, place: int, y: int) -> dict[str, Any]:
    return _stretch(standing) | {"x": _LEFT + 125 * (place % _LEGEND), "y": y + 24 * (place // _LEGEND)}


def _stretch(standing: Standing) -> dict[str, Any]:
    return {"standing": standing.value, "colour": TONES[standing.row.tone].bar}


def _at(number: int, most: int) -> float:
    """Where on the picture a bar of so many claims ends."""
    return round(_LEFT + (_RIGHT - _LEFT) * number / most, 1)


def _round_numbers(most: int) -> range:
    """Numbers to read bars by: from nought to the most, at most nine, by ones, twos or fives of a power of ten."""
    step = next(step for power in powers() for step in (10**power, 2 * 10**power, 5 * 10**power) if most / step <= 8)
    return range(0, most + 1, step)
