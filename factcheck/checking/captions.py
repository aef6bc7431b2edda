"""How many a caption shows, against how many the story tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.checking.amounts import Amount, adds_up
from factcheck.checking.context import CheckContext
from factcheck.checking.finding import Finding
from factcheck.checking.wording import quoted
from factcheck.model import BlockRole, Change, Severity

CAPTION = re.compile(
    r"(?:Photo|Picture|Pictured|Photograph|Caption|Above|Below|Left|Right)(?:\s(?:above|below|left|right))?(?::\s|,\s)", re.IGNORECASE
)
"""How a caption opens that stands among the paragraphs: takes `Pictured: ` and `Photo: `, not `Photographs of`."""

ALL_OF_THEM = re.compile(r"\b(?:[Tt]he|[Aa]ll)\s$")
"""What stands before the number of all that there are: takes `The ` and `all `, not `two `."""

OF_THEM = re.compile(r"\bof\s(?:the|all)\s$", re.IGNORECASE)
"""What makes a number one of a part: takes `of the ` and `of all `, not `The `."""


def captions(context: CheckContext) -> Iterator[Finding]:
    """The number of something in a caption that calls them all, where the story has another number of the same and that alone."""
    counted = [a for a in context.amounts if a.unit and not a.is_money and a.figure.change is Change.EXACT and a.figure.high is None]
    for own in counted:
        if not _in_caption(context, own) or not _is_of_all(context, own):
            continue
        others = [a for a in counted if a.unit == own.unit and not _in_caption(context, a)]
        values = {a.value for a in others}
        if (
            len(values) == 1
            and own.value not in values
            and not adds_up(own, others)
            and not any(a.value == own.value for a in counted if a is not own)
        ):
            places = tuple(sorted((own.place, others[0].place), key=lambda place: place.start))
            message = f"The caption has {quoted(own.place.text)} where the story has {quoted(others[0].place.text)}."
            yield Finding(places, message, Severity.WARNING, near=own.place)


def _in_caption(context: CheckContext, amount: Amount) -> bool:
    block = context.block_at(amount.place.start)
    return block is not None and (block.role is BlockRole.CAPTION or CAPTION.match(context.text, block.start, block.end) is not None)


def _is_of_all(context: CheckContext, amount: Amount) -> bool:
    before = context.text[max(amount.block, amount.place.start - 12) : amount.place.start]
    return ALL_OF_THEM.search(before) is not None and OF_THEM.search(before) is None
