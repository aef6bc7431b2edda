"""Rules for times of business: "the first quarter", "last year's second half", "the year-ago period", "fiscal 2023", "year-end"."""

from __future__ import annotations

from itertools import pairwise

from factcheck.language.lexicon import words
from factcheck.model import DateMod
from factcheck.values.dates.absolute import day_month, fy_year, month_day, year_at
from factcheck.values.dates.business import CurrentQuarter, FiscalYear, Half, Quarter, ReportedQuarter, YearEnd
from factcheck.values.dates.found import Found
from factcheck.values.dates.numbers import ordinal
from factcheck.values.dates.periods import whole_year
from factcheck.values.dates.points import Day, Year
from factcheck.values.dates.reading import Meaning
from factcheck.values.dates.relations import Modified, NearUnit
from factcheck.values.dates.relative import near_unit
from factcheck.values.dates.token_stream import HYPHENS, TokenStream
from factcheck.values.dates.years import second_year


def quarter_words(stream: TokenStream, i: int) -> Found | None:
    """ "the first quarter", "the final quarter of 2009", "last year's first quarter", "the first half of 2019", "fourth-quarter"."""
    start, at = i, stream.skip(i, ("the",))
    number = 0
    lead = year_at(stream, at) if stream[at].digits == 4 else None
    at = lead[1] if lead else at
    at += (fiscal := stream.low(at) == "fiscal")
    if stream.low(at) in ("final", "last") and at > i:
        number, end = 4, at + 1
    else:
        found = ordinal(stream, at)
        if found is None or found[0] > 4:
            return None
        number, end = found
    if stream.low(end) == "fiscal":
        fiscal, end = True, end + 1
    end = stream.after_hyphen(end)
    low = stream.low(end)
    if low not in ("quarter", "half") or (low == "half" and (number > 2 or stream.low(at) == "final")):
        return None
    if low == "quarter" and stream.low(at) == "last" and not whole_year(stream, end + 1):
        return None
    end += 1
    whole = (Year(lead[0]), end) if lead else whole_year(stream, end)
    if whole is not None:
        end = whole[1]
    elif low == "half" and not _is_of_accounts(stream, end):
        return None
    year = whole[0] if whole else None
    if low == "quarter" and not fiscal and whole is None:
        if _is_played(stream, start) or _is_of_a_game(stream, start, end):
            return None
        fiscal = _ends_elsewhere(stream, end, number)
    reported = stream.low(stream.skip(end, ("financial",))) in _ACCOUNTS and any(stream.low(start - n) in _REPORTS for n in (1, 2, 3))
    return Found(start, end, Quarter(number, year, fiscal, reported) if low == "quarter" else Half(number, year), "quarter")


def _is_of_accounts(stream: TokenStream, i: int) -> bool:
    """Whether "the first half" is one of a year of business, and none of a match: profit, sales and the like stand behind it."""
    return any(stream.low(n) in _ACCOUNTS for n in range(i, i + 8))


_ACCOUNTS = words("years", "accounts")
_REPORTS = words("years", "reports")


def _is_played(stream: TokenStream, i: int) -> bool:
    """Whether a quarter is one of a game: "3:12 left in the third quarter"."""
    i -= stream.low(i - 1) == "the"
    return stream.low(i - 1) in ("in", "of") and stream.low(i - 2) in ("left", "remaining", "play", "deep", "midway", "early", "late")


def _is_of_a_game(stream: TokenStream, start: int, end: int) -> bool:
    """Whether the sentence tells of a game, and of nothing that a business reports: "trailed by nine points in the fourth quarter"."""
    around = [*_sentence_from(stream, start - 1, -1), *_sentence_from(stream, end, 1)]
    scored = any(
        one.isdigit() and dash in HYPHENS and other.isdigit() for one, dash, other in zip(around, around[1:], around[2:], strict=False)
    )
    return (scored or any(low in _OF_GAMES for low in around)) and not any(low in _ACCOUNTS or low in _OF_BUSINESS for low in around)


def _sentence_from(stream: TokenStream, i: int, step: int) -> list[str]:
    """The words on one side of a place, up to the end of their sentence or `_FAR` of them."""
    found = []
    for at in range(i, i + step * _FAR, step):
        if at < 0 or stream.low(at) in ("", "\n", ";") or (stream.low(at) in (".", "!", "?") and not stream[at - 1].text.isupper()):
            break
        found.append(stream.low(at))
    return found


_FAR = 24
_OF_GAMES = words("time_words", "games")
_OF_BUSINESS = words("time_words", "of_business")


def _ends_elsewhere(stream: TokenStream, i: int, number: int) -> bool:
    """Whether a quarter is told to end in another month than that of the calendar: "the fourth quarter ended Aug. 31"."""
    if stream.low(i) not in ("ended", "ending", "to"):
        return False
    at = stream.skip(i + 1, ("on",))
    day = month_day(stream, at) or day_month(stream, at)
    return day is not None and isinstance(day.meaning, Day) and (day.meaning.month + 2) // 3 != number


def quarter_of_year(stream: TokenStream, i: int) -> Found | None:
    """ "last year's third quarter", "1989's second half"."""
    near = near_unit(stream, i)
    year = year_at(stream, i)
    if near is not None and isinstance(near.meaning, NearUnit) and near.meaning.unit == "Y":
        whole: Meaning = near.meaning
        end = near.end
    elif year is not None:
        whole, end = Year(year[0]), year[1]
    else:
        return None
    at = stream.after_possessive(end)
    number = stream[at].word.ordinal
    if at == end or not 1 <= number <= 4:
        return None
    if stream.low(at + 1) == "quarter":
        return Found(i, at + 2, Quarter(number, whole), "quarter")
    return Found(i, at + 2, Half(number, whole), "quarter") if stream.low(at + 1) == "half" and number <= 2 else None


def end_of_year(stream: TokenStream, i: int) -> Found | None:
    """ "year-end", "year's end": of the year that is on, or as the sentence looks back of the one before."""
    if stream.low(i) != "year":
        return None
    end = i + 3 if stream.is_hyphen(i + 1) and stream.low(i + 2) == "end" else 0
    if not end and stream.low(at := stream.after_possessive(i + 1)) == "end" and at > i + 1:
        end = at + 1
    return Found(i, end, Modified(YearEnd(), DateMod.END), "year") if end and not stream.is_hyphen(end) else None


def reported_quarter(stream: TokenStream, i: int) -> Found | None:
    """ "the quarter", "the latest period", "the year-ago quarter", "the current quarter" of a report."""
    if stream.low(i) != "the":
        return None
    at, years = i + 1, 0
    if stream.low(at) == "latest" or stream.has(at, "most", "recent"):
        at += 1 + (stream.low(at) == "most")
    elif stream.has(at, "current", "quarter"):
        return Found(i, at + 2, CurrentQuarter(_is_compared_with(stream, at + 2)), "quarter")
    elif ago := _year_before(stream, at):
        at, years = ago, 1
    elif stream.low(at) != "quarter" or stream.low(i - 1) not in _OF_REPORTS or _is_of_a_game(stream, i, at + 1):
        return None
    if stream[at].word.ordinal and stream.low(at + 1) == "quarter":
        return Found(i, at + 2, Quarter(stream[at].word.ordinal, NearUnit("Y", -years)), "quarter")
    if stream.low(at) not in ("quarter", "period") or stream.low(at + 1) == "of" or stream.is_hyphen(at + 1):
        return None
    ends = stream.skip(at + 1, ("that", "which"))
    if stream.low(ends) in ("ended", "ending", "to"):
        month = stream[stream.skip(ends + 1, ("on", "in"))].word.month or stream[stream.skip(ends + 2, ("of",))].word.month
        if month:
            return Found(i, at + 1, Quarter((month + 2) // 3), "quarter") if month % 3 == 0 else None
    return Found(i, at + 1, ReportedQuarter(years), "quarter")


_OF_REPORTS = frozenset({"in", "for", "during", "throughout"}) | words("tenses", "closing")
"""Words before "the quarter" of a report: "in the quarter", "ended the quarter with"."""


def _year_before(stream: TokenStream, i: int) -> int:
    """The place behind "year-ago", "year earlier", "prior-year" and "previous year's", before a quarter or period; 0 for none."""
    if stream.low(i) == "year":
        at = stream.after_hyphen(i + 1)
        end = at + 1 if stream.low(at) in ("ago", "earlier") else 0
    elif stream.low(i) in ("prior", "previous") and stream.low(at := stream.after_hyphen(i + 1)) == "year":
        end = stream.after_possessive(at + 1)
    else:
        return 0
    told = stream.low(end) in ("quarter", "period") or (stream[end].word.ordinal > 0 and stream.low(end + 1) == "quarter")
    return end if end and told else 0


def _is_compared_with(stream: TokenStream, i: int) -> bool:
    """Whether the sentence goes on to hold against a quarter what it told of it: "rose in the current quarter from a year ago"."""
    ahead = _sentence_from(stream, i, 1)
    return any(low == "year" and after in ("ago", "earlier", "-") for low, after in pairwise(ahead)) or any(
        low in _COMPARING for low in ahead
    )


_COMPARING = frozenset({"against", "compared", "corresponding", "previous", "prior", "versus", "year-ago"})


def quarter_to(stream: TokenStream, i: int) -> Found | None:
    """ "the June quarter", "the March quarter of 2025": told by its last month, as companies of Australia and India tell it."""
    at = stream.skip(i, ("the",))
    month = stream[at].word.month if stream[at].is_capital else 0
    if not month or month % 3 or stream.low(stream.after_hyphen(at + 1)) != "quarter":
        return None
    end = stream.after_hyphen(at + 1) + 1
    whole = whole_year(stream, end)
    return Found(i, whole[1] if whole else end, Quarter(month // 3, whole[0] if whole else None), "quarter")


def fiscal_year(stream: TokenStream, i: int) -> Found | None:
    """ "fiscal 2023", "the 2023-24 financial year", "FY2023", "fiscal year 2023"."""
    at = stream.skip(i, ("the",))
    if stream.low(at) in ("fiscal", "financial"):
        year = _years_told(stream, stream.skip(at + 1, ("year",)))
        return Found(i, year[1], FiscalYear(*year[0]), "year") if year else None
    fy = fy_year(stream, at)
    if fy is not None:
        last = second_year(stream, *fy) if stream[at + 1].digits == 4 else None
        return Found(i, last[1] if last else fy[1], FiscalYear(Year(fy[0]), Year(last[0]) if last else None), "year")
    year = _years_told(stream, at)
    if year is not None and stream.low(year[1]) in _OF_ACCOUNTS and stream.low(year[1] + 1) == "year":
        return Found(i, year[1] + 2, FiscalYear(*year[0]), "year")
    return None


_OF_ACCOUNTS = frozenset({"fiscal", "financial", "tax"})


def _years_told(stream: TokenStream, i: int) -> tuple[tuple[Year, Year | None], int] | None:
    """The year, or both years, that a year of accounts goes by: "2025", "2025-26"."""
    year = year_at(stream, i)
    if year is None:
        return None
    last = second_year(stream, *year)
    return ((Year(year[0]), Year(last[0])), last[1]) if last else ((Year(year[0]), None), year[1])
