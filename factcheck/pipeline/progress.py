"""How a person who waits is told what is being done."""

from __future__ import annotations

from collections.abc import Callable

OnProgress = Callable[[str], None]
"""Is told in a few words what is being done, before it is done. What it raises ends the work, and nothing is kept of it."""


def quietly(_: str) -> None:
    """Progress that nobody watches."""
