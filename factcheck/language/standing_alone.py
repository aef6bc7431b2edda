"""Whether a claim can be understood without the article that it stands in, by its words alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from factcheck.language.calendar import MONTH_OF, WEEKDAY_OF
from factcheck.language.lexicon import words
from factcheck.model import Speaker, with_headline

_TOKEN = re.compile(r"\w+(?:-\w+)*|[^\w\s]")
_POINTING = words("small_words", "pointing")
_WITHIN = 4
"""Words behind "the" of which one may be the name of what it points to: "the mayor of Orsa"."""
_PARTING = frozenset(",;(")
_INSIDE = _PARTING | frozenset("[]'’-")
"""Marks behind which no sentence begins, so that a capital there is that of a name; of these some part a name from what stands before."""


class _Word(NamedTuple):
    text: str
    named: bool
    """Whether it is a name, or says what somebody or something is: the first word in a bracket."""
    capital: bool


def standing_alone(gist: str, speaker: Speaker | None, headline: str | None) -> str:
    """The gist as it is understood alone: with the headline of its article behind it, where it leaves open what it tells of."""
    whose = f"{speaker.text} {speaker.name or ''}" if speaker is not None else ""
    return with_headline(gist, headline) if headline and leaves_open(gist, whose) else gist


def leaves_open(gist: str, speaker: str = "") -> bool:
    """Whether a gist names nobody and nothing but its `speaker`, or points to what it does not name: "the ruling", "it", "the others".

    What stands in a bracket is told, whoever put it there. Months, weekdays and the first words of sentences are no names.

    >>> leaves_open("The shares closed at $27.15."), leaves_open("In May, Orlena sold a plant to Brannock.")
    (True, False)
    """
    said = list(_words(gist))
    spoken = frozenset(word.text.casefold() for word in _words(speaker))
    if not any(word.capital and word.text.casefold() not in spoken for word in said):
        return True
    return any(_points(word.text) and not _told(said[n + 1 : n + 1 + _WITHIN]) for n, word in enumerate(said))


def _words(gist: str) -> Iterator[_Word]:
    before = ""
    for token in _TOKEN.findall(gist):
        bracketed = before == "["
        if token[0].isalnum():
            inside = bracketed or before in _INSIDE or before[-1:].isalnum()
            capital = inside and token[0].isupper() and len(token) > 1 and not _is_of_the_calendar(token)
            yield _Word(token, capital or bracketed, capital)
        elif token not in _INSIDE or token in _PARTING:
            yield _Word(token, named=False, capital=False)
        before = token


def _is_of_the_calendar(word: str) -> bool:
    return word.lower() in MONTH_OF or word.lower() in WEEKDAY_OF


def _points(word: str) -> bool:
    return word.lower() in _POINTING and not (word.isupper() and len(word) > 1)  # "the US" is a name


def _told(behind: list[_Word]) -> bool:
    """Whether the words behind one that points say what it points to, before any mark."""
    return any(word.named for word in takewhile(lambda word: word.text[0].isalnum(), behind))
