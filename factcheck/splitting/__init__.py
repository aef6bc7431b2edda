"""From an Article to its claims: who said what, the article's own assertions, and the names, dates and figures in both.

The language pipeline is loaded when something is split, never when this package is imported.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.splitting.assemble import Analysis, analyse, analyse_many, find_entities, split, split_many
    from factcheck.splitting.attributions import find_attributions
    from factcheck.splitting.coverage import uncovered
    from factcheck.splitting.explaining import explain

_MODULES = {
    "Analysis": "assemble",
    "analyse": "assemble",
    "analyse_many": "assemble",
    "explain": "explaining",
    "find_entities": "assemble",
    "find_attributions": "attributions",
    "split": "assemble",
    "split_many": "assemble",
    "uncovered": "coverage",
}

__all__ = [
    "Analysis", "analyse", "analyse_many", "explain", "find_attributions", "find_entities", "split", "split_many", "uncovered",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
