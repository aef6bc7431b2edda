"""Rules for how long and how long ago: "two-day", "14 months", "a year earlier", "the past decade"."""

from __future__ import annotations

from fractions import Fraction

from factcheck.language.lexicon import meanings, words
from factcheck.model import DateMod
from factcheck.values.dates.found import Found
from factcheck.values.dates.numbers import VAGUE, Count, count
from factcheck.values.dates.reading import Meaning
from factcheck.values.dates.relations import Clock, Duration, Modified, NearDay, NearUnit, Recurring, Shifted
from factcheck.values.dates.token_stream import TokenStream

ABOUT = frozenset({"about", "around", "approximately", "roughly", "nearly", "almost", "some", "circa"})
"""Words before a length of time that make it approximate and belong to it."""

_BOUNDS: dict[tuple[str, ...], DateMod | None] = {
    tuple(spelt.split()): DateMod(mod) if mod else None for spelt, mod in meanings("time_words", "bounds").items()
}
"""Words before a length of time that bound it and belong to it, with the modifier of TIMEX3 that they make."""

_LASTED = frozenset({"for", "after", "took", "takes", "lasted", "of", "was", "waited"})
"""Words behind which "over three weeks" is longer than that; else it says in the course of which."""

_BOUND_STARTS = frozenset(spelt[0] for spelt in _BOUNDS)

_CLIPPED = {"h": "H", "hrs": "H", "hr": "H", "mins": "MIN", "min": "MIN", "secs": "S", "sec": "S", "yr": "Y", "yrs": "Y"}
"""Units that are written on to a figure: 3h, 20min."""

_REACH = 9
"""A figure has its unit within so many tokens: "2,500.5 more consecutive days"."""

_OF_THE_CLOCK = frozenset({"NI", "MO", "EV", "AF"})

_PASTS: dict[str, int] = meanings("time_words", "stretches")

_EARLIER: dict[str, int] = meanings("time_words", "earlier")
"""Words behind a length of time that make it a point in time."""

_PLURAL = 4
"""Letters of a word that may be the plural of a noun; not "is"."""

_OLD = frozenset({"old", "olds"})
"""What makes "14-year-old" an age."""


def _bound(stream: TokenStream, i: int) -> tuple[int, DateMod | None]:
    """Past "about", "more than" and the like, with the modifier that they make."""
    low = stream.low(i)
    if low in ABOUT:
        return i + 1, DateMod.APPROX
    if low not in _BOUND_STARTS:
        return i, None
    for spelt, mod in _BOUNDS.items():
        if stream.has(i, *spelt):
            during = spelt == ("over",) and stream.low(i - 1) not in _LASTED
            return i + len(spelt), None if during else mod
    return i, None


def _unit_at(stream: TokenStream, i: int) -> tuple[str, bool, int] | None:
    """A unit at `i`: its code, whether in the plural, and the index behind it."""
    word = stream[i].word
    if word.unit and stream.low(i) not in ("sec", "min"):
        return word.unit, word.is_plural, i + 1
    if stream.low(i) in _CLIPPED and stream[i - 1].number is not None and (stream.is_glued(i) or stream.low(i) != "h"):
        return _CLIPPED[stream.low(i)], True, i + 1
    return None


def length(stream: TokenStream, i: int) -> Found | None:
    """A length of time, the point that the word behind it makes of it ("two days ago"), or what a figure is counted by ("£9 an hour")."""
    found = _length(stream, i)
    if found is not None and found.end == i + 2 and stream.low(i) in ("a", "an") and _is_rate(stream, i):
        meaning = found.meaning
        return Found(i, found.end, Recurring(meaning.value), "set") if isinstance(meaning, Duration) else found
    return (_point(stream, found) or found) if found is not None else None


def _is_rate(stream: TokenStream, i: int) -> bool:
    """Whether "a day" says for how long a figure before it is counted: "900 cars a day", "50 km (31 miles) a day"."""
    if stream.low(i + 2) in _EARLIER or stream.low(i + 2) in ("of", "and", "or", "to", "off", "with", "for"):
        return False
    noun = stream.low(i - 1)
    if noun == "times":
        return True  # "several times a year"
    if noun == ")":
        return any(stream[i - n].text == "(" for n in range(2, 9)) and any(stream[i - n].number is not None for n in range(2, 9))
    if not (stream[i - 1].number is not None or (noun.isalpha() and noun not in _NO_COUNTED)):
        return False
    return any(stream[i - n].number is not None or stream[i - n].word.cardinal > 0 for n in range(1, 5))


_NO_COUNTED = words("time_words", "no_counted")


def _length(stream: TokenStream, i: int) -> Found | None:
    """ "two days", "two-day", "about 14 months", "an hour and a half", "several years", "two years and three months", "decades"."""
    if stream[i].number is not None and not any(token.word.unit or token.low in _CLIPPED for token in stream.tokens[i + 1 : i + _REACH]):
        return None
    if stream.low(i) == "the":
        counted = _length(stream, i + 1) if stream[i + 1].number is not None or stream[i + 1].word.cardinal > 1 else None
        is_whole = counted is not None and stream[counted.end - 1].word.is_plural and not stream.is_glued(counted.end)
        return counted._replace(start=i) if counted is not None and is_whole else None
    if stream.low(i - 1) == "to" and (stream[i - 2].number is not None or stream[i - 2].word.cardinal > 0) and not stream.is_glued(i):
        return None  # "four to six weeks" is a range, and none of its ends
    at, mod = _bound(stream, i)
    if stream.low(at) == "the" and stream.low(at + 1) in _PASTS:
        return None
    found = _counted(stream, at)
    if found is None:
        return _bare_plural(stream, i) if at == i else None
    parts, end = found
    if len(parts) == 1:
        more = stream.skip(end, ("and", ","))
        second = _counted(stream, more) if more > end or stream[end].digits else None
        if second is not None and _is_smaller(second[0][0][1], parts[0][1]) and parts[0][0] is not None and second[0][0][0] is not None:
            parts, end = parts + second[0], second[1]
    if _is_age(stream, i, end) or _is_of_a_match(stream, at, end):
        return None
    if stream.is_hyphen(end) and stream.low(end + 1) in ("long", "plus"):
        end += 2
    elif stream.low(end) == "long" and stream.low(end - 1) in ("year", "month", "week", "day", "hour"):
        end += 1
    return Found(i, end, Duration(parts, mod=mod), "length")


_ORDER = ("CE", "DE", "Y", "SN", "SE", "Q", "M", "FN", "W", "WE", "D", "NI", "H", "MIN", "S")


def _tells_a_kind(stream: TokenStream, i: int) -> bool:
    """Whether a unit before the token only tells which things are counted: "1,150 season | tickets", "two summer | jobs"."""
    word = stream.low(i)
    return len(word) >= _PLURAL and word.isalpha() and word.endswith("s") and not word.endswith("ss") and word not in _OLD


def _is_smaller(unit: str, than: str) -> bool:
    return unit in _ORDER and than in _ORDER and _ORDER.index(unit) > _ORDER.index(than)


def _counted(stream: TokenStream, i: int) -> tuple[tuple[tuple[Fraction | None, str], ...], int] | None:
    """A count and its unit: "two days", "5 1/2 years", "an hour and a half", "two-day"."""
    token = stream[i]
    if stream.is_glued(i) and token.number is not None and stream[i - 1].text in "$£€.,:/#":
        return None
    if stream.is_glued(i) and stream[i - 1].text.isalnum():
        return None
    found = _count(stream, i)
    if found is None:
        return None
    number, end = found
    hyphen = stream.after_hyphen(end)
    end = hyphen
    end = stream.skip(
        end,
        (
            "more",
            "full",
            "consecutive",
            "straight",
            "long",
            "short",
            "additional",
            "calendar",
            "working",
            "business",
            "whole",
            "further",
            "other",
            "successive",
            "solid",
        ),
    )
    unit = _unit_at(stream, end)
    if unit is None:
        return None
    code, plural, stop = unit
    if stream.is_hyphen(stop) and stream.low(stop + 1) in ("to", "by"):
        return None
    if code in _OF_THE_CLOCK and code != "NI" and number != 1 and not plural:
        return None
    if number is not None and number <= 1 and plural and token.low in ("a", "an"):
        return None
    if (
        code in ("MO", "EV", "AF")
        or (code == "Q" and (not plural or end == hyphen) and stream.low(i - 1) not in _PASTS and not _is_told_back(stream, stop))
        or (code == "S" and stream.low(end) == "second" and number == 1)
    ):
        return None
    if number is not None and number > 1 and not plural and hyphen == found.end and (code in ("S", "Q") or _tells_a_kind(stream, stop)):
        return None
    if code == "WE" and number == 1:
        return None
    if (
        (
            code == "D"
            and number == 1
            and token.low == "one"
            and stream.low(i - 1) not in ("for", "in", "just", "only", "after", "within", "than")
        )
        and stream.low(stop) not in _EARLIER
        and stream[i - 1].text != "("
        and not stream.is_hyphen(i + 1)
    ):
        return None
    if stream.low(stop) == "and" and stream.low(stop + 1) == "a" and stream.low(stop + 2) in ("half", "quarter") and number is not None:
        return (((number + Fraction(1, 2 if stream.low(stop + 2) == "half" else 4)), code),), stop + 3
    if number is not None and number.denominator != 1 and code in _IN_YEARS:
        number, code = number * _IN_YEARS[code], "Y"
    return ((number, code),), stop


_IN_YEARS = {"DE": 10, "CE": 100}
"""Years of the units whose parts are counted in years: half a century."""


def _is_told_back(stream: TokenStream, i: int) -> bool:
    """Whether a quarter is one of a year because it is counted back: "a quarter earlier", "a quarter before."."""
    return stream.low(i) in ("ago", "earlier") or (stream.low(i) == "before" and _ends(stream, i + 1))


def _count(stream: TokenStream, i: int) -> Count | None:
    low = stream.low(i)
    if low in ("a", "an", "one") and low != "one":
        modified = stream.low(i + 1) in ("full", "whole", "further", "mere", "single", "record", "long", "good")
        if modified and stream[i + 2].word.unit:
            return Count(Fraction(1), i + 2)
    if low in VAGUE and low not in ("several", "some", "few", "many", "multiple", "numerous", "couple"):
        return None
    if low in ("some", "few") and not stream[i + 1].word.is_plural and stream.low(i + 1) != "more":
        return None
    return count(stream, i)


def _bare_plural(stream: TokenStream, i: int) -> Found | None:
    """ "decades", "years" behind "for", "over the" and the like: some of them."""
    at = stream.skip(i, ("the",))
    word = stream[at].word
    if not word.unit or not word.is_plural or word.unit in ("SN", "Q", "S", "WE", "NI", "MO", "AF", "EV"):
        return None
    if stream.low(i - 1) in _MILLIONS:
        return None  # "202m years ago"
    if stream.is_hyphen(at + 1) and stream.low(at + 2) == "long":
        return Found(i, at + 3, Duration(((None, word.unit),)), "length")
    if at > i:
        return Found(i, at + 1, Duration(((None, word.unit),)), "length") if stream.low(i - 1) in ("over", "through") else None
    if stream.low(i - 1) in _BEFORE_SOME and stream.low(i + 1) != "of":
        return Found(i, i + 1, Duration(((None, word.unit),)), "length")
    if stream.low(i + 1) in ("of", "before", "after", "later", "ago", "earlier"):
        return Found(i, i + 1, Duration(((None, word.unit),)), "length") if stream.low(i + 1) != "of" else None
    return None


_BEFORE_SOME = frozenset("after by for in last lasted of over spent take takes took until within".split())
"""Words before "days" and the like that are some: "lasted years"."""

_MILLIONS = frozenset({"m", "bn", "million", "billion", "trillion"})


def all_of(stream: TokenStream, i: int) -> Found | None:
    """ "all day", "all week", "all year": one of them, from end to end."""
    word = stream[i + 1].word
    if word.unit not in ("D", "W", "M", "Y", "WE", "NI") or word.is_plural or stream.is_hyphen(i + 2):
        return None
    unit = "D" if word.unit in ("NI", "WE") else word.unit
    return Found(i, stream.skip(i + 2, ("long",)), Duration(((Fraction(2 if word.unit == "WE" else 1), unit),)), "length")


def whole_length(stream: TokenStream, i: int) -> Found | None:
    """ "the past two years", "the last decade", "the next 48 hours", "the first three days", "these past two days"."""
    at = stream.skip(i, ("the", "these", "this", "his", "her", "its", "their", "our", "my"))
    if stream.low(at) not in _PASTS or (at == i and stream.low(at) not in ("last", "past", "next")):
        return None
    way = _PASTS[stream.low(at)]
    at += 1
    mod = None
    if stream.low(at) in ABOUT:
        mod, at = DateMod.APPROX, at + 1
    found = _counted(stream, at) if stream.low(at) not in ("a", "an") else None
    if found is not None:
        number, unit = found[0][0]
        if unit in _OF_THE_CLOCK - {"NI"} or stream.low(found[1]) in _OLD or (number == 1 and way == 0):
            return None
        start = i + (stream.low(i) in ("his", "her", "its", "their", "our", "my"))
        then = stream.low(at - 1 - (mod is not None)) in ("previous", "preceding", "following")
        return Found(start, found[1], Duration(found[0], way, mod, then=then), "length")
    word = stream[at].word
    if stream.low(at - 1) == "past" and word.unit in ("Y", "M", "W", "DE", "CE", "D", "H") and not word.is_plural and at - 1 > i:
        return Found(i, at + 1, Duration(((Fraction(1), word.unit),), -1), "length")
    if word.is_plural and word.unit and stream.low(at - 1) != "first":
        return Found(i, at + 1, Duration(((None, word.unit),), way), "length")
    return None


def _point(stream: TokenStream, found: Found) -> Found | None:
    """ "two years ago", "a week later", "three days before", "two weeks from now"."""
    i = found.start
    if not isinstance(found.meaning, Duration):
        return None
    amount, unit = found.meaning.parts[0]
    end = found.end
    whole = len(found.meaning.parts) == 1
    way = _EARLIER.get(stream.low(end))
    if way is None:
        if stream.low(end) == "from" and stream.low(end + 1) in ("now", "today", "tomorrow", "yesterday"):
            anchor = NearDay({"tomorrow": 1, "yesterday": -1}.get(stream.low(end + 1), 0))
            return Found(i, end + 2, Shifted(amount, unit, 1, anchor=anchor), "point")
        return None
    word = stream.low(end)
    if word in ("before", "after", "since", "prior", "back") and not _ends(stream, end + 1):
        return None
    if word in ("later", "earlier") and stream.low(end + 1) == "than":
        return None  # "nine days earlier than those in the dark": how long, not when
    if not whole:
        days = _in_days(found.meaning)
        return Found(i, end + 1, Shifted(days, unit if days is None else "D", way, then=word not in _FROM_NOW), "point")
    if word == "ago" and unit in ("W", "FN", "M", "Y") and stream.low(end + 1) == "today":
        return Found(i, end + 2, Shifted(amount, unit, way, anchor=NearDay(0)), "point")
    meaning: Meaning = Shifted(amount, unit, way, then=word not in _FROM_NOW)
    mod = found.meaning.mod or (DateMod.MORE_THAN if stream.low(i) == "over" else DateMod.APPROX if unit in ("DE", "CE") else None)
    if mod is not None:
        back, ahead = (DateMod.ON_OR_BEFORE, DateMod.ON_OR_AFTER) if way < 0 else (DateMod.ON_OR_AFTER, DateMod.ON_OR_BEFORE)
        bounds = {**dict.fromkeys(_MORE, back), **dict.fromkeys(_LESS, ahead)}
        near = stream.low(i) in _BARELY
        meaning = Modified(meaning, DateMod.APPROX if near else bounds.get(mod, mod))
    return Found(i, end + 1, meaning, "point")


_FROM_NOW = frozenset({"ago", "back"})
"""Words that count from the day of telling, not from what was named."""


_BARELY = words("time_words", "barely")
"""First words of a bound that is near: "just over a year ago"."""
_MORE = (DateMod.MORE_THAN, DateMod.EQUAL_OR_MORE)
_LESS = (DateMod.LESS_THAN, DateMod.EQUAL_OR_LESS)
"""Bounds of a length that make a point told by it earlier or later: "more than two years ago"."""


def _in_days(length: Duration) -> Fraction | None:
    """Two weeks and two days in days; None for lengths of months and years, whose days differ, and for some of them."""
    days = [amount * {"W": 7, "D": 1}[unit] for amount, unit in length.parts if amount is not None and unit in ("W", "D")]
    return sum(days, Fraction(0)) if len(days) == len(length.parts) else None


_ENDERS = frozenset({".", ",", ";", ":", ")", "?", "!", "\n", "—", "–", "and", "but", "when", "in", "at"})


def _is_of_a_match(stream: TokenStream, i: int, end: int) -> bool:
    """Whether minutes tell when in a match something came about, and not for how long: "scored on 66 minutes"."""
    return stream.low(i - 1) == "on" and stream.low(end - 1) in ("minutes", "mins") and stream.low(i - 2) not in _SPENDING


_SPENDING = frozenset({"spend", "spending", "spent"})


def _is_age(stream: TokenStream, i: int, end: int) -> bool:
    """Whether a length is that of a life: "14 years old", "aged six months", "at the age of 82 years", "61 years of age"."""
    if stream.low(end) in _OLD or (stream.is_hyphen(end) and stream.low(end + 1) in _OLD) or stream.has(end, "of", "age"):
        return True
    i -= 3 * (stream.low(i - 1) == "and" and bool(stream[i - 2].word.unit))
    for back in (1, 2, 3):
        if stream.low(i - back) == "aged" or stream.has(i - back - 1, "age", "of"):
            return True
        if stream[i - back].number is None and stream.low(i - back) not in ("and", "or", "just", "about", "between", "to", "only"):
            return False
    return False


def _ends(stream: TokenStream, i: int) -> bool:
    return stream.low(i) in _ENDERS


def overnight(stream: TokenStream, i: int) -> Found | None:
    """ "overnight" the adverb: the night before publication."""
    if stream.low(i) == "overnight" and not stream[i + 1].text.isalpha():
        return Found(i, i + 1, Clock("TNI", NearDay(-1)), "time")
    return None


def year_earlier(stream: TokenStream, i: int) -> Found | None:
    """ "year-earlier" and "year-ago" before a noun."""
    if stream.low(i) == "year" and stream.is_hyphen(i + 1) and stream.low(i + 2) in ("earlier", "ago"):
        return Found(i, i + 3, NearUnit("Y", -1), "year")
    return None
