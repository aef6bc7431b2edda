"""Verbs whose past is as their base ("cut", "hit", "spread"): where one stands for what is over."""

from __future__ import annotations

from factcheck.language.lexicon import words
from factcheck.values.dates.token_stream import TokenStream

_SAME = words("tenses", "same_pasts")
_FUTURE = words("tenses", "future")
_NO_SUBJECT = words("tenses", "no_subject")
_CLAUSE = words("tenses", "clause_openers") | frozenset(",(:–—“”.!?;\n")

_AUXILIARIES = words("tenses", "auxiliaries")
_OF_AN_INFINITIVE = words("tenses", "of_an_infinitive")
_OBJECTS = words("tenses", "objects")
_SPREADS = words("tenses", "behind_spread")

_REACH = 8
"""Words before the verb in which its subject begins."""


def is_same_past(stream: TokenStream, i: int) -> bool:
    """Whether a verb with one form for base and past tells what is over: "the fire spread to 2,000 acres", and no "will spread".

    It stands behind its subject and before its object (Quirk et al. 3.16: verbs of the type *put*); a form that may as well be a noun
    ("a rate cut") is none.
    """
    if stream.low(i) not in _SAME or not stream[i].text.islower():
        return False
    subject = stream[i - 1]
    if not subject.text.isalpha() or subject.low in _AUXILIARIES or subject.low in _NO_SUBJECT or not _has_object(stream, i):
        return False
    for n in range(i - 1, max(i - 1 - _REACH, -1), -1):
        low = stream.low(n)
        if low in _CLAUSE:
            break
        if low in _FUTURE or low in _OF_AN_INFINITIVE:
            return False
    return True


def _has_object(stream: TokenStream, i: int) -> bool:
    behind = stream[i + 1]
    is_amount = behind.number is not None or behind.word.cardinal >= 0 or behind.text in ("$", "£", "€")
    return is_amount or behind.is_capital or behind.low in _OBJECTS or (stream.low(i) == "spread" and behind.low in _SPREADS)
