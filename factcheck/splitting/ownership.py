"""Who owns which word of a sentence: the table that divides it into atoms, filled in by one pass after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.language.lexicon import words
from factcheck.language.stances import CONDITIONS
from factcheck.model import Attribution
from factcheck.splitting.mentions import head_of
from factcheck.splitting.root import Link, Root
from factcheck.splitting.roots import is_factual, own_roots
from factcheck.splitting.syntax import NOUN_SUBJECTS, WH_WORDS, ends_at_a_mark, is_finite, of_which

if TYPE_CHECKING:
    from factcheck.splitting.parsed import Sentence
    from factcheck.splitting.tree import Token


_SHORT_CLAUSE = 25
"""Words; a longer clause is not said again before its participle or reason."""

_UNITS = ("%", "°", "″", "′")
"""Marks that are a word of a figure."""

_BEHIND = (Link.ADDITION, Link.ITEM)
"""What stands behind the whole clause that it adds to."""

_SUMMING = words("additions", "summing")
_SPELLS = words("small_words", "spells")


@dataclass
class Clause:
    """An atom in the making: the tokens it owns."""

    attribution: Attribution | None = None
    root: Root | None = None
    cue: Token | None = None
    speaker_here: bool = False
    content: set[int] = field(default_factory=set)
    top: Token | None = None
    """The highest token of an attribution's own words."""
    given_up: bool = False
    """Whether it would be no sentence by itself, and its words are another's."""
    embedded: bool = False
    """Whether it stands inside another atom that would be broken without it."""


def _told_with_its_time(verb: Token) -> bool:
    """Whether somebody says something in a clause of time that tells what happened: "fell after the firm reported a loss"."""
    opening = verb.left_edge
    counted = opening.i > 0 and opening.nbor(-1).lower in _SPELLS
    return verb.relation == "adverbial clause" and opening.lower in {"after", "as"} and not counted and is_factual(verb)


def _closes(run: list[Token]) -> bool:
    """Whether the last mark closes a bracket that is opened in the run: "613 acres (248 hectares)"."""
    marks = [t.text for t in run if t.text in {"(", ")"}]
    return run[-1].text == ")" and marks.count("(") == marks.count(")")


def one_run(run: list[Token]) -> list[Token]:
    """The words of a clause without the marks and conjunctions at their ends, to be said again.

    None where they are no one run, quoted, too many, or begin with a pronoun whose meaning stands elsewhere ("who").
    """
    run = list(run)
    while run and ((run[-1].is_punct and run[-1].text not in _UNITS and not _closes(run)) or run[-1].relation == "coordinator"):
        run.pop()
    while run and run[0].relation == "coordinator":
        run.pop(0)
    broken = not run or run[-1].i - run[0].i + 1 != len(run) or any(t.is_quote and t.form != "genitive" for t in run)
    scrap = not any(is_finite(t) for t in run)  # "Partly due to strikes, | including …"
    return [] if broken or scrap or run[0].form in WH_WORDS or len(run) > _SHORT_CLAUSE else run


Watch = Callable[[str, list[list["Token"]]], None]
"""Is told the name of each pass over a sentence, and the words of each atom in the making after it."""


def divided(sentence: Sentence, attributions: Sequence[Attribution], watch: Watch | None = None) -> Ownership:
    """Who owns which word of a sentence. `attributions` are those that touch it, none inside another."""
    return Ownership(sentence, attributions).run(watch)


class Ownership:
    """The atoms in the making, `clauses`, and for each token the number of the one that owns it; `roots` are the tokens that head one."""

    def __init__(self, sentence: Sentence, attributions: Sequence[Attribution]) -> None:
        self.sentence = sentence
        self.tree = sentence.tree
        self.owner: list[int | None] = [None] * len(sentence.tree)
        self.clauses: list[Clause] = []
        self.roots: dict[int, int] = {}
        self._attributions = attributions
        self._main_clauses: dict[int, list[Token]] = {}

    def run(self, watch: Watch | None = None) -> Ownership:
        """Each pass in its turn."""
        for name, run in PASSES:
            run(self)
            if watch is not None:
                watch(name, [[self.tree[i] for i in self.owned_by(number)] for number in range(len(self.clauses))])
        return self

    def owned_by(self, number: int) -> list[int]:
        """The numbers of the tokens that an atom owns."""
        return [i for i, owner in enumerate(self.owner) if owner == number]

    def give_up(self, number: int) -> None:
        """Gives the words of an atom back to the clause that it hangs on, or where it hangs on none to its neighbour.

        One that has no other beside it stays.
        """
        owned, clause = self.owned_by(number), self.clauses[number]
        home = self._above(number) if owned else None
        if home is None and owned:
            home = self._neighbour(owned, number)
        if home is not None:
            for i in owned:
                self.owner[i] = home
            if self.clauses[home].attribution is not None and clause.top is not None and clause.top.i in self.clauses[home].content:
                self.clauses[home].content |= set(owned)
        clause.given_up = True
        self._main_clauses.clear()

    def _above(self, number: int) -> int | None:
        """The atom that the head of another hangs on."""
        clause = self.clauses[number]
        at = clause.root.token if clause.root is not None else clause.top
        while at is not None and at.head.i != at.i:
            at = at.head
            if (owner := self.owner[at.i]) not in (None, number):
                return owner
        return None

    def main_clause(self, root: Root) -> list[Token]:
        """The clause that a participle or reason hangs on, when it is short enough to be said again and one run of words before it.

        Where that is a clause of time itself, the one above it goes with it: "[It closed as orders fell,] leaving 400 out of work".
        """
        if root.token.i not in self._main_clauses:
            self._main_clauses[root.token.i] = self._main_clause(root)
        return self._main_clauses[root.token.i]

    def _main_clause(self, root: Root) -> list[Token]:
        head = root.token.head.head if root.token.relation == "conjunct" else root.token.head
        if root.link in _BEHIND:
            above = (t for t in root.token.ancestors if (home := self.roots.get(t.i)) is not None and not self._is_item(home))
            head = next(above, head)
        homes = {self.roots.get(head.i)}
        while head.relation == "adverbial clause" and head.i in self.roots and head.head.i < head.i:
            head = head.head
            homes.add(self.roots.get(head.i))
        while (first := self._shares_a_subject(head)) is not None:
            head = first
            homes.add(self.roots.get(head.i))
        words = [t for t in self.tree if self.owner[t.i] in homes and t.i < root.token.left_edge.i]
        if root.link in _BEHIND and any(self.owner[t.i] in homes and not t.is_punct for t in self.tree[root.token.right_edge.i + 1 :]):
            return []
        spoken = any(home is None or self._speaks(self.clauses[home], root) for home in homes)
        return [] if spoken else one_run(words)

    def _shares_a_subject(self, verb: Token) -> Token | None:
        """The verb whose subject another one has, too: "Nine senators | rebelled and | voted no, including Bell"."""
        number = self.roots.get(verb.i)
        root = self.clauses[number].root if number is not None else None
        return verb.head if root is not None and root.link is Link.SUBJECT and verb.head.i in self.roots else None

    def _is_item(self, number: int) -> bool:
        root = self.clauses[number].root
        return root is not None and root.link is Link.ITEM

    def _speaks(self, clause: Clause, root: Root) -> bool:
        """Whether what hangs on a clause may be what is said in it; a measure behind a sum is not: "expects £3m, | down from £4m"."""
        if clause.attribution is None:
            return False
        named = root.token.lower in _SUMMING  # "…, a move that …", which nobody is said to say
        return root.link not in _BEHIND or (not named and any(is_finite(self.tree[i]) for i in clause.content))

    def _take_attributions(self) -> None:
        """Gives each attribution what was said, and the words that say so."""
        for attribution in self._attributions:
            if not self._supposed(attribution):
                self._add_attribution(attribution)
        for clause in self.clauses:
            if clause.top is not None and clause.top.part != "noun":
                clause.embedded = self._is_embedded(clause.top)

    def _find_clauses(self) -> None:
        """Makes an atom of each clause that asserts something by itself."""
        said = {i for clause in self.clauses for i in clause.content}
        taken = said | {t.i for clause in self.clauses if clause.cue is not None for t in [clause.cue]}
        taken |= {t.i for t in self.tree if t.relation != "root" and self.sentence.in_quotation(t)}  # a quotation is never cut
        for root in own_roots(self.tree, taken, set(self.roots)):
            self.roots[root.token.i] = len(self.clauses)
            self.clauses.append(Clause(root=root))

    def _supposed(self, attribution: Attribution) -> bool:
        """Whether the article only supposes that it is said: "if Kestrel says no, the plant will close"."""
        cue = head_of(self.sentence, attribution.cue) if attribution.cue is not None else None
        while cue is not None and cue.relation in {"open complement", "conjunct"} and cue.head.i != cue.i:
            cue = cue.head
        return (
            cue is not None
            and cue.relation == "adverbial clause"
            and any(c.relation == "subordinator" and c.lower in CONDITIONS for c in cue.children)
        )

    def _add_attribution(self, attribution: Attribution) -> None:
        clause, number = Clause(attribution=attribution), len(self.clauses)
        for span in attribution.content:
            for token in self.sentence.tokens(span.start, span.end):
                if self.owner[token.i] is None:
                    self.owner[token.i] = number
                    clause.content.add(token.i)
        if attribution.cue is not None:
            cue = [t for t in self.sentence.tokens(attribution.cue.start, attribution.cue.end) if self.owner[t.i] is None]
            for token in cue:
                self.owner[token.i] = number
            inside = {t.i for t in cue}
            clause.cue = next((t for t in cue if t.head.i == t.i or t.head.i not in inside), None)
        if clause.content or clause.cue is not None:
            self.clauses.append(clause)
            if clause.cue is not None:
                self._raise_root(number, clause)

    def _raise_root(self, number: int, clause: Clause) -> None:
        """The cue heads the attribution's own words; a verb that only governs the cue ("declined to say") goes with it."""
        root = clause.cue
        if root is None:
            return
        if root.part == "noun":
            self.roots.setdefault(root.i, number)
            clause.top, clause.embedded = root, root.relation != "root"
            return
        if root.relation == "adjectival predicative" and self.owner[root.head.i] in (None, number):
            root = root.head  # "remained | confident that …"
            self.owner[root.i] = number
        while (
            root.relation
            in {"open complement", "clausal complement", "prepositional clause", "prepositional object", "preposition", "agent"}
            and root.head.i != root.i
            and self.owner[root.head.i] in (None, number)
        ):
            if (
                root.relation == "preposition"
                and root.head.part in {"noun", "proper noun", "pronoun", "adjective"}
                and self.owner[root.head.i] is None
            ):
                break
            root = root.head
            if self.owner[root.i] is None:
                self.owner[root.i] = number
        self.roots.setdefault(root.i, number)
        clause.top = root

    def _is_embedded(self, root: Token) -> bool:
        """Whether the verb that heads what somebody says hangs inside another clause, that would be broken without it."""
        commaed = root.left_edge.i > 0 and self.tree[root.left_edge.i - 1].is_punct
        fronted = root.left_edge.i == 0
        apart = root.relation in {"root", "conjunct", "parataxis"} or (
            root.relation in {"adverbial clause", "relative clause", "adnominal clause", "preposition"}
            and (commaed or fronted or of_which(root) or _told_with_its_time(root))
        )
        inside = root.relation in {"relative clause", "adnominal clause", "conjunct", "adverbial clause"}
        return inside and not (apart and self._at_the_top(root))

    def _at_the_top(self, root: Token) -> bool:
        """Whether no subordinate clause stands around it: "it is possible that they left and said so" is one assertion."""
        if root.relation in {"relative clause", "adnominal clause", "preposition"}:
            return True
        while root.relation in {"conjunct", "adverbial clause", "parataxis"}:
            root = root.head
            if root.i in self.roots:
                return True
        return root.relation == "root" or self.owner[root.i] is not None

    def _give_speakers(self) -> None:
        """A speaker's words belong to the attribution whose cue they hang on; the others inherit them."""
        waiting = []
        for number, clause in enumerate(self.clauses):
            attribution = clause.attribution
            if attribution is None or attribution.speaker is None:
                continue
            head = head_of(self.sentence, attribution.speaker)
            clause.speaker_here = head is not None and self.owner[head.i] == number
            tokens = [t for t in self.sentence.tokens(attribution.speaker.start, attribution.speaker.end) if self.owner[t.i] is None]
            hangs = head is not None and clause.cue is not None and (head.head.i == clause.cue.i or self.roots.get(head.head.i) == number)
            elsewhere = head is not None and head.relation in NOUN_SUBJECTS and not hangs and head.head.part in {"verb", "auxiliary"}
            if not elsewhere or head is None or self._is_a_cue_with_a_speaker(head.head):
                waiting.append((not hangs, number, tokens))
        for _, number, tokens in sorted(waiting, key=lambda w: w[:2]):
            for token in tokens:
                if self.owner[token.i] is None:
                    self.owner[token.i] = number
                    self.clauses[number].speaker_here = True

    def _is_a_cue_with_a_speaker(self, verb: Token) -> bool:
        """Whether the verb belongs to an attribution; not "The judge | heard that … and said so", where others speak and he hears."""
        owner = self.owner[verb.i]
        if owner is None:
            return False
        clause = self.clauses[owner]
        return clause.cue is not verb or clause.attribution is None or clause.attribution.speaker is not None

    def _give_the_rest(self) -> None:
        """Gives each word that is left to the nearest clause above it."""
        for token in self.tree:
            if self.owner[token.i] is None and not token.is_space:
                self.owner[token.i] = self._nearest(token)

    def _take_relatives(self) -> None:
        """A clause or description that tells of a speaker is the article's own, though it stands among the speaker's words."""
        for number, clause in enumerate(self.clauses):
            if clause.root is not None and clause.root.link in (Link.RELATIVE, Link.STATE, Link.PLACE):
                for token in self._without_inner(clause.root.token):
                    owner = self.owner[token.i]
                    if owner is not None and self.clauses[owner].attribution is not None and token.i not in self.clauses[owner].content:
                        self.owner[token.i] = number

    def _without_inner(self, top: Token) -> Iterator[Token]:
        """What hangs on a token, without the clauses in it that are atoms themselves."""
        waiting = [top]
        while waiting:
            token = waiting.pop()
            yield token
            waiting.extend(c for c in token.children if c.i not in self.roots)

    def _nearest(self, token: Token) -> int | None:
        path = token
        while True:
            if path.i in self.roots:
                return self.roots[path.i]
            owner = self.owner[path.i]
            if owner is not None:
                return owner
            if path.head.i == path.i:
                return None
            path = path.head

    def _mend(self) -> None:
        """Undoes what would break: a clause in the middle of another that no comma parts from it, a word cut in two."""
        for number, clause in enumerate(self.clauses):
            owned = self.owned_by(number)
            if owned and clause.root is not None and clause.root.link in (Link.NONE, Link.SUBJECT):
                around = self._owners(range(owned[0])) & self._owners(range(owned[-1] + 1, len(self.tree)))
                apart = owned[0] > 0 and self.tree[owned[0] - 1].is_punct and self.tree[min(owned[-1] + 1, len(self.tree) - 1)].is_punct
                if around and not apart and not self._goes_on(clause.root):
                    above = self.owner[clause.root.token.head.i]
                    home = above if above not in (None, number) else min(around)
                    for i in owned:
                        self.owner[i] = home
        for token in self.tree[1:]:
            before = self.tree[token.i - 1]
            joined = before.text[-1].isalnum() or (before.text in {"-", "–"} and token.i > 1 and not before.nbor(-1).spaced)
            if not before.spaced and joined and (token.text[0].isalnum() or token.text in {"-", "–"}):
                self.owner[token.i] = self.owner[before.i]

    def _goes_on(self, root: Root) -> bool:
        """Whether it is the second half of a clause that is set off itself: "the bridge, which opened in 1962 and | carried …,"."""
        home = self.roots.get(root.token.head.i)
        first = self.clauses[home].root if home is not None else None
        return root.token.relation == "conjunct" and first is not None and first.link is Link.RELATIVE and ends_at_a_mark(root.token)

    def _owners(self, tokens: range) -> set[int]:
        """The parts that the words among the tokens belong to."""
        return {owner for i in tokens if (owner := self.owner[i]) is not None and self.tree[i].text[0].isalnum()}

    def _merge_scraps(self) -> None:
        """What is too little to be asserted by itself goes to its neighbour: an adverb, a name without a verb."""
        for number, clause in enumerate(self.clauses):
            owned = self.owned_by(number)
            described = clause.root is not None and clause.root.link in (Link.STATE, Link.WITH, *_BEHIND) and len(owned) > 1
            if clause.attribution is not None or not owned or described:
                continue
            words = [self.tree[i] for i in owned if self.tree[i].text[0].isalnum()]
            says = any(t.part in {"verb", "auxiliary"} for t in words)
            others = {o for o in self.owner if o is not None and o != number}
            if others and not (says and len(words) > 1):
                for other in (o for o in others if self._tells_of(o, number)):
                    self.give_up(other)  # "The strike, which began on Monday, shut schools", where the parse takes "shut" for a noun
                owned = self.owned_by(number)
                home = self._neighbour(owned, number)
                for i in owned:
                    self.owner[i] = home
        if all(owner is None for owner in self.owner):
            return
        loose = [i for i, owner in enumerate(self.owner) if owner is None and not self.tree[i].is_space]
        for i in loose:
            self.owner[i] = self._neighbour([i], None)

    def _tells_of(self, number: int, other: int) -> bool:
        """Whether a clause or description tells of somebody or something in another, which it says again."""
        root = self.clauses[number].root
        again = root is not None and root.link in (Link.RELATIVE, Link.STATE, Link.PLACE)
        return again and root is not None and any(self.owner[t.i] == other for t in root.subject)

    def _neighbour(self, owned: list[int], number: int | None) -> int | None:
        before = next((self.owner[i] for i in range(owned[0] - 1, -1, -1) if self.owner[i] not in (None, number)), None)
        if before is not None:
            return before
        return next((self.owner[i] for i in range(owned[-1] + 1, len(self.tree)) if self.owner[i] not in (None, number)), None)


PASSES: tuple[tuple[str, Callable[[Ownership], None]], ...] = (
    ("what was said, and the words that say so", Ownership._take_attributions),
    ("who says it", Ownership._give_speakers),
    ("clauses that assert something by themselves", Ownership._find_clauses),
    ("the other words, to the nearest clause above them", Ownership._give_the_rest),
    ("what is told of a speaker, to the article", Ownership._take_relatives),
    ("what would break, mended", Ownership._mend),
    ("scraps, to their neighbours", Ownership._merge_scraps),
)
"""What is done to the table of who owns which word, in order, each under the name that it is told by."""
