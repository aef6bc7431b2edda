"""Who says it: the noun phrase as written, found at a verb or inherited along coordinations and participles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Span
from factcheck.splitting.attributions.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ")
_LEAVES_OUT = ("relcl", "acl", "advcl", "ccomp", "dep", "parataxis", "xcomp")
_CLIMBS = ("conj", "advcl", "xcomp", "dep", "parataxis", "acomp")
_QUOTING = ("quote", "cite", "hear", "record", "report")
"""In the passive, these have as their subject who spoke: she was quoted as saying."""


class Speakers:
    """The speakers of one sentence's cues. `lifted` says of a verb whose content it was cut from that both have one speaker."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[int, Span | None] = {}
        self.lifted: dict[int, Token] = {}

    def of(self, verb: Token) -> Span | None:
        """Who is the subject of the verb, or None."""
        if verb.i not in self._known:
            self._known[verb.i] = None  # against a parse that runs in a circle
            self._known[verb.i] = self._find(verb)
        return self._known[verb.i]

    def give(self, verb: Token, speaker: Span | None) -> None:
        """Let the verb have a speaker that was found by other means."""
        self._known[verb.i] = speaker

    def _find(self, verb: Token) -> Span | None:
        if verb.i in self.lifted and not _has_subject(verb):
            return self.of(self.lifted[verb.i])
        passive = is_passive(verb)
        for child in verb.children:
            if child.dep_ == "nsubj" and not passive:
                return self._subject(child)
            if child.dep_ == "agent" and passive:
                return next((self.phrase(c) for c in child.children if c.dep_ == "pobj"), None)
        if passive:
            return None
        if verb.dep_ == "acl" and verb.head.pos_ in _NOMINAL:
            return self.phrase(verb.head) if verb.tag_ == "VBG" else None
        if verb.dep_ == "relcl" and verb.head.pos_ in _NOMINAL:
            return None
        return self._inherited(verb)

    def _inherited(self, verb: Token) -> Span | None:
        head = verb.head
        if verb.dep_ in ("pcomp", "prep") and head.i != verb.i:
            while head.pos_ not in ("VERB", "AUX") and head.head.i != head.i:
                head = head.head
            return self._of_governor(head)
        if verb.dep_ in _CLIMBS and head.i != verb.i and head.pos_ in ("VERB", "AUX", "ADJ"):
            if verb.dep_ == "xcomp" and (asked := _addressee(head)) is not None:
                return self.phrase(asked)
            return self._of_governor(head)
        return None

    def _of_governor(self, head: Token) -> Span | None:
        if head.pos_ not in ("VERB", "AUX"):
            return None
        if is_passive(head) and head.lemma_.lower() not in _QUOTING:
            return next((self._subject(c) for c in head.children if c.dep_ == "nsubjpass"), None)
        if is_passive(head):
            return next((self._subject(c) for c in head.children if c.dep_ == "nsubjpass"), None)
        return self.of(head)

    def _subject(self, head: Token) -> Span | None:
        return None if head.lower_ == "there" or self._view.quoted(head) else self.phrase(head)

    def phrase(self, head: Token) -> Span:
        """The noun phrase as written, with titles and prepositional phrases, without relative clauses and appositions."""
        tokens = self._view.tokens
        first, last = head.left_edge.i, head.right_edge.i
        coordinated = any(c.dep_ == "conj" and c.pos_ not in ("VERB", "AUX") for c in head.children)
        for child in head.children:
            if child.i < head.i:
                continue
            loose = child.dep_ == "punct" and child.text in (",", "--", "—", "–", ":", "(", ";") and not coordinated
            if child.dep_ in _LEAVES_OUT or child.dep_ == "appos" or loose or (child.dep_ == "conj" and child.pos_ in ("VERB", "AUX")):
                last = min(last, child.left_edge.i - 1)
        for i in range(first, last + 1):
            if self._view.inside[i] is not None and self._view.inside[i] is not self._view.inside[head.i]:
                first, last = (i + 1, last) if i < head.i else (first, min(last, i - 1))
        last = max(last, head.i)
        while last > head.i and (tokens[last].is_punct or tokens[last].is_space or tokens[last].dep_ in ("cc", "mark")):
            last -= 1
        while first < head.i and (tokens[first].is_punct or tokens[first].is_space or _before_a_phrase(tokens[first], head)):
            first += 1
        return self._view.span(first, last)

    def after(self, first: int) -> Span | None:
        """A noun phrase that starts at a token, read word by word: for `said X` where the parse has lost it."""
        tokens, at = self._view.tokens, first
        while at < len(tokens) and _goes_on(tokens[at]) and self._view.inside[at] is None:
            at += 1
        while at > first and tokens[at - 1].pos_ in ("ADP", "CCONJ", "ADV", "DET", "PUNCT"):
            at -= 1
        named = any(t.pos_ in ("NOUN", "PROPN", "PRON") for t in tokens[first:at])
        return self._view.span(first, at - 1) if named else None


def _before_a_phrase(token: Token, head: Token) -> bool:
    return token.dep_ in ("cc", "mark") or (token.dep_ == "advmod" and token.head.i == head.i and token.pos_ in ("ADV", "SCONJ"))


def _goes_on(token: Token) -> bool:
    return (
        token.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON")
        or token.dep_ in ("amod", "compound")
        or token.lower_ in ("of", "for", "and", "&", "’s", "'s")
    )


def _addressee(verb: Token) -> Token | None:
    """Who is to do it, where the verb has somebody else do it: asked him to say."""
    return next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)


def _has_subject(verb: Token) -> bool:
    """Whether the verb has a subject of its own, which no relative pronoun is."""
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ not in ("WP", "WDT") for c in verb.children)


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive voice, as a participle too: `Asked whether she knew, Hale said no`, `when told that …`."""
    relations = {c.dep_ for c in verb.children}
    participle = verb.dep_ == "advcl" and verb.tag_ in ("VBN", "VBD") and not relations & {"nsubj", "aux", "expl"}
    return participle or bool(relations & {"nsubjpass", "auxpass"})
