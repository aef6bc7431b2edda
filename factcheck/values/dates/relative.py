"""Rules for times told from publication or from what was just named: "Friday", "last week", "two days later", "that summer"."""

from __future__ import annotations

from factcheck.language.calendar import WEEKDAY_OF
from factcheck.language.given_names import is_given
from factcheck.language.lexicon import meanings, words
from factcheck.language.roles import role_of
from factcheck.values.dates.absolute import month_at, month_day, year_at
from factcheck.values.dates.business import FiscalYear
from factcheck.values.dates.found import Found
from factcheck.values.dates.numbers import ordinal
from factcheck.values.dates.points import (
    Month,
    MonthDay,
    Season,
    Year,
)
from factcheck.values.dates.relations import Clock, InYear, Named, NearDay, NearUnit, Reference, TheUnit, Weekday, Weekend
from factcheck.values.dates.token_stream import TokenStream
from factcheck.values.dates.tokens import Gap

WHICH: dict[str, int] = meanings("time_words", "which")
"""Which period a word points to, counted from the one that is on."""


_THEN_WORDS = frozenset({"previous", "prior", "preceding", "following", "succeeding", "same", "ensuing"})
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


_SOME_TIME = {"recent": "PAST_REF", "coming": "FUTURE_REF", "these": "PRESENT_REF"}
"""Words before days, weeks and years that make them a time that only points."""

_THE_REFERENCES = {"past": "PAST_REF", "future": "FUTURE_REF", "present": "PRESENT_REF"}


_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}


NOT_A_DAY: dict[str, list[str]] = meanings("time_words", "not_a_day")
"""Names that begin with a weekday, by the word behind it: newspapers and schools."""


_OF_EVERY_WEEK = words("time_words", "of_every_week")
"""Nouns behind a weekday for what comes on each of them: "the Sunday edition"."""

_SURE_DAYS = frozenset(WEEKDAY_OF) - {"mon", "wed", "sat", "sun"}
"""Days, in full and cut short, that with a capital are nothing else."""

_BEFORE_NAMES = words("time_words", "before_names")
"""Words that make a weekday behind them a name: Bloody Sunday, Sheffield Wednesday."""


def near_day(stream: TokenStream, i: int) -> Found | None:
    """ "today", "yesterday", "tomorrow night", "earlier today", "the day before yesterday", "tonight"."""
    low = stream.low(i)
    if low == "tonight":
        return Found(i, i + 1, Clock("TNI", NearDay(0)), "time")
    if low == "today" and stream[i].is_capital and (stream.low(i - 1) in _BEFORE_TODAY or stream.low(i + 1) in _AFTER_TODAY):
        return None
    if low in ("today", "tomorrow") and stream.low(i - 1) == "of" and _is_of_an_age(stream, i - 2):
        return None
    if low in _DAYS:
        return Found(i, i + 1, NearDay(_DAYS[low]), "day")
    if low == "the" and stream.low(i + 1) == "day":
        if stream.has(i + 2, "before", "yesterday"):
            return Found(i, i + 4, NearDay(-2), "day")
        if stream.has(i + 2, "after", "tomorrow"):
            return Found(i, i + 4, NearDay(2), "day")
    return None


def _is_of_an_age(stream: TokenStream, i: int) -> bool:
    """Whether those of today or tomorrow are those of an age: "the stars of tomorrow"."""
    return stream[i].text.islower() and stream.low(i).endswith("s") and stream.low(i - 1) in ("the", "our", "for")


def weekday(stream: TokenStream, i: int) -> Found | None:
    """ "Friday", "last Friday", "next Monday", "Thursday next week", "Monday the 21st", "Monday of last week"."""
    at, which = i, None
    if stream.low(i) in ("last", "this", "next", "past", "coming"):
        which, at = WHICH[stream.low(i)], i + 1
    elif stream.low(i) == "the" and stream.low(i + 1) in ("previous", "following", "preceding", "coming"):
        return _weekday_then(stream, i)
    elif stream.low(i) in ("previous", "following") and stream[i + 1].word.weekday >= 0:
        which, at = WHICH[stream.low(i)], i + 1
    elif stream.low(i) == "this" and stream.low(i + 1) in ("past", "coming"):
        which, at = WHICH[stream.low(i + 1)], i + 2
    word = stream[at].word
    if word.weekday < 0 or word.is_plural or not _is_weekday(stream, at) or stream[i - 1].word.ordinal:
        return None
    end = at + 1
    if which is None and stream.low(i - 1) == "a" and stream.low(i - 2) in ("on", "of"):
        return Found(i, end, Reference(f"XXXX-WXX-{word.weekday + 1}"), "reference")
    if which is None:
        week = near_unit(stream, end) or near_unit(stream, stream.skip(end, ("of", "this")))
        if week is not None and isinstance(week.meaning, NearUnit) and week.meaning.unit == "W":
            return Found(i, week.end, Weekday(word.weekday, week=week.meaning), "day")
        if stream.low(end) == "week" and stream.low(i - 1) in ("on", "by"):
            return Found(i, end + 1, Weekday(word.weekday, week=NearUnit("W", 1)), "day")
        number = ordinal(stream, stream.skip(end, ("the",)))
        if number is not None and number[0] <= 31 and (stream[number[1] - 2].digits or not stream[number[1]].text.islower()):
            return Found(i, number[1], MonthDay(number[0], word.weekday), "day")
    return Found(i, end, Weekday(word.weekday, which), "day")


def _weekday_then(stream: TokenStream, i: int) -> Found | None:
    word = stream[i + 2].word
    if word.weekday < 0 or word.is_plural:
        return None
    which = WHICH[stream.low(i + 1)]
    return Found(i, i + 3, Weekday(word.weekday, which), "day")


def _is_weekday(stream: TokenStream, i: int) -> bool:
    """Whether a word that can be a weekday is one: its capital, its context and the words around say so."""
    token = stream[i]
    if not token.is_capital and not token.word.is_full:
        return False
    if not token.word.is_full:
        return stream.low(i - 1) == "on" or token.low in _SURE_DAYS
    if (stream.low(i - 1) in _BEFORE_NAMES and stream[i - 1].is_capital) or _opens_name(stream, i) or _is_in_title(stream, i):
        return False
    if stream.low(i + 1) in _OF_EVERY_WEEK and stream.low(i - 1) not in ("last", "next", "this"):
        return False
    return not (stream.low(i + 1) in NOT_A_DAY.get(token.low, ()) and stream[i + 1].is_capital)


def _opens_name(stream: TokenStream, i: int) -> bool:
    """Whether a weekday is a word of a name: "Friday Harbor", "the Wednesday Club", "Tuesday Weld was an actor", "Joe Friday".

    A name stands behind an article or "in", which no bare weekday does. At the beginning of a sentence and behind a preposition it
    is one word with a capital that makes a name; two are somebody who did something on that day.
    """
    before = stream[i - 1]
    if before.is_capital and is_given(before.text) and not stream[i - 2].is_capital:
        return True
    if not _is_name_word(stream, i + 1):
        return False
    if before.low in ("the", "a", "an", "in", "at", "near", "with") or (
        role_of(before.low) and (not stream[i - 2].is_capital or stream.low(i - 2) == "the")
    ):
        return True
    opens = before.text in ("\n", ".", "?", "!") or before.low in ("from", "to", "of", "and")
    return opens and not _is_name_word(stream, i + 2)


def _is_in_title(stream: TokenStream, i: int) -> bool:
    """Whether a weekday is a part of an address on the web ("Monday.com") or of a paper's title ("the Mail on Sunday")."""
    if stream[i + 1].text == "." and stream.is_glued(i + 1) and stream.is_glued(i + 2) and stream[i + 2].text.isalpha():
        return True
    return stream.low(i - 1) == "on" and stream[i - 2].is_capital and stream.low(i - 2) in _ON_SUNDAY


_ON_SUNDAY = frozenset({"mail", "independent"})
"""Papers whose title ends in a day: the Mail on Sunday."""


def _is_name_word(stream: TokenStream, i: int) -> bool:
    token = stream[i]
    return token.is_capital and token.text.isalpha() and not token.word.known and token.gap is Gap.SPACE and token.text != "I"


def near_unit(stream: TokenStream, i: int) -> Found | None:
    """ "last week", "this year", "next month", "the last quarter", "the current year", "the previous day", "the week"."""
    at = stream.skip(i, ("the", "this") if stream.low(i + 1) in ("past", "coming", "upcoming") else ("the",))
    has_the = at > i
    low = stream.low(at)
    if low == "very" and has_the and stream.low(at + 1) == "next" and stream[at + 2].word.unit in PERIODS:
        unit = stream[at + 2].word.unit
        return Found(i, at + 3, NearUnit(unit, 1, then=True), _KINDS.get(unit, ""))
    if low in ("same", "very"):
        return None
    which = WHICH.get(low)
    if which is None:
        return _near_after(stream, i, at) if has_the else None
    if low in ("following", "preceding", "past", "coming", "upcoming") and not has_the:
        return None
    then = low in _THEN_WORDS
    at += 1
    fiscal = stream.low(at) in ("fiscal", "financial", "calendar")
    if fiscal and stream.low(at + 1) == "year":
        return Found(i, at + 2, NearUnit("Y", which) if stream.low(at) == "calendar" else FiscalYear(), "year")
    word = stream[at].word
    if word.is_plural or (stream.low(at + 1) == "-" and stream.is_hyphen(at + 1)):
        return None
    if word.unit in PERIODS:
        return _near_period(stream, i, at, which, then)
    if word.season and not has_the:
        return Found(i, at + 1, Season(word.season, which=which), "season")
    if month_at(stream, at) and not then and (low != "past" or has_the) and not month_day(stream, at):
        return Found(i, at + 1, Month(month_at(stream, at), which=which), "month")
    part = _PARTS.get(stream.low(at))
    if part is not None and not (stream[at].is_capital and stream[i].is_capital and _is_of_title(stream, i - 1)):
        return _near_part(stream, i, at, which, then, part)
    return None


def _is_of_title(stream: TokenStream, i: int) -> bool:
    """Whether a word or mark before "This Morning" makes it the title of a programme."""
    return stream[i].text in "“‘\"'" or (stream[i].is_capital and stream[i].text.isalpha())


def _near_period(stream: TokenStream, i: int, at: int, which: int, then: bool) -> Found | None:
    """The period at `at` behind "last", "this" or "next"; `i` is where the article stands, if one does."""
    unit, low, has_the = stream[at].word.unit, stream.low(at - 1), at - 1 > i
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
    if stream.low(end) == "end" and unit == "W":
        return Found(i, end + 1, NearUnit("WE", which, then), "weekend")
    if unit == "Y" and which == -1 and not then and _is_of_a_season(stream, end):
        return Found(i, end, Reference("PAST_REF"), "reference")
    return Found(i, end, NearUnit(unit, which, then, has_the), _KINDS.get(unit, ""))


def _is_of_a_season(stream: TokenStream, i: int) -> bool:
    """Whether an honour of a season follows, which may have ended in this year or the last: "last year's rookie of the year"."""
    at = stream.after_possessive(i)
    if at == i:
        return False
    for n in range(at, at + _AWARD):
        if not stream[n].text.isalpha():
            return False
        if stream.low(n) in _AWARDS or stream.has(n, "of", "the", "year"):
            return True
    return False


_AWARDS = words("time_words", "awards")
_AWARD = 6
"""Words within which an honour says that it is one."""

_KINDS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "WE": "weekend", "DE": "decade"}


def _near_part(stream: TokenStream, i: int, at: int, which: int, then: bool, part: str) -> Found | None:
    """ "last night", "this morning", "the next evening", "the following morning"."""
    if stream.low(i) == "last" and part == "TNI":
        return Found(i, at + 1, Clock("TNI", NearDay(-1)), "time")
    if which == 0:
        return Found(i, at + 1, Clock(part, NearDay(0)), "time")
    return Found(i, at + 1, Clock(part, NearUnit("D", which, then=True)), "time") if then or which == 1 else None


def _near_after(stream: TokenStream, i: int, at: int) -> Found | None:
    """ "the year before", "the week after", "the day before" with nothing behind to count from; "the year previous"."""
    word = stream[at].word
    if word.unit in PERIODS and not word.is_plural:
        if stream.low(at + 1) in ("before", "earlier", "previous") and _ends_phrase(stream, at + 2):
            return Found(i, at + 2, NearUnit(word.unit, -1, then=True), _KINDS.get(word.unit, ""))
        if stream.low(at + 1) in ("after", "later") and _ends_phrase(stream, at + 2):
            return Found(i, at + 2, NearUnit(word.unit, 1, then=True), _KINDS.get(word.unit, ""))
    return None


_CLOSERS = frozenset('.,;:)?!\n-–—"”’') | frozenset("and but when in as with at on to by".split())
"""What may stand behind a complete noun phrase: signs, and words that open something new."""


def _ends_phrase(stream: TokenStream, i: int) -> bool:
    return stream.low(i) in _CLOSERS


def fixed_unit(stream: TokenStream, i: int) -> Found | None:
    """ "that day", "the same month", "that summer", "the day", "that morning": what was named last."""
    low = stream.low(i)
    if low in ("that", "the") or low == "same":
        same = stream.low(i + 1) == "same"
        if low == "the" and not same and not (stream.low(i + 1) == "very" and stream.low(i + 2) == "same"):
            return None
        at = i + 1 + same
        word = stream[at].word
        if word.is_plural or stream.is_hyphen(at + 1):
            return None
        if low == "that" and stream.low(i - 1) in ("said", "says", "so", "believe"):
            return None
        if word.unit in PERIODS - {"CE"}:
            return Found(i, at + 1, Named(word.unit), _KINDS.get(word.unit, ""))
        if word.season:
            return Found(i, at + 1, Season(word.season, is_that=True), "season")
        if stream.low(at) in _PARTS:
            return Found(i, at + 1, Clock(_PARTS[stream.low(at)], Named("D")), "time")
    return None


def same_period(stream: TokenStream, i: int) -> Found | None:
    """ "the same period last year", "the same month a year earlier", "the corresponding quarter of last year"."""
    at = stream.skip(i, ("the",))
    if stream.low(at) in _ALIKE and stream.low(at + 1) in ("period", "quarter", "month", "week", "day", "time", "months"):
        ago = stream.low(at + 2) in ("a", "one") and stream.low(at + 3) == "year" and stream.low(at + 4) in ("ago", "before", "earlier")
        if ago:
            return Found(
                i,
                at + 5,
                InYear("" if stream.low(at + 1) == "months" else stream[at + 1].word.unit, NearUnit("Y", -1, then=True)),
                "period",
            )
        year = near_unit(stream, stream.skip(at + 2, ("of", "in")))
        if year is not None and isinstance(year.meaning, NearUnit) and year.meaning.unit == "Y":
            unit = stream[at + 1].word.unit
            return Found(i, year.end, InYear(unit, year.meaning), "period")
        told = year_at(stream, stream.skip(at + 2, ("of", "in")))
        if told is not None and stream.low(at + 1) in ("period", "quarter"):
            return Found(i, told[1], InYear(stream[at + 1].word.unit, Year(told[0])), "period")
    return None


_ALIKE = frozenset({"same", "corresponding", "comparable", "equivalent"})


_CLOSING = words("tenses", "closing")


def the_weekend(stream: TokenStream, i: int) -> Found | None:
    """ "over the weekend", "at the weekend": the one nearest as the sentence looks."""
    if stream.has(i, "the", "weekend") and stream.low(i - 1) in ("over", "at", "during", "for", "through") and stream.low(i + 2) != "of":
        return Found(i, i + 2, Weekend(), "weekend")
    return None


def closing_day(stream: TokenStream, i: int) -> Found | None:
    """ "to end the day", "closed the week": the day or week that the sentence is about."""
    if stream.low(i) == "the" and stream.low(i + 1) in ("day", "week", "month", "year") and stream.low(i - 1) in _CLOSING:
        unit = stream[i + 1].word.unit
        return Found(i, i + 2, Named("D") if unit == "D" else TheUnit(unit), _KINDS[unit])
    return None


def reference(stream: TokenStream, i: int) -> Found | None:
    """ "now", "recently", "the future", "the near future", "recent years", "at the moment"."""
    low = stream.low(i)
    if low in _REFERENCES:
        if low == "now" and (stream.low(i + 1) == "that" or (stream[i + 1].text == "," and stream[i - 1].text in ('"', "“"))):
            return None
        return Found(i, i + 1, Reference(_REFERENCES[low]), "reference")
    if low == "the":
        at = stream.skip(i + 1, ("near", "distant", "foreseeable", "immediate", "recent"))
        if stream.low(at) in _THE_REFERENCES and not stream[at + 1].word.known and not stream[at + 1].digits and _closes(stream, at + 1):
            return Found(i, at + 1, Reference(_THE_REFERENCES[stream.low(at)]), "reference")
        if stream.low(i + 1) == "moment" and stream.low(i - 1) == "at":
            return Found(i, i + 2, Reference("PRESENT_REF"), "reference")
    if low in _SOME_TIME and stream[i + 1].word.unit and stream[i + 1].word.is_plural:
        if low == "these":
            return Found(i, i + 2, Reference("PRESENT_REF"), "reference") if stream.low(i + 1) == "days" else None
        return Found(i, i + 2, Reference(_SOME_TIME[low]), "reference")
    return None


def _closes(stream: TokenStream, i: int) -> bool:
    """Whether a noun phrase may end before this token: it is no noun's modifier."""
    return not stream[i].text.isalpha() or stream.low(i) in _AFTER_PHRASE


_AFTER_PHRASE = words("small_words", "after_a_phrase")
