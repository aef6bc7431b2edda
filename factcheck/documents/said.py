"""What wire services say of their stories, made sense of: places, agencies and people."""

from __future__ import annotations

import re

from factcheck.documents.pieces import one_spaced
from factcheck.language.calendar import MONTH

_NOTHING = ("no data available", "not available", "n/a", "na", "none", "null", "unknown", "various")
"""What is written where a field has to be filled and there is nothing to say."""
_PERSON = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’.-]{1,24}(?: [A-ZÀ-ÖØ-Þa-z][\w'’.-]{0,24}){0,2} [A-ZÀ-ÖØ-Þ][\w'’-]{1,24}")
"""What a person is called: takes "Jane van Rowe", refuses "rowe.jane", "VRG" and "Desk"."""
_IN_BRACKETS = re.compile(r"\(([^()\d]{2,40})\)|/([^/\d]{2,40})/")
"""An agency in a dateline: takes "(AFP)" and "/PRNewswire/"."""
_A_MONTH = re.compile(rf"{MONTH}\.?", re.IGNORECASE)


def nothing(words: str) -> bool:
    """Whether the words only fill a field."""
    return one_spaced(words.replace("-", " ").replace("_", " ")).casefold().strip(" .") in _NOTHING


def something(*words: str | None) -> str | None:
    """The first of the words that say something."""
    return next((plain for said in words if said and (plain := one_spaced(said)) and not nothing(plain)), None)


def person(words: str | None) -> str | None:
    """The words when they can be what a person is called, and no login or code."""
    plain = one_spaced(words or "")
    return plain if _PERSON.fullmatch(plain) else None


def of_dateline(words: str) -> tuple[str | None, str | None]:
    """The place and the agency in a line that is marked as a dateline: "WESTPORT, March 3 (EXA) -"."""
    found = _IN_BRACKETS.search(words)
    place = re.split(r"[\d(/–—]| - ", words, maxsplit=1)[0]
    parts = [part.strip(" ,.-") for part in place.split(",")]
    kept = [part for part in parts if part and not _A_MONTH.fullmatch(part)]
    return something(", ".join(kept)), something(found[1] or found[2]) if found else None
