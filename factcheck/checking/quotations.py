"""The quotations of the article: what stands between double quotation marks, paragraph by paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.checking.context import CheckContext
from factcheck.language.quotation_marks import find_quotations
from factcheck.model import Block, Span

MARK = re.compile(r"[\"“”„«»]|''|``")
"""A double quotation mark of any make, or two single ones in its place: takes `“` and `''`, not `don't`."""

_INCHES = re.compile(r"\d\s?$")
"""What stands before a mark for inches or seconds: takes `6'2` and `30 `, not `five`."""

_OPENERS = "([{—–-/"


@dataclass(frozen=True)
class Mark:
    """A quotation mark in the text, and whether it opens a quotation or closes one."""

    start: int
    end: int
    opens: bool


def marks_of(text: str, block: Block) -> list[Mark]:
    """The quotation marks of a paragraph as they stand, faults and all: by their make, or for straight ones by the white space beside."""
    marks: list[Mark] = []
    for match in MARK.finditer(text, block.start, block.end):
        inside = bool(marks) and marks[-1].opens
        opens = _opens(text, block, match, inside)
        if opens is not None:
            marks.append(Mark(match.start(), match.end(), opens))
    return marks


def _opens(text: str, block: Block, match: re.Match[str], inside: bool) -> bool | None:
    """Whether a mark opens a quotation, or None for one that means inches or seconds."""
    sign, at = match[0], match.start()
    if sign in ("“", "„", "«", "``"):
        return True
    if sign in ("”", "»"):
        return False
    before = text[at - 1] if at > block.start else " "
    after = text[match.end()] if match.end() < block.end else " "
    if not inside and _INCHES.search(text[max(block.start, at - 2) : at]):
        return None
    if before.isspace() or before in _OPENERS:
        return not after.isspace()
    return False if after.isspace() or after in ",.;:?!)]}—–-'’" else not inside


def quotations(context: CheckContext) -> list[Span]:
    """The words between double quotation marks that stand in no other quotation, in order and without the marks."""
    found = find_quotations(context.text, context.blocks)
    return [q.inner for q in found if q.depth == 0 and MARK.match(context.text, q.outer.start)]
