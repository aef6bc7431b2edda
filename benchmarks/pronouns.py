"""Learns the weights by which pronouns are tied to those that they mean, and says how often that is right on texts it has not seen.

    .venv/bin/python benchmarks/pronouns.py FILE.jsonl... [--write]

Each line of a file is an article: `text`, and `pronouns` with `start`, `kind` (he, she, it, they) and `means` (the spans of all other
mentions of the one meant). The articles are dealt in five by a hash of their text; each part is scored with what the others teach, the
thresholds too. With `--write`, what all articles teach becomes `factcheck/splitting/pronouns.toml`. A tie is right when the words that
stand for the pronoun, or another place of the same name or words, hold the head of a labelled mention. The ranker reads each article as
splitting does, a few times over: first with every pronoun tied as labelled, then with its own guesses, so that it learns from the
mistakes that it will meet.

The weights that ship are of all genres but news of GUM, the Georgetown University Multilayer corpus (Zeldes, The GUM Corpus, 2017).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import starmap
from pathlib import Path
from typing import Any

import numpy as np

import factcheck
from factcheck.model import Attribution, Span
from factcheck.splitting.assemble import outermost, reported
from factcheck.splitting.attributions import attributions_of
from factcheck.splitting.by_hand import ByHand
from factcheck.splitting.coreference import Candidate, Pronoun, Referent
from factcheck.splitting.full_names import tie_names
from factcheck.splitting.mentions import Mention, Reader, head_of, talk_of
from factcheck.splitting.names import Naming, find_namings
from factcheck.splitting.parsed import Parsed, parse
from factcheck.splitting.ranking import (
    FEATURES,
    GROUPS,
    NOBODY,
    TOGETHER,
    Ranker,
    Scored,
    Threshold,
    beside,
    likeliest,
    options_of,
    stretch_of,
    told_of,
    values,
)

NAMES = (*FEATURES, *starmap(beside, TOGETHER), *NOBODY)
PARTS = 5
ROUNDS = 3
RIDGE = 5.0
"""How strongly weights are drawn to nothing (the variance of a Gaussian prior is its inverse)."""
STEPS, CLOSE = 40, 0.001
"""How many steps are taken at most, and how small the last of them is."""
AIMS = {"person": 0.92, "it": 0.85, "they": 0.85}
"""The share of ties that should be right, by which the least probability of a tie is chosen, in prose and in talk apart."""
STRETCHES = list(dict.fromkeys(stretch_of(group, talk) for group in AIMS for talk in (0.0, 1.0)))
"""The thresholds that are looked for."""
NAMES_ONLY = {"it"}
"""The groups that are tied to names alone, since of the other ties too many are wrong."""
FLOOR = 0.55
"""The least probability of any tie: nobody at all must be clearly less likely."""
CAUTION = 1
"""How many more wrong ties there are taken to be when a threshold is chosen, since few ties prove little."""
OVER_RIVAL = {"person": 0.85, "it": 0.85, "they": 0.85}
"""How sure a tie must be against the next likeliest: the wrong one of two is worse than none."""
HEAD = '''\
# How much each feature of a candidate speaks for it when a pronoun is read, and when the likeliest is taken: from how
# probable (`least`), and how probable against the next likeliest alone (`over_rival`); with `names`, only to what has a name.
# "In talk": in articles of which a fifth of the sentences or more speak of "I" or "we".
# The features are described in ranking.py. Made by benchmarks/pronouns.py; not to be edited by hand.

source = """\\
Learnt from the coreference annotations of GUM, the Georgetown University Multilayer corpus (Amir Zeldes, The GUM Corpus: Creating \\
Multilayer Resources in the Classroom, Language Resources and Evaluation 51, 2017; https://gucorpling.org/gum/), in its academic writing, \\
biographies, court hearings, essays, interviews, letters, speeches and travel guides"""
licence = "CC BY 4.0, of the annotations; the texts are not in here"

# Measured on texts that taught nothing of what they were scored with: cross validation in five parts, each scored with the weights and
# the thresholds that the other four teach.'''
OUT = Path(__file__).parents[1] / "factcheck" / "splitting" / "pronouns.toml"


@dataclass(frozen=True)
class Labelled:
    """An article that is parsed, and the places of the heads of what each pronoun means, by where the pronoun starts."""

    parsed: Parsed
    attributions: Sequence[Attribution]
    namings: list[Naming]
    means: dict[int, frozenset[int]]
    kinds: dict[int, str]
    part: int

    @property
    def talk(self) -> float:
        """How much of it is talk."""
        return talk_of(self.parsed.sentences)

    def read(self, ranker: Ranker) -> list[Mention]:
        return Reader(self.parsed, self.attributions, self.namings, ByHand.of(()), ranker).read()

    def right(self, start: int, one: Referent) -> bool:
        """Whether the words for one, or another place of its name or of the same words, hold the head of a labelled mention."""
        places = [(n.start, n.end) for n in self.namings if n.known is not None and n.known == one.known]
        if one.known is None:
            text = self.parsed.article.text
            places += [m.span() for m in re.finditer(rf"\b{re.escape(text[one.start : one.end])}\b", text[:start])]
        return any(begin <= head < end for begin, end in [(one.start, one.end), *places] for head in self.means.get(start, ()))


def labelled(row: dict[str, Any]) -> Labelled | None:
    """The article of a line; None when its text is read otherwise than it stands."""
    article = factcheck.read_text(row["text"])
    if article.text != row["text"] or not unicodedata.is_normalized("NFC", row["text"]):
        return None
    parsed = parse(article)
    namings = find_namings(parsed.sentences)
    tie_names(namings)

    def heads(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
        found = set()
        for start, end in spans:
            for sentence in parsed.sentences:
                if sentence.span.start <= start < sentence.span.end and (head := head_of(sentence, Span(start=start, end=end))):
                    found.add(sentence.start_of(head))
        return frozenset(found)

    return Labelled(
        parsed,
        outermost(reported(attributions_of(parsed), parsed.article.text)),
        namings,
        {p["start"]: heads(p["means"]) for p in row["pronouns"]},
        {p["start"]: p["kind"] for p in row["pronouns"]},
        hashlib.sha256(row["text"].encode()).digest()[0] % PARTS,
    )


@dataclass
class Example:
    """The features of every option for one pronoun, nobody last, and which of them are right."""

    rows: list[dict[str, float]]
    right: list[bool]


@dataclass
class Teacher(Ranker):
    """Ranks as a ranker does, or as labelled where there is none yet, and writes down what it saw."""

    article: Labelled
    ranker: Ranker | None
    seen: dict[str, list[Example]] = field(default_factory=lambda: defaultdict(list))

    def rank(self, pronoun: Pronoun, candidates: Sequence[Candidate]) -> tuple[Scored, ...]:
        start = pronoun.sentence.start_of(pronoun.token)
        right = [self.article.right(start, candidate.referent) for candidate in candidates]
        if start in self.article.means:
            options = options_of(pronoun, candidates)
            rows = [told_of(o) for o in options] + [dict(values(NOBODY, pronoun, options))]
            self.seen[pronoun.group].append(Example(rows, [*right, not any(right)]))
        if self.ranker is not None:
            return self.ranker.rank(pronoun, candidates)
        told = next((c.referent for c, ok in zip(candidates, right, strict=True) if ok), None)
        return (Scored(told, 1.0),)

    def sure(self, _: Pronoun, ranked: Sequence[Scored]) -> Referent | None:
        return ranked[0].referent


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """The weights under which what is right is likeliest: maximum likelihood over options, with a ridge, by Newton's steps."""
    table = np.array([[row.get(name, 0.0) for name in NAMES] for example in examples for row in example.rows])
    right = np.array([float(ok) for example in examples for ok in example.right])
    sizes = [len(example.rows) for example in examples]
    groups, firsts = np.repeat(np.arange(len(examples)), sizes), np.cumsum([0, *sizes[:-1]])
    weights = np.zeros(len(NAMES))

    def shares(odds: Any) -> Any:
        return odds / np.bincount(groups, odds)[groups]

    for _ in range(STEPS):
        odds = np.exp(np.clip(table @ weights, -30, 30))
        likely = shares(odds)
        slope = table.T @ (likely - shares(odds * right)) + RIDGE * weights
        expected = np.add.reduceat(likely[:, None] * table, firsts)
        # the curvature as if it were known which right option is meant: it is never too flat, so that no step is too long
        curve = table.T @ (likely[:, None] * table) - expected.T @ expected + RIDGE * np.eye(len(NAMES))
        step = np.linalg.solve(curve, slope)
        weights = weights - step
        if np.abs(step).max() < CLOSE:
            break
    return {name: round(float(weight), 2) for name, weight in zip(NAMES, weights, strict=True) if abs(weight) >= 0.005}


def train(articles: Sequence[Labelled]) -> Ranker:
    """The ranker that the articles teach, without thresholds."""
    ranker = None
    for _ in range(ROUNDS):
        seen: dict[str, list[Example]] = defaultdict(list)
        for article in articles:
            teacher = Teacher(article, ranker)
            article.read(teacher)
            for group, examples in teacher.seen.items():
                seen[group] += examples
        ranker = Ranker({group: learn(examples) for group, examples in seen.items()}, dict.fromkeys(STRETCHES, Threshold(1.0, 1.0)))
    assert ranker is not None
    return ranker


@dataclass(frozen=True)
class Tie:
    """What was made of a labelled pronoun: the likeliest and the next (none where nobody can be), whether it is right, and has a name.

    `stretch` is whose threshold it has, `part` that of its article.
    """

    stretch: str
    part: int
    best: Scored | None = None
    rival: float = 0.0
    right: bool = False
    named: bool = False


def ties(articles: Iterable[Labelled], ranker: Ranker) -> Iterator[Tie]:
    """What a ranker makes of every labelled pronoun."""
    for article in articles:
        decisions = {m.start: m.decision for m in article.read(ranker) if m.decision is not None}
        for start, kind in article.kinds.items():
            best, rival = likeliest(decisions[start].ranked if start in decisions else ())
            stretch = stretch_of(GROUPS[kind], article.talk)
            if best is None or best.referent is None or best.referent.shared:
                yield Tie(stretch, article.part)
            else:
                right, named = article.right(start, best.referent), best.referent.known is not None
                yield Tie(stretch, article.part, best, rival, right, named)


def thresholds(found: Sequence[Tie]) -> dict[str, Threshold]:
    """The threshold for each group with the lowest probability from which as many ties are right as is aimed at."""
    lowest = {}
    for stretch in STRETCHES:
        group = stretch.removesuffix(" in talk")
        names, over = group in NAMES_ONLY, OVER_RIVAL[group]
        lowest[stretch], against = Threshold(1.0, over, names), Threshold(FLOOR, over, names)
        sure = [(t.best.probability, t.right) for t in found if t.stretch == stretch and t.best and against.passes(t.best, t.rival)]
        right = 0
        for n, (probability, ok) in enumerate(sorted(sure, reverse=True), 1):
            right += ok
            if right >= AIMS[group] * (n + CAUTION):
                lowest[stretch] = Threshold(round(probability - 0.0005, 3), over, names)
    return lowest


def report(found: Sequence[Tie], least: Mapping[str, Threshold]) -> Iterator[str]:
    """A line on the pronouns of each group: how many are tied, and how many of those ties are right.

    What is tied in a part is decided by the thresholds that the other parts give, so that no text sets its own.
    """
    others = {part: thresholds([t for t in found if t.part != part]) for part in range(PARTS)}
    for stretch in STRETCHES:
        here = [t for t in found if t.stretch == stretch]
        tied = [t for t in here if t.best is not None and others[t.part][stretch].passes(t.best, t.rival)]
        named = [t for t in tied if t.named]
        yield (
            f"{stretch:14} {len(here):5} pronouns; likeliest right {share(t.right for t in here)}; tied from {least[stretch].least}: "
            f"{len(tied) / max(1, len(here)):.1%}, right {share(t.right for t in tied)}; "
            f"to a name {len(named) / max(1, len(here)):.1%}, right {share(t.right for t in named)}"
        )


def share(right: Iterable[bool]) -> str:
    all_of_them = list(right)
    return f"{sum(all_of_them) / max(1, len(all_of_them)):.1%}"


def text_of(ranker: Ranker, measured: Sequence[str]) -> str:
    """The file that ships."""
    lines = [HEAD, *(f"# {line}" for line in measured), "", "[thresholds]"]
    for group, one in ranker.thresholds.items():
        names = ", names = true" if one.names else ""
        lines.append(f"{json.dumps(group)} = {{ least = {one.least}, over_rival = {one.over_rival}{names} }}")
    for group, weights in ranker.weights.items():
        lines += ["", f"[weights.{group}]", *(f"{json.dumps(name)} = {weight}" for name, weight in weights.items())]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="write the weights that all texts teach")
    args = parser.parse_args()
    rows = (json.loads(line) for path in args.files for line in path.read_text(encoding="utf-8").splitlines())
    articles = [article for row in rows if (article := labelled(row)) is not None]
    found = list[Tie]()
    for part in range(PARTS):
        ranker = train([a for a in articles if a.part != part])
        found += ties((a for a in articles if a.part == part), ranker)
    least = thresholds(found)
    measured = list(report(found, least))
    print(f"{len(articles)} texts, each scored with what four fifths of the others teach", *measured, sep="\n")
    if args.write:
        OUT.write_text(text_of(Ranker(train(articles).weights, least), measured), encoding="utf-8")


if __name__ == "__main__":
    main()
