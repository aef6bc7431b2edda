"""Predictions: what is to come and nobody decides. A plan, a date that is fixed and what a bill provides can be looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language import appraisal, roles, stances
from factcheck.splitting.marks.clause import PREDICATES, Clause, between, is_be, is_infinitive

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.splitting.tree import Token

_OUTCOMES = stances.OUTCOMES | stances.EFFECTS | stances.MINDS
_GRADABLE = appraisal.JUDGING | appraisal.FEELINGS | appraisal.VAGUE
_HABITS = stances.HABITS | stances.LATER
_ALLOTTED = frozenset({"contribute", "get", "receive"})
"""With a sum or a day they tell what has been allotted: "schools would get £5m", "they will receive it on 3 May"."""
_PHASES = frozenset({"begin", "continue", "keep", "start"})
_TRIES = frozenset({"attempt", "fight", "strive", "try"})
_HEADED = frozenset({"destined", "doomed", "headed", "heading", "hurtling"})
_GOALS = frozenset({"to", "into", "before", "towards", "toward"})
_SETTINGS = frozenset({"in", "on", "at", "from", "until", "till", "for", "between"})


def will(clause: Clause) -> str | None:
    """ "will fall", "won't win" and, in indirect speech, "would fall"."""
    modal = clause.modal
    if modal is None or clause.adverb(frozenset({"rather"})):
        return None
    ahead = modal.lower in stances.FUTURE or (clause.voice.reported and modal.lower in {"would", "'d", "’d"})
    unsure = clause.adverb(stances.SURMISE | stances.CERTAINTY) is not None or _is_ultimatum(clause)
    return between(modal, clause.head) if ahead and (unsure or not _is_settled(clause.head, clause)) else None


def going_to(clause: Clause) -> str | None:
    """ "are going to rise"."""
    verb = next((c for c in clause.having("open complement") if c.form == "base"), None)
    going = clause.head.lower == "going" and any(is_be(a) for a in clause.auxiliaries)
    return "going to" if going and verb is not None and not _is_settled(verb, clause) else None


def means_to(clause: Clause) -> str | None:
    """What I or we mean to do, in somebody's own words: "we intend to win it back", "we are here to win"; a plan is what "will" is."""
    if not clause.voice.direct or not clause.first_person or clause.perfect or clause.finite.form == "past":
        return None
    verb = next((c for c in clause.having("open complement", "adverbial clause") if is_infinitive(c)), None)
    means = clause.head.lemma in stances.MEANING_TO
    here = next((c for c in clause.having("adverbial") if c.lower == "here"), None) if is_be(clause.head) else None
    if verb is None or not (means or here) or (means and not here and _is_settled(verb, clause)):
        return None
    return f"{(here or clause.head).text} to"


def sees_it_coming(clause: Clause) -> str | None:
    """ "We don't see that changing", "I can't see them winning", in somebody's own words."""
    if not clause.voice.direct or not clause.first_person or not clause.negated or clause.head.lemma not in {"imagine", "see"}:
        return None
    return next((between(clause.head, c) for c in clause.having("clausal complement", "open complement") if c.form == "ing"), None)


def likely_to(clause: Clause) -> str | None:
    """ "is expected to rise", "are likely to fall", "snow is forecast"."""
    head = clause.head
    states = [head] if head.lower in stances.FUTURE_HEADS and clause.auxiliaries else []
    states += [c for c in clause.predicates() if c is not head and c.lower in stances.FUTURE_HEADS]
    for state in states:
        if any(t.lower == "than" for t in state.subtree):
            continue  # "four times more likely to": a count
        verb = next((c for c in state.children if c.relation == "open complement"), None)
        if verb is not None:
            planned = state.lower == "set" and _is_settled(verb, clause)
            return None if planned or clause.perfect else f"{state.text} to"
        if _is_foretold(state, clause):
            return state.text
    return None


def expects(clause: Clause) -> str | None:
    """ "The firm expects sales to grow", "hopes to break even"; of indirect speech, what a forecast says."""
    verb = clause.head
    if clause.voice.told_by in stances.FUTURE_VERBS and clause.voice.cue is not None:
        met = _is_past(clause.voice.cue) and _is_sum_in(clause.tokens)  # "were expecting $3bn": what came is known
        perfect = any(c.lemma == "have" and c.relation == "auxiliary" for c in clause.voice.cue.children)
        return None if perfect or met else clause.voice.cue.text
    if verb.lemma == "threaten" and not clause.perfect and any(clause.having("open complement")):
        return verb.text
    hopes = verb.lower in stances.HOPING or verb.lemma == "hope"
    if not (hopes or verb.lemma in stances.FUTURE_VERBS) or clause.perfect or (clause.negated and not clause.voice.spoken):
        return None
    present = verb.form in {"present", "third person", "ing"} and not any(a.form == "past" for a in clause.auxiliaries)
    present = present or (clause.negated and (clause.finite.form == "present" or clause.voice.reported))
    with_clause = any(clause.having("open complement", "clausal complement"))
    of_a_sum = (present or clause.voice.reported) and any(_is_sum(c) for c in clause.having("object"))
    return verb.text if (with_clause and (present or hopes)) or of_a_sum else None


def is_headed_for(clause: Clause) -> str | None:
    """ "The talks are headed for failure", said by somebody."""
    head = clause.head
    states = [head, *clause.predicates()] if clause.voice.spoken else []
    bound = next((w for w in states if w.lower in _HEADED and any(c.lower in {"for", "to"} for c in w.children)), None)
    aims = bound and [n for c in bound.children if c.lower in {"for", "to"} for n in c.children]
    return (
        f"{bound.text} … {aims[0].text}"
        if bound and aims and (aims[0].lemma in appraisal.NOUNS | stances.TROUBLES | stances.PLIGHTS)
        else None
    )


def to_come(clause: Clause) -> str | None:
    """What a headline foretells: "Rain to linger over flooded valley"; "Council to close pool" is a plan."""
    head = clause.head
    alone = head.relation == "root" and head.form == "base" and [a.lower for a in clause.auxiliaries] == ["to"]
    return f"to {head.text}" if alone and not clause.voice.spoken and clause.subject is not None and not _is_settled(head, clause) else None


def would_bring(clause: Clause) -> str | None:
    """The article's own "would" of what something brings about: "a victory would lift the shares"."""
    modal, subject = clause.modal, clause.subject
    if modal is None or modal.lower != "would" or clause.voice.spoken or clause.perfect or subject is None:
        return None
    if clause.adverb(_HABITS) or subject.part not in {"noun", "verb"} or roles.role_of(subject.lemma):
        return None
    effects = stances.PURE_EFFECTS if subject.lemma in stances.DOCUMENTS else stances.EFFECTS
    return between(modal, clause.head) if clause.head.lemma in effects else None


def can_win(clause: Clause) -> str | None:
    """ "They can still win the league", "he can never catch up"."""
    modal = clause.modal
    if modal is None or modal.lower not in {"can", "ca"} or not clause.voice.spoken:
        return None
    never = clause.adverb(frozenset({"never"}))
    return between(modal, clause.head) if never is not None or (clause.head.lemma in stances.CONTESTS and not clause.negated) else None


def _is_foretold(state: Token, clause: Clause) -> bool:
    """ "Snow is forecast", "more closures are likely": that it comes is said, with no verb for what it does."""
    if state is not clause.head:
        return state.lower in {"likely", "unlikely"}
    return state.lower in stances.FORECASTS and state.lower != "set" and clause.auxiliaries[0].form in {"present", "third person"}


def _is_past(verb: Token) -> bool:
    """Whether a verb is in the past, or has an auxiliary that is: "expected", "were expecting"."""
    auxiliaries = [c for c in verb.children if c.relation == "auxiliary"]
    return any(a.form == "past" for a in auxiliaries) if auxiliaries else verb.form == "past"


def _is_ultimatum(clause: Clause) -> bool:
    """Whether it says until or unless what somebody will or will not do: "we will not return until they pay"."""
    clauses = (m for c in clause.having("adverbial clause") for m in c.children)
    own = clause.negated or (clause.voice.direct and clause.first_person)
    return own and clause.voice.spoken and any(m.lower in {"until", "till", "unless"} for m in clauses)


def _is_allotment(word: Token) -> bool:
    """Whether it is a sum that somebody gets, or the day on which he does."""
    elsewhere = word.relation in {"preposition", "adverbial clause", "subject"}
    return _is_sum(word) and (word.lower == "on" or not elsewhere)


def _is_sum(word: Token) -> bool:
    """Whether a phrase holds a number, or a sum with its currency: "two thirds", "N200bn"."""
    return _is_sum_in(word.subtree)


def _is_sum_in(tokens: Iterable[Token]) -> bool:
    return any(t.part == "numeral" or any(letter.isdigit() for letter in t.text) for t in tokens)


def _is_settled(verb: Token, clause: Clause) -> bool:
    """Whether what is to come is somebody's plan, a date that is fixed, or what a bill provides.

    An article that gives no source for what will be tells of what has been announced, unless it is an outcome that nobody decides.
    """
    subject = clause.subject
    if subject is not None and subject.part == "noun" and subject.lemma in stances.DOCUMENTS:
        return verb.lemma not in stances.PURE_EFFECTS and verb.lemma not in {"be", "have"}
    if any(c.relation in {"adverbial", "negation"} and c.lower in {"never", "ever", "always"} for c in verb.children):
        return False
    if verb.lemma == "be":
        return _is_dated(verb) or (not clause.voice.spoken and clause.condition is None and not any(_is_gradable(c) for c in verb.children))
    if verb.lemma in _PHASES:  # "will continue to fight" is what "will fight" is
        inner = next((c for c in verb.children if c.relation in {"open complement", "clausal complement"} and c.part == "verb"), None)
        if inner is not None:
            return inner.lemma in stances.ACTS and not (clause.voice.spoken and inner.lemma in stances.VOWS | _TRIES)
    if clause.voice.spoken and verb.lemma in _TRIES:
        return False
    if verb.lemma in {"go", "head"} and not any(c.relation == "object" for c in verb.children):
        return any(c.relation == "preposition" and c.lower in _GOALS for c in verb.children)
    passive = any(c.relation == "passive auxiliary" for c in verb.children)
    if clause.voice.direct and verb.lemma in stances.VOWS and not passive:
        return _is_sum(verb)
    if verb.lemma in stances.ACTS or (verb.lemma == "make" and passive):
        return True
    if verb.lemma in _ALLOTTED and any(_is_allotment(c) for c in verb.children):
        return True
    unsourced = not clause.voice.spoken and clause.condition is None
    return unsourced and verb.lemma not in _OUTCOMES


def _is_gradable(word: Token) -> bool:
    """Whether "will be" says how good, how big or how likely something is, or what it is like to be: "will be a huge occasion"."""
    words = (word, *(c for c in word.children if c.relation == "attributive"))
    return word.relation in PREDICATES and any(w.lower in _GRADABLE or w.lemma in appraisal.NOUNS for w in words)


def _is_dated(verb: Token) -> bool:
    """Whether "will be" tells where or when: "the funeral will be on Friday"."""
    predicate = any(c.relation in {"adjectival predicative", "predicative"} for c in verb.children)
    return not predicate and any(c.relation == "preposition" and c.lower in _SETTINGS for c in verb.children)
