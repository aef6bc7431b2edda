"""How likely it is that a pronoun means each candidate: some features, a weight for each, and a softmax over all of them and nobody.

A log-linear ranker, as in Denis and Baldridge, Specialized Models and Ranking for Coreference Resolution (2008). The features are those
of the literature on salience: distance, grammatical role and parallelism (Lappin and Leass, An Algorithm for Pronominal Anaphora
Resolution, 1994; Grosz, Joshi and Weinstein, Centering, 1995). `benchmarks/pronouns.py` learns the weights and writes `pronouns.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import takewhile
from math import exp, log
from typing import TYPE_CHECKING

from factcheck.language.lexicon import words
from factcheck.language.pronouns import THIRD_PERSON
from factcheck.model import EntityKind
from factcheck.splitting.syntax import NOUN_SUBJECTS

if TYPE_CHECKING:
    from factcheck.splitting.coreference import Candidate, Pronoun, Referent
    from factcheck.splitting.tree import Token

_OBJECTS = frozenset({"object", "indirect object"})
_WEATHER_AND_TIME = words("verb_frames", "weather_and_time")
"""Verbs whose "it" often means nothing."""
_INDEFINITE = frozenset(("a", "an", "some", "any", "no", "another"))
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
GROUPS = {"he": "person", "she": "person", "it": "it", "they": "they"}
"""The set of weights that each kind of pronoun has, but for an "it" that speaks, which is meant as people are."""
VAGUE_IN_TALK = frozenset({"it", "they"})
TALK = 0.2
"""The share of sentences with "I" or "we" from which an article is talk (an interview, a speech, a letter) and no prose."""


@dataclass(frozen=True)
class Option:
    """A candidate for a pronoun, with its place among the others: `rank` 0 is the one spoken of last."""

    pronoun: Pronoun
    candidate: Candidate
    rank: int
    rivals: int
    most: int
    told_since: int
    """`most` is how often the one that is mentioned most is, `told_since` how many were named or described after the candidate was."""

    @property
    def back(self) -> int:
        """How many sentences back the candidate was mentioned last."""
        return self.pronoun.number - self.candidate.last.number

    @property
    def is_subject(self) -> bool:
        """Whether the candidate was a subject when mentioned last."""
        return self.candidate.last.role in NOUN_SUBJECTS

    @property
    def heads_a_clause(self) -> bool:
        """Whether the pronoun is a subject."""
        return self.pronoun.token.relation in NOUN_SUBJECTS

    @property
    def by_pronoun(self) -> bool:
        """Whether the last mention of the candidate is a pronoun."""
        return self.candidate.last.token.part == "pronoun"

    @property
    def governs(self) -> bool:
        """Whether the candidate is the subject of a clause that the pronoun stands in: "Smith sold his house"."""
        token = self.candidate.last.token
        return self.back == 0 and self.is_subject and any(a.i == token.head.i for a in self.pronoun.token.ancestors)

    @property
    def is_said_to_be_one(self) -> bool:
        """Whether the pronoun is said to be what the candidate is called: "Orsa Airport … It is a small airport"."""
        verb, called = self.pronoun.token.head, self.candidate.told.token.lemma.lower()
        return self.heads_a_clause and any(c.relation == "predicative" and c.lemma.lower() == called for c in verb.children)

    @property
    def above(self) -> Iterable[Token]:
        """What the pronoun is a part of, out of any clause of its own: "semantics | and its role"."""
        return takewhile(lambda token: token.part not in {"verb", "auxiliary"}, self.pronoun.token.ancestors)

    @property
    def determiner(self) -> str:
        """The article or the like before the candidate's noun."""
        return next((c.lower for c in self.candidate.told.token.children if c.relation == "determiner"), "")


Feature = Callable[[Option], float]

FEATURES: Mapping[str, Feature] = {
    "same sentence": lambda o: o.back == 0,
    "sentence before": lambda o: o.back == 1,
    "further back": lambda o: log(1 + max(0, o.back - 1)),
    "other paragraph": lambda o: o.pronoun.parted * (o.candidate.last.sentence.block != o.pronoun.sentence.block),
    "others between": lambda o: log(1 + o.rank),
    "others named since": lambda o: log(1 + o.told_since),
    "named long ago": lambda o: log(1 + min(8, o.pronoun.number - o.candidate.told.number)),
    "nearest": lambda o: o.rank == 0,
    "only one": lambda o: o.rivals == 0,
    "only one, of that gender": lambda o: o.rivals == 0 and o.candidate.referent.gender is not None,
    "comes later": lambda o: o.back == 0 and o.candidate.last.token.i > o.pronoun.token.i,
    "subject": lambda o: o.is_subject,
    "subject of the sentence": lambda o: o.is_subject and o.candidate.last.token.head.relation == "root",
    "object": lambda o: o.candidate.last.role in _OBJECTS,
    "possessor": lambda o: o.candidate.last.role == "possessor",
    "inside a phrase": lambda o: o.candidate.last.role == "prepositional object",
    "predicative": lambda o: o.candidate.last.role in {"predicative", "object predicative"},
    "one of several": lambda o: o.candidate.last.role == "conjunct",
    "both subjects": lambda o: o.is_subject and o.heads_a_clause,
    "subject, same sentence": lambda o: o.is_subject and o.back == 0,
    "subject, sentence before": lambda o: o.is_subject and o.back == 1,
    "both subjects, same sentence": lambda o: o.is_subject and o.heads_a_clause and o.back == 0,
    "both subjects, sentence before": lambda o: o.is_subject and o.heads_a_clause and o.back == 1,
    "neither subject": lambda o: not o.is_subject and not o.heads_a_clause,
    "subject of its clause": lambda o: o.governs,
    "possessive, of the subject of its clause": lambda o: o.governs and o.pronoun.token.relation == "possessor",
    "said to be one": lambda o: o.is_said_to_be_one,
    "beside it": lambda o: o.back == 0 and any(t.relation == "conjunct" and t.head is o.candidate.last.token for t in o.above),
    "can act, for who acts": lambda o: o.pronoun.acts and o.candidate.referent.kind in {EntityKind.PERSON, EntityKind.BODY},
    "cannot act, for who acts": lambda o: o.pronoun.acts and o.candidate.referent.kind in {EntityKind.PLACE, EntityKind.THING},
    "spoke": lambda o: o.candidate.last.speaking,
    "both speak": lambda o: o.candidate.last.speaking and o.pronoun.speaking,
    "mentioned often": lambda o: log(min(5, o.candidate.mentions)),
    "mentioned most": lambda o: o.most > 1 and o.candidate.mentions + sum(o.candidate.called.values()) == o.most,
    "called so before": lambda o: log(1 + min(3, o.candidate.called[o.pronoun.kind])),
    "called otherwise before": lambda o: sum(n for kind, n in o.candidate.called.items() if kind != o.pronoun.kind) > 0,
    "pronoun last": lambda o: o.by_pronoun,
    "pronoun last, unsure": lambda o: 1 - o.candidate.last.trust,
    "named": lambda o: o.candidate.referent.known is not None,
    "of that gender": lambda o: o.candidate.referent.gender is not None,
    "a body": lambda o: o.candidate.referent.kind is EntityKind.BODY,
    "a place": lambda o: o.candidate.referent.kind is EntityKind.PLACE,
    "a person": lambda o: o.candidate.referent.kind is EntityKind.PERSON,
    "unclear what": lambda o: o.candidate.referent.kind is None,
    "several": lambda o: o.candidate.referent.plural or o.candidate.referent.collective,
    "a or some": lambda o: o.determiner in _INDEFINITE,
    "the or this": lambda o: o.determiner in DEFINITE,
    "its own": lambda o: any(THIRD_PERSON.get(c.lower) == o.pronoun.kind for c in o.candidate.told.token.children),
    "somebody's": lambda o: any(c.relation == "possessor" for c in o.candidate.told.token.children),
    "in the headline": lambda o: o.candidate.referent.in_headline,
    "in a quotation": lambda o: o.candidate.last.sentence.in_quotation(o.candidate.last.token),
}  # fmt: skip
"""What speaks for a candidate, or against it: 1 or 0 for yes or no, or a small number."""

TOGETHER = (
    ("called so before", "the or this"),
    ("other paragraph", "others between"),
    ("pronoun last", "subject, same sentence"),
    ("mentioned most", "possessor"),
    ("others named since", "possessor"),
    ("mentioned most", "the or this"),
    ("pronoun last", "subject"),
    ("further back", "nearest"),
    ("in the headline", "others between"),
    ("named", "somebody's"),
    ("possessor", "same sentence"),
    ("inside a phrase", "mentioned often"),
    ("inside a phrase", "same sentence"),
    ("called so before", "others between"),
    ("named", "others between"),
    ("called so before", "of that gender"),
)
"""Features that say more or less beside one another than alone; chosen out of all pairs by how much the likelihood would gain."""

NOBODY: Mapping[str, Callable[[Pronoun, Sequence[Option]], float]] = {
    "nobody": lambda _, __: 1.0,
    "nobody, for an empty it": lambda p, _: means_nothing(p.token),
    "nobody, in talk": lambda p, _: p.talk,
    "nobody, for a subject": lambda p, _: p.token.relation in NOUN_SUBJECTS,
    "nobody, for a possessor": lambda p, _: p.token.relation == "possessor",
    "nobody, for a speaker": lambda p, _: p.speaking,
    "nobody, none near": lambda _, options: not any(o.back < 2 for o in options),
    "nobody, for a first paragraph": lambda p, _: p.number == 0,
    "nobody, of many": lambda _, options: log(1 + len(options)),
}
"""What speaks for nobody whom the article names or describes."""


def options_of(pronoun: Pronoun, candidates: Sequence[Candidate]) -> list[Option]:
    """The candidates, the nearest first, as what features are asked of."""
    most = max((c.mentions + sum(c.called.values()) for c in candidates), default=0)
    told = sorted((c.told.number, c.told.token.i) for c in candidates)
    since = {place: len(told) - 1 - n for n, place in enumerate(told)}
    return [Option(pronoun, c, rank, len(candidates) - 1, most, since[c.told.number, c.told.token.i]) for rank, c in enumerate(candidates)]


def values(table: Mapping[str, Callable[..., float]], *asked: object) -> tuple[tuple[str, float], ...]:
    """What each feature of a table says, without those that say nothing."""
    return tuple((name, float(value)) for name, feature in table.items() if (value := feature(*asked)))


def told_of(option: Option) -> dict[str, float]:
    """What all features, and those that count together, say of a candidate."""
    told = dict(values(FEATURES, option))
    pairs = ((one, other) for one, other in TOGETHER if one in told and other in told)
    return told | {beside(one, other): told[one] * told[other] for one, other in pairs}


def beside(one: str, other: str) -> str:
    """What two features are called together."""
    return f"{one} + {other}"


def means_nothing(token: Token) -> bool:
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
    told = token.relation == "passive subject" and any(c.relation == "clausal complement" for c in verb.children)  # "it is thought he fled"
    return verb.lemma in _WEATHER_AND_TIME or told or (verb.lemma == "be" and clauses)


@dataclass(frozen=True)
class Scored:
    """One that could be meant (None: nobody) with its probability and what spoke for and against it: a feature's value times its weight."""

    referent: Referent | None
    probability: float
    parts: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class Threshold:
    """From when a pronoun is tied to the likeliest: how probable that is, and how probable were it either that or the next.

    `names` says that only what has a name is tied: "it" means too many things that have none.
    """

    least: float
    over_rival: float
    names: bool = False

    def passes(self, best: Scored, rival: float) -> bool:
        """Whether the likeliest is sure enough. `rival` is the probability of the next likeliest candidate, 0 where there is none."""
        if self.names and (best.referent is None or best.referent.known is None):
            return False
        return best.probability >= self.least and best.probability >= self.over_rival * (best.probability + rival)


class Ranker:
    """Weights by group of pronouns and feature, and the threshold from which those of a group are tied, in prose and in talk."""

    def __init__(self, weights: Mapping[str, Mapping[str, float]], thresholds: Mapping[str, Threshold]) -> None:
        self.weights = weights
        self.thresholds = thresholds

    def rank(self, pronoun: Pronoun, candidates: Sequence[Candidate]) -> tuple[Scored, ...]:
        """The candidates and nobody, the likeliest first. Their probabilities add up to 1."""
        weights = self.weights[pronoun.group]
        options = options_of(pronoun, candidates)
        rows = [*(tuple(told_of(o).items()) for o in options), values(NOBODY, pronoun, options)]
        parts = [tuple((name, value * weights.get(name, 0.0)) for name, value in row) for row in rows]
        scores = [sum(part for _, part in each) for each in parts]
        top = max(scores)
        odds = [exp(score - top) for score in scores]
        total = sum(odds)
        referents = [*(c.referent for c in candidates), None]
        found = (Scored(referent, odd / total, part) for referent, odd, part in zip(referents, odds, parts, strict=True))
        return tuple(sorted(found, key=lambda scored: -scored.probability))

    def sure(self, pronoun: Pronoun, ranked: Sequence[Scored]) -> Referent | None:
        """Whom a pronoun is tied to, out of those ranked; None where nobody is likely enough, or the name is two people's."""
        best, rival = likeliest(ranked)
        tied = best is not None and self.thresholds[stretch_of(pronoun.group, pronoun.talk)].passes(best, rival)
        return best.referent if tied and best is not None and best.referent is not None and not best.referent.shared else None


def stretch_of(group: str, talk: float) -> str:
    """The threshold for a group of pronouns in an article of which that much is talk: there, "it" and "they" are often vague."""
    return f"{group} in talk" if talk > TALK and group in VAGUE_IN_TALK else group


def likeliest(ranked: Sequence[Scored]) -> tuple[Scored | None, float]:
    """The likeliest candidate that is somebody, and the probability of the next."""
    some = [scored for scored in ranked if scored.referent is not None]
    return (some[0] if some else None), (some[1].probability if len(some) > 1 else 0.0)


@cache
def shipped() -> Ranker:
    """The ranker with the weights that ship in `pronouns.toml`."""
    return read(files(__package__).joinpath("pronouns.toml").read_text(encoding="utf-8"))


def read(text: str) -> Ranker:
    """The ranker whose weights and thresholds a TOML text gives."""
    data = tomllib.loads(text)
    return Ranker(data["weights"], {group: Threshold(**given) for group, given in data["thresholds"].items()})
