"""What a merge kept beside the value that stands: `gist_other` beside `gist`. Each is taken in its place, or let go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.casefile.fitting import claim_of
from factcheck.casefile.halves import CONTENT, EXTENT, TOGETHER, within
from factcheck.casefile.misfit import MisfitError
from factcheck.casefile.tables import claim_table, stands
from factcheck.casefile.threeway import besides
from factcheck.casefile.toml import Table
from factcheck.model import Claim, FactcheckError

_BY = "made_by"
"""Who changed a claim last goes with what they changed."""


@dataclass(frozen=True)
class Beside:
    """Keys of a claim that stand in two values, and only make sense together: each with the one that counts and the other one.

    An empty text stands for a key that one side does not have. `by` are the people who last changed the claim, where that is known of both.
    """

    keys: tuple[tuple[str, str], ...]
    counts: tuple[str, ...]
    other: tuple[str, ...]
    by: tuple[str, str] | None = None


def beside(claim: Claim) -> Iterator[Beside]:
    """What is kept beside the values of a claim, in the order of its keys."""
    table = claim_table(claim)
    groups: dict[tuple[tuple[str, ...], str], list[tuple[str, str]]] = {}
    for name, key, nth in besides(table):
        if key != _BY:
            groups.setdefault((_group_of(key, nth, table), nth), []).append((key, name))
    others = [table[name] for name, key, _ in besides(table) if key == _BY]
    by = (str(table[_BY]), str(others[0])) if len(others) == 1 and _BY in table else None
    for keys in groups.values():
        yield Beside(tuple(keys), tuple(str(table.get(key, "")) for key, _ in keys), tuple(str(table[name]) for _, name in keys), by)


def _group_of(key: str, nth: str, table: Table) -> tuple[str, ...]:
    """The keys that go with one; what was said with the words that the claim covers, where the two differ in those."""
    if key == CONTENT and f"at_other{nth}" in table:
        key = EXTENT[0]
    return next((group for group in TOGETHER if key in group), (key,))


def settled(claim: Claim, keys: Beside, text: str, *, other: bool) -> Claim:
    """The claim with one of the two values, and without the other. Raises FactcheckError when the other one does not fit the article."""
    table = claim_table(claim)
    for key, name in keys.keys:
        value = table.pop(name)
        if other:
            table[key] = value
    left = list(besides(table))
    if all(key == _BY for _, key, _ in left):
        table = {key: value for key, value in table.items() if key not in {name for name, _, _ in left}}
        table |= {_BY: keys.by[1]} if other and keys.by else {}
    try:
        made = claim_of(table, text)
    except MisfitError as error:
        raise FactcheckError(f"The other value does not fit the claim as it is now: {error}.") from None
    if stands(made, text) is not None:
        raise FactcheckError("The other words do not stand in the article as it is now.")
    return within(made) if made.span != claim.span else made
