"""Opinions by the words that judge: what something is called, how it was done, what somebody shows or lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language import appraisal, roles, stances
from factcheck.splitting.marks.clause import PREDICATES, Clause, is_be

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.splitting.tree import Token

_MEASURES = frozenset({"open complement", "preposition", "adverbial clause", "clausal complement"})
_ADJECTIVES = frozenset({"adjective", "verb", "adverb"})


def too_much(clause: Clause) -> str | None:
    """What is too much by nobody's measure: "came far too late", "it is too early to say", not "he was too ill to travel"."""
    head = clause.head
    words = [head] if head.part == "adjective" else [*clause.having("adjectival predicative", "adverbial", "object predicative")]
    if clause.voice.told_by in stances.CALLING:
        words = [t for t in clause.tokens if t.part == "adjective"]
    for word in words:
        if any(c.lower == "too" and c.relation == "adverbial" and c.i < word.i for c in word.children):
            measured = any(c.relation in _MEASURES for c in word.children) or any(clause.having("open complement"))
            it = clause.subject is not None and clause.subject.lower in {"it", "this", "that"}
            return None if measured and not it else f"too {word.text}"
    return None


def is_judged(clause: Clause) -> str | None:
    """ "The plan is a disgrace", "the show was wonderful", "we are delighted", "there was no good option"."""
    for word in clause.predicates():
        if (found := _judging(word, clause)) is not None:
            return found
    return None


def is_vague(clause: Clause) -> str | None:
    """Said by somebody, of no measure: "the sample was small", "people are so kind", "it's a tough market"."""
    if not clause.voice.spoken:
        return None
    for word in clause.predicates():
        if word.part in {"adjective", "adverb"}:
            strong = next((c for c in word.children if c.relation == "adverbial" and c.lower in stances.INTENSIFIERS), None)
            if strong is not None:
                return f"{strong.text} {word.text}"
            if word.lower in appraisal.VAGUE and not _is_measured(word):
                return word.text
        among = appraisal.VAGUE if clause.voice.direct else appraisal.DIFFICULTY
        hard = next((c for c in word.children if c.relation == "attributive" and c.lower in among), None)
        if hard is not None:
            return hard.text
    return None


def is_called(clause: Clause) -> str | None:
    """ "made it worse", "found the film dull" and, in indirect speech, "(called) the plan a disgrace", "(described) it as fruitful"."""
    for verb in (clause.head,) if clause.head.lemma in stances.RENDERING else ():
        for word in (c for c in verb.subtree if c.relation in PREDICATES or c.relation == "clausal complement"):
            if (found := _judging(word, clause)) is not None:
                return found
    if clause.voice.told_by in stances.CALLING:
        return next(filter(None, (_judging(t, clause) for t in clause.tokens if t.part in {"adjective", "noun", "verb"})), None)
    return None


def is_quoted(clause: Clause) -> str | None:
    """A predicate that the article keeps in the speaker's quotation marks: the measure was “a tax on terraced streets”."""
    if not clause.voice.spoken or clause.voice.direct:
        return None
    called = clause.voice.told_by in stances.CALLING
    words = [t for t in clause.tokens if t.part in {"adjective", "noun"}] if called else clause.predicates()
    for word in words:
        parts = (word, *(c for c in word.children if c.relation == "attributive"))
        found = next((part for part in parts if len(part.text) > 2 and clause.quotes(part)), None)
        if found is not None and _names_something(word) and _names_something(found):
            return found.text
    return None


def is_done(clause: Clause) -> str | None:
    """ "did a great job", "had a shocker": an object that judges, with a verb that tells nothing by itself."""
    if clause.head.lemma not in stances.LIGHT_VERBS:
        return None
    for word in clause.having("object"):
        if word.lemma in appraisal.NOUNS and not _is_compound(word):
            return word.text
        found = next((a for a in _judging_attributes(word) if a.form != "superlative"), None)
        if clause.voice.spoken and found is not None:
            return found.text
    return None


def shows(clause: Clause) -> str | None:
    """ "showed no remorse", "lacks credibility"."""
    found = next((c for c in clause.having("object") if c.lemma in appraisal.QUALITIES), None)
    return found.text if found is not None and clause.head.lemma in stances.SHOWING else None


def verb_judges(clause: Clause) -> str | None:
    """ "They betrayed us", "the plan backfired", "we were failed by everyone"."""
    verb = clause.head
    if verb.part == "verb" and verb.lemma in appraisal.VERBS:
        return verb.text
    if (
        clause.voice.direct
        and verb.lemma in stances.FARES
        and clause.subject is not None
        and not any(clause.having("object", "preposition"))
    ):
        return verb.text if clause.subject.part != "proper noun" and not _is_person(clause.subject) else None
    failed = verb.lemma == "fail" and (
        any(c.part == "pronoun" or roles.role_of(c.lemma) for c in clause.having("object")) or any(clause.having("agent"))
    )
    return verb.text if failed else None


def _is_person(word: Token) -> bool:
    return roles.role_of(word.lemma) or (word.part == "pronoun" and word.lower not in {"it", "this", "that"})


def done_how(clause: Clause) -> str | None:
    """ "She writes beautifully", "behaved appallingly"; not "sadly, he died", which is of the whole sentence."""
    if clause.head.lemma not in stances.JUDGED_AS:
        return None
    manner = (c for c in clause.having("adverbial") if c.i > clause.head.i and c.nbor(-1).text != ",")
    return next((c.text for c in manner if appraisal.judges_manner(c.lower)), None)


def no_such_thing(clause: Clause) -> str | None:
    """ "There is no excuse"."""
    if not clause.existential:
        return None
    for word in clause.having("predicative", "object"):
        if word.lemma in appraisal.NO_SUCH and any(c.lower in {"no", "little"} for c in word.children):
            return f"no {word.text}"
    return None


def the_scandal_is(clause: Clause) -> str | None:
    """ "The real scandal is what is legal"."""
    subject = clause.subject
    clause_follows = any(clause.having("clausal complement", "open complement"))
    told = subject is not None and is_be(clause.head) and subject.lemma in stances.TRUE_HEADS and clause_follows
    return subject.text if told and subject is not None else None


def _judging(word: Token, clause: Clause) -> str | None:
    """The word of a predicate that judges: the adjective or noun itself, or an adjective before the noun."""
    about = clause.subject.lemma.lower() if clause.subject is not None else ""
    if _is_judging(word) or (word.part in _ADJECTIVES and word.lower in appraisal.FEELINGS):
        return None if appraisal.is_on_record(word.lower, about) else word.text
    if word.part not in {"noun", "proper noun"} or word.text[0].isupper():
        return None
    if word.lemma in appraisal.NOUNS and not _is_compound(word) and not clause.existential:
        return word.text
    fragment = word is clause.head and not clause.voice.spoken
    found = None if fragment else next(_judging_attributes(word), None)
    return found.text if found is not None else None


def _judging_attributes(noun: Token) -> Iterator[Token]:
    """The adjectives before a noun that judge it; "her best time", "the worst flood since 1953" are records, which are kept."""
    owned = any(c.relation == "possessor" for c in noun.children)
    record = any(c.lower in {"since", "in", "for"} and any(_is_time(t) for t in c.subtree) for c in (*noun.children, *noun.head.children))
    for part in noun.children:
        if part.relation != "attributive":
            continue
        if part.lower in {"best", "worst"}:
            if not owned and not record:
                yield part
        elif _is_judging(part) and part.lower != "right" and not appraisal.is_on_record(part.lower, noun.lemma):
            yield part


def _is_judging(word: Token) -> bool:
    """Whether it is an adjective that judges, in whatever degree: "good", "greatest", "worrying"; "greater" is of size."""
    return word.part in _ADJECTIVES and word.lower != "greater" and (word.lower in appraisal.JUDGING or word.lemma in appraisal.JUDGING)


def _is_time(token: Token) -> bool:
    """Whether the word is a year, a number or the name of a day."""
    return token.part == "numeral" or token.text.isdigit()


def _is_compound(noun: Token) -> bool:
    """Whether a noun before it makes it another thing: "power failure", "tax relief"."""
    return any(c.relation == "compound" for c in noun.children)


def _is_measured(adjective: Token) -> bool:
    """Whether a number or a comparison gives the measure: "two metres tall", "as large as", "small enough to"."""
    return any(
        c.relation in {"adverbial noun", "quantifier", "numeral"} or c.lower in {"as", "enough", "than"} or c.relation == "open complement"
        for c in adjective.children
    )


def _names_something(word: Token) -> bool:
    """Whether a quoted predicate is an adjective, or a noun with "a" or bare; "the owner" and a role are facts in quotation marks."""
    if word.part == "adjective":
        return True
    return (
        word.lower != "part" and not roles.role_of(word.lemma) and not any(c.lower in {"the", "his", "her", "their"} for c in word.children)
    )
