"""Tells opinions, predictions, questions, orders, hypotheticals and definitions from what can be checked, and says by which words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.language import roles, stances
from factcheck.splitting.syntax import auxiliaries_of
from factcheck.splitting.tree import text_of

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

_FINITE = {"past", "third person", "present", "modal"}
_SUBJECTS = {"subject", "passive subject", "expletive", "clausal subject", "passive clausal subject"}
_CLOSERS = " \"'”’»)]"
_SAYING = frozenset({"say", "tell", "admit", "confess", "add"})
"""With these "I must" is a way of speaking."""
_PREDICATES = {"adjectival predicative", "predicative", "object predicative"}


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
    return text_of(first.tree[first.i : last.i + 1]) if 0 < last.i - first.i < 5 else f"{first.text} … {last.text}"


def _main_heads(tokens: Sequence[Token]) -> list[Token]:
    """The words that head what is asserted: those whose own head lies outside it, and what is coordinated with them."""
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if not (t.is_punct or t.is_space) and (t.head.i == t.i or t.head.i not in inside)]
    tops = [
        t
        for t in tops
        if t.relation
        not in {
            "coordinator",
            "subordinator",
            "punctuation",
            "preposition",
            "adverbial",
            "adverbial noun",
            "possessor",
            "auxiliary",
            "passive auxiliary",
        }
    ] or tops
    verbs = [t for t in tops if t.part in {"verb", "auxiliary"}] or tops[:1]
    joined = [c for v in verbs for c in v.children if c.relation == "conjunct" and c.i in inside and c.part in {"verb", "auxiliary"}]
    return verbs + joined


def _reason(head: Token, tokens: Sequence[Token], reported: bool, spoken: bool) -> str | None:
    auxiliaries = auxiliaries_of(head)
    if _is_order(head, tokens) or (
        head.relation == "conjunct" and head.form == "base" and not auxiliaries and _is_order(head.head, tokens)
    ):
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
        head.form != "base"
        or (auxiliaries_of(head)[:1] and head.relation == "conjunct")
        or any(c.relation in _SUBJECTS | {"auxiliary"} and c.lower not in {"do", "don't"} for c in head.children)
    ):
        return False
    if any(c.relation in {"clausal complement", "unclear", "parataxis"} and c.form in _FINITE for c in head.children):
        return False
    settings = {t.i for c in head.lefts if c.relation == "preposition" for t in c.subtree}
    before = [t for t in tokens if t.i < head.i and t.i not in settings and not (t.is_punct or t.is_space)]
    return head.relation not in {"open complement", "adverbial clause", "adnominal clause"} and all(
        t.relation in {"adverbial", "interjection", "negation", "auxiliary", "coordinator"} or t.lower == "please"
        for t in _after_address(before)
    )


def _after_address(words: list[Token]) -> list[Token]:
    """The words before a verb without a name called out at the beginning: "Mr Hale, please …"."""
    comma = next((n for n, t in enumerate(words) if n and t.i - words[n - 1].i > 1), None)
    called = words[: len(words) if comma is None else comma]
    parted = bool(called) and called[-1].i + 1 < len(called[-1].tree) and called[-1].nbor(1).text == ","
    named = parted and all(t.part == "proper noun" or t.relation in {"compound", "adverbial noun"} for t in called)
    return words[len(called) :] if named else words


def _hypothetical(head: Token, auxiliaries: list[Token], reported: bool) -> str | None:
    doubt = next((c for c in head.children if c.relation == "adverbial" and c.lower in stances.MAYBE), None)
    if doubt is not None:
        return _because("hypothetical", doubt.text)
    modal = next((a for a in auxiliaries if a.form == "modal"), None)
    if modal is None:
        return None
    word = modal.lower
    if word == "would" and not reported:
        without = next((c for c in head.children if c.relation == "preposition" and c.lower == "without" and c.i < modal.i), None)
        if without is not None:
            return _because("hypothetical", f"{without.text} … {modal.text}")
        if any(a.lower == "have" for a in auxiliaries):
            return _because("hypothetical", _from(modal, head))
    condition = next(
        (
            m
            for c in head.children
            if c.relation == "adverbial clause"
            for m in c.children
            if m.relation == "subordinator" and m.lower in stances.CONDITIONS
        ),
        None,
    )
    if condition is not None and word in {"would", "could", "might"} and not reported:
        return _because("hypothetical", f"{condition.text} … {modal.text}")
    negated = any(c.relation == "negation" for c in head.children)
    able = word == "could" and (negated or head.lemma in stances.PERCEPTION or any(a.lower == "have" for a in auxiliaries))
    if word in stances.POSSIBLE or (word == "could" and not able):
        return _because("hypothetical", _from(modal, head))
    return None


def _prediction(head: Token, auxiliaries: list[Token], reported: bool) -> str | None:
    for auxiliary in auxiliaries:
        if any(c.lower == "rather" for c in head.children):
            break
        ahead = auxiliary.lower in stances.FUTURE or (reported and auxiliary.lower in {"would", "'d", "’d"})
        if ahead and auxiliary.form == "modal":
            return _because("prediction", _from(auxiliary, head))
    going = head.lower == "going" and any(c.relation == "open complement" and c.form == "base" for c in head.children)
    if going and any(a.lemma == "be" for a in auxiliaries):
        return _because("prediction", "going to")
    state = (
        head
        if head.lower in stances.FUTURE_HEADS
        else next((c for c in head.children if c.relation in _PREDICATES and c.lower in stances.FUTURE_HEADS), None)
    )
    if state is not None and any(c.relation == "open complement" for c in state.children) and (state is not head or auxiliaries):
        return _because("prediction", f"{state.text} to")
    if (
        head.lemma in stances.FUTURE_VERBS
        and head.form in {"present", "third person"}
        and any(c.relation in {"open complement", "clausal complement"} for c in head.children)
    ):
        return _because("prediction", head.text)
    return None


def _opinion(head: Token, auxiliaries: list[Token], spoken: bool) -> str | None:
    duty = next((a for a in auxiliaries if a.lower in stances.OBLIGATION and (spoken or a.lower != "must")), None)
    if head.lemma in _SAYING:
        duty = None
    if duty is not None and not any(a.lower == "have" for a in auxiliaries):
        return _because("opinion", _from(duty, head))
    subject = next((c for c in head.children if c.relation in _SUBJECTS), None)
    if head.lower == "ought" or head.lemma in stances.MERIT:
        return _because("opinion", head.text)
    excess = _too_much(head)
    if excess is not None:
        return _because("opinion", f"too {excess.text}")
    if (
        head.lemma == "make"
        and (sense := next((c for c in head.children if c.relation == "object" and c.lower == "sense"), None)) is not None
    ):
        return _because("opinion", _from(head, sense))
    arguable = next((c for c in head.children if c.lower in stances.ARGUABLE and c.relation == "adverbial"), None)
    if arguable is not None:
        return _because("opinion", arguable.text)
    mine = subject is not None and subject.lower in {"i", "we"}
    if mine and head.lemma in stances.OPINION_VERBS:
        return _because("opinion", f"{subject.text} {head.text}") if subject is not None else None
    if any(a.lower == "would" for a in auxiliaries) and any(c.lower == "rather" for c in head.children):
        return _because("opinion", "would rather")
    if head.part in {"adjective", "noun", "proper noun"}:
        return _judging(head)
    if head.lemma in {"be", "seem", "look", "become", "feel", "sound"}:
        return next(filter(None, (_judging(c) for c in head.children if c.relation in _PREDICATES)), None)
    return None


def _too_much(head: Token) -> Token | None:
    """What is said to be too much, by nobody's measure: "came far too late", not "was too ill to travel"."""
    for word in head.children:
        if word.relation in {"adjectival predicative", "adverbial"} and any(
            c.lower == "too" and c.relation == "adverbial" and c.i < word.i for c in word.children
        ):
            measured = any(
                c.relation in {"open complement", "preposition", "adverbial clause", "clausal complement"} for c in word.children
            ) or any(c.relation == "open complement" for c in head.children)
            return None if measured else word
    return None


def _definition(head: Token, auxiliaries: list[Token]) -> str | None:
    """What a word means: "a recession is two quarters of …", "inflation is the rate at which …", "GDP stands for …"."""
    subject = next((c for c in head.children if c.relation in {"subject", "passive subject"}), None)
    if (
        subject is None
        or subject.part not in {"noun", "proper noun", "verb"}
        or roles.role_of(subject.lemma)
        or head.form not in {"third person", "present", "participle"}
    ):
        return None
    if head.lemma == "define" and auxiliaries[:1] and auxiliaries[0].form in {"third person", "present"}:
        return _because("definition", f"{auxiliaries[0].text} defined as") if any(c.lower == "as" for c in head.children) else None
    first = subject.tree[subject.left_edge.i]
    indefinite = first.lower in {"a", "an"}
    bare = first.i == subject.i and subject.form in {"singular", "proper singular", "ing"}
    particle = stances.DEFINING.get(head.lemma)
    term = subject.lemma.lower() in stances.TERMS
    if particle and not auxiliaries and any(c.lower == particle for c in head.children) and (indefinite or bare or term):
        named = subject.part == "proper noun" and not subject.text.isupper()
        return None if named else _because("definition", f"{head.text} {particle}")
    if head.lemma == "mean" and term:
        return _because("definition", f"{subject.text} {head.text}")
    attribute = next((c for c in head.children if c.relation == "predicative" and c.part == "noun"), None) if head.lemma == "be" else None
    if attribute is None or subject.part != "noun" or any(c.form == "superlative" for c in attribute.children):
        return None
    told = any(c.relation == "relative clause" for c in attribute.children) or (
        indefinite and any(c.lower == "of" for c in attribute.children)
    )
    plain = indefinite or (bare and subject.form == "singular")
    return _because("definition", f"{subject.text} {head.text}") if told and plain else None


def _judging(word: Token) -> str | None:
    """Whether the word, said of something, judges it: an evaluative one, or a superlative that nobody can measure."""
    if word.lower in stances.EVALUATIVE or word.lemma.lower() in stances.EVALUATIVE_NOUNS:
        return _because("opinion", word.text)
    for part in word.children:
        owned = any(c.relation == "possessor" for c in word.children)
        if part.relation == "attributive" and (part.lower in stances.EVALUATIVE or (part.lower in {"best", "worst"} and not owned)):
            return _because("opinion", part.text)
    return None
