"""Claims of several stories that say the same and were judged differently."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from factcheck.language.lexicon import words as listed
from factcheck.model import Case, Claim
from factcheck.searching.comparing import Asked, entry, figures_of
from factcheck.searching.store import Row

_WORD = re.compile(r"[^\W_]+")
_COMMON = listed("small_words", "unsearched")
_SHARED = 0.6
"""Of the telling words of the shorter of two claims, how many the other has at least for the two to be compared."""
_TOO_MANY = 300
"""Claims that have a word from which on it tells too little to bring two of them together."""


class Judged(NamedTuple):
    """A claim that was decided: in which of the cases, by its place among them, and its id."""

    case: int
    claim: str


def judged_differently(cases: Sequence[Case | None]) -> list[tuple[Judged, Judged]]:
    """The pairs of claims in two of the cases that say the same (the same names, figures and negations, in nearly the same words) and of
    which a reader decided one otherwise than the other, in the order of the cases and their articles. None stands for a case that is not
    there.
    """
    there = {nth: case for nth, case in enumerate(cases) if case is not None}
    decided = [(nth, claim) for nth, case in there.items() for claim in case.claims if claim.part_of is None and any(_verdicts(claim))]
    found = [pair for pair in _near(decided) if _differ(decided[pair[0]][1], decided[pair[1]][1]) and _same(there, decided, pair)]
    return [(Judged(decided[a][0], decided[a][1].id), Judged(decided[b][0], decided[b][1].id)) for a, b in sorted(found)]


def _verdicts(claim: Claim) -> list[str | None]:
    """What was decided of each thing that there is to decide, that it is so last; None for what is open."""
    return [claim.standing(aspect).verdict for aspect in claim.aspects]


def _differ(one: Claim, other: Claim) -> bool:
    """Whether some half of the two was decided otherwise; what the article itself says is held against whether what was said is so."""
    pairs = zip(reversed(_verdicts(one)), reversed(_verdicts(other)), strict=False)
    return any(a is not None and b is not None and a != b for a, b in pairs)


def _near(decided: Sequence[tuple[int, Claim]]) -> Iterator[tuple[int, int]]:
    """Which of the claims, by their places, share most of their telling words, and stand in two cases."""
    words = [frozenset(_WORD.findall(claim.in_context.casefold())) - _COMMON for _, claim in decided]
    having: defaultdict[str, list[int]] = defaultdict(list)
    for at, some in enumerate(words):
        for word in some:
            having[word].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for places in having.values():
        if len(places) < _TOO_MANY:
            shared.update((a, b) for a, b in combinations(places, 2) if decided[a][0] != decided[b][0])
    yield from ((a, b) for (a, b), n in shared.items() if n >= _SHARED * min(len(words[a]), len(words[b])))


def _same(cases: Mapping[int, Case], decided: Sequence[tuple[int, Claim]], pair: tuple[int, int]) -> bool:
    (nth, one), (other_nth, other) = decided[pair[0]], decided[pair[1]]
    asked = Asked(one.in_context, figures_of(cases[nth], one))
    made = entry(cases[other_nth], other)
    known = asked.known(Row(Path(), made.record, made.keys))
    return known is not None and known.same
