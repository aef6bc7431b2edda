"""A claim that both sides of a merge changed: which of its keys go together, and whose count where both changed the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from factcheck.casefile.fitting import claim_of
from factcheck.casefile.keys import CLAIM
from factcheck.casefile.misfit import MisfitError
from factcheck.casefile.threeway import Side, merge_keys
from factcheck.casefile.toml import Table, same
from factcheck.model import Claim, Span

Group = tuple[str, ...]

_WORDS, EXTENT, SAID = (CLAIM.together(word) for word in ("words", "extent", "said"))
_VALUES = (CLAIM.together("date"), CLAIM.together("figure"))
_WHOLE = tuple(column.key for column in CLAIM)
_SIDES: tuple[Side, Side] = ("ours", "theirs")

CONTENT = "content_at"
"""What was said stands inside the claim, so that it changes with the words that the claim covers, and with who says it."""

TOGETHER: tuple[Group, ...] = (EXTENT, SAID, *_VALUES)
"""Keys of a claim that are taken from one side or the other as a whole, so that no half of a date meets half of another."""


class Both(NamedTuple):
    """The tables of a claim, as it was and as each side has it."""

    base: Table
    ours: Table
    theirs: Table


def fitted(both: Both, lists: Mapping[str, object], text: str, wording: Side | None) -> tuple[Claim, list[str]]:
    """What both sides made of a claim, with `lists` as they were merged, and the keys that clashed.

    `wording` is the side whose words of the article count; None where both have the same. Raises MisfitError where not even the one
    side's claim fits the text.
    """
    clashes: list[str] = []
    try:
        if wording is not None:
            return claim_of({**merge_keys(*both, (_WORDS, *_VALUES), clashes, {_WORDS: wording}), **lists}, text), clashes
        merged = _on_one_wording(both, clashes)
        claim = claim_of({**merged, **lists}, text)
        return claim if any(_alike(merged, side, (*EXTENT, CONTENT)) for side in both[1:]) else within(claim), clashes
    except MisfitError:  # each side's keys fit together, but not those of one with those of the other
        clashes = []
        return claim_of({**merge_keys(*both, (_WHOLE,), clashes, {}, (_WHOLE,)), **lists}, text), clashes


def _on_one_wording(both: Both, clashes: list[str]) -> Table:
    """Who says a claim from the side that changed that, the words it covers from the one that changed those."""
    speaking = [key for key in SAID if key != CONTENT]
    spoke = [_changed(both.base, side, speaking) for side in both[1:]]
    if not any(spoke):
        return merge_keys(*both, ((*EXTENT, CONTENT), tuple(speaking), *_VALUES), clashes, {})
    # a side that changed nothing but the words has other content for no other reason
    sides = [side if said else _with_content_of(both.base, side) for said, side in zip(spoke, both[1:], strict=True)]
    kinds = [_changed(both.base, side, ("kind",)) for side in both[1:]]
    prefer: dict[Group, Side] = {SAID: _SIDES[kinds.index(True)]} if kinds.count(True) == 1 else {}
    return merge_keys(both.base, sides[0], sides[1], TOGETHER, clashes, prefer, (SAID,))


def within(claim: Claim) -> Claim:
    """The claim with what was said cut to the words that it covers; all of them where nothing of it is left."""
    cut = [Span(start=max(s.start, claim.start), end=min(s.end, claim.end)) for s in claim.content if s.overlaps(claim.span)]
    return claim.model_copy(update={"content": tuple(cut) or (claim.span,)}) if claim.content else claim


def _changed(base: Table, side: Table, keys: Iterable[str]) -> bool:
    return not _alike(base, side, keys)


def _alike(one: Table, other: Table, keys: Iterable[str]) -> bool:
    return same(*({key: table[key] for key in keys if key in table} for table in (one, other)))


def _with_content_of(base: Table, side: Table) -> Table:
    rest = {key: value for key, value in side.items() if key != CONTENT}
    return {**rest, CONTENT: base[CONTENT]} if CONTENT in base else rest
