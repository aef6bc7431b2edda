"""A sentence as attributions are read from it: its tokens, which of them stand in quotation marks, and spans of token runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.language.quotation_marks import Quotation
from factcheck.model import Span
from factcheck.splitting.parsed import Sentence

if TYPE_CHECKING:
    from factcheck.splitting.tree import Token

EDGES = frozenset((",", ":", ";", "-", "--", "—", "–", "―", "..."))
"""Tokens that are cut off the ends of what was said and of who said it."""


@dataclass(frozen=True)
class Finding:
    """An attribution before it is put into its place: what kind of words gave it away, and where its parts stand."""

    frame: str
    speaker: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    sentence: int


class View:
    """One sentence. `inside[i]` is the outermost quotation that token i stands in (its marks included), or None."""

    def __init__(self, text: str, sentence: Sentence, number: int) -> None:
        self.text, self.sentence, self.number = text, sentence, number
        self.tokens: list[Token] = list(sentence.tree)
        self.quotations = [q for q in sentence.quotations if not q.depth]
        self.inside = self._inside()

    def _inside(self) -> list[Quotation | None]:
        found: list[Quotation | None] = [None] * len(self.tokens)
        for quotation in self.quotations:
            for token in self.sentence.tokens(quotation.outer.start, quotation.outer.end):
                found[token.i] = quotation
        return found

    def span(self, first: int, last: int) -> Span:
        """From the start of one token to the end of another."""
        return Span(start=self.sentence.start_of(self.tokens[first]), end=self.sentence.end_of(self.tokens[last]))

    def trimmed(self, first: int, last: int) -> Span | None:
        """The same without commas, colons, dashes and white space at its ends; None when nothing else is there."""
        while first <= last and (self.tokens[first].is_space or self.tokens[first].text in EDGES):
            first += 1
        while last >= first and (self.tokens[last].is_space or self.tokens[last].text in EDGES or self._dangles(last, first)):
            last -= 1
        return self.span(first, last) if first <= last else None

    def _dangles(self, last: int, first: int) -> bool:
        """Whether a conjunction is left at the end, of which the other side is another's."""
        return last > first and self.tokens[last].relation == "coordinator" and self.tokens[last].lower in ("and", "but", "or")

    def words_between(self, first: int, last: int) -> int:
        """How many words (not marks) stand from one token to another, both included."""
        return sum(1 for t in self.tokens[first : last + 1] if not t.is_punct and not t.is_space)

    def outside_runs(self) -> Iterator[tuple[int, int]]:
        """The runs of tokens outside quotation marks, as first and last token."""
        start: int | None = None
        for i, quotation in enumerate(self.inside):
            if quotation is None and start is None:
                start = i
            elif quotation is not None and start is not None:
                yield start, i - 1
                start = None
        if start is not None:
            yield start, len(self.tokens) - 1

    def quoted(self, token: Token) -> bool:
        """Whether the token stands in quotation marks."""
        return self.inside[token.i] is not None


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers as runs that lack none: `runs([1, 2, 5]) == [(1, 2), (5, 5)]`."""
    found: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def merged(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order; those that overlap, or have only white space between them, joined."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(start=joined[-1].start, end=max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
