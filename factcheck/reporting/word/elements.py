"""The elements of a Word document (ECMA-376, part 1) as text: paragraphs, runs, and what was written beside words or changed in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from factcheck.documents.pieces import REPORT
from factcheck.model import visible
from factcheck.reporting.words import in_utc

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\ufffe": "\ufffd", "\uffff": "\ufffd"})
"""XML has no sign for the last two code points of its first plane (XML 1.0, 2.2)."""
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_PARTED = re.compile(r"([\n\t])")
_LONGEST_NAME = 100


def escaped(text: str) -> str:
    """Text as XML holds it, on lines as it is, with what a reader could not see made visible."""
    return visible(text, lines=True).translate(_ESCAPED)


def run(text: str, look: str = "", *, deleted: bool = False) -> str:
    """Words in one look, which is the inside of a `w:rPr`."""
    tag = "w:delText" if deleted else "w:t"
    parts = (_BREAKS.get(part) or f'<{tag} xml:space="preserve">{escaped(part)}</{tag}>' for part in _PARTED.split(text) if part)
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{''.join(parts)}</w:r>"


def style(name: str) -> str:
    """The look of a character style."""
    return f'<w:rStyle w:val="{name}"/>'


def paragraph(inside: str, style: str | None = None, more: str = "") -> str:
    """A paragraph of runs in a style; `more` is what else its `w:pPr` holds."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p>{f'<w:pPr>{named}{more}</w:pPr>' if named or more else ''}{inside}</w:p>"


def around(paragraphs: Sequence[str]) -> str:
    """Paragraphs that are no part of the article, so that none of them is taken for it where the document is read again."""
    tag = f'<w:sdtPr><w:alias w:val="Fact-check"/><w:tag w:val="{REPORT}"/></w:sdtPr>'
    return f"<w:sdt>{tag}<w:sdtContent>{''.join(paragraphs)}</w:sdtContent></w:sdt>" if paragraphs else ""


def link(name: str, inside: str) -> str:
    """Words that lead to a place of the document."""
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{inside}</w:hyperlink>'


def bookmark(number: int, name: str) -> str:
    """A place of the document that links lead to."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def signed(number: int, by: str, at: datetime | None) -> str:
    """The attributes of a change or comment: its number, who made it, and when, where that is known."""
    when = f' w:date="{in_utc(at).isoformat(timespec="seconds")}Z"' if at is not None else ""
    return f'w:id="{number}" w:author="{escaped(called(by))}"{when}'


def called(by: str) -> str:
    """The name of somebody, as short as a comment can bear."""
    return " ".join(by.split())[:_LONGEST_NAME] or "unnamed"


def comment(number: int, by: str, at: datetime | None, lines: Iterable[str]) -> str:
    """A comment, as its part of the package holds it, each of its lines a paragraph."""
    initials = escaped("".join(word[0] for word in called(by).split())[:4])
    mark = f"<w:r><w:rPr>{style('CommentReference')}</w:rPr><w:annotationRef/></w:r>"
    told = (paragraph(("" if nth else mark) + run(line), "CommentText") for nth, line in enumerate(lines))
    return f'<w:comment {signed(number, by, at)} w:initials="{initials}">{"".join(told)}</w:comment>'


def comment_end(number: int) -> str:
    """Where the words of a comment end, and its mark."""
    look = f"<w:rPr>{style('CommentReference')}</w:rPr>"
    return f'<w:commentRangeEnd w:id="{number}"/><w:r>{look}<w:commentReference w:id="{number}"/></w:r>'
