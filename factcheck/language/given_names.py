"""Given names: which they are, and which tell a woman from a man, so that "she" is not tied to an Arthur."""

from __future__ import annotations

import re

from factcheck.language.lexicon import meanings, words
from factcheck.model import Gender

_WOMEN = words("given_names", "women")
_MEN = words("given_names", "men")
_EITHER = words("given_names", "either")
_SHORT_FORMS: dict[str, list[str]] = meanings("given_names", "short_forms")

_SYLLABLES = words("name_parts", "syllables")
_IN_TWO = re.compile(r"([A-Z][a-z]{0,5})[-‑]([a-z]{1,6})")
"""A capital and small letters with a hyphen between them: takes `Jong-un`, not `Jong-Un` and `Paris-based-ish`."""

PET_ENDING = re.compile(r"(?:(?<=([^\W\d_]))\1)?(?:ie|y)$")
"""What makes a pet form of the beginning of a name: takes the end of `Danny`, `Freddie` and `Andy`, not of `Dan`."""


def is_given(name: str) -> bool:
    """Whether the word is a given name."""
    word = name.casefold()
    return word in _EITHER or word in _WOMEN or word in _MEN


def is_of_two_syllables(word: str) -> bool:
    """Whether it is a given name of two syllables with a hyphen between them, as Korea writes them: Jong-un."""
    parts = _IN_TWO.fullmatch(word)
    return parts is not None and parts[1].casefold() in _SYLLABLES and parts[2] in _SYLLABLES


def gender_of(given_name: str) -> Gender | None:
    """What the name says of who bears it; None when it does not say."""
    name = given_name.casefold()
    return Gender.FEMALE if name in _WOMEN else Gender.MALE if name in _MEN else None


def may_be_one_name(one: str, other: str) -> bool:
    """Whether two given names can be one person's: an initial, a beginning or a pet form of the other (Ed and Edward, Bob and Robert)."""
    short, long = sorted((one.casefold().rstrip("."), other.casefold().rstrip(".")), key=len)
    if long.startswith((short, PET_ENDING.sub("", short))):
        return True
    return bool({short, *_SHORT_FORMS.get(short, ())} & {long, *_SHORT_FORMS.get(long, ())})
