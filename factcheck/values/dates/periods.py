"""Rules for months, seasons, quarters, weeks and holidays without their year: "October", "the summer", "the first quarter"."""

from __future__ import annotations

from factcheck.language.lexicon import words
from factcheck.values.dates.absolute import day_month, month_at, month_day, year_at
from factcheck.values.dates.found import Found
from factcheck.values.dates.holidays import NAMES
from factcheck.values.dates.numbers import ordinal
from factcheck.values.dates.points import (
    Day,
    DayIn,
    Holiday,
    Month,
    MonthDay,
    MonthIn,
    NumberedWeek,
    Season,
    WeekAround,
    WeekOf,
    Year,
)
from factcheck.values.dates.reading import Meaning
from factcheck.values.dates.relations import Named, NearUnit
from factcheck.values.dates.relative import NOT_A_DAY, WHICH, fixed_unit, near_unit
from factcheck.values.dates.token_stream import TokenStream


def month_alone(stream: TokenStream, i: int) -> Found | None:
    """ "October", "early June", with the words around saying that "May", "March" and "August" are months."""
    month = month_at(stream, i)
    if not month:
        return None
    token = stream[i]
    end = i + 1
    if not token.word.is_full:
        dotted = stream[end].text == "." and stream.is_glued(end)
        if not dotted and stream.low(i - 1) not in _BEFORE_MONTH:
            return None
        if token.low in ("jan", "mar", "dec", "jun") and stream.low(i - 1) not in _BEFORE_MONTH:
            return None
        return Found(i, end + dotted if stream[end + 1].text.islower() else end, Month(month), "month")
    if token.low in ("may", "march", "august", "april", "june") and not _is_month(stream, i):
        return None
    if stream[i - 1].text in ("\n", ".", "?", "!") and stream[end].is_capital and stream[end].text.isalpha() and not stream[end].word.known:
        return None  # "January Jones stars": at the beginning of a sentence a name
    return Found(i, end, Month(month), "month")


_BEFORE_MONTH = words("years", "before_month")


_SURELY_BEFORE_MONTH = words("years", "surely_before_month")


def _is_month(stream: TokenStream, i: int) -> bool:
    """Whether May, March, April, June or August is the month here, and not a person, a walk or a verb."""
    token = stream[i]
    before, after = stream[i - 1], stream[i + 1]
    if before.low in ("to", "ended", "ending") and stream.low(i - 2) in _OF_ACCOUNTS:
        return True
    if before.low in _SURELY_BEFORE_MONTH or (before.text in "-–" and stream.low(i - 2) in ("mid", "early", "late")):
        return not (
            token.low in ("april", "june", "may")
            and after.is_capital
            and after.text.isalpha()
            and not after.word.known
            and before.low in ("this", "between")
        )
    if before.is_capital and before.text.isalpha() and not before.word.month and before.low not in _BEFORE_MONTH | {"the"}:
        return False
    if token.low in ("may", "march"):
        if before.low == "of" and stream.low(i - 2) in (
            "end",
            "month",
            "beginning",
            "start",
            "middle",
            "week",
            "half",
            "day",
            "days",
            "part",
            "weekend",
            "elections",
        ):
            return True
        if before.low in ("by", "before", "after", "from", "to", "and") and not (after.is_capital and not after.word.month):
            return before.low in ("from", "after", "before", "by") or _has_month_near(stream, i)
        return (
            before.low in ("the", "a")
            and after.text.isalpha()
            and after.text.islower()
            and after.low not in ("government", "cabinet", "administration", "on", "to", "of", "from", "in", "for", "through", "by", "past")
        )
    if before.text in ("\n", ".") and after.text.isalpha() and after.text.islower() and after.low in ("said", "was", "is", "has", "had"):
        return False
    if after.is_capital and after.text.isalpha() and not after.word.known and (before.low not in _BEFORE_MONTH or before.low == "and"):
        return False
    return before.low in _BEFORE_MONTH or before.text.islower() or before.text in ("'", "(", ",", "–", "-", "\n")


_OF_ACCOUNTS = frozenset({"year", "years", "half", "months", "quarter", "period", "weeks"})
"""Lengths of time that may be told by the month in which they end: "the year to March"."""


def _has_month_near(stream: TokenStream, i: int) -> bool:
    return any(stream[i + step].word.month and stream[i + step].is_capital for step in (-4, -3, -2, 2, 3))


def month_in_year(stream: TokenStream, i: int) -> Found | None:
    """ "October of next year", "August of that year", "September last year", "March the same year"."""
    month = month_at(stream, i)
    if not month:
        return None
    at = stream.skip(i + 1, ("of", ","))
    year = near_unit(stream, at) or fixed_unit(stream, at)
    if year is None or not isinstance(year.meaning, NearUnit | Named) or year.meaning.unit != "Y":
        return None
    return Found(i, year.end, MonthIn(month, year.meaning), "month")


def named_day(stream: TokenStream, i: int) -> Found | None:
    """A day with its month, and the year in words behind it: "June 16", "25 July that year", "1 May of last year"."""
    token = stream[i]
    day = None if token.number is not None else month_day(stream, i)
    if day is None and not token.word.month:
        day = day_month(stream, i)
    if day is None or not isinstance(day.meaning, Day) or day.meaning.year is not None:
        return day
    at = stream.skip(day.end, ("of", ","))
    year = near_unit(stream, at) or fixed_unit(stream, at)
    if year is None or not isinstance(year.meaning, NearUnit | Named) or year.meaning.unit != "Y":
        return day
    return Found(day.start, year.end, DayIn(day.meaning, year.meaning), "day")


def season_alone(stream: TokenStream, i: int) -> Found | None:
    """ "the summer", "in spring", "summer" behind a preposition; never "fall" the verb or "spring" the source."""
    at = stream.skip(i, ("the",))
    word = stream[at].word
    if (
        not word.season
        or word.is_plural
        or (stream[at].is_capital and stream[at - 1].text != "\n" and stream.low(at - 1) not in ("in", "the"))
    ):
        return None
    if stream.is_hyphen(at + 1) or (stream[at].is_capital and stream[at + 1].is_capital and stream[at + 1].text.isalpha()):
        return None
    before = stream.low(at - 1)
    if stream.low(at) == "fall":
        if not (
            before in ("in", "the")
            and stream.low(i - 1) in ("in", "by", "during", "until", "since")
            and stream.low(at + 1) not in ("of", "in", "from")
        ):
            return None
    elif (
        stream.low(at) == "spring"
        and before != "the"
        and before not in ("in", "by", "last", "early", "late", "since", "until", "this", "during")
    ) or before not in (
        "the",
        "in",
        "by",
        "early",
        "late",
        "mid",
        "during",
        "since",
        "until",
        "and",
        "or",
        "from",
        "to",
        "through",
        "before",
        "after",
        "all",
        "over",
    ):
        return None
    is_listed = before in ("and", "or") and not stream[at - 2].word.season
    if is_listed and stream[at + 1].text.islower() and stream.low(at + 1) not in _AFTER_PHRASE:
        return None  # "autumn walks and winter sunshine"
    if stream.low(at + 1) in _OF_A_SEASON or stream.low(at + 1).removesuffix("s") in _OF_A_SEASON:
        return None
    return Found(i, at + 1, Season(word.season), "season")


_OF_A_SEASON = words("time_words", "of_a_season")
_AFTER_PHRASE = words("small_words", "after_a_phrase")


def whole_year(stream: TokenStream, i: int) -> tuple[Meaning, int] | None:
    """The year that a quarter or a week belongs to: "of 2009", "of last year", "this year"."""
    at = stream.skip(i, ("of", "in", ","))
    fiscal = stream.low(at) == "fiscal"
    year = year_at(stream, at + fiscal)
    if year is not None:
        return Year(year[0]), year[1]
    near = near_unit(stream, at)
    if near is not None and isinstance(near.meaning, NearUnit) and near.meaning.unit == "Y":
        return near.meaning, near.end
    if stream.has(at, "the", "year"):
        return NearUnit("Y", 0), at + 2
    return None


def week_of(stream: TokenStream, i: int) -> Found | None:
    """ "the first week of March", "the last weekend of July", "the week of 3 June"."""
    at = stream.skip(i, ("the",))
    if stream.low(at) == "last":
        number, end = -1, at + 1
    else:
        found = ordinal(stream, at)
        if found is None or found[0] > 5:
            return None
        number, end = found
    word = stream[end].word
    if word.unit not in ("W", "WE") or word.is_plural or stream.low(end + 1) not in ("of", "in"):
        return None
    whole = _whole_month(stream, end + 2)
    return Found(i, whole[1], WeekOf(number, whole[0], word.unit), "week") if whole else None


def numbered_week(stream: TokenStream, i: int) -> Found | None:
    """ "week 9 of 2019": a week of the calendar by its number (ISO 8601); without its year it may be one of a season or a course."""
    number = stream[i + 1].number
    if stream[i + 1].digits not in (1, 2) or not number or number > 53 or stream.low(i - 1) in ("a", "per", "each", "every"):
        return None
    whole = whole_year(stream, i + 2)
    return Found(i, whole[1], NumberedWeek(number, whole[0]), "week") if whole else None


_WEEK_OF = frozenset({"of", "beginning", "ending", "starting", "commencing", "ended", "to", "from"})


def week_around(stream: TokenStream, i: int) -> Found | None:
    """ "the week of 3 June", "the week ending March 3", "the week beginning on 4 February"."""
    if not stream.has(i, "the", "week") or stream.low(i + 2) not in _WEEK_OF:
        return None
    at = stream.skip(i + 3, ("on",))
    day = month_day(stream, at) or day_month(stream, at)
    if day is None or not isinstance(day.meaning, Day):
        return None
    return Found(i, day.end, WeekAround(day.meaning, ends=stream.low(i + 2) in ("ending", "ended", "to")), "week")


def _whole_month(stream: TokenStream, i: int) -> tuple[Meaning, int] | None:
    month = month_at(stream, i)
    if month:
        year = year_at(stream, stream.skip(i + 1, (",", "of")))
        return (Month(month, year[0]), year[1]) if year else (Month(month), i + 1)
    near = near_unit(stream, i)
    if near is not None and isinstance(near.meaning, NearUnit) and near.meaning.unit in ("M", "Y"):
        return near.meaning, near.end
    year = year_at(stream, i)
    return (Year(year[0]), year[1]) if year else None


def month_day_alone(stream: TokenStream, i: int) -> Found | None:
    """ "the 15th", "the 15th of next month", "the 1st of the month"; the ordinal in figures only."""
    if stream.low(i) != "the" or stream[i + 1].digits not in (1, 2):
        return None
    found = ordinal(stream, i + 1)
    if found is None or not 1 <= found[0] <= 31:
        return None
    end = stream.skip(found[1], ("day",))
    if stream.low(end) == "of":
        near = near_unit(stream, end + 1)
        if near is not None and isinstance(near.meaning, NearUnit) and near.meaning.unit == "M":
            return Found(i, near.end, MonthDay(found[0], month=near.meaning), "day")
        if stream.has(end + 1, "the", "month"):
            return Found(i, end + 3, MonthDay(found[0]), "day")
        return None
    if stream.low(i - 1) in ("on", "by", "until", "from", "since", "to", "through") and not stream[end].text.isalpha():
        return Found(i, end, MonthDay(found[0]), "day")
    return None


def holiday_name(stream: TokenStream, i: int) -> Found | None:
    """ "Christmas Day", "Easter Monday 2019", "last Thanksgiving", "New Year's Eve"."""
    at, which = i, None
    if stream.low(i) in ("last", "this", "next"):
        which, at = WHICH[stream.low(i)], i + 1
    names = NAMES.get(stream.low(at))
    if not names or not stream[at].is_capital:
        return None
    for spelt, name in names:
        if all(stream.low(at + n) == word or (word == "'" and stream.low(at + n) == "’") for n, word in enumerate(spelt)):
            return _holiday(stream, i, at + len(spelt), name, which)
    return None


def _holiday(stream: TokenStream, i: int, end: int, name: str, which: int | None) -> Found | None:
    after = stream[end]
    if after.is_capital and after.low in NOT_A_DAY.get(stream.low(end - 1), ()):
        return None
    if " " not in name and after.is_capital and after.text.isalpha() and not after.word.known:
        return None
    whole = whole_year(stream, end) if stream.low(end) in ("of", ",", "in", "this", "last", "next") or stream[end].digits == 4 else None
    if whole is not None:
        return Found(i, whole[1], Holiday(name, whole[0]), "day")
    year = year_at(stream, i - 1) if which is None and stream[i - 1].digits == 4 else None
    if year is not None and year[1] == i:
        return Found(i, end, Holiday(name, Year(year[0])), "day")  # "the 2004 Boxing Day flood"
    if after.low in _AROUND_A_FEAST and whole_year(stream, end + 1) is not None:
        return None  # "Easter weekend last year": not the next Easter, and more than a day
    return Found(i, end, Holiday(name, which=which), "day")


_AROUND_A_FEAST = words("time_words", "around_a_feast")
