"""Rules for times told from publication or from what was just named: "Friday", "last week", "two days later", "that summer"."""

from __future__ import annotations

from factcheck.language.calendar import WEEKDAY_OF
from factcheck.language.lexicon import meanings, words
from factcheck.values.dates.absolute import month_at
from factcheck.values.dates.found import Found
from factcheck.values.dates.numbers import ordinal
from factcheck.values.dates.points import (
    FiscalYear,
    Month,
    MonthDay,
    Season,
)
from factcheck.values.dates.reading import Meaning
from factcheck.values.dates.relations import Clock, InYear, Named, NearDay, NearUnit, Reference, TheUnit, Weekday
from factcheck.values.dates.tape import Tape

WHICH: dict[str, int] = meanings("time_words", "which")
"""Which period a word points to, counted from the one that is on."""


_THEN_WORDS = frozenset({"previous", "preceding", "following", "succeeding", "same", "ensuing"})
"""Words that point from what was named, not from publication."""


PERIODS = frozenset(["D", "W", "WE", "M", "Q", "Y", "DE", "CE"])
"""Units that are periods of the calendar."""


_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}


_AFTER_TODAY = frozenset({"programme", "program", "show", "newspaper"})
_BEFORE_TODAY = words("time_words", "before_today")
"""First words of papers and channels called Today."""

_REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF",
}  # fmt: skip


_THE_REFERENCES = {"past": "PAST_REF", "future": "FUTURE_REF", "present": "PRESENT_REF"}


_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}


_NOT_A_DAY: dict[str, list[str]] = meanings("time_words", "not_a_day")
"""Names that begin with a weekday, by the word behind it: newspapers and schools."""


_SURE_DAYS = frozenset(WEEKDAY_OF) - {"mon", "wed", "sat", "sun"}
"""Days, in full and cut short, that with a capital are nothing else."""

_BEFORE_NAMES = words("time_words", "before_names")
"""Words that make a weekday behind them a name: Bloody Sunday, Sheffield Wednesday."""


def near_day(tape: Tape, i: int) -> Found | None:
    """ "today", "yesterday", "tomorrow night", "earlier today", "the day before yesterday", "tonight"."""
    low = tape.low(i)
    if low == "tonight":
        return Found(i, i + 1, Clock("TNI", NearDay(0)), "time")
    if low == "today" and tape[i].is_capital and (tape.low(i - 1) in _BEFORE_TODAY or tape.low(i + 1) in _AFTER_TODAY):
        return None
    if low in _DAYS:
        return Found(i, i + 1, NearDay(_DAYS[low]), "day")
    if low == "the" and tape.low(i + 1) == "day":
        if tape.has(i + 2, "before", "yesterday"):
            return Found(i, i + 4, NearDay(-2), "day")
        if tape.has(i + 2, "after", "tomorrow"):
            return Found(i, i + 4, NearDay(2), "day")
    return None


def weekday(tape: Tape, i: int) -> Found | None:
    """ "Friday", "last Friday", "next Monday", "Thursday next week", "Monday the 21st", "Monday of last week"."""
    at, which = i, None
    if tape.low(i) in ("last", "this", "next", "past", "coming"):
        which, at = WHICH[tape.low(i)], i + 1
    elif tape.low(i) == "the" and tape.low(i + 1) in ("previous", "following", "preceding", "coming"):
        return _weekday_then(tape, i)
    elif tape.low(i) in ("previous", "following") and tape[i + 1].word.weekday >= 0:
        which, at = WHICH[tape.low(i)], i + 1
    elif tape.low(i) == "this" and tape.low(i + 1) in ("past", "coming"):
        which, at = WHICH[tape.low(i + 1)], i + 2
    word = tape[at].word
    if word.weekday < 0 or word.is_plural or not _is_weekday(tape, at) or tape[i - 1].word.ordinal:
        return None
    end = at + 1
    if which is None:
        week = near_unit(tape, end) or near_unit(tape, tape.skip(end, ("of", "this")))
        if week is not None and isinstance(week.meaning, NearUnit) and week.meaning.unit == "W":
            return Found(i, week.end, Weekday(word.weekday, week=week.meaning), "day")
        if tape.low(end) == "week" and tape.low(i - 1) in ("on", "by"):
            return Found(i, end + 1, Weekday(word.weekday, week=NearUnit("W", 1)), "day")
        number = ordinal(tape, tape.skip(end, ("the",)))
        if number is not None and number[0] <= 31 and (tape[number[1] - 2].digits or not tape[number[1]].text.islower()):
            return Found(i, number[1], MonthDay(number[0], word.weekday), "day")
    return Found(i, end, Weekday(word.weekday, which), "day")


def _weekday_then(tape: Tape, i: int) -> Found | None:
    word = tape[i + 2].word
    if word.weekday < 0 or word.is_plural:
        return None
    which = WHICH[tape.low(i + 1)]
    return Found(i, i + 3, Weekday(word.weekday, which), "day")


def _is_weekday(tape: Tape, i: int) -> bool:
    """Whether a word that can be a weekday is one: its capital, its context and the words around say so."""
    token = tape[i]
    if not token.is_capital and not token.word.is_full:
        return False
    if not token.word.is_full:
        return tape.low(i - 1) == "on" or token.low in _SURE_DAYS
    if tape.low(i - 1) in _BEFORE_NAMES and tape[i - 1].is_capital:
        return False
    return not (tape.low(i + 1) in _NOT_A_DAY.get(token.low, ()) and tape[i + 1].is_capital)


def near_unit(tape: Tape, i: int) -> Found | None:
    """ "last week", "this year", "next month", "the last quarter", "the current year", "the previous day", "the week"."""
    at = tape.skip(i, ("the", "this") if tape.low(i + 1) in ("past", "coming", "upcoming") else ("the",))
    has_the = at > i
    low = tape.low(at)
    if low in ("same", "very"):
        return None
    which = WHICH.get(low)
    if which is None:
        return _near_after(tape, i, at) if has_the else None
    if low in ("following", "preceding", "past", "coming", "upcoming") and not has_the:
        return None
    then = low in _THEN_WORDS
    at += 1
    fiscal = tape.low(at) in ("fiscal", "financial", "calendar")
    if fiscal and tape.low(at + 1) == "year":
        meaning: Meaning = NearUnit("Y", which)
        return Found(i, at + 2, meaning if tape.low(at) == "calendar" else FiscalYear(meaning), "year")
    word = tape[at].word
    if word.is_plural or (tape.low(at + 1) == "-" and tape.is_hyphen(at + 1)):
        return None
    if word.unit in PERIODS:
        return _near_period(tape, i, at, which, then)
    if word.season and not has_the:
        return Found(i, at + 1, Season(word.season, which=which), "season")
    if month_at(tape, at) and not then and (low != "past" or has_the):
        return Found(i, at + 1, Month(month_at(tape, at), which=which), "month")
    part = _PARTS.get(tape.low(at))
    if part is not None:
        return _near_part(tape, i, at, which, then, part)
    return None


def _near_period(tape: Tape, i: int, at: int, which: int, then: bool) -> Found | None:
    """The period at `at` behind "last", "this" or "next"; `i` is where the article stands, if one does."""
    unit, low, has_the = tape[at].word.unit, tape.low(at - 1), at - 1 > i
    if unit == "D":
        if which == 0 or (has_the and low == "last"):
            return None  # "the last day" is that of something
        if not then and not has_the:
            return Found(i, at + 1, NearUnit("D", which, then=True), "day") if which == 1 else None
    if has_the and which == -1 and not then and low == "past" and unit != "WE":
        return None  # "the past week" is a length of time
    if unit == "WE" and low in ("coming", "upcoming"):
        which = 0  # the one that comes, not the one after it
    end = at + 1
    if tape.low(end) == "end" and unit == "W":
        return Found(i, end + 1, NearUnit("WE", which, then), "weekend")
    return Found(i, end, NearUnit(unit, which, then, has_the), _KINDS.get(unit, ""))


_KINDS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "WE": "weekend", "DE": "decade"}


def _near_part(tape: Tape, i: int, at: int, which: int, then: bool, part: str) -> Found | None:
    """ "last night", "this morning", "the next evening", "the following morning"."""
    if tape.low(i) == "last" and part == "TNI":
        return Found(i, at + 1, Clock("TNI", NearDay(-1)), "time")
    if which == 0:
        return Found(i, at + 1, Clock(part, NearDay(0)), "time")
    return Found(i, at + 1, Clock(part, NearUnit("D", which, then=True)), "time") if then or which == 1 else None


def _near_after(tape: Tape, i: int, at: int) -> Found | None:
    """ "the year before", "the week after", "the day before" with nothing behind to count from; "the year previous"."""
    word = tape[at].word
    if word.unit in PERIODS and not word.is_plural:
        if tape.low(at + 1) in ("before", "earlier", "previous") and _ends_phrase(tape, at + 2):
            return Found(i, at + 2, NearUnit(word.unit, -1, then=True), _KINDS.get(word.unit, ""))
        if tape.low(at + 1) in ("after", "later") and _ends_phrase(tape, at + 2):
            return Found(i, at + 2, NearUnit(word.unit, 1, then=True), _KINDS.get(word.unit, ""))
    return None


_CLOSERS = frozenset('.,;:)?!\n-–—"”’') | frozenset("and but when in as with at on to by".split())
"""What may stand behind a complete noun phrase: signs, and words that open something new."""


def _ends_phrase(tape: Tape, i: int) -> bool:
    return tape.low(i) in _CLOSERS


def fixed_unit(tape: Tape, i: int) -> Found | None:
    """ "that day", "the same month", "that summer", "the day", "that morning": what was named last."""
    low = tape.low(i)
    if low in ("that", "the") or low == "same":
        same = tape.low(i + 1) == "same"
        if low == "the" and not same and not (tape.low(i + 1) == "very" and tape.low(i + 2) == "same"):
            return None
        at = i + 1 + same
        word = tape[at].word
        if word.is_plural or tape.is_hyphen(at + 1):
            return None
        if low == "that" and tape.low(i - 1) in ("said", "says", "so", "believe"):
            return None
        if word.unit in PERIODS - {"CE"}:
            return Found(i, at + 1, Named(word.unit), _KINDS.get(word.unit, ""))
        if word.season:
            return Found(i, at + 1, Season(word.season, is_that=True), "season")
        if tape.low(at) in _PARTS:
            return Found(i, at + 1, Clock(_PARTS[tape.low(at)], Named("D")), "time")
    return None


def same_period(tape: Tape, i: int) -> Found | None:
    """ "the same period last year", "the same month a year earlier", "the year-earlier period"."""
    at = tape.skip(i, ("the",))
    if tape.low(at) == "same" and tape.low(at + 1) in ("period", "quarter", "month", "week", "day", "time", "months"):
        if tape.low(at + 2) in ("a", "one") and tape.has(at + 3, "year", "earlier"):
            return Found(i, at + 5, InYear(tape[at + 1].word.unit, NearUnit("Y", -1, then=True)), "period")
        year = near_unit(tape, tape.skip(at + 2, ("of", "in")))
        if year is not None and isinstance(year.meaning, NearUnit) and year.meaning.unit == "Y":
            unit = tape[at + 1].word.unit
            return Found(i, year.end, InYear(unit, year.meaning), "period")
    return None


_CLOSING = words("tenses", "closing")


def closing_day(tape: Tape, i: int) -> Found | None:
    """ "to end the day", "closed the week": the day or week that the sentence is about."""
    if tape.low(i) == "the" and tape.low(i + 1) in ("day", "week", "month", "year") and tape.low(i - 1) in _CLOSING:
        unit = tape[i + 1].word.unit
        return Found(i, i + 2, Named("D") if unit == "D" else TheUnit(unit), _KINDS[unit])
    return None


def reference(tape: Tape, i: int) -> Found | None:
    """ "now", "recently", "the future", "the near future", "recent years", "at the moment"."""
    low = tape.low(i)
    if low in _REFERENCES:
        if low == "now" and (tape.low(i + 1) == "that" or (tape[i + 1].text == "," and tape[i - 1].text in ("\n", ".", '"', "“"))):
            return None
        return Found(i, i + 1, Reference(_REFERENCES[low]), "reference")
    if low == "the":
        at = tape.skip(i + 1, ("near", "distant", "foreseeable", "immediate", "recent"))
        if tape.low(at) in _THE_REFERENCES and not tape[at + 1].word.known and not tape[at + 1].digits and _closes(tape, at + 1):
            return Found(i, at + 1, Reference(_THE_REFERENCES[tape.low(at)]), "reference")
        if tape.low(i + 1) == "moment" and tape.low(i - 1) == "at":
            return Found(i, i + 2, Reference("PRESENT_REF"), "reference")
    if low == "recent" and tape[i + 1].word.unit and tape[i + 1].word.is_plural:
        return Found(i, i + 2, Reference("PAST_REF"), "reference")
    return None


def _closes(tape: Tape, i: int) -> bool:
    """Whether a noun phrase may end before this token: it is no noun's modifier."""
    return not tape[i].text.isalpha() or tape.low(i) in _AFTER_PHRASE


_AFTER_PHRASE = words("small_words", "after_a_phrase")
