"""What stands before a name and says how its bearer is spoken of: Mr, Dame, Prof., Judge."""

from __future__ import annotations

from factcheck.language.lexicon import words
from factcheck.model import Gender

_MEN = words("honorifics", "men")
_WOMEN = words("honorifics", "women")
_ALL = _MEN | _WOMEN | words("honorifics", "either")
_OFFICES = words("honorifics", "offices")
_IN_TWO_WORDS = words("honorifics", "in_two_words")


def _listed(word: str, among: frozenset[str]) -> bool:
    small = word.casefold()
    return small in among or small.removesuffix(".") in among


def is_honorific(word: str) -> bool:
    """Whether the word, in any case and with or without its full stop, is a title before a name."""
    return _listed(word, _ALL)


def ends_honour(before: str, word: str) -> bool:
    """Whether two words before a name are an honour together: Tan Sri."""
    return f"{before} {word}".casefold() in _IN_TWO_WORDS


def is_office(word: str) -> bool:
    """Whether the title is an office at once, as "Judge" is and "Dr" is not."""
    return _listed(word, _OFFICES)


def honorific_gender(word: str) -> Gender | None:
    """What the title says of who bears it; None where it says nothing."""
    return Gender.FEMALE if _listed(word, _WOMEN) else Gender.MALE if _listed(word, _MEN) else None
