"""Which rules are tried at a word: every rule of the grammar, by the words that can open what it reads."""

from __future__ import annotations

from factcheck.values.dates import absolute, accounts, durations, periods, quarters, recurring, relative, within, years
from factcheck.values.dates.found import Rule
from factcheck.values.dates.holidays import NAMES
from factcheck.values.dates.numbers import VAGUE
from factcheck.values.dates.tokens import Token

Rules = tuple[Rule, ...]

_MONTH: Rules = (quarters.quarter_to, periods.named_day, absolute.month_year, periods.month_alone, periods.month_in_year)
_WEEKDAY: Rules = (periods.named_day, relative.weekday, recurring.often)
_SHORT_NUMBER: Rules = (
    periods.named_day,
    years.era_year,
    years.century,
    years.decade,
    quarters.quarter_words,
    periods.week_of,
    within.day_of_month,
    within.weekdays_ago,
    durations.length,
    recurring.often,
)
_YEAR_NUMBER: Rules = (
    absolute.iso_day,
    absolute.iso_month,
    years.quarter,
    years.era_year,
    years.decade,
    years.bare_year,
    quarters.quarter_words,
    quarters.quarter_of_year,
    quarters.fiscal_year,
    durations.length,
)
_OTHER_NUMBER: Rules = (years.era_year, durations.length)
_CARDINAL: Rules = (
    periods.named_day, years.worded_year, quarters.quarter_words, within.weekdays_ago, durations.length, recurring.often,
)  # fmt: skip
_ORDINAL: Rules = (periods.named_day, years.century, quarters.quarter_words, periods.week_of, within.day_of_month)
_UNIT: Rules = (durations.length, durations.year_earlier, quarters.end_of_year)
_SEASON: Rules = (years.season_year, periods.season_alone)
_WHICH: Rules = (
    relative.weekday,
    quarters.quarter_of_year,
    relative.near_unit,
    periods.holiday_name,
    periods.week_of,
    within.day_of_month,
    durations.whole_length,
)
_QUOTE: Rules = (years.decade,)
_THE: Rules = (
    periods.named_day, years.century, years.decade, years.season_year, relative.near_day, relative.weekday,
    quarters.reported_quarter, relative.near_unit,
    relative.fixed_unit, relative.same_period, relative.the_weekend, relative.closing_day,
    quarters.quarter_to, periods.season_alone, quarters.quarter_words, quarters.fiscal_year,
    periods.week_of, periods.week_around, periods.month_day_alone, relative.reference, within.day_of_month,
    durations.length, durations.whole_length, accounts.year_of_accounts,
)  # fmt: skip
_OWNER: Rules = (durations.whole_length, accounts.year_of_accounts)
_AMOUNT: Rules = (durations.length,)
_OFTEN: Rules = (recurring.often,)

_BY_WORD: dict[str, Rules] = {
    "the": _THE,
    **dict.fromkeys(("last", "next", "past", "previous", "prior", "current", "following", "preceding", "upcoming"), _WHICH),
    "coming": (*_WHICH, relative.reference),
    "this": (*_WHICH, relative.fixed_unit),
    "these": (*_OWNER, relative.reference),
    **dict.fromkeys(("his", "her", "its", "their", "our", "my"), _OWNER),
    "that": (relative.fixed_unit,),
    "same": (relative.fixed_unit, relative.same_period),
    "recent": (relative.reference,),
    **dict.fromkeys(("now", "currently", "nowadays", "presently", "recently"), (relative.reference,)),
    **dict.fromkeys(("today", "yesterday", "tomorrow", "tonight"), (relative.near_day,)),
    "overnight": (durations.overnight,),
    "final": (within.day_of_month,),
    "all": (durations.all_of,),
    "week": (periods.numbered_week,),
    **dict.fromkeys(("a", "an", "half", "dozens", "scores", "hundreds", "thousands", "tens", *VAGUE), _AMOUNT),
    **dict.fromkeys(("more", "less", "fewer", "close", "at", "up", "over", "under", "just", "well", "no", *durations.ABOUT), _AMOUNT),
    **dict.fromkeys(
        (*recurring.OFTEN, "every", "each", "once", "twice", "weekdays", "weekends", "mornings", "afternoons", "evenings"), _OFTEN
    ),
    **dict.fromkeys(("early", "mid", "late", "middle", *years.NAMED_DECADES), _QUOTE),
    **dict.fromkeys(("fiscal", "financial", "fy"), (quarters.fiscal_year,)),
    "q": (years.quarter,),
    "h": (years.quarter,),
    "ad": (years.era_year,),
    **dict.fromkeys(("earlier", "later", "as", "very", "beginning", "start", "end", "noon", "midnight", "lunchtime"), ()),
}
"""Rules by the word, in small letters, that opens what they read; a word with none is opened by `finding` itself."""

_SIGNS: dict[str, Rules] = {"'": _QUOTE, "’": _QUOTE, "½": _AMOUNT, "¼": _AMOUNT, "¾": _AMOUNT}

_BY_TOKEN: dict[str, Rules] = {}
"""What `rules_for` has worked out, by the word: the lexicon is small, so this is too."""


def starts(token: Token) -> bool:
    """Whether any expression can open with this token."""
    return token.word.known or token.number is not None or token.low in _BY_WORD or token.low in NAMES or token.text in _SIGNS


def rules_for(token: Token) -> Rules:
    """The rules that can read something from this token on, in the order in which they win."""
    if token.number is not None:
        return _YEAR_NUMBER if token.digits == 4 else _SHORT_NUMBER if token.digits <= 2 else _OTHER_NUMBER
    if token.text in _SIGNS:
        return _SIGNS[token.text]
    found = _BY_TOKEN.get(token.low)
    if found is None:
        found = _worked_out(token)
        if starts(token):
            _BY_TOKEN[token.low] = found
    return found


def _worked_out(token: Token) -> Rules:
    word = token.word
    rules: list[Rule] = list(_BY_WORD.get(token.low, ()))
    for applies, more in (
        (word.month > 0, _MONTH),
        (word.weekday >= 0, _WEEKDAY),
        (word.cardinal >= 0, _CARDINAL),
        (word.ordinal > 0, _ORDINAL),
        (bool(word.unit), _UNIT),
        (bool(word.season), _SEASON),
        (token.low in NAMES, (periods.holiday_name,)),
    ):
        if applies:
            rules.extend(rule for rule in more if rule not in rules)
    return tuple(rules)
