"""Divides a sentence into atoms: what each attribution in it says, and what the article asserts by itself.

Every word belongs to one atom. A clause is made an atom of its own where the parse leaves no doubt; otherwise it stays with the
clause that it hangs on, since a broken sentence is worse than a coarse one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.language.stances import CONDITIONS
from factcheck.model import Attribution, Mode, Span
from factcheck.splitting.mentions import head_of
from factcheck.splitting.relatives import antecedent_of
from factcheck.splitting.root import Link, Root
from factcheck.splitting.roots import own_roots
from factcheck.splitting.syntax import ends_at_a_mark, is_finite, subject_of
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


@dataclass
class _Part:
    """An atom in the making: the tokens it owns."""

    attribution: Attribution | None = None
    root: Root | None = None
    cue: Token | None = None
    speaker_here: bool = False
    content: set[int] = field(default_factory=set)
    top: Token | None = None
    """The highest token of an attribution's own words."""
    embedded: bool = False
    """Whether it stands inside another atom that would be broken without it."""


def atoms_of(sentence: Sentence, attributions: Sequence[Attribution]) -> list[Atom]:
    """The atoms of a sentence, in the order of the text. `attributions` are those that touch it, none inside another."""
    return _Divider(sentence, attributions).divide()


def _has_letters(sentence: Sentence, span: Span) -> bool:
    return any(letter.isalpha() for token in sentence.tokens(span.start, span.end) for letter in token.text)


class _Divider:
    def __init__(self, sentence: Sentence, attributions: Sequence[Attribution]) -> None:
        self._sentence = sentence
        self._tree = sentence.tree
        self._owner: list[int | None] = [None] * len(sentence.tree)
        self._parts: list[_Part] = []
        self._roots: dict[int, int] = {}
        for attribution in attributions:
            if not self._supposed(attribution):
                self._add_attribution(attribution)
        self._give_speakers()

    def divide(self) -> list[Atom]:
        said = {i for part in self._parts for i in part.content}
        taken = said | {t.i for part in self._parts if part.cue is not None for t in [part.cue]}
        for root in own_roots(self._tree, taken, set(self._roots)):
            self._roots[root.token.i] = len(self._parts)
            self._parts.append(_Part(root=root))
        self._give_the_rest()
        self._take_relatives()
        self._mend()
        self._merge_scraps()
        atoms = []
        for number, part in enumerate(self._parts):
            owned = [i for i, owner in enumerate(self._owner) if owner == number]
            if owned:
                atoms.extend(self._atoms(number, part, owned))
        atoms = [atom for atom in atoms if atom.own]
        if not any(_has_letters(self._sentence, span) for atom in atoms for span in atom.own):
            atoms = self._whole_sentence()  # whatever words there are, are in a claim
        return sorted(atoms, key=lambda a: (a.span.start, -a.span.end))

    def _supposed(self, attribution: Attribution) -> bool:
        """Whether the article only supposes that it is said: "if Kestrel says no, the plant will close"."""
        cue = head_of(self._sentence, attribution.cue) if attribution.cue is not None else None
        while cue is not None and cue.relation in {"open complement", "conjunct"} and cue.head.i != cue.i:
            cue = cue.head
        return (
            cue is not None
            and cue.relation == "adverbial clause"
            and any(c.relation == "subordinator" and c.lower in CONDITIONS for c in cue.children)
        )

    def _add_attribution(self, attribution: Attribution) -> None:
        part, number = _Part(attribution=attribution), len(self._parts)
        for span in attribution.content:
            for token in self._sentence.tokens(span.start, span.end):
                if self._owner[token.i] is None:
                    self._owner[token.i] = number
                    part.content.add(token.i)
        if attribution.cue is not None:
            cue = [t for t in self._sentence.tokens(attribution.cue.start, attribution.cue.end) if self._owner[t.i] is None]
            for token in cue:
                self._owner[token.i] = number
            inside = {t.i for t in cue}
            part.cue = next((t for t in cue if t.head.i == t.i or t.head.i not in inside), None)
        if part.content or part.cue is not None:
            self._parts.append(part)
            if part.cue is not None:
                self._raise_root(number, part)

    def _raise_root(self, number: int, part: _Part) -> None:
        """The cue heads the attribution's own words; a verb that only governs the cue ("declined to say") goes with it."""
        root = part.cue
        if root is None:
            return
        if root.part == "noun":
            self._roots.setdefault(root.i, number)
            part.top, part.embedded = root, root.relation != "root"
            return
        while (
            root.relation
            in {"open complement", "clausal complement", "prepositional clause", "prepositional object", "preposition", "agent"}
            and root.head.i != root.i
            and self._owner[root.head.i] in (None, number)
        ):
            if (
                root.relation == "preposition"
                and root.head.part in {"noun", "proper noun", "pronoun", "adjective"}
                and self._owner[root.head.i] is None
            ):
                break
            root = root.head
            if self._owner[root.i] is None:
                self._owner[root.i] = number
        self._roots.setdefault(root.i, number)
        part.top = root
        commaed = root.left_edge.i > 0 and self._tree[root.left_edge.i - 1].is_punct
        fronted = root.left_edge.i == 0
        apart = root.relation in {"root", "conjunct", "parataxis"} or (
            root.relation in {"adverbial clause", "relative clause", "adnominal clause", "preposition"} and (commaed or fronted)
        )
        part.embedded = root.relation in {"relative clause", "adnominal clause", "conjunct", "adverbial clause"} and not (
            apart and self._at_the_top(root)
        )

    def _at_the_top(self, root: Token) -> bool:
        """Whether no subordinate clause stands around it: "it is possible that they left and said so" is one assertion."""
        if root.relation in {"relative clause", "adnominal clause", "preposition"}:
            return True
        while root.relation in {"conjunct", "adverbial clause", "parataxis"}:
            root = root.head
            if root.i in self._roots:
                return True
        return root.relation == "root" or self._owner[root.i] is not None

    def _give_speakers(self) -> None:
        """A speaker's words belong to the attribution whose cue they hang on; the others inherit them."""
        waiting = []
        for number, part in enumerate(self._parts):
            attribution = part.attribution
            if attribution is None or attribution.speaker is None:
                continue
            head = head_of(self._sentence, attribution.speaker)
            part.speaker_here = head is not None and self._owner[head.i] == number
            tokens = [t for t in self._sentence.tokens(attribution.speaker.start, attribution.speaker.end) if self._owner[t.i] is None]
            hangs = head is not None and part.cue is not None and (head.head.i == part.cue.i or self._roots.get(head.head.i) == number)
            elsewhere = (
                head is not None
                and head.relation in {"subject", "passive subject"}
                and not hangs
                and head.head.part in {"verb", "auxiliary"}
            )
            if not elsewhere or head is None or self._owner[head.head.i] is not None:
                waiting.append((not hangs, number, tokens))
        for _, number, tokens in sorted(waiting, key=lambda w: w[:2]):
            for token in tokens:
                if self._owner[token.i] is None:
                    self._owner[token.i] = number
                    self._parts[number].speaker_here = True

    def _give_the_rest(self) -> None:
        """Gives each word that is left to the nearest clause above it."""
        for token in self._tree:
            if self._owner[token.i] is None and not token.is_space:
                self._owner[token.i] = self._nearest(token)

    def _take_relatives(self) -> None:
        """A clause or description that tells of a speaker is the article's own, though it stands among the speaker's words."""
        for number, part in enumerate(self._parts):
            if part.root is not None and part.root.link in (Link.RELATIVE, Link.STATE, Link.PLACE):
                for token in self._without_inner(part.root.token):
                    owner = self._owner[token.i]
                    if owner is not None and self._parts[owner].attribution is not None and token.i not in self._parts[owner].content:
                        self._owner[token.i] = number

    def _without_inner(self, top: Token) -> Iterator[Token]:
        """What hangs on a token, without the clauses in it that are atoms themselves."""
        waiting = [top]
        while waiting:
            token = waiting.pop()
            yield token
            waiting.extend(c for c in token.children if c.i not in self._roots)

    def _nearest(self, token: Token) -> int | None:
        path = token
        while True:
            if path.i in self._roots:
                return self._roots[path.i]
            owner = self._owner[path.i]
            if owner is not None:
                return owner
            if path.head.i == path.i:
                return None
            path = path.head

    def _mend(self) -> None:
        """Undoes what would break: a clause in the middle of another that no comma parts from it, a word cut in two."""
        for number, part in enumerate(self._parts):
            owned = [i for i, owner in enumerate(self._owner) if owner == number]
            if owned and part.root is not None and part.root.link in (Link.NONE, Link.SUBJECT):
                around = self._owners(range(owned[0])) & self._owners(range(owned[-1] + 1, len(self._tree)))
                apart = owned[0] > 0 and self._tree[owned[0] - 1].is_punct and self._tree[min(owned[-1] + 1, len(self._tree) - 1)].is_punct
                if around and not apart and not self._goes_on(part.root):
                    for i in owned:
                        self._owner[i] = min(around)
        for token in self._tree[1:]:
            before = self._tree[token.i - 1]
            if not before.spaced and before.text[-1].isalnum() and token.text[0].isalnum():
                self._owner[token.i] = self._owner[before.i]

    def _goes_on(self, root: Root) -> bool:
        """Whether it is the second half of a clause that is set off itself: "the bridge, which opened in 1962 and | carried …,"."""
        home = self._roots.get(root.token.head.i)
        first = self._parts[home].root if home is not None else None
        return root.token.relation == "conjunct" and first is not None and first.link is Link.RELATIVE and ends_at_a_mark(root.token)

    def _owners(self, tokens: range) -> set[int]:
        """The parts that the words among the tokens belong to."""
        return {owner for i in tokens if (owner := self._owner[i]) is not None and self._tree[i].text[0].isalnum()}

    def _merge_scraps(self) -> None:
        """What is too little to be asserted by itself goes to its neighbour: an adverb, a name without a verb."""
        for number, part in enumerate(self._parts):
            owned = [i for i, owner in enumerate(self._owner) if owner == number]
            if part.attribution is not None or not owned:
                continue
            words = [self._tree[i] for i in owned if self._tree[i].text[0].isalnum()]
            says = any(t.part in {"verb", "auxiliary"} for t in words)
            others = {o for o in self._owner if o is not None and o != number}
            if others and not (says and len(words) > 1):
                home = self._neighbour(owned, number)
                for i in owned:
                    self._owner[i] = home
        if all(owner is None for owner in self._owner):
            return
        loose = [i for i, owner in enumerate(self._owner) if owner is None and not self._tree[i].is_space]
        for i in loose:
            self._owner[i] = self._neighbour([i], None)

    def _neighbour(self, owned: list[int], number: int | None) -> int | None:
        before = next((self._owner[i] for i in range(owned[0] - 1, -1, -1) if self._owner[i] not in (None, number)), None)
        if before is not None:
            return before
        return next((self._owner[i] for i in range(owned[-1] + 1, len(self._tree)) if self._owner[i] not in (None, number)), None)

    def _atoms(self, number: int, part: _Part, owned: list[int]) -> list[Atom]:
        if part.attribution is None:
            return [self._assertion(number, part, owned)]
        pieces = self._said(part)
        first = [i for i in owned if not any(i in piece for piece in pieces[1:])]
        link, lacking = (Link.SPEECH, []) if part.cue is None else self._lack(part)
        atoms = [self._attributed(part, first, pieces[0], link, lacking, self._kept(number, first))]
        atoms.extend(self._attributed(part, sorted(piece), piece, Link.SPEECH, []) for piece in pieces[1:])
        return atoms

    def _whole_sentence(self) -> list[Atom]:
        """The sentence as one assertion, when it has words at all."""
        if not any(c.isalnum() for c in text_of(self._tree)):
            return []
        span = (self._sentence.span,)
        return [Atom(span, span, span, tuple(self._tree))]

    def _lack(self, part: _Part) -> tuple[Link, list[Token]]:
        """What an attribution lacks: its speaker, who stands before another cue, or what its relative pronoun means."""
        if not part.speaker_here and part.attribution is not None and part.attribution.speaker is not None:
            return Link.SPEAKER, []
        antecedent = antecedent_of(part.top) if part.top is not None and part.top.relation == "relative clause" else []
        lacking = antecedent and all(part is not self._parts[o] for t in antecedent if (o := self._owner[t.i]) is not None)
        return (Link.ANTECEDENT, antecedent) if lacking else (Link.NONE, [])

    def _main_clause(self, root: Root) -> list[Token]:
        """The clause that a participle hangs on, when it is short enough to be said again and one run of words before it."""
        head = root.token.head.head if root.token.relation == "conjunct" else root.token.head
        home = self._roots.get(head.i)
        words = [t for t in self._tree if self._owner[t.i] == home and t.i < root.token.left_edge.i]
        while words and (words[-1].is_punct or words[-1].relation == "coordinator"):
            words.pop()
        spoken = home is None or self._parts[home].attribution is not None
        broken = not words or words[-1].i - words[0].i + 1 != len(words) or any(t.is_quote for t in words)
        return [] if spoken or broken or len(words) > _SHORT_CLAUSE else words

    def _assertion(self, number: int, part: _Part, owned: list[int]) -> Atom:
        own = ranges(self._sentence, owned)
        kept = self._kept(number, owned) or own
        root = part.root
        tokens = tuple(self._tree[i] for i in owned)
        if root is None:
            return Atom(own, own, kept, tokens)
        link, lacking = root.link, root.subject
        if link is Link.PARTICIPLE and (clause := self._main_clause(root)):
            link, lacking = Link.CLAUSE, clause
        return Atom(own, own, kept, tokens, None, None, link, self._span(lacking), root.token, root.auxiliary)

    def _kept(self, number: int, owned: list[int]) -> tuple[Span, ...]:
        """The spans that a gist is made of: the atom's own words, and those of what is embedded in it ("the claim that …")."""
        inner = {n for n, p in enumerate(self._parts) if p.embedded and n != number and self._home(p) == number}
        inside = [i for i, owner in enumerate(self._owner) if owner in inner]
        return ranges(self._sentence, sorted({*owned, *inside})) if inside else ()

    def _home(self, part: _Part) -> int | None:
        """The part that an embedded one hangs on."""
        if part.top is None:
            return None
        at = part.top
        while at.head.i != at.i:
            at = at.head
            owner = self._owner[at.i]
            if owner is not None and self._parts[owner] is not part:
                return owner
        return None

    def _attributed(
        self, part: _Part, owned: list[int], content: set[int], link: Link, lacking: list[Token], kept: tuple[Span, ...] = ()
    ) -> Atom:
        own, said = ranges(self._sentence, owned), ranges(self._sentence, sorted(content), bare=True)
        tokens = tuple(self._tree[i] for i in sorted(content))
        return Atom(own, said or own, kept or own, tokens, part.attribution, self._mode(part, content), link, self._span(lacking), part.cue)

    def _mode(self, part: _Part, content: set[int]) -> Mode | None:
        """The attribution's mode, or for a piece of what was said the mode of the piece."""
        if part.attribution is None or part.attribution.mode is not Mode.MIXED:
            return part.attribution.mode if part.attribution else None
        quoted = [self._sentence.in_quotation(self._tree[i]) for i in sorted(content) if self._tree[i].text[0].isalnum()]
        return Mode.INDIRECT if not any(quoted) else Mode.DIRECT if all(quoted) else Mode.MIXED

    def _span(self, tokens: list[Token]) -> Span | None:
        if not tokens:
            return None
        return Span(start=self._sentence.start_of(tokens[0]), end=self._sentence.end_of(tokens[-1]))

    def _said(self, part: _Part) -> list[set[int]]:
        """What was said, one set of tokens for each thing: "said that A, and that B" are two; a quotation is not divided."""
        rest, pieces = set(part.content), []
        for i in sorted(part.content):
            token = self._tree[i]
            if (
                token.relation != "conjunct"
                or not is_finite(token)
                or token.head.i not in part.content
                or self._sentence.in_quotation(token)
            ):
                continue
            mark = next((c for c in token.children if c.relation == "subordinator"), None)
            if subject_of(token) is None or (mark is not None and mark.lower != "that") or self._sentence.in_quotation(token.head):
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
        return before > 0 and self._tree[before].relation == "coordinator"

    def _whole(self, piece: set[int], token: Token) -> bool:
        """Whether the clause is one run of words after its head's, so that taking it away breaks nothing."""
        return bool(piece) and max(piece) - min(piece) + 1 == len(piece) and min(piece) > token.head.i
