"""Given names that tell a woman from a man, so that "she" is not tied to an Arthur."""

from __future__ import annotations

from factcheck.language.lexicon import words
from factcheck.model import Gender

_WOMEN = words("given_names", "women")
_MEN = words("given_names", "men")
_EITHER = words("given_names", "either")


def is_given(name: str) -> bool:
    """Whether the word is a given name."""
    word = name.casefold()
    return word in _EITHER or word in _WOMEN or word in _MEN


def gender_of(given_name: str) -> Gender | None:
    """What the name says of who bears it; None when it does not say."""
    name = given_name.casefold()
    return Gender.FEMALE if name in _WOMEN else Gender.MALE if name in _MEN else None
