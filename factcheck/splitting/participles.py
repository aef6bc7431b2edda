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

SOURCING = words("verb_frames", "sourcing")
"""Participles that say what somebody's words stand on, and are no claim by themselves: "citing witnesses"."""

_FRAMES = words("verb_frames", "frames")
"""Participles that begin a sentence as its frame and tell of nobody: "Based on these figures, …"."""

_MOVED = frozenset(("up", "down"))
_SEVERAL = words("small_words", "several")

_FOR_WHOM = frozenset(("behalf", "condition"))
_HELD_AT = words("small_words", "held_at")


def participle(token: Token, heads: set[int]) -> Root | None:  # noqa: ARG001 - one shape for all the rules
    """A participle at the beginning or the end of a sentence; its subject and time are those of the clause."""
    if subject_of(token) is not None or token.part != "verb" or _speaks_for_another(token):
        return None
    return _fronted(token) if token.i < token.head.i else _final(token)


def _speaks_for_another(token: Token) -> bool:
    """ "Speaking on behalf of the party": who it was that spoke, and nothing to check."""
    return token.lower == "speaking" and any(c.lower in {"on", "for"} and c.nbor(1).lower in _FOR_WHOM for c in token.children)


def _final(token: Token) -> Root | None:
    """ "…, killing three people"."""
    verb = token.head
    if token.form != "ing" or token.left_edge.i < token.i - 1 or not comma_before(token) or tense_of(verb) is None:
        return None
    if not _governs(token) or token.lower in _PREPOSITIONS | SOURCING or any(c.relation == "negation" for c in token.children):
        return None
    if tense_of(verb) == "present":  # "The plant makes tractors, employing 300"
        between = any(c.relation == "adverbial clause" and verb.i < c.i < token.i for c in verb.children)
        return None if token.lower in _FRAMES or between else Root(token, Link.ADDITION)
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


def absolute(token: Token, heads: set[int]) -> Root | None:
    """ "…, with two people hurt", "…, with costs rising": somebody or something, and what is so of it; the verb is left out.

    `token` heads the phrase: its "with", or the participle where the parser takes "with" for a conjunction.
    """
    verb, tense = token.head, tense_above(token)
    if token.left_edge.lower != "with" or verb.i not in heads or not comma_before(token) or token.i < verb.i or tense is None:
        return None
    found = absolute_parts(token)
    if (
        found is None
        or found[1].i < found[0].i
        or any(c.relation == "conjunct" and c.part in {"noun", "proper noun"} for c in found[1].children)
    ):
        return None  # "with the plan staying the same and some changes to the doors" has no verb for the changes
    several = is_plural(found[0]) or found[0].lower in _SEVERAL or (found[0].part == "numeral" and found[0].lower not in {"one", "1"})
    return Root(token, Link.WITH, [], form_of_be(found[0], "past" if tense == "past" else "present", plural=several))


def _is_moved(word: Token) -> bool:
    """ "Up 24 per cent", behind what is up."""
    return word.lower in _MOVED and any(c.relation == "adverbial noun" for c in word.children)


def _is_in_danger(word: Token) -> bool:
    """ "At risk", behind what is at risk, and no more."""
    return word.lower in {"at", "under"} and [c.lower for c in word.children] in (["risk"], ["stake"], ["threat"], ["pressure"])


def tense_above(token: Token) -> str | None:
    """The tense of the nearest finite verb above a word."""
    return next((tense for verb in token.ancestors if (tense := tense_of(verb)) is not None), None)


def absolute_parts(head: Token) -> tuple[Token, Token] | None:
    """The noun and the participle of "with costs rising", whichever of the three words the parser hangs the others on.

    "Up" and "down" before a figure are as good as one: "with exports down 3 per cent"; so is "at risk".
    """
    if head.lower != "with":
        subject = subject_of(head)
        return (subject, head) if subject is not None and head.form in {"ing", "participle", "past"} else None
    for child in head.children:
        told = child.form in {"ing", "participle"} or _is_moved(child)
        if child.relation == "prepositional clause" and told and (subject := subject_of(child)) is not None:
            return subject, child
        if child.relation == "prepositional object" and child.part in {"noun", "proper noun", "pronoun", "numeral"}:
            clauses = (c for c in child.children if c.relation == "adnominal clause" and c.form in {"ing", "participle"} and c.i > child.i)
            states = (c for c in child.children if c.i > child.i and (_is_moved(c) or _is_in_danger(c)))
            state = next(clauses, None) or next(states, None)
            if state is not None and not any(c.text == "," for c in child.tree[child.i : state.i]):
                return child, state
    return None
