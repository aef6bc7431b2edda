"""Whose money it is: a bare "$" is that of the country that the text is of, cents are of the currency that the text names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from factcheck.language.lexicon import meanings
from factcheck.model import Figure

_NAME = re.compile(r"\b[A-Z](?:\.[A-Z]|[a-z]+|[A-Z]+)\b")
"""A word with a capital: takes "Sydney", "NSW" and "U.S"; refuses "dollars"."""

_BARE = re.compile(r"(?<![A-Za-z])\$(?!(?:A|US|NZ|C|HK|S)\b|[A-Z])")
"""The sign of a dollar that does not say whose: takes "$4m" and "-$4m"; refuses "US$4m" and "$A4m"."""

ENOUGH = 2
"""So many names of one country, and more of it than of any other with a dollar, make the text one of it."""


def in_own_dollars(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, those with a bare "$" in the currency of the country whose places and people the text names most.

    A text that names none is read as newspapers of the United States write: "$" is theirs (AP Stylebook, "dollars"; the Guardian's and
    the Sydney Morning Herald's style guides, by which "$" is the paper's own and any other says so).
    """
    code = _own(text)
    if code == "USD":
        return list(figures)
    return [
        _in(code, figure)
        if figure.unit is not None and figure.unit.startswith("USD") and figure.unit not in _OF_THE_WORLD and _BARE.search(figure.text)
        else figure
        for figure in figures
    ]


_OF_THE_WORLD = frozenset(("USD per barrel", "USD per ounce", "USD per troy ounce"))
"""Prices of oil and gold, which are told in dollars of the United States everywhere."""


def in_pula(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, those with a "P" before them in the currency of Botswana where the text is of it."""
    if not _BOTSWANA.search(text):
        return list(figures)
    return [_in("BWP", figure) if figure.base == "PHP" and figure.text[0] == "P" else figure for figure in figures]


_BOTSWANA = re.compile(r"\b(?:Botswana|Gaborone|[Pp]ula)\b")
"""What tells a text of Botswana. Takes "Gaborone" and "pula"; refuses "population"."""


_IN_CENTS = frozenset(("USD", "EUR", "AUD", "CAD", "NZD", "SGD", "HKD", "ZAR"))
"""Currencies of a hundred cents."""


def in_named_currency(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, those in cents in the currency of the others where all that have cents are of one: "93 cents a share" is USD 0.93."""
    codes = {code for figure in figures if (code := figure.base) in _IN_CENTS}
    if len(codes) != 1:
        return list(figures)
    (code,) = codes
    return [_whole(str(code), figure) if figure.base == "cent" else figure for figure in figures]


def _whole(code: str, figure: Figure) -> Figure:
    high = figure.high / 100 if figure.high is not None else None
    return figure.model_copy(update={"value": figure.value / 100, "high": high, "unit": code + (figure.unit or "")[len("cent") :]})


def _in(code: str, figure: Figure) -> Figure:
    return figure.model_copy(update={"unit": code + (figure.unit or "")[len(code) :]})


def _own(text: str) -> str:
    """The code of the dollar that the text is most likely in."""
    codes: dict[str, str] = meanings("places", "dollars")
    named = Counter(codes[word] for match in _NAME.finditer(text) if (word := match[0].lower()) in codes)
    likely = named.most_common(2)
    if not likely or likely[0][1] < ENOUGH or (len(likely) > 1 and likely[1][1] == likely[0][1]):
        return "USD"
    return likely[0][0]
