"""Factcheck: split a news article into claims, flag what contradicts itself, and review it all in a terminal.

    import factcheck
    article = factcheck.read("samples/hanoi-summit.txt")
    claims = factcheck.split(article)
    flags = factcheck.check(article, claims)

Everything here is imported when it is first used, so that `import factcheck` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.language.sentences import find_sentences
    from factcheck.pipeline.checking import check
    from factcheck.reading import read, read_text
    from factcheck.splitting import find_attributions, find_entities, split, split_many
    from factcheck.values import find_dates, find_figures

__version__ = "0.1.0"

_ROOMS = {
    "read": "reading",
    "read_text": "reading",
    "split": "splitting",
    "split_many": "splitting",
    "find_sentences": "language.sentences",
    "find_attributions": "splitting",
    "find_entities": "splitting",
    "find_dates": "values",
    "find_figures": "values",
    "check": "pipeline.checking",
}

__all__ = [
    "check", "find_attributions", "find_dates", "find_entities", "find_figures", "find_sentences", "read", "read_text", "split",
    "split_many",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
