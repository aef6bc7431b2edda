"""What Office documents draw: formulas in a line, and the words of charts (ECMA-376, Office Math and DrawingML)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from factcheck.documents.containers import local
from factcheck.documents.elements import raised
from factcheck.documents.flow import Part
from factcheck.documents.word_parts import attribute, child

MATHS = frozenset({"f", "sSup", "d", "rad"})
"""Parts of a formula whose form says what their letters do not."""
_POINTS = 2_000
"""Points of one series that are read."""


def formula(node: Any, words: Callable[[Any], Iterator[Part]]) -> Iterator[Part]:
    """A fraction, power, bracket or root in one line."""
    inside = [one for one in node if not local(one).endswith("Pr")]
    name = local(node)
    opening, closing = (_bracket(node, *pair) for pair in (("begChr", "("), ("endChr", ")")))
    if name == "d":
        yield opening
    elif name == "rad":
        yield "√"
        inside = [one for one in inside if local(one) == "e"]
    for i, one in enumerate(inside):
        if i:
            yield "/" if name == "f" else ", " if name == "d" else ""
        if name == "sSup" and i:
            power = "".join(part for part in words(one) if isinstance(part, str))
            yield raised(power, "10") or f"^{power}"
        else:
            yield from words(one)
    if name == "d":
        yield closing


def _bracket(node: Any, name: str, usual: str) -> str:
    """The bracket that is set around, which may be none."""
    set_so = child(node, "dPr", name)
    return usual if set_so is None else attribute(set_so, "val")[:2]


def titles(chart: Any) -> Iterator[Any]:
    """Where the titles of a chart and of its axes stand."""
    for node in chart.iter():
        if local(node) == "title":
            yield from (one for one in node.iter() if local(one) == "rich")


def rows(chart: Any) -> Iterator[list[str]]:
    """A chart as a table: the names of what is shown, and a row for each series of figures."""
    named: list[str] = []
    for series in (node for node in chart.iter() if local(node) == "ser"):
        parts = {local(one): _values(one) for one in series if local(one) in ("tx", "cat", "xVal", "val", "yVal")}
        names = parts.get("cat") or parts.get("xVal") or []
        if names and names != named:
            named = names
            yield ["", *names]
        yield [" ".join(parts.get("tx") or []), *(parts.get("val") or parts.get("yVal") or [])]


def _values(node: Any) -> list[str]:
    return [(one.text or "").strip() for one in node.iter() if local(one) == "v"][:_POINTS]
