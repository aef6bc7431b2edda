"""A piece of evidence on one line: what it does to the claim, what it is, where in it, and which words."""

from __future__ import annotations

from factcheck.model import Bearing, Evidence, one_line
from factcheck.reporting.words import reference

_LONGEST = 300


def cited(item: Evidence, bearing: Bearing) -> str:
    """The evidence as a reader looks it up: "supports: Minutes, p. 3: “nine of twelve”, https://harbour.example/minutes"."""
    where = f", {one_line(item.locator, 100)}" if item.locator else ""
    quoted = f": “{one_line(item.quote, _LONGEST)}”" if item.quote else ""
    name = one_line(reference(item, bearing.source_of(item)), _LONGEST)
    url = f", {one_line(item.url)}" if item.url and one_line(item.url) != name else ""
    return f"{item.stance}: {name}{where}{quoted}{url}"
