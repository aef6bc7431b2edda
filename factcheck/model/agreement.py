"""How far two readers agree who judged the same claims, before either saw what the other says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import combinations
from typing import NamedTuple

from factcheck.model.base import Model
from factcheck.model.claim import Claim
from factcheck.model.verdicts import Verdict


class Agreement(Model):
    """What two readers said of the same words.

    `kappa` is Cohen's (1960): 1 for always alike, 0 for no more often than by chance; None where chance alone would have them always
    agree. `blind` counts what the later of the two judged without sight of the other's verdict.
    """

    readers: tuple[str, str]
    verdicts: int
    alike: int
    blind: int
    kappa: float | None


class _Said(NamedTuple):
    verdict: Verdict
    at: datetime
    blind: bool


def agreements(claims: Iterable[Claim]) -> list[Agreement]:
    """Any two readers who judged at least one thing in common, in the order of their names.

    An editor's verdicts do not count: they settle what readers differ on.
    """
    pairs: dict[tuple[str, str], list[tuple[Verdict, Verdict, bool]]] = {}
    for claim in claims:
        for said in _by_reader(claim):
            for one, two in combinations(sorted(said), 2):
                pairs.setdefault((one, two), []).append(_apart(said[one], said[two]))
    return [
        Agreement(
            readers=readers,
            verdicts=len(said),
            alike=sum(one is two for one, two, _ in said),
            blind=sum(blind for *_, blind in said),
            kappa=_kappa([(one, two) for one, two, _ in said]),
        )
        for readers, said in sorted(pairs.items())
    ]


def _by_reader(claim: Claim) -> Iterator[dict[str, list[_Said]]]:
    """For each half of a claim, and each wording of it that was judged, every reader's verdicts in their order."""
    histories: dict[tuple[object, object], dict[str, list[_Said]]] = {}
    for review in claim.reviews:
        if review.verdict is not None and not review.role.row.settles:
            readers = histories.setdefault((review.aspect, review.judged), {})
            readers.setdefault(review.by, []).append(_Said(review.verdict, review.at, review.blind))
    return iter(histories.values())


def _apart(one: Sequence[_Said], two: Sequence[_Said]) -> tuple[Verdict, Verdict, bool]:
    """What each said alone: who judged first, until the other did; the other, last while blind, or else at first."""
    first, second = (one, two) if one[0].at <= two[0].at else (two, one)
    early = [said for said in first if said.at <= second[0].at][-1]
    blind = [said for said in second if said.blind]
    late = blind[-1] if blind else second[0]
    verdicts = (early.verdict, late.verdict) if first is one else (late.verdict, early.verdict)
    return *verdicts, bool(blind)


def _kappa(said: Sequence[tuple[Verdict, Verdict]]) -> float | None:
    ones, twos = (Counter(pair[i] for pair in said) for i in (0, 1))
    chance = sum(ones[verdict] * twos[verdict] for verdict in Verdict) / len(said) ** 2
    alike = sum(one is two for one, two in said) / len(said)
    return (alike - chance) / (1 - chance) if chance < 1 else None
