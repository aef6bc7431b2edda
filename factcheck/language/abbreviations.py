"""Which words with a full stop are abbreviations, so that a sentence may go on after them.

nupunkt learnt its list from court opinions, and hundreds of ordinary words are in it (story, bank, month, York, reports): a word that it
takes for an abbreviation counts as one only when it is one of these, or has no vowel to be read by ("Cllr.", "mgmt.").
"""

from __future__ import annotations

from factcheck.language.lexicon import words

_CAPITALISED = frozenset().union(
    words("abbreviations", "capitalised"),
    words("honorifics", "cut_short"),
    words("calendar", "months_cut_short"),
    words("calendar", "weekdays_cut_short"),
)
_ANY_CASE = words("abbreviations", "any_case")


def is_abbreviation(word: str) -> bool:
    """Whether a word that nupunkt takes for an abbreviation is one; it is given as it is written, without its full stop."""
    small = word.lower()
    if small in _ANY_CASE or not word.isalpha() or not any(letter in "aeiouy" for letter in small):
        return True
    return small in _CAPITALISED and word[0].isupper()
