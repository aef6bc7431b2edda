"""Tables in markup: told apart from those that only lay out a page, and read out of lines that are set in spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import dedent
from typing import Any

from factcheck.documents.pieces import Form, one_spaced

_LONGEST = 400
"""Characters that a cell has at most; what is longer is text that was laid out in a table."""
_PARAGRAPHS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "div")
_GAP = re.compile(r"(?<=[^\s.!?:])(?: {3,}| ?\t[\t ]*)(?=\S)")
"""What parts the columns of a table that is set in spaces: takes "Ashby    43", refuses "It rained.   He left"."""
_PART = re.compile(r"\n[ \t]*\n|\n(?=[ \t]{2,}\S)")
"""Where a paragraph of text that is set in lines ends: at a blank line, and before a line that is set in."""


def is_data(table: Any) -> bool:
    """Whether a table of HTML holds a paragraph a cell, in more than one column; others only lay out a page."""
    if table.get("role") in ("presentation", "none") or next(table.iterdescendants("table"), None) is not None:
        return False
    widest = 0
    for row in table.iter("tr"):
        filled = 0
        for cell in row.iterchildren("td", "th"):
            words = "".join(cell.itertext())
            if len(words) > _LONGEST or not _is_one_paragraph(cell):
                return False
            filled += bool(words.strip())
        widest = max(widest, filled)
    return widest > 1


def _is_one_paragraph(cell: Any) -> bool:
    within = [node for node in cell.iter(*_PARAGRAPHS) if (node.text or "").strip() or any((one.tail or "").strip() for one in node)]
    return len(within) <= 1 and not any(
        one.tag == "br" == getattr(one.getnext(), "tag", None) and not (one.tail or "").strip() for one in cell
    )


def set_in_lines(text: str) -> Iterator[tuple[Form, str]]:
    """The paragraphs of preformatted text, and the rows of its tables."""
    for part in _PART.split(dedent(text)):
        held: list[str] = []
        for line in part.split("\n"):
            if not _GAP.search(line.strip()):
                held.append(line)
                continue
            yield Form.PARAGRAPH, one_spaced(" ".join(held))
            held = []
            yield Form.ROW, "\t".join(one_spaced(cell) for cell in _GAP.split(line.strip()))
        yield Form.PARAGRAPH, one_spaced(" ".join(held))
