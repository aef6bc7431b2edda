"""Whom grammar forbids a pronoun to mean, by where both stand in the sentence: "Ann Pell saw her", "the judge and his court".

Principles A, B and C of binding (Chomsky, Lectures on Government and Binding, 1981), and that nothing is a part of itself ("the owner of
its roof" is no "it").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language.roles import role_of
from factcheck.splitting.syntax import NOUN_SUBJECTS, is_plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.splitting.coreference import Candidate, Pronoun
    from factcheck.splitting.tree import Token

_OBJECTS = frozenset({"object", "indirect object"})


def may_bind(pronoun: Pronoun, candidate: Candidate) -> bool:
    """Whether grammar lets the pronoun mean one who was mentioned there: himself is the subject of its clause, him is not."""
    if _is_told(pronoun, candidate) or candidate.referent.known in pronoun.named_below or _is_quoted_here(pronoun, candidate):
        return False
    here = list(_places_here(pronoun, candidate))
    if (owner := _named_before_and(pronoun.token)) is not None and not any(token in owner.subtree for token in here):
        return False
    if pronoun.kind == "they" and any(_is_outnumbered(token, pronoun.token) for token in here):
        return False
    subject = pronoun.own_subject
    if pronoun.reflexive:
        return bool(here) and (subject is None or subject.i in {token.i for token in here})
    if pronoun.is_object and subject is not None and subject.i in {token.i for token in here}:
        return False
    return not any(is_part_of(pronoun.token, token) for token in here)


def _places_here(pronoun: Pronoun, candidate: Candidate) -> Iterator[Token]:
    """The words for the candidate in the sentence of the pronoun, by a name, a noun or another pronoun."""
    return (out_of_apposition(sighting.token) for sighting in candidate.here if sighting.number == pronoun.number)


def _named_before_and(own: Token) -> Token | None:
    """Whoever stands before an "and" behind which something is theirs: "[Dahl] and his wife", "a baker, [Bo Dahl], and his wife"."""
    noun = own.head
    if own.relation != "possessor" or noun.relation != "conjunct" or own.i != noun.left_edge.i or noun.head.i > noun.i:
        return None
    first = noun.head
    named = first.part == "proper noun" or any(c.relation == "apposition" and c.part == "proper noun" for c in first.children)
    return first if named or role_of(first.lemma) else None


def _is_outnumbered(one: Token, they: Token) -> bool:
    """Whether a plural stands between one body and a passive "they": "The party rejected the results after they were published"."""
    passive = they.relation == "passive subject" and not is_plural(one)
    return passive and any(t.part == "noun" and t.form == "plural" and t.relation == "object" for t in one.tree[one.i + 1 : they.i])


def _is_told(pronoun: Pronoun, candidate: Candidate) -> bool:
    """Whether it is they to whom the pronoun speaks: "he told Orrell"."""
    verb, name = pronoun.token.head, candidate.referent.text.split()[-1:]
    return any(c.relation in {"object", "indirect object"} and [c.text] == name for c in verb.children)


def _is_quoted_here(pronoun: Pronoun, candidate: Candidate) -> bool:
    """Whether it is somebody whom the speaker names in the words that are quoted, which may have begun sentences before."""
    last = candidate.last
    if not pronoun.speaking or not last.sentence.in_quotation(last.token):
        return False
    at = last.sentence.start_of(last.token)
    return last.number == pronoun.number or any(q.outer.start <= at < q.outer.end for q in pronoun.sentence.quotations)


def is_part_of(pronoun: Token, token: Token) -> bool:
    """Whether the pronoun stands in what the other word heads, is about or tells of, so that it cannot mean that."""
    return _holds(token, pronoun) or _is_gap_of(token, pronoun) or _is_done_to(token, pronoun) or _is_told_by_its_clause(token, pronoun)


def _holds(token: Token, pronoun: Token) -> bool:
    """Whether the pronoun is a part of what the word heads, in no clause of its own and not beside it.

    "The owner of its roof" is no "it", "the judge and his court" are a "he".
    """
    at = pronoun
    while at.head.i != at.i and at.relation != "conjunct" and at.part not in {"verb", "auxiliary"}:
        at = at.head
        if at.i == token.i:
            return True
    return False


def _is_done_to(token: Token, pronoun: Token) -> bool:
    """Whether the word stands in what the pronoun does: "on choosing the winners, they said" (control: Chomsky 1981).

    Not whose it is: "after selling her flat, she left".
    """
    if pronoun.relation not in NOUN_SUBJECTS or token.i > pronoun.i or token.relation == "possessor":
        return False
    doing = (a for a in token.ancestors if a.form == "ing" and a.part == "verb" and a.i < token.i)
    return any(pronoun.head in verb.ancestors and not any(c.relation in NOUN_SUBJECTS for c in verb.children) for verb in doing)


def _is_gap_of(token: Token, pronoun: Token) -> bool:
    """Whether the word is what a relative clause with the pronoun is about: "the cars | they made" are no "they"."""
    clause = pronoun.head
    return clause.relation == "relative clause" and clause.head.i == token.i and pronoun.relation in NOUN_SUBJECTS | _OBJECTS


def _is_told_by_its_clause(token: Token, pronoun: Token) -> bool:
    """Whether the pronoun stands in the clause that says what the word is: "the idea | that it works", "the problem is | that it leaks"."""
    if token.part != "noun":
        return False
    for clause in pronoun.ancestors:
        above = clause.head
        if clause.relation == "adnominal clause" and above.i == token.i:
            return any(c.relation == "subordinator" and c.lower == "that" for c in clause.children)
        if clause.relation == "clausal complement" and above.lemma == "be":
            return token.relation in NOUN_SUBJECTS and token.head.i == above.i
    return False


def out_of_apposition(token: Token) -> Token:
    """The word that an apposition describes, or the word itself."""
    while token.relation == "apposition" and token.head.i != token.i:
        token = token.head
    return token


def described(noun: Token) -> Token:
    """The subject that a noun says what it is, or the noun itself: "Ann Pell | is a woman who taught herself"."""
    subject = next((c for c in noun.head.children if c.relation in NOUN_SUBJECTS), None) if noun.relation == "predicative" else None
    return subject or noun
