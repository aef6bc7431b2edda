"""Opinions by what somebody is said to do, have, show or suffer, and how: "showed no remorse", "they betrayed us", "writes beautifully"."""

from __future__ import annotations

from factcheck.language import appraisal, roles, stances
from factcheck.splitting.marks.clause import Clause, is_be
from factcheck.splitting.marks.judgements import is_compound, judging_attributes


def is_in_a_plight(clause: Clause) -> str | None:
    """ "The club is in crisis", "this is of great importance", said by somebody."""
    if not clause.voice.spoken or not is_be(clause.head):
        return None
    nouns = (noun for c in clause.having("preposition") if c.lower in {"in", "of"} for noun in c.children)
    return next((noun.text for noun in nouns if noun.lemma in stances.PLIGHTS or noun.lower in stances.PLIGHTS), None)


def is_done(clause: Clause) -> str | None:
    """ "did a great job", "had a shocker", said by somebody: an object that judges, with a verb that tells nothing by itself."""
    if clause.head.lemma not in stances.LIGHT_VERBS or not clause.voice.spoken:
        return None
    for word in clause.having("object"):
        if word.lemma in appraisal.NOUNS and not is_compound(word):
            return word.text
        found = next((a for a in judging_attributes(word) if a.form != "superlative"), None)
        if found is not None:
            return found.text
    return None


def shows(clause: Clause) -> str | None:
    """ "showed no remorse", "lacks credibility", "had no faith in it"."""
    for word in clause.having("object"):
        has_none = clause.head.lemma == "have" and any(c.lower in {"no", "little"} for c in word.children)
        if word.lemma in appraisal.QUALITIES and (has_none or clause.head.lemma in stances.SHOWING):
            return word.text
    return None


def verb_judges(clause: Clause) -> str | None:
    """ "They betrayed us", "the plan backfired", "we were failed by everyone"."""
    verb = clause.head
    if verb.part == "verb" and verb.lemma in appraisal.VERBS and (verb.form != "participle" or clause.auxiliaries):
        return verb.text  # not "Disgraced lawyer jailed"
    failed = verb.lemma == "fail" and (
        any(c.part == "pronoun" or roles.role_of(c.lemma) for c in clause.having("object")) or any(clause.having("agent"))
    )
    return verb.text if failed else None


def is_full_of(clause: Clause) -> str | None:
    """ "I'm filled with grief", "they were overcome by joy", said by somebody."""
    if not clause.voice.spoken or clause.head.lower not in stances.FULL_OF:
        return None
    felt = (noun for c in clause.having("preposition", "agent") if c.lower in {"with", "by"} for noun in c.children)
    return next((noun.text for noun in felt if noun.lemma in stances.EMOTIONS), None)


def fares(clause: Clause) -> str | None:
    """ "It doesn't work", "the second half drags", in somebody's own words and of no person."""
    verb, subject = clause.head, clause.subject
    if not clause.voice.direct or verb.lemma not in stances.FARES or subject is None or any(clause.having("object", "preposition")):
        return None
    thing = subject.lower in {"it", "this", "that"} or (subject.part == "noun" and not roles.role_of(subject.lemma))
    return verb.text if thing else None


def done_how(clause: Clause) -> str | None:
    """ "She writes beautifully", "behaved appallingly"; not "sadly, he died", which is of the whole sentence."""
    if clause.head.lemma not in stances.JUDGED_AS:
        return None
    manner = (c for c in clause.having("adverbial") if c.i > clause.head.i and c.nbor(-1).text != ",")
    return next((c.text for c in manner if appraisal.judges_manner(c.lower)), None)


def wronged(clause: Clause) -> str | None:
    """ "We have been ignored", "it ruined my life", in somebody's own words."""
    verb = clause.head
    if not clause.voice.direct:
        return None
    if verb.lemma in stances.WRONGED and clause.first_person and any(clause.having("passive subject")):
        return verb.text
    ruined = next(
        (c for c in clause.having("object") if c.lemma in stances.LIVES and any(m.relation == "possessor" for m in c.children)), None
    )
    return f"{verb.text} … {ruined.text}" if ruined is not None and verb.lemma in stances.LIFE_CHANGES else None
