"""Rules for calendar times: "1 March 2019", "Feb. 27-28", "2019-03-01", "01/03/2019", "the 1990s", "Q1 2024", "490 BC"."""

from __future__ import annotations

from factcheck.model import DateMod
from factcheck.values.dates.calendar import day_of
from factcheck.values.dates.found import Found
from factcheck.values.dates.numbers import ordinal
from factcheck.values.dates.numbers import words as number_words
from factcheck.values.dates.points import Century, Day, Decade, Half, Month, Quarter, Season, Year
from factcheck.values.dates.reading import Meaning
from factcheck.values.dates.relations import Interval, Modified
from factcheck.values.dates.tape import HYPHENS, QUOTES, Tape
from factcheck.values.dates.tokens import Gap

_CURRENCY = frozenset("$£€¥₹#№")
_RANGE_WORDS = frozenset({"to", "until", "till", "through", "thru"})

_BEFORE_YEAR = frozenset(
    [
        "in",
        "since",
        "by",
        "until",
        "till",
        "from",
        "of",
        "during",
        "before",
        "after",
        "between",
        "to",
        "through",
        "and",
        "or",
        "circa",
        "c",
        "mid",
        "early",
        "late",
        "year",
        "years",
        "around",
        "throughout",
        "fiscal",
        "for",
        "about",
        "than",
        "via",
        "as",
        "back",
        "ca",
        "pre",
        "post",
    ]
)
"""Words that stand before a bare year."""

_COUNTED = frozenset(
    [
        "people",
        "troops",
        "soldiers",
        "men",
        "women",
        "children",
        "dollars",
        "pounds",
        "euros",
        "yen",
        "rupees",
        "miles",
        "mile",
        "km",
        "kilometres",
        "kilometers",
        "metres",
        "meters",
        "m",
        "feet",
        "foot",
        "ft",
        "tons",
        "tonnes",
        "tonne",
        "ton",
        "kg",
        "jobs",
        "workers",
        "employees",
        "members",
        "votes",
        "seats",
        "points",
        "pages",
        "words",
        "calories",
        "watts",
        "volts",
        "mph",
        "rpm",
        "homes",
        "houses",
        "civilians",
        "prisoners",
        "casualties",
        "deaths",
        "victims",
        "refugees",
        "students",
        "pupils",
        "patients",
        "aircraft",
        "ships",
        "tanks",
        "vehicles",
        "cars",
        "guns",
        "rounds",
        "vehicle",
        "barrels",
        "acres",
        "hectares",
        "degrees",
        "times",
        "hours",
        "hrs",
        "minutes",
        "days",
        "weeks",
        "months",
        "years",
        "cases",
        "copies",
        "fighters",
        "officers",
        "police",
        "personnel",
        "guests",
        "visitors",
        "passengers",
        "runs",
        "bhp",
        "sq",
        "square",
        "cubic",
        "cc",
        "ml",
        "mg",
        "g",
        "percent",
        "cent",
        "million",
        "billion",
        "trillion",
        "thousand",
        "strong",
        "or-so",
        "inches",
        "inch",
        "yards",
        "yd",
        "lbs",
        "litres",
        "liters",
        "gallons",
        "families",
        "residents",
        "delegates",
        "protesters",
        "demonstrators",
        "companies",
        "shares",
        "units",
        "residents",
        "dead",
        "wounded",
        "killed",
    ]
)
"""Nouns that a four-digit number counts; such a number is no year."""

_OF_A_YEAR = frozenset({"the", "his", "her", "its", "their", "a"})
"""Words before a year that says when something was: "the 1783 treaty"."""

_LABELS = frozenset(
    [
        "no",
        "number",
        "section",
        "route",
        "flight",
        "page",
        "room",
        "article",
        "paragraph",
        "highway",
        "model",
        "chapter",
        "line",
        "version",
        "rule",
        "resolution",
        "bus",
        "channel",
        "area",
        "extension",
        "unit",
    ]
)
"""Words before a number that make it a name."""


def month_at(tape: Tape, i: int) -> int:
    """The month that a word names, 0 for none; "may", "march" and cut-short names need their capital."""
    token = tape[i]
    month = token.word.month
    if not month:
        return 0
    if token.is_capital or (token.word.is_full and token.low not in ("may", "march", "august")):
        return month
    return 0


def after_month(tape: Tape, i: int) -> int:
    """Past the point of a month cut short."""
    return i + (tape[i].text == "." and tape.is_glued(i) and len(tape[i - 1].low) <= 4)


def year_at(tape: Tape, i: int) -> tuple[int, int] | None:
    """Four digits that can be a year, or two behind an apostrophe, and the index behind them."""
    token = tape[i]
    if token.digits == 4 and token.number is not None and 1000 <= token.number <= 2199:
        after = tape[i + 1]
        if (
            after.gap is Gap.NONE
            and tape.is_glued(i + 2)
            and ((after.text in ".:" and tape[i + 2].digits) or (after.text == "," and tape[i + 2].digits == 3))
        ):
            return None
        if after.gap is Gap.NONE and after.text in ("%", "°"):
            return None
        return token.number, i + 1
    if token.text in QUOTES and tape[i + 1].digits == 2 and tape.is_glued(i + 1) and tape.low(i + 2) != "s":
        short = tape[i + 1].number or 0
        return (2000 if short < 50 else 1900) + short, i + 2
    return None


def words_year(tape: Tape, i: int) -> tuple[int, int] | None:
    """A year in words: "nineteen ninety-six", "two thousand and fifteen", "twenty nineteen"."""
    found = number_words(tape, i)
    if found is None:
        return None
    first, end = found
    if 1900 <= first <= 2099:
        return (first, end) if tape.low(i + 1) == "thousand" else None
    if first in (18, 19, 20):
        rest = number_words(tape, end)
        if rest is not None and 10 <= rest[0] <= 99:
            return first * 100 + rest[0], rest[1]
    return None


def _weekday_before(tape: Tape, i: int) -> tuple[int | None, int]:
    """A weekday that opens a date ("Friday, 1 March") and where the date goes on."""
    word = tape[i].word
    if word.weekday < 0 or word.is_plural:
        return None, i
    end = i + 1
    if tape[end].text == "." and tape.is_glued(end) and not word.is_full:
        end += 1
    end = tape.skip(end, (",",))
    return word.weekday, tape.skip(end, ("the",))


def _day_number(tape: Tape, i: int) -> tuple[int, int] | None:
    """A day of the month and the index behind it: 1, 01, 1st, first, twenty-second."""
    token = tape[i]
    if token.digits in (1, 2):
        end = i + 1
        if tape.low(end) in ("st", "nd", "rd", "th") and tape.is_glued(end):
            end += 1
        elif tape.is_glued(end) and (
            tape[end].text[0].isalpha()
            or (tape[end].text in ":%")
            or (tape[end].text == "." and tape[end + 1].digits and tape.is_glued(end + 1))
        ):
            return None
        return (token.number or 0, end) if 1 <= (token.number or 0) <= 31 else None
    if token.word.ordinal or token.word.tens:
        found = ordinal(tape, i)
        if found is None and token.word.tens:
            found = number_words(tape, i)
        return found if found and 1 <= found[0] <= 31 else None
    return None


def _year_after(tape: Tape, i: int) -> tuple[int | None, int]:
    """The year behind a day and month, with a comma, "of" or "in" between."""
    at = i
    if tape[at].text == "," or tape.low(at) in ("of", "in") or tape[at].text in HYPHENS | {"/"}:
        at += 1
    found = year_at(tape, at)
    if found is None or (tape.low(at - 1) == "in" and tape.low(found[1]) in _COUNTED):
        return None, i
    if at == i + 1 and tape[i].text in HYPHENS and not tape.is_glued(at):
        return None, i
    if tape.low(found[1]) in _COUNTED and tape.low(found[1]) not in ("deaths", "killed", "dead"):
        return None, i
    return found


def month_day(tape: Tape, i: int) -> Found | None:
    """ "March 1", "Friday, Mar. 1, 2019", "March 1st", "Feb. 27-28, 2019", "May 30 to June 2"."""
    weekday, at = _weekday_before(tape, i)
    month = month_at(tape, at)
    if not month:
        return None
    after = after_month(tape, at + 1)
    after += (tape.is_hyphen(after) or tape[after].text == "/") and tape[after + 1].digits in (1, 2)
    after = tape.skip(after, ("the",))
    found = _day_number(tape, after)
    if found is None:
        beyond = tape[after].digits == 2 and tape[after].gap is Gap.SPACE and _year_after(tape, after + 1)[0] is not None
        return Found(i, _year_after(tape, after + 1)[1], Day(month, tape[after].number or 0), "day") if beyond else None
    day, end = found
    token = tape[after]
    if token.digits == 2 and tape.low(end) in ("percent", "per", "%"):
        return None
    last = _range_day(tape, end)
    if last is not None and last[0] > day:
        year, stop = _year_after(tape, last[1])
        whole = Interval(Day(month, day, year), Day(month, last[0], year))
        return Found(i, stop, whole, "days")
    year, stop = _year_after(tape, end)
    return Found(i, stop, Day(month, day, year, weekday), "day")


def _range_day(tape: Tape, i: int) -> tuple[int, int] | None:
    """The second day of "27-28" and "27 to 28"; not the first of "27 to 28 March"."""
    if tape[i].text in HYPHENS or tape.low(i) in ("to", "through"):
        found = _day_number(tape, i + 1)
        if found is not None and tape[i + 1].digits and not month_at(tape, found[1]) and tape.low(found[1]) not in _COUNTED:
            return found
    return None


def day_month(tape: Tape, i: int) -> Found | None:
    """ "1 March", "Friday 1 March 2019", "the 5th of May", "26-30 November", "5 to 6 May", "1st day of March"."""
    weekday, at = _weekday_before(tape, i)
    at = tape.skip(at, ("the",)) if weekday is None else at
    found = _day_number(tape, at)
    if found is None:
        return None
    day, end = found
    if tape.is_glued(at) and tape[at - 1].text in _CURRENCY | {".", ",", ":"}:
        return None
    last = None
    if tape[end].text in HYPHENS or tape.low(end) in ("to", "and", "through", "or") or tape[end].text in ("/", "&"):
        last = _day_number(tape, tape.skip(end + 1, ("the",)))
        if last is not None and last[0] > day and tape[tape.skip(end + 1, ("the",))].digits:
            end = last[1]
        else:
            last = None
    end = tape.skip(end, ("day",))
    joined = tape.after_hyphen(tape.skip(end, ("of",)))
    joined += joined == end and tape[end].text == "/" and tape.is_glued(end)
    month = month_at(tape, joined)
    if not month or (joined == end and tape[at].word.ordinal and weekday is None and tape[at].low == "second" and tape.low(i - 1) == "a"):
        return None
    stop = after_month(tape, joined + 1)
    year, stop2 = _year_after(tape, stop)
    stop = stop2 if year is not None else stop - (tape[stop - 1].text == ".")
    if (
        year is None
        and tape[joined + 1].text in HYPHENS
        and tape[joined + 2].digits == 2
        and tape.is_glued(joined + 2)
        and tape[end].text in HYPHENS
    ):
        short = tape[joined + 2].number or 0
        year, stop = (2000 if short < 70 else 1900) + short, joined + 3
    start = i + (tape.low(i) == "the" and tape[at].digits > 0 and tape.low(at + 1) not in ("st", "nd", "rd", "th"))
    if last is not None:
        return Found(start, stop, Interval(Day(month, day, year), Day(month, last[0], year)), "days")
    return Found(start, stop, Day(month, day, year, weekday), "day")


def iso_day(tape: Tape, i: int) -> Found | None:
    """2019-03-01, 2019/03/01, 2019.3.1, 2019-Mar-01 and 2019-03, 2019-Q1; nothing looser."""
    token = tape[i]
    sign = tape[i + 1].text
    if token.digits != 4 or sign not in ("-", "/", ".", "‑") or not tape.is_glued(i + 1) or not tape.is_glued(i + 2) or _is_run_on(tape, i):
        return None
    second = tape[i + 2]
    month = second.number if second.digits in (1, 2) else month_at(tape, i + 2)
    if tape[i + 3].text == sign and tape.is_glued(i + 3) and tape[i + 4].digits in (1, 2) and tape.is_glued(i + 4):
        if not month or _runs_on(tape, i + 5):
            return None
        return Found(i, i + 5, Day(month, tape[i + 4].number or 0, token.number), "day")
    return None


def iso_month(tape: Tape, i: int) -> Found | None:
    """2019-03: two digits behind a hyphen that can only be a month."""
    token, second = tape[i], tape[i + 2]
    if token.digits == 4 and tape.is_hyphen(i + 1) and second.digits == 2 and not _runs_on(tape, i + 3) and not _is_run_on(tape, i):
        number = token.number or 0
        if 1 <= (second.number or 0) <= 12 and (second.number or 0) <= number % 100 and 1900 <= number <= 2099:
            return Found(i, i + 3, Month(second.number or 0, number), "month")
    return None


def _is_run_on(tape: Tape, i: int) -> bool:
    """Whether the number goes on to the left: part of a longer code."""
    return tape.is_glued(i) and (tape[i - 1].text in "-/.:$#+_" or tape[i - 1].text.isalnum())


def _runs_on(tape: Tape, i: int) -> bool:
    """Whether the number goes on to the right."""
    after = tape[i]
    if not tape.is_glued(i):
        return False
    return (after.text.isalnum() and after.text != "T") or (after.text in "-/._:" and tape.is_glued(i + 1) and tape[i + 1].text.isalnum())


def figures(tape: Tape, i: int, month_first: bool | None) -> Found | None:
    """01/03/2019, 13.03.19 and 3-1-2019, in the order that the text itself keeps; where it tells nothing, only what has one reading."""
    weekday, at = _weekday_before(tape, i)
    first, sign, second, again, year = (tape[at + n] for n in range(5))
    if first.digits not in (1, 2) or second.digits not in (1, 2) or sign.text not in ("/", ".", "-") or _is_run_on(tape, at):
        return None
    if not (tape.is_glued(at + 1) and tape.is_glued(at + 2)):
        return None
    a, b = first.number or 0, second.number or 0
    if again.text == sign.text and year.digits in (2, 4) and tape.is_glued(at + 3) and tape.is_glued(at + 4) and not _runs_on(tape, at + 5):
        if sign.text == "." and year.digits == 2:
            return None
        number = year.number or 0
        if year.digits == 2:
            number += 2000 if number < 70 else 1900
        day = _in_order(number, a, b, month_first)
        return Found(i, at + 5, day, "day") if day else None
    if (
        sign.text == "/"
        and not _runs_on(tape, at + 3)
        and (weekday is not None or tape.low(i - 1) in ("on", "by", "until", "since", "before"))
    ):
        day = _in_order(None, a, b, month_first)
        return Found(i, at + 3, day, "day") if day else None
    return None


def _in_order(year: int | None, a: int, b: int, month_first: bool | None) -> Day | None:
    known = year if year is not None else 2000
    american, british = day_of(known, a, b), day_of(known, b, a)
    if american and british and american != british:
        if month_first is None:
            return None
        return Day(a, b, year) if month_first else Day(b, a, year)
    if american:
        return Day(a, b, year)
    return Day(b, a, year) if british else None


def order_of(tape: Tape) -> bool | None:
    """Whether the text writes 03/01 for 1 March: told by its other dates in figures, then by those with named months.

    A date that only one order allows (25/12/2019) settles it unless another contradicts; else "March 1" and "1 March"
    are counted. None where nothing tells.
    """
    votes = names = 0
    for i, token in enumerate(tape.tokens):
        if (
            token.digits in (1, 2)
            and tape[i + 1].text in ("/", ".", "-")
            and tape[i + 3].text == tape[i + 1].text
            and tape[i + 4].digits in (2, 4)
        ):
            a, b = token.number or 0, tape[i + 2].number or 0
            if tape[i + 2].digits in (1, 2) and max(a, b) <= 31:
                votes += (b > 12) - (a > 12)
        elif token.word.month and token.is_capital:
            names += (tape[after_month(tape, i + 1)].digits in (1, 2)) - (tape[i - 1].digits in (1, 2))
    total = votes or names
    return None if total == 0 else total > 0


def month_year(tape: Tape, i: int) -> Found | None:
    """ "March 2019", "March, 2019", "March of 2019", "Mar '19", "March-May 2019", "2019 March"."""
    month = month_at(tape, i)
    if not month:
        return None
    end = after_month(tape, i + 1)
    last, stop = 0, end
    if tape[end].text in HYPHENS and month_at(tape, end + 1):
        last, stop = month_at(tape, end + 1), after_month(tape, end + 2)
    at = tape.skip(stop, (",", "of", "in"))
    found = year_at(tape, tape.after_hyphen(at))
    if found is None or (tape.low(found[1]) in _COUNTED):
        if last and tape[end + 1].word.is_full and _day_number(tape, stop) is None:
            return Found(i, stop, Interval(Month(month), Month(last)), "months")
        return None
    year, end = found
    if last:
        first_year = year - (month > last)
        return Found(i, end, Interval(Month(month, first_year), Month(last, year)), "months")
    return Found(i, end, Month(month, year), "month")


def era_year(tape: Tape, i: int) -> Found | None:
    """ "490 BC", "221 B.C.", "AD 70", "the 5th century BC" (its number is read by `century`)."""
    token = tape[i]
    if token.text in ("AD", "A") and (token.text == "AD" or tape.has(i, "a", ".", "d", ".")):
        at = i + (1 if token.text == "AD" else 4)
        number = tape[at]
        return Found(i, at + 1, Year(number.number or 0), "year") if number.digits and 1 <= (number.number or 0) <= 2100 else None
    if not token.digits or not token.number or token.number > 9999:
        return None
    era, end = era_at(tape, i + 1)
    if era is None:
        return None
    return Found(i, end, Year(token.number, bc=era == "bc"), "year")


def era_at(tape: Tape, i: int) -> tuple[str | None, int]:
    """ "bc" or "ad" and the index behind BC, B.C., BCE, AD, A.D., CE."""
    token = tape[i]
    if token.text in ("BC", "BCE"):
        return "bc", i + 1
    if token.text in ("AD", "CE"):
        return "ad", i + 1
    if token.text in ("B", "A") and tape[i + 1].text == "." and tape[i + 2].text in ("C", "D"):
        end = i + 3 + (tape[i + 3].text == ".")
        if tape[end].text == "E" and tape[end + 1].text == ".":
            end += 2
        return ("bc" if token.text == "B" else "ad"), end
    return None, i


def century(tape: Tape, i: int) -> Found | None:
    """ "the 19th century", "the twentieth century", "19th-century"; with "BC"."""
    start, at = i, tape.skip(i, ("the",))
    found = ordinal(tape, at)
    if found is None or not 1 <= found[0] <= 22:
        return None
    end = tape.after_hyphen(found[1])
    if tape.low(end) == "century" or (tape.low(end) in ("centuries", "c") and tape.low(end) == "centuries"):
        end += 1
    else:
        return None
    era, stop = era_at(tape, end)
    return Found(start, stop, Century(found[0], bc=era == "bc"), "century")


def decade(tape: Tape, i: int) -> Found | None:
    """ "the 1990s", "1990's", "the '90s", "the 90s", "the nineties", "mid-1990s"."""
    start = i
    at = tape.skip(i, ("the",))
    mod = None
    if tape.low(at) in _PARTS_OF:
        mod, at = _PARTS_OF[tape.low(at)], tape.after_hyphen(at + 1)
    has_the = start != at
    quoted = tape[at].text in QUOTES and tape[at + 1].digits == 2 and tape.is_glued(at + 1)
    at += quoted
    token = tape[at]
    tens = None
    if token.digits in (2, 4) and token.text[-1] == "0":
        end = at + 1
        end += tape[end].text in QUOTES and tape.is_glued(end)
        if tape.low(end) != "s" or not tape.is_glued(end):
            return None
        end += 1
        if token.digits == 4:
            tens = (token.number or 0) // 10
        elif quoted or (has_the and tape.low(end) != "of" and tape.low(at - 1) in (*_PARTS_OF, "the", "-")):
            tens = 190 + (token.number or 0) // 10 if (token.number or 0) >= 20 else 200 + (token.number or 0) // 10
    else:
        tens = NAMED_DECADES.get(token.low)
        end = at + 1
        if tens is None or not (has_the or tape.low(i - 1) in ("and", "or")):
            return None
    if tens is None or not 100 <= tens <= 209:
        return None
    meaning: Meaning = Decade(tens)
    if token.text.endswith("00") and token.digits == 4 and has_the and token.number != 2000 and mod is None:
        meaning = Century(tens // 10 + 1)
    return Found(start, end, Modified(meaning, mod) if mod else meaning, "decade")


NAMED_DECADES = {
    "twenties": 192,
    "thirties": 193,
    "forties": 194,
    "fifties": 195,
    "sixties": 196,
    "seventies": 197,
    "eighties": 198,
    "nineties": 199,
}

_PARTS_OF = {"early": DateMod.START, "mid": DateMod.MID, "late": DateMod.END, "middle": DateMod.MID}
"""Words that name a part of a period, with the modifier of TIMEX3."""


def quarter(tape: Tape, i: int) -> Found | None:
    """ "Q1", "Q1 2024", "2024 Q1", "2024-Q1", "first-quarter 2024" without its words (see `relative.quarter_words`)."""
    token = tape[i]
    if token.text in ("Q", "q", "H") and tape.is_glued(i + 1) and tape[i + 1].digits == 1 and not tape.is_glued(i):
        at = tape.skip(i + 2, ("of", ",", "/", "-"))
        year = year_at(tape, at)
        part = _part_of_year(tape, i, Year(year[0]) if year else None)
        if part is None or (year is None and token.text == "H"):
            return None
        return Found(i, year[1] if year else i + 2, part, "quarter")
    year = year_at(tape, i) if token.digits == 4 else None
    if year is not None:
        at = tape.after_hyphen(year[1])
        part = _part_of_year(tape, at, Year(year[0]))
        return Found(i, at + 2, part, "quarter") if part else None
    return None


def _part_of_year(tape: Tape, i: int, year: Meaning | None) -> Meaning | None:
    """Q1 to Q4, H1 and H2."""
    if tape[i].text not in ("Q", "q", "H") or tape[i + 1].digits != 1 or not tape.is_glued(i + 1):
        return None
    number = tape[i + 1].number or 0
    if tape[i].text == "H":
        return Half(number, year) if 1 <= number <= 2 else None
    return Quarter(number, year) if 1 <= number <= 4 else None


def season_year(tape: Tape, i: int) -> Found | None:
    """ "spring 2024", "the summer of 1936", "winter 1939-40"."""
    at = tape.skip(i, ("the",))
    word = tape[at].word
    if not word.season or word.is_plural:
        return None
    end = tape.skip(at + 1, ("of", ","))
    end = tape.skip(end, ("season",))
    year = year_at(tape, end)
    if year is None:
        return None
    return Found(i, _past_second_year(tape, year), Season(word.season, year[0]), "season")


def _past_second_year(tape: Tape, year: tuple[int, int]) -> int:
    """Past the "-40" of "1939-40"."""
    end = year[1]
    if tape[end].text in HYPHENS | {"/"} and tape.is_glued(end) and tape.is_glued(end + 1):
        token = tape[end + 1]
        if token.number is not None and token.number == (year[0] + 1) % (100 if token.digits == 2 else 10_000):
            return end + 2
    return end


def worded_year(tape: Tape, i: int) -> Found | None:
    """ "nineteen eighty-four" and "two thousand and fifteen" behind a preposition."""
    if tape.low(i - 1) not in ("in", "since", "by", "until", "from", "of", "to", "and"):
        return None
    found = words_year(tape, i)
    if found is None or tape[found[1]].word.unit or tape.low(found[1]) in _COUNTED:
        return None
    return Found(i, found[1], Year(found[0]), "year")


def bare_year(tape: Tape, i: int) -> Found | None:
    """ "2019" and "2019-20" standing for years: behind a preposition, in brackets, or before what happened in it."""
    token = tape[i]
    found = year_at(tape, i)
    if found is None or token.text in QUOTES:
        return None
    number, end = found
    before, after = tape[i - 1], tape[end]
    if tape.is_glued(i) and (before.text in _CURRENCY or before.text.isalnum() or before.text in "+_@."):
        return None
    if before.text in _CURRENCY or before.low in _LABELS or before.text in ("US$", "Rs"):
        return None
    if after.gap is Gap.NONE and after.text.isalpha():
        return None
    if _is_in_figures(tape, i, end):
        return None
    if after.low in _COUNTED and not (after.low in ("days", "deaths", "killed", "police") and before.low in ("the", "in")):
        return None
    if (
        tape[end].text == "-"
        and tape[end + 1].low in ("strong", "mile", "page", "year", "foot", "acre", "seat", "metre", "meter")
        and tape.is_glued(end)
    ):
        return None
    if before.text in ("+", "×", "x", "*", "=") or after.text in ("+", "×", "=", "*", "°", "%"):
        return None
    if before.low in ("nearly", "almost", "some", "approximately", "over", "least", "roughly", "another", "only") and not (
        1900 <= number <= 2099
    ):
        return None
    if before.low == "than" and tape.low(i - 2) in ("more", "less", "fewer"):
        return None
    cued = before.low in _BEFORE_YEAR or before.text in ("(", "–", "-", "—", "/", "\n") or after.text == ")"
    if not cued and not (1800 <= number <= 2100) and not (number >= 1600 and before.low in _OF_A_YEAR and after.text.isalpha()):
        return None
    second = _second_year(tape, number, end)
    if second is not None:
        return Found(i, second[1], Interval(Year(number), Year(second[0])), "years")
    return Found(i, end, Year(number), "year")


def _is_in_figures(tape: Tape, i: int, end: int) -> bool:
    """Whether a slash or hyphen ties the year to something that is no year: 03/04/2019, 2019-13, 2019-Aug-01."""
    if tape.is_glued(i) and tape[i - 1].text in ("/", "-") and tape.is_glued(i - 1):
        return not (tape[i - 2].digits == 4 and (tape[i - 2].number or 0) < (tape[i].number or 0)) and not tape[i - 2].text.isalpha()
    if tape[end].text in ("/", "-") and tape.is_glued(end) and tape.is_glued(end + 1):
        after = tape[end + 1]
        if after.word.month and tape[end + 2].text == tape[end].text:
            return True
        return bool(after.number is not None) and after.digits != 4 and _second_year(tape, tape[i].number or 0, end) is None
    return False


def _second_year(tape: Tape, number: int, end: int) -> tuple[int, int] | None:
    """The "20" of "2019-20": two digits that go on from the year."""
    token = tape[end + 1]
    if (
        (tape[end].text in HYPHENS or tape[end].text == "/")
        and token.digits == 2
        and tape.is_glued(end)
        and tape.is_glued(end + 1)
        and not _runs_on(tape, end + 2)
    ):
        year = number - number % 100 + (token.number or 0)
        if number < year:
            return year, end + 2
    return None
