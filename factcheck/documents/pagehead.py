"""The head of a story on its page: what stands between headline and story, and what there tells when it was published, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any

from factcheck.documents.elements import HEAD_LINE
from factcheck.documents.markup import Block, Shown
from factcheck.documents.names import leads_to_writer, letters
from factcheck.documents.pieces import Form
from factcheck.documents.signs import without_signs
from factcheck.documents.times import told_moment

_HEAD = 12
"""Blocks behind a headline among which its day is looked for, where the story does not begin before."""
PROSE = 12
"""Words of a paragraph of a story, at least."""
_ABOVE = 3
"""Blocks above the headline, in the article, among which its day is looked for too."""
ENTRY = frozenset(("published", "dt-published", "entry-date", "fn", "p-author"))
"""Classes by which microformats (hAtom, h-entry) say when a text was published, and by whom, wherever that stands."""
_LONGEST_SCRIPT = 20_000
_AUTHOR = re.compile(r"(?:^|\s)(?:[\w-]{1,20}[-_])?(?:by-?line|author)s?(?:[-_](?:names?|link))?(?:\s|$)", re.IGNORECASE)
NAME = 4
"""Words of the name of a site or section that stands around a story, at most."""
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|sub-?(?:title|head(?:line|ing)?|deck)|dek|deck|excerpt|summary|strapline|intro|lede?|kicker-text|alternativeHeadline"
    r"|description)(?:[-_]{1,2}(?:text|content|wrap(?:per)?|container|body|block))?(?:\s|$)",
    re.IGNORECASE,
)
"""What pages call what stands between headline and story: takes "article__subhead", "standfirst"; refuses "summary-toggle"."""
_STANDS_FIRST = frozenset(("p", "div", "h2", "h3", "h4", "ul", "section", "header", "em", "span"))
_CHANGED = re.compile(r"updat|modif|chang", re.IGNORECASE)
ENDS = (".", "!", "?", "”", '"', "’")
_AROUND = frozenset(("footer", "nav", "aside", "table"))
_DATED = re.compile(r"data-(?:[a-z]{1,12}-)?(?:time|date|datetime|timestamp|epoch|published|publish-date|pubdate|utc)(?:-[a-z]{1,12})?")
_NEW_DATE = re.compile(r"""new Date\(\s{0,3}["']?([^"'()]{8,40})["']?\s{0,3}\)""")


def lead(blocks: Sequence[Block], taken: set[int], start: int) -> int:
    """Where the first paragraph of the story is, from a block on; the last block where there is none."""
    return next((i for i in range(start, len(blocks)) if is_prose(blocks[i]) and blocks[i].number in taken), len(blocks) - 1)


def _second(blocks: Sequence[Block], taken: set[int], at: int) -> int:
    """Where the second paragraph below a headline is: the first may be its standfirst, with what says when and by whom behind it."""
    return lead(blocks, taken, lead(blocks, taken, at + 1) + 1)


def is_prose(block: Block) -> bool:
    """Whether a block is a paragraph of a story, by its form and length."""
    return (
        block.why is None
        and block.form not in (Form.TITLE, Form.HEADING, Form.PICTURE)
        and "\n" not in block.words
        and len(block.words.split()) >= PROSE
    )


def near(page: Shown, at: int | None, taken: set[int]) -> list[Any]:
    """The elements that are called the time of publication, and those near the headline that tell a time to machines, or who wrote it."""
    if not page.blocks:
        return []
    called = [node for _, node in page.spots if node.get("pubdate") is not None or node.get("itemprop") == "datePublished"]
    first, last = page.blocks[at or 0].number, page.blocks[_second(page.blocks, taken, at)].number if at is not None else 0
    near = [
        node
        for number, node in page.spots
        if first - _ABOVE <= number <= last and not _is_in_prose(node)
        if not any(above.tag in _AROUND for above in node.iterancestors())
        if number >= first or any(above.tag == "article" for above in node.iterancestors())
    ]
    return [*called, *sorted(near, key=_tells_a_change)]


def _tells_a_change(node: Any) -> bool:
    """Whether an element is called the time of a change, not of publication."""
    before = node.getprevious()
    said = (before.tail if before is not None else node.getparent().text if node.getparent() is not None else "") or ""
    return _CHANGED.search(f"{node.get('class') or ''} {node.get('itemprop') or ''} {said[-20:]}") is not None


def _is_in_prose(node: Any) -> bool:
    paragraph = node if node.tag == "p" else next(node.iterancestors("p"), None)
    return paragraph is not None and len("".join(paragraph.itertext()).split()) >= PROSE


def told_by(node: Any) -> Iterator[str]:
    """What an element says of a time in its attributes, and a script in its words."""
    if node.tag == "script":
        yield from (found[1] for found in _NEW_DATE.finditer((node.text or "")[:_LONGEST_SCRIPT]))
        return
    yield from (value for name, value in node.attrib.items() if name in ("datetime", "content") or _DATED.fullmatch(name))
    yield from (node.get("title") or "",) if node.tag == "abbr" else ()
    if node.tag == "time" and not node.get("datetime") and (told := told_moment(without_signs("".join(node.itertext())))) is not None:
        yield told.isoformat()


def author_in(node: Any) -> str:
    """Who an element says has written it."""
    called = node.get("rel") == "author" or node.get("itemprop") == "author" or _AUTHOR.search(node.get("class") or "") is not None
    called = called or leads_to_writer(node) or not ENTRY.isdisjoint((node.get("class") or "").split())
    return without_signs("".join(node.itertext())) if called else ""


def head_lines(blocks: Sequence[Block], at: int, taken: set[int]) -> set[int]:
    """The numbers of the lines between headline and story that may say who wrote it, and when it was published."""
    head = [block for block in blocks[at + 1 : min(at + _HEAD, _second(blocks, taken, at))] if block.why is None]
    short = [block for block in head if block.form is not Form.PICTURE and len(block.words.split()) <= PROSE]
    return {block.number for block in short if HEAD_LINE.search(block.words)}


def lead_before(blocks: Sequence[Block], at: int, taken: set[int]) -> set[int]:
    """The numbers of paragraphs below the headline that stand right before the first one that is taken."""
    above = reversed(blocks[at + 1 : lead(blocks, taken, at + 1)])
    return {block.number for block in takewhile(lambda block: is_prose(block) and block.words.endswith(ENDS), above)}


def standfirst(page: Shown, at: int, taken: set[int]) -> set[int]:
    """The numbers of the blocks between headline and story that the page calls what stands there, and of a heading right below the
    headline.
    """
    above = [block for block in page.blocks[at + 1 : _second(page.blocks, taken, at)] if block.why is None]
    called = [(number, letters("".join(node.itertext()))) for number, node in page.spots if _is_called_standfirst(node)]
    found = {
        block.number
        for block in above
        if block.words and any(number <= block.number and letters(block.words) in said for number, said in called)
    }
    below = above[:1] if above and above[0].form is Form.HEADING and len(above[0].words.split()) > NAME and not above[0].linked else []
    items = list(takewhile(lambda block: block.form is Form.ITEM, above))
    below += items if not any(item.linked or len(item.words.split()) <= NAME for item in items) else []
    return found | {block.number for block in below} | _dateline_above(page.blocks, taken, at)


def links_around(blocks: Sequence[Block], taken: set[int]) -> set[int]:
    """The numbers of the blocks of links above and below the story of a page that has no headline, as sites had them in tables."""
    story = [block.number for block in blocks if block.number in taken and (is_prose(block) or "\n" in block.words)]
    if not story:
        return set()
    return {
        block.number for block in blocks if block.linked and not story[0] <= block.number <= story[-1] and len(block.words.split()) < PROSE
    }


def _is_called_standfirst(node: Any) -> bool:
    named = f"{node.get('class') or ''} {node.get('itemprop') or ''} {node.get('data-testid') or ''}"
    return node.tag in _STANDS_FIRST and _STANDFIRST.search(named) is not None


def _dateline_above(blocks: Sequence[Block], taken: set[int], at: int) -> set[int]:
    """The number of a short block right above the story that ends as datelines do: "Westport, Maine EXA —"."""
    first = lead(blocks, taken, at + 1)
    above = blocks[first - 1] if first - 1 > at else None
    is_one = above is not None and above.why is None and above.words.endswith(("—", "–", "--")) and len(above.words.split()) <= PROSE
    return {above.number} if above is not None and is_one else set()
