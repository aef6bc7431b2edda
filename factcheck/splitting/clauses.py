"""Divides a sentence into atoms: what each attribution in it says, and what the article asserts by itself.

Every word belongs to one atom. A clause is made an atom of its own where the parse leaves no doubt; otherwise it stays with the
clause that it hangs on, since a broken sentence is worse than a coarse one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.language.lexicon import words
from factcheck.model import Attribution, Mode, Span
from factcheck.splitting.gate import Tied, settle, tells_how_it_came
from factcheck.splitting.ownership import Clause, Ownership, Watch, divided, one_run
from factcheck.splitting.relatives import antecedent_of
from factcheck.splitting.root import Link, Root
from factcheck.splitting.roots import own_roots
from factcheck.splitting.syntax import auxiliaries_of, is_finite, subject_of, subject_words, told_to_its_subject
from factcheck.splitting.tree import text_of
from factcheck.splitting.trimming import ranges
from factcheck.splitting.turns import turns

if TYPE_CHECKING:
    from factcheck.splitting.parsed import Sentence
    from factcheck.splitting.tree import Token


@dataclass(frozen=True)
class Atom:
    """One thing that a sentence asserts, or one thing that somebody is said in it to have said.

    `own` are the spans of the words that belong to it, `content` those of what it asserts (for an attribution, of what was
    said), `kept` those that its gist is made of. `subject` is the span of the missing subject, `auxiliary` the missing words
    between it and the verb, `verb` the token of the verb. `inner` is the root of the clause within what was said that it is.
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
    inner: Root | None = None

    @property
    def span(self) -> Span:
        """Where the atom stands, from its first word to its last."""
        return Span(start=min(self.own[0].start, self.kept[0].start), end=max(self.own[-1].end, self.kept[-1].end))


_SAID_APART = frozenset((Link.NONE, Link.SUBJECT, Link.WITH, Link.ADDITION, Link.CAUSE, Link.PARTICIPLE))
"""What a clause within what was said may lack to be told apart."""

_LEANING = (Link.ADDITION, Link.CAUSE, Link.PARTICIPLE)
"""What is told apart with the words before it in brackets."""

_FRAMING = frozenset(("preposition", "adverbial clause"))
"""What hangs on a cue and says under what condition it is said."""

_DENYING = words("negation", "words") | words("negation", "verbs")
_SET_AGAINST = words("small_words", "plain_contrast")
_RELATIVES = words("small_words", "relatives") | {"when"}
"""What opens a clause that is no second thing said: "said that A, and | when B"."""


def atoms_of(sentence: Sentence, attributions: Sequence[Attribution], tied: Tied, watch: Watch | None = None) -> list[Atom]:
    """The atoms of a sentence, in the order of the text. `attributions` are those that touch it, none inside another.

    Each is a sentence by itself, or what somebody said; what is not goes back to the clause that it hangs on.
    """
    table = divided(sentence, attributions, watch)
    settle(table, tied)
    return _Maker(table).atoms()


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
        clause.content |= self._contrasted(clause, owned)
        pieces = self._said(clause, set(owned))
        later = {i for piece, _ in pieces for i in piece}
        first = [i for i in owned if i not in later]
        link, lacking = (Link.SPEECH, []) if clause.cue is None else self._lack(clause)
        first_atom = self._attributed(clause, first, clause.content - later, link, lacking, self._kept(number, first))
        if link is Link.SUBJECT and clause.cue is not None:
            first_atom = replace(first_atom, auxiliary=text_of(auxiliaries_of(clause.cue.head)))
        atoms = [first_atom]
        for piece, inner in pieces:
            lacking = [] if inner is None else self._added_to(piece, clause) if inner.link in _LEANING else inner.subject
            atoms.append(self._attributed(clause, sorted(piece), piece, Link.SPEECH, lacking, inner=inner))
        return atoms

    def _added_to(self, piece: set[int], clause: Clause) -> list[Token]:
        """The words of what was said that an addition at its end adds to; none where they are too many to be said again, or no one run.

        None either where something stands before who says it: "Excluding costs, it said it had lost £3m, | against £4m a year ago".
        """
        cue = clause.cue
        if cue is not None and any(c.i < cue.i and c.relation in _FRAMING and c.i not in clause.content for c in cue.children):
            return []
        rest = [t for t in self._table.tree[max(piece) + 1 :] if not t.is_punct]
        goes_on = bool(rest) and (rest[0].i in clause.content or rest[0].relation == "coordinator")
        return [] if goes_on else one_run([self._table.tree[i] for i in sorted(clause.content) if i < min(piece)])

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
        if clause.cue is not None and told_to_its_subject(clause.cue):  # "The pupils were sent home and | warned that …"
            return Link.SUBJECT, subject_words(clause.cue)
        antecedent = antecedent_of(clause.top) if clause.top is not None and clause.top.relation == "relative clause" else []
        lacking = antecedent and all(clause is not self._table.clauses[o] for t in antecedent if (o := self._table.owner[t.i]) is not None)
        return (Link.ANTECEDENT, antecedent) if lacking else (Link.NONE, [])

    def _assertion(self, number: int, clause: Clause, owned: list[int]) -> Atom:
        own = ranges(self._table.sentence, owned)
        kept = self._kept(number, owned) or own
        root = clause.root
        tokens = tuple(self._table.tree[i] for i in owned)
        if root is None:
            return Atom(own, own, kept, tokens)
        link, lacking = root.link, root.subject
        if link in (Link.PARTICIPLE, Link.CAUSE, Link.ADDITION, Link.ITEM) and (main := self._table.main_clause(root)):
            link, lacking = (Link.CLAUSE if link in (Link.PARTICIPLE, Link.ADDITION) else link), main
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
        self,
        clause: Clause,
        owned: list[int],
        content: set[int],
        link: Link,
        lacking: list[Token],
        kept: tuple[Span, ...] = (),
        inner: Root | None = None,
    ) -> Atom:
        own, said = ranges(self._table.sentence, owned), ranges(self._table.sentence, sorted(content), bare=True)
        tokens = tuple(self._table.tree[i] for i in sorted(content))
        mode, auxiliary = self._mode(clause, content), inner.auxiliary if inner is not None else ""
        return Atom(
            own, said or own, kept or own, tokens, clause.attribution, mode, link, self._span(lacking), clause.cue, auxiliary, inner
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

    def _said(self, clause: Clause, owned: set[int]) -> list[tuple[set[int], Root | None]]:
        """What was said beside the first thing, each with the root of its clause: "said that A, and that B".

        A quotation is divided only where it turns. What tells of somebody at the end of a piece is part of it: "blamed Bell, who …".
        """
        said = [self._table.tree[i] for i in sorted(clause.content)]
        if clause.attribution is not None and clause.attribution.mode is Mode.DIRECT:
            return [({t.i for t in half}, None) for half in turns(said)]
        rest, pieces = set(clause.content), list[tuple[set[int], Root | None]]()
        roots = self._roots_in(clause)
        nobody = clause.attribution is not None and clause.attribution.speaker is None
        for i in sorted(clause.content):
            token, root = self._table.tree[i], roots.get(i)
            if root is None and (nobody or not self._another_that(token, clause)):
                continue  # "The court heard that A and that B" has nobody whose words the second could be told as
            piece = {t.i for t in token.subtree} & rest
            piece |= {t.i for t in token.subtree if piece and t.i in owned - clause.content and t.i > max(piece)}
            added = root is not None and root.link in _LEANING
            if self._whole(piece, token) and piece != rest and not (added and not self._added_to(piece, clause)):
                pieces.append((piece, root))
                rest -= piece
        return pieces

    def _contrasted(self, clause: Clause, owned: list[int]) -> set[int]:
        """A clause that is set against what was said, and nobody else's: "said it paid nobody, | while the bank looked away"."""
        tops = (self._table.tree[i] for i in owned if i not in clause.content)
        hanging = (t for t in tops if t.relation == "adverbial clause" and t.head.i in clause.content and t.left_edge.lower in _SET_AGAINST)
        return {t.i for top in hanging for t in top.subtree} & set(owned)

    def _roots_in(self, clause: Clause) -> dict[int, Root]:
        """The heads of the clauses in what was said, by the same rules as the article's own; what tells of a noun stays with it."""
        inside = {i for i in clause.content if not self._table.sentence.in_quotation(self._table.tree[i])}
        tree = self._table.tree
        tops = {i for i in inside if tree[i].head.i not in clause.content or self._another_that(tree[i], clause)}
        outside = {t.i for t in tree} - inside
        denied = clause.cue is not None and any(t.lower in _DENYING or t.relation == "negation" for t in (clause.cue, *clause.cue.lefts))
        found = (root for root in own_roots(tree, outside, tops) if root.link in _SAID_APART and not tells_how_it_came(root.token))
        return {root.token.i: root for root in found if not (denied and root.link in _LEANING)}  # "denied it was off because it snowed"

    def _another_that(self, token: Token, clause: Clause) -> bool:
        """Whether a clause in what was said is coordinated, with a subject of its own and maybe a "that"."""
        if (
            token.relation != "conjunct"
            or not is_finite(token)
            or token.head.i not in clause.content
            or self._table.sentence.in_quotation(token)
            or self._table.sentence.in_quotation(token.head)
        ):
            return False
        mark = next((c for c in token.children if c.relation == "subordinator"), None)
        headed = subject_of(token) is not None and (mark is None or mark.lower == "that")
        return headed and self._joined(token) and token.left_edge.lower not in _RELATIVES

    def _joined(self, token: Token) -> bool:
        """Whether a conjunction stands right before the clause."""
        before = token.left_edge.i - 1
        return before > 0 and self._table.tree[before].relation == "coordinator"

    def _whole(self, piece: set[int], token: Token) -> bool:
        """Whether the clause is one run of words after its head's, so that taking it away breaks nothing."""
        return bool(piece) and max(piece) - min(piece) + 1 == len(piece) and min(piece) > token.head.i
