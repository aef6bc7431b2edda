"""The words that English tells time with, and what each can be: a month, a weekday, a unit, a number, a part of the day.

The lists are the calendar's own names with the abbreviations of the Associated Press, Reuters and Guardian
stylebooks; seasons and parts of the day carry the codes of TIMEX3 (ISO-TimeML, Pustejovsky et al. 2010).
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Word:
    """What a word can be; a word may be several things ("second" is a unit and an ordinal, "march" a month and a verb)."""

    month: int = 0
    weekday: int = -1
    is_full: bool = False
    unit: str = ""
    is_plural: bool = False
    cardinal: int = -1
    tens: bool = False
    ordinal: int = 0
    season: str = ""
    part: str = ""
    known: bool = True


NOTHING = Word(known=False)
"""A word that has nothing to do with time."""

MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]

_MONTHS_CUT_SHORT = {
    "jan": 1, "feb": 2, "febr": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip

WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

_WEEKDAYS_CUT_SHORT = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip

_UNITS = {
    "second": "S", "sec": "S", "minute": "MIN", "min": "MIN", "hour": "H", "hr": "H",
    "day": "D", "weekend": "WE", "week": "W", "fortnight": "FN", "month": "M", "quarter": "Q", "semester": "SE",
    "year": "Y", "yr": "Y", "decade": "DE", "century": "CE", "millennium": "ML", "night": "NI", "evening": "EV",
    "morning": "MO", "afternoon": "AF", "season": "SN",
}  # fmt: skip

_PLURALS = {"century": "centuries", "millennium": "millennia"}

_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "noon": "MI",
    "overnight": "NI", "nighttime": "NI",
          "daytime": "DT", "dawn": "MO", "dusk": "EV"}  # fmt: skip

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()

_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()

_ORDINAL_TENS = {
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
}


def _words() -> dict[str, Word]:
    words: dict[str, Word] = {}

    def add(name: str, **what: object) -> None:
        words[name] = replace(words.get(name, Word()), **what)  # type: ignore[arg-type] # the fields are given by name below

    for number, name in enumerate(MONTHS, 1):
        add(name, month=number, is_full=True)
    for name, number in _MONTHS_CUT_SHORT.items():
        add(name, month=number)
    for number, name in enumerate(WEEKDAYS):
        add(name, weekday=number, is_full=True)
        add(name + "s", weekday=number, is_full=True, is_plural=True)
    for name, number in _WEEKDAYS_CUT_SHORT.items():
        add(name, weekday=number)
    for name, unit in _UNITS.items():
        add(name, unit=unit)
        add(_PLURALS.get(name, name + "s"), unit=unit, is_plural=True)
    for name, season in _SEASONS.items():
        add(name, season=season)
        add(name + "s", season=season, is_plural=True)
    for name, part in _PARTS.items():
        add(name, part=part)
    for number, name in enumerate(_SMALL):
        add(name, cardinal=number)
    for name, number in _TENS.items():
        add(name, cardinal=number, tens=True)
    for number, name in enumerate(_ORDINALS, 1):
        add(name, ordinal=number)
    for name, number in _ORDINAL_TENS.items():
        add(name, ordinal=number)
    return words


WORDS: dict[str, Word] = _words()
"""Everything above by its form in small letters."""

ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
"""What turns "3" into "3rd"."""
