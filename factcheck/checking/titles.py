"""What stands before a surname: first names and initials, and the words that are capitalised there and are neither."""

from __future__ import annotations

from factcheck.language.honorifics import is_honorific
from factcheck.language.lexicon import words
from factcheck.language.roles import role_of

FULL_NAME = r"(?:(?:[^\W\d_a-z]\.|[^\W\d_a-z][\w’'-]{0,30})\s){0,3}[^\W\d_a-z][\w’'-]{1,30}"
"""Part of a pattern: a surname with up to three names or initials before it, as `Ruth B. Okafor`, without a full stop after a word."""

_OPENERS = words("small_words", "before_a_surname")
_ELSE = words("roles", "beside_a_name")


def is_no_first_name(word: str) -> bool:
    """Whether a capitalised word before a surname is an honorific, an office, or a small word that opens a sentence."""
    small = word.lower()
    return small in _OPENERS or small in _ELSE or is_honorific(small) or role_of(small)
