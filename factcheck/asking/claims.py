"""The claims of an article that a language model was asked about: its own where they hold, and ours for everything else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck.asking.endpoint import Answer
from factcheck.asking.reader import Found, Reader
from factcheck.model import Article, Claim, Entity, claim_ids, one_line
from factcheck.settings import LanguageModel


class Merged(NamedTuple):
    """The claims of an article, how many a model gave, and how many of those are among them."""

    claims: list[Claim]
    given: int
    kept: int


def with_ours(
    article: Article, ours: Sequence[Claim], entities: Sequence[Entity], answers: Sequence[Answer], model: LanguageModel
) -> Merged:
    """The claims of an article: in the place of one of ours the model's, where those that lie in it hold and leave out no word of it.

    Names, dates and figures are ours, and belong to the claim in which they stand. Ids are made as ours are (`claim_ids`): the same words
    have the same id, whoever divided them. Each of the model's claims says which model made it.
    """
    reader = Reader(article, ours, entities, f"{one_line(model.name, 60)} (language model)")
    found = defaultdict[str, list[Found]](list)
    for answer in answers:
        for made in reader.read(answer):
            found[made.home.claim.id].append(made)
    instead = {home.claim.id: reader.instead_of(home, found[home.claim.id]) for home in reader.homes.all()}
    return Merged(_assembled(ours, instead), sum(len(answer.said) for answer in answers), sum(map(len, instead.values())))


def _assembled(ours: Sequence[Claim], instead: Mapping[str, Sequence[Claim]]) -> list[Claim]:
    """Our claims with those that stand in the place of some, in the order of the article, each with its names, dates and figures."""
    kept = {claim.id: claim for claim in ours if claim.part_of is None and not instead[claim.id]}
    drafts: list[tuple[Claim, Claim | None]] = [
        (claim, None) for claim in (*kept.values(), *(c for made in instead.values() for c in made))
    ]
    for part in ours:
        if part.part_of is not None:
            around = next((claim for claim in instead[part.part_of] if claim.span.contains(part.span)), None)
            drafts.append((part, around or kept[part.part_of]))
    drafts.sort(key=lambda draft: (draft[0].start, -draft[0].end, draft[1] is not None))
    made = claim_ids([(claim.kind.value, claim.text, owner.text if owner else "") for claim, owner in drafts])
    ids = {id(claim): name for (claim, _), name in zip(drafts, made, strict=True)}
    return [claim.model_copy(update={"id": ids[id(claim)], "part_of": ids[id(owner)] if owner else None}) for claim, owner in drafts]
