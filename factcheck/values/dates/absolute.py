"""Rules for calendar times: "1 March 2019", "Feb. 27-28", "2019-03-01", "01/03/2019", "the 1990s", "Q1 2024", "490 BC"."""

from __future__ import annotations

from factcheck.language.lexicon import words
from factcheck.values.dates.calendar import day_of
from factcheck.values.dates.found import Found
from factcheck.values.dates.numbers import ordinal
from factcheck.values.dates.numbers import words as number_words
from factcheck.values.dates.points import Day, Month
from factcheck.values.dates.relations import Interval
from factcheck.values.dates.token_stream import HYPHENS, QUOTES, TokenStream
from factcheck.values.dates.tokens import Gap

_REACH = 9
"""A day's number has its month within so many tokens: "26th to the 30th day of November"."""

CURRENCY = frozenset("$£€¥₹#№")


COUNTED = words("years", "counted")
"""Nouns that a four-digit number counts; such a number is no year."""


def month_at(stream: TokenStream, i: int) -> int:
    """The month that a word names, 0 for none; "may", "march" and cut-short names need their capital."""
    token = stream[i]
    month = token.word.month
    if not month:
        return 0
    if token.is_capital or (token.word.is_full and token.low not in ("may", "march", "august")):
        return month
    return 0


def after_month(stream: TokenStream, i: int) -> int:
    """Past the point of a month cut short."""
    return i + (stream[i].text == "." and stream.is_glued(i) and len(stream[i - 1].low) <= 4)


def year_at(stream: TokenStream, i: int) -> tuple[int, int] | None:
    """Four digits that can be a year, or two behind an apostrophe, and the index behind them."""
    token = stream[i]
    if token.digits == 4 and token.number is not None and 1000 <= token.number <= 2199:
        after = stream[i + 1]
        if (
            after.gap is Gap.NONE
            and stream.is_glued(i + 2)
            and ((after.text in ".:" and stream[i + 2].digits) or (after.text == "," and stream[i + 2].digits == 3))
        ):
            return None
        if after.gap is Gap.NONE and after.text in ("%", "°"):
            return None
        return token.number, i + 1
    if token.text in QUOTES and stream[i + 1].digits == 2 and stream.is_glued(i + 1) and stream.low(i + 2) != "s":
        short = stream[i + 1].number or 0
        return (2000 if short < 50 else 1900) + short, i + 2
    return None


def fy_year(stream: TokenStream, i: int) -> tuple[int, int] | None:
    """The year of "FY23" and "FY2023", and the index behind it."""
    if stream[i].text != "FY" or stream[i + 1].digits not in (2, 4):
        return None
    number = stream[i + 1].number or 0
    return (number + 2000 if number < 100 else number), i + 2


def year_in_words(stream: TokenStream, i: int) -> tuple[int, int] | None:
    """A year in words: "nineteen ninety-six", "two thousand and fifteen", "twenty nineteen"."""
    found = number_words(stream, i)
    if found is None:
        return None
    first, end = found
    if 1900 <= first <= 2099:
        return (first, end) if stream.low(i + 1) == "thousand" else None
    if first in (18, 19, 20):
        rest = number_words(stream, end)
        if rest is not None and 10 <= rest[0] <= 99:
            return first * 100 + rest[0], rest[1]
    return None


def _weekday_before(stream: TokenStream, i: int) -> tuple[int | None, int]:
    """A weekday that opens a date ("Friday, 1 March") and where the date goes on."""
    word = stream[i].word
    if word.weekday < 0 or word.is_plural:
        return None, i
    end = i + 1
    if stream[end].text == "." and stream.is_glued(end) and not word.is_full:
        end += 1
    end = stream.skip(end, (",",))
    return word.weekday, stream.skip(end, ("the",))


def _day_number(stream: TokenStream, i: int) -> tuple[int, int] | None:
    """A day of the month and the index behind it: 1, 01, 1st, first, twenty-second."""
    token = stream[i]
    if token.digits in (1, 2):
        end = i + 1
        if stream.low(end) in ("st", "nd", "rd", "th") and stream.is_glued(end):
            end += 1
        elif stream.is_glued(end) and (
            stream[end].text[0].isalpha()
            or stream[end].text == "%"
            or (stream[end].text == ":" and stream.is_glued(end + 1))
            or (stream[end].text == "." and stream[end + 1].digits and stream.is_glued(end + 1))
        ):
            return None
        return (token.number or 0, end) if 1 <= (token.number or 0) <= 31 else None
    if token.word.ordinal or token.word.tens:
        found = ordinal(stream, i)
        if found is None and token.word.tens:
            found = number_words(stream, i)
        return found if found and 1 <= found[0] <= 31 else None
    return None


def _year_after(stream: TokenStream, i: int) -> tuple[int | None, int]:
    """The year behind a day and month, with a comma, "of" or "in" between."""
    at = i
    if stream[at].text == "," or stream.low(at) in ("of", "in") or stream[at].text in HYPHENS | {"/"}:
        at += 1
    found = year_at(stream, at) or year_in_words(stream, at)
    if found is None or (stream.low(at - 1) == "in" and stream.low(found[1]) in COUNTED):
        return None, i
    if at == i + 1 and stream[i].text in HYPHENS and not stream.is_glued(at):
        return None, i
    if stream.low(found[1]) in COUNTED and stream.low(found[1]) not in ("deaths", "killed", "dead"):
        return None, i
    return found


def month_day(stream: TokenStream, i: int) -> Found | None:
    """ "March 1", "Friday, Mar. 1, 2019", "March 1st", "Feb. 27-28, 2019", "May 30 to June 2"."""
    weekday, at = _weekday_before(stream, i)
    month = month_at(stream, at)
    if not month:
        return None
    after = after_month(stream, at + 1)
    after += (stream.is_hyphen(after) or stream[after].text == "/") and stream[after + 1].digits in (1, 2)
    after = stream.skip(after, ("the",))
    found = _day_number(stream, after)
    if found is None:
        beyond = stream[after].digits == 2 and stream[after].gap is Gap.SPACE and _year_after(stream, after + 1)[0] is not None
        return Found(i, _year_after(stream, after + 1)[1], Day(month, stream[after].number or 0), "day") if beyond else None
    day, end = found
    token = stream[after]
    if token.digits == 2 and stream.low(end) in ("percent", "per", "%"):
        return None
    last = _range_day(stream, end) or _second_day(stream, end, is_between=stream.low(i - 1) == "between")
    if last is not None and last[0] > day:
        year, stop = _year_after(stream, last[1])
        whole = Interval(Day(month, day, year), Day(month, last[0], year))
        return Found(i, stop, whole, "days")
    year, stop = _year_after(stream, end)
    return Found(i, stop, Day(month, day, year, weekday), "day")


def _range_day(stream: TokenStream, i: int) -> tuple[int, int] | None:
    """The second day of "27-28" and "27 to 28"; not the first of "27 to 28 March"."""
    if stream[i].text in HYPHENS or stream.low(i) in ("to", "through"):
        found = _day_number(stream, i + 1)
        if found is not None and stream[i + 1].digits and not month_at(stream, found[1]) and stream.low(found[1]) not in COUNTED:
            return found
    return None


def _second_day(stream: TokenStream, i: int, *, is_between: bool) -> tuple[int, int] | None:
    """The second day of "between May 17 and 20" and of "on May 17 and 18,"; not the number of "on May 17 and 20 people"."""
    found = _day_number(stream, i + 1) if stream.low(i) == "and" and stream[i + 1].digits else None
    after = stream.low(found[1]) if found is not None else ""
    return None if found is None or not (is_between or after in _AFTER_DAYS) or after in COUNTED or month_at(stream, found[1]) else found


_AFTER_DAYS = frozenset({",", ".", ";", ")", "\n", "", "at", "in"})
"""What may stand behind two days of a month."""


def day_month(stream: TokenStream, i: int) -> Found | None:
    """ "1 March", "Friday 1 March 2019", "the 5th of May", "26-30 November", "5 to 6 May", "1st day of March"."""
    if stream[i].number is not None and not any(token.word.month for token in stream.tokens[i + 1 : i + _REACH]):
        return None
    weekday, at = _weekday_before(stream, i)
    at = stream.skip(at, ("the",)) if weekday is None else at
    found = _day_number(stream, at)
    if found is None:
        return _no_such_day(stream, i, at)
    day, end = found
    if stream.is_glued(at) and stream[at - 1].text in CURRENCY | {".", ",", ":"}:
        return None
    last = None
    if stream[end].text in HYPHENS or stream.low(end) in ("to", "and", "through", "or") or stream[end].text in ("/", "&"):
        last = _day_number(stream, stream.skip(end + 1, ("the",)))
        if last is not None and last[0] > day and stream[stream.skip(end + 1, ("the",))].digits:
            end = last[1]
        else:
            last = None
    end = stream.skip(end, ("day",))
    joined = stream.after_hyphen(stream.skip(end, ("of",)))
    joined += joined == end and stream[end].text == "/" and stream.is_glued(end)
    month = month_at(stream, joined)
    if not month or (
        joined == end and stream[at].word.ordinal and weekday is None and stream[at].low == "second" and stream.low(i - 1) == "a"
    ):
        return None
    if stream[joined + 1].is_capital and stream.low(joined + 1) in STREETS:
        return None
    stop = after_month(stream, joined + 1)
    year, stop2 = _year_after(stream, stop)
    stop = stop2 if year is not None else stop - (stream[stop - 1].text == ".")
    if (
        year is None
        and stream[joined + 1].text in HYPHENS
        and stream[joined + 2].digits == 2
        and stream.is_glued(joined + 2)
        and stream[end].text in HYPHENS
    ):
        short = stream[joined + 2].number or 0
        year, stop = _of_two_digits(short), joined + 3
    start = i + (stream.low(i) == "the" and stream[at].digits > 0 and stream.low(at + 1) not in ("st", "nd", "rd", "th"))
    if last is not None:
        return Found(start, stop, Interval(Day(month, day, year), Day(month, last[0], year)), "days")
    return Found(start, stop, Day(month, day, year, weekday), "day")


STREETS = words("years", "streets")


def _no_such_day(stream: TokenStream, i: int, at: int) -> Found | None:
    """ "45 May 2019": taken whole, so that nobody reads May 2019 in it; it has no value."""
    month = month_at(stream, at + 1) if stream[at].digits == 2 else 0
    year, end = _year_after(stream, at + 2) if month else (None, at)
    return Found(i, end, Day(month, stream[at].number or 0, year), "day") if year is not None else None


def iso_day(stream: TokenStream, i: int) -> Found | None:
    """2019-03-01, 2019/03/01, 2019.3.1, 2019-Mar-01 and 2019-03, 2019-Q1; nothing looser."""
    token = stream[i]
    sign = stream[i + 1].text
    if (
        token.digits != 4
        or sign not in ("-", "/", ".", "‑")
        or not stream.is_glued(i + 1)
        or not stream.is_glued(i + 2)
        or _is_run_on(stream, i)
    ):
        return None
    second = stream[i + 2]
    month = second.number if second.digits in (1, 2) else month_at(stream, i + 2)
    if stream[i + 3].text == sign and stream.is_glued(i + 3) and stream[i + 4].digits in (1, 2) and stream.is_glued(i + 4):
        if not month or runs_on(stream, i + 5):
            return None
        return Found(i, i + 5, Day(month, stream[i + 4].number or 0, token.number), "day")
    return None


def iso_month(stream: TokenStream, i: int) -> Found | None:
    """2019-03: two digits behind a hyphen that can only be a month."""
    token, second = stream[i], stream[i + 2]
    if token.digits == 4 and stream.is_hyphen(i + 1) and second.digits == 2 and not runs_on(stream, i + 3) and not _is_run_on(stream, i):
        number = token.number or 0
        if 1 <= (second.number or 0) <= 12 and (second.number or 0) <= number % 100 and 1900 <= number <= 2099:
            return Found(i, i + 3, Month(second.number or 0, number), "month")
    return None


def _is_run_on(stream: TokenStream, i: int) -> bool:
    """Whether the number goes on to the left: part of a longer code."""
    return stream.is_glued(i) and (stream[i - 1].text in "-/.:$#+_" or stream[i - 1].text.isalnum())


def runs_on(stream: TokenStream, i: int) -> bool:
    """Whether the number goes on to the right."""
    after = stream[i]
    if not stream.is_glued(i):
        return False
    return (after.text.isalnum() and after.text != "T") or (
        after.text in "-/._:" and stream.is_glued(i + 1) and stream[i + 1].text.isalnum()
    )


def figures(stream: TokenStream, i: int, month_first: bool | None) -> Found | None:
    """01/03/2019, 13.03.19 and 3-1-2019, in the order that the text itself keeps; where it tells nothing, only what has one reading."""
    weekday, at = _weekday_before(stream, i)
    first, sign, second, again, year = (stream[at + n] for n in range(5))
    if first.digits not in (1, 2) or second.digits not in (1, 2) or sign.text not in ("/", ".", "-") or _is_run_on(stream, at):
        return None
    if not (stream.is_glued(at + 1) and stream.is_glued(at + 2)):
        return None
    a, b = first.number or 0, second.number or 0
    if (a, b, sign.text) == (9, 11, "/") and weekday is None and not runs_on(stream, at + 3):
        return Found(i, at + 3, Day(a, b, 2001), "day")  # the attacks, which have no other name
    if (
        again.text == sign.text
        and year.digits in (2, 4)
        and stream.is_glued(at + 3)
        and stream.is_glued(at + 4)
        and not runs_on(stream, at + 5)
    ):
        if sign.text == "." and year.digits == 2:
            return None
        number = year.number or 0
        if year.digits == 2:
            number = _of_two_digits(number)
        day = _in_order(number, a, b, month_first)
        return Found(i, at + 5, day, "day") if day else None
    if (
        sign.text == "/"
        and not runs_on(stream, at + 3)
        and (weekday is not None or stream.low(i - 1) in ("on", "by", "until", "since", "before"))
    ):
        day = _in_order(None, a, b, month_first)
        return Found(i, at + 3, day, "day") if day else None
    return None


def days_in_figures(stream: TokenStream, i: int) -> Found | None:
    """ "12.04-13.04.06" and "3.5.-7.5.2019": days of a range by points, the day first as they are written so."""
    tokens = [stream[i + n] for n in range(9)]
    if not all(stream.is_glued(i + n) for n in range(1, 9)) or _is_run_on(stream, i) or runs_on(stream, i + 9):
        return None
    signs = "".join(token.text for token in tokens if token.number is None)
    numbers = [token.number for token in tokens if token.number is not None and token.digits <= 4]
    if signs != ".-.." or len(numbers) != 5 or tokens[8].digits not in (2, 4):
        return None
    first, month, last, second, year = numbers
    year = year if tokens[8].digits == 4 else _of_two_digits(year)
    return Found(i, i + 9, Interval(Day(month, first, year - (month > second)), Day(second, last, year)), "days")


def _of_two_digits(short: int) -> int:
    """The year that a date in figures writes with two digits: those of the last century from 70 on."""
    return short + (2000 if short < 70 else 1900)


def is_open_day(stream: TokenStream, i: int) -> bool:
    """Whether a date in figures stands here: where it has no value, the order of its day and month is open."""
    first, sign, second, again, year = (stream[i + n] for n in range(5))
    if first.digits not in (1, 2) or second.digits not in (1, 2) or year.digits not in (2, 4) or sign.text not in ("/", "-", "."):
        return False
    return again.text == sign.text and all(stream.is_glued(i + n) for n in range(1, 5))


def _in_order(year: int | None, a: int, b: int, month_first: bool | None) -> Day | None:
    known = year if year is not None else 2000
    american, british = day_of(known, a, b), day_of(known, b, a)
    if american and british and american != british:
        if month_first is None:
            return None
        return Day(a, b, year, by_order=True) if month_first else Day(b, a, year, by_order=True)
    if american:
        return Day(a, b, year)
    return Day(b, a, year) if british else None


def order_of(stream: TokenStream) -> bool | None:
    """Whether the text writes 03/01 for 1 March: told by its other dates in figures, then by those with named months.

    A date that only one order allows (25/12/2019) settles it unless another contradicts; else "March 1" and "1 March"
    are counted. None where nothing tells.
    """
    votes = names = 0
    for i, token in enumerate(stream.tokens):
        if (
            token.digits in (1, 2)
            and stream[i + 1].text in ("/", ".", "-")
            and stream[i + 3].text == stream[i + 1].text
            and stream[i + 4].digits in (2, 4)
        ):
            a, b = token.number or 0, stream[i + 2].number or 0
            if stream[i + 2].digits in (1, 2) and max(a, b) <= 31:
                votes += (b > 12) - (a > 12)
        elif token.word.month and token.is_capital:
            names += (stream[after_month(stream, i + 1)].digits in (1, 2)) - (stream[i - 1].digits in (1, 2))
    total = votes or names
    return None if total == 0 else total > 0


def month_year(stream: TokenStream, i: int) -> Found | None:
    """ "March 2019", "March, 2019", "March of 2019", "Mar '19", "March-May 2019", "2019 March"."""
    month = month_at(stream, i)
    if not month:
        return None
    end = after_month(stream, i + 1)
    last, stop = 0, end
    if stream[end].text in HYPHENS and month_at(stream, end + 1):
        last, stop = month_at(stream, end + 1), after_month(stream, end + 2)
    at = stream.skip(stop, (",", "of", "in"))
    found = year_at(stream, stream.after_hyphen(at)) or year_in_words(stream, at)
    if found is None or (stream.low(found[1]) in COUNTED):
        if last and stream[end + 1].word.is_full and _day_number(stream, stop) is None:
            return Found(i, stop, Interval(Month(month), Month(last)), "months")
        return None
    year, end = found
    if last:
        first_year = year - (month > last)
        return Found(i, end, Interval(Month(month, first_year), Month(last, year)), "months")
    return Found(i, end, Month(month, year), "month")
