"""Opinions by what somebody is said to do, have, show or suffer, and how: "showed no remorse", "they betrayed us", "writes beautifully"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language import appraisal, roles, stances
from factcheck.splitting.marks.clause import Clause, is_be
from factcheck.splitting.marks.judgements import is_compound, is_loose_attribute, judging_attributes

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

_PUBLIC = frozenset({"child", "community", "country", "family", "nation", "people", "public"})
_LEADING = frozenset({"contribute", "lead", "result"})
_TROUBLES = stances.TROUBLES | stances.PLIGHTS


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
    objects = [*clause.having("object")]
    objects += [
        noun for word in objects for c in word.children if c.lower == "of" for noun in c.children if noun.part == "noun"
    ]  # "a lot of rubbish"
    for word in objects:
        if word.lemma in appraisal.NOUNS and not is_compound(word):
            return word.text
        found = next((a for a in judging_attributes(word) if a.form != "superlative"), None)
        loose = next((c for c in word.children if c.relation == "attributive" and is_loose_attribute(c, clause)), None)
        if found is not None or loose is not None:
            return (found or loose or word).text
    return None


def brings_trouble(clause: Clause) -> str | None:
    """ "It has caused misery", "this will lead to chaos", "we have concerns", said by somebody."""
    if not clause.voice.spoken:
        return None
    if clause.head.lemma == "have":
        return next((c.text for c in clause.having("object") if c.lemma in stances.MISGIVINGS and not is_compound(c)), None)
    come_of = (
        [n for c in clause.having("preposition") if c.lower in {"to", "in"} for n in c.children] if clause.head.lemma in _LEADING else []
    )
    things = [*clause.having("object")] if clause.head.lemma in stances.BRINGING else come_of
    return next((c.text for c in things if c.lemma in _TROUBLES and not is_compound(c)), None)


def stirs(clause: Clause) -> str | None:
    """ "It bothers me", "the haste is what annoys me", in somebody's own words: verbs of what stirs a feeling."""
    if not clause.voice.direct:
        return None
    around = [clause.head]
    if is_be(clause.head):
        subject = [clause.subject, *(c for c in clause.subject.children if c.relation == "relative clause")] if clause.subject else []
        around = [*subject, *clause.having("clausal complement", "predicative")]
    found = (v for v in around if v.part == "verb" and appraisal.stirs(v.lemma) and any(c.relation == "object" for c in v.children))
    return next((v.text for v in found), None)


def struggles(clause: Clause) -> str | None:
    """ "Families are struggling to pay", "we have been pushed aside", in somebody's own words."""
    return clause.head.text if clause.voice.direct and clause.head.part == "verb" and clause.head.lemma in stances.STRUGGLES else None


def harms_in_a_figure(clause: Clause) -> str | None:
    """ "This poisons the atmosphere", "they have hijacked the debate", said by somebody: verbs of violence to what has no body."""
    if not clause.voice.spoken or clause.head.lemma not in stances.VIOLENCE or clause.head.part != "verb":
        return None
    things = (c for c in clause.having("object", "passive subject") if c.part == "noun" and not roles.role_of(c.lemma))
    return next((clause.head.text for c in things if c.lemma in stances.BODILESS), None)


def misses_a_chance(clause: Clause) -> str | None:
    """ "They missed an opportunity", said by somebody."""
    lost = clause.voice.spoken and clause.head.lemma in {"lose", "miss", "waste"}
    return next((c.text for c in clause.having("object") if c.lemma == "opportunity"), None) if lost else None


def loves(clause: Clause) -> str | None:
    """ "He loved this town", "they hated losing", in somebody's own words; "he would love to" is what would be."""
    own = clause.voice.direct and clause.head.lemma in stances.AFFECTION and clause.modal is None
    return clause.head.text if own and clause.subject is not None and clause.head.part == "verb" else None


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
        any(_is_let_down(c) for c in clause.having("object")) or any(clause.having("agent")) or _is_a_failed_policy(clause)
    )
    return verb.text if failed else None


def _is_let_down(thing: Token) -> bool:
    """Whether it is people that are failed, not a test that somebody fails."""
    return thing.part == "pronoun" or roles.acts(thing.lemma) or thing.lemma in _PUBLIC


def _is_a_failed_policy(clause: Clause) -> bool:
    """Whether somebody says of what has no body that it has failed: "the system has failed", not "failed to agree"."""
    what = clause.subject is not None and clause.subject.lemma in stances.BODILESS and clause.voice.spoken
    return what and not any(clause.having("open complement", "object"))


def is_full_of(clause: Clause) -> str | None:
    """ "I'm filled with grief", "they were overcome by joy", said by somebody."""
    if not clause.voice.spoken or clause.head.lower not in stances.FULL_OF:
        return None
    felt = (noun for c in clause.having("preposition", "agent") if c.lower in {"with", "by"} for noun in c.children)
    return next((noun.text for noun in felt if noun.lemma in stances.EMOTIONS), None)


def fares(clause: Clause) -> str | None:
    """ "It doesn't work", "the second half drags", in somebody's own words and of no person."""
    verb, subject = clause.head, clause.subject
    own = clause.voice.direct or (clause.voice.spoken and verb.lemma == "hurt")
    if not own or verb.lemma not in stances.FARES or subject is None or any(clause.having("object", "preposition")):
        return None
    thing = subject.lower in {"it", "this", "that"} or (subject.part == "noun" and not roles.role_of(subject.lemma))
    return verb.text if thing else None


def done_how(clause: Clause) -> str | None:
    """ "She writes beautifully", "behaved appallingly"; not "sadly, he died", which is of the whole sentence."""
    if clause.head.lemma not in stances.JUDGED_AS:
        return None
    passive = clause.head.form == "participle"
    manner = (
        c
        for c in clause.having("adverbial")
        if (c.i > clause.head.i and c.nbor(-1).text != ",") or (passive and c.i == clause.head.i - 1)  # "was poorly managed"
    )
    return next((c.text for c in manner if appraisal.judges_manner(c.lower) and not _is_of_place(c)), None)


def _is_of_place(adverb: Token) -> bool:
    """Whether it strengthens the place or the number that follows: "lived well outside the town"."""
    return adverb.lower == "well" and adverb.i + 1 < len(adverb.tree) and adverb.nbor(1).lower in stances.BOUNDS


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
