"""`punctuation`: a quotation that is opened and never closed, or closed and never opened, so that whose words are whose cannot be told."""

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

BEHIND = re.compile(rf"\s{{1,3}}(?P<cue>{_WHO}\s{SAID}|{SAID}\s{_WHO})\b")
"""A speaker and a cue right behind the mark that closes a quotation: takes ` said Mr Okafor` and ` she said`, not ` of the boats`."""

LATER = 4
"""A quotation that is not opened anew in each paragraph is closed within so many."""


def find(context: CheckContext) -> Iterator[Finding]:
    """Opened quotations that are not closed before the next one opens or the paragraph ends, with a speaker named inside them.

    And closed ones that nothing opened, with their speaker named right behind.
    """
    blocks = context.body
    for i, block in enumerate(blocks):
        yield from _never_opened(context, block, blocks[max(0, i - LATER) : i])
        left_open = _left_open(context.text, block)
        if left_open is None:
            continue
        opened, end = left_open
        if end == block.end and _goes_on(context.text, blocks[i + 1 : i + 1 + LATER]):
            continue
        cue = AFTERWARDS.search(context.text, opened.start + 1, end)
        if cue is not None:
            yield _finding(context, opened, cue)


def _never_opened(context: CheckContext, block: Block, before: Sequence[Block]) -> Iterator[Finding]:
    """The first mark of a paragraph, where it closes what neither that paragraph nor one of those before it opens."""
    mark = next(iter(marks_of(context.text, block)), None)
    if mark is None or mark.opens or any(marks and marks[-1].opens for marks in (marks_of(context.text, each) for each in before)):
        return
    said = context.text[block.start : mark.start]
    cue = BEHIND.match(context.text, mark.end, block.end)
    if cue is not None and said.rstrip().endswith((",", ".", "?", "!")) and not re.search(r"['‘’`]", said):
        first, last = re.match(r"\S{1,40}", said), re.search(r"\S{1,40}$", said)
        if first is not None and last is not None:
            place, end = context.at(block.start, block.start + first.end()), context.at(block.start + last.start(), mark.end)
            message = (
                f"The quotation that {quoted(end.text)} closes is never opened, so it cannot be told where the words of the speaker begin."
            )
            yield Finding((place, end) if place.end <= end.start else (end,), message, Severity.WARNING, near=end)


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
    looks_for="a quotation that is opened and never closed before its speaker is named, or closed and never opened",
    rule="Chicago Manual of Style 13.30: a quotation mark opens each paragraph of a long quotation, and one closes the last",
    find=find,
    catches=(
        Example('Frost kills crop\n\n"We lost all the pears, Ruth Okafor said on Monday. The plums had been picked.\n'),
        Example(
            "Ferry delayed\n\nThe refit is late. “The frames are rotten, she said. “Nine of twelve must go.\n\nThe council will meet.\n"
        ),
        Example('Threats\n\n"They came every night and never paid, said Ada Novak. "My father was afraid." The case goes on.\n'),
        Example("Deck renewed\n\nIt rained on the bridge.\n\nThe deck is old and has to go,” said Ada Novak. It hailed.\n"),
        Example('Vote put off\n\nThe chair spoke first. "There is no quorum. He added that a vote would be void.\n\nNobody replied.\n'),
    ),
    passes=(
        Example('Frost kills crop\n\n"We lost all the pears," Ruth Okafor said on Monday. "The plums had been picked."\n'),
        Example("Ferry delayed\n\n“The frames are rotten, and nobody saw it, she said to me.\n\n“Nine of twelve must go,” Okafor said.\n"),
        Example(
            "Long words\n\n“We lost every pear, she said to me.\n\nNobody saw it. We sold none, he said.\n\nIt was over,” said Okafor.\n"
        ),
        Example("Deck renewed\n\n“It rained on the bridge.\n\nThe deck is old and has to go,” said Ada Novak. It hailed.\n"),
        Example("Tall order\n\nThe mast is 6'2\" wide, Okafor said. The dockers' union agreed, she added.\n"),
    ),
)
