"""`punctuation`: a quotation that is opened and never closed, so that it cannot be told where the speaker's words end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.checking.context import Context
from factcheck.checking.finding import Check, Example, Finding
from factcheck.checking.wording import quoted
from factcheck.model import Block, Severity

_MARK = re.compile(r"[\"“”„«»]|''|``")
"""A double quotation mark of any make, or two single ones in its place: takes `“` and `''`, not an apostrophe."""

_INCHES = re.compile(r"\d\s?$")
"""What stands before a mark for inches or seconds: takes `5'11`, not `five`."""

AFTERWARDS = re.compile(r"[,.?!…—-]\s{1,3}(?P<cue>(?:he|she|they|it|[A-Z][^\W\d_]{1,30})\s(?:said|says|told|added|asked|wrote|replied|explained|noted|argued|tweeted|recalled|insisted|continued|concluded)\b)")
"""A speaker and a cue that follow words which should have been closed before: takes `, she said` and `. Mr Okafor added`."""

OPENERS = "([{—–-/"


@dataclass(frozen=True)
class _Mark:
    at: int
    opens: bool


def find(context: Context) -> Iterator[Finding]:
    """Opened quotations that are not closed before the next one opens or the paragraph ends, with a speaker named inside them."""
    blocks = context.body
    for i, block in enumerate(blocks):
        left_open = _left_open(context.text, block)
        if left_open is None:
            continue
        opened, end = left_open
        if end == block.end and _goes_on(context.text, blocks[i + 1] if i + 1 < len(blocks) else None):
            continue
        cue = AFTERWARDS.search(context.text, opened.at + 1, end)
        if cue is not None:
            yield _finding(context, opened, cue)


def _left_open(text: str, block: Block) -> tuple[_Mark, int] | None:
    """The first mark that opens a quotation which is not closed before the next one opens or the paragraph ends, and where that is.

    None when there is no such mark, or when the marks are too muddled to say.
    """
    opened: _Mark | None = None
    for match in _MARK.finditer(text, block.start, block.end):
        mark = _read(text, block, match, opened is not None)
        if mark is None:
            continue
        if mark.opens and opened is not None:
            return opened, mark.at
        if not mark.opens and opened is None:
            return None
        opened = mark if mark.opens else None
    return (opened, block.end) if opened else None


def _read(text: str, block: Block, match: re.Match[str], inside: bool) -> _Mark | None:
    """Whether a mark opens or closes: by its make, or for a straight one by the white space beside it."""
    sign, at = match[0], match.start()
    before = text[at - 1] if at > block.start else " "
    after = text[match.end()] if match.end() < block.end else " "
    if sign in "“„«``":
        return _Mark(at, True)
    if sign in "”»":
        return _Mark(at, False)
    if _INCHES.search(text[max(block.start, at - 2) : at]) and not inside:
        return None
    if before.isspace() or before in OPENERS:
        return _Mark(at, not after.isspace())
    return _Mark(at, False) if after.isspace() or after in ",.;:?!)]}—–-'’" else _Mark(at, not inside)


def _goes_on(text: str, block: Block | None) -> bool:
    """Whether the paragraph opens with a quotation mark, as each paragraph of a long quotation does."""
    return block is not None and text[block.start : block.start + 2].lstrip("'‘").startswith(("“", '"', "„", "«", "'", "``"))


def _finding(context: Context, opened: _Mark, cue: re.Match[str]) -> Finding:
    first = re.match(r"\S{1,40}", context.text[opened.at : opened.at + 41])
    place = context.at(opened.at, opened.at + (first.end() if first else 1))
    speaker = context.at(*cue.span("cue"))
    message = f"The quotation that {quoted(place.text)} opens is never closed, so {quoted(speaker.text)} stands inside it and it cannot be told whose words follow."
    return Finding((place, speaker), message, Severity.WARNING, near=place)


CHECK = Check(
    id="punctuation",
    looks_for="a quotation that is opened and never closed before its speaker is named",
    rule="Chicago Manual of Style 13.30: a quotation mark opens each paragraph of a long quotation, and one closes the last",
    find=find,
    catches=(
        Example('Frost kills crop\n\n"We lost all the pears, Ruth Okafor said on Monday. The plums had been picked.\n'),
        Example("Ferry delayed\n\nThe refit is late. “The frames are rotten, she said. “Nine of twelve must go.\n\nThe council will meet.\n"),
        Example('Vote put off\n\nThe chair spoke first. "There is no quorum. He added that a vote would be void.\n\nNobody replied.\n'),
    ),
    passes=(
        Example('Frost kills crop\n\n"We lost all the pears," Ruth Okafor said on Monday. "The plums had been picked."\n'),
        Example("Ferry delayed\n\n“The frames are rotten, and nobody saw it, she said to me.\n\n“Nine of twelve must go,” Okafor said.\n"),
        Example('Tall order\n\nThe mast is 6\'2" wide, Okafor said. The dockers\' union agreed, she added.\n'),
    ),
)
