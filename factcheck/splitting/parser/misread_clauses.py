"""Clauses and phrases that the parser is known to hang on the wrong word: each rule shows a sentence that it errs in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.language import cues
from factcheck.language.roles import body_of, role_of
from factcheck.splitting.parser.change import Change
from factcheck.splitting.syntax import SAID_SUBJECTS, TENSED

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

_MEASURED = frozenset(("long", "high", "tall", "wide", "deep", "old", "thick", "strong"))
_SOMEBODY = frozenset(("he", "she", "they", "we", "i"))
_TAKEN = frozenset(("determiner", "possessor", "preposition", "relative clause", "adnominal clause"))


def second_verb_of_the_clause_between(verb: Token) -> Iterator[Change]:
    """ "Tensions rose after Mahl claimed the vote and [warned] Harn", where tensions would have warned him."""
    main = verb.head
    if verb.relation != "conjunct" or verb.form not in TENSED or main.i > verb.i or verb.lemma.lower() not in cues.SAYING:
        return
    if any(c.relation in SAID_SUBJECTS for c in verb.children) or _may_speak(main):
        return
    between = [t for t in verb.tree[main.i + 1 : verb.i] if t.relation == "adverbial clause" and t.form in TENSED and _may_speak(t)]
    if not between or not any(a is main for a in between[-1].ancestors):
        return
    yield Change(verb, between[-1], "conjunct")
    yield from (Change(c, between[-1], "coordinator") for c in main.children if c.relation == "coordinator" and between[-1].i < c.i < verb.i)


def _may_speak(verb: Token) -> bool:
    """Whether what it has as its subject is somebody or a body."""
    subject = next((c for c in verb.children if c.relation in SAID_SUBJECTS), None)
    if subject is None:
        return False
    named = subject.part == "proper noun" or subject.lower in _SOMEBODY
    return named or role_of(subject.lemma) or body_of(subject.lemma)


def measure_taken_for_a_noun(long: Token) -> Iterator[Change]:
    """ "The five-metre [long], two-tonne boat was named", where the long is named and the boat is what it is."""
    if long.lower not in _MEASURED or long.part != "noun":
        return
    measured = any(c.relation == "compound" and any(g.part == "numeral" for g in c.children) for c in long.children)
    boat = next((c for c in long.children if c.relation == "apposition" and c.part == "noun" and c.i > long.i), None)
    if not measured or boat is None:
        return
    yield Change(boat, long.head, long.relation)
    yield Change(long, boat, "attributive", "other", "adjective")
    yield from (Change(c, boat, c.relation) for c in long.children if c.relation in _TAKEN)


def left_as_a_state(left: Token) -> Iterator[Change]:
    """ "turned to the hundreds injured and thousands [left] homeless", where thousands would leave."""
    if left.lower != "left" or left.form != "past" or left.relation != "conjunct" or left.head.i > left.i:
        return
    subject = next((c for c in left.children if c.relation == "subject" and c.i < left.i), None)
    state = any(c.relation in {"adjectival predicative", "object predicative"} and c.part == "adjective" for c in left.children)
    if subject is None or not state or any(c.relation == "object" for c in left.children):
        return
    above = next((t for t in reversed(left.tree[: subject.left_edge.i]) if t.part in {"noun", "proper noun"}), None)
    if above is not None:
        yield Change(subject, above, "conjunct")
        yield Change(left, subject, "adnominal clause", "participle")


def source_taken_into_a_participle(according: Token) -> Iterator[Change]:
    """ "Lee won, beating Dahl, who took 47 percent[, according to officials]", where only the beating would be by their account."""
    participle = according.head
    if according.lower != "according" or participle.form != "ing" or participle.relation != "adverbial clause":
        return
    main = participle.head
    if main.i < participle.i < according.i and according.left_edge.nbor(-1).text == "," and participle.left_edge.nbor(-1).text == ",":
        yield Change(according, main, "preposition")
