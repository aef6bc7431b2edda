"""What a sentence adds behind its last comma: a comparison, a record, a share, a cause: "…, up from £3m", "…, most of them by sea".

Such a phrase is checked by itself, but says nothing without the clause before it, which its gist says again in brackets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.lexicon import words
from factcheck.splitting.participles import tense_above
from factcheck.splitting.root import Link, Root
from factcheck.splitting.syntax import COMMAS, comma_before, ends_at_a_mark, in_main_clause, is_finite, subject_of, tense_of

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

_MEASURES = words("additions", "measures")
_DEGREES = words("additions", "degrees")
_LARGELY = words("additions", "largely")
_CAUSES = frozenset(("because of", "due to", "owing to", "thanks to"))
_SHARES = words("additions", "shares")
_SUMMING = words("additions", "summing")
_OWNERS = frozenset(("its", "his", "her", "their", "the"))
_COMPARED = frozenset(("more", "fewer", "less", "ahead", "behind", "above", "below"))
_FEWEST = 2
"""Words behind "after" or "following" that are worth a claim of their own."""
_NEVER = frozenset({"root", "conjunct", "coordinator", "subordinator", "punctuation", "parataxis", "clausal complement"})
"""Relations of what is no phrase behind a clause, or has a rule of its own."""


def addition(token: Token, heads: set[int]) -> Root | None:
    """A phrase behind a comma at the end of a clause, that measures what the clause tells, or tells when or by what it came about."""
    if token.relation in _NEVER or token.is_punct:
        return None
    start = token.left_edge.nbor(1) if token.left_edge.text in COMMAS else token.left_edge
    if token.head.i >= start.i or start.nbor(-1).text not in COMMAS or not ends_at_a_mark(token) or not in_main_clause(token, heads):
        return None
    added = (
        _includes(start, token)
        or _owes(start, token)
        or _measures(start, token)
        or _sums(start, token)
        or _shares(start)
        or _brought_about(token)
        or _happened_when(start, token)
    )
    return Root(token, Link.ADDITION) if added else None


def aftermath(token: Token, heads: set[int]) -> Root | None:
    """ "He was jailed | after admitting fraud", "The strike was called off | following talks with the board"; the gist says both."""
    verb, tree = token.head, token.tree
    if token.relation != "preposition" or verb.i not in heads or token.i < verb.i or not is_finite(verb):
        return None
    inside = [t for t in tree[token.i + 1 : token.right_edge.i + 1] if not t.is_punct]
    doing = token.lower == "after" and any(c.relation == "prepositional clause" and c.form == "ing" for c in token.children)
    if not (doing or token.lower == "following") or len(inside) < _FEWEST or not ends_at_a_mark(token):
        return None
    return Root(token, Link.ADDITION if comma_before(token) else Link.CAUSE)


def _measures(start: Token, token: Token) -> bool:
    """ "up from £3m", "more than twice as many", "half the sum of 2024", "its lowest since 2003": with a figure, a name or a day in it."""
    tree = token.tree
    phrase = [t for t in tree[start.i : token.right_edge.i + 1] if not t.is_punct]
    while len(phrase) > 1 and phrase[0].lower in _DEGREES:
        phrase.pop(0)
    more = phrase[0].part == "numeral" and len(phrase) > 1 and phrase[1].lower in _COMPARED  # "one more than the other town"
    ranked = phrase[0].lower in _OWNERS and any(t.form == "superlative" or t.lower in {"first", "record"} for t in phrase[1:3])
    told = any(t.part in {"numeral", "proper noun"} for t in phrase[1:])
    return told and (ranked or more or phrase[0].lower in _MEASURES)


def _includes(start: Token, token: Token) -> bool:
    """ "including a bandstand in Mill Lane", of what the clause before it told."""
    return start.lower == "including" and token.right_edge.i - start.i >= _FEWEST


def _owes(start: Token, token: Token) -> bool:
    """ "largely because of the rain", "thanks to a gift from the Dell family"."""
    phrase = [t for t in token.tree[start.i : token.right_edge.i + 1] if not t.is_punct]
    at = 1 if phrase[0].lower in _LARGELY else 0
    opening = " ".join(t.lower for t in phrase[at : at + 2])
    return opening in _CAUSES and len(phrase) > at + 2


def _sums(start: Token, token: Token) -> bool:
    """ "a rise of 4%", "a figure that the ministry disputes": a noun that names what the clause before it tells."""
    return start.lower in {"a", "an"} and token.part == "noun" and token.lower in _SUMMING and token.right_edge.i > token.i


def _shares(start: Token) -> bool:
    """ "most of them by sea", "two of them children"."""
    after = [t.lower for t in start.tree[start.i + 1 : start.i + 3]]
    return (start.lower in _SHARES or start.part == "numeral") and after in (["of", "them"], ["of", "these"])


def _brought_about(token: Token) -> bool:
    """ "helped by a weak pound", "followed by works with £88m"."""
    passive = token.form == "participle" and subject_of(token) is None and token.left_edge.i == token.i
    return passive and any(c.relation == "agent" for c in token.children)


def _happened_when(start: Token, token: Token) -> bool:
    """ "when 43 people died", of what is over."""
    subject = subject_of(token)
    opened = start.lower == "when" and subject is not None and is_finite(token)
    return opened and tense_of(token) == "past" and tense_above(token) == "past"
