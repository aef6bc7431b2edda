"""The words that English tells time with, and what each can be: a month, a weekday, a unit, a number, a part of the day.

Months, days, units, seasons and parts of the day are those of `factcheck.language`, with the codes of TIMEX3 (ISO-TimeML,
Pustejovsky et al. 2010).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from factcheck.language.calendar import MONTH_OF, MONTHS, WEEKDAY_OF, WEEKDAYS
from factcheck.language.lexicon import meanings, ordered


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

_SMALL = ordered("numbers", "small")

_TENS: dict[str, int] = meanings("numbers", "tens")

_ORDINALS = ordered("numbers", "ordinals")

_ORDINAL_TENS: dict[str, int] = meanings("numbers", "ordinal_tens")


def _words() -> dict[str, Word]:
    words: dict[str, Word] = {}

    def add(name: str, **what: object) -> None:
        words[name] = replace(words.get(name, Word()), **what)  # type: ignore[arg-type] # the fields are given by name below

    for name, number in MONTH_OF.items():
        add(name, month=number)
    for name in MONTHS:
        add(name.lower(), is_full=True)
    for name, number in WEEKDAY_OF.items():
        add(name, weekday=number)
    for number, day in enumerate(WEEKDAYS):
        add(day.lower(), is_full=True)
        add(day.lower() + "s", weekday=number, is_full=True, is_plural=True)
    plurals = meanings("calendar", "unit_plurals")
    for name, unit in meanings("calendar", "units").items():
        add(name, unit=unit)
        add(plurals.get(name, name + "s"), unit=unit, is_plural=True)
    for name, season in meanings("calendar", "seasons").items():
        add(name, season=season)
        add(name + "s", season=season, is_plural=True)
    for name, part in meanings("calendar", "parts_of_the_day").items():
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
