"""Whom a pronoun means: who could be meant, by number, gender and grammar, and what the article has said of each so far.

Everybody and everything that the article speaks of is a candidate, the one spoken of last being the nearest; a ranker says how likely
each is. What cannot be meant (a woman by "he", the subject by an object of its own clause) is no candidate at all, by number, gender,
animacy and binding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.language import roles
from factcheck.language.lexicon import words
from factcheck.language.pronouns import THIRD_PERSON, gender_of
from factcheck.model import EntityKind, Gender
from factcheck.splitting.binding import described, may_bind, out_of_apposition
from factcheck.splitting.ranking import GROUPS, Ranker, Scored, likeliest, means_nothing, shipped
from factcheck.splitting.syntax import NOUN_SUBJECTS, comma_before, is_plural

if TYPE_CHECKING:
    from factcheck.splitting.names import Known
    from factcheck.splitting.parsed import Sentence
    from factcheck.splitting.tree import Token

_OF_PEOPLE = words("verb_frames", "speaking") | words("verb_frames", "living")
_REFLEXIVES = frozenset(("himself", "herself"))
_OBJECT_FORMS = frozenset({"him", "them"})
_POSSESSIVES = frozenset({"his", "its", "their"})
_HIS, _HERS = (frozenset(form for form, kind in THIRD_PERSON.items() if kind == one) for one in ("he", "she"))
_OBJECTS = frozenset({"object", "indirect object", "prepositional object"})
_GOING_ON = frozenset(("add", "continue"))
_AGES = words("pronouns", "ages")
_RELATIVES = frozenset(("who", "which", "that"))
_BROUGHT_ABOUT = words("verb_frames", "brought_about")
_OF_COMPANIES = words("nouns", "of_companies")
_QUANTITIES = words("nouns", "quantities")
_FURTHEST = {EntityKind.PERSON: 15, None: 15, EntityKind.BODY: 6, EntityKind.PLACE: 4, EntityKind.THING: 4}
"""How many sentences back a pronoun may reach for each kind; beyond it the article has moved on."""
_SILENT = frozenset({EntityKind.THING, EntityKind.PLACE})
"""Kinds that no speaking pronoun means: a country may speak, but "it said" is mostly its agency."""
_MOST = 40
"""Candidates that are kept in mind; the one spoken of longest ago is forgotten first."""


@dataclass(frozen=True)
class Sighting:
    """Where somebody or something is mentioned: the word, its sentence, and how sure it is that they are meant (1 but for a pronoun)."""

    number: int
    sentence: Sentence = field(repr=False)
    token: Token
    speaking: bool = False
    trust: float = 1.0

    @property
    def role(self) -> str:
        """What the word is in its clause, beyond any apposition."""
        return out_of_apposition(self.token).relation


@dataclass(frozen=True)
class Referent:
    """Somebody or something that a sentence speaks of: the words, and the named one behind them where there is one.

    `who` tells two referents apart; `kind` is None for a name of one word that nothing tells of; `shared` says that the words are a
    name that two bear; `collective`, that one noun calls several ("the crew"), which may be "they" as well as "it".
    """

    start: int
    end: int
    text: str
    who: Hashable
    known: Known | None
    gender: Gender | None
    kind: EntityKind | None
    plural: bool = False
    shared: bool = False
    in_headline: bool = False
    collective: bool = False


@dataclass
class Candidate:
    """One of those whom the article has spoken of: the words for them, where they were mentioned last, how often and as what.

    `told` is where they were last mentioned by more than a pronoun, `here` are all mentions in the sentence of the last, `called` counts
    the pronouns for them by their kind, `tied` is the kind of the last that was tied to them, `spoke` is where they last spoke.
    """

    referent: Referent
    last: Sighting
    told: Sighting
    mentions: int = 1
    called: Counter[str] = field(default_factory=Counter)
    spoke: Sighting | None = None
    here: list[Sighting] = field(default_factory=list)
    tied: str | None = None

    def __post_init__(self) -> None:
        self.here = [self.last]

    def see(self, at: Sighting) -> None:
        """They are mentioned again."""
        self.here = [*self.here, at] if self.last.number == at.number else [at]
        self.last = at
        self.spoke = at if at.speaking else self.spoke

    @property
    def is_named_person(self) -> bool:
        """Whether it is somebody whose name is known."""
        return self.referent.kind is EntityKind.PERSON and self.referent.known is not None

    def fits(self, pronoun: str) -> bool:
        """Whether a pronoun of that sort (he, she, it, they) can mean it, by number, gender and animacy."""
        one = self.referent
        if pronoun == "they":
            return one.plural or one.collective or one.kind is EntityKind.BODY
        if one.plural:
            return False
        if pronoun == "it":
            return one.kind is not EntityKind.PERSON
        return one.kind in {EntityKind.PERSON, None} and one.gender in {gender_of(pronoun), None}


@dataclass(frozen=True)
class Pronoun:
    """A pronoun outside quotations, with what decides whom it may mean.

    `kind` is he, she, it or they; `speaking` says that it is the speaker of an attribution; `number` counts its sentence, and it
    `goes_on_from` the last one before that is not all quotation. `parted` is how much a new paragraph says in the article: 0 where each
    sentence is one, as in wire copy, near 1 where paragraphs are long; `talk` is how much of it speaks of "I" or "we". Those `named_below`
    are named in the clause that it is the subject of, and cannot be meant: in "He said Ann Pell had won" she is no "he".
    """

    kind: str
    token: Token
    sentence: Sentence
    number: int
    speaking: bool
    goes_on_from: int
    parted: float
    talk: float
    named_below: frozenset[Known] = frozenset()

    @property
    def group(self) -> str:
        """The set of weights by which it is read."""
        return GROUPS["he" if self.kind == "it" and self.speaking else self.kind]

    @property
    def goes_on(self) -> bool:
        """Whether its verb says that the one who spoke last goes on speaking: "he added"."""
        return self.speaking and self.token.head.lemma in _GOING_ON

    @property
    def of_an_age(self) -> bool:
        """Whether it belongs to the age of one who is told of there: "a man in his seventies", not "she sang into her seventies"."""
        age = self.token.head
        return age.lower in _AGES and self.token.relation == "possessor" and age.head.head.part in {"noun", "pronoun"}

    @property
    def of_either(self) -> bool:
        """Whether it means anybody, man or woman: "he or she", "his/her"."""
        tree, at = self.token.tree, self.token.i
        others = _HERS if self.kind == "he" else _HIS
        behind = [t.lower for t in tree[at + 1 : at + 3]]
        before = [t.lower for t in reversed(tree[max(0, at - 2) : at])]
        return any(len(pair) == 2 and pair[0] in {"or", "/"} and pair[1] in others for pair in (behind, before))

    @property
    def reflexive(self) -> bool:
        """Whether it means the subject of its own clause: himself."""
        return self.token.lower in _REFLEXIVES

    @property
    def is_object(self) -> bool:
        """Whether it cannot mean the subject of its own clause."""
        owns = self.token.lower in _POSSESSIVES  # "launched his Keep Left campaign", where the parser errs
        object_ = self.token.lower in _OBJECT_FORMS or self.token.relation in _OBJECTS
        return object_ and not (self.reflexive or owns or self._of_how_many)

    @property
    def _of_how_many(self) -> bool:
        """Whether it tells how many of those before a comma: "Ten men came, | most of them farmers"."""
        count = self.token.head.head
        return self.token.head.lower == "of" and count.lemma.lower() in _QUANTITIES and comma_before(count)

    @property
    def acts(self) -> bool:
        """Whether it is the subject of what people do, or bodies through them: say, hope, marry."""
        return self.token.relation == "subject" and self.token.head.lemma in _OF_PEOPLE

    @property
    def own_subject(self) -> Token | None:
        """The subject of the clause that it stands in, unless it is that itself."""
        for verb in (a for a in self.token.ancestors if a.part in {"verb", "auxiliary"}):
            subject = next((c for c in verb.children if c.relation in NOUN_SUBJECTS and c.i != self.token.i), None)
            if subject is not None:
                return described(verb.head) if subject.lower in _RELATIVES and verb.relation == "relative clause" else subject
            if verb.relation == "adnominal clause":
                return verb.head  # "a law | letting him stay"
            if verb.relation == "adverbial clause" and verb.form == "ing" and verb.lemma in _BROUGHT_ABOUT:
                return None  # "Ann Pell won, | which is what | earning her a seat"
            asked = next((c for c in verb.head.children if c.relation == "object" and c.i < verb.i), None)
            if verb.relation == "open complement" and asked is not None and asked.i != self.token.i:
                return asked  # "Ann Pell asked | the clerk | to call her"
        return None


@dataclass(frozen=True)
class Decision:
    """Whom a pronoun was decided to mean (None: nobody can say), out of whom, the likeliest first, and why where no ranking decided."""

    ranked: tuple[Scored, ...] = ()
    chosen: Referent | None = None
    why: str | None = None


class CorefResolver:
    """Keeps in mind whom an article has spoken of, and decides one pronoun after the other, in the order of the text."""

    def __init__(self, ranker: Ranker | None = None) -> None:
        self._ranker = ranker or shipped()
        self._candidates: dict[Hashable, Candidate] = {}
        self._went_on: tuple[int, Hashable] | None = None
        """The sentence that began with a pronoun for what the one before was about, and who or what that is."""
        self._open: tuple[int, str] | None = None
        """The sentence and the kind of the last pronoun that could mean several."""

    def hear(self, referent: Referent, at: Sighting) -> None:
        """Somebody or something is spoken of; it is the nearest one now."""
        before = self._candidates.pop(referent.who, None)
        if before is None:
            self._candidates[referent.who] = Candidate(referent, at, at, spoke=at if at.speaking else None)
            if len(self._candidates) > _MOST:
                del self._candidates[next(iter(self._candidates))]
            return
        before.see(at)
        before.referent, before.told, before.mentions = referent, at, before.mentions + 1
        self._candidates[referent.who] = before

    def resolve(self, pronoun: Pronoun, ahead: Candidate | None = None) -> Decision:
        """Whom the pronoun means. `ahead` is the subject of its own sentence where it comes only later: "In her speech Ann Pell said".

        What its like before it in the sentence leaves open, it leaves open too: "They said they would strike".
        """
        decision, here = self._decide(pronoun, ahead), (pronoun.number, pronoun.kind)
        if decision.chosen is not None and self._open == here:
            return Decision(decision.ranked, why="the same pronoun before it in the sentence is open")
        if decision.chosen is not None and (candidate := self._candidates.get(decision.chosen.who)) is not None:
            candidate.tied = pronoun.kind
        if decision.chosen is None and pronoun.token.relation in NOUN_SUBJECTS and likeliest(decision.ranked[:1])[0] is not None:
            self._open = here
        return decision

    def _decide(self, pronoun: Pronoun, ahead: Candidate | None) -> Decision:
        if pronoun.of_an_age:
            return Decision(why="it is the one whose age it tells: a man in his seventies")
        if pronoun.of_either:
            return Decision(why="he or she may be anybody")
        options = list(self._possible(pronoun))
        if ahead is not None and all(ahead.referent.who != one.referent.who for one in options):
            options.insert(0, ahead)
        ranked = self._ranker.rank(pronoun, options)
        best, _ = likeliest(ranked)
        if best is None:
            return Decision(ranked, why="nobody before fits")
        speaker = _only_speaker(pronoun, options)
        if speaker is not None:
            goes_on = pronoun.goes_on or best.referent is speaker.referent or _was_all_told(pronoun, speaker, options)
            if goes_on and speaker.is_named_person:
                self._guess(pronoun, speaker, best.probability)
                return Decision(ranked, speaker.referent, "the only one who has spoken in this paragraph or the one before")
            if goes_on and best.referent is not speaker.referent:
                return Decision(ranked, why="the one who spoke last has no name")
        person = _only_person(pronoun, options)
        if person is not None and best.referent is person.referent:
            self._guess(pronoun, person, best.probability)
            return Decision(ranked, person.referent, "the only person named in this paragraph or the one before")
        body = _only_body(pronoun, options)
        if body is not None and best.referent is body.referent:
            self._guess(pronoun, body, best.probability)
            return Decision(ranked, body.referent, "the only body that has spoken in this paragraph or the one before")
        if (topic := self._topic(pronoun, options, best if ranked[0] is best else None)) is not None:
            self._guess(pronoun, topic, best.probability)
            self._went_on = (pronoun.number, topic.referent.who)
            return Decision(ranked, topic.referent, "the subject of the sentence before, with which this one goes on")
        if ranked[0] is best:
            self._guess(pronoun, next(c for c in options if c.referent is best.referent), best.probability)
        return Decision(ranked, self._ranker.sure(pronoun, ranked))

    def _topic(self, pronoun: Pronoun, options: Sequence[Candidate], best: Scored | None) -> Candidate | None:
        """The thing or body that the sentence before is about, where a pronoun that begins the next one means it.

        "The bank lost £3m. It closed two branches", "Orrin lost £3m. Its shares fell". Not where "it" is only said to be something,
        which may be all that was told: "It was a mistake".
        """
        token, before = pronoun.token, pronoun.number - 1
        begins = token.i == 0 and token.relation in NOUN_SUBJECTS | {"possessor"} and pronoun.kind in {"it", "they"}
        if not begins or means_nothing(token) or (token.relation != "possessor" and token.head.lemma == "be"):
            return None
        about = [c for c in options if (before, c.referent.who) == self._went_on or _is_about(c, before)]
        if len(about) != 1 or about[0].referent.shared or about[0].referent.text.split()[0].lower() in THIRD_PERSON:
            return None  # "His masterpiece" says no more than "it"
        if pronoun.kind == "it" and _are_many(about[0].told.token):
            return None
        kind, bodily = about[0].referent.kind, token.relation == "possessor" and _is_of_bodies(token.head)
        if pronoun.kind == "it" and kind is EntityKind.BODY and bodily:
            return about[0]
        kinds = {EntityKind.BODY, EntityKind.THING} if pronoun.kind == "it" else {EntityKind.THING}
        return about[0] if kind in kinds and best is not None and best.referent is about[0].referent else None

    def _guess(self, pronoun: Pronoun, candidate: Candidate, probability: float) -> None:
        """The likeliest is the one spoken of now, tied or not; how sure that is counts for the pronouns that follow."""
        trust = probability * (candidate.last.trust if candidate.last.token.part == "pronoun" else 1.0)
        candidate.see(Sighting(pronoun.number, pronoun.sentence, pronoun.token, pronoun.speaking, trust))
        candidate.called[pronoun.kind] += 1
        if self._candidates.pop(candidate.referent.who, None) is not None:
            self._candidates[candidate.referent.who] = candidate

    def _possible(self, pronoun: Pronoun) -> Iterator[Candidate]:
        """Those that the pronoun can mean, the nearest first."""
        for candidate in reversed(self._candidates.values()):
            far = pronoun.number - candidate.last.number > _FURTHEST[candidate.referent.kind]
            speaks = not pronoun.speaking or candidate.referent.kind not in _SILENT or candidate.spoke is not None
            if (
                not far
                and speaks
                and candidate.fits(pronoun.kind)
                and may_bind(pronoun, candidate)
                and not _is_of_the_other_sex(pronoun, candidate)
            ):
                yield candidate


def _is_of_the_other_sex(pronoun: Pronoun, candidate: Candidate) -> bool:
    """Whether it would call somebody "she" who is surely, or in its sentence, a "he": "Mr Aldous said he accepted her decision"."""
    here = THIRD_PERSON.get(candidate.last.token.lower) if candidate.last.number == pronoun.number else None
    return {"he", "she"} in ({here, pronoun.kind}, {candidate.tied, pronoun.kind})


def _only_speaker(pronoun: Pronoun, options: Sequence[Candidate]) -> Candidate | None:
    """Who may go on speaking: the one who has spoken of late, where nobody else has and no two share the paragraph."""
    if not pronoun.speaking or pronoun.kind not in {"he", "she"}:
        return None
    here = pronoun.sentence.block
    spoke = [(c, here - c.spoke.sentence.block) for c in options if c.spoke is not None and 0 <= here - c.spoke.sentence.block <= 1]
    nearest = [c for c, back in spoke if back == min(b for _, b in spoke)]
    return nearest[0] if len(nearest) == 1 else None


def _only_person(pronoun: Pronoun, options: Sequence[Candidate]) -> Candidate | None:
    """Who speaks, where only one person is near who can be meant, and that one has a name."""
    if not pronoun.speaking or pronoun.kind not in {"he", "she"}:
        return None
    here = pronoun.sentence.block
    near = [c for c in options if c.referent.kind in {EntityKind.PERSON, None} and here - c.told.sentence.block <= 1]
    return near[0] if len(near) == 1 and near[0].is_named_person else None


def _only_body(pronoun: Pronoun, options: Sequence[Candidate]) -> Candidate | None:
    """The body that goes on speaking, "it said", where only one with a name has spoken near, and nobody else."""
    if not pronoun.speaking or pronoun.kind != "it":
        return None
    here = pronoun.sentence.block
    spoke = [c for c in options if c.spoke is not None and 0 <= here - c.spoke.sentence.block <= 1]
    only = spoke[0] if len(spoke) == 1 else None
    return only if only is not None and only.referent.kind is EntityKind.BODY and only.referent.known is not None else None


def _is_about(candidate: Candidate, number: int) -> bool:
    """Whether a sentence has one for its subject, by a name or a noun, and mentions it by nothing else since."""
    told, last = candidate.told, candidate.last
    return told.number == number == last.number and told.role in NOUN_SUBJECTS and told.token.head.relation == "root"


def _are_many(name: Token) -> bool:
    """Whether those whom a noun calls are no "it", though they are one body: "Senate Republicans", not "Orrin Foods"."""
    return is_plural(name) and name.lower not in roles.BODY_ENDINGS


def _is_of_bodies(thing: Token) -> bool:
    """Whether bodies have it, and other things do not: "its shares", "its chairman"."""
    return thing.lemma.lower() in _OF_COMPANIES or roles.role_of(thing.lemma)


def _was_all_told(pronoun: Pronoun, speaker: Candidate, options: Sequence[Candidate]) -> bool:
    """Whether the sentence before has the speaker for its subject, and nobody else who may be meant for one of its clauses."""
    spoke = speaker.spoke
    if spoke is None or spoke.number != pronoun.goes_on_from or spoke.token.head.relation != "root":
        return False
    rivals = (c for c in options if c is not speaker and c.last.number == spoke.number)
    return not any(c.last.role in NOUN_SUBJECTS and c.last.token.part != "pronoun" for c in rivals)
