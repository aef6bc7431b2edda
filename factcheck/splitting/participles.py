"""Participles that assert something by themselves: "…, killing three people", "Founded in 1962, the firm …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language import roles
from factcheck.language.lexicon import words
from factcheck.splitting.relatives import form_of_be
from factcheck.splitting.root import Link, Root
from factcheck.splitting.syntax import comma_before, is_plural, subject_of, subject_words, tense_of

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

_PREPOSITIONS = words("verb_frames", "prepositions")
"""Participles that are prepositions, or have no clause's meaning without another verb (Quirk et al., 9.8)."""

_FRAMES = words("verb_frames", "frames")
"""Participles that begin a sentence as its frame and tell of nobody: "Based on these figures, …"."""

_HELD_AT = words("small_words", "held_at")


def participle(token: Token, heads: set[int]) -> Root | None:  # noqa: ARG001 - one shape for all the rules
    """A participle at the beginning or the end of a sentence; its subject and time are those of the clause."""
    if subject_of(token) is not None or token.part != "verb":
        return None
    return _fronted(token) if token.i < token.head.i else _final(token)


def _final(token: Token) -> Root | None:
    """ "…, killing three people"."""
    verb = token.head
    if token.form != "ing" or token.left_edge.i < token.i - 1 or not comma_before(token) or tense_of(verb) not in {"past", "perfect"}:
        return None
    if not _governs(token) or token.lower in _PREPOSITIONS or any(c.relation == "negation" for c in token.children):
        return None
    subject = subject_words(verb)
    return Root(token, Link.PARTICIPLE, subject) if subject else None


def _fronted(token: Token) -> Root | None:
    """ "Founded in 1962, the firm grew", "Writing in the Echo, Mr Hadley said"; not "Coming into the debate, the stakes were high"."""
    verb, tree, after = token.head, token.tree, token.right_edge.i + 1
    if (
        token.i != 0
        or token.form not in {"participle", "ing"}
        or token.relation != "adverbial clause"
        or after >= len(tree)
        or tree[after].text != ","
    ):
        return None
    held = token.lower == "speaking" and any(c.lower in _HELD_AT for c in token.children)
    framing = token.lower in _PREPOSITIONS or (token.lower in _FRAMES and not held)
    subject, tense = subject_of(verb), tense_of(verb)
    if (
        framing
        or not _governs(token)
        or subject is None
        or tense is None
        or subject.i < after
        or any(c.relation == "subordinator" for c in token.children)
    ):
        return None
    named = subject_words(verb)
    acting = (
        token.form == "participle"
        or subject.part in {"proper noun", "pronoun"}
        or roles.role_of(subject.lemma)
        or roles.body_of(subject.lemma)
    )
    if not named or named[0].i != after + 1 or not acting or subject.lower == "it":
        return None
    return Root(token, Link.FRONTED, named, form_of_be(token, tense, plural=is_plural(subject)))


def _governs(token: Token) -> bool:
    return any(
        c.relation in {"object", "clausal complement", "open complement", "preposition", "indirect object", "agent"} for c in token.children
    )


def joined(token: Token, heads: set[int]) -> Root | None:
    """The second of two participles: "…, killing three people | and ending his career"."""
    first = token.head
    if token.form != "ing" or first.form != "ing" or first.i not in heads or first.relation != "adverbial clause" or not _governs(token):
        return None
    own = any(c.relation in {"object", "preposition"} and first.i < c.i < token.left_edge.i for c in first.children)
    subject = subject_words(first.head)
    return Root(token, Link.PARTICIPLE, subject) if own and subject else None
