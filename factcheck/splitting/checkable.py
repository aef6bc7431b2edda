"""Tells opinions, predictions, questions, orders, hypotheticals and definitions from what can be checked, and says by which words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.language import roles, stances
from factcheck.splitting.syntax import auxiliaries_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_SUBJECTS = {"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"}
_CLOSERS = " \"'”’»)]"
_SAYING = frozenset({"say", "tell", "admit", "confess", "add"})
"""With these "I must" is a way of speaking."""
_PREDICATES = {"acomp", "attr", "oprd"}


def why_not_checkable(tokens: Sequence[Token], text: str, *, reported: bool = False, spoken: bool = False) -> str | None:
    """Why what the tokens assert cannot be checked, or None when it can.

    `tokens` are those of what is asserted (for an attributed claim, of what was said), `text` its words, and `reported`
    whether it is indirect speech in the past, where "would" stands for "will", and `spoken` whether it is anybody's
    speech: an article's own "must" tells a rule, a speaker's what ought to be. The answer is one word (`question`,
    `order`, `hypothetical`, `prediction`, `opinion`, `definition`) and the words that show it: `prediction: “will change”`.
    Something with several main verbs is checkable as soon as one of them is.
    """
    if text.rstrip(_CLOSERS).endswith("?"):
        return "question"
    heads = _main_heads(tokens)
    reasons = [_reason(head, tokens, reported, spoken) for head in heads]
    if reasons and all(reasons):
        return reasons[0]
    if any(phrase in text.lower() for phrase in stances.VIEW_PHRASES):
        return _because("opinion", next(p for p in stances.VIEW_PHRASES if p in text.lower()))
    return None


def _because(kind: str, words: str) -> str:
    return f"{kind}: “{words}”"


def _from(first: Token, last: Token) -> str:
    """The words from a modal to its verb, or the two alone when they stand far apart."""
    return str(first.doc[first.i : last.i + 1].text) if 0 < last.i - first.i < 5 else f"{first.text} … {last.text}"


def _main_heads(tokens: Sequence[Token]) -> list[Token]:
    """The words that head what is asserted: those whose own head lies outside it, and what is coordinated with them."""
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if not (t.is_punct or t.is_space) and (t.head.i == t.i or t.head.i not in inside)]
    tops = [t for t in tops if t.dep_ not in {"cc", "mark", "punct", "prep", "advmod", "npadvmod", "poss", "aux", "auxpass"}] or tops
    verbs = [t for t in tops if t.pos_ in {"VERB", "AUX"}] or tops[:1]
    joined = [c for v in verbs for c in v.children if c.dep_ == "conj" and c.i in inside and c.pos_ in {"VERB", "AUX"}]
    return verbs + joined


def _reason(head: Token, tokens: Sequence[Token], reported: bool, spoken: bool) -> str | None:
    auxiliaries = auxiliaries_of(head)
    if _is_order(head, tokens) or (head.dep_ == "conj" and head.tag_ == "VB" and not auxiliaries and _is_order(head.head, tokens)):
        return _because("order", head.text)
    return (
        _hypothetical(head, auxiliaries, reported)
        or _prediction(head, auxiliaries, reported)
        or _opinion(head, auxiliaries, spoken)
        or _definition(head, auxiliaries)
    )


def _is_order(head: Token, tokens: Sequence[Token]) -> bool:
    """An imperative: a base form with neither subject nor auxiliary before it, at the start of what is said."""
    if (
        head.tag_ != "VB"
        or (auxiliaries_of(head)[:1] and head.dep_ == "conj")
        or any(c.dep_ in _SUBJECTS | {"aux"} and c.lower_ not in {"do", "don't"} for c in head.children)
    ):
        return False
    if any(c.dep_ in {"ccomp", "dep", "parataxis"} and c.tag_ in _FINITE for c in head.children):
        return False
    settings = {t.i for c in head.lefts if c.dep_ == "prep" for t in c.subtree}
    before = [t for t in tokens if t.i < head.i and t.i not in settings and not (t.is_punct or t.is_space)]
    return head.dep_ not in {"xcomp", "advcl", "acl"} and all(
        t.dep_ in {"advmod", "intj", "neg", "aux", "cc"} or t.lower_ == "please" for t in _after_address(before)
    )


def _after_address(words: list[Token]) -> list[Token]:
    """The words before a verb without a name called out at the beginning: "Mr Hale, please …"."""
    comma = next((n for n, t in enumerate(words) if n and t.i - words[n - 1].i > 1), None)
    called = words[: len(words) if comma is None else comma]
    parted = bool(called) and called[-1].i + 1 < len(called[-1].doc) and called[-1].nbor(1).text == ","
    named = parted and all(t.pos_ == "PROPN" or t.dep_ in {"compound", "npadvmod", "vocative"} for t in called)
    return words[len(called) :] if named else words


def _hypothetical(head: Token, auxiliaries: list[Token], reported: bool) -> str | None:
    doubt = next((c for c in head.children if c.dep_ == "advmod" and c.lower_ in stances.MAYBE), None)
    if doubt is not None:
        return _because("hypothetical", doubt.text)
    modal = next((a for a in auxiliaries if a.tag_ == "MD"), None)
    if modal is None:
        return None
    word = modal.lower_
    if word == "would" and not reported:
        without = next((c for c in head.children if c.dep_ == "prep" and c.lower_ == "without" and c.i < modal.i), None)
        if without is not None:
            return _because("hypothetical", f"{without.text} … {modal.text}")
        if any(a.lower_ == "have" for a in auxiliaries):
            return _because("hypothetical", _from(modal, head))
    condition = next(
        (m for c in head.children if c.dep_ == "advcl" for m in c.children if m.dep_ == "mark" and m.lower_ in stances.CONDITIONS), None
    )
    if condition is not None and word in {"would", "could", "might"} and not reported:
        return _because("hypothetical", f"{condition.text} … {modal.text}")
    negated = any(c.dep_ == "neg" for c in head.children)
    able = word == "could" and (negated or head.lemma_ in stances.PERCEPTION or any(a.lower_ == "have" for a in auxiliaries))
    if word in stances.POSSIBLE or (word == "could" and not able):
        return _because("hypothetical", _from(modal, head))
    return None


def _prediction(head: Token, auxiliaries: list[Token], reported: bool) -> str | None:
    for auxiliary in auxiliaries:
        if any(c.lower_ == "rather" for c in head.children):
            break
        ahead = auxiliary.lower_ in stances.FUTURE or (reported and auxiliary.lower_ in {"would", "'d", "’d"})
        if ahead and auxiliary.tag_ == "MD":
            return _because("prediction", _from(auxiliary, head))
    going = head.lower_ == "going" and any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in head.children)
    if going and any(a.lemma_ == "be" for a in auxiliaries):
        return _because("prediction", "going to")
    state = (
        head
        if head.lower_ in stances.FUTURE_HEADS
        else next((c for c in head.children if c.dep_ in _PREDICATES and c.lower_ in stances.FUTURE_HEADS), None)
    )
    if state is not None and any(c.dep_ == "xcomp" for c in state.children) and (state is not head or auxiliaries):
        return _because("prediction", f"{state.text} to")
    if head.lemma_ in stances.FUTURE_VERBS and head.tag_ in {"VBP", "VBZ"} and any(c.dep_ in {"xcomp", "ccomp"} for c in head.children):
        return _because("prediction", head.text)
    return None


def _opinion(head: Token, auxiliaries: list[Token], spoken: bool) -> str | None:
    duty = next((a for a in auxiliaries if a.lower_ in stances.OBLIGATION and (spoken or a.lower_ != "must")), None)
    if head.lemma_ in _SAYING:
        duty = None
    if duty is not None and not any(a.lower_ == "have" for a in auxiliaries):
        return _because("opinion", _from(duty, head))
    subject = next((c for c in head.children if c.dep_ in _SUBJECTS), None)
    if head.lower_ == "ought" or head.lemma_ in stances.MERIT:
        return _because("opinion", head.text)
    excess = _too_much(head)
    if excess is not None:
        return _because("opinion", f"too {excess.text}")
    if head.lemma_ == "make" and (sense := next((c for c in head.children if c.dep_ == "dobj" and c.lower_ == "sense"), None)) is not None:
        return _because("opinion", _from(head, sense))
    arguable = next((c for c in head.children if c.lower_ in stances.ARGUABLE and c.dep_ == "advmod"), None)
    if arguable is not None:
        return _because("opinion", arguable.text)
    mine = subject is not None and subject.lower_ in {"i", "we"}
    if mine and head.lemma_ in stances.OPINION_VERBS:
        return _because("opinion", f"{subject.text} {head.text}") if subject is not None else None
    if any(a.lower_ == "would" for a in auxiliaries) and any(c.lower_ == "rather" for c in head.children):
        return _because("opinion", "would rather")
    if head.pos_ in {"ADJ", "NOUN", "PROPN"}:
        return _judging(head)
    if head.lemma_ in {"be", "seem", "look", "become", "feel", "sound"}:
        return next(filter(None, (_judging(c) for c in head.children if c.dep_ in _PREDICATES)), None)
    return None


def _too_much(head: Token) -> Token | None:
    """What is said to be too much, by nobody's measure: "came far too late", not "was too ill to travel"."""
    for word in head.children:
        if word.dep_ in {"acomp", "advmod"} and any(c.lower_ == "too" and c.dep_ == "advmod" and c.i < word.i for c in word.children):
            measured = any(c.dep_ in {"xcomp", "prep", "advcl", "ccomp"} for c in word.children) or any(
                c.dep_ == "xcomp" for c in head.children
            )
            return None if measured else word
    return None


def _definition(head: Token, auxiliaries: list[Token]) -> str | None:
    """What a word means: "a recession is two quarters of …", "inflation is the rate at which …", "GDP stands for …"."""
    subject = next((c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if (
        subject is None
        or subject.pos_ not in {"NOUN", "PROPN", "VERB"}
        or roles.role_of(subject.lemma_)
        or head.tag_ not in {"VBZ", "VBP", "VBN"}
    ):
        return None
    if head.lemma_ == "define" and auxiliaries[:1] and auxiliaries[0].tag_ in {"VBZ", "VBP"}:
        return _because("definition", f"{auxiliaries[0].text} defined as") if any(c.lower_ == "as" for c in head.children) else None
    first = subject.doc[subject.left_edge.i]
    indefinite = first.lower_ in {"a", "an"}
    bare = first.i == subject.i and subject.tag_ in {"NN", "NNP", "VBG"}
    particle = stances.DEFINING.get(head.lemma_)
    term = subject.lemma_.lower() in stances.TERMS
    if particle and not auxiliaries and any(c.lower_ == particle for c in head.children) and (indefinite or bare or term):
        named = subject.pos_ == "PROPN" and not subject.text.isupper()
        return None if named else _because("definition", f"{head.text} {particle}")
    if head.lemma_ == "mean" and term:
        return _because("definition", f"{subject.text} {head.text}")
    attribute = next((c for c in head.children if c.dep_ == "attr" and c.pos_ == "NOUN"), None) if head.lemma_ == "be" else None
    if attribute is None or subject.pos_ != "NOUN" or any(c.tag_ == "JJS" for c in attribute.children):
        return None
    told = any(c.dep_ == "relcl" for c in attribute.children) or (indefinite and any(c.lower_ == "of" for c in attribute.children))
    plain = indefinite or (bare and subject.tag_ == "NN")
    return _because("definition", f"{subject.text} {head.text}") if told and plain else None


def _judging(word: Token) -> str | None:
    """Whether the word, said of something, judges it: an evaluative one, or a superlative that nobody can measure."""
    if word.lower_ in stances.EVALUATIVE or word.lemma_.lower() in stances.EVALUATIVE_NOUNS:
        return _because("opinion", word.text)
    for part in word.children:
        owned = any(c.dep_ == "poss" for c in word.children)
        if part.dep_ == "amod" and (part.lower_ in stances.EVALUATIVE or (part.lower_ in {"best", "worst"} and not owned)):
            return _because("opinion", part.text)
    return None
