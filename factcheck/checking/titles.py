"""What stands before a surname: first names and initials, and the words that are capitalised there and are neither."""

from __future__ import annotations

FULL_NAME = r"(?:(?:[^\W\d_a-z]\.|[^\W\d_a-z][\w’'-]{0,30})\s){0,3}[^\W\d_a-z][\w’'-]{1,30}"
"""Part of a pattern: a surname with up to three names or initials before it, as `Ruth B. Okafor`, without a full stop after a word."""

TITLES = frozenset(
    (
        "mr mrs ms miss dr sir dame lord lady prof professor president vice chancellor minister secretary senator sen rep "
        "representative gov governor mayor judge justice gen general col colonel capt captain lt sgt sergeant major king queen "
        "prince princess pope bishop rev father sister brother aunt uncle former the a an and or for from with by to in on at of "
        "as if when while but so that this his her their our its democrat republican candidate nominee chairman chairwoman chief "
        "director coach striker officer official"
    ).split()
)
"""Honorifics and offices (AP Stylebook, 'titles', 'legislative titles'), and small words that open a sentence before a name."""
