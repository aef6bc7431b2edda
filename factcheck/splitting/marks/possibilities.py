"""Hypotheticals: what may be, what would be if, what would have been. An ability, a permission and an estimate can be looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language import roles, stances
from factcheck.splitting.marks.clause import Clause, between, is_be

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

_PROVIDED = frozenset({"create", "ease", "generate", "improve"})
"""What an offer or a bill brings about by what it holds."""
_WILL = frozenset(("will", "'ll", "’ll", "wo"))


def perhaps(clause: Clause) -> str | None:
    """ "Perhaps the letter was lost" and, in the article's own words, "it was probably lost"."""
    doubt = clause.adverb(stances.MAYBE) or (clause.adverb(stances.SURMISE) if not clause.voice.spoken and not _is_ahead(clause) else None)
    return doubt.text if doubt is not None else None


def _is_ahead(clause: Clause) -> bool:
    return clause.modal is not None and clause.modal.lower in stances.FUTURE


def is_possible(clause: Clause) -> str | None:
    """ "More closures are possible", "a foot of snow was possible"; not "it is possible to walk there", which is an ability."""
    word = next((c for c in clause.predicates() if c.lower == "possible"), None)
    if word is None or clause.negated or any(c.relation == "open complement" for c in (*word.children, *clause.head.children)):
        return None
    return word.text


def under_a_condition(clause: Clause) -> str | None:
    """ "If the dam broke, it would drown", "without it, it would close" and, said by somebody, "if it fails, it will close"."""
    modal = clause.modal
    if modal is not None and modal.lower == "would" and not clause.voice.reported:
        without = next((c for c in clause.having("preposition") if c.lower == "without" and c.i < modal.i), None)
        if without is not None:
            return f"{without.text} … {modal.text}"
    condition = clause.condition
    if condition is not None and modal is not None and modal.lower in _WILL and clause.voice.spoken:
        return f"{condition.text} … {modal.text}"
    if condition is None or clause.voice.reported:
        return None
    if modal is not None:
        return f"{condition.text} … {modal.text}" if modal.lower in {"would", "could", "might", "'d", "’d"} else None
    present = clause.finite.form in {"present", "third person"}
    return condition.text if clause.voice.spoken and present and condition.i < clause.head.i else None


def would(clause: Clause) -> str | None:
    """ "It would have been saved" and, in somebody's own words, "I would never do that"."""
    modal = clause.modal
    if modal is None or modal.lower not in {"would", "'d", "’d"} or clause.voice.reported or _under_a_rule(clause):
        return None
    if _is_provided(clause):
        return None
    if clause.perfect:
        return between(modal, clause.head) if modal.lower == "would" else None
    if not clause.voice.direct or _is_habit(clause) or clause.adverb(stances.LATER):
        return None
    refused = clause.negated and clause.head.lemma in stances.REFUSALS
    return None if refused or clause.adverb(frozenset({"rather"})) else between(modal, clause.head)


def may(clause: Clause) -> str | None:
    """ "may face higher bills"; not "may have died" or "may be hiding", which guess at what is so, nor what a
    rule allows: "under the order he may not enter".
    """
    modal = clause.modal
    guess = clause.perfect or (clause.head.form == "ing" and any(is_be(a) for a in clause.auxiliaries))
    if modal is None or modal.lower not in stances.POSSIBLE or guess or _is_allowed(clause):
        return None
    return between(modal, clause.head)


def could(clause: Clause) -> str | None:
    """ "could spread" and, in somebody's own words, "could have been saved"; not "could see", "as a girl she could ride": abilities."""
    modal = clause.modal
    if modal is None or modal.lower != "could" or clause.negated or _is_allowed(clause):
        return None
    if clause.perfect:
        return between(modal, clause.head) if clause.voice.direct else None
    able = clause.head.lemma in stances.PERCEPTION or _is_hardly(clause) or _is_skill(clause)
    return None if able else between(modal, clause.head)


def _is_hardly(clause: Clause) -> bool:
    """Whether somebody hardly, or still, could: "she could still ride at 90"; what still could happen may."""
    subject = clause.subject
    adverb = clause.adverb(stances.HARDLY)
    person = subject is None or subject.part in {"pronoun", "proper noun"} or roles.role_of(subject.lemma)
    return adverb is not None and (adverb.lower != "still" or bool(person))


def _under_a_rule(clause: Clause) -> bool:
    """Whether a rule is named that allows or provides it: "under the contract"."""
    under = (c for c in clause.having("preposition") if c.lower == "under")
    return any(t.lemma in stances.UNDER_RULES for c in under for t in c.children)


def _is_provided(clause: Clause) -> bool:
    """Whether it tells what an offer or a bill holds, or held: "my plan would lift the cap", "the offer would have raised pay"."""
    subject = clause.subject
    return subject is not None and subject.lemma in stances.DOCUMENTS and clause.head.lemma not in stances.PURE_EFFECTS - _PROVIDED


def _is_allowed(clause: Clause) -> bool:
    """Whether it tells what a rule allows: "market towns could apply", "under the order he may not enter", "drivers could be fined"."""
    if _under_a_rule(clause):
        return True
    if any(is_be(a) for a in clause.auxiliaries):
        return clause.head.lemma in stances.PENALTIES
    return clause.head.lemma in stances.ALLOWANCES and clause.modal is not None and clause.modal.lower != "might"


def _is_skill(clause: Clause) -> bool:
    """Whether somebody was able to: with an age, with what they were then ("as a girl", "at three"), or with what happened meanwhile."""
    then = any(c.lower in {"as", "at", "by"} for c in clause.having("preposition"))
    meanwhile = any(_tells_when(c) for c in clause.having("adverbial clause"))
    return meanwhile or (then and clause.head.lemma in stances.SKILLS)


def _tells_when(verb: Token) -> bool:
    """Whether a clause tells of a time: "before she could read", "when he was three"."""
    when = any(m.lower in {"before", "until", "when"} for m in verb.children)
    return when and any(t.form == "past" or t.lower == "could" for t in (verb, *verb.children))


def _is_habit(clause: Clause) -> bool:
    """Whether "would" tells what somebody used to do: "every summer", "at four", "to milk the cows" in the past."""
    around = [
        t for c in clause.head.children if c.i != clause.head.i and c.relation not in {"subject", "clausal complement"} for t in _near(c)
    ]
    return any(t.lower in stances.HABITS or t.lower in {"at", "when"} for t in around)


def _near(token: Token) -> list[Token]:
    """A word with what hangs on it directly."""
    return [token, *token.children]
