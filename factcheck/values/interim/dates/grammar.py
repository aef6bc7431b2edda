"""The rules: from a place in the tokens to the time expression that starts there. The longest that fits is taken.

Values follow TIMEX3 (ISO-TimeML). Each rule names in its docstring two forms that it takes and one that it refuses.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.model import DateKind, DateMod
from factcheck.values.interim.dates import calendar as cal
from factcheck.values.interim.dates import lexicon as lex
from factcheck.values.interim.dates.calendar import Period
from factcheck.values.interim.tokens import Token

IMPOSSIBLE = Period("")
"""A day that no calendar has, "31 February 2019": no date, and none of its words is one either."""

NOTHING = Token("", -1, -1, "", None)


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression from token `first` up to, not including, token `stop`. `anchor` says that later words may refer to it."""

    first: int
    stop: int
    period: Period
    kind: DateKind = DateKind.DATE
    mod: DateMod | None = None
    anchor: bool = True


class Grammar:
    """The rules over one text. `published` is the day that relative expressions count from, `month_first` the order in 3/4/2019."""

    def __init__(self, tokens: list[Token], published: date | None, *, month_first: bool) -> None:
        self.tokens, self.published, self.month_first = tokens, published, month_first
        self.anchor: date | None = None
        self.year: int | None = None
        self._rules: dict[str, list[Callable[[int], Found | None]]] = {}

    def at(self, i: int) -> Found | None:
        """The longest expression that starts at token i."""
        best = None
        for rule in self._rules_for(self.tok(i)):
            found = rule(i)
            if found is not None and (best is None or found.stop > best.stop):
                best = found
        return best

    def _rules_for(self, token: Token) -> list[Callable[[int], Found | None]]:
        if token.number is not None:
            return [self.iso_day, self.day_month, self.numeric_day, self.clock, self.amount, self.decade, self.year_alone, self.century, self.military]
        if not token.text[:1].isalpha():
            return [self.short_decade] if token.text in ("'", "’") else []
        low = token.low
        rules: list[Callable[[int], Found | None]] = []
        if low in lex.MONTHS:
            rules += [self.month_day, self.month_alone]
        if low in lex.WEEKDAYS:
            rules += [self.weekday]
        if low in lex.NUMBERS or low in lex.VAGUE or low in ("a", "an", "half"):
            rules += [self.amount]
        if low in lex.ORDINALS:
            rules += [self.quarter_words, self.century]
        if low in lex.SEASONS:
            rules += [self.season]
        if low in ("early", "late", "mid"):
            rules += [self.modified]
        rules += self._by_word.get(low, lambda _: [])(self)
        return rules

    _by_word: dict[str, Callable[[Grammar], list[Callable[[int], Found | None]]]] = {
        "today": lambda g: [g.named_day],
        "yesterday": lambda g: [g.named_day],
        "tomorrow": lambda g: [g.named_day],
        "tonight": lambda g: [g.named_day],
        "last": lambda g: [g.shifted_period, g.stretch],
        "next": lambda g: [g.shifted_period, g.stretch],
        "this": lambda g: [g.shifted_period],
        "previous": lambda g: [g.shifted_period, g.stretch],
        "past": lambda g: [g.stretch],
        "coming": lambda g: [g.stretch],
        "the": lambda g: [g.neighbour, g.stretch, g.decade_words, g.season],
        "that": lambda g: [g.neighbour],
        "same": lambda g: [g.neighbour],
        "earlier": lambda g: [g.modified],
        "later": lambda g: [g.modified],
        "every": lambda g: [g.repeated],
        "each": lambda g: [g.repeated],
        "once": lambda g: [g.repeated],
        "twice": lambda g: [g.repeated],
        "fiscal": lambda g: [g.fiscal],
        "financial": lambda g: [g.fiscal],
        "fy": lambda g: [g.fiscal],
        "q": lambda g: [g.quarter_number],
        "noon": lambda g: [g.named_time],
        "midday": lambda g: [g.named_time],
        "midnight": lambda g: [g.named_time],
        "twenty": lambda g: [g.century],
        **dict.fromkeys(lex.SETS, lambda g: [g.set_word]),
        **dict.fromkeys((first for first, *_ in lex.HOLIDAYS), lambda g: [g.holiday]),
        **dict.fromkeys(lex.WEEKDAYS, lambda g: []),
    }

    # ---- reading tokens

    def tok(self, i: int) -> Token:
        """The token at i, or one that is nothing."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else NOTHING

    def touches(self, i: int) -> bool:
        """Whether token i follows the one before without white space."""
        return i > 0 and self.tok(i).start == self.tok(i - 1).end

    def past_dot(self, i: int) -> int:
        """Past the full stop of an abbreviation that ends before i."""
        return i + 1 if self.tok(i).text == "." and self.touches(i) and self.tok(i + 1).text not in ("", "\n") else i

    def month_at(self, i: int) -> tuple[int, int] | None:
        """The month named at token i, and where it stops; a word in small letters is none but in ISO-like mixed forms."""
        token = self.tok(i)
        number = lex.MONTHS.get(token.low)
        if number is None or token.text[0].islower():
            return None
        stop = i + 1
        if len(token.text) <= 4 and token.low != "may":
            stop = self.past_dot(stop)
        return number, stop

    def day_at(self, i: int) -> tuple[int, int] | None:
        """A day of the month at token i, with or without st, nd, rd, th."""
        token = self.tok(i)
        if token.number is None or not 1 <= token.number <= 31 or len(token.text) > 2:
            return None
        if self.tok(i + 1).low in ("st", "nd", "rd", "th") and self.touches(i + 1):
            return token.number, i + 2
        after = self.tok(i + 1)
        if after.text[:1].isalnum() and self.touches(i + 1):
            return None
        return token.number, i + 1

    def year_at(self, i: int, *, comma: bool = True) -> tuple[int, int] | None:
        """A year of four digits at token i, after a comma if there is one."""
        at = i + 1 if comma and self.tok(i).text == "," else i
        token = self.tok(at)
        if token.number is None or len(token.text) != 4 or not 1000 <= token.number <= 2199:
            return None
        if (self.touches(at + 1) and self.tok(at + 1).text[:1].isalnum() and self.tok(at + 1).low != "s") or self._decimal(at):
            return None
        return (token.number, at + 1) if self.tok(at + 1).low != "s" or not self.touches(at + 1) else None

    def _decimal(self, at: int) -> bool:
        point = self.tok(at + 1).text in (".", ",") and self.touches(at + 1)
        return point and self.tok(at + 2).number is not None and self.touches(at + 2)

    def number_at(self, i: int) -> tuple[int | None, int] | None:
        """A whole number in digits or words at token i ("twenty-one"), or None for a vague one ("several"), and where it stops."""
        token = self.tok(i)
        if token.number is not None:
            return None if self._decimal(i) else (token.number, i + 1)
        if token.low in lex.NUMBERS:
            value = lex.NUMBERS[token.low]
            unit = lex.NUMBERS.get(self.tok(i + 2).low, 0)
            if value >= 20 and self.tok(i + 1).text == "-" and 0 < unit < 10:
                return value + unit, i + 3
            return value, i + 1
        if token.low in ("a", "an"):
            if self.tok(i + 1).low == "couple":
                return None, i + (3 if self.tok(i + 2).low == "of" else 2)
            return (None, i + 2) if self.tok(i + 1).low == "few" else (1, i + 1)
        return (None, i + 1) if token.low in lex.VAGUE else None

    def unit_at(self, i: int) -> str | None:
        """The unit of time named at token i."""
        low = self.tok(i).low
        return low if low in lex.UNITS else lex.PLURALS.get(low)

    def future(self, i: int) -> bool:
        """Whether the words before token i, in its sentence, look forward."""
        for at in range(i - 1, max(-1, i - 9), -1):
            token = self.tok(at)
            if token.text in (".", "!", "?", ";"):
                return False
            if token.low in lex.FUTURE or (token.low in lex.FUTURE_BEFORE_TO and self.tok(at + 1).low == "to"):
                return True
        return False

    # ---- calendar days

    def iso_day(self, i: int) -> Found | None:
        """Takes `2019-03-01` and `2019-03-01T16:15`, not `2019-13-01`."""
        y, m, d = self.tok(i), self.tok(i + 2), self.tok(i + 4)
        joined = self.tok(i + 1).text in ("-", "/", ".") and self.tok(i + 3).text == self.tok(i + 1).text and all(self.touches(i + n) for n in range(1, 5))
        if not joined or len(y.text) != 4 or y.number is None or m.number is None or d.number is None or len(m.text) > 2 or len(d.text) > 2:
            return None
        period = cal.day(y.number, m.number, d.number) if m.number else None
        if period is None:
            return None
        clock = self._iso_clock(i + 5)
        if clock:
            return Found(i, clock[1], Period(f"{period.value}T{clock[0]}", period.earliest, period.latest), DateKind.TIME)
        return Found(i, i + 5, period)

    def _iso_clock(self, i: int) -> tuple[str, int] | None:
        if self.tok(i).text != "T" or not self.touches(i):
            return None
        hour, minute = self.tok(i + 1), self.tok(i + 3)
        if self.tok(i + 2).text != ":" or hour.number is None or minute.number is None or hour.number > 23 or minute.number > 59:
            return None
        return f"{hour.number:02}:{minute.number:02}", i + 4

    def month_day(self, i: int) -> Found | None:
        """Takes `March 1, 2019` and `Feb. 27-28`, not `May be` or `March 2019` (a month)."""
        named = self.month_at(i)
        first = self.day_at(named[1]) if named else None
        if named is None or first is None:
            return None
        month, (number, stop) = named[0], first
        last, stop = self._to_day(number, stop)
        year = self.year_at(stop)
        return self._days(i, year[1] if year else stop, year and year[0], month, number, last)

    def day_month(self, i: int) -> Found | None:
        """Takes `1 March 2019` and `27th of February`, not `31 February` or `5 May` inside `1.5 May`."""
        first = self.day_at(i)
        if first is None or (self.touches(i) and self.tok(i - 1).text not in ("(", "“", '"', "-", "–")):
            return None
        last, stop = self._to_day(*first)
        named = self.month_at(stop + 1 if self.tok(stop).low == "of" else stop)
        if named is None:
            return None
        year = self.year_at(named[1])
        return self._days(i, year[1] if year else named[1], year and year[0], named[0], first[0], last)

    def _to_day(self, number: int, stop: int) -> tuple[int, int]:
        """The end of a range of days: `27-28`, `3 to 5`, `6 and 7` (only neighbours)."""
        joint = self.tok(stop)
        second = self.day_at(stop + 1)
        if second is None or second[0] <= number:
            return number, stop
        if joint.text in ("-", "–", "—") or joint.low == "to" or (joint.low == "and" and second[0] == number + 1):
            return second
        return number, stop

    def _days(self, i: int, stop: int, year: int | None, month: int, number: int, last: int) -> Found | None:
        low = cal.day(year or self._year_for(i, month, number), month, number)
        if low is None:
            return Found(i, stop, IMPOSSIBLE)
        if last != number:
            high = cal.day(year or self._year_for(i, month, number), month, last)
            if high is None:
                return Found(i, stop, IMPOSSIBLE)
            return Found(i, stop, Period(f"{low.value}/{high.value}", low.earliest, high.latest))
        return Found(i, stop, low)

    def _year_for(self, i: int, month: int, number: int) -> int | None:
        """The year of a day that names none: that of the narrative, else the one that brings it nearest to publication."""
        base = self.published or self.anchor
        if base is None or (self.year is not None and self.anchor is not None and abs(self.year - base.year) > 1):
            return self.year
        near = [y for y in (base.year - 1, base.year, base.year + 1) if (p := cal.day(y, month, number)) and p.earliest]
        distances = {y: (date(y, month, min(number, 28)) - base).days for y in near}
        if self.future(i):
            near = [y for y in near if distances[y] >= -3] or near
        else:
            near = [y for y in near if distances[y] <= 120] or near
        return min(near, key=lambda y: abs(distances[y]), default=None)

    def numeric_day(self, i: int) -> Found | None:
        """Takes `13/01/2019` and `1/2/2019` (by the article's own order), not `1/2` or `24/7`."""
        a, b, y = self.tok(i), self.tok(i + 2), self.tok(i + 4)
        sign = self.tok(i + 1).text
        joined = sign in ("/", ".", "-") and self.tok(i + 3).text == sign and all(self.touches(i + n) for n in range(1, 5))
        if not joined or a.number is None or b.number is None or y.number is None or len(y.text) != 4 or max(len(a.text), len(b.text)) > 2:
            return None
        if self.touches(i + 5) and self.tok(i + 5).text in ("/", "-", ".") and self.tok(i + 6).number is not None and self.touches(i + 6):
            return None
        month, number = (a.number, b.number) if self.month_first else (b.number, a.number)
        month, number = (number, month) if month > 12 >= number else (month, number)
        period = cal.day(y.number, month, number) if 1 <= month <= 12 and 1000 <= y.number <= 2199 else None
        return Found(i, i + 5, period) if period else None

    def month_alone(self, i: int) -> Found | None:
        """Takes `March 2019` and `in February`, not `May` the name or `March` the verb."""
        named = self.month_at(i)
        if named is None:
            return None
        number, stop = named
        year = self.year_at(stop)
        if year is None and self.tok(stop).low == "of":
            year = self.year_at(stop + 1, comma=False)
        if year:
            period = cal.month(year[0], number)
            return Found(i, year[1], period) if period else None
        if self.tok(i).low in lex.AMBIGUOUS_MONTHS and self.tok(i - 1).low not in lex.BEFORE_PERIOD:
            return None
        if self.tok(stop).text[:1].isupper() and self.tok(stop).low not in lex.MONTHS and self.tok(i - 1).low not in ("in", "last", "next", "since", "until"):
            return None
        return Found(i, stop, self._month_near(i, number))

    def _month_near(self, i: int, number: int) -> Period:
        base = self.published or self.anchor
        if base is None or (self.year is not None and abs(self.year - base.year) > 1):
            return cal.month(self.year, number) or Period(f"XXXX-{number:02}")
        year = base.year
        if self.future(i):
            year += number < base.month
        else:
            year -= number > base.month
        return cal.month(year, number) or Period(f"XXXX-{number:02}")

    def weekday(self, i: int) -> Found | None:
        """Takes `Friday`, `Fri., March 1` and `Monday night`, not `Sun` the paper or `monday-like`."""
        token = self.tok(i)
        if token.text[0].islower() or (token.low in lex.SHORT_WEEKDAYS and self.tok(i + 1).text not in (".", ",") and self.month_at(i + 1) is None
                                       and self.day_at(i + 1) is None):  # fmt: skip
            return None
        stop = self.past_dot(i + 1) if token.low in lex.SHORT_WEEKDAYS else i + 1
        joint = stop + 1 if self.tok(stop).text == "," else stop
        joint = joint + 1 if self.tok(joint).low == "the" else joint
        full = self.month_day(joint) or self.day_month(joint) or self.iso_day(joint) or self.numeric_day(joint)
        if full:
            return Found(i, full.stop, full.period)
        if token.low in lex.SHORT_WEEKDAYS:
            return None
        return self._with_part(i, stop, self._weekday_near(i, lex.WEEKDAYS[token.low]))

    def _weekday_near(self, i: int, weekday: int) -> Period:
        base = self.published
        if base is None:
            return Period(f"XXXX-WXX-{weekday + 1}")
        back = (base.weekday() - weekday) % 7
        days = (-back) % 7 if self.future(i) else -back
        return _moved(base, days, Period(f"XXXX-WXX-{weekday + 1}"))

    def _with_part(self, i: int, stop: int, period: Period) -> Found:
        """`Monday` with the part of the day that follows."""
        part = lex.DAY_PARTS.get(self.tok(stop).low)
        if part is None:
            return Found(i, stop, period)
        return Found(i, stop + 1, Period(f"{period.value}T{part}", period.earliest, period.latest), DateKind.TIME)

    def holiday(self, i: int) -> Found | None:
        """Takes `Christmas Eve` and `New Year's Day`, not `new year`."""
        if not self.tok(i).text[0].isupper():
            return None
        for words, (month, number) in sorted(lex.HOLIDAYS.items(), key=lambda item: -len(item[0])):
            if all(self.tok(i + n).low == word for n, word in enumerate(words)):
                year = self.year_at(i + len(words))
                found = cal.day(year[0] if year else self._year_for(i, month, number), month, number)
                return Found(i, year[1] if year else i + len(words), found) if found else None
        return None

    def named_day(self, i: int) -> Found | None:
        """Takes `yesterday` and `tomorrow morning`, not `todays`."""
        low = self.tok(i).low
        if self.published is None:
            return None
        period = _moved(self.published, {"yesterday": -1, "tomorrow": 1}.get(low, 0), Period("PRESENT_REF"))
        if low == "tonight":
            return Found(i, i + 1, Period(f"{period.value}TNI", period.earliest, period.latest), DateKind.TIME)
        return self._with_part(i, i + 1, period)

    # ---- years and longer

    def year_alone(self, i: int) -> Found | None:
        """Takes `in 2019` and `the 2015 election`, not `2019 people`, `$2019` or `1,500`."""
        year = self.year_at(i, comma=False)
        if year is None or (self.touches(i) and self.tok(i - 1).text not in ("(", "[", "“", '"', "'", "-", "–", "/", "—")):
            return None
        number, stop = year
        before, after = self.tok(i - 1), self.tok(stop)
        likely = before.low in lex.BEFORE_PERIOD or before.text in ("(", "[") or (before.text == "," and lex.MONTHS.get(self.tok(i - 2).low) is not None)
        if self.tok(stop).text in ("%", "°", "$", "£", "€") or before.text in ("$", "£", "€", "#", "₹"):
            return None
        if self.unit_at(stop) or after.low in ("people", "votes", "men", "women", "children", "euros", "dollars", "pounds", "metres", "meters", "feet", "miles", "km"):
            return None
        if not likely and not 1900 <= number <= 2050:
            return None
        if not likely and after.text[:1].islower() and after.low.endswith("s") and after.low not in ("was", "is", "has", "elections", "olympics", "s"):
            return None
        until = self._to_year(number, stop)
        if until:
            return until if until.first == i else Found(i, until.stop, until.period)
        period = cal.year_of(number)
        return Found(i, stop, period) if period else None

    def _to_year(self, number: int, stop: int) -> Found | None:
        """The end of a range of years: `2014-15`, `1990–1995`."""
        if self.tok(stop).text not in ("-", "–", "/") or not self.touches(stop) or not self.touches(stop + 1):
            return None
        last = self.tok(stop + 1)
        if last.number is None or len(last.text) not in (2, 4) or (self.touches(stop + 2) and self.tok(stop + 2).text in ("-", "–", "/")):
            return None
        end = last.number if len(last.text) == 4 else number // 100 * 100 + last.number
        low, high = cal.year_of(number), cal.year_of(end)
        if not low or not high or not number < end <= number + 150:
            return None
        return Found(stop - 1, stop + 2, Period(f"{low.value}/{high.value}", low.earliest, high.latest))

    def decade(self, i: int) -> Found | None:
        """Takes `1990s` and `1960's`, not `1995s`."""
        token = self.tok(i)
        if token.number is None or len(token.text) != 4 or token.number % 10 or not 1000 <= token.number <= 2190:
            return None
        at = i + 2 if self.tok(i + 1).text in ("'", "’") and self.touches(i + 1) else i + 1
        if self.tok(at).low != "s" or not self.touches(at):
            return None
        period = cal.decade(token.number)
        return Found(i, at + 1, period) if period else None

    def short_decade(self, i: int) -> Found | None:
        """Takes `'90s`, not `'95`."""
        token = self.tok(i + 1)
        if token.number is None or len(token.text) != 2 or token.number % 10 or self.tok(i + 2).low != "s" or not self.touches(i + 2):
            return None
        period = cal.decade((1900 if token.number >= 20 else 2000) + token.number)
        return Found(i, i + 3, period) if period else None

    _DECADES = {"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990}

    def decade_words(self, i: int) -> Found | None:
        """Takes `the nineties`, not `his nineties` (an age)."""
        first = self._DECADES.get(self.tok(i + 1).low)
        period = cal.decade(first) if first else None
        return Found(i, i + 2, period) if period else None

    def century(self, i: int) -> Found | None:
        """Takes `19th century` and `the twenty-first century`, not `half a century`."""
        number, at = self.tok(i).number, i
        if number is not None:
            at = i + 2 if self.tok(i + 1).low in ("st", "nd", "rd", "th") and self.touches(i + 1) else -1
        elif self.tok(i).low == "twenty" and self.tok(i + 2).low == "first":
            number, at = 21, i + 3
        else:
            number, at = lex.ORDINALS.get(self.tok(i).low), i + 1
        at = at + 1 if at > 0 and self.tok(at).text == "-" else at
        if at < 0 or number is None or self.tok(at).low not in ("century", "centuries") or not 1 <= number <= 21:
            return None
        period = cal.century(number)
        return Found(i, at + 1, period) if period else None

    def quarter_words(self, i: int) -> Found | None:
        """Takes `first quarter of 2019` and `the third quarter`, not `first half`."""
        number = lex.ORDINALS[self.tok(i).low]
        at = i + 2 if self.tok(i + 1).text == "-" else i + 1
        if number > 4 or self.tok(at).low not in ("quarter", "fiscal") or self.tok(at + 1).low in ("final", "finals"):
            return None
        at = at + 1 if self.tok(at).low == "fiscal" else at
        return self._quarter(i, at + 1, number) if self.tok(at).low == "quarter" else None

    def quarter_number(self, i: int) -> Found | None:
        """Takes `Q1 2019` and `Q3`, not `Q5`."""
        token = self.tok(i + 1)
        good = self.tok(i).text == "Q" and self.touches(i + 1) and token.number is not None and 1 <= token.number <= 4 and len(token.text) == 1
        return self._quarter(i, i + 2, token.number) if good and token.number else None

    def _quarter(self, i: int, stop: int, number: int) -> Found | None:
        year = self.year_at(stop + 1 if self.tok(stop).low in ("of", "in") else stop, comma=False)
        base = self.published or self.anchor
        near = (base.year - (number > (base.month + 2) // 3 and not self.future(i))) if base else None
        period = cal.quarter(year[0] if year else near, number)
        return Found(i, year[1] if year else stop, period) if period else None

    def season(self, i: int) -> Found | None:
        """Takes `summer 2024` and `the winter of 1990`, not `fall` the verb or `spring` alone."""
        at = i + 1 if self.tok(i).low == "the" else i
        code = lex.SEASONS.get(self.tok(at).low)
        if code is None:
            return None
        stop = at + 1
        year = self.year_at(stop + 1 if self.tok(stop).low in ("of", "in") else stop, comma=False)
        period = cal.season(year[0], code) if year else None
        return Found(at, year[1], period) if year and period else None

    def fiscal(self, i: int) -> Found | None:
        """Takes `fiscal 2023` and `FY2023`, not `fiscal policy`."""
        at = i + 2 if self.tok(i + 1).low == "year" else i + 1
        year = self.year_at(at, comma=False)
        return Found(i, year[1], Period(f"{year[0]:04}")) if year else None

    # ---- relative to publication

    def shifted_period(self, i: int) -> Found | None:
        """Takes `last week`, `next Thursday` and `this summer`, not `last man` or `last two weeks`."""
        step = {"last": -1, "previous": -1, "next": 1, "this": 0}[self.tok(i).low]
        what, base = self.tok(i + 1).low, self.published
        if base is None or what == "second":
            return None
        if what in lex.WEEKDAYS and what not in lex.SHORT_WEEKDAYS:
            return self._with_part(i, i + 2, self._shifted_weekday(base, lex.WEEKDAYS[what], step))
        if what in lex.DAY_PARTS:
            return self._shifted_part(i, base, lex.DAY_PARTS[what], step)
        if (named := self.month_at(i + 1)) is not None:
            year = base.year - (named[0] >= base.month) if step < 0 else base.year + (step > 0 and named[0] <= base.month)
            return self._found(i, named[1], cal.month(year, named[0]))
        if what in lex.SEASONS:
            return self._found(i, i + 2, self._shifted_season(base, lex.SEASONS[what], step))
        unit = what if what in lex.UNITS and what not in lex.CLOCK_UNITS else None
        return self._found(i, i + 2, cal.shifted(base, unit, step)) if unit and unit not in ("yr", "day") else None

    def _found(self, i: int, stop: int, period: Period | None, mod: DateMod | None = None) -> Found | None:
        return Found(i, stop, period, mod=mod) if period else None

    @staticmethod
    def _shifted_weekday(base: date, weekday: int, step: int) -> Period:
        back, ahead = (base.weekday() - weekday) % 7 or 7, (weekday - base.weekday()) % 7 or 7
        days = -back if step < 0 else ahead if step > 0 else (weekday - base.weekday())
        return _moved(base, days, Period(f"XXXX-WXX-{weekday + 1}"))

    def _shifted_part(self, i: int, base: date, part: str, step: int) -> Found | None:
        if step > 0:
            return None
        period = _moved(base, step if part == "NI" else 7 * step, Period("PRESENT_REF"))
        return Found(i, i + 2, Period(f"{period.value}T{part}", period.earliest, period.latest), DateKind.TIME)

    @staticmethod
    def _shifted_season(base: date, code: str, step: int) -> Period | None:
        low, high = lex.SEASON_MONTHS[code]
        year = base.year - (code == "WI" and base.month <= high)
        started = base.month >= low or (code == "WI" and base.month <= high)
        inside = started and (base.month <= high or code == "WI")
        if step < 0:
            year -= not started or inside
        elif step > 0:
            year += started
        return cal.season(year, code)

    def modified(self, i: int) -> Found | None:
        """Takes `early 2019`, `mid-1990s`, `late March` and `earlier this month`, not `early riser`."""
        mod = {"early": DateMod.START, "late": DateMod.END, "mid": DateMod.MID, "earlier": None, "later": None}[self.tok(i).low]
        at = i + 2 if self.tok(i + 1).text == "-" else i + 1
        at = at + 1 if self.tok(at).low in ("in", "on") and self.tok(i).low in ("earlier", "later") else at
        at = at + 1 if self.tok(at).low == "the" else at
        if self.tok(i).low in ("earlier", "later"):
            inner = self.shifted_period(at) if self.tok(at).low in ("this",) else self.named_day(at) if self.tok(at).low == "today" else None
            return Found(i, inner.stop, inner.period, inner.kind) if inner else None
        token = self.tok(at)
        inner = None
        if token.number is not None:
            inner = self.decade(at) or self.year_alone(at)
        elif token.low in lex.MONTHS and (named := self.month_at(at)):
            inner = self.month_alone(at) or Found(at, named[1], self._month_near(at, named[0]))
        elif token.low in lex.SEASONS:
            inner = self.season(at)
        elif token.low in ("next", "last", "this"):
            inner = self.shifted_period(at)
        return Found(i, inner.stop, inner.period, inner.kind, mod) if inner else None

    def neighbour(self, i: int) -> Found | None:
        """Takes `the following day`, `that year` and `the same month`, counted from what was named last; not `the same man`."""
        at = i + 1 if self.tok(i).low in ("the", "that") else i
        which = self.tok(at).low
        if self.tok(i).low == "that":
            which, at = "same", i
        step = {"following": 1, "next": 1, "previous": -1, "preceding": -1, "same": 0}.get(which)
        unit = self.unit_at(at + 1)
        plural = self.tok(at + 1).low in lex.PLURALS
        if step is None or unit is None or plural or unit in lex.CLOCK_UNITS or self.anchor is None or (self.tok(i).low == "same"):
            return None
        if unit == "day" and step == 0 and self.tok(i).low == "that":
            return None
        return self._found(i, at + 2, cal.shifted(self.anchor, unit, step))

    # ---- durations, sets, times of day

    def amount(self, i: int) -> Found | None:
        """Takes `14 months`, `two-day`, `two years ago` and `a week later`, not `30 years old` or `a second man`."""
        counted = self.number_at(i)
        if counted is None:
            return self._half(i)
        count, at = counted
        if self.touches(i) and self.tok(i - 1).text not in ("(", "“", '"', "‘", "'", "—", "–"):
            return None
        upper, at = self._to_number(at)
        at = at + 1 if self.tok(at).text in ("-", "–") else at
        unit = self.unit_at(at)
        if unit is None or unit in ("quarter", "weekend", "second") or self._is_age(at + 1) or (unit == "min" and self.tok(at).low == "min" and count is None):
            return None
        article = self.tok(i).low in ("a", "an") and count == 1
        stop = at + 1
        if self.tok(stop).low == "ago":
            return self._ago(i, stop + 1, unit, None if count is None else -count)
        if self.tok(stop).low in ("earlier", "before", "previously") and count is not None and self.tok(stop + 1).low != "the":
            return self._from_anchor(i, stop + 1, unit, -count)
        if self.tok(stop).low in ("later", "afterwards") and count is not None:
            return self._from_anchor(i, stop + 1, unit, count)
        if self.tok(stop).low == "from" and self.tok(stop + 1).low in ("now", "today") and count is not None:
            return self._ago(i, stop + 2, unit, count)
        if article and self.tok(i - 1).low not in ("for", "in", "within", "than", "over", "about", "nearly", "almost", "after", "lasted", "took", "spent", "every"):
            return self._rate(i, stop, unit)
        return self._duration(i, stop, unit, count, upper)

    def _rate(self, i: int, stop: int, unit: str) -> Found | None:
        """`three times a week`: how often, and no stretch of time."""
        if self.tok(i - 1).low not in ("times", "once", "twice"):
            return None
        return Found(i, stop, Period(_duration_value(unit, "1")), DateKind.SET, anchor=False)

    def _is_age(self, at: int) -> bool:
        return self.tok(at).low == "old" or (self.tok(at).text == "-" and self.tok(at + 1).low == "old")

    def _to_number(self, at: int) -> tuple[int | None, int]:
        joint = self.tok(at)
        if joint.low in ("to", "or") or joint.text in ("-", "–"):
            second = self.number_at(at + 1)
            if second and second[0] is not None and self.tok(at + 1).low not in ("a", "an"):
                return second[0], second[1]
        return None, at

    def _half(self, i: int) -> Found | None:
        """`half a century`, `half an hour`."""
        if self.tok(i).low != "half" or self.tok(i + 1).low not in ("a", "an"):
            return None
        values = {"century": "P50Y", "decade": "P5Y", "year": "P6M", "hour": "PT30M", "day": "PT12H"}
        value = values.get(self.tok(i + 2).low)
        return Found(i, i + 3, Period(value), DateKind.DURATION, anchor=False) if value else None

    def _ago(self, i: int, stop: int, unit: str, count: int | None) -> Found | None:
        if self.published is None or unit in lex.CLOCK_UNITS or count is None:
            return Found(i, stop, Period("PAST_REF"), anchor=False) if count is None or count < 0 else None
        return self._found(i, stop, cal.shifted(self.published, unit, count))

    def _from_anchor(self, i: int, stop: int, unit: str, count: int) -> Found | None:
        base = self.anchor or self.published
        if base is None or unit in lex.CLOCK_UNITS:
            return None
        return self._found(i, stop, cal.shifted(base, unit, count))

    def _duration(self, i: int, stop: int, unit: str, count: int | None, upper: int | None) -> Found:
        mod = None
        before = self.tok(i - 1).low
        if before in ("about", "around", "nearly", "almost", "roughly", "approximately", "some"):
            mod = DateMod.APPROX
        number = "X" if count is None else str(count) if upper is None else f"{count}/{upper}"
        if upper is not None and count is not None:
            value = f"{_duration_value(unit, str(count))}/{_duration_value(unit, str(upper))}"
        else:
            value = _duration_value(unit, number)
        return Found(i, stop, Period(value), DateKind.DURATION, mod, anchor=False)

    def stretch(self, i: int) -> Found | None:
        """Takes `the past decade`, `last two weeks` and `the next 48 hours`, not `the past` or `last week` (a date)."""
        at = i + 1 if self.tok(i).low == "the" else i
        word = self.tok(at).low
        if word not in ("past", "last", "next", "coming", "previous"):
            return None
        counted = self.number_at(at + 1)
        count, unit_at = counted if counted and self.tok(at + 1).low not in ("a", "an") else (1, at + 1)
        unit = self.unit_at(unit_at)
        if unit is None or unit in ("second", "weekend", "quarter") or (unit_at == at + 1 and word not in ("past", "coming")):
            return None
        period = Period(_duration_value(unit, "X" if count is None else str(count)), *self._reach(word, unit, count))
        return Found(i, unit_at + 1, period, DateKind.DURATION, anchor=False)

    def _reach(self, word: str, unit: str, count: int | None) -> tuple[date | None, date | None]:
        """The days that a stretch up to or from publication covers."""
        if self.published is None or count is None or unit in lex.CLOCK_UNITS:
            return None, None
        ahead = word in ("next", "coming")
        days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
        try:
            if days:
                edge = self.published + timedelta(days=days * count if ahead else -days * count)
            else:
                months = {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit] * (count if ahead else -count)
                year, number = cal.add_months(self.published.year, self.published.month, months)
                edge = date(year, number, min(self.published.day, 28))
        except (OverflowError, ValueError, KeyError):
            return None, None
        return (self.published, edge) if ahead else (edge, self.published)

    def repeated(self, i: int) -> Found | None:
        """Takes `every Tuesday`, `each year` and `twice a day`, not `every man` or `once`."""
        low, after = self.tok(i).low, self.tok(i + 1)
        if low in ("once", "twice"):
            unit = self.unit_at(i + 2) if after.low in ("a", "an", "every", "per") else None
            return Found(i, i + 3, Period(_duration_value(unit, "1")), DateKind.SET, anchor=False) if unit else None
        if after.low in lex.WEEKDAYS and after.text[0].isupper():
            return Found(i, i + 2, Period(f"XXXX-WXX-{lex.WEEKDAYS[after.low] + 1}"), DateKind.SET, anchor=False)
        counted = self.number_at(i + 1) if after.low not in ("a", "an") else None
        at = counted[1] if counted and counted[0] is not None else i + 1
        unit = self.unit_at(at)
        if unit is None or unit in ("second", "quarter", "weekend"):
            return None
        count = str(counted[0]) if counted and counted[0] is not None else "1"
        return Found(i, at + 1, Period(_duration_value(unit, count)), DateKind.SET, anchor=False)

    def set_word(self, i: int) -> Found | None:
        """Takes `daily` and `annually`, not `Daily` in the name of a paper."""
        if self.tok(i).text[0].isupper() and i > 0 and self.tok(i - 1).text not in (".", "“", '"'):
            return None
        return Found(i, i + 1, Period(lex.SETS[self.tok(i).low]), DateKind.SET, anchor=False)

    def clock(self, i: int) -> Found | None:
        """Takes `4:15 PM`, `3 p.m.` and `16:30 GMT`, not `4:15` the verse or `3-2`."""
        hour, stop, minute = self.tok(i), i + 1, 0
        if hour.number is None or hour.number > 24 or len(hour.text) > 2 or (self.touches(i) and self.tok(i - 1).text not in ("(", "[")):
            return None
        sign = self.tok(stop).text
        if sign in (":", ".") and self.touches(stop) and self.touches(stop + 1) and (m := self.tok(stop + 1)).number is not None and len(m.text) == 2:
            minute, stop = m.number or 0, stop + 2
        half = self._half_of_day(stop)
        zone = self._zone(half[1] if half else stop)
        if minute > 59 or (half is None and (zone == 0 or stop == i + 1) and not self._surely_clock(i, stop, sign)):
            return None
        value = hour.number
        if half:
            if not 1 <= value <= 12:
                return None
            value = value % 12 + (12 if half[0] == "p" else 0)
            stop = half[1]
        if value > 23:
            return None
        return self._time(i, self._zone(stop) or stop, f"{value:02}:{minute:02}")

    def _surely_clock(self, i: int, stop: int, sign: str) -> bool:
        return stop > i + 1 and sign == ":" and self.tok(i - 1).low in ("at", "by", "from", "until", "around", "about", "before", "after") and not self.touches(stop)

    def _half_of_day(self, i: int) -> tuple[str, int] | None:
        """`am`, `PM`, `a.m.`: which half, and where it stops."""
        low = self.tok(i).low
        if low in ("am", "pm"):
            return low[0], i + 1
        if low in ("a", "p") and self.tok(i + 1).text == "." and self.tok(i + 2).low == "m" and self.touches(i + 2):
            return low, i + 4 if self.tok(i + 3).text == "." and self.touches(i + 3) else i + 3
        return None

    def _zone(self, i: int) -> int:
        """Where a zone's abbreviation at token i stops, or 0."""
        token = self.tok(i)
        known = token.text.isupper() and token.text in _ZONE_NAMES
        return i + 1 if known else 0

    def military(self, i: int) -> Found | None:
        """Takes `1100 GMT` and `0930 hours`, not `2500 GMT`."""
        token = self.tok(i)
        if token.number is None or len(token.text) != 4 or token.number // 100 > 23 or token.number % 100 > 59:
            return None
        zone = self._zone(i + 1)
        stop = zone or (i + 2 if self.tok(i + 1).low in ("hours", "hrs") and token.text[0] in "01" else 0)
        return self._time(i, stop, f"{token.text[:2]}:{token.text[2:]}") if stop else None

    def named_time(self, i: int) -> Found | None:
        """Takes `at noon` and `by midnight`, not `midnight blue`."""
        if self.tok(i - 1).low not in ("at", "by", "until", "before", "after", "around", "from", "to", "till"):
            return None
        return self._time(i, i + 1, "24:00" if self.tok(i).low == "midnight" else "12:00")

    def _time(self, i: int, stop: int, clock: str) -> Found:
        """A time of day, on the day that stands right after it or was named last."""
        at = stop + 1 if self.tok(stop).text == "," or self.tok(stop).low == "on" else stop
        later = None
        if self.tok(at).low in lex.WEEKDAYS:
            later = self.weekday(at)
        elif self.tok(at).low in ("yesterday", "today", "tomorrow"):
            later = self.named_day(at)
        elif self.tok(at).low in lex.MONTHS:
            later = self.month_day(at)
        elif self.tok(at).number is not None:
            later = self.day_month(at)
        if later is not None and "T" not in later.period.value:
            return Found(i, later.stop, Period(f"{later.period.value}T{clock}", later.period.earliest, later.period.latest), DateKind.TIME)
        base = self.published
        if base is None:
            return Found(i, stop, Period(f"T{clock}"), DateKind.TIME, anchor=False)
        return Found(i, stop, Period(f"{base.isoformat()}T{clock}", base, base), DateKind.TIME, anchor=False)


_ZONE_NAMES = frozenset("GMT UTC BST CET CEST EET EEST MSK IST PKT NPT SGT HKT JST KST AEST AEDT NZST NZDT EST EDT CST CDT MST MDT PST PDT ET CT PT SAST WAT EAT".split())


def _duration_value(unit: str, number: str) -> str:
    code = lex.UNITS[unit]
    if unit == "fortnight":
        return f"P{2 * int(number)}W" if number.isdigit() else "PXW"
    if unit == "decade" and number.isdigit():
        return f"P{10 * int(number)}Y"
    if unit == "century" and number.isdigit():
        return f"P{100 * int(number)}Y"
    return f"PT{number}{code}" if unit in lex.CLOCK_UNITS else f"P{number}{code}"


def _moved(base: date, days: int, otherwise: Period) -> Period:
    try:
        return cal.of_day(base + timedelta(days=days))
    except OverflowError:
        return otherwise
