"""Clauses and descriptions that a comma sets off after a noun: "the bridge, which cost £3m", "a nurse who …", "the firm, based in Leeds".

What tells which man or bridge is meant (a restrictive clause) has no comma before it, and stays where it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language import roles
from factcheck.language.lexicon import words
from factcheck.splitting.root import Link, Root
from factcheck.splitting.syntax import (
    before_comma,
    comma_before,
    ends_at_a_mark,
    in_main_clause,
    is_finite,
    is_plural,
    subject_of,
    tense_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_STATES = words("verb_frames", "states")
"""Participles that tell how something is, rather than what was done to it."""

_HOME = frozenset(("from", "in", "at", "near"))
"""Between what somebody is and a place or body: "a teacher from Penmarsh"."""

_PLACES = frozenset(("in", "at", "on", "near", "outside", "inside"))
_WAYS = frozenset(("to", "into", "from", "for", "of", "through"))

_DASHES = frozenset({",", "--", "–", "—", "("})


def relative(token: Token, heads: set[int]) -> Root | None:
    """A relative clause set off by a comma, right after the noun it tells of: "the bridge, which cost £3m, …"."""
    noun, start = token.head, token.left_edge.i
    pronoun = _pronoun(token)
    if pronoun is None or noun.pos_ not in {"NOUN", "PROPN"} or not is_finite(token) or start < 2:
        return None
    if token.doc[start - 1].text not in _DASHES or not in_main_clause(noun, heads) or not ends_at_a_mark(token):
        return None
    person = _person_above(noun) if pronoun.lower_ in {"who", "whose"} else None
    if person is not None:
        return Root(token, Link.RELATIVE, _name_of(person))
    antecedent = before_comma(token)
    if not antecedent or _numbers_differ(noun, token, pronoun) or _long_way(noun, start):
        return None
    if pronoun.lower_ == "where":
        where = _where(noun, antecedent)
        return Root(token, Link.PLACE, antecedent, where) if where else None
    return Root(token, Link.RELATIVE, antecedent)


def _where(noun: Token, antecedent: list[Token]) -> str | None:
    """The preposition that a place takes: "at Durham, where he …", and "in" where the article gives a way to it ("to Leeds, where …")."""
    if noun.dep_ == "dobj":
        return "in" if noun.pos_ == "PROPN" else None
    above = noun.head
    if noun.dep_ != "pobj" or above.dep_ != "prep" or above.i != antecedent[0].i - 1:
        return None
    return above.lower_ if above.lower_ in _PLACES else "in" if above.lower_ in _WAYS else None


def _pronoun(verb: Token) -> Token | None:
    """The pronoun that heads the clause: "who", "whose", "which" as subject or object, "where", or "whom" in "two of whom"."""
    doc, start = verb.doc, verb.left_edge.i
    first = doc[start]
    if first.lower_ in {"whose", "where"}:
        return first
    if first.lower_ in {"who", "which", "whom"}:
        bare = first.dep_ in {"nsubj", "nsubjpass"} or (first.dep_ == "dobj" and first.head.i == verb.i)
        return first if bare else None
    if start + 2 < len(doc) and doc[start + 1].lower_ == "of" and doc[start + 2].lower_ in {"whom", "which"}:
        return doc[start + 2] if first.dep_ in {"nsubj", "nsubjpass"} else None
    return None


def _person_above(noun: Token) -> Token | None:
    """Whoever a "who" after a place means: "Joan Petrie, a teacher from Penmarsh, whose roof …" tells of Joan Petrie."""
    above = noun.head
    if noun.pos_ != "PROPN" or noun.dep_ != "pobj" or above.lower_ not in _HOME or not roles.role_of(above.head.lemma_):
        return None
    person = above.head
    while person.dep_ == "appos" and person.head.i != person.i:
        person = person.head
    return person if person.pos_ in {"PROPN", "NOUN"} else None


def _name_of(head: Token) -> list[Token]:
    """The words of a name, with the title before it."""
    return list(head.doc[head.left_edge.i : head.i + 1])


def apposition(token: Token, heads: set[int]) -> Root | None:
    """A description with a verb of its own after a name: "Ann Lee, a nurse who worked there for 30 years, won"."""
    noun = token.head
    described = any(c.dep_ in {"relcl", "acl"} and c.pos_ in {"VERB", "AUX"} for c in token.children)
    if token.pos_ != "NOUN" or noun.pos_ != "PROPN" or not described or token.i < noun.i or token.ent_type_:
        return None
    if not any(c.dep_ in {"det", "poss"} for c in token.children) or not in_main_clause(noun, heads) or not ends_at_a_mark(token):
        return None
    named = before_comma(token)
    be = _form_of_be(token, noun)
    return Root(token, Link.STATE, named, be) if named and be else None


def reduced(token: Token, heads: set[int]) -> Root | None:
    """A past participle set off by commas after the noun it tells of: "the bridge, built in 1968, collapsed"."""
    noun = token.head
    if token.tag_ != "VBN" or noun.pos_ not in {"NOUN", "PROPN"} or token.left_edge.i != token.i or subject_of(token) is not None:
        return None
    if not comma_before(token) or not ends_at_a_mark(token) or not in_main_clause(noun, heads) or _long_way(noun, token.i):
        return None
    if not any(c.dep_ in {"prep", "agent", "oprd", "npadvmod", "xcomp"} and c.i > token.i for c in token.children):
        return None
    named = before_comma(token)
    be = _form_of_be(token, noun)
    return Root(token, Link.STATE, named, be) if named and be else None


def _form_of_be(word: Token, noun: Token) -> str | None:
    """The "was" or "is" that is left out before a word that tells of a noun; None where a state would need a tense that is not there."""
    verb = next((a for a in noun.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    tense = tense_of(verb) if verb is not None else None
    over = word.tag_ == "VBN" and word.lower_ not in _STATES
    return form_of_be(word, tense or "past", plural=is_plural(noun)) if tense is not None or over else None


def form_of_be(word: Token, tense: str, *, plural: bool) -> str:
    """ "was", "were", "is" or "are": a state lasts as long as the clause around it, an act ("built in 1968") is over."""
    over = tense == "past" or (word.tag_ == "VBN" and word.lower_ not in _STATES)
    return ("were" if plural else "was") if over else ("are" if plural else "is")


def antecedent_of(verb: Token) -> list[Token]:
    """The noun phrase before a relative clause with a pronoun ("an explosion | that he described as …"), when it stands right before it."""
    start, noun = verb.left_edge.i, verb.head
    if verb.doc[start].lower_ not in {"who", "which", "that", "whom"} or noun.pos_ not in {"NOUN", "PROPN"}:
        return []
    before = [t for t in noun.subtree if t.i < start and not (t.i == start - 1 and t.is_punct)]
    whole = bool(before) and before[-1].i - before[0].i + 1 == len(before) and before[-1].i >= start - 2
    return before if whole else []


def _long_way(noun: Token, start: int) -> bool:
    """Whether other nouns stand between: the pronoun may then mean any of them, or all that was said before."""
    thing = noun.doc[start].lower_ == "which"
    others = {"NOUN", "VERB", "PROPN"} if thing else {"NOUN", "VERB"}
    between = any(t.pos_ in others and not (t.dep_ == "conj" and t.head.i == noun.i) for t in noun.doc[noun.i + 1 : start])
    vague = thing and noun.dep_ in {"dobj", "attr"} and noun.pos_ == "NOUN" and not any(c.dep_ == "det" for c in noun.children)
    return between or vague


def _numbers_differ(noun: Token, verb: Token, pronoun: Token) -> bool:
    if pronoun.dep_ not in {"nsubj", "nsubjpass"} or pronoun.head.i != verb.i:
        return False
    carrier = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), verb)
    return is_plural(noun) and (carrier.tag_ == "VBZ" or carrier.lower_ == "was")
