"""Markup made ready for what reads text out of it: where lines, blocks and cells end is kept, and marks that are no words are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factcheck.documents.pieces import one_spaced

LINE, BLOCK, CELL = "\ue0fd", "\ue0fe", "\ue0ff"
"""Signs for a line's, a block's and a cell's end, from Unicode's private use area; a page's own are taken out before."""
_SIGNS = re.compile(f"[{LINE}{BLOCK}{CELL}]")
_PARAGRAPH = re.compile(rf"{BLOCK}|{LINE}\s*{LINE}")

_BLOCKS = (
    "p h1 h2 h3 h4 h5 h6 li dd dt div blockquote pre tr table figure figcaption section article header footer aside ul ol dl hr time "
    "caption address"
).split()
_NOTE = re.compile(r"\[?[\d*†‡§a-z]{1,3}(?:[,\s][\d*†‡§]{1,3})*\]?")
"""What a mark of a note says: takes "2", "[12]", "a", "1,2" and "†"; refuses "th" by _ORDINAL and "CO2"."""
_ORDINAL = re.compile(r"st|nd|rd|th|er|e|o|a|h|m|s", re.IGNORECASE)
_RAISED = str.maketrans("0123456789-+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺")
_POWER_OF = re.compile(r"(?:\b10|\b(?:k|c|m|d)?m|\bft|\bin)$")
"""What a raised number is a power of: takes "5 × 10" and "30 km", not "£98,000"."""


def without_signs(text: str) -> str:
    """The text without the signs that are put in here."""
    return _SIGNS.sub("", text)


def signed(tree: Any) -> None:
    """Put signs where lines, blocks and cells end, and take out struck words and the marks of notes, in a tree of HTML."""
    for node in list(tree.iter("del", "s", "strike")):
        node.drop_tree()
    for node in list(tree.iter("sup")):
        _raise(node)
    for node in tree.iter("br", "td", "th", *_BLOCKS):
        if node.tag == "br":
            node.tail = LINE + (node.tail or "")
            continue
        sign = CELL if node.tag in ("td", "th") else BLOCK
        if sign == BLOCK:
            node.text = BLOCK + (node.text or "")
        last = node[-1] if len(node) else None
        if last is None:
            node.text = (node.text or "") + sign
        else:
            last.tail = (last.tail or "") + sign


def _raise(node: Any) -> None:
    words = one_spaced("".join(node.itertext()))
    before = node.getprevious()
    left = ((before.tail if before is not None else node.getparent().text) or "").rstrip() if node.getparent() is not None else ""
    said = raised(words, left)
    if said:
        for child in list(node):
            node.remove(child)
        node.text = said
    elif said == "":
        node.drop_tree()


def raised(words: str, before: str) -> str | None:
    """What words say that are set higher than the line after others: a power, or nothing as the mark of a note; None for any other."""
    if words.lstrip("-+").isdigit() and _POWER_OF.search(before):
        return words.translate(_RAISED)
    is_mark = before and _NOTE.fullmatch(words) and not (_ORDINAL.fullmatch(words) and before[-1:].isalnum())
    return "" if is_mark else None


def blocks_of(text: str) -> Iterator[str]:
    """The paragraphs in text that has signs: cells with tabs between them, lines with spaces."""
    for block in _PARAGRAPH.split(text):
        cells = [one_spaced(cell.replace(LINE, " ")) for cell in block.split(CELL)]
        if words := "\t".join(cell for cell in cells if cell):
            yield words
