"""The personal pronouns of the third person: which forms belong together, and the gender that they show."""

from __future__ import annotations

from factcheck.language.lexicon import meanings
from factcheck.model import Gender

THIRD_PERSON: dict[str, str] = meanings("pronouns", "third_person")
"""Each form in small letters, with he, she, it or they for its person, number and gender."""

_SHOWN = {"he": Gender.MALE, "she": Gender.FEMALE}


def gender_of(pronoun: str) -> Gender | None:
    """The gender that a pronoun shows, in whatever case it is written; None where it shows none."""
    return _SHOWN.get(THIRD_PERSON.get(pronoun.casefold(), ""))
