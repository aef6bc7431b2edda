"""Quotations that no verb of saying gives to anybody: `“…,” came the reply from Jo Hale`, `Moss's answer: “…”`, `“…,” per Ann Pell`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.language import cues
from factcheck.language.lexicon import words
from factcheck.language.roles import role_of
from factcheck.model import Span
from factcheck.splitting.attributions.speakers import Speakers, is_passive, may_speak
from factcheck.splitting.attributions.view import View
from factcheck.splitting.syntax import NOUN_SUBJECTS, is_finite

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

COMING = frozenset(("be", "come", "go", "run"))
"""Verbs between a quotation and the noun that says what it is: `“…,” was the verdict of Ann Pell`."""

_THAT = frozenset(("that", "this", "which"))
"""Words that take a quotation up: `“…” That is how Ann Pell remembers it`."""

_SOURCES = frozenset(("per", "via"))
_SOMEBODY_ELSE = words("cues", "somebody_else")
_WRITTEN_ON = words("cues", "written_on")
_FAR = 6
"""Words between a quotation and the noun that says what it is."""


def answered(view: View, speakers: Speakers, first: int, last: int) -> tuple[Span | None, Span | None] | None:
    """Speaker and cue in the words `first` to `last` behind a quotation, where they hold no verb of saying; None where they give none."""
    while first < last and view.tokens[first].is_punct:
        first += 1
    token = view.tokens[first]
    if token.lower in _SOURCES and first < last:
        named = speakers.after(first + 1)
        return (named, view.span(first, first)) if named is not None else None
    if token.lower in _THAT and first < last:
        token = token.nbor(1)
    if token.lemma.lower() not in COMING:
        return None
    if token.nbor(1).lower == "how" if token.i < last else False:
        verb = next((t for t in view.tokens[token.i : last + 1] if t.lemma.lower() in cues.PUTTING), None)
        return (speakers.of(verb), view.span(verb.i, verb.i)) if verb is not None else None
    noun = next((t for t in view.tokens[first : min(last, first + _FAR) + 1] if _is_telling(t)), None)
    return (_whose(view, speakers, noun), view.span(noun.i, noun.i)) if noun is not None else None


def introduced(view: View, speakers: Speakers, first: int, last: int) -> tuple[Span | None, Span | None] | None:
    """The same in the words before a quotation: `The words of Ann Pell were clear:`, `For Ann Pell, “…”`."""
    mark = view.tokens[last].text
    if mark == "," and view.tokens[first].lower == "for" and last - first > 1:
        named = speakers.after(first + 1)
        whole = named is not None and named.end == view.sentence.end_of(view.tokens[last - 1])
        return (named, view.span(first, first)) if whole and view.tokens[first + 1].part == "proper noun" else None
    if mark != ":":
        return None
    for token in view.tokens[first : last + 1]:
        if _is_telling(token) and (whose := _whose(view, speakers, token)) is not None:
            inside = token.relation not in NOUN_SUBJECTS and token.head.part == "verb"  # "They received a note from Ann Pell: “…”"
            cue = token.tree.root if inside and first <= token.tree.root.i <= last else token
            return whose, view.span(cue.i, cue.i)
    return None


def before_a_colon(view: View, speakers: Speakers, first: int, last: int) -> tuple[Span, Span] | None:
    """Who did what a quotation behind a colon illustrates: `Lee was more blunt: “It stinks.”`, `Lee has since apologised: “I was wrong.”`

    None where anybody else, or something that words stand on, is told of between the two: `Lee got a letter from Moss: “…”`.
    """
    if view.tokens[last].text != ":" or last + 2 >= len(view.tokens) or not view.tokens[last + 2].text[0].isupper():
        return None
    run = view.tokens[first:last]
    verb = next((t for t in run if is_finite(t) and t.relation in {"root", "conjunct", "clausal complement", "parataxis"}), None)
    subject = next((c for c in verb.children if c.relation == "subject" and first <= c.i < verb.i), None) if verb is not None else None
    if verb is None or subject is None or not may_speak(subject) or is_passive(verb):
        return None
    behind = [t for t in run if t.i > subject.right_edge.i]
    others = (t.lower in _SOMEBODY_ELSE or t.part == "proper noun" or role_of(t.lemma) or t.lemma.lower() in _WRITTEN_ON for t in behind)
    if any(others) or any(t.relation == "negation" and t.head.lemma in cues.SAYING for t in behind):
        return None
    cue = next((c for c in verb.children if c.relation == "adjectival predicative" and verb.i < c.i < last), verb)
    return speakers.phrase(subject), view.span(cue.i, cue.i)


def _is_telling(token: Token) -> bool:
    return token.part == "noun" and token.lemma.lower() in cues.TELLING


def _whose(view: View, speakers: Speakers, noun: Token) -> Span | None:
    """Whose answer or verdict it is: `Moss's answer`, `the verdict of Ann Pell`, `the reply from the council`."""
    owner = next((c for c in noun.children if c.relation == "possessor"), None)
    if owner is not None:
        return speakers.owner(owner)
    for token in view.tokens[noun.i + 1 : noun.i + 3]:
        if token.lower in {"of", "from", "by"}:
            return speakers.after(token.i + 1)
    return None
