"""Whether words deny: the one theory of negation, for whoever compares two statements or looks at what stands before a quotation."""

from __future__ import annotations

import re

from factcheck.language.lexicon import words

_DENIES = words("negation", "words") | words("negation", "verbs")


def _any_of(phrases: frozenset[str]) -> str:
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


NEGATION = re.compile(rf"\b(?:{_any_of(_DENIES)}|\w+n['’]t)\b", re.IGNORECASE)
"""A word that denies: takes `never`, `didn't` and `refused`, not `knot` or `hardly`."""

TURNED_ROUND = re.compile(
    rf"(?P<words>\b(?:{_any_of(words('negation', 'before') | words('negation', 'verbs'))})(?:\sthat)?)[\s,:;'\"“”‘’(]*$", re.IGNORECASE
)
"""Directly before a quotation, words that turn it round: takes the ends of `no evidence that ` and `denied: `, not of `said that `."""
