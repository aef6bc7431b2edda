"""A clause as the rules of the marks see it: its head with auxiliaries and subject, and whose words it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.language import stances
from factcheck.model import Mode
from factcheck.splitting.syntax import AUXILIARIES, SUBJECTS, auxiliaries_of, subject_of
from factcheck.splitting.tree import text_of

if TYPE_CHECKING:
    from factcheck.splitting.tree import Relation, Token

PREDICATES = frozenset({"adjectival predicative", "predicative", "object predicative"})
_CLAUSES: frozenset[Relation] = frozenset({"clausal complement", "clausal subject", "adverbial clause"})
_MARKERS: frozenset[Relation] = AUXILIARIES | {"coordinator", "subordinator", "punctuation", "preposition"}
_ADJUNCTS: frozenset[Relation] = frozenset({"adverbial", "adverbial noun", "possessor"})
_SHORT_BE = frozenset({"'s", "’s", "'re", "’re", "'m", "’m"})
_OPENING, _CLOSING = "“‘«", "”’»"


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words they are: the article's own when there is no `mode`, else somebody's, given by a verb (`cue`) where there is one."""

    mode: Mode | None = None
    cue: Token | None = None

    @property
    def spoken(self) -> bool:
        """Whether they are anybody's but the article's own."""
        return self.mode is not None

    @property
    def direct(self) -> bool:
        """Whether they are quoted whole."""
        return self.mode is Mode.DIRECT

    @property
    def told_by(self) -> str:
        """The lemma of the verb that gives them in indirect speech, or an empty string."""
        return self.cue.lemma if self.cue is not None and self.spoken and not self.direct else ""

    @property
    def reported(self) -> bool:
        """Whether it is indirect speech after a cue in the past, where "would" stands for "will"."""
        return self.spoken and not self.direct and (self.cue is None or self.cue.form in {"past", "participle", "ing"})


class Clause:
    """One of the heads of what is asserted, with what the rules ask of it. `tokens` are those of the whole of it."""

    def __init__(self, head: Token, tokens: Sequence[Token], voice: Voice) -> None:
        self.head, self.tokens, self.voice = head, tokens, voice
        self.auxiliaries = auxiliaries_of(head)
        if len(self.auxiliaries) == 1 and self.auxiliaries[0].form == "modal" and head.form in {"past", "third person"}:
            self.auxiliaries = []  # "Will Hay died": a name that the parser took for an auxiliary
        self.modal = next((a for a in self.auxiliaries if a.form == "modal" and not _is_had(a, head)), None)
        self.subject = _subject(head)
        self.perfect = any(a.lemma == "have" or a.lower == "have" for a in self.auxiliaries)
        self.negated = any(c.relation == "negation" for c in head.children)

    @property
    def finite(self) -> Token:
        """The word that carries the tense: the first auxiliary, or the head itself."""
        return self.auxiliaries[0] if self.auxiliaries else self.head

    def having(self, *relations: Relation) -> Iterator[Token]:
        """What hangs on the head by one of the relations, in order."""
        return (c for c in self.head.children if c.relation in relations)

    def adverb(self, among: frozenset[str]) -> Token | None:
        """The first adverb of the head that is one of these, if any."""
        return next((c for c in self.having("adverbial", "negation") if c.lower in among), None)

    @property
    def first_person(self) -> bool:
        """Whether I or we are the subject."""
        return self.subject is not None and self.subject.lower in {"i", "we"}

    @property
    def existential(self) -> bool:
        """Whether it says that there is something."""
        return is_be(self.head) and any(c.lower == "there" and c.relation in SUBJECTS for c in self.head.children)

    @property
    def condition(self) -> Token | None:
        """The word that opens a condition of the clause, such as "if"."""
        clauses = [*self.having("adverbial clause"), *(t for t in self.tokens[:1] if t.head is not self.head)]
        words = (m for c in clauses for m in (c, *c.children))
        return next((m for m in words if m.relation == "subordinator" and m.lower in stances.CONDITIONS), None)

    def predicates(self) -> list[Token]:
        """The words for what something is said to be, with those that are coordinated with them."""
        head = self.head
        if head.part in {"adjective", "noun", "proper noun"}:
            first = [] if head.relation in {"object", "prepositional object"} and head.head is not head else [head]
        elif head.lemma in stances.COPULAS or is_be(head):
            below = [c for c in self.having("open complement") if c.lemma == "be"]
            first = [c for verb in (head, *below) for c in verb.children if _is_predicate(c)]
        elif head.form in {"ing", "participle"} and any(is_be(a) for a in self.auxiliaries) and not any(self.having("object")):
            first = [head]  # "was shocked", "is worrying"
        else:
            first = []
        joined = [c for word in first for c in word.children if c.relation == "conjunct" and c.part not in {"verb", "auxiliary"}]
        return first + joined

    def tells_a_fact(self) -> bool:
        """Whether there is something to look up beside what somebody judges in the same breath: an event, a name or a number.

        An article's own words tell one unless a rule says otherwise; so does what it gives in indirect speech.
        """
        if not self.voice.direct:
            return True
        event = self.finite.form == "past" or self.perfect or any(a.relation == "passive auxiliary" for a in self.auxiliaries)
        return (event and self.head.lemma not in stances.COPULAS) or any(t.part in {"numeral", "proper noun"} for t in self.head.subtree)

    def quotes(self, token: Token) -> bool:
        """Whether the token stands in quotation marks that open inside what is said: “a disgrace” in: the closure was “a disgrace”."""
        marks = [t.text for t in self.tokens if t.is_quote and t.i < token.i]
        straight = sum(mark in {'"', "``", "''"} for mark in marks)
        return sum(m in _OPENING for m in marks) > sum(m in _CLOSING for m in marks) or straight % 2 == 1


def is_be(token: Token) -> bool:
    """Whether it is a form of "be", a short one too, of which the parser gives the lemma "’s"."""
    return token.lemma == "be" or (token.lower in _SHORT_BE and token.part in {"verb", "auxiliary"})


def is_infinitive(verb: Token) -> bool:
    """Whether it is an infinitive with "to"."""
    to = any(c.lower == "to" and c.i < verb.i for c in verb.children)
    return to and (verb.form == "base" or any(c.form == "base" and c.relation == "passive auxiliary" for c in verb.children))


def _is_predicate(word: Token) -> bool:
    """Whether the word says what something is: by its relation or, where the parser errs, behind the verb as an adverb that is
    strengthened ("are so kind") or as a second subject ("growing up here was a blessing").
    """
    if word.relation in PREDICATES or (word.relation == "object" and word.head.lower in _SHORT_BE):
        return True
    behind = word.i > word.head.i
    if word.relation == "adverbial":
        return behind and any(c.lower in stances.INTENSIFIERS for c in word.children)
    return behind and word.relation == "subject" and any(c.relation in SUBJECTS for c in word.head.lefts)


def _subject(head: Token) -> Token | None:
    """The subject of the head or, where it has none, that of the verb that it is coordinated with."""
    for _ in range(20):
        found = subject_of(head)
        if found is not None or head.relation != "conjunct":
            return found
        head = head.head
    return None


def main_heads(tokens: Sequence[Token]) -> list[Token]:
    """The words that head what is asserted: those whose own head lies outside it, and what is coordinated with them.

    A marker or an adjunct whose head lies outside it heads nothing of it, nor does a clause with "if", "when" and the like.
    """
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if not (t.is_punct or t.is_space) and (t.head.i == t.i or t.head.i not in inside)]
    tops = [t for t in tops if t.relation not in _MARKERS | _ADJUNCTS] or tops
    tops = [t for t in tops if t.relation != "adverbial clause" or not any(c.relation == "subordinator" for c in t.children)] or tops
    verbs = [t for t in tops if t.part in {"verb", "auxiliary"}] or tops[:1]
    joined = [c for v in verbs for c in v.children if c.relation == "conjunct" and c.i in inside and c.part in {"verb", "auxiliary"}]
    return verbs + joined


def held(clause: Clause) -> Clause | None:
    """What somebody holds or allows by the clause, as a clause of its own: "councillors were clear that it would be unwise", "they made
    clear that he must go", "I know we should have won", "she is the one who has to pay".
    """
    head = clause.head
    firm = [w for w in head.children if w.lower in stances.FIRM and w.i > head.i] if is_be(head) or head.lemma == "make" else []
    if firm:
        clauses = (c for word in (*firm, head) for c in word.children if c.relation in _CLAUSES and c not in firm)
        what = next((c for c in clauses if c.relation == "clausal complement" or _opens_with_that(c)), None)
    elif clause.first_person and clause.voice.direct and head.lemma in stances.HOLDING:
        what = next((c for c in clause.having("clausal complement") if c.i > head.i), None)
    elif clause.voice.direct and is_be(head):
        ones = (w for w in head.children if w.relation in PREDICATES and w.lower in {"one", "ones", "people"})
        what = next((c for word in ones for c in word.children if c.relation == "relative clause"), None)
    else:
        what = None
    if what is None or what.left_edge.lower in stances.QUESTION_WORDS - {"that", "who"}:
        return None
    return Clause(what, clause.tokens, clause.voice if clause.voice.direct else Voice(Mode.INDIRECT, head))


def _opens_with_that(clause: Token) -> bool:
    return any(m.lower == "that" and m.relation == "subordinator" for m in clause.children)


def _is_had(auxiliary: Token, verb: Token) -> bool:
    """Whether a 'd is a had: "they'd made up their minds"."""
    return auxiliary.lower in {"'d", "’d"} and verb.form in {"past", "participle"} and auxiliary.i == verb.i - 1


def between(first: Token, last: Token) -> str:
    """The words from one to another, or the two alone when they stand far apart."""
    return text_of(first.tree[first.i : last.i + 1]) if 0 < last.i - first.i < 5 else f"{first.text} … {last.text}"
