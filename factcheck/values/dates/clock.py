"""Times of day: "4:15 PM IST", "1100 GMT", "half past seven", "noon", "in the early morning"."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.language import lexicon
from factcheck.language.lexicon import words as words_of
from factcheck.values.dates.numbers import words
from factcheck.values.dates.token_stream import QUOTES, TokenStream
from factcheck.values.dates.tokens import Gap
from factcheck.values.dates.zones import AMERICAN_HOURS, ZONES


class Time(NamedTuple):
    """A time of day as TIMEX3 writes it (T16:15, T18:00Z, TMO), and the index behind it."""

    value: str
    end: int


_AFTER_NOON = {"afternoon", "evening", "tonight", "night"}
_QUARTERS = {"quarter": 15, "half": 30}
_ZONE_WORDS = lexicon.words("time_words", "zone_words")


def time_of_day(stream: TokenStream, i: int) -> Time | None:
    """A time of day at `i`: by the clock, or noon and midnight."""
    token = stream[i]
    if token.number is not None:
        return _by_figures(stream, i)
    low = token.low
    if low in ("noon", "midday", "midnight") and not stream.is_hyphen(i + 1):
        return Time(_midnight(stream, i) if low == "midnight" else "T12:00", i + 1)
    if low in _QUARTERS or (low == "a" and stream.low(i + 1) == "quarter"):
        return _past_the_hour(stream, i + (low == "a"))
    if token.word.cardinal >= 1:
        return _in_words(stream, i)
    return None


def _midnight(stream: TokenStream, i: int) -> str:
    """What comes before midnight ends with the day that is named, to which it belongs (AP Stylebook, "midnight")."""
    return "T24:00" if stream.low(i - 1) in ("before", "by", "until", "till") else "T00:00"


def _by_figures(stream: TokenStream, i: int) -> Time | None:
    before = stream[i - 1]
    if stream.is_glued(i) and before.text in ("$", "£", "€", ".", ":", "/", "#", "-", ",") and not _is_last_hour(stream, i):
        return None
    hour_token = stream[i]
    hour, minute, second, end = hour_token.number or 0, None, None, i + 1
    sign = stream[end]
    if (
        hour_token.digits <= 2
        and sign.low in (":", ".", "h")
        and stream.is_glued(end)
        and stream[end + 1].digits == 2
        and stream.is_glued(end + 1)
    ):
        minute, end = stream[end + 1].number or 0, end + 2
        if sign.text == ":" and stream[end].text == ":" and stream[end + 1].digits == 2 and stream.is_glued(end + 1):
            second, end = stream[end + 1].number or 0, end + 2
        elif stream[end].text in (":", ".", "%") and stream.is_glued(end) and stream[end + 1].digits and stream.is_glued(end + 1):
            return None
    half, end = half_of_day(stream, end)
    if half is None:
        if minute is None:
            return _without_minutes(stream, i)
        if sign.text == ".":
            if not (_zone_end(stream, end)[0] or (stream.low(i - 1) == "at" and stream.low(end) in ("on", "gmt", "bst"))):
                return None
        elif stream[end].text == "%" or (sign.low == "h" and minute > 59) or _is_span(stream, i, end):
            return None
    elif hour_token.digits == 4:
        return _without_minutes(stream, i)
    elif hour_token.digits > 2 or not 1 <= hour <= (12 if minute is None or hour <= 12 else 23):
        return None
    return _time_of(stream, hour, minute or 0, second, half, end)


def _is_span(stream: TokenStream, i: int, end: int) -> bool:
    """Whether minutes and seconds are counted: the clock of a game ("7:14 of the first period"), the time of a run, chapter and verse."""
    before, after = stream[i - 1], stream[end]
    if _zone_end(stream, end)[0]:
        return False
    if after.low in _OF_A_GAME or before.low in _RUN or (stream.has(end, "in", "the") and stream[end + 2].word.ordinal > 0):
        return True
    return before.is_capital and before.gap is Gap.SPACE and before.text.isalpha() and not before.word.known and not before.text.isupper()


_OF_A_GAME = words_of("time_words", "of_a_game")
_RUN = words_of("time_words", "run")


def _is_last_hour(stream: TokenStream, i: int) -> bool:
    """Whether it is the 5 of "3-5 p.m." and the 4:30 of "9:30-4:30pm"."""
    end = i + 3 if stream[i + 1].text == ":" and stream[i + 2].digits == 2 else i + 1
    return stream[i - 1].text == "-" and stream[i - 2].digits in (1, 2) and half_of_day(stream, end)[0] is not None


def _without_minutes(stream: TokenStream, i: int) -> Time | None:
    """1100 GMT, 1430 hrs, 7 o'clock, 12 noon, 10 in the morning, 20 minutes past eight."""
    token, end = stream[i], i + 1
    number = token.number or 0
    if token.digits == 4:
        half, after = half_of_day(stream, end)
        if half is not None and number // 100 <= 12 and number % 100 < 60:
            return _time_of(stream, number // 100, number % 100, None, half, after)
        hours = stream.low(end) in ("hrs", "hours") and not stream.is_glued(end)
        zone = _zone_end(stream, end)
        if (hours and token.text[0] in "012" and number % 100 < 60 and (number % 100 or token.text[0] == "0")) or zone[0]:
            return _time_of(stream, number // 100, number % 100, None, None, end + hours)
        return None
    if token.digits > 2:
        return None
    if stream.has(end, "noon") or stream.has(end, "midnight"):
        return Time("T12:00" if stream.low(end) == "noon" else "T00:00", end + 1) if number == 12 else None
    return _on_the_hour(stream, number, end)


def _on_the_hour(stream: TokenStream, hour: int, end: int) -> Time | None:
    """An hour that only the words behind it make a time: o'clock, in the morning, past eight."""
    if (stream.low(end) == "o" and stream[end + 1].text in QUOTES and stream.low(end + 2) == "clock") or stream.low(end) == "oclock":
        end += 3 if stream.low(end) == "o" else 1
        return _time_of(stream, hour, 0, None, None, end) if hour <= 24 else None
    late = _in_the_part(stream, end)
    if late is not None and 1 <= hour <= 12:
        return _time_of(stream, hour, 0, None, None, end)
    minutes = end + (stream.low(end) in ("minute", "minutes", "min"))
    if stream.low(minutes) in ("past", "to") and 1 <= hour <= 59 and (stream.low(minutes) == "past" or minutes > end):
        return _counted_from(stream, hour, minutes)
    return None


def _past_the_hour(stream: TokenStream, i: int) -> Time | None:
    minutes = _QUARTERS[stream.low(i)]
    return _counted_from(stream, minutes, i + 1) if stream.low(i + 1) in ("past", "to") else None


def _counted_from(stream: TokenStream, minutes: int, i: int) -> Time | None:
    """ "past seven" and "to ten" behind so many minutes."""
    hour_token = stream[i + 1]
    if hour_token.low in ("noon", "midday", "midnight"):
        total = ((0 if hour_token.low == "midnight" else 720) + (minutes if stream.low(i) == "past" else -minutes)) % 1440
        return Time(f"T{total // 60:02}:{total % 60:02}", i + 2)
    hour = hour_token.number if hour_token.digits in (1, 2) else hour_token.word.cardinal
    if hour is None or not 1 <= hour <= 12 or (stream.low(i + 2) in ("%", "percent", "per", ".", ",") and hour_token.digits):
        return None
    if stream.low(i) == "to":
        hour, minutes = hour - 1 or 12, 60 - minutes
    half, end = half_of_day(stream, i + 2)
    if stream.low(end) == "o" and stream.low(end + 2) == "clock":
        end += 3
    return _time_of(stream, hour, minutes, None, half, end)


def _in_words(stream: TokenStream, i: int) -> Time | None:
    """ "seven p.m.", "seven thirty p.m.", "eleven in the morning", "ten o'clock"."""
    found = words(stream, i)
    if found is None:
        return None
    hour, end = found
    if not 1 <= hour <= 59:
        return None
    half, after = half_of_day(stream, end)
    if half is not None and hour <= 12:
        return _time_of(stream, hour, 0, None, half, after)
    if hour <= 12 and (minute := words(stream, end)) is not None and 10 <= minute[0] <= 59:
        half, after = half_of_day(stream, minute[1])
        if half is not None:
            return _time_of(stream, hour, minute[0], None, half, after)
    return _on_the_hour(stream, hour, end)


def half_of_day(stream: TokenStream, i: int) -> tuple[int | None, int]:
    """0 for a.m., 12 for p.m., None for neither, and the index behind it."""
    low = stream.low(i)
    if low in ("am", "pm") and not (
        stream[i].text in ("Am", "AM") and stream[i].gap is not Gap.NONE and stream.low(i + 1) in ("i", "radio")
    ):
        return (12 if low == "pm" else 0), i + 1
    if low in ("a", "p") and stream[i + 1].text == "." and stream.low(i + 2) == "m":
        return (12 if low == "p" else 0), i + 3 + (stream[i + 3].text == "." and stream.is_glued(i + 3))
    return None, i


def _in_the_part(stream: TokenStream, i: int) -> str | None:
    """ "in the morning", "at night": the part of the day named."""
    if stream.has(i, "in", "the") and stream.low(i + 2) in ("morning", "afternoon", "evening"):
        return stream.low(i + 2)
    if stream.has(i, "at", "night"):
        return "night"
    return None


def _time_of(stream: TokenStream, hour: int, minute: int, second: int | None, half: int | None, end: int) -> Time | None:
    if half is not None and hour <= 12:
        hour = hour % 12 + half
    part = _in_the_part(stream, end)
    if part is not None:
        if half is None and part in _AFTER_NOON and hour < 12:
            hour += 12
        end += 2 if part == "night" else 3
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    value = f"T{hour:02}:{minute:02}" + (f":{second:02}" if second is not None else "")
    end += stream.low(end) in ("hrs", "hours") and stream.is_glued(end)
    zone, end = _zone_end(stream, end)
    return Time(value + ("Z" if zone == "Z" else ""), end)


def _zone_end(stream: TokenStream, i: int) -> tuple[str, int]:
    """The zone behind a time ("Z" for Greenwich, "+" for any other, "" for none) and the index behind it."""
    bracket = stream[i].text == "("
    at = i + bracket
    token = stream[at]
    if token.low in ("gmt", "utc") or (token.text == "Z" and stream.is_glued(at)):
        end, zone = at + 1, "Z"
        if stream[end].text in ("+", "-", "−") and stream[end + 1].digits in (1, 2, 4):
            end, zone = end + 2, "+"
            end += 2 * (stream[end].text == ":" and stream[end + 1].digits == 2)
    elif token.text.isupper() and (token.low in ZONES or (token.low in AMERICAN_HOURS)):
        end, zone = at + 1, "+"
    elif token.low in _ZONE_WORDS and not bracket:
        end = at + 1
        end = stream.skip(end, ("standard", "daylight", "summer", "mean"))
        if stream.low(end) != "time":
            return "", i
        end, zone = end + 1, "+"
    else:
        return "", i
    if bracket:
        if stream[end].text != ")":
            return "", i
        end += 1
    return zone, end


_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "overnight": "TNI", "lunchtime": "TMI", "midday": "TMI"}
"""Parts of the day that follow a day's name: "Friday morning"."""


def part_of_day(stream: TokenStream, i: int) -> Time | None:
    """ "morning", "night" and the like behind a day, with "late" or "early" before it."""
    value = _PARTS.get(stream.low(i))
    return Time(value, i + 1) if value else None
