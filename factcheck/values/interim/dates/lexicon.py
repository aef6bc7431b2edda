"""The words of the grammar of dates: months, weekdays, units, numbers, seasons, holidays, and words that steer them.

Months, weekdays and abbreviations as in the AP Stylebook ("months", "days of the week") and the Guardian style guide;
TIMEX3 codes for seasons and parts of the day from the TimeML annotation guidelines 1.2.1 (Sauri et al. 2006).
"""

from __future__ import annotations

_MONTHS = "january february march april may june july august september october november december".split()
MONTHS = {name: n for n, name in enumerate(_MONTHS, 1)} | {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
AMBIGUOUS_MONTHS = {"may", "march", "mar", "april", "june", "august", "jan", "dec", "sep"}
"""Months that are also verbs, adjectives or names: alone they are a date only where something before says so."""

_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS = {name: n for n, name in enumerate(_WEEKDAYS)} | {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
SHORT_WEEKDAYS = {"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"}

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""The meteorological seasons of the northern hemisphere (WMO), first and last month."""

DAY_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}

UNITS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE",
    "weekend": "WE", "quarter": "Q", "fortnight": "W", "mins": "M", "hrs": "H", "min": "M", "hr": "H", "yr": "Y", "yrs": "Y",
}  # fmt: skip
PLURALS = {"centuries": "century"} | {f"{u}s": u for u in UNITS if u not in ("century", "mins", "hrs", "yrs")}
CLOCK_UNITS = {"second", "minute", "hour", "mins", "hrs", "min", "hr"}

_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = {w: n for n, w in enumerate(_SMALL)} | {w: 10 * n for n, w in enumerate(_TENS, 2)}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
ORDINALS = {w: n for n, w in enumerate(_ORDINALS, 1)} | {"twenty-first": 21}
VAGUE = {"several", "few", "many", "some", "couple"}

HOLIDAYS = {
    ("christmas", "day"): (12, 25), ("christmas", "eve"): (12, 24), ("christmas",): (12, 25), ("boxing", "day"): (12, 26),
    ("new", "year", "'", "s", "day"): (1, 1), ("new", "year", "'", "s", "eve"): (12, 31), ("new", "year", "’", "s", "day"): (1, 1),
    ("new", "year", "’", "s", "eve"): (12, 31), ("halloween",): (10, 31), ("valentine", "'", "s", "day"): (2, 14),
    ("valentine", "’", "s", "day"): (2, 14), ("bastille", "day"): (7, 14), ("may", "day"): (5, 1),
}  # fmt: skip
"""Holidays that fall on one day each year in the Gregorian calendar."""

SETS = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y", "nightly": "P1D",
    "hourly": "PT1H", "fortnightly": "P2W", "biennial": "P2Y",
}  # fmt: skip

FUTURE = {"will", "ll", "shall", "scheduled", "due", "upcoming", "until", "till", "expires", "tomorrow", "deadline", "coming"}
"""Words after which a bare weekday or month looks forward."""
FUTURE_BEFORE_TO = {"is", "are", "set", "expected", "plans", "plan", "planned", "going", "hopes", "aims", "wants", "intends", "vowed", "promised"}
"""Words that look forward when "to" follows."""

BEFORE_PERIOD = {
    "in", "last", "this", "next", "since", "until", "till", "by", "from", "of", "during", "early", "late", "mid", "through", "to", "and", "for",
    "before", "after", "between", "every", "each", "around", "about", "throughout", "than", "past", "previous", "late", "or", "the", "circa", "on", "until",
}  # fmt: skip
"""Words after which a lone month or year of doubtful sense is a date."""
