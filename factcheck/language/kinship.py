"""What people are to one another, and the words that tell of two people of one family or of one name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.language.lexicon import meanings, words

_RELATIONS: dict[str, str] = meanings("kinship", "relations")
_TOGETHER = words("kinship", "together")
_OF_ANYBODY = words("kinship", "of_anybody")
_FAMILY = words("kinship", "company") | _TOGETHER | _RELATIONS.keys()
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

NAMED = re.compile(rf"\b(?:{'|'.join(sorted(_RELATIONS, key=len, reverse=True))}),?\s(?P<given>[A-Z][\w’'-]+)\b(?!\s[A-Z])")
"""A relative by the given name alone: takes `brother Dean` and `sister, Anna, `, not `sister Anna Berg`."""


OWN = re.compile(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[\w-]+['’]s?)\s(?:[a-z-]{{2,15}}\s)?(?:{'|'.join(sorted(_OF_ANYBODY, key=len, reverse=True))})\b"
)
"""Relatives of somebody who is told: takes `her parents` and `Okafor’s late partner`, not `a group of parents`."""


PARTNERS = re.compile(
    r"\b(?:business|coalition|dance|dancing|equity|founding|junior|law|managing|senior|sparring|trade|trading)\spartners?\b", re.IGNORECASE
)
"""Partners who are no relatives: takes `business partner` and `Managing partners`, not `late partner`."""


def relation_of(word: str) -> str | None:
    """What a relative is to another, by the word for the relative: `sister` is a sibling; None for any other word."""
    return _RELATIONS.get(word.casefold())


def tells_of_family(text: str) -> bool:
    """Whether a word stands in the text that tells of a relative, or of two people of one name."""
    return any(word in _FAMILY for word in _words(PARTNERS.sub("", text)))


def tells_of_own_family(text: str) -> bool:
    """As `tells_of_family`, but parents, children and families count only where it says whose they are."""
    private = PARTNERS.sub("", text)
    return OWN.search(private) is not None or any(word in _FAMILY - _OF_ANYBODY for word in _words(private))


def tells_of_two(text: str) -> bool:
    """Whether a word stands in the text that tells of two people of one surname or one name together: brothers, a couple."""
    return any(word in _TOGETHER for word in _words(text))


def relatives_named(text: str) -> list[str]:
    """The given names by which the text calls relatives without a surname: "his brother Darren"."""
    return [match["given"] for match in NAMED.finditer(text)]


def without_named_relatives(text: str) -> str:
    """The text without the words for relatives whom it calls by a given name: "his wife, Elspeth, waited" is "his , waited"."""
    return NAMED.sub("", text)


def _words(text: str) -> Iterator[str]:
    return (match[0].casefold() for match in _WORD.finditer(text))
