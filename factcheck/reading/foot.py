"""The foot of a page: where the story ends, and what stands below it: who wrote it, what readers say of it, lists of links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factcheck.model import BlockRole
from factcheck.reading.bylines import is_person
from factcheck.reading.days import DATE
from factcheck.reading.furniture import Mark, key, offers_to_reader
from factcheck.reading.parts import Part
from factcheck.reading.shapes import Shape

if TYPE_CHECKING:
    from factcheck.reading.roles import Placed

_COMMENTS = Shape(
    "what stands above readers' comments, in the form in which words are compared",
    r"(?:(?:reader|user|your|view|all|latest|# )?\s?(?:comments?|replies|responses)(?: #)?|# thoughts? on\b.{0,80}"
    r"|(?:join|start) the (?:conversation|discussion)|(?:leave|post|add) a (?:comment|reply))\Z",
    takes=("comments", "# comments", "join the conversation"),
    refuses=("comments on the fees", "no comment"),
)

_READER = Shape(
    "the name of a reader above a comment",
    r"[\w.'’-]{2,30}(?: [\w.'’-]{1,30}){0,2} (?:says|wrote|said|writes|commented|replied)\s?:\Z"
    r"|(?=[^\s]{0,29}[A-Za-z])(?=[^\s]{0,29}[\d_])[\w.-]{3,30}\Z|[A-Z]?[a-z]{2,20}[A-Z]\w{1,20}\Z",
    takes=("islander42", "BoatFan", "Cy Roe says:"),
    refuses=("Background", "2019", "Back by Easter"),
)

_STORY = 2
"""So many paragraphs stand above readers' comments at the least; fewer, and the words are those of a share bar."""

_LONGEST_LABEL = 16
"""Words of the label of comments, with the headline in it."""

_WRITES = re.compile(
    r",? (?:(?:currently|also) )?(?:is|was|has|writes|covers|reports|works|joined|teaches|leads|lives|specialises|specializes|can)\b"
)
"""What is said of a writer below the story, behind the name: takes " covers", ", is"; refuses "’s"."""

_LONGEST_BIOGRAPHY = 80
"""Words of what is said of a writer below the story."""


def mark_comments(page: Sequence[Placed], start: int) -> None:
    """Marks what readers say below a story: all that stands below the label of comments, when a reader's name comes first."""
    prose = 0
    for index in range(start, len(page)):
        part = page[index].part
        if prose >= _STORY and part.count <= _LONGEST_LABEL and _COMMENTS.match(key(part.words)) and _is_reader(page, index + 1):
            for below in page[index:]:
                if below.is_open or below.role is BlockRole.BODY:
                    below.role, below.mark = BlockRole.FURNITURE, below.mark or Mark("what readers say of it")
            return
        prose += page[index].mark is None and part.is_prose


def _is_reader(page: Sequence[Placed], start: int) -> bool:
    """Whether the first line from `start` on that is no furniture is a reader's name; a plain name has a day below it."""
    at = next((n for n in range(start, len(page)) if page[n].mark is None), None)
    if at is None or page[at].part.is_long:
        return False
    if _READER.match(page[at].part.words):
        return True
    below = page[at + 1] if at + 1 < len(page) else None
    dated = below is not None and not below.part.is_sentence and ("ago" in below.part.words or DATE.search(below.part.words) is not None)
    return dated and is_person(page[at].part.words)


def mark_writers(page: Sequence[Placed], start: int, bylines: Iterable[str]) -> None:
    """Marks the last paragraphs of a story when they say who those are that sign it: "Jane Doe covers courts for the Post."."""
    names = [name for byline in bylines for name in re.split(r", | and | & |; ", byline) if is_person(name)]
    told = [placed for placed in page[start:] if placed.role is BlockRole.BODY]
    while names and len(told) > 1:
        part = told.pop().part
        name = next((name for name in names if part.words.startswith(name)), None)
        if name is None or part.count > _LONGEST_BIOGRAPHY or not _WRITES.match(part.words, len(name)):
            return
        placed = next(placed for placed in page if placed.part is part)
        placed.role, placed.mark = BlockRole.FURNITURE, Mark("who wrote it")


def story_end(page: Sequence[Placed], start: int) -> int:
    """Where the story's last paragraph ends: the index after it."""
    prose = [
        index
        for index in range(start, len(page))
        if page[index].mark is None and page[index].role in (None, BlockRole.BODY) and page[index].part.is_prose
    ]
    closing = next((index for index in range(start, len(page)) if (mark := page[index].mark) is not None and mark.closes), None)
    if closing is not None:
        above = [index for index in prose if index < closing]
        below = [index for index in prose if index > closing]
        if above and all(_is_teaser(page, index) for index in below):
            prose = above
    end = prose[-1] + 1 if prose else start
    # Short sentences right after the last paragraph, or after what only interrupts it, are the story's too.
    interrupted = False
    for index in range(end, len(page)):
        mark, part = page[index].mark, page[index].part
        if mark is not None and mark.closes:
            break
        interrupted = interrupted or (mark is not None and (not mark.pauses or mark.opens))
        if mark is None and page[index].is_open and part.is_sentence and (not interrupted or _is_plain_statement(part)):
            end = index + 1
    return end


def _is_plain_statement(part: Part) -> bool:
    """Whether a short sentence tells something, and is not said to the reader as offers are."""
    return part.count >= 5 and part.words.endswith(".") and not offers_to_reader(part)


def _is_teaser(page: Sequence[Placed], index: int) -> bool:
    """Whether the paragraph stands under a title of its own, as the summaries of other articles do."""
    above = page[index - 1]
    return above.mark is None and above.is_open and above.part.is_title_like and above.part.count >= 3
