"""Of what kind a claim is: somebody's words, what somebody is said to have said, or what the article itself asserts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import ClaimKind, Mode

if TYPE_CHECKING:
    from factcheck.splitting.clauses import Atom
    from factcheck.splitting.parsed import Sentence

_FEWEST_QUOTED = 4
"""Words in quotation marks that are somebody's, whoever it is; fewer may be a name, or a word that the writer keeps at arm's length."""


def kind_of(atom: Atom, quoted: Mode | None) -> ClaimKind:
    """What an atom is a claim of; `quoted` is how much of what nobody is named for stands in quotation marks."""
    if atom.attribution is None:
        return ClaimKind.ASSERTION if quoted is None else ClaimKind.QUOTE
    return ClaimKind.STATEMENT if atom.mode is Mode.INDIRECT else ClaimKind.QUOTE


def quoted_in(atom: Atom, sentence: Sentence) -> Mode | None:
    """How much of what nobody is named for stands in quotation marks: all, some, or (None) no more than a word or a title."""
    quoted, words = set[int](), [t for t in atom.tokens if t.text[0].isalnum()]
    for quotation in (q for q in sentence.quotations if not q.depth and (q.closed or q.outer.start >= sentence.span.start)):
        inside = [t for t in words if quotation.inner.contains(sentence.span_of(t))]
        if len(inside) >= _FEWEST_QUOTED and any(t.text[0].islower() and len(t.text) > 3 for t in inside[1:]):
            quoted.update(t.i for t in inside)
    whole = bool(words) and any(all(q.inner.contains(sentence.span_of(t)) for t in words) for q in sentence.quotations)
    return Mode.DIRECT if whole or (quoted and len(quoted) == len(words)) else Mode.MIXED if quoted else None
