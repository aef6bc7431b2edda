"""Finds every time expression of a text: rules over the token stream first, then joining, then reading each against what came before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from factcheck.language.lexicon import words
from factcheck.model import Basis, DateMod, DateValue
from factcheck.values.dates import absolute, relative
from factcheck.values.dates.accounts import is_told_by_end, told_by_end
from factcheck.values.dates.bounds import EDGES, POINTS, bounded
from factcheck.values.dates.business import YearEnd
from factcheck.values.dates.clock import part_of_day, time_of_day
from factcheck.values.dates.datelines import written_on
from factcheck.values.dates.found import Found
from factcheck.values.dates.hours import JOINTS, hour
from factcheck.values.dates.looking import Look, look
from factcheck.values.dates.passages import (
    follows,
    is_aside,
    is_comparison,
    is_narrative,
    is_pair,
    is_range,
    is_told_already,
    next_after,
    note_named,
    note_period,
    note_weekday,
    note_year,
    range_readings,
    sentences_since,
    shared_years,
    tells_again,
    tells_from_now,
    told_year,
)
from factcheck.values.dates.points import Day, Month
from factcheck.values.dates.quoted import said_on
from factcheck.values.dates.reading import Context, Meaning, Reading
from factcheck.values.dates.relations import Clock, Duration, Modified, Named, NearUnit, Recurring, Shifted, TheUnit, Weekday
from factcheck.values.dates.rules import rules_for, starts
from factcheck.values.dates.token_stream import TokenStream

_PARTS = {"early": DateMod.START, "earlier": DateMod.START, "mid": DateMod.MID, "late": DateMod.END, "later": DateMod.END}
_WAYS = {"earlier": -1, "later": 1}
_PART_STARTS = frozenset({*_PARTS, "the", "as", "very", "beginning", "start", "middle", "end"})
_DAY_PART_STARTS = words("time_words", "day_part_starts")


def find_dates(text: str, published: date | datetime | None = None) -> list[DateValue]:
    """Every date, time, duration and recurring time of English news text, in order and without overlaps.

    `published` is the day that "Friday" and "last week" are told from; a `datetime` counts by its own local day. Offsets
    are code points into `text`, half-open. Values follow TIMEX3 (ISO-TimeML, Pustejovsky et al. 2010); `earliest` and
    `latest` are the first and last day meant.

    Without `published`, a relative time is told from a day that its sentence or the one before names in full; where there is none, it has a
    value without a place on the calendar (`XXXX-WXX-5` for "Friday", `PAST_REF` for "last year") and no interval.
    Dates that no calendar has (31 February) and dates in figures that the text leaves open (03/04/2019) are not given.
    Never raises; linear in the length of `text`.
    """
    day = published.date() if isinstance(published, datetime) else published
    stream = TokenStream(text)
    found = shared_years(stream, list(_scan(stream)))
    return list(_read(stream, found, day))


def _scan(stream: TokenStream) -> Iterator[Found]:
    month_first = absolute.order_of(stream)
    index = 0
    while index < len(stream):
        found = expression_at(stream, index, month_first) if starts(stream[index]) and not _is_inside_code(stream, index) else None
        if found is None:
            index += 1
        else:
            yield found
            index = max(found.end, index + 1)


def _is_inside_code(stream: TokenStream, i: int) -> bool:
    """Whether a number is neither the first nor the last of a run like 1-20-3 or 1.20.3, so that nothing can begin with it."""
    return (
        stream[i].number is not None
        and stream.is_glued(i) and stream[i - 1].text in _CODE_SIGNS and stream.is_glued(i - 1)
        and stream.is_glued(i + 1) and stream[i + 1].text in _CODE_SIGNS and stream.is_glued(i + 2)
    )  # fmt: skip


_CODE_SIGNS = frozenset("-/.:")


def expression_at(stream: TokenStream, i: int, month_first: bool | None) -> Found | None:
    """The longest expression that starts at a token, with its parts, its day and its time of day joined."""
    token = stream[i]
    best = _part_of(stream, i, month_first) if token.low in _PART_STARTS else None
    best = best or _plain(stream, i, month_first)
    told = hour(stream, i)
    if told is not None and (best is None or told.end >= best.end):
        return _time_with_day(stream, told, month_first)
    time = time_of_day(stream, i)
    if time is not None and (best is None or time.end >= best.end):
        is_midnight = token.low == "midnight" and time.value == "T00:00"
        return _time_with_day(stream, Found(i, time.end, Clock(time.value, is_midnight=is_midnight), "time"), month_first)
    if token.low in _DAY_PART_STARTS:
        of_part = _part_of_day(stream, i, month_first)
        if of_part is not None and (best is None or of_part.end > best.end):
            return of_part
    if best is None:
        return None
    if best.kind == "day":
        return _day_with_time(stream, best)
    if best.kind == "week":
        return _weekday_of(stream, best)
    if best.kind == "length":
        return _from_a_day(stream, best, month_first)
    if best.kind == "set":
        return _set_at_a_time(stream, best)
    return best


def _weekday_of(stream: TokenStream, week: Found) -> Found:
    """ "next week on Tuesday", "last week Monday"."""
    at = stream.skip(week.end, ("on", "-", "–"))
    word = stream[at].word
    if word.weekday < 0 or word.is_plural or not isinstance(week.meaning, NearUnit) or stream.low(at + 1) == "to":
        return week
    return _day_with_time(stream, Found(week.start, at + 1, Weekday(word.weekday, week=week.meaning), "day"))


def _from_a_day(stream: TokenStream, length: Found, month_first: bool | None) -> Found:
    """ "two weeks after 5 March", "a day before Christmas"; "in two weeks" is told apart from a mere length."""
    meaning = length.meaning
    if not isinstance(meaning, Duration):
        return length
    way = {"after": 1, "following": 1, "from": 1, "before": -1}.get(stream.low(length.end))
    day = _plain(stream, length.end + 1, month_first) if way else None
    if way and day is not None and day.kind == "day" and len(meaning.parts) == 1:
        amount, unit = meaning.parts[0]
        if stream.low(length.end) == "from" and unit not in ("D", "W", "FN"):
            return length  # "six months from 1 July" are those that begin then
        return Found(length.start, day.end, Shifted(amount, unit, way, anchor=day.meaning), "point")
    if stream.low(length.start - 1) == "in" and meaning.way == 0:
        return length._replace(meaning=replace(meaning, is_ahead=True))
    return length


def _plain(stream: TokenStream, i: int, month_first: bool | None) -> Found | None:
    """The longest expression that a single rule finds here; the earlier rule wins between two as long."""
    token = stream[i]
    best = None
    if token.digits in (1, 2) or token.word.weekday >= 0:
        best = absolute.days_in_figures(stream, i) or absolute.figures(stream, i, month_first)
    for rule in rules_for(token):
        found = rule(stream, i)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best


def _part_of(stream: TokenStream, i: int, month_first: bool | None) -> Found | None:
    """ "early March", "late Friday", "mid-2019", "the end of the year", "earlier this month", "later in the day"."""
    at = stream.skip(i, ("the", "as"))
    low = stream.low(at)
    if low in _PARTS:
        inner_at = stream.after_hyphen(at + 1)
        inner_at = stream.skip(inner_at, ("on", "in")) if low in ("early", "late", "later", "earlier") else inner_at
        inner = _plain(stream, inner_at, month_first) if inner_at > at else None
        if inner is not None and (inner.kind in POINTS or inner.kind == "time"):
            if (
                inner_at > at + 1
                and stream.low(inner_at - 1) == "in"
                and inner.kind in ("year", "month")
                and low in ("later", "earlier")
                and stream[inner_at].digits
            ):
                return None
            whole = Found(
                i if stream.low(i) != "as" else at, inner.end, Modified(inner.meaning, _PARTS[low], _WAYS.get(low, 0)), inner.kind
            )
            return _day_with_time(stream, whole) if inner.kind == "day" else whole
        if (
            inner_at > at + 1
            and stream.low(inner_at) == "the"
            and stream.low(inner_at - 1) == "in"
            and stream[inner_at + 1].word.unit in relative.PERIODS
        ):
            unit = stream[inner_at + 1].word.unit
            meaning: Meaning = Named("D", is_part=True) if unit == "D" else TheUnit(unit)
            return Found(i, inner_at + 2, Modified(meaning, _PARTS[low]), "day" if unit == "D" else "period")
    if (low in EDGES and stream.low(at + 1) == "of") or (low == "very" and stream.low(at + 1) in EDGES):
        low, at = (stream.low(at + 1), at + 1) if low == "very" else (low, at)
        if stream.low(i - 1) == "at" and stream.has(at, "end", "of", "the", "day", ","):
            return None  # "at the end of the day, …": after all
        inner = _plain(stream, at + 2, month_first)
        if inner is not None and inner.kind in POINTS:
            return Found(i, inner.end, Modified(inner.meaning, EDGES[low]), inner.kind)
        word = stream[at + 3].word
        if stream[at + 2].word.unit in ("M", "Y", "W") and not stream[at + 2].word.is_plural and not stream.is_hyphen(at + 3):
            return Found(i, at + 3, Modified(TheUnit(stream[at + 2].word.unit), EDGES[low]), "period")
        if stream.low(at + 2) == "the" and word.unit in relative.PERIODS and not word.is_plural:
            return Found(i, at + 4, Modified(TheUnit(word.unit), EDGES[low]), "period")
    return None


def _day_with_time(stream: TokenStream, day: Found) -> Found:
    """ "Friday morning", "Friday at 10 a.m.", "1 March 2019 16:15 IST", "tomorrow night"."""
    at = day.end
    part = part_of_day(stream, at) or part_of_day(stream, stream.skip(at, ("late", "early")))
    if part is None and isinstance(day.meaning, Weekday) and day.end == day.start + 1 and (often := _PART_SETS.get(stream.low(at))):
        return Found(day.start, at + 1, Recurring(f"XXXX-WXX-{day.meaning.weekday + 1}{often}"), "set")
    if part is not None:
        return Found(day.start, part.end, Clock(part.value, day.meaning), "time")
    for skipped in (at, stream.skip(at, ("at", ",", "T"))):
        at_time = stream.skip(skipped, ("at",)) if skipped > at else skipped
        time = (
            time_of_day(stream, at_time)
            if at_time == at or stream[at_time].number is not None or stream.low(at_time) in ("noon", "midnight")
            else None
        )
        if time is not None:
            return Found(day.start, time.end, Clock(time.value, day.meaning), "time")
    return day


_PART_SETS = {"mornings": "TMO", "afternoons": "TAF", "evenings": "TEV", "nights": "TNI"}
"""Parts of the day that make a weekday before them come again every week."""


def _set_at_a_time(stream: TokenStream, often: Found) -> Found:
    """ "every Monday at 4 p.m.", "Tuesdays at 9 a.m.", "daily at noon"."""
    if not isinstance(often.meaning, Recurring):
        return often
    time = time_of_day(stream, stream.skip(often.end, ("at",)))
    if time is None or (stream.low(often.end) != "at" and stream[time.end - 1].text != "m"):
        return often
    day = {"P1D": "XXXX-XX-XX"}.get(often.meaning.value, often.meaning.value.partition("T")[0])
    return Found(often.start, time.end, Recurring(day + time.value), "set") if day.startswith("XXXX") else often


def _time_with_day(stream: TokenStream, time: Found, month_first: bool | None) -> Found:
    """ "10 a.m. Friday", "16:15 on 1 March", "10 a.m., Friday"; in "9 to 10 a.m. on Friday" the day is that of both."""
    if not isinstance(time.meaning, Clock) or time.meaning.day is not None:
        return time
    day = _day_behind(stream, time.end, month_first)
    if day is not None:
        is_abroad = isinstance(day.meaning, Weekday) and any(stream.has(i, "local", "time") for i in range(time.start, day.end + 1))
        meaning = replace(day.meaning, is_abroad=True) if is_abroad and isinstance(day.meaning, Weekday) else day.meaning
        return Found(time.start, day.end, replace(time.meaning, day=meaning), "time")
    if _is_beside_open_day(stream, time):
        return time._replace(meaning=replace(time.meaning, is_open=True))
    if stream[time.end].text in JOINTS or stream.low(time.end) in JOINTS:
        last = hour(stream, time.end + 1) or time_of_day(stream, time.end + 1)
        if last is not None:
            shared = last.meaning.day if isinstance(last, Found) and isinstance(last.meaning, Clock) else None
            day = _day_behind(stream, last.end, month_first)
            return time._replace(meaning=replace(time.meaning, day=shared or (day.meaning if day else None)))
    return time


def _is_beside_open_day(stream: TokenStream, time: Found) -> bool:
    """Whether a time belongs to a date in figures that has no value: "03/04/2021 at 9.15am"."""
    if absolute.is_open_day(stream, stream.skip(time.end, ("on", ","))):
        return True
    for i in range(time.start - 1, max(time.start - _NEAR_TIME, 0), -1):
        if stream[i].text in (".", "\n", ";") and not (stream.is_glued(i) and stream.is_glued(i + 1)):
            return False
        if absolute.is_open_day(stream, i):
            return True
    return False


def _day_behind(stream: TokenStream, i: int, month_first: bool | None) -> Found | None:
    """The day behind a time, with "on" or a comma between."""
    at = stream.skip(i, ("on", ","))
    day = _plain(stream, at, month_first)
    return day if day is not None and day.kind == "day" and (at == i or stream.low(i) == "on" or isinstance(day.meaning, Day)) else None


def _part_of_day(stream: TokenStream, i: int, month_first: bool | None) -> Found | None:
    """ "the morning of 5 May", "the night of 5 to 6 May"."""
    at = stream.skip(i, ("the",))
    at = stream.skip(at, ("early", "late"))
    value = part_of_day(stream, at)
    of = stream.skip(value.end, ("hours",)) if value else at
    if value is None or stream.low(of) != "of":
        return None
    day = _plain(stream, of + 1, month_first)
    return Found(i, day.end, Clock(value.value, day.meaning), "time") if day and day.kind in ("day", "days") else None


_NEAR_TIME = 14
"""So many tokens before a time of day, in its sentence, a date in figures is that of the time."""


def _read(stream: TokenStream, found: list[Found], published: date | None) -> Iterator[DateValue]:
    written = written_on(stream, found, published)
    context = Context(written or published, is_narrative=is_narrative(stream, found, published))
    context.told_on = Basis.DATELINE if written else Basis.PUBLICATION
    last_end = 0
    before: Found | None = None
    for one, reading in _readings(stream, found, context):
        start, end = stream[one.start].start, stream[one.end - 1].end
        if reading is None or start < last_end:
            continue
        reading = bounded(stream, one, reading)
        if _is_named(one, reading) and not (context.is_narrative and _is_aside(stream, one)) and not is_comparison(stream, context, one):
            context.named, context.is_full, context.since_named = reading, context.basis is None, 0
            context.is_limit = _is_limit(stream, one) or (before is not None and is_told_by_end(stream, before, one))
            context.is_end = context.is_limit or tells_from_now(one.meaning)
        before = one
        last_end = end
        is_open = reading.earliest is None
        yield DateValue(
            start=start, end=end, text=stream.text[start:end], value=reading.value, kind=reading.kind,
            earliest=reading.earliest, latest=reading.latest, mod=reading.mod, anchor=None if is_open else context.anchor,
            basis=None if is_open else context.basis, told_year=context.told_year if is_open or context.basis else None,
        )  # fmt: skip


def _readings(stream: TokenStream, found: list[Found], context: Context) -> Iterator[tuple[Found, Reading | None]]:
    """Each expression with its reading; both ends of a range are read together."""
    ends, began, before = None, None, None
    days: dict[int, tuple[int, date]] = {}
    for n, one in enumerate(found):
        if ends is not None:
            if began is not None:
                context.rest_on(Basis.NAMED, began)
            context.told = None
            yield one, ends
            ends = None
            continue
        context.look, context.is_sure = look(stream, one.start, one.end) if _needs_look(one) else Look(0, False)
        context.told = told_year(stream, found, n) if isinstance(one.meaning, Day | Month) else None
        context.sentences = sentences_since(stream, found, n)
        context.is_again = one.kind == "time" and tells_again(stream, found, n)
        context.is_aside = one.kind == "time" and n > 0 and is_aside(stream, found[n - 1], one)
        note_period(stream, context, found, n)
        context.rest_on(None)
        if is_told_already(stream, found, n, days, context):
            context.look = -1
        reading = said_on(stream, found, n, context) or one.meaning.read(context)
        if before is not None and follows(stream, found, n):
            reading = next_after(context, one.meaning, before) or reading
        if reading is not None and n + 1 < len(found) and is_told_by_end(stream, one, found[n + 1]):
            last = found[n + 1]
            context.look, context.is_sure = look(stream, last.start, last.end)
            reading = told_by_end(stream, one, last, reading, last.meaning.read(context))
        elif reading is not None and n + 1 < len(found) and (is_range(stream, one, found[n + 1]) or is_pair(stream, one, found[n + 1])):
            context.look = -1 if context.look == 0 and is_pair(stream, one, found[n + 1]) else context.look
            reading, ends = range_readings(context, one.meaning, found[n + 1].meaning, reading)
            began = reading.earliest
        if n == 0 or not is_told_by_end(stream, found[n - 1], one):
            note_named(context, one, reading)
        note_year(context, one, reading)
        note_weekday(found, n, reading, days)
        before = reading
        yield one, reading


def _needs_look(one: Found) -> bool:
    if isinstance(one.meaning, Modified) and isinstance(one.meaning.meaning, YearEnd):
        return True
    if isinstance(one.meaning, Shifted) and one.meaning.anchor is not None:
        return True
    return (isinstance(one.meaning, Duration) and (one.meaning.is_ahead or one.meaning.way > 0)) or one.kind in _LOOKING


_LOOKING = frozenset({"day", "days", "month", "months", "season", "quarter", "weekend", "time"})
"""Kinds of expressions whose verb may tell whether they are past or still to come."""


def _is_named(one: Found, reading: Reading) -> bool:
    """Whether "the following day" may be told from this: a point on the calendar."""
    return (
        bool(reading.grain)
        and (reading.earliest is not None or reading.value.startswith("BC"))
        and one.kind not in ("reference", "length", "set")
    )


def _is_aside(stream: TokenStream, one: Found) -> bool:
    return _is_limit(stream, one) or tells_from_now(one.meaning)


def _is_limit(stream: TokenStream, one: Found) -> bool:
    return stream.low(one.start - 1) in ("since", "until", "till")
