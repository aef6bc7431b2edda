"""The place in a dateline: which words can be one, and how running text writes it."""

from __future__ import annotations

import re

from factcheck.language.lexicon import ordered
from factcheck.reading.newsroom import newsroom
from factcheck.reading.shapes import Shape

_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’.]{1,24}"
_MORE = (
    r"(?:[ -](?:de|da|do|del|des|di|en|es|la|le|el|los|las|of|on|upon|sur|the|and|al|d'|l'|[A-ZÀ-ÖØ-Þ]?['’]?[A-ZÀ-ÖØ-Þ][\w'’.]{0,24})){0,4}"
)
_CAPITALS = r"[A-ZÀ-ÖØ-Þ0-9][A-ZÀ-ÖØ-Þ0-9'’.-]{0,24}"
_STATES = f"(?:{'|'.join(re.escape(state) for state in ordered('abbreviations', 'states'))})"

_PLACE = Shape(
    "the name of a place",
    rf"{_NAME}{_MORE}(?:,\s{{1,2}}[A-ZÀ-ÖØ-Þ][\w'’.]{{0,24}}{_MORE}){{0,2}}(?: \[[A-Z][\w .]{{2,24}}\]| \([A-Z](?:/[A-Z]){{1,2}}\))?\.?\Z",
    takes=("HANOI", "Stratford-upon-Avon, England", "HEMPSTEAD, N.Y.", "COEUR D'ALENE, Idaho", "New Delhi [India]", "Wenchi (B/A)"),
    refuses=("the end", "He left"),
)
_IN_A_STATE = Shape(
    "a place with its American state",
    rf".{{2,40}},\s{{1,2}}{_STATES}\.?\Z",
    takes=("Hempstead, N.Y.", "Reno, Nev."),
    refuses=("Hempstead", "Ada, said"),
)
_ON_THE_WAY = Shape(
    "a place that is no town, in capitals: on board, in the air, near a front",
    rf"(?:ABOARD|ALONG|AT|IN|INSIDE|NEAR|OFF|ON|OUTSIDE|OVER|WITH) {_CAPITALS}(?: {_CAPITALS}){{0,7}}(?:, [A-Z][\w'’. ]{{1,40}})?\Z",
    takes=("ABOARD AIR FORCE ONE", "IN FLIGHT OVER THE PACIFIC", "NEAR MILTON, Ukraine"),
    refuses=("In Milton", "ABOARD"),
)
_REGION = re.compile(r"[^(]+(?: \([A-Z](?:/[A-Z]){1,2}\))?")
"""A place with its region in letters, as Ghana's agency has them, or without: takes "Wenchi (B/A)", refuses "Wenchi (EXA)"."""
_BOTH = re.compile(r"\s?/\s?|\s(?:&|and|AND)\s")
"""Between the places of a dateline that has two: takes "/" in "GENEVA/PARIS" and "and" in "LONDON and PARIS"."""

_VOWEL = re.compile(r"[aeiouyà-öø-ÿ]", re.IGNORECASE)
"""What every place's name has: takes the "a" in "Hanoi", refuses "ZCZC"."""

_SMALL = frozenset(("de", "la", "of", "on", "upon", "and", "the", "es", "sur", "over", "del", "los", "las", "du", "al"))
_WORD = re.compile(r"[^\W\d_][\w'’]*(?:\.[A-Z]\b)*")
"""A word of a place's name: takes "HANOI" and "D.C", refuses "-"."""

_ELIDED = re.compile(r"([dl])(['’])(\w+)\Z")


def is_place(words: str, *, sure: bool, delimiter: str) -> bool:
    """Whether words before a delimiter can be a dateline's place; `sure` when a day or an agency stands beside them."""
    if not 3 <= len(words) <= 80:
        return False
    if _ON_THE_WAY.match(words) and (sure or words.startswith(("ABOARD ", "NEAR "))):
        return delimiter != ":"
    places = _BOTH.split(words.partition(" (")[0])
    return (
        _REGION.fullmatch(words) is not None
        and len(places) <= 3
        and all(_is_one_place(place, sure=sure, delimiter=delimiter) for place in places)
    )


def _is_one_place(words: str, *, sure: bool, delimiter: str) -> bool:
    house = newsroom()
    if (
        len(words) < 3
        or not _PLACE.match(words)
        or not _VOWEL.search(words)
        or words.casefold().rstrip(".") in house.kickers
        or words.split()[0].casefold().strip(".,") in house.no_places
        or words.split()[-1] in _SMALL
        or house.agency(words)
    ):
        return False
    known = house.city(words.split(",")[0]) is not None
    if delimiter == ":":
        # "NEW DELHI:" opens stories, but "CLINTON:" and "London:" open speeches and lists.
        return sure or (known and words.isupper())
    if sure or known or _IN_A_STATE.match(words):
        return True
    town = words.split(",")[0]
    return town.isupper() and not _ON_THE_WAY.match(town) and len(town) > 3 and len(town.split()) <= 3


def looks_sure(place: str) -> bool:
    """Whether a place needs no day beside it: a city that stands alone, a town in capitals with its state or country."""
    town, comma, _ = place.partition(",")
    return newsroom().city(town) is not None or _IN_A_STATE.match(place) is not None or bool(comma and town.isupper())


def can_be_place(words: str) -> bool:
    """Whether a line's words can be the name of a place, and of nothing else that newsrooms write beside one."""
    house = newsroom()
    return _PLACE.match(words) is not None and _VOWEL.search(words) is not None and not house.is_label(words) and not house.is_paper(words)


def sure_place(words: str) -> str | None:
    """The place that words name which stand where one is given, as running text has it; None for words that may be anything else."""
    return as_written_in_text(words) if is_place(words, sure=True, delimiter="--") and looks_sure(words) else None


def as_written_in_text(place: str) -> str:
    """A dateline's place as running text has it: "NEW DELHI" is New Delhi, "HEMPSTEAD, N.Y." is Hempstead, N.Y."""
    place = " ".join(place.partition("[")[0].split())
    if place.endswith(".") and not _IN_A_STATE.match(place) and "." not in place[:-1].rpartition(" ")[2]:
        place = place[:-1]
    if known := newsroom().city(place):
        return known
    town, comma, region = place.partition(",")
    words = _WORD.sub(lambda word: _cased(word.group(), first=word.start() == 0), town) + comma
    # "ON" behind a town is Ontario, and "UAE" a country.
    words += _WORD.sub(lambda word: word.group() if len(word.group()) <= 3 else _cased(word.group(), first=False), region)
    return re.sub(r"[^/]+", lambda part: newsroom().city(part.group()) or part.group(), words) if "/" in words else words


def _cased(word: str, *, first: bool) -> str:
    """One word in capitals as running text has it: LA at the beginning of LA CROSSE is La."""
    if not word.isupper() or "." in word or len(word) == 1 or word in newsroom().kept_capitals:
        return word
    small = word.lower()
    if not first:
        if small in _SMALL:
            return small
        if elided := _ELIDED.match(small):
            return f"{elided[1]}{elided[2]}{elided[3].capitalize()}"
    if small.startswith("mc") and len(small) > 4:
        return f"Mc{small[2:].capitalize()}"
    if small[1:2] in ("'", "’"):
        return f"{word[:2]}{small[2:].capitalize()}"
    return small[0].upper() + small[1:]
