"""Opinions that say what ought to be: a duty, a need, the time or the choice that there is, what must not go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language import roles, stances
from factcheck.splitting.marks.clause import Clause, between, is_be, is_infinitive

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

_CHOICES = frozenset({"alternative", "choice", "option"})
_RIPE = frozenset({"high", "right", "wrong"})


def duty(clause: Clause) -> str | None:
    """ "should resign", "should have won", said by somebody "must leave"; not "must have left", which concludes, nor "I must say"."""
    modal = next((a for a in (*clause.auxiliaries, clause.head) if a.lower in stances.OBLIGATION), None)
    if modal is None or (modal.lower == "must" and (not clause.voice.spoken or clause.perfect)):
        return None
    inverted = clause.subject is not None and modal.i < clause.subject.i  # "should the court strike it down": a condition
    if inverted or (clause.first_person and clause.head.lemma in stances.CONFESSING):
        return None
    return modal.text if modal is clause.head else between(modal, clause.head)


def needs_to(clause: Clause) -> str | None:
    """ "Councils have to do better", "the board needs to explain itself"; "we have to act"; "had to stop" is an event."""
    verb = clause.head
    got = verb.lower == "got" and clause.perfect
    told = clause.voice.reported and verb.lemma == "need" and verb.form == "past" and not _is_one(clause.subject)
    if not got and (verb.lemma not in stances.NEEDING or (verb.form == "past" and not told) or clause.auxiliaries):
        return None
    to = next((c for c in clause.having("open complement", "adverbial clause") if is_infinitive(c)), None)
    if to is not None and any(clause.having("object")):
        return None  # "have the money to pay"
    if to is None:
        return verb.text if verb.lemma == "need" and not told and _is_lacking(clause) else None
    forced = verb.lemma == "have" and not _is_called_upon(clause.subject)  # "orders have to be in by noon": a rule
    judged = (not forced and (clause.voice.spoken or clause.first_person)) or any(c.lower in {"better", "more"} for c in to.children)
    return f"{verb.text} to" if judged and to.lemma not in stances.CONFESSING else None


def is_needed(clause: Clause) -> str | None:
    """ "More research is needed", said by somebody."""
    told = clause.voice.reported and clause.finite.form == "past"
    passive = (told or clause.finite.form in {"present", "third person"}) and any(clause.having("passive subject"))
    return clause.head.text if clause.voice.spoken and clause.head.lower == "needed" and passive else None


def no_choice(clause: Clause) -> str | None:
    """ "We have no choice but to close", said by somebody."""
    if not clause.voice.spoken or clause.head.lemma not in {"have", "leave"}:
        return None
    return next((f"no {c.text}" for c in clause.having("object") if c.lower in _CHOICES and any(m.lower == "no" for m in c.children)), None)


def is_up_to(clause: Clause) -> str | None:
    """ "It is up to the council to act", "they are supposed to serve us", in the present and said by somebody."""
    if not clause.voice.spoken or clause.finite.form not in {"present", "third person"}:
        return None
    to = any(is_infinitive(c) for c in clause.having("open complement", "adverbial clause"))
    up = is_be(clause.head) and any(c.lower == "up" and any(m.lower == "to" for m in c.children) for c in clause.head.children)
    if to and up:
        return "up to"
    return clause.head.text if to and clause.head.lower == "supposed" and clause.auxiliaries else None


def can_do_better(clause: Clause) -> str | None:
    """ "We can do better", said by somebody."""
    if (
        not clause.voice.spoken
        or clause.modal is None
        or clause.modal.lower not in {"can", "could"}
        or clause.head.lemma not in {"be", "do"}
    ):
        return None
    more = next((c for c in clause.having("adverbial", "object") if c.lower in {"better", "more"} and c.i > clause.head.i), None)
    return between(clause.modal, more) if more is not None else None


def ought(clause: Clause) -> str | None:
    """ "ought to apologise", "had better go", "deserves its reputation"."""
    if clause.head.lower == "ought" or clause.head.lemma in stances.MERIT:
        return clause.head.text
    better = next((c for c in clause.having("adverbial") if c.lower == "better" and c.i < clause.head.i), None)
    return between(better, clause.head) if better is not None and clause.head.form in {"base", "present"} else None


def bound_to(clause: Clause) -> str | None:
    """ "The firm has a responsibility to pay fairly", said by somebody."""
    if not clause.voice.spoken or clause.head.lemma not in {"have", "owe"}:
        return None
    return next((bond.text for bond in clause.having("object") if bond.lemma in stances.BONDS), None)


def it_is_time(clause: Clause) -> str | None:
    """ "It is time to scrap the fee"."""
    if clause.subject is None or clause.subject.lower != "it":
        return None
    time = next((c for c in clause.having("predicative") if c.lower == "time" and _is_ripe(c)), None)
    wanted = time is not None and any(
        c.relation in {"open complement", "relative clause", "adnominal clause"} for c in (*time.children, *clause.head.children)
    )
    return time.text if time is not None and wanted else None


def must_not_go_on(clause: Clause) -> str | None:
    """ "The world cannot look away", "we can't tolerate this"."""
    modal = clause.modal
    if modal is None or modal.lower not in {"can", "ca"} or not clause.negated or not clause.voice.spoken:
        return None
    return f"{modal.text} … {clause.head.text}" if clause.head.lemma in stances.UNMOVED else None


def _is_ripe(time: Token) -> bool:
    """Whether it is high time, or not the right one: "the first time in 80 years" is a count."""
    return all(c.lower in _RIPE for c in time.children if c.relation == "attributive")


def _is_one(subject: Token | None) -> bool:
    """Whether the subject may be the speaker himself, who tells what he had to do: "she said she needed to stop"."""
    return subject is None or subject.lower in {"i", "we", "he", "she"}


def _is_lacking(clause: Clause) -> bool:
    """Whether something is called for in somebody's own words, without a measure: "they need our help", not "it needs £5m"."""
    things = list(clause.having("object"))
    own = clause.first_person or (clause.voice.direct and not any(t.part == "numeral" for c in things for t in c.subtree))
    return own and bool(things)


def _is_called_upon(subject: Token | None) -> bool:
    """Whether "have to" tells the subject what ought to be: this, we, the government."""
    if subject is None:
        return False
    return subject.lower in stances.CALLED_UPON or roles.acts(subject.lemma)
