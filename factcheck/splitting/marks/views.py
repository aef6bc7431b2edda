"""Opinions by how they are put: what ought to be, what I think, what everybody knows, what it was like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language import appraisal, roles, stances
from factcheck.splitting.marks.clause import Clause, between, is_be

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

_GRADABLE = appraisal.JUDGING | appraisal.FEELINGS
_HE = frozenset({"he", "she", "they"})
_AGENTS = ("er", "or", "ist", "ian", "ant", "ent", "ee", "man")
_THIS = frozenset({"this", "that", "it"})


def no_sense(clause: Clause) -> str | None:
    """ "makes no sense"."""
    sense = next((c for c in clause.having("object") if c.lower == "sense"), None)
    return between(clause.head, sense) if clause.head.lemma == "make" and sense is not None else None


def i_think(clause: Clause) -> str | None:
    """ "I think", "we welcome the ruling", in indirect speech "(said) she felt betrayed", and "the plan, I think, is sound"."""
    asides = (c for c in clause.having("parataxis", "clausal complement", "aside") if c.i < clause.head.i)
    for verb in (clause.head, *asides):
        subject = clause.subject if verb is clause.head else next((c for c in verb.children if c.relation == "subject"), None)
        if subject is None or not (verb.lemma in stances.OPINION_VERBS or (verb.lemma in stances.EXPRESSIVES and _is_present(clause))):
            continue
        felt = clause.voice.told_by and subject.lower in _HE and verb is clause.head and verb.lemma in stances.OPINION_VERBS
        own = subject.lower in {"i", "we"} or felt
        if own and not (verb is clause.head and clause.perfect):
            return between(subject, verb)
    return None


def stressed(clause: Clause) -> str | None:
    """ "This really hurts", in somebody's own words."""
    adverb = clause.adverb(stances.EMPHASIS) if clause.voice.direct else None
    return adverb.text if adverb is not None else None


def argued(clause: Clause) -> str | None:
    """ "Arguably, …", "frankly, …" and, said by somebody, "probably"."""
    adverb = clause.adverb(stances.ARGUABLE) or (clause.adverb(stances.SURMISE) if clause.voice.spoken else None)
    return adverb.text if adverb is not None else None


def would_rather(clause: Clause) -> str | None:
    """ "I'd much rather do it right"."""
    rather = any(c.lower == "rather" for c in clause.head.children)
    return "would rather" if rather and any(a.lower in {"would", "'d", "’d"} for a in clause.auxiliaries) else None


def everybody(clause: Clause) -> str | None:
    """ "Everybody knows who did it" and, in somebody's own words, "they don't care about us"; "nobody wanted to stop" was an event."""
    subject, verb = clause.subject, clause.head
    if subject is None or verb.lemma not in stances.MINDS or not _is_present(clause):
        return None
    of_others = clause.voice.direct and not clause.first_person and subject.lower != "you" and not any(clause.having("open complement"))
    return f"{subject.text} … {verb.text}" if subject.lower in stances.EVERYBODY or of_others else None


def you_never(clause: Clause) -> str | None:
    """ "You never get over it", "you can't buy that": of people in general."""
    if clause.subject is None or clause.subject.lower != "you" or not clause.voice.direct:
        return None
    never = clause.adverb(frozenset({"never", "always"}))
    word = never or (clause.modal if clause.negated and clause.modal is not None and clause.modal.lower in {"can", "ca", "could"} else None)
    return f"{clause.subject.text} {word.text}" if word is not None else None


def as_if(clause: Clause) -> str | None:
    """ "It looked like the end of the world", "they stood there as if they had won"."""
    if not clause.voice.spoken or not (clause.voice.direct or clause.head.lemma in stances.SEEMING):
        return None
    like = next((c for c in clause.having("preposition") if c.lower == "like" and c.i > clause.head.i), None)
    compared = next(
        (
            m
            for c in clause.having("adverbial clause", "clausal complement", "unclear")
            for m in c.children
            if m.relation in {"subordinator", "preposition"}
            and (m.lower == "like" or (m.lower in {"if", "though"} and m.i > 0 and m.nbor(-1).lower == "as"))
        ),
        None,
    )
    found = like or compared
    return f"{clause.head.text} … {found.text}" if found is not None else None


def seems(clause: Clause) -> str | None:
    """ "The brain seems to be forgiving", said by somebody."""
    return clause.head.text if clause.voice.spoken and clause.head.lemma == "seem" else None


def none_better(clause: Clause) -> str | None:
    """ "There is nothing more dangerous", "I couldn't be prouder"."""
    for word in clause.predicates():
        nothing = word.lower in {"nothing", "nobody"} and next((c for c in word.children if _is_comparative(c)), None)
        if nothing:
            return f"{word.text} … {nothing.text}"
        if clause.negated and clause.modal is not None and clause.modal.lower in {"can", "could"} and _is_comparative(word):
            return f"{clause.modal.text} … {word.text}"
    return None


def it_is_a(clause: Clause) -> str | None:
    """What this is, or somebody is, by a comparison, in somebody's own words: "this is a budget of grammar", "he was a rock to us"."""
    if not clause.voice.direct or clause.subject is None or clause.subject.part != "pronoun" or clause.existential:
        return None
    for word in clause.predicates():
        if word.part != "noun" or word.form != "singular" or any(t.part in {"numeral", "proper noun"} for t in word.subtree):
            continue
        articles = [c.lower for c in word.children if c.relation in {"determiner", "possessor", "compound", "quantifier"}]
        told = any(c.relation in {"relative clause", "adnominal clause"} or c.lower == "of" for c in word.children)
        of_this = clause.subject.lower in _THIS and (not articles or (told and articles[0] in {"a", "an"}))
        of_him = clause.subject.lower in _HE and articles in (["a"], ["an"]) and not _is_post(word)
        if of_this or of_him:
            return word.text
    return None


def never_seen(clause: Clause) -> str | None:
    """ "I have never seen anything like it", in somebody's own words."""
    never = clause.adverb(frozenset({"never"})) if clause.voice.direct and clause.first_person else None
    thing = next((c for c in clause.having("object") if c.lower == "anything" or any(m.lower == "such" for m in c.children)), None)
    return between(never, clause.head) if never is not None and thing is not None else None


def too_many(clause: Clause) -> str | None:
    """ "There are too many cars", "we don't have enough nurses", said by somebody."""
    if not clause.voice.spoken:
        return None
    for noun in clause.having("subject", "object", "predicative"):
        for word in noun.children:
            much = next((c for c in word.children if c.lower in {"too", "so"} and word.lower in stances.AMOUNTS), None)
            if much is not None:
                return f"{much.text} {word.text}"
            if word.lower == "enough" and (clause.negated or any(c.lower == "not" for c in word.children)):
                return f"not {word.text}"
    return None


def means_everything(clause: Clause) -> str | None:
    """ "It means the world to us", "they have done nothing", in somebody's own words."""
    if not clause.voice.direct or clause.head.lemma not in {"do", "mean"}:
        return None
    found = next(
        (c for c in clause.having("object") if c.lower in stances.ALL_OR_NOTHING and not any(m.lower == "of" for m in c.children)), None
    )
    return between(clause.head, found) if found is not None else None


def all_about(clause: Clause) -> str | None:
    """ "It's all about the money", said by somebody."""
    if not clause.voice.spoken or not is_be(clause.head) or clause.subject is None or clause.subject.part != "pronoun":
        return None
    about = next((c for c in clause.having("preposition") if c.lower == "about"), None)
    return about.text if about is not None and not clause.existential else None


def _is_post(noun: Token) -> bool:
    """Whether the noun says what somebody is by trade, kin or lot: "a plumber", "a mother", "a Catholic"."""
    word = noun.lemma.lower()
    return roles.role_of(word) or word in roles.KIN or word.endswith(_AGENTS)


def _is_present(clause: Clause) -> bool:
    return clause.finite.form in {"present", "third person", "modal", "base"}


def _is_comparative(word: Token) -> bool:
    """Whether an adjective that judges is compared: "prouder", which the parser may take for a noun, or "more dangerous"."""
    if word.part == "adjective" and any(c.lower in {"more", "less"} and c.relation == "adverbial" for c in word.children):
        return True
    stem = word.lower.removesuffix("er")
    forms = {stem, f"{stem}e", f"{stem.removesuffix('i')}y"} if stem != word.lower else set()
    return word.lower in {"better", "worse"} or not forms.isdisjoint(_GRADABLE)
