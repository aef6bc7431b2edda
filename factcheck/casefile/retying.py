"""A case after it was put right who is meant: on the same words, split anew, with everything that people did to its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.casefile.updating import carried_onto, id_among
from factcheck.model import Case, Claim, ClaimKind, Entity, Tie


def retied(case: Case, ties: Sequence[Tie], claims: Sequence[Claim], entities: Sequence[Entity]) -> Case:
    """The case with these ties, of which `claims` and `entities` are what its article is split into with them, without flags.

    Claims keep their ids, reviews and evidence and take the new speakers, gists and entities; a verdict on what means something else now
    is stale. A name that is somebody's first no more goes, unless a person worked on it; one that has become so comes. No other claim does.
    """
    fresh = {(claim.kind, claim.start, claim.end): claim for claim in claims}
    now, names = list[Claim](), dict[str, str]()
    for claim in case.claims:
        twin = fresh.get((claim.kind, claim.start, claim.end))
        if twin is not None:
            names[twin.id] = claim.id
            now.append(carried_onto(claim, twin))
        elif claim.kind is not ClaimKind.NAME:
            now.append(claim)
        elif claim.reviews or claim.evidence or claim.made_by:
            now.append(claim.model_copy(update={"entity": _named_at(claim, entities)}))
    now += _new_names(case, now, fresh.values(), entities, names)
    now.sort(key=lambda claim: (claim.start, -claim.end))
    return case.model_copy(update={"claims": tuple(now), "entities": tuple(entities), "ties": tuple(ties), "flags": ()})


def _new_names(
    case: Case, now: Sequence[Claim], fresh: Iterable[Claim], entities: Sequence[Entity], names: dict[str, str]
) -> Iterator[Claim]:
    """The names that stand first now and did not before; one that was taken out by hand does not come back."""
    before = {entity.id: entity.first.start for entity in case.entities}
    come = {entity.id for entity in entities if before.get(entity.id) != entity.first.start}
    come -= {claim.entity for claim in now if claim.kind is ClaimKind.NAME and claim.entity is not None}
    taken = {claim.id for claim in (*case.claims, *now)}
    for claim in fresh:
        if claim.kind is ClaimKind.NAME and claim.entity in come and claim.part_of in names:
            yield claim.model_copy(update={"id": id_among(taken, claim), "part_of": names[claim.part_of]})


def _named_at(claim: Claim, entities: Sequence[Entity]) -> str | None:
    """The entity that a name means now."""
    return next((entity.id for entity in entities for m in entity.named() if claim.start <= m.start and m.end <= claim.end), None)
