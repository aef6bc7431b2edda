"""Verbs of saying that say nothing: what is asked, supposed, not agreed to yet, and what is no source of anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language import cues
from factcheck.language.lexicon import words
from factcheck.language.roles import acts
from factcheck.model import Span
from factcheck.splitting.attributions.speakers import is_passive
from factcheck.splitting.attributions.view import View
from factcheck.splitting.syntax import AUXILIARIES, NOUN_SUBJECTS, SAID_SUBJECTS, WH_WORDS, has_to

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

_TURNED = frozenset(("should", "had", "were"))
_OUGHT = frozenset(("should", "must", "ought"))
_HELD = frozenset(("allege", "believe", "know", "report", "say", "suspect", "think", "understand"))
"""Verbs that only in the passive have an infinitive right behind them (Quirk et al. 16.50)."""
_ASKED = frozenset(("whether", "if"))
_LEARNING = frozenset(("discover", "find", "hear", "know", "learn", "see"))
_OF_THE_PAST = frozenset(("could", "would", "'d", "’d"))
_NO_SOURCES = words("cues", "no_sources")
_AGREED_ON = words("cues", "agreed_on")
_DEMONSTRATIVES = frozenset(("this", "that", "you", "one"))


def is_no_saying(view: View, verb: Token) -> bool:
    """Whether a verb that may be a cue says nothing where it stands."""
    says_nothing = (_is_supposed, _has_not_agreed, _is_thought_to_be, _is_wanted, _is_not_known_yet)
    return _is_asked(view, verb) or any(kind(verb) for kind in says_nothing)


def is_no_source(view: View, speaker: Span, verb: Token) -> bool:
    """Whether what "says" so is no person, body or writing, but what was told: "That suggested …", "The rise suggests …".

    Nor does a thing see or threaten as somebody does: "the meeting saw a warning that …", "the war threatens to spread".
    """
    said = view.sentence.tokens(speaker.start, speaker.end)
    head = next((t for t in said if t.head not in said), None)
    thing = head is not None and head.part == "noun" and head.form == "singular" and not acts(head.lemma)
    if verb.lemma in {"make", "see", "threaten"} and thing:
        return True
    if verb.lemma == "agree" and head is not None and head.lemma.lower() in _AGREED_ON:
        return True  # "Truce agreed with rebels"
    return (len(said) == 1 and said[0].lower in _DEMONSTRATIVES) or (head is not None and head.lemma.lower() in _NO_SOURCES)


def _is_asked(view: View, verb: Token) -> bool:
    """Whether the article asks whether or why somebody says so: "Why would Ann Lee say that it was full?"."""
    last = next((t for t in reversed(view.tokens) if not t.is_space), verb)
    subject = next((c for c in verb.children if c.relation in NOUN_SUBJECTS), None)
    return last.text == "?" and subject is not None and any(c.relation in AUXILIARIES and c.i < subject.i for c in verb.children)


def _is_supposed(verb: Token) -> bool:
    """Whether it is a condition, or what ought to be: "should any be found", "Indians must consider it a happy one"."""
    subject = next((c for c in verb.children if c.relation in SAID_SUBJECTS), None)
    turned = subject is not None and any(c.relation in AUXILIARIES and c.i < subject.i and c.lower in _TURNED for c in verb.children)
    ought = any(c.relation in AUXILIARIES and c.lower in _OUGHT for c in verb.children)
    return turned or (ought and verb.lemma.lower() in cues.THINKING | cues.NAMING | cues.JUDGING)


def _has_not_agreed(verb: Token) -> bool:
    """Whether it is something that nobody has said: "the two have not agreed to meet", "are yet to agree"."""
    yet = any(c.lower == "yet" for c in (*verb.children, *(verb.head.children if verb.relation == "open complement" else ())))
    return verb.lemma.lower() in cues.TO_SAYING and (yet or any(c.relation == "negation" for c in verb.children))


def _is_thought_to_be(verb: Token) -> bool:
    """Whether a participle without its "which are" is taken for the verb: "the bones thought to be from a whale were found"."""
    infinitive = next((c for c in verb.children if c.relation in ("open complement", "clausal complement") and c.i > verb.i), None)
    bare = verb.lemma.lower() in _HELD and not is_passive(verb) and not any(c.relation == "object" for c in verb.children)
    return bare and verb.form in ("past", "participle") and infinitive is not None and has_to(infinitive)


def _is_not_known_yet(verb: Token) -> bool:
    """Whether somebody is to learn it: "The club may know by May whether it is banned"."""
    modal = any(c.relation in AUXILIARIES and c.form == "modal" and c.lower not in _OF_THE_PAST for c in verb.children)
    if not modal or verb.lemma.lower() not in _LEARNING:
        return False
    return any(c.i > verb.i and (c.left_edge.form in WH_WORDS or c.left_edge.lower in _ASKED) for c in verb.children)


def _is_wanted(verb: Token) -> bool:
    """Whether somebody looks for them: "a man wanted for murder"."""
    if verb.lemma != "want" or verb.form not in ("past", "participle") or verb.i + 1 >= len(verb.tree):
        return False
    return verb.nbor(1).part == "adposition" and verb.nbor(1).lower != "to"
