"""Claims whose words an article has lost: they wait in the case, with all that was decided, as tables under `orphans`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.casefile.fitting import claim_of
from factcheck.casefile.misfit import MisfitError
from factcheck.casefile.toml import Table
from factcheck.model import Case, Claim

_FARTHEST = 10_000_000
"""Code points into an article beyond which no orphan can have stood."""


def orphan_tables(case: Case) -> list[Table]:
    """The tables of the claims that wait."""
    tables = (case.model_extra or {}).get("orphans", [])
    return list(tables) if isinstance(tables, list) else []


def orphans(case: Case) -> Iterator[tuple[Table, Claim]]:
    """The claims that wait and can be read, each with its table. Their places are those that they had."""
    for table in orphan_tables(case):
        if (claim := orphan_of(table)) is not None:
            yield table, claim


def orphan_of(table: Table) -> Claim | None:
    """The claim in the table of an orphan; None when it cannot be read, as after a slip of the hand."""
    try:
        start = int(table["at"].partition(":")[0])
        return claim_of(table, " " * start + table["text"]) if start <= _FARTHEST else None
    except (MisfitError, AttributeError, KeyError, TypeError, ValueError):
        return None


def with_orphans(case: Case, tables: Sequence[Table]) -> Case:
    """The case with these orphans and no others."""
    rest = {key: value for key, value in dict(case).items() if key != "orphans"}
    return Case(**rest, **({"orphans": list(tables)} if tables else {}))
