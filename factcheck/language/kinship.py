"""What people are to one another, and the words that tell of two people of one family or of one name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.language.lexicon import meanings, words

_RELATIONS: dict[str, str] = meanings("kinship", "relations")
_COMPANY = words("kinship", "company")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def relation_of(word: str) -> str | None:
    """What a relative is to another, by the word for the relative: `sister` is a sibling; None for any other word."""
    return _RELATIONS.get(word.casefold())


def tells_of_family(text: str) -> bool:
    """Whether a word stands in the text that tells of a relative, or of two people of one name."""
    return any(word in _COMPANY or word in _RELATIONS for word in _words(text))


def tells_of_two(text: str) -> bool:
    """Whether a word stands in the text that tells of two people of one surname or one name together: brothers, a couple."""
    return any(word in _COMPANY for word in _words(text))


def _words(text: str) -> Iterator[str]:
    return (match[0].casefold() for match in _WORD.finditer(text))
