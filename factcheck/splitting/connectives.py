"""Words that tie a sentence to the one before it, which is not there beside a gist: "Still, it failed", "Ann Lee, for example, left"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.language.lexicon import words
from factcheck.model import Span

if TYPE_CHECKING:
    from factcheck.splitting.parsed import Sentence
    from factcheck.splitting.tree import Token

_CONNECTIVES = sorted((tuple(phrase.split()) for phrase in words("small_words", "connectives")), key=len, reverse=True)
_FIRST = frozenset(phrase[0] for phrase in _CONNECTIVES)
_PAIR = 6
"""Tokens before a connective in which another comma may have opened what its first comma closes: "Ann Lee, 52, for example, left"."""


def connectives(sentence: Sentence, kept: Sequence[Span]) -> Iterator[Span]:
    """What may be left out of the words kept of a sentence, nothing of a quotation.

    Both commas go where it parts a verb from its subject or from what it says.
    Offsets are code points into the article.
    """
    for number, span in enumerate(kept):
        tokens = sentence.tokens(span.start, span.end)
        for at, token in enumerate(tokens):
            if token.lower in _FIRST and not sentence.in_quotation(token) and (size := _size(tokens, at)):
                if at == 0 and number == 0:
                    yield Span(start=sentence.start_of(token), end=sentence.end_of(tokens[size]))
                elif at > 0 and tokens[at - 1].text == ",":
                    paired = any(t.text == "," for t in tokens[max(0, at - 1 - _PAIR) : at - 1])
                    around = (*tokens[max(0, at - 2) : at - 1], *tokens[at + size + 1 : at + size + 2])
                    parts = not paired and any(t.part in {"verb", "auxiliary"} for t in around)
                    last = tokens[at + size] if parts else tokens[at + size - 1]
                    yield Span(start=sentence.start_of(tokens[at - 1]), end=sentence.end_of(last))


def _size(tokens: Sequence[Token], at: int) -> int:
    """How many tokens a connective has that begins there and ends before a comma; 0 where none does."""
    low = [token.lower for token in tokens[at : at + 5]]
    found = next((phrase for phrase in _CONNECTIVES if tuple(low[: len(phrase)]) == phrase), ())
    return len(found) if found and low[len(found) : len(found) + 1] == [","] else 0
