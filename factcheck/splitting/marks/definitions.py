"""Definitions: what a word means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language import roles, stances
from factcheck.splitting.marks.clause import Clause
from factcheck.splitting.syntax import NOUN_SUBJECTS

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token


def definition(clause: Clause) -> str | None:
    """ "A recession is two quarters of …", "inflation is the rate at which …", "GDP stands for …"."""
    head, auxiliaries = clause.head, clause.auxiliaries
    subject = next(clause.having(*NOUN_SUBJECTS), None)
    if subject is None or not _is_term(subject) or head.form not in {"third person", "present", "participle"}:
        return None
    if head.lemma == "define" and auxiliaries and auxiliaries[0].form in {"third person", "present"}:
        return f"{auxiliaries[0].text} defined as" if any(c.lower == "as" for c in head.children) else None
    if auxiliaries:
        return None
    if head.lemma == "be":
        return _is_said_to_be(head, subject)
    particle = stances.DEFINING.get(head.lemma)
    if particle and any(c.lower == particle for c in head.children) and (_is_general(subject) or _is_word(subject)):
        named = subject.part == "proper noun" and not subject.text.isupper()
        return None if named else f"{head.text} {particle}"
    return f"{subject.text} {head.text}" if head.lemma == "mean" and _is_word(subject) else None


def _is_term(subject: Token) -> bool:
    return subject.part in {"noun", "proper noun", "verb"} and not roles.role_of(subject.lemma)


def _is_word(subject: Token) -> bool:
    """Whether the subject is a noun for a word: the term, the acronym."""
    return subject.lemma.lower() in stances.TERMS


def _is_indefinite(subject: Token) -> bool:
    return subject.tree[subject.left_edge.i].lower in {"a", "an"}


def _is_general(subject: Token) -> bool:
    """Whether the subject stands for all of its kind: with "a", or bare."""
    bare = subject.left_edge.i == subject.i and subject.form in {"singular", "proper singular", "ing"}
    return _is_indefinite(subject) or bare


def _is_said_to_be(head: Token, subject: Token) -> str | None:
    attribute = next((c for c in head.children if c.relation == "predicative" and c.part == "noun"), None)
    if attribute is None or subject.part != "noun" or any(c.form == "superlative" for c in attribute.children):
        return None
    told = any(c.relation == "relative clause" for c in attribute.children) or (
        _is_indefinite(subject) and any(c.lower == "of" for c in attribute.children)
    )
    bare = subject.left_edge.i == subject.i and subject.form == "singular"
    return f"{subject.text} {head.text}" if told and (_is_indefinite(subject) or bare) else None
