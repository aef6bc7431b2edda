"""Divides a sentence into atoms: what each attribution in it says, and what the article asserts by itself.

Every word belongs to one atom. A clause is made an atom of its own where the parse leaves no doubt; otherwise it stays with the
clause that it hangs on, since a broken sentence is worse than a coarse one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model import Attribution, Mode, Span
from factcheck.splitting.ownership import Clause, Ownership, Watch, divided
from factcheck.splitting.relatives import antecedent_of
from factcheck.splitting.root import Link, Root
from factcheck.splitting.syntax import is_finite, subject_of
from factcheck.splitting.tree import text_of
from factcheck.splitting.trimming import ranges

if TYPE_CHECKING:
    from factcheck.splitting.parsed import Sentence
    from factcheck.splitting.tree import Token


@dataclass(frozen=True)
class Atom:
    """One thing that a sentence asserts, or one thing that somebody is said in it to have said.

    `own` are the spans of the words that belong to it, `content` those of what it asserts (for an attribution, of what was
    said), `kept` those that its gist is made of. `subject` is the span of the missing subject, `auxiliary` the missing words
    between it and the verb, `verb` the token of the verb.
    """

    own: tuple[Span, ...]
    content: tuple[Span, ...]
    kept: tuple[Span, ...]
    tokens: tuple[Token, ...]
    attribution: Attribution | None = None
    mode: Mode | None = None
    link: Link = Link.NONE
    subject: Span | None = None
    verb: Token | None = None
    auxiliary: str = ""

    @property
    def span(self) -> Span:
        """Where the atom stands, from its first word to its last."""
        return Span(start=min(self.own[0].start, self.kept[0].start), end=max(self.own[-1].end, self.kept[-1].end))


_SHORT_CLAUSE = 25
"""Words; a longer clause is not said again before its participle."""


def atoms_of(sentence: Sentence, attributions: Sequence[Attribution], watch: Watch | None = None) -> list[Atom]:
    """The atoms of a sentence, in the order of the text. `attributions` are those that touch it, none inside another."""
    return _Maker(divided(sentence, attributions, watch)).atoms()


def _has_letters(sentence: Sentence, span: Span) -> bool:
    return any(letter.isalpha() for token in sentence.tokens(span.start, span.end) for letter in token.text)


class _Maker:
    """Makes the atoms of a sentence once it is known who owns which word of it."""

    def __init__(self, table: Ownership) -> None:
        self._table = table

    def atoms(self) -> list[Atom]:
        """The atoms, in the order of the text."""
        atoms = []
        for number, clause in enumerate(self._table.clauses):
            owned = self._table.owned_by(number)
            if owned:
                atoms.extend(self._atoms(number, clause, owned))
        atoms = [atom for atom in atoms if atom.own]
        if not any(_has_letters(self._table.sentence, span) for atom in atoms for span in atom.own):
            atoms = self._whole_sentence()  # whatever words there are, are in a claim
        return sorted(atoms, key=lambda a: (a.span.start, -a.span.end))

    def _atoms(self, number: int, clause: Clause, owned: list[int]) -> list[Atom]:
        if clause.attribution is None:
            return [self._assertion(number, clause, owned)]
        pieces = self._said(clause)
        first = [i for i in owned if not any(i in piece for piece in pieces[1:])]
        link, lacking = (Link.SPEECH, []) if clause.cue is None else self._lack(clause)
        atoms = [self._attributed(clause, first, pieces[0], link, lacking, self._kept(number, first))]
        atoms.extend(self._attributed(clause, sorted(piece), piece, Link.SPEECH, []) for piece in pieces[1:])
        return atoms

    def _whole_sentence(self) -> list[Atom]:
        """The sentence as one assertion, when it has words at all."""
        if not any(c.isalnum() for c in text_of(self._table.tree)):
            return []
        span = (self._table.sentence.span,)
        return [Atom(span, span, span, tuple(self._table.tree))]

    def _lack(self, clause: Clause) -> tuple[Link, list[Token]]:
        """What an attribution lacks: its speaker, who stands before another cue, or what its relative pronoun means."""
        if not clause.speaker_here and clause.attribution is not None and clause.attribution.speaker is not None:
            return Link.SPEAKER, []
        antecedent = antecedent_of(clause.top) if clause.top is not None and clause.top.relation == "relative clause" else []
        lacking = antecedent and all(clause is not self._table.clauses[o] for t in antecedent if (o := self._table.owner[t.i]) is not None)
        return (Link.ANTECEDENT, antecedent) if lacking else (Link.NONE, [])

    def _main_clause(self, root: Root) -> list[Token]:
        """The clause that a participle hangs on, when it is short enough to be said again and one run of words before it."""
        head = root.token.head.head if root.token.relation == "conjunct" else root.token.head
        home = self._table.roots.get(head.i)
        words = [t for t in self._table.tree if self._table.owner[t.i] == home and t.i < root.token.left_edge.i]
        while words and (words[-1].is_punct or words[-1].relation == "coordinator"):
            words.pop()
        spoken = home is None or self._table.clauses[home].attribution is not None
        broken = not words or words[-1].i - words[0].i + 1 != len(words) or any(t.is_quote for t in words)
        return [] if spoken or broken or len(words) > _SHORT_CLAUSE else words

    def _assertion(self, number: int, clause: Clause, owned: list[int]) -> Atom:
        own = ranges(self._table.sentence, owned)
        kept = self._kept(number, owned) or own
        root = clause.root
        tokens = tuple(self._table.tree[i] for i in owned)
        if root is None:
            return Atom(own, own, kept, tokens)
        link, lacking = root.link, root.subject
        if link is Link.PARTICIPLE and (main := self._main_clause(root)):
            link, lacking = Link.CLAUSE, main
        return Atom(own, own, kept, tokens, None, None, link, self._span(lacking), root.token, root.auxiliary)

    def _kept(self, number: int, owned: list[int]) -> tuple[Span, ...]:
        """The spans that a gist is made of: the atom's own words, and those of what is embedded in it ("the claim that …")."""
        inner = {n for n, p in enumerate(self._table.clauses) if p.embedded and n != number and self._home(p) == number}
        inside = [i for i, owner in enumerate(self._table.owner) if owner in inner]
        return ranges(self._table.sentence, sorted({*owned, *inside})) if inside else ()

    def _home(self, clause: Clause) -> int | None:
        """The clause that an embedded one hangs on."""
        if clause.top is None:
            return None
        at = clause.top
        while at.head.i != at.i:
            at = at.head
            owner = self._table.owner[at.i]
            if owner is not None and self._table.clauses[owner] is not clause:
                return owner
        return None

    def _attributed(
        self, clause: Clause, owned: list[int], content: set[int], link: Link, lacking: list[Token], kept: tuple[Span, ...] = ()
    ) -> Atom:
        own, said = ranges(self._table.sentence, owned), ranges(self._table.sentence, sorted(content), bare=True)
        tokens = tuple(self._table.tree[i] for i in sorted(content))
        return Atom(
            own, said or own, kept or own, tokens, clause.attribution, self._mode(clause, content), link, self._span(lacking), clause.cue
        )

    def _mode(self, clause: Clause, content: set[int]) -> Mode | None:
        """The attribution's mode, or for a piece of what was said the mode of the piece."""
        if clause.attribution is None or clause.attribution.mode is not Mode.MIXED:
            return clause.attribution.mode if clause.attribution else None
        quoted = [self._table.sentence.in_quotation(self._table.tree[i]) for i in sorted(content) if self._table.tree[i].text[0].isalnum()]
        return Mode.INDIRECT if not any(quoted) else Mode.DIRECT if all(quoted) else Mode.MIXED

    def _span(self, tokens: list[Token]) -> Span | None:
        if not tokens:
            return None
        return Span(start=self._table.sentence.start_of(tokens[0]), end=self._table.sentence.end_of(tokens[-1]))

    def _said(self, clause: Clause) -> list[set[int]]:
        """What was said, one set of tokens for each thing: "said that A, and that B" are two; a quotation is not divided."""
        rest, pieces = set(clause.content), []
        for i in sorted(clause.content):
            token = self._table.tree[i]
            if (
                token.relation != "conjunct"
                or not is_finite(token)
                or token.head.i not in clause.content
                or self._table.sentence.in_quotation(token)
            ):
                continue
            mark = next((c for c in token.children if c.relation == "subordinator"), None)
            if subject_of(token) is None or (mark is not None and mark.lower != "that") or self._table.sentence.in_quotation(token.head):
                continue
            if self._joined(token):
                piece = {t.i for t in token.subtree} & rest
                if self._whole(piece, token):
                    pieces.append(piece)
                    rest -= piece
        return [rest, *pieces]

    def _joined(self, token: Token) -> bool:
        """Whether a conjunction stands right before the clause."""
        before = token.left_edge.i - 1
        return before > 0 and self._table.tree[before].relation == "coordinator"

    def _whole(self, piece: set[int], token: Token) -> bool:
        """Whether the clause is one run of words after its head's, so that taking it away breaks nothing."""
        return bool(piece) and max(piece) - min(piece) + 1 == len(piece) and min(piece) > token.head.i
