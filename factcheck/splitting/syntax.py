"""What the clause finders ask of a parse: subjects, finite verbs, noun phrases, and where commas set something apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language import roles
from factcheck.language.lexicon import words

if TYPE_CHECKING:
    from factcheck.splitting.tree import Form, Part, Relation, Token

NOUNS: frozenset[Part] = frozenset({"noun", "proper noun"})
PERSONS = frozenset({"he", "she", "they", "we", "i"})
"""Pronouns for whoever can speak."""
NOUN_SUBJECTS: frozenset[Relation] = frozenset({"subject", "passive subject"})
"""What can be somebody or something: no clause, and no empty "it" or "there"."""
SAID_SUBJECTS: frozenset[Relation] = NOUN_SUBJECTS | {"expletive"}
"""What a clause that is said has as its subject, for "said that it was clear"."""
SUBJECTS: frozenset[Relation] = NOUN_SUBJECTS | {"expletive", "clausal subject", "passive clausal subject"}
AUXILIARIES: frozenset[Relation] = frozenset({"auxiliary", "passive auxiliary"})
WH_PRONOUNS: frozenset[Form] = frozenset({"wh-pronoun", "wh-determiner"})
WH_WORDS: frozenset[Form] = WH_PRONOUNS | {"wh-adverb"}
TENSED: frozenset[Form] = frozenset({"past", "third person", "present"})
FINITE: frozenset[Form] = TENSED | {"modal"}
_OF_HOW_MANY = frozenset(("either", "neither", "both", "no"))
"""Words before a noun that are no part of what a relative clause behind it tells of."""
_TO_SOMEBODY = words("verb_frames", "to_somebody") | words("verb_frames", "commanding")
_SHORT_LETTERS = 2
COMMAS = frozenset({",", ";", "--", "–", "—", ":", "("})


def subject_of(token: Token) -> Token | None:
    """The subject of a verb, or None when it has none of its own."""
    return next((c for c in token.children if c.relation in SUBJECTS), None)


def auxiliaries_of(verb: Token) -> list[Token]:
    """The auxiliaries of a verb, in order; where it has none and is no finite form, those of the verb that it is coordinated with."""
    for _ in range(20):
        found = [c for c in verb.children if c.relation in AUXILIARIES]
        bare = verb.form in {"base", "participle", "ing"} or (verb.lower == verb.lemma and subject_of(verb) is None)  # "cut" is any form
        if found or verb.relation != "conjunct" or not bare:
            return found
        verb = verb.head
    return []


def is_finite(token: Token) -> bool:
    """Whether the verb, or the auxiliary that carries its tense, is finite."""
    if token.part not in {"verb", "auxiliary"}:
        return False
    auxiliaries = [c for c in token.children if c.relation in AUXILIARIES]
    return any(a.form in FINITE for a in auxiliaries) or (token.form in FINITE and not any(a.lower == "to" for a in auxiliaries))


def has_to(verb: Token) -> bool:
    """Whether it is an infinitive with "to"."""
    return any(c.relation == "auxiliary" and c.lower == "to" for c in verb.children)


def tense_of(verb: Token) -> str | None:
    """`past`, `perfect` or `present`, by the verb or its first auxiliary; None with a modal and where nothing is finite."""
    first = next(iter(auxiliaries_of(verb)), verb)
    if first.form == "past":
        return "past"
    if first.form not in {"third person", "present"}:
        return None
    return "perfect" if first.lemma == "have" and first.i != verb.i else "present"


def subject_words(verb: Token) -> list[Token]:
    """The tokens of the subject of a verb or, where it has none, of the verb that it is coordinated with.

    In a relative clause set off by a comma they are those that the pronoun means.
    """
    for _ in range(20):
        subject = subject_of(verb)
        if subject is not None:
            return before_comma(verb) if verb.relation == "relative clause" and subject.lower in {"who", "which"} else phrase(subject)
        if verb.relation != "conjunct":
            return []
        verb = verb.head
    return []


def phrase(head: Token) -> list[Token]:
    """A noun phrase without what is set off by commas after it."""
    words = [t for t in head.subtree if t.i >= head.left_edge.i]
    stop = next((t.i for t in words if t.i > head.i and t.text in COMMAS), None)
    words = [t for t in words if stop is None or t.i < stop]
    if head.relation == "expletive" or head.lower in {"which", "who", "that", "there"} or any(t.lower == "whose" for t in words):
        return []
    return words if words and words[-1].i - words[0].i + 1 == len(words) else []


def before_comma(modifier: Token) -> list[Token]:
    """The noun phrase that a clause or noun set off by a comma tells of, when it ends right before the comma."""
    start, noun = modifier.left_edge.i, modifier.head
    words = [t for t in noun.subtree if t.i < start - 1 and t.relation != "preconjunct" and t.lower not in _OF_HOW_MANY]
    whole = start > 1 and bool(words) and words[-1].i == start - 2 and words[-1].i - words[0].i + 1 == len(words)
    return words if whole and comma_before(modifier) and not _is_torn(words[0]) else []


def _is_torn(first: Token) -> bool:
    """Whether a phrase begins in the middle of its adjectives: "The iron, two-tonne | armoured boat"."""
    return first.i > 0 and first.nbor(-1).text == "," and first.part in {"adjective", "numeral"}


def comma_before(token: Token) -> bool:
    """Whether a comma, dash or bracket stands before everything that hangs on the token."""
    start = token.left_edge.i
    return start > 0 and token.tree[start - 1].text in COMMAS


def ends_at_a_mark(token: Token) -> bool:
    """Whether what hangs on the token ends where a comma, dash or full stop stands, as something set off does."""
    after = token.right_edge.i + 1
    return (
        token.right_edge.is_punct
        or after >= len(token.tree)
        or (token.tree[after].is_punct and token.tree[after].text not in {"'", "’"} and token.tree[after].form != "hyphen")
    )


def opening_of(verb: Token) -> list[Token]:
    """What stands at the beginning of a sentence, up to its first comma, before two clauses of which the verb heads the second."""
    joined = verb.relation == "conjunct" or (verb.relation == "adverbial clause" and verb.left_edge.lower == "while")
    head, comma = verb.head, next((t.i for t in verb.tree if t.text == ","), 0)
    if not joined or not 0 < comma < head.i < verb.i:
        return []
    phrases = [c for c in head.children if c.i < comma]
    set_apart = all(c.relation in _OPENINGS and c.right_edge.i < comma for c in phrases)
    return verb.tree[:comma] if set_apart and sum(1 for c in phrases for _ in c.subtree) == comma else []


_OPENINGS: frozenset[Relation] = frozenset({"preposition", "adverbial noun", "adverbial"})


def is_plural(noun: Token) -> bool:
    """Whether a noun is plural, or the first of several."""
    letters = noun.text[-1:] == "s" and len(noun.text) > _SHORT_LETTERS and noun.text[:-1].isupper()  # "MPs", "NGOs"
    return letters or noun.form in {"plural", "proper plural"} or any(c.relation == "conjunct" for c in noun.children)


def agrees(noun: Token, verb: Token) -> bool:
    """Whether a noun can be the subject of a verb by number: "the banks report", not "the season report"."""
    carrier = next(iter(auxiliaries_of(verb)), verb)
    if noun.part not in {"noun", "proper noun"}:
        return True
    if is_plural(noun):
        alone = noun.part == "noun" and not _one_sum(noun)
        return not (alone and (carrier.form == "third person" or carrier.lower == "was"))
    several = noun.part == "proper noun" or roles.body_of(noun.lemma) or any(c.relation == "preposition" for c in noun.children)
    return several or not (carrier.form == "present" or carrier.lower == "were")


def _one_sum(noun: Token) -> bool:
    """Whether a plural is one amount or several joined: "five years is long"."""
    return any(c.part == "numeral" or c.relation == "conjunct" for c in noun.children)


def of_which(verb: Token) -> bool:
    """Whether a relative clause begins with a preposition and is whole without the two words: "a letter | in which Hale said …"."""
    first = verb.left_edge
    second = first.nbor(1).lower if first.i + 1 < len(first.tree) else ""
    return first.part in {"adposition", "particle"} and second in {"which", "whom"} and subject_of(verb) is not None


def in_main_clause(noun: Token, heads: set[int]) -> bool:
    """Whether the noun belongs to a clause whose verb is among `heads`, and not to one inside it."""
    at = noun
    while at.head.i != at.i:
        at = at.head
        if at.i in heads:
            return True
        if at.part in {"verb", "auxiliary"} and at.relation not in AUXILIARIES:
            return False
    return True


def told_to_its_subject(verb: Token) -> bool:
    """Whether a second verb is passive as the first, since it does not say whom it tells: "was sent home and told to wait"."""
    relations = {c.relation for c in verb.children}
    joined = verb.relation == "conjunct" and not relations & {"subject", "auxiliary", "object", "indirect object"}
    return joined and verb.lemma.lower() in _TO_SOMEBODY and "passive auxiliary" in {c.relation for c in verb.head.children}


def in_apposition(token: Token) -> bool:
    """Whether a word stands in a description between commas, which needs its second comma."""
    while token.head.i != token.i and token.part not in {"verb", "auxiliary"}:
        if token.relation == "apposition":
            return True
        token = token.head
    return False


def measured_mark(verb: Token) -> Token | None:
    """The "after" of a clause of time with a measure before it, that the clause begins with: "two days after auditors said so"."""
    mark = next((c for c in verb.children if c.relation == "subordinator" and c.i < verb.i), None)
    measure = next((c for c in verb.children if mark is not None and c.relation == "adverbial noun" and c.right_edge.i == mark.i - 1), None)
    return mark if measure is not None and measure.left_edge is verb.left_edge else None
