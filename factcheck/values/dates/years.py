"""Rules for years and what is counted in them: "2019", "2019-20", "490 BC", "the 1990s", "the 19th century", "Q1 2024", "spring 2024"."""

from __future__ import annotations

from factcheck.language.lexicon import words
from factcheck.model import DateMod
from factcheck.values.dates.absolute import COUNTED, CURRENCY, STREETS, fy_year, runs_on, year_at, year_in_words
from factcheck.values.dates.business import Half, Quarter
from factcheck.values.dates.found import Found
from factcheck.values.dates.numbers import ordinal
from factcheck.values.dates.points import Century, Decade, Season, Year
from factcheck.values.dates.reading import Meaning
from factcheck.values.dates.relations import Interval, Modified
from factcheck.values.dates.token_stream import HYPHENS, QUOTES, TokenStream
from factcheck.values.dates.tokens import Gap

_BEFORE_YEAR = words("years", "before")
"""Words that stand before a bare year."""


_OF_A_YEAR = frozenset({"the", "his", "her", "its", "their", "a"})
"""Words before a year that says when something was: "the 1783 treaty"."""


_LABELS = words("years", "labels")
"""Words before a number that make it a name."""


def era_year(stream: TokenStream, i: int) -> Found | None:
    """ "490 BC", "221 B.C.", "AD 70", "the 5th century BC" (its number is read by `century`)."""
    token = stream[i]
    if token.text in ("AD", "A") and (token.text == "AD" or stream.has(i, "a", ".", "d", ".")):
        at = i + (1 if token.text == "AD" else 4)
        number = stream[at]
        return Found(i, at + 1, Year(number.number or 0), "year") if number.digits and 1 <= (number.number or 0) <= 2100 else None
    if not token.digits or not token.number or token.number > 9999:
        return None
    era, end = era_at(stream, i + 1)
    if era is None:
        return None
    return Found(i, end, Year(token.number, bc=era == "bc"), "year")


def era_at(stream: TokenStream, i: int) -> tuple[str | None, int]:
    """ "bc" or "ad" and the index behind BC, B.C., BCE, AD, A.D., CE."""
    token = stream[i]
    if token.text in ("BC", "BCE"):
        return "bc", i + 1
    if token.text in ("AD", "CE"):
        return "ad", i + 1
    if token.text in ("B", "A") and stream[i + 1].text == "." and stream[i + 2].text in ("C", "D"):
        end = i + 3 + (stream[i + 3].text == ".")
        if stream[end].text == "E" and stream[end + 1].text == ".":
            end += 2
        return ("bc" if token.text == "B" else "ad"), end
    return None, i


def century(stream: TokenStream, i: int) -> Found | None:
    """ "the 19th century", "the twentieth century", "19th-century"; with "BC"."""
    start, at = i, stream.skip(i, ("the",))
    found = ordinal(stream, at)
    if found is None or not 1 <= found[0] <= 22:
        return None
    end = stream.after_hyphen(found[1])
    if stream.low(end) == "century" or (stream.low(end) in ("centuries", "c") and stream.low(end) == "centuries"):
        end += 1
    else:
        return None
    era, stop = era_at(stream, end)
    return Found(start, stop, Century(found[0], bc=era == "bc"), "century")


def decade(stream: TokenStream, i: int) -> Found | None:
    """ "the 1990s", "1990's", "the '90s", "the 90s", "the nineties", "mid-1990s"."""
    start = i
    if stream.low(i - 1) in _SOMEBODYS:
        return None  # "a man in his late 20s" is an age
    at = stream.skip(i, ("the",))
    mod = None
    if stream.low(at) in _PARTS_OF:
        mod, at = _PARTS_OF[stream.low(at)], stream.after_hyphen(at + 1)
    has_the = start != at
    quoted = stream[at].text in QUOTES and stream[at + 1].digits == 2 and stream.is_glued(at + 1)
    at += quoted
    token = stream[at]
    tens = None
    if token.digits in (2, 4) and token.text[-1] == "0":
        end = at + 1
        end += stream[end].text in QUOTES and stream.is_glued(end)
        if stream.low(end) != "s" or not stream.is_glued(end):
            return None
        end += 1
        if token.digits == 4:
            tens = (token.number or 0) // 10
        elif quoted or (has_the and stream.low(end) != "of" and stream.low(at - 1) in (*_PARTS_OF, "the", "-")):
            tens = 190 + (token.number or 0) // 10 if (token.number or 0) >= 20 else 200 + (token.number or 0) // 10
    else:
        hundreds = {"eighteen": -10, "nineteen": 0}.get(token.low) if stream[at + 1].text in HYPHENS or has_the else None
        at = stream.after_hyphen(at + 1) if hundreds is not None else at
        tens = NAMED_DECADES.get(stream.low(at))
        tens = tens + (hundreds or 0) if tens is not None else None
        end = at + 1
        if tens is None or not (has_the or stream.low(i - 1) in ("and", "or")):
            return None
    if tens is None or not 100 <= tens <= 209:
        return None
    meaning: Meaning = Decade(tens)
    if token.text.endswith("00") and token.digits == 4 and has_the and token.number != 2000 and mod is None:
        meaning = Century(tens // 10 + 1)
    return Found(start, end, Modified(meaning, mod) if mod else meaning, "decade")


_SOMEBODYS = frozenset({"his", "her", "their", "our", "my", "your", "one", "whose"})
"""Words before "late 20s" that make it the age of somebody."""


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


def quarter(stream: TokenStream, i: int) -> Found | None:
    """ "Q1", "Q1 2024", "2024 Q1", "2024-Q1", "first-quarter 2024" without its words (see `periods.quarter_words`)."""
    token = stream[i]
    if token.text in ("Q", "q", "H") and stream.is_glued(i + 1) and stream[i + 1].digits == 1 and not stream.is_glued(i):
        at = stream.skip(i + 2, ("of", ",", "/", "-"))
        fy = fy_year(stream, at) if token.text != "H" else None
        if fy is not None:
            return Found(i, fy[1], Quarter(stream[i + 1].number or 0, Year(fy[0]), fiscal=True), "quarter")
        month = stream[at].word.month if stream[at].is_capital and token.text != "H" else 0
        if month and month % 3 == 0 and (ends := year_at(stream, at + 1)) is not None:
            return Found(i, ends[1], Quarter(month // 3, Year(ends[0])), "quarter")  # "Q2 September 2020": told by its last month
        year = year_at(stream, at)
        part = _part_of_year(stream, i, Year(year[0]) if year else None)
        if part is None or (year is None and token.text == "H"):
            return None
        return Found(i, year[1] if year else i + 2, part, "quarter")
    year = year_at(stream, i) if token.digits == 4 else None
    if year is not None:
        at = stream.after_hyphen(year[1])
        part = _part_of_year(stream, at, Year(year[0]))
        return Found(i, at + 2, part, "quarter") if part else None
    return None


def _part_of_year(stream: TokenStream, i: int, year: Meaning | None) -> Meaning | None:
    """Q1 to Q4, H1 and H2."""
    if stream[i].text not in ("Q", "q", "H") or stream[i + 1].digits != 1 or not stream.is_glued(i + 1):
        return None
    number = stream[i + 1].number or 0
    if stream[i].text == "H":
        return Half(number, year) if 1 <= number <= 2 else None
    return Quarter(number, year) if 1 <= number <= 4 else None


def season_year(stream: TokenStream, i: int) -> Found | None:
    """ "spring 2024", "the summer of 1936", "winter 1939-40"."""
    at = stream.skip(i, ("the",))
    word = stream[at].word
    if not word.season or word.is_plural:
        return None
    end = stream.skip(at + 1, ("of", ","))
    end = stream.skip(end, ("season",))
    year = year_at(stream, end)
    if year is None:
        return None
    return Found(i, _past_second_year(stream, year), Season(word.season, year[0]), "season")


def _past_second_year(stream: TokenStream, year: tuple[int, int]) -> int:
    """Past the "-40" of "1939-40"."""
    end = year[1]
    if stream[end].text in HYPHENS | {"/"} and stream.is_glued(end) and stream.is_glued(end + 1):
        token = stream[end + 1]
        if token.number is not None and token.number == (year[0] + 1) % (100 if token.digits == 2 else 10_000):
            return end + 2
    return end


def worded_year(stream: TokenStream, i: int) -> Found | None:
    """ "nineteen eighty-four" and "two thousand and fifteen" behind a preposition."""
    if stream.low(i - 1) not in ("in", "since", "by", "until", "from", "of", "to", "and"):
        return None
    found = year_in_words(stream, i)
    if found is None or stream[found[1]].word.unit or stream.low(found[1]) in COUNTED:
        return None
    return Found(i, found[1], Year(found[0]), "year")


def bare_year(stream: TokenStream, i: int) -> Found | None:
    """ "2019" and "2019-20" standing for years: behind a preposition, in brackets, or before what happened in it."""
    token = stream[i]
    found = year_at(stream, i)
    if found is None or token.text in QUOTES:
        return None
    number, end = found
    before, after = stream[i - 1], stream[end]
    if stream.is_glued(i) and (before.text in CURRENCY or before.text.isalnum() or before.text in "+_@."):
        return None
    if before.text in CURRENCY or before.low in _LABELS or before.text in ("US$", "Rs"):
        return None
    if after.gap is Gap.NONE and after.text.isalpha():
        return None
    if _is_in_figures(stream, i, end) or _is_of_a_street(stream, end) or _is_of_a_vote(stream, i, end):
        return None
    if after.low in COUNTED and not (after.low in ("days", "deaths", "killed", "police") and before.low in ("the", "in")):
        return None
    if (
        stream[end].text == "-"
        and stream[end + 1].low in ("strong", "mile", "page", "year", "foot", "acre", "seat", "metre", "meter")
        and stream.is_glued(end)
    ):
        return None
    if before.text in ("+", "×", "x", "*", "=") or after.text in ("+", "×", "=", "*", "°", "%"):
        return None
    if before.low in ("nearly", "almost", "some", "approximately", "over", "least", "roughly", "another", "only") and not (
        1900 <= number <= 2099
    ):
        return None
    if before.low == "than" and stream.low(i - 2) in ("more", "less", "fewer"):
        return None
    cued = before.low in _BEFORE_YEAR or before.text in ("(", "–", "-", "—", "/", "\n") or after.text == ")"
    if not cued and not (1800 <= number <= 2100) and not (number >= 1600 and before.low in _OF_A_YEAR and after.text.isalpha()):
        return None
    second = second_year(stream, number, end)
    if second is not None:
        return Found(i, second[1], Interval(Year(number), Year(second[0])), "years")
    return Found(i, end, Year(number), "year")


def _is_of_a_vote(stream: TokenStream, i: int, end: int) -> bool:
    """Whether the number is one of the two of a vote: "voted 1900 to 1812"."""
    is_first = stream.low(end) == "to" and stream[end + 1].digits == 4 and stream.low(i - 1) != "from"
    is_second = stream.low(i - 1) == "to" and stream[i - 2].digits == 4 and stream.low(i - 3) != "from"
    return (is_first or is_second) and any(stream.low(n) in _VOTING for n in range(i - _VOTE, i))


_VOTE = 8
"""Words before its numbers within which a vote is named."""
_VOTING = frozenset({"vote", "votes", "voted", "voting", "ballot", "count", "tally"})


def _is_of_a_street(stream: TokenStream, i: int) -> bool:
    """Whether the number is that of a house: "2015 Maple Avenue"."""
    for at in range(i, i + 3):
        if not stream[at].is_capital or not stream[at].text.isalpha():
            return False
        if at > i and stream.low(at) in STREETS:
            return True
    return False


def _is_in_figures(stream: TokenStream, i: int, end: int) -> bool:
    """Whether a slash or hyphen ties the year to something that is no year: 03/04/2019, 2019-13, 2019-Aug-01."""
    if stream.is_glued(i) and stream[i - 1].text in ("/", "-") and stream.is_glued(i - 1):
        return (
            not (stream[i - 2].digits == 4 and (stream[i - 2].number or 0) < (stream[i].number or 0)) and not stream[i - 2].text.isalpha()
        )
    if stream[end].text in ("/", "-") and stream.is_glued(end) and stream.is_glued(end + 1):
        after = stream[end + 1]
        if after.word.month and stream[end + 2].text == stream[end].text:
            return True
        return bool(after.number is not None) and after.digits != 4 and second_year(stream, stream[i].number or 0, end) is None
    return False


def second_year(stream: TokenStream, number: int, end: int) -> tuple[int, int] | None:
    """The "20" of "2019-20": two digits that go on from the year."""
    token = stream[end + 1]
    if (
        (stream[end].text in HYPHENS or stream[end].text == "/")
        and token.digits == 2
        and stream.is_glued(end)
        and stream.is_glued(end + 1)
        and not runs_on(stream, end + 2)
    ):
        year = number - number % 100 + (token.number or 0)
        if number < year:
            return year, end + 2
    return None
