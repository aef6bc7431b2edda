"""The head of a page: headline, standfirst, byline, dateline, and what stands among them above the first paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.documents.pieces import Form
from factcheck.model import BlockRole
from factcheck.reading import bylines, captions, datelines, publication
from factcheck.reading.days import DATE
from factcheck.reading.furniture import Mark
from factcheck.reading.parts import LONG, Part
from factcheck.reading.placenames import sure_place
from factcheck.reading.shapes import Shape

if TYPE_CHECKING:
    from factcheck.reading.roles import Placed

_LOOK = 40
"""How many parts from the top the head of a page may have."""

_MOST_BETWEEN = 12
"""The most lines of its own between a headline and the story for a bare name among them to be a byline, and no line of a list."""

_LONGEST_LETTERHEAD, _LONGEST_LINE = 10, 16
"""How many lines a letterhead may have, and how many words each of them."""

_NAME = 3
"""Words up to which a line may be a name, and no headline."""

_MOST_STANDFIRST = 60
"""The most words that a paragraph above the byline may have and still be a standfirst."""

_STORY_LABEL = Shape(
    "the label of a kind of story before its headline",
    r"(?:video|watch|watch live|listen|podcast|in pictures|in pics|gallery|explainer|explained|opinion|analysis|live updates|follow live)"
    r"\s?[:|]\s?\S",
    takes=("Explainer: what the tunnel means", "VIDEO: Ferry sinks"),
    refuses=("Explainer", "Videos: all"),
    flags=re.IGNORECASE,
)

_FIELD = Shape(
    "a field of a form, with a figure for its value",
    r"[A-Z][\w'’/()-]{0,24}(?: [\w'’/()-]{1,24}){0,3}\s?:\s{1,3}(?=[^\n]{0,80}\d)\S{1,40}(?: \S{1,40}){0,3}\Z",
    takes=("Date of Incident: 01/09/2025", "Case No: 4711"),
    refuses=("Harbour fees: what changes", "12:30"),
)

_TO_REACH = Shape(
    "how somebody is reached, as letterheads have it",
    r"\b(?:tel|telephone|phone|fax|mobile)\b[.:]{0,2} ?[+(]?\d|\+\d{1,3}[ ()\d-]{7,20}\d|[\w.+-]{1,64}@[\w-]{1,64}\.[a-z]{2,12}\b",
    takes=("Tel. 020 7946 0000", "press@harbour.example", "+44 20 7946 0000"),
    refuses=("Phone fees rise", "The harbour +4 per cent"),
    anywhere=True,
    flags=re.IGNORECASE,
)

_STREET = Shape(
    "an address in a street, or a box at a post office",
    r"(?:\d{1,5}[A-Za-z]?[ ,-]{1,2}(?=[A-Z])[^.!?\n]{3,80}\b"
    r"(?:[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}|[A-Z]{2} \d{5}(?:-\d{4})?|Street|St|Road|Rd|Avenue|Ave|Lane|Square|Place|Drive|Boulevard|Blvd"
    r"|Way|Quay|House)\b\.?|P\.? ?O\.? Box \d)[^.!?\n]{0,60}\Z",
    takes=("12 Quay Street, Milton MN1 4QQ", "PO Box 12, Harrow", "400 Main Ave, Milton, OR 97301"),
    refuses=("12 people left Quay Street at dawn.", "140 jobs go at the port"),
)

_RELEASE_LABEL = Shape(
    "the label of a press release by itself",
    r"(?:(?:press|news|media) (?:release|statement)(?: (?:no|nr|number|ref)?[.:]{0,2} ?#?\d[\w/.-]{0,14})?|for immediate release|statement"
    r"|exhibit \d{1,2}(?:\.\d{1,2})?)"
    r"\s?:?\Z",
    takes=("PRESS RELEASE", "Media statement:", "Press Release No. 114/2024", "Exhibit 99.1"),
    refuses=("Press releases rise", "PRESS RELEASE: Harbour"),
    flags=re.IGNORECASE,
)

_LABELLED = Shape(
    "a short label with a short value or none",
    r"[A-Z][\w'’/()-]{0,24}(?: [\w'’/()-]{1,24}){0,3}\s?:(?:\s{1,3}\S{1,40}(?: \S{1,40}){0,3})?\Z",
    takes=("Name of Vessel: Aurora", "Sex:"),
    refuses=("Fees: what the board said on Monday night", "12:30"),
)


@dataclass(frozen=True)
class Head:
    """The head of a page is its first `length` parts."""

    length: int


def find_head(page: Sequence[Placed]) -> Head:
    """Finds the head and gives their roles to its parts; a page that begins with its story has none."""
    anchors = _anchors(page)
    lead = _lead(page, anchors)
    _mark_letterhead(page, lead)
    if lead is None:
        lead = next((index for index, placed in enumerate(page[:_LOOK]) if placed.role is BlockRole.TABLE), None)
    if lead is None:
        return Head(0)
    headline = _headline(page, lead, anchors)
    last_anchor = max((index for index in anchors if index < lead), default=-1)
    is_list = headline is not None and sum(placed.mark is None for placed in page[headline:lead]) > _MOST_BETWEEN
    for index in range(lead):
        placed = page[index]
        if index == headline:
            placed.role, placed.mark = BlockRole.HEADLINE, None
        elif headline is not None and placed.is_open and _is_again(placed.part, page[headline].part):
            placed.role, placed.mark = BlockRole.FURNITURE, Mark("the headline once more", pauses=True)
        elif placed.is_open:
            placed.role = _role_above(page, index, headline, lead, last_anchor, is_list=is_list)
        if placed.mark is not None and placed.role is None:
            placed.role = BlockRole.FURNITURE
    return Head(lead)


def _is_again(part: Part, headline: Part) -> bool:
    """Whether a line is the headline once more, as in messages whose subject it is too, whatever its capitals and signs."""
    one, two = ("".join(filter(str.isalnum, words.casefold())) for words in (part.words[:LONG], headline.words[:LONG]))
    return one == two != ""


def _mark_letterhead(page: Sequence[Placed], lead: int | None) -> None:
    """Marks the short lines at the top of a release or letter that say whose it is and how they are reached.

    They end with the last of them that is an address, or with the label "Press release", and a headline stands between them and the story.
    """
    end, is_reached = 0, False
    for index, placed in enumerate(page[: min(_LONGEST_LETTERHEAD, lead if lead is not None else 0)]):
        part = placed.part
        if placed.role in (BlockRole.BYLINE, BlockRole.DATELINE) or part.form is Form.TITLE or part.count > _LONGEST_LINE:
            break
        if part.form is Form.HEADING and part.count > _NAME + 1:
            break
        reached = _TO_REACH.search(part.words, 0, LONG) is not None or _STREET.match(part.words) is not None
        is_reached = is_reached or reached
        if reached or _RELEASE_LABEL.match(part.words):
            end = index + 1
    if lead is None or not any(page[n].is_open and page[n].part.is_title_like and page[n].part.count > _NAME for n in range(end, lead)):
        return
    if not is_reached and any(placed.is_open and placed.part.count > _NAME + 1 for placed in page[:end]):
        return
    for placed in page[:end]:
        if placed.is_open and not bylines.bare_byline(placed.part):
            placed.role, placed.mark = BlockRole.FURNITURE, Mark("a letterhead", pauses=True)


def _anchors(page: Sequence[Placed]) -> list[int]:
    """Where the bylines, datelines and lines of publication of the head stand; their roles are given here.

    The first paragraph's inline dateline is noted on it. Nothing below the second paragraph of prose is looked at.
    """
    found: list[int] = []
    prose = 0
    for index, placed in enumerate(page[:_LOOK]):
        part = placed.part
        if part.form is Form.VERBATIM or (not placed.is_open and placed.role is not BlockRole.BODY):
            continue
        if prose and captions.credit_alone(part) and any(page[n].role is BlockRole.BYLINE for n in found):
            continue
        if not part.is_long and part.form is not Form.TITLE and _is_anchor(page, index):
            found.append(index)
            continue
        if part.is_sentence or part.is_long:
            placed.dateline = datelines.inline_dateline(part)
            prose += part.is_prose
            if placed.dateline is not None or prose >= 2:
                break
    return found


def _is_anchor(page: Sequence[Placed], index: int) -> bool:
    placed = page[index]
    if bylines.byline(placed.part) or (placed.part.form is Form.BYLINE and bylines.marked_byline(placed.part)):
        placed.role = BlockRole.BYLINE
        return True
    if placed.part.count <= _LONGEST_LINE and DATE.search(placed.part.words) and bylines.bare_byline(placed.part):
        placed.role = BlockRole.BYLINE
        return True
    line = publication.posting_line(placed.part) or publication.standing_dateline(placed.part)
    if placed.part.form is Form.DATELINE:
        line = line or datelines.Dateline(place=sure_place(placed.part.words.strip()))
    elif line is None or not (line.when or line.agency or _opens_story(page, index)):
        return False
    placed.role, placed.dateline = BlockRole.DATELINE, line
    return True


def _opens_story(page: Sequence[Placed], index: int) -> bool:
    """Whether a place by itself stands where datelines do: above the story, or beside a line that says by whom or when.

    In a form "Male" may be an answer, and in a list of towns one of them.
    """
    before = page[index - 1] if index else None
    after = page[index + 1] if index + 1 < len(page) else None
    if before is not None and (before.part.words.endswith(":") or before.role in (BlockRole.BYLINE, BlockRole.DATELINE)):
        return not before.part.words.endswith(":")
    if after is None:
        return False
    if after.part.is_sentence or after.part.words.endswith(","):
        return True
    beside = publication.standing_dateline(after.part)
    return bylines.byline(after.part) is not None or (beside is not None and beside.when is not None)


def _lead(page: Sequence[Placed], anchors: Sequence[int]) -> int | None:
    """Where the story begins: the first paragraph that is neither headline nor standfirst."""
    dated = next((index for index, placed in enumerate(page[:_LOOK]) if placed.dateline is not None and placed.dateline.length), None)
    after = max((index for index in anchors if dated is None or index < dated), default=-1)
    while after >= 0 and _prose_before(page, after) > 1:
        after = max((index for index in anchors if index < after), default=-1)
    for index in range(after + 1, len(page)):
        placed = page[index]
        if placed.mark is not None or placed.role not in (None, BlockRole.BODY) or not placed.part.is_sentence:
            continue
        if after < 0 and _heads(page, index, dated):
            continue
        return index
    return None


def _prose_before(page: Sequence[Placed], end: int) -> int:
    return sum(1 for placed in page[:end] if placed.mark is None and placed.role in (None, BlockRole.BODY) and placed.part.is_prose)


def _heads(page: Sequence[Placed], index: int, dated: int | None) -> bool:
    """Whether a sentence at the top is the headline: above a dateline, or set in capitals as headlines are."""
    part = page[index].part
    if part.is_spoken or any(placed.is_open for placed in page[:index]) or part.count > 25 or (part.has_speech and part.count > 15):
        return False
    if part.form is Form.TITLE or (dated is not None and index < dated <= index + 2):
        return True
    following = next((placed.part for placed in page[index + 1 :] if placed.is_open), None)
    if following is None or not (following.is_prose or following.is_long):
        return False
    return part.is_capitalised or (part.words.endswith(("?", "!")) and part.is_title_like)


def _headline(page: Sequence[Placed], lead: int, anchors: Sequence[int]) -> int | None:
    """Which part above the story is its headline."""
    titled = next((index for index in range(lead) if page[index].part.form is Form.TITLE), None)
    if titled is not None:
        return titled
    open_titles = [
        index
        for index in range(lead)
        if page[index].is_open and not _is_field(page, index) and _may_be_headline(page[index].part, index, lead, anchors)
    ]
    if not open_titles:
        return next((index for index in range(lead) if page[index].mark is not None and _STORY_LABEL.match(page[index].part.words)), None)
    # Names of sections that we do not know are shorter than headlines, and stand above them.
    long_enough = [index for index in open_titles if page[index].part.count >= 4 and not bylines.bare_byline(page[index].part)]
    return _below_links(page, long_enough or open_titles)


def _is_field(page: Sequence[Placed], index: int) -> bool:
    """Whether a line is a field of a form: a short label and a short value, and such a line above or below it."""
    beside = page[max(0, index - 1) : index + 2]
    return (
        _LABELLED.match(page[index].part.words) is not None and sum(_LABELLED.match(placed.part.words) is not None for placed in beside) > 1
    )


def _below_links(page: Sequence[Placed], titles: Sequence[int]) -> int:
    """The first of the titles that is not among the rows of links at the top of a page."""
    for title, following in pairwise(titles):
        between = page[title + 1 : following]
        links = [placed for placed in between if placed.mark is not None]
        is_among_links = title > 0 and page[title - 1].mark is not None and len(links) >= 3
        others = (placed for placed in between if placed.mark is None)
        if not is_among_links or page[following].part.is_sentence or any(placed.part.count > 3 for placed in others):
            return title
    return titles[-1]


def _may_be_headline(part: Part, index: int, lead: int, anchors: Sequence[int]) -> bool:
    if _TO_REACH.search(part.words, 0, LONG):
        return False
    if part.is_title_like:
        return not part.is_item
    return (
        part.count <= 30
        and part.is_sentence
        and not part.is_spoken
        and not part.is_item
        and (index + 1 == lead or any(index < anchor <= lead for anchor in anchors) or part.is_capitalised)
    )


def _role_above(page: Sequence[Placed], index: int, headline: int | None, lead: int, last_anchor: int, *, is_list: bool) -> BlockRole:
    """What an open part above the story is, by where it stands."""
    part = page[index].part
    if headline is None:
        return BlockRole.BODY
    if index < headline:
        return BlockRole.FURNITURE if part.count <= 4 and part.is_title_like else BlockRole.BODY
    if not is_list and not page[index - 1].part.words.endswith(":") and bylines.bare_byline(part):
        return BlockRole.BYLINE
    if part.form is Form.HEADING:
        return BlockRole.STANDFIRST if index < last_anchor else BlockRole.HEADLINE
    if part.is_item or _FIELD.match(part.words) or _is_field(page, index):
        return BlockRole.BODY
    if part.is_title_like and part.count <= 4 and index + 1 < len(page) and page[index + 1].part.is_item:
        return BlockRole.HEADLINE
    if part.is_sentence:
        return BlockRole.STANDFIRST if index < last_anchor and part.count <= _MOST_STANDFIRST else BlockRole.BODY
    if part.count >= 5 and (part.count <= _MOST_STANDFIRST or index < last_anchor):
        return BlockRole.STANDFIRST
    if not part.is_title_like:
        return BlockRole.BODY
    if page[index - 1].role is BlockRole.BYLINE:
        return BlockRole.BYLINE
    if page[index - 1].mark is not None:
        return BlockRole.FURNITURE
    is_above_name = not is_list and any(bylines.bare_byline(placed.part) for placed in page[index + 1 : lead])
    if index < last_anchor or page[index - 1].role is BlockRole.STANDFIRST or is_above_name:
        return BlockRole.STANDFIRST
    if not any(map(str.isalpha, part.words)):
        return BlockRole.BODY
    return BlockRole.HEADLINE if index + 1 == lead else BlockRole.BODY
