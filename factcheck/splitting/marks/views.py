"""Opinions by how they are put: what ought to be, what I think, what everybody knows, what it was like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language import appraisal, roles, stances
from factcheck.splitting.marks.clause import Clause, between, is_be, is_infinitive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.splitting.tree import Token

_GRADABLE = appraisal.JUDGING | appraisal.FEELINGS
_ALL = frozenset({"everybody", "everyone"})
_ALWAYS = frozenset({"always", "forever"})
_SOMEBODY = frozenset({"kind", "person", "somebody", "someone", "sort", "type"})
_WORK = frozenset({"job", "plenty", "thing", "things", "work"})
_WHO = frozenset({"relative clause", "adnominal clause"})
_SURELY = frozenset({"obviously", "undeniably", "unquestionably"})
_STANCES = frozenset({"accuse", "blame", "oppose", "support"})
"""What a body is on record for: "the union opposes it"."""
_FEW = frozenset({"few", "nobody", "no-one", "none"})
_HE = frozenset({"he", "she", "they"})
_AGENTS = ("er", "or", "ist", "ian", "ant", "ent", "ee", "man")
_ADDRESSING = frozenset({"get", "have", "know", "mean", "say", "see"})
"""With "you" and in the present they speak to the listener, or show something: "you know", "you have people who"."""
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
        if (
            subject is None
            or subject.relation == "passive subject"
            or not (verb.lemma in stances.OPINION_VERBS or (verb.lemma in stances.EXPRESSIVES and _is_present(clause)))
        ):
            continue
        felt = clause.voice.told_by and subject.lower in _HE and verb is clause.head and verb.lemma in stances.OPINION_VERBS
        body = (
            clause.voice.direct and verb.lemma in stances.EXPRESSIVES - _STANCES and roles.body_of(subject.lemma) and not clause.auxiliaries
        )
        own = subject.lower in {"i", "we"} or felt or body
        if own and not (verb is clause.head and clause.perfect):
            return between(subject, verb)
    return None


def stressed(clause: Clause) -> str | None:
    """ "This really hurts", "our roots run very deep", in somebody's own words."""
    adverb = clause.adverb(stances.EMPHASIS) if clause.voice.direct else None
    if adverb is not None and adverb.i > clause.head.i and not is_be(clause.head):
        return None  # "it was over quickly, really"
    strong = (c for a in clause.having("adverbial") for c in a.children if c.lower in stances.INTENSIFIERS and c.i < a.i)
    if clause.voice.direct and adverb is None and (found := next(strong, None)) is not None and clause.head.part == "verb":
        return f"{found.text} {found.head.text}" if found.head.lower not in stances.OFTEN else None
    return adverb.text if adverb is not None else None


def argued(clause: Clause) -> str | None:
    """ "Arguably, …", "frankly, …" and, said by somebody, "probably"."""
    adverb = clause.adverb(stances.ARGUABLE) or (clause.adverb(stances.SURMISE | _SURELY) if clause.voice.spoken else None)
    return adverb.text if adverb is not None else None


def would_rather(clause: Clause) -> str | None:
    """ "I'd much rather do it right"."""
    rather = any(c.lower == "rather" for c in clause.head.children)
    return "would rather" if rather and any(a.lower in {"would", "'d", "’d"} for a in clause.auxiliaries) else None


def everybody(clause: Clause) -> str | None:
    """ "Everybody knows who did it" and, in somebody's own words, "everyone saw it", "they don't care about us"; "nobody wanted to stop"
    was an event.
    """
    subject, verb = clause.subject, clause.head
    if subject is None or verb.lemma not in stances.MINDS | stances.PERCEPTION:
        return None
    if clause.voice.direct and subject.lower in _ALL and not clause.negated:
        return f"{subject.text} … {verb.text}"
    if verb.lemma not in stances.MINDS or not _is_present(clause):
        return None
    of_others = clause.voice.direct and not clause.first_person and subject.lower != "you" and not any(clause.having("open complement"))
    return f"{subject.text} … {verb.text}" if subject.lower in stances.EVERYBODY or of_others else None


def nobody_can(clause: Clause) -> str | None:
    """ "Nobody can tell us what to do", said by somebody."""
    subject, modal = clause.subject, clause.modal
    if subject is not None and subject.lower in _FEW and clause.perfect and clause.head.lemma in stances.IMAGINING and modal is not None:
        return f"{subject.text} {modal.text}"  # "few could have expected it", whoever says so
    general = subject is not None and modal is not None and subject.lower in stances.EVERYBODY and clause.voice.spoken
    return (
        f"{subject.text} {modal.text}" if general and subject and modal and modal.lower in {"can", "could"} and not clause.perfect else None
    )


def always(clause: Clause) -> str | None:
    """ "He always had time for us", "nobody knew what would come", "no town deserves it": of all times or all people, in somebody's own
    words.
    """
    subject = clause.subject
    if subject is None or not clause.voice.direct or (clause.modal is not None and clause.modal.lower not in {"would", "'d", "’d"}):
        return None
    if subject.lower in _FEW - {"few"} and clause.head.lemma in stances.IMAGINING:
        return f"{subject.text} {clause.head.text}"
    ever = None if any(t.part in {"numeral", "proper noun"} for t in clause.head.subtree) else clause.adverb(_ALWAYS)
    if ever is not None and subject.lower in _HE | {"i", "we"}:
        return f"{subject.text} {ever.text}"
    none = not clause.auxiliaries and clause.finite.form in {"present", "third person"} and any(c.lower == "no" for c in subject.children)
    return f"no {subject.text}" if none and not is_be(clause.head) and subject.lower != "one" else None


def is_somebody_who(clause: Clause) -> str | None:
    """ "He was someone you could trust", "she was the kind of person who listened", in somebody's own words."""
    if not clause.voice.direct or clause.subject is None or clause.subject.part not in {"pronoun", "proper noun"}:
        return None
    return next(
        (w.text for w in clause.predicates() if w.lower in _SOMEBODY and any(c.relation in _WHO or c.lower == "of" for c in w.children)),
        None,
    )


def much_to_do(clause: Clause) -> str | None:
    """ "We have a lot to learn", "they have work to do", in somebody's own words."""
    if not clause.voice.direct or clause.head.lemma not in {"have", "get"}:
        return None
    for thing in clause.having("object"):
        if thing.lower in stances.AMOUNTS | stances.ALL_OR_NOTHING | _WORK and any(is_infinitive(t) for t in thing.subtree):
            return f"{clause.head.text} … {thing.text}"
    return None


def you_never(clause: Clause) -> str | None:
    """ "You never get over it", "you can't buy that", "you keep going": of people in general."""
    if clause.subject is None or clause.subject.lower != "you" or not clause.voice.direct:
        return None
    never = clause.adverb(frozenset({"never", "always"}))
    word = never or (clause.modal if clause.negated and clause.modal is not None and clause.modal.lower in {"can", "ca", "could"} else None)
    if word is None and clause.finite.form == "present" and not clause.perfect and clause.head.lemma not in _ADDRESSING:
        word = clause.finite
    return f"{clause.subject.text} {word.text}" if word is not None else None


def as_if(clause: Clause) -> str | None:
    """ "It looked like the end of the world", "they stood there as if they had won"."""
    if not clause.voice.spoken or not (clause.voice.direct or clause.head.lemma in stances.SEEMING):
        return None
    like = next((c for c in clause.having("preposition") if c.lower == "like" and c.i > clause.head.i), None)
    compared = next(
        (
            m
            for c in (*clause.having("adverbial clause", "clausal complement", "unclear"), *_below(clause.head))
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
    """ "I have never seen anything like it", "I never dreamed of it", in somebody's own words."""
    never = clause.adverb(frozenset({"never"})) if clause.voice.direct and clause.first_person else None
    ever = clause.adverb(frozenset({"ever"})) if clause.voice.direct and clause.first_person and clause.negated else None
    if clause.head.lemma in stances.IMAGINING and (word := never or ever) is not None:
        return between(word, clause.head)
    seen = clause.head.lemma in stances.PERCEPTION and next(clause.having("clausal complement", "open complement"), None)
    if never is not None and seen:
        return between(never, clause.head)  # "I never once saw him lose his temper"
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
    if not clause.voice.direct or clause.head.lemma not in {"do", "give", "know", "mean", "risk", "sacrifice"}:
        return None
    if (
        clause.modal is not None
        and clause.head.lemma == "do"
        and (found := next((c for c in clause.having("object") if c.lower == "anything"), None))
    ):
        return between(clause.head, found)
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


def _below(head: Token) -> Iterator[Token]:
    """The clauses below the infinitives of a verb: "we have come to treat it as if"."""
    return (c for verb in head.children if is_infinitive(verb) for c in verb.children if c.relation == "adverbial clause")


def _is_present(clause: Clause) -> bool:
    return clause.finite.form in {"present", "third person", "modal", "base"}


def _is_comparative(word: Token) -> bool:
    """Whether an adjective that judges is compared: "prouder", which the parser may take for a noun, or "more dangerous"."""
    if word.part == "adjective" and any(c.lower in {"more", "less"} and c.relation == "adverbial" for c in word.children):
        return True
    stem = word.lower.removesuffix("er")
    forms = {stem, f"{stem}e", f"{stem.removesuffix('i')}y"} if stem != word.lower else set()
    return word.lower in {"better", "worse"} or not forms.isdisjoint(_GRADABLE)
