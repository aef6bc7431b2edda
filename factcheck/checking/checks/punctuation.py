"""`punctuation`: a quotation that is opened and never closed, so that it cannot be told where the speaker's words end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.quotations import Mark, marks_of
from factcheck.checking.wording import quoted
from factcheck.language.cues import SAID
from factcheck.model import Block, Severity

_WHO = r"(?:he|she|they|it|(?:[A-Z][^\W\d_]{1,30}\s){0,3}[A-Z][^\W\d_]{1,30}|[Tt]he\s[a-z]{3,20})"

AFTERWARDS = re.compile(
    rf"(?:[,.?!…—-]\s{{1,3}}(?={_WHO}\s{SAID}\b)|[,?!]\s{{1,3}}(?={SAID}\s{_WHO}\b))(?P<cue>{_WHO}\s{SAID}|{SAID}\s{_WHO})\b"
)
"""A speaker and a cue that should stand outside the quotation: takes `, she said` and `, said Mr Okafor`, not `, she left`."""

LATER = 4
"""A quotation that is not opened anew in each paragraph is closed within so many."""


def find(context: CheckContext) -> Iterator[Finding]:
    """Opened quotations that are not closed before the next one opens or the paragraph ends, with a speaker named inside them."""
    blocks = context.body
    for i, block in enumerate(blocks):
        left_open = _left_open(context.text, block)
        if left_open is None:
            continue
        opened, end = left_open
        if end == block.end and _goes_on(context.text, blocks[i + 1 : i + 1 + LATER]):
            continue
        cue = AFTERWARDS.search(context.text, opened.start + 1, end)
        if cue is not None:
            yield _finding(context, opened, cue)


def _left_open(text: str, block: Block) -> tuple[Mark, int] | None:
    """The first mark that opens a quotation which is not closed before the next one opens or the paragraph ends, and where that is.

    None when there is no such mark, or when the marks are too muddled to say.
    """
    opened: Mark | None = None
    for mark in marks_of(text, block):
        if mark.opens and opened is not None:
            return opened, mark.start
        if not mark.opens and opened is None:
            return None
        opened = mark if mark.opens else None
    return (opened, block.end) if opened else None


def _goes_on(text: str, later: Sequence[Block]) -> bool:
    """Whether the paragraphs behind open with a quotation mark, as in a long quotation, or one of them closes what none opened."""
    if later and text[later[0].start : later[0].start + 2].lstrip("'‘").startswith(("“", '"', "„", "«", "'", "``")):
        return True
    first = next((mark for block in later for mark in marks_of(text, block)), None)
    return first is not None and not first.opens


def _finding(context: CheckContext, opened: Mark, cue: re.Match[str]) -> Finding:
    first = re.match(r"\S{1,40}", context.text[opened.start : opened.start + 41])
    place = context.at(opened.start, opened.start + (first.end() if first else 1))
    speaker = context.at(*cue.span("cue"))
    message = f"The quotation that {quoted(place.text)} opens is never closed, so {quoted(speaker.text)} stands inside it "
    message += "and it cannot be told whose words follow."
    return Finding((place, speaker), message, Severity.WARNING, near=place)


CHECK = Check(
    id="punctuation",
    looks_for="a quotation that is opened and never closed before its speaker is named",
    rule="Chicago Manual of Style 13.30: a quotation mark opens each paragraph of a long quotation, and one closes the last",
    find=find,
    catches=(
        Example('Frost kills crop\n\n"We lost all the pears, Ruth Okafor said on Monday. The plums had been picked.\n'),
        Example(
            "Ferry delayed\n\nThe refit is late. “The frames are rotten, she said. “Nine of twelve must go.\n\nThe council will meet.\n"
        ),
        Example('Threats\n\n"They came every night and never paid, said Ada Novak. "My father was afraid." The case goes on.\n'),
        Example('Vote put off\n\nThe chair spoke first. "There is no quorum. He added that a vote would be void.\n\nNobody replied.\n'),
    ),
    passes=(
        Example('Frost kills crop\n\n"We lost all the pears," Ruth Okafor said on Monday. "The plums had been picked."\n'),
        Example("Ferry delayed\n\n“The frames are rotten, and nobody saw it, she said to me.\n\n“Nine of twelve must go,” Okafor said.\n"),
        Example(
            "Long words\n\n“We lost every pear, she said to me.\n\nNobody saw it. We sold none, he said.\n\nIt was over,” said Okafor.\n"
        ),
        Example("Tall order\n\nThe mast is 6'2\" wide, Okafor said. The dockers' union agreed, she added.\n"),
    ),
)
