"""Lines of a story's head that are set as one paragraph with breaks in it: "Ferry laid up / By Jane Doe / OBAN (EXA) — The ferry …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from factcheck.documents.pieces import Form
from factcheck.reading import bylines, publication
from factcheck.reading.datelines import inline_dateline
from factcheck.reading.parts import Part

_LOOK = 6
"""How many parts from the top may be such a paragraph."""
_MOST_LINES = 8


def without_breaks(parts: Sequence[Part]) -> list[Part]:
    """The parts of a page, of which the lines of its head are parts by themselves where breaks stand between them."""
    return [*chain.from_iterable(map(_in_lines, parts[:_LOOK])), *parts[_LOOK:]]


def _in_lines(part: Part) -> Iterator[Part]:
    """A part, by themselves the lines from its first to the last that says by whom, when or where; if none does, the part as it is."""
    lines = (
        list(_lines(part)) if not part.is_long and "\n" in part.words and part.form in (Form.PARAGRAPH, Form.TITLE, Form.HEADING) else []
    )
    says = [n for n, line in enumerate(lines[:_MOST_LINES]) if _says_of_story(line)]
    last = max(says, default=-1)
    if not says or any(line.is_sentence for line in lines[:last]):
        yield part
        return
    opens = inline_dateline(lines[last])
    head = lines[: last + (opens is None)]
    for n, line in enumerate(head):
        yield replace(line, form=part.form if n == 0 and n not in says else Form.PARAGRAPH)
    if len(head) < len(lines):
        start = lines[len(head)].start
        yield replace(part, start=start, words=part.words[start - part.start :], form=Form.PARAGRAPH)


def _lines(part: Part) -> Iterator[Part]:
    at = part.start
    for line in part.words.split("\n"):
        if words := line.strip():
            start = at + len(line) - len(line.lstrip())
            yield Part(start, start + len(words), words)
        at += len(line) + 1


def _says_of_story(line: Part) -> bool:
    if line.is_long:
        return False
    is_signed = line.words[0].isupper() and bylines.byline(line) is not None
    return is_signed or publication.standing_dateline(line) is not None or inline_dateline(line) is not None
