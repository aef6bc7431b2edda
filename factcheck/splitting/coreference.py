"""Whom a pronoun means: who could be meant, what speaks for each, and a decision by the first rule that has one.

A tie is made only when one candidate is left: wrong is worse than none. The order among candidates (the speaker, then the
subject, then anybody, of the nearest earlier sentence) is that of centering theory (Grosz, Joshi and Weinstein, Centering: A
Framework for Modelling the Local Coherence of Discourse, 1995), with its doubtful cases left untied.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.language.lexicon import words

if TYPE_CHECKING:
    from factcheck.splitting.names import Known
    from factcheck.splitting.parsed import Sentence
    from factcheck.splitting.tree import Token

SUBJECTS = frozenset({"subject", "passive subject"})
_REFLEXIVES = frozenset(("himself", "herself"))
_OBJECT_FORMS = frozenset({"him", "them"})
_OBJECTS = frozenset({"object", "indirect object", "prepositional object"})
_WEATHER_AND_TIME = words("verb_frames", "weather_and_time")
"""Verbs whose "it" often means nothing."""
_FURTHEST = 3
"""How many sentences back a pronoun may reach, when those between speak of nobody that fits."""


@dataclass(frozen=True)
class Referent:
    """Somebody or something that a sentence speaks of: the words, and the named one behind them where there is one."""

    start: int
    end: int
    text: str
    known: Known | None
    gender: str | None
    plural: bool = False
    person: bool = False
    body: bool = False

    @property
    def who(self) -> object:
        """What tells two referents apart: the one named, or the words where nobody is."""
        return self.known or self.text.casefold()

    def fits(self, kind: str) -> bool:
        """Whether a pronoun of that kind (he, she, it, they) can mean it, by number, gender and animacy."""
        if kind == "they":
            return self.plural
        if self.plural:
            return False
        if kind == "it":
            return not self.person
        return self.person and self.gender in (None, "m" if kind == "he" else "f")


@dataclass
class Scene:
    """What a sentence leaves behind for the pronouns that follow.

    `doubts` are the kinds of pronoun it left untied, `quoted` those in quotations.
    """

    speakers: list[Referent] = field(default_factory=list)
    subjects: list[Referent] = field(default_factory=list)
    others: list[Referent] = field(default_factory=list)
    doubts: set[str] = field(default_factory=set)
    quoted: set[str] = field(default_factory=set)

    def fitting(self, kind: str) -> list[Referent]:
        """Everybody in it that the pronoun can mean, speakers first."""
        return [r for r in (*self.speakers, *self.subjects, *self.others) if r.fits(kind)]

    def in_front(self, kind: str) -> list[Referent]:
        """Those of them who speak or are subjects."""
        return [r for r in (*self.speakers, *self.subjects) if r.fits(kind)]


@dataclass(frozen=True)
class Pronoun:
    """A pronoun outside quotations, with what decides whom it may mean.

    `kind` is he, she, it or they; `speaking` says that it is the speaker of an attribution.
    """

    kind: str
    token: Token
    sentence: Sentence
    speaking: bool

    @property
    def personal(self) -> bool:
        """Whether it means one person: he or she."""
        return self.kind in {"he", "she"}

    @property
    def heads_the_sentence(self) -> bool:
        """Whether it is the subject of the sentence, and no empty one."""
        return self.token.relation in SUBJECTS and self.token.head.relation == "root" and not _means_nothing(self.token)

    @property
    def reflexive(self) -> bool:
        """Whether it means the subject of its own clause: himself."""
        return self.token.lower in _REFLEXIVES

    @property
    def is_object(self) -> bool:
        """Whether it cannot mean the subject of its own clause."""
        return (self.token.lower in _OBJECT_FORMS or self.token.relation in _OBJECTS) and not self.reflexive


@dataclass(frozen=True)
class Decision:
    """Whom a pronoun was decided to mean (None: nobody can say), out of whom, and by which rule."""

    rule: str
    candidates: tuple[Referent, ...] = ()
    chosen: Referent | None = None


class CorefResolver:
    """Decides one pronoun after the other, in the order of the text. `scenes` are those of the sentences before, the nearest last."""

    def __init__(self) -> None:
        self.scenes: list[Scene] = []

    def remember(self, scene: Scene) -> None:
        """The sentence is read; it is the nearest one now."""
        self.scenes = [*self.scenes[1 - _FURTHEST :], scene]

    def resolve(self, pronoun: Pronoun, scene: Scene) -> Decision:
        """The decision of the first rule that has one. `scene` is what stands before the pronoun in its own sentence."""
        for rule in RULES:
            decision = rule(self, pronoun, scene)
            if decision is not None:
                return decision
        return Decision("nobody before fits")

    def _where_it_says_little(self, pronoun: Pronoun, _: Scene) -> Decision | None:
        """It and they are tied only where they speak or head the sentence."""
        if not pronoun.personal and not (pronoun.speaking or pronoun.heads_the_sentence):
            return Decision("it and they are tied only where they speak, or head the sentence")
        return None

    def _after_a_doubt(self, pronoun: Pronoun, scene: Scene) -> Decision | None:
        """Where one like it was left open, or stands in a quotation, in the same sentence, this one is too."""
        if pronoun.personal and not pronoun.speaking and pronoun.kind in scene.doubts | scene.quoted:
            return Decision("another like it before it in the sentence is open")
        return None

    def _in_its_own_sentence(self, pronoun: Pronoun, scene: Scene) -> Decision | None:
        """One before it in its own sentence; an object only where nobody else who was named of late could be meant."""
        if not pronoun.personal or pronoun.speaking:
            return None
        here = _before(scene, pronoun)
        if not here and not pronoun.reflexive:
            return None
        found = only(here)
        sure = found is None or pronoun.token.relation in SUBJECTS or _subject_of_clause(pronoun, found)
        if not sure and found is not None and self._rivals(found, pronoun.kind):
            return Decision("before it in the sentence, but somebody named before could be meant too", tuple(here))
        return Decision("the only one before it in the sentence", tuple(here), found)

    def _who_spoke_in_it(self, pronoun: Pronoun, scene: Scene) -> Decision | None:
        """Who has spoken in its own sentence goes on speaking."""
        spoken = [r for r in scene.speakers if r.fits(pronoun.kind)] if pronoun.speaking else []
        if not spoken:
            return None
        candidates = [*spoken, *(r for r in scene.fitting(pronoun.kind) if r.known)]
        return Decision("the only one who has spoken in the sentence", tuple(candidates), only(candidates))

    def _from_earlier(self, pronoun: Pronoun, _: Scene) -> Decision | None:
        """The nearest sentence before that speaks of somebody who fits."""
        kind, speaking = pronoun.kind, pronoun.speaking
        for scene in reversed(self.scenes):
            fitting = scene.fitting(kind)
            if kind in scene.doubts:
                return Decision("one like it in a sentence before is open", tuple(fitting))
            if speaking and any(r.fits(kind) for r in scene.speakers):
                fitting = scene.in_front(kind)
            elif kind in scene.quoted:
                return Decision("one like it stands in a quotation before", tuple(fitting))
            decision = _of_scene(pronoun, scene, fitting)
            if decision is not None:
                return decision
        return None

    def _rivals(self, found: Referent, kind: str) -> bool:
        """Whether somebody else who was named of late could be meant."""
        return any(r.known is not None and r.who != found.who for scene in self.scenes for r in scene.fitting(kind))


RULES: tuple[Callable[[CorefResolver, Pronoun, Scene], Decision | None], ...] = (
    CorefResolver._where_it_says_little,
    CorefResolver._after_a_doubt,
    CorefResolver._in_its_own_sentence,
    CorefResolver._who_spoke_in_it,
    CorefResolver._from_earlier,
)
"""The rules in the order in which they are asked; the first that has a decision decides."""


def _of_scene(pronoun: Pronoun, scene: Scene, fitting: Sequence[Referent]) -> Decision | None:
    """Whom of an earlier sentence the pronoun means; None where the sentence has nobody for it."""
    front = scene.in_front(pronoun.kind)
    if pronoun.kind == "it":
        if not front and not any(r.body for r in fitting):
            return None
        bodies = [r for r in front if r.body] if pronoun.speaking else front
        found = only(bodies)
        known = found if found is not None and found.body and found.known else None
        return Decision("the only body with a name in front of a sentence before", tuple(bodies), known)
    if pronoun.kind == "they":
        several = [r for r in fitting if r.person or r.body]
        return Decision("the only people who spoke before", tuple(several), only(several) if pronoun.speaking else None)
    if not fitting:
        return None
    if front:
        candidates = [*front, *(r for r in fitting if r.known)]
        return Decision("the only one in front of a sentence before", tuple(candidates), only(candidates))
    found = only(fitting)
    sure = found is None or (found.known and not pronoun.speaking)
    return Decision("the only one of a sentence before", tuple(fitting), found if sure else None)


def _before(scene: Scene, pronoun: Pronoun) -> list[Referent]:
    """Those mentioned before the pronoun in its own sentence that it can mean; an object is not its own subject."""
    fitting, token = scene.fitting(pronoun.kind), pronoun.token
    clauses = (a for a in token.ancestors if a.part in {"verb", "auxiliary"})
    subject = next((c for a in clauses for c in a.children if c.relation in SUBJECTS and c.i != token.i), None)
    if subject is not None and pronoun.is_object:
        start, end = pronoun.sentence.start_of(subject.left_edge), pronoun.sentence.end_of(subject.right_edge)
        return [r for r in fitting if not start <= r.start < end]
    return fitting


def _subject_of_clause(pronoun: Pronoun, referent: Referent) -> bool:
    """Whether the referent is the subject of the clause that the pronoun stands in ("Smith sold his house")."""
    for verb in pronoun.token.ancestors:
        subject = next((c for c in verb.children if c.relation in SUBJECTS), None)
        if subject is not None:
            start = pronoun.sentence.start_of(subject.left_edge)
            return start <= referent.start < pronoun.sentence.end_of(subject.right_edge)
    return False


def only(referents: Sequence[Referent]) -> Referent | None:
    """The first of them when all are the same one."""
    return referents[0] if referents and len({r.who for r in referents}) == 1 else None


def _means_nothing(token: Token) -> bool:
    """Whether an "it" is the empty subject of "it is clear that", "it rained", "it took years to"."""
    if token.lower != "it":
        return False
    verb = token.head
    clauses = any(
        c.relation in {"clausal complement", "open complement", "clausal subject", "adverbial clause"}
        or (
            c.relation in {"adjectival predicative", "predicative"}
            and any(g.relation in {"open complement", "clausal complement", "relative clause"} for g in c.children)
        )
        for c in verb.children
    )
    return verb.lemma in _WEATHER_AND_TIME or (verb.lemma == "be" and clauses)
