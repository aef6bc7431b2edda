"""What was said: the clause or phrase that belongs to a cue, whole quotations kept whole, other people's cues left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.language import cues
from factcheck.language.calendar import WEEKDAYS
from factcheck.language.lexicon import words
from factcheck.language.quotation_marks import Quotation
from factcheck.language.roles import role_of
from factcheck.model import Span
from factcheck.splitting.attributions.speakers import Speakers
from factcheck.splitting.attributions.view import View, merged, runs
from factcheck.splitting.syntax import AUXILIARIES, NOUN_SUBJECTS, PERSONS, WH_WORDS, ends_at_a_mark, told_to_its_subject

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

Said = tuple[str, tuple[Span, ...]]
"""By which frame something is said, and the spans of what is said."""

_KNOWN = frozenset(("the", "this", "that", "these", "those"))
_SUMMING = words("additions", "summing")
_SET_AGAINST = words("small_words", "contrast")
_BEFORE_ANOTHER = (",", "”", '"', "''", "’", "'")
"""What stands before a clause that is no longer part of what was said."""
_MOVED_BACK = frozenset(("had", "would", "could", "might", "'d", "’d"))
_PAST_OR_PRESENT = frozenset(("this", "last", "yesterday", "today", "earlier", *(day.lower() for day in WEEKDAYS)))


class Contents:
    """The contents of one sentence's cues."""

    def __init__(self, view: View, speakers: Speakers, claimed: Iterable[Span] = ()) -> None:
        self._view, self._speakers = view, speakers
        taken = [q for q in view.quotations if any(c.contains(q.outer) for c in claimed)]
        self._taken = {t.i for t, q in zip(view.tokens, view.inside, strict=True) if q is not None and q in taken}

    def clause(self, head: Token, verb: Token) -> tuple[Span, ...]:
        """The clause of `head` as what `verb` says, where the cue interrupts it in several spans."""
        numbers = {t.i for t in head.subtree} - _day_of_saying(head, verb)
        for token in head.subtree:
            if token.i != head.i and self._is_anothers(token, head, verb):
                numbers -= self._cut(token, verb)
        numbers.discard(verb.i)
        return self.spans(numbers)

    def phrase(self, heads: Iterable[Token], verb: Token) -> tuple[Span, ...]:
        """Several parts of a sentence as one run of words: described [the talks] [as a success]."""
        numbers = set()
        for head in heads:
            numbers |= {t.i for t in head.subtree}
            for token in head.subtree:
                if token.i != head.i and self._is_anothers(token, head, verb):
                    numbers -= self._cut(token, verb)
        return self.spans(range(min(numbers), max(numbers) + 1)) if numbers else ()

    def quoted(self, token: Token) -> bool:
        """Whether a token stands in quotation marks."""
        return self._view.quoted(token)

    def spans(self, numbers: Iterable[int]) -> tuple[Span, ...]:
        """Token numbers as spans: trimmed, without crumbs, quotations whole."""
        view = self._view
        found = []
        for first, last in _without_crumbs(view, runs(n for n in numbers if n not in self._taken)):
            span = view.trimmed(first, last)
            if span is not None:
                found.append(self._whole_quotations(span))
        return merged(view.text, found)

    def _whole_quotations(self, span: Span) -> Span:
        """A span that cuts a quotation takes all of it."""
        for quotation in self._view.quotations:
            if (
                quotation.outer.overlaps(span)
                and not self._is_taken(quotation)
                and not (span.contains(quotation.outer) or (quotation.inner.contains(span) and not quotation.closed))
            ):
                span = Span(start=min(span.start, quotation.outer.start), end=max(span.end, quotation.outer.end))
        return span

    def _is_taken(self, quotation: Quotation) -> bool:
        return any(self._view.inside[i] is quotation for i in self._taken)

    def _is_anothers(self, token: Token, head: Token, verb: Token) -> bool:
        """Whether a verb inside a clause is rather a cue of its own: `…, adding that`, `… and warned that`, `…, according to X`."""
        if self._view.quoted(token) or told_to_its_subject(token):
            return False
        before = self._view.tokens[token.left_edge.i - 1].text if token.left_edge.i else ""
        if before == "," and token.lower in _SUMMING and token.left_edge.lower in {"a", "an"}:
            return any(c.relation == "relative clause" for c in token.children)  # "…, a move that its leader called a mistake"
        if token.lower == "according" and token.i > head.i:
            return True
        lemma = token.lemma.lower()
        if token.relation == "apposition":  # "said Mr Sladen, a former pilot, had paid": who he is the article says
            described = token.left_edge.relation in {"determiner", "possessor"} and role_of(token.lemma)
            return before == "," and described and token.head.part == "proper noun" and token.i > token.head.i and ends_at_a_mark(token)
        if token.relation == "relative clause" and lemma in cues.SAYING and _has_another_speaker(token):
            return before == ","  # "promised an inquiry, which she said would report by May"
        if token.relation == "relative clause":
            known = token.head.part == "proper noun" or token.head.left_edge.lower in _KNOWN  # not "his brother, who was being beaten"
            return (
                known
                and before == ","
                and ends_at_a_mark(token)
                and any(t.form in WH_WORDS or t.lower == "whose" for t in token.subtree if t.i < token.i)
                and not (verb.form == "past" and _is_reported(token))
            )
        if token.relation == "adverbial clause" and before in _BEFORE_ANOTHER and token.i > head.i:
            marks = {c.lower for c in token.children if c.relation == "subordinator"}
            if marks & _SET_AGAINST:
                return True
        if lemma not in cues.SAYING and lemma not in cues.NAMING | cues.JUDGING:
            return False
        if token.form == "ing" and token.relation in (
            "adverbial clause",
            "conjunct",
            "unclear",
            "adnominal clause",
            "clausal complement",
            "open complement",
        ):
            return before in _BEFORE_ANOTHER and token.left_edge.i > verb.i and token.left_edge.i == token.i
        subject = any(c.relation in NOUN_SUBJECTS for c in token.children)
        if subject and token.relation == "conjunct" and lemma in cues.SAYING and not any(c.relation == "auxiliary" for c in token.children):
            said = any(c.relation == "subordinator" for c in token.children) or any(c.relation == "subordinator" for c in head.children)
            return token.form == verb.form and token.i > head.i > verb.i and not said  # "Pell said it rained and Moss said it snowed"
        return (
            token.relation == "conjunct"
            and not subject
            and token.form == verb.form
            and token.form in ("past", "third person")
            and token.i > verb.i
            and head.form != verb.form
        )

    def _cut(self, token: Token, verb: Token) -> set[int]:
        if token.lower != "according":
            self._speakers.lifted[token.i] = verb
        gone = {t.i for t in token.subtree}
        if token.relation == "conjunct":
            gone |= {
                c.i
                for c in token.head.children
                if c.relation in ("coordinator", "punctuation") and c.i < token.i and c.i > token.head.i and c.i >= token.left_edge.i - 2
            }
        return gone


def _has_another_speaker(clause: Token) -> bool:
    """Whether a relative clause has its pronoun from what somebody says in it: "which | she said | would report"."""
    told = any(c.relation == "clausal complement" and c.i > clause.i for c in clause.children)
    return told and any(c.relation in NOUN_SUBJECTS and c.form not in WH_WORDS for c in clause.children)


def _is_reported(clause: Token) -> bool:
    """Whether a relative clause is part of what was said: "the letter, which he had written himself", "the dam, which would hold".

    The tense is moved back as in reported speech (Quirk et al. 14.31), or it tells of somebody as the speaker does.
    """
    back = any(c.relation in AUXILIARIES and c.lower in _MOVED_BACK for c in clause.children)
    return back or any(c.relation in NOUN_SUBJECTS and c.lower in PERSONS for c in clause.children)


def _day_of_saying(head: Token, verb: Token) -> set[int]:
    """When it was said, where the parse hangs that on what was said: `told drivers this week the ferry would stop`."""
    first = next(iter(head.children), head)
    if (
        first.relation != "adverbial noun"
        or first.left_edge.i <= verb.i
        or first.left_edge.lower not in _PAST_OR_PRESENT
        or verb.form != "past"
    ):
        return set()
    following = head.tree[first.right_edge.i + 1] if first.right_edge.i + 1 < len(head.tree) else head
    return {t.i for t in first.subtree} if following.text != "," and following.relation != "subordinator" else set()


def _without_crumbs(view: View, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of tokens with only marks between them joined, and those without a word left out."""
    joined: list[tuple[int, int]] = []
    for first, last in found:
        if joined and all(t.is_punct or t.is_space for t in view.tokens[joined[-1][1] + 1 : first]):
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return [(a, b) for a, b in joined if view.words_between(a, b)]
