"""What times of one text tell of each other: the ends of a range, the year of an event, and whether the whole tells history or news."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.language.lexicon import words
from factcheck.model import Basis
from factcheck.values.dates import calendar as cal
from factcheck.values.dates.accounts import YearOfAccounts
from factcheck.values.dates.business import CurrentQuarter, Half, Quarter, ReportedQuarter
from factcheck.values.dates.found import Found
from factcheck.values.dates.points import Day, Holiday, Month, MonthIn, Year
from factcheck.values.dates.reading import MONTHS, Context, Meaning, Reading, Told, months_reading, unit_reading
from factcheck.values.dates.relations import Clock, Duration, Interval, InYear, Modified, NearDay, NearUnit, Reference, Shifted, Weekday
from factcheck.values.dates.token_stream import HYPHENS, TokenStream

RANGE_JOINTS = frozenset({"to", "until", "till", "through"}) | HYPHENS
"""Words between the ends of a range; with "between" before them, "and" too."""


_TOGETHER = RANGE_JOINTS | {"and", "or", ",", "&", "/"}


def shared_years(stream: TokenStream, found: list[Found]) -> list[Found]:
    """Gives "8 November" the year of "and 23 November 1936" behind it."""
    for n in range(len(found) - 2, -1, -1):
        first, second = found[n], found[n + 1]
        if not 0 <= second.start - first.end <= 2 or stream.low(first.end) not in _TOGETHER:
            continue
        year = second.meaning.year if isinstance(second.meaning, Day | Month) else None
        if year is None:
            continue
        meaning = first.meaning
        if isinstance(meaning, Day | Month) and meaning.year is None and not (isinstance(meaning, Month) and meaning.which is not None):
            last = second.meaning
            month = last.month if isinstance(last, Day | Month) else meaning.month
            if stream.low(first.end) == "," and isinstance(last, Year):
                continue
            later = meaning.month > month and stream.low(first.end) in RANGE_JOINTS
            found[n] = first._replace(meaning=replace(meaning, year=year - later))
    return found


def is_range(stream: TokenStream, first: Found, last: Found) -> bool:
    """Whether two expressions are the ends of one range: "from May to July", "between 26 December and 3 January"."""
    joint = stream.low(first.end)
    if last.start != first.end + 1 or not (joint in RANGE_JOINTS or (joint == "and" and stream.low(first.start - 1) == "between")):
        return False
    return _is_bare(first.meaning) and _is_bare(last.meaning)


def is_pair(stream: TokenStream, first: Found, last: Found) -> bool:
    """Whether two weekdays are told together, the earlier one first: "over Monday and Tuesday", "on Tuesday and on Thursday"."""
    if not (isinstance(first.meaning, Weekday) and isinstance(last.meaning, Weekday) and stream.low(first.end) in ("and", "&")):
        return False
    at = stream.skip(first.end + 1, ("on",))
    return last.start == at and first.meaning.weekday != last.meaning.weekday and _is_bare(first.meaning) and _is_bare(last.meaning)


def _is_bare(meaning: Meaning) -> bool:
    """Whether only what stands around it tells the year or the week."""
    if isinstance(meaning, Weekday):
        return meaning.which is None and meaning.week is None
    if isinstance(meaning, Month | Holiday):
        return meaning.year is None and meaning.which is None
    return isinstance(meaning, Day) and meaning.year is None


def range_readings(context: Context, first: Meaning, last: Meaning, began: Reading) -> tuple[Reading, Reading | None]:
    """Both ends of a range: the end is the first such time after the beginning, and what is told as past has ended by publication."""
    ended = _after(context, last, began)
    published = context.published
    if ended is None or ended.earliest is None or published is None or context.look >= 0 or ended.earliest <= published:
        return began, ended
    earlier = cal.shifted(published, -7) if isinstance(first, Weekday) else cal.month_shifted(published, -12)
    before = first.read(replace(context, published=earlier))
    return (before, _after(context, last, before)) if before is not None else (began, ended)


def follows(stream: TokenStream, found: list[Found], n: int) -> bool:
    """Whether a month or day without its year is told as coming after the one before: "shut in March 2020, followed by … in January"."""
    if n == 0 or not _is_bare(found[n].meaning) or isinstance(found[n].meaning, Weekday):
        return False
    between = range(found[n - 1].end, found[n].start)
    return any(
        stream.has(i, "followed", "by") or (stream.low(i) == "then" and stream.low(i - 1) in ("and", ",")) for i in between
    ) and not any(_ends_sentence(stream, i) or stream[i].text == "\n" for i in between)


def next_after(context: Context, last: Meaning, before: Reading) -> Reading | None:
    """The first such time after the one before, where that is over by publication."""
    read = _after(context, last, before)
    published = context.published
    if read is None or read.latest is None or before.earliest is None or (published is not None and read.latest > published):
        return None
    context.rest_on(Basis.NAMED, before.earliest)
    return read


def _after(context: Context, last: Meaning, began: Reading) -> Reading | None:
    if began.earliest is None:
        return last.read(context)
    return last.read(replace(context, published=began.earliest, named=began, look=1, is_sure=True, told=None))


_REACH = 6
"""So many expressions back the year of an event is looked for."""

_SENTENCE_ENDS = frozenset({".", "!", "?"})


def told_year(stream: TokenStream, found: list[Found], n: int) -> Told | None:
    """The time with its year that the same paragraph names last before an expression."""
    sentences, behind = 0, found[n].start
    for one in reversed(found[max(n - _REACH, 0) : n]):
        between = range(one.end, behind)
        if any(stream[i].text == "\n" for i in between):
            return None
        sentences += any(_ends_sentence(stream, i) for i in between)
        behind = one.start
        year, month = _year_of(one.meaning)
        if year is not None and is_measure(stream, one):
            continue
        if year is not None:
            return Told(year, month, sentences + (sentences == 0 and _are_set_apart(stream, one.end, found[n].start)))
        if isinstance(one.meaning, Day | Month) and sentences == 1:
            sentences = 0  # a day told of the same event carries it on
    return None


def note_period(stream: TokenStream, context: Context, found: list[Found], n: int) -> None:
    """Note how far back the month or quarter was named that a text is about, and whether an expression is only held against it."""
    context.since_period += context.sentences
    context.since_named += context.sentences
    context.since_year += context.sentences
    context.is_compared = stream.low(found[n].start - 1) in _AGAINST
    context.is_beside = context.is_compared or _is_held_against(stream, found[n].start)
    context.is_price = context.since_period > 0 and _is_of_shares(stream, found[n].start)


_AGAINST = words("time_words", "against")


def _is_held_against(stream: TokenStream, start: int) -> bool:
    """Whether an amount of this time is what another is held against: "rose to $5m from $4.2m in the previous year"."""
    counted = False
    for i in range(start - 1, max(start - 1 - _AMOUNT, -1), -1):
        if stream.low(i) in _AGAINST:
            return counted and stream.low(i) != "to"
        if stream[i].text in (";", "\n") or (stream[i].text in _SENTENCE_ENDS and not stream.is_glued(i + 1)):
            return False
        counted = counted or stream[i].digits > 0
    return False


_AMOUNT = 18
"""Tokens from "from" to the time whose amount it is: "from a loss of $4.2 million, or 12 cents a share, in"."""


def _is_of_shares(stream: TokenStream, start: int) -> bool:
    """Whether the sentence up to here tells what shares are worth: "its shares have risen by 70 per cent from a year earlier"."""
    for i in range(start - 1, max(start - 1 - _AMOUNT, -1), -1):
        if stream[i].text in (";", "\n") or (_ends_sentence(stream, i) and not stream.is_glued(i + 1)):
            return False
        if stream.low(i) in _PRICED or stream.has(i, "share", "price"):
            return True
    return False


_PRICED = frozenset({"shares", "stock", "stocks"})


def is_comparison(stream: TokenStream, context: Context, one: Found) -> bool:
    """Whether a time is only one that something is held against, so that no other is told from it.

    "From $4m a year earlier"; "A year earlier it made $3m".
    """
    if isinstance(one.meaning, InYear):
        return True
    if isinstance(one.meaning, Shifted) and one.meaning.way < 0 and one.meaning.unit == "Y" and _tells_an_amount(stream, one.end):
        return True
    return context.is_beside and (isinstance(one.meaning, Shifted) or (isinstance(one.meaning, NearUnit) and one.meaning.then))


def _tells_an_amount(stream: TokenStream, end: int) -> bool:
    for i in range(end, end + _AMOUNT):
        if stream[i].text == "\n" or _ends_sentence(stream, i):
            return False
        if stream.low(i) in _AMOUNTS:
            return True
    return False


_AMOUNTS = frozenset({"$", "£", "€", "%", "percent"})


def note_named(context: Context, one: Found, reading: Reading | None) -> None:
    """Note a month or quarter that is named, and not told from another, as the one that a text is about."""
    meaning = one.meaning.meaning if isinstance(one.meaning, Modified) else one.meaning
    if reading is None or reading.earliest is None or context.is_beside:
        return
    if isinstance(meaning, Interval | YearOfAccounts) or (isinstance(meaning, Duration) and not meaning.way):
        reading = months_reading(reading)
        is_named = True
    else:
        is_told_back = isinstance(meaning, ReportedQuarter) and meaning.years > 0
        is_named = isinstance(meaning, Month | MonthIn | Quarter | Half | CurrentQuarter | ReportedQuarter) or (
            isinstance(meaning, NearUnit) and not meaning.then
        )
        is_named = is_named and not is_told_back
    if reading is not None and reading.grain in ("M", "Q", "SE", MONTHS) and is_named:
        context.period, context.since_period = reading, 0


def note_year(context: Context, one: Found, reading: Reading | None) -> None:
    """Note a year that is named as one that "the year before" may be told from, and a month as one that may be "that month"."""
    meaning = one.meaning.meaning if isinstance(one.meaning, Modified) else one.meaning
    if reading is not None and isinstance(meaning, Month | MonthIn | Day) and reading.earliest is not None:
        context.month = unit_reading(reading.earliest, "M")
    if reading is not None and reading.grain == "Y" and reading.earliest is not None and reading.mod is None:
        context.year, context.since_year = reading, 0


def sentences_since(stream: TokenStream, found: list[Found], n: int) -> int:
    """How many sentences before this one the expression before stands: 0 in the same, 2 or more far off."""
    if n == 0:
        return _FAR
    return _sentence_ends(stream, found[n - 1].end, found[n].start)


def is_told_already(stream: TokenStream, found: list[Found], n: int, days: dict[int, tuple[int, date]], context: Context) -> bool:
    """Whether what "would" be on a weekday was to be on the one that is over: "said on Monday that the road would open by late Monday".

    `days` are those of the weekdays told before, each with the place of its expression.
    """
    weekday = _weekday_of(found[n].meaning)
    if weekday is None or weekday.weekday not in days or context.look <= 0 or context.published is None:
        return False
    told, day = days[weekday.weekday]
    if day > context.published or _sentence_ends(stream, found[told].end, found[n].start) > 1:
        return False
    return _is_reported(stream, found[n].start)


def note_weekday(found: list[Found], n: int, reading: Reading | None, days: dict[int, tuple[int, date]]) -> None:
    """Note the day of a weekday that is told."""
    weekday = _weekday_of(found[n].meaning)
    if weekday is not None and reading is not None and reading.earliest is not None:
        days[weekday.weekday] = n, reading.earliest


def _weekday_of(meaning: Meaning | None) -> Weekday | None:
    """The bare weekday in "late Monday" and "Monday night"."""
    while isinstance(meaning, Modified | Clock):
        meaning = meaning.meaning if isinstance(meaning, Modified) else meaning.day
    return meaning if isinstance(meaning, Weekday) and meaning.which is None and meaning.week is None else None


def _is_reported(stream: TokenStream, start: int) -> bool:
    """Whether the clause before a time says what somebody said would be."""
    for i in range(start - 1, max(start - 1 - _CLAUSE, -1), -1):
        if stream.low(i) in ("would", "will") or stream[i].text in _SENTENCE_ENDS | {"\n", ";"}:
            return stream.low(i) == "would"
    return False


_CLAUSE = 16


def tells_from_now(meaning: Meaning) -> bool:
    """Whether it is an aside in a tale of another time, which no later date is told from: today, two years earlier."""
    while isinstance(meaning, Modified):
        meaning = meaning.meaning
    if isinstance(meaning, Shifted):
        return meaning.unit in ("Y", "DE", "CE")
    return isinstance(meaning, NearDay) or (isinstance(meaning, NearUnit) and not meaning.then)


def tells_again(stream: TokenStream, found: list[Found], n: int) -> bool:
    """Whether a time of day is that of days of their own: of what comes again, or of the days from one named behind it."""
    if any(stream.low(i) in _USUALLY for i in range(max(found[n].start - _CLAUSE, 0), found[n].end + _CLAUSE)):
        return True
    for one in found[max(n - 2, 0) : n + 3]:
        first, last = (one, found[n]) if one.start < found[n].start else (found[n], one)
        if one is found[n] or _sentence_ends(stream, first.end, last.start):
            continue
        if one.kind in ("set", "days") or (isinstance(one.meaning, Reference) and one.meaning.value.startswith("XXXX")):
            return True
        if one.start > found[n].start and isinstance(one.meaning, Day | Month) and stream.low(one.start - 1) == "from":
            return True
    return False


_USUALLY = frozenset({"typically", "usually", "normally", "generally"})
"""Words of what comes again, on no day of its own: "opens normally at 10am"."""


def is_aside(stream: TokenStream, told: Found, one: Found) -> bool:
    """Whether a time stands in a clause between commas that says who or which: "the jury, which retired on Monday, went home"."""
    if stream[told.end].text != "," or _sentence_ends(stream, told.end, one.start):
        return False
    for i in range(told.start - 1, max(told.start - 1 - _CLAUSE, -1), -1):
        if stream[i].text == "," or stream[i].text in _SENTENCE_ENDS:
            return stream[i].text == "," and stream.low(i + 1) in ("who", "which", "whose")
    return False


_FAR = 9


def _sentence_ends(stream: TokenStream, start: int, end: int) -> int:
    """How many sentences end between two places; the end of a paragraph is that of its last sentence."""
    ends = [_ends_sentence(stream, i) or stream[i].text == "\n" for i in range(start, end)]
    return sum(here and not behind for here, behind in zip(ends, [*ends[1:], False], strict=True)) if ends else 0


def _are_set_apart(stream: TokenStream, start: int, end: int) -> bool:
    """Whether a comma parts two times of one sentence and no "and" goes on after it: "opened in 1967, was shut in February"."""
    return any(stream[i].text == "," and stream.low(i + 1) not in ("and", "then", "but") for i in range(start, end))


def _ends_sentence(stream: TokenStream, i: int) -> bool:
    return stream[i].text in _SENTENCE_ENDS and not (stream[i].text == "." and stream.is_abbreviated(i))


def _year_of(meaning: Meaning) -> tuple[int | None, int | None]:
    """The year that an expression names itself, and its month."""
    while isinstance(meaning, Modified | Interval):
        meaning = meaning.meaning if isinstance(meaning, Modified) else meaning.last
    if isinstance(meaning, Day | Month):
        return meaning.year, meaning.month
    return (meaning.year, None) if isinstance(meaning, Year) and not meaning.bc else (None, None)


def is_measure(stream: TokenStream, one: Found) -> bool:
    """Whether a time is only what another is measured by, and nothing is told of it: "above the 2019 level", "up 9% on 2022"."""
    if stream.low(one.end) in _LEVELS or stream.has(one.start - 3, "back", "to") or stream.has(one.start - 2, "back", "to"):
        return True
    if any(stream.low(one.start - n) in ("began", "begin", "started") and stream.low(one.start - n - 1) == "records" for n in (1, 2)):
        return True
    at = one.start - 1 - (stream.low(one.start - 1) == "the")
    if stream.low(at) in ("with", "to"):
        return stream.low(at - 1) in ("compared", "relative")
    return stream.low(at) in _THAN or (stream.low(at) == "on" and isinstance(one.meaning, Year))


_LEVELS = frozenset({"level", "levels", "figure", "figures", "average", "baseline", "peak", "total"})
_THAN = frozenset({"above", "below", "versus", "vs", "than", "against"})


def is_narrative(stream: TokenStream, found: list[Found], published: date | None) -> bool:
    """Whether a text tells history, and no news: by its years written out against its weekdays and yesterdays."""
    years = near = dated = 0
    for one in found:
        meaning = one.meaning.meaning if isinstance(one.meaning, Modified) else one.meaning
        meaning = meaning.first if isinstance(meaning, Interval) else meaning
        if isinstance(meaning, Clock) and meaning.day is not None:
            meaning = meaning.day
        year = meaning.year if isinstance(meaning, Day | Month | Year) else None
        if year is not None and is_measure(stream, one):
            continue
        if year is not None:
            is_far = published is None or abs(year - published.year) > 1
            years += is_far
            dated += is_far and not isinstance(meaning, Year)
        elif isinstance(meaning, NearDay | NearUnit | Weekday) or _points_from_now(meaning):
            near += 1
    return years >= 4 and years > 3 * near and dated >= near


def _points_from_now(meaning: Meaning) -> bool:
    """Whether a time points from publication: "this October", "April this year", "the last ten years"."""
    if isinstance(meaning, Month):
        return meaning.which is not None
    if isinstance(meaning, MonthIn):
        return isinstance(meaning.year, NearUnit) and not meaning.year.then
    return isinstance(meaning, Duration) and meaning.way < 0 and not meaning.then
