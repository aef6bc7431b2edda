"""From an Article to its claims: who said what, the article's own assertions, and the names, dates and figures in both.

The language pipeline is loaded when something is split, never when this package is imported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.starting import on_demand

if TYPE_CHECKING:
    from factcheck.splitting.assemble import Analysis, analyse, analyse_many, find_entities, split, split_many
    from factcheck.splitting.attributions import find_attributions
    from factcheck.splitting.coverage import uncovered
    from factcheck.splitting.explaining import explain

__getattr__ = on_demand(
    __name__,
    {
        "assemble": ("Analysis", "analyse", "analyse_many", "find_entities", "split", "split_many"),
        "attributions": ("find_attributions",),
        "coverage": ("uncovered",),
        "explaining": ("explain",),
    },
)

__all__ = [
    "Analysis", "analyse", "analyse_many", "explain", "find_attributions", "find_entities", "split", "split_many", "uncovered",
]  # fmt: skip
