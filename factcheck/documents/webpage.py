"""Web pages: their blocks in order, of which trafilatura tells what is around the story, and what they say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile
from typing import Any

from rapidfuzz.fuzz import token_set_ratio

from factcheck.documents.charsets import text_of
from factcheck.documents.directives import CLOSES, OPENS, sign_comments
from factcheck.documents.links import web_address
from factcheck.documents.markup import Block, Shown, numbers_in, shown, tree_of, without_signs
from factcheck.documents.names import leads_to_writer, letters, only_names, without_site
from factcheck.documents.pagefacts import PageFacts, facts_of
from factcheck.documents.pagehung import Told, moved, with_notes
from factcheck.documents.pieces import Document, Form, Left, Piece, Reason, UnreadableError, one_title
from factcheck.documents.times import moment
from factcheck.language.lexicon import words

_WORDS = 3
"""Words that a page's first heading has at least, to be the headline whatever the page calls itself elsewhere."""
_HEAD = 12
"""Blocks behind a headline among which its day is looked for, where the story does not begin before."""
_PROSE = 12
"""Words of a paragraph of a story, at least."""
_RUN = 5
"""Words that stand together in the page and in its data, at either end of a block, for the block to be in the data."""
_ABOVE = 3
"""Blocks above the headline, in the article, among which its day is looked for too."""
_LONGEST_SCRIPT = 20_000
_LONGEST_RUN = 6
_LONG = 40
"""Characters of the longest block of a run that is told to stand there twice."""
_NEARLY = 70
"""How alike (of 100) a heading is to the page's title to be the headline that readers see."""
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""\s{0,9}<\?xml[^>]{0,80}encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""")
_HEAD_LINE = re.compile(r"\b(?:19|20)\d\d\b|^by\s", re.IGNORECASE)
_AUTHOR = re.compile(r"(?:^|\s)(?:[\w-]{1,20}[-_])?(?:by-?line|author)s?(?:[-_](?:names?|link))?(?:\s|$)", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s{0,3}(?:©\s{0,3})?(?:(?:19|20)\d\d[\s–-]{0,3}){0,2}([^.,|©\d]{3,40})", re.IGNORECASE)
_LONGEST_NOTICE = 300
_NAME = 4
"""Words of the name of a site or section that stands around a story, at most."""
_CHANGED = re.compile(r"updat|modif|chang", re.IGNORECASE)
_ENDS = (".", "!", "?", "”", '"', "’")
_AROUND = frozenset(("footer", "nav", "aside", "table"))
_DATED = re.compile(r"data-(?:[a-z]{1,12}-)?(?:time|date|datetime|timestamp|epoch|published|publish-date|pubdate|utc)(?:-[a-z]{1,12})?")
_NEW_DATE = re.compile(r"""new Date\(\s{0,3}["']?([^"'()]{8,40})["']?\s{0,3}\)""")
_SENTENCE_END = re.compile(r"(?<=[.!?…”\"])\s{1,9}|\n")
_SIGN = re.compile(f"{OPENS}[^{CLOSES}]{{0,300}}{CLOSES}")


def read_webpage(data: bytes, url: str | None = None) -> Document:
    """The story of a page. Raises UnreadableError when there are no words in it."""
    tree = tree_of(without_signs(decoded(data)))
    facts = facts_of(tree, url)
    sign_comments(tree)
    page = shown(tree, _of_readers, base=_address(tree, url))
    if not any(map(_is_prose, page.blocks)):
        page = _unveiled(page)
    taken = _taken(tree, page.blocks, facts, url)
    title, at = _headline(page.blocks, taken, facts)
    near = _near(page, at, taken)
    if at is not None:
        taken |= {page.blocks[at].number} | _head_lines(page.blocks, at, taken) | _lead_before(page.blocks, at, taken)
    told, left = _told_apart(page.blocks, taken, title, at)
    if not any(len(one.piece.words.split()) >= _PROSE for one in told):
        told += [Told(Piece(Form.PARAGRAPH, line)) for line in (facts.story or "").split("\n") if line]
    else:
        left += _kept_back(facts.story or "", page.blocks)
    if not told:
        raise UnreadableError("it has no words in it that a reader sees")
    if at is None and title:
        told = [Told(Piece(Form.TITLE, title)), *told]
    pieces, beside = with_notes(told)
    authors = facts.authors or only_names(map(_author, near), (*facts.sites, *facts.sections))
    published = facts.published or next(filter(None, (moment(said) for node in near for said in _told_by(node))), None)
    return Document(
        one_title(pieces), title, ", ".join(authors) or None, facts.site, published=published, language=facts.language, beside=beside,
        left=tuple(left),
    )  # fmt: skip


def _of_readers(node: Any) -> Reason | None:
    """Why what an element holds is not the writer's: it is what readers say of the story, or a tool of the site."""
    names = f"{node.get('id') or ''} {node.get('class') or ''}".casefold().split()
    if node.tag in ("span", "a") and not words("pages", "tools").isdisjoint(names):
        return Reason.AROUND
    if node.tag not in ("section", "div", "aside", "ul", "ol") or words("pages", "readers").isdisjoint(names):
        return None
    return None if next(node.iter("h1", "article"), None) is not None else Reason.AROUND


def _address(tree: Any, url: str | None) -> str | None:
    """The address by which a page's own links are meant, where it says one."""
    bases = (node.get("href") for node in tree.iter("base"))
    canonical = (node.get("href") for node in tree.iter("link") if node.get("rel") == "canonical")
    return next((address for one in (*bases, url, *canonical) if (address := web_address(one)) is not None), None)


def _unveiled(page: Shown) -> Shown:
    """A page that shows next to nothing before its scripts ran, with the paragraphs that they are to show."""
    blocks = [replace(block, why=None) for block in page.blocks]
    hidden = {i for i, block in enumerate(page.blocks) if block.why is Reason.HIDDEN and _is_prose(blocks[i])}
    return Shown([blocks[i] if i in hidden else block for i, block in enumerate(page.blocks)], page.spots) if hidden else page


def _taken(tree: Any, blocks: Sequence[Block], facts: PageFacts, url: str | None) -> set[int]:
    """The numbers of the blocks that are the story's, as trafilatura finds it or the page's data give it."""
    import trafilatura

    told: dict[str, Any] = {"url": url, "include_comments": False, "include_images": False}
    usual: Any = trafilatura.bare_extraction(tree, **told)
    recall: Any = trafilatura.bare_extraction(tree, favor_recall=True, **told)
    texts = ["".join(found.body.itertext()) if found is not None and found.body is not None else "" for found in (usual, recall)]
    own = [block for block in blocks if block.why is None]
    taken = _together(numbers_in(texts[0]), numbers_in(texts[1]), {block.number for block in own if _is_prose(block)})
    in_data = _in_text(own, facts.story or "")
    if facts.story and not in_data and len(facts.story) > sum(len(block.words) for block in own if block.number in taken):
        return set()  # a script is to show the story
    taken |= in_data | _in_text(own, *(text for text in texts if not numbers_in(text)))
    for is_row, rows in groupby(own, key=lambda block: block.form is Form.ROW):
        if is_row and not taken.isdisjoint(numbers := {block.number for block in rows}):
            taken |= numbers  # a table is the story's with all its rows
    if not taken:
        return {block.number for block in own}
    if not any(_is_prose(block) and block.number in taken for block in own):
        taken |= {block.number for block in own if _is_prose(block)}
    taken |= {block.number for block in own if block.cited and min(taken) < block.number < max(taken)}
    taken |= _items_below(own, max(taken))
    return taken | {one.number for one, following in pairwise(own) if _is_crosshead(one, following, taken)}


def _items_below(own: Sequence[Block], last: int) -> set[int]:
    """The items of a list right below the last block of the story, when none of them is only a link."""
    items = list(takewhile(lambda block: block.form is Form.ITEM, (block for block in own if block.number > last)))
    return set() if any(item.linked for item in items) else {item.number for item in items}


def _is_crosshead(block: Block, following: Block, taken: set[int]) -> bool:
    """Whether a heading stands within the story, right above a paragraph of it."""
    return block.form is Form.HEADING and _is_prose(following) and following.number in taken and min(taken) < block.number


def _together(usual: set[int], recall: set[int], prose: set[int]) -> set[int]:
    """The blocks that are taken usually; of those that are taken for recall, what stands among them, and paragraphs at either end.

    What is taken for recall lacks beginnings of stories at times, and holds teasers of others.
    """
    if not usual:
        return recall
    first, last = min(usual), max(usual)
    while first - 1 in recall & prose:
        first -= 1
    while last + 1 in recall & prose:
        last += 1
    return usual | {number for number in recall if first <= number <= last}


def _in_text(blocks: Sequence[Block], *texts: str) -> set[int]:
    """The numbers of the blocks that begin and end with words that stand together in one of the texts."""
    runs = {run for text in texts for run in _runs(text)}
    return {block.number for block in blocks if (found := list(_runs(block.words))) and found[0] in runs and found[-1] in runs}


def _kept_back(story: str, blocks: Sequence[Block]) -> list[Left]:
    """The sentences that the page's data have and the page does not show, as those behind a barrier for who pays."""
    shown_runs = {run for block in blocks for run in _runs(block.words)}
    sentences = {letters(one) for block in blocks for one in _SENTENCE_END.split(block.words)}

    def is_shown(sentence: str) -> bool:
        runs = list(_runs(sentence))
        return letters(sentence) in sentences or (bool(runs) and runs[0] in shown_runs and runs[-1] in shown_runs)

    parts = groupby(_SENTENCE_END.split(story) if story else (), key=is_shown)
    return [Left(" ".join(part), Reason.HIDDEN) for seen, part in parts if not seen]


def _runs(text: str) -> Iterator[str]:
    """The letters of each run of some words of a text."""
    words = [key for word in without_signs(text).split() if (key := letters(word))]
    return ("".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _headline(blocks: Sequence[Block], taken: set[int], facts: PageFacts) -> tuple[str | None, int | None]:
    """The headline, and where it stands among the blocks; None where it is only in what the page says of itself."""
    lead = _lead(blocks, taken, 0)
    above = [i for i, block in enumerate(blocks[: lead + 1]) if block.why is None]
    firsts = [i for i in above if blocks[i].form is Form.TITLE]
    sites = (*facts.sites, *_called(blocks))
    sections = (*facts.sections, *(block.words for block in blocks if block.number not in taken and len(block.words.split()) <= _NAME))
    others = (*facts.titles, *(blocks[i].words for i in above if blocks[i].form in (Form.TITLE, Form.HEADING)))
    title = next((without_site(title, others, sites, sections) for title in facts.titles), None)

    def found_at(i: int) -> tuple[str, int]:
        return without_site(blocks[i].words, (), sites, facts.sections), i

    if title:
        same = [i for i in above if blocks[i].form is not Form.ITEM and _alike(blocks[i].words, title)]
        nearly = [i for i in above if blocks[i].form in (Form.TITLE, Form.HEADING) and _is_nearly(blocks[i].words, title)]
        for found in ([i for i in same if i in firsts], same, [i for i in nearly if i in firsts], nearly):
            if found:
                return found_at(found[-1])
    names = {letters(name) for name in sites}
    long_enough = [i for i in firsts if len(blocks[i].words.split()) >= _WORDS and letters(blocks[i].words) not in names]
    return found_at(long_enough[-1]) if long_enough else (title, None)


def _called(blocks: Sequence[Block]) -> Iterator[str]:
    """What the site is called where the page says whose it is: "© 2024 The Ashby Post"."""
    for block in blocks:
        if found := _COPYRIGHT.search(block.words[:_LONGEST_NOTICE]):
            yield found[1]


def _alike(one: str, two: str) -> bool:
    return letters(one) == letters(two) != ""


def _is_nearly(heading: str, title: str) -> bool:
    return len(heading.split()) >= _WORDS and token_set_ratio(heading, title) >= _NEARLY


def _lead(blocks: Sequence[Block], taken: set[int], start: int) -> int:
    """Where the first paragraph of the story is, from a block on; the last block where there is none."""
    return next((i for i in range(start, len(blocks)) if _is_prose(blocks[i]) and blocks[i].number in taken), len(blocks) - 1)


def _second(blocks: Sequence[Block], taken: set[int], at: int) -> int:
    """Where the second paragraph below a headline is: the first may be its standfirst, with what says when and by whom behind it."""
    return _lead(blocks, taken, _lead(blocks, taken, at + 1) + 1)


def _is_prose(block: Block) -> bool:
    return block.why is None and block.form not in (Form.TITLE, Form.HEADING, Form.PICTURE) and len(block.words.split()) >= _PROSE


def _near(page: Shown, at: int | None, taken: set[int]) -> list[Any]:
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
    return paragraph is not None and len("".join(paragraph.itertext()).split()) >= _PROSE


def _told_by(node: Any) -> Iterator[str]:
    """What an element says of a time in its attributes, and a script in its words."""
    if node.tag == "script":
        yield from (found[1] for found in _NEW_DATE.finditer((node.text or "")[:_LONGEST_SCRIPT]))
        return
    yield from (value for name, value in node.attrib.items() if name in ("datetime", "content") or _DATED.fullmatch(name))


def _author(node: Any) -> str:
    """Who an element says has written it."""
    called = node.get("rel") == "author" or node.get("itemprop") == "author" or _AUTHOR.search(node.get("class") or "") is not None
    called = called or leads_to_writer(node)
    return without_signs("".join(node.itertext())) if called else ""


def _head_lines(blocks: Sequence[Block], at: int, taken: set[int]) -> set[int]:
    """The numbers of the lines between headline and story that may say who wrote it, and when it was published."""
    head = [block for block in blocks[at + 1 : min(at + _HEAD, _second(blocks, taken, at))] if block.why is None]
    short = [block for block in head if block.form is not Form.PICTURE and len(block.words.split()) <= _PROSE]
    return {block.number for block in short if _HEAD_LINE.search(block.words)}


def _lead_before(blocks: Sequence[Block], at: int, taken: set[int]) -> set[int]:
    """The numbers of paragraphs below the headline that stand right before the first one that is taken."""
    above = reversed(blocks[at + 1 : _lead(blocks, taken, at + 1)])
    return {block.number for block in takewhile(lambda block: _is_prose(block) and block.words.endswith(_ENDS), above)}


def _told_apart(blocks: Sequence[Block], taken: set[int], title: str | None, at: int | None) -> tuple[list[Told], list[Left]]:
    """The story's pieces, and what else the page shows, with the reason why it is left out."""
    last = max((i for i, block in enumerate(blocks) if block.number in taken), default=-1)
    first = next((i for i, block in enumerate(blocks) if block.number in taken), 0)
    cited = {one.told for block in blocks if block.number in taken and block.why is None for one in block.hung}
    told: list[Told] = []
    left: list[Left] = []
    signs = ""
    for i, block in enumerate(blocks):
        is_caption = block.form is Form.PICTURE and first <= i <= last + 1
        why = block.why or (None if block.number in taken or is_caption or block.note in cited else Reason.AROUND)
        if why is None and at is not None and i != at and _alike(block.words, blocks[at].words):
            why = Reason.REPEATED
        if why is not None:
            signs += "".join(_SIGN.findall(block.words))
            left.append(Left(_SIGN.sub("", block.words), why))
            continue
        if i == at and title:
            left += (Left(said, Reason.AROUND) for said in block.words.split(title, 1))
            start = max(block.words.find(title), 0)
            told.append(Told(Piece(Form.TITLE, signs + title), moved(block.hung, len(signs) - start, start, start + len(title))))
        else:
            form = Form.HEADING if block.form is Form.TITLE and at is not None else block.form
            hung = moved(block.hung, len(signs), 0, len(block.words))
            told.append(Told(Piece(form, signs + block.words), hung, block.note))
        signs = ""
        left += (Left(one.piece.words, Reason.REPEATED) for one in _doubled(told))
    return told, [one for one in left if one.words.strip()]


def _doubled(told: list[Told]) -> list[Told]:
    """The run at the end that stands there twice, one after the other, as on pages made for wide and narrow screens; it is taken out."""
    for length in range(1, _LONGEST_RUN + 1):
        run = told[-length:]
        pieces = [one.piece for one in told[-2 * length :]]
        is_twice = len(told) >= 2 * length and pieces[:length] == pieces[length:]
        if is_twice and max(len(one.piece.words) for one in run) > _LONG:
            del told[-length:]
            return run
    return []


def decoded(data: bytes) -> str:
    """The page's text: UTF-8 if it is that, else in the encoding that it says it is in, else in the one that it looks like."""
    return text_of(data, declared(data))


def declared(data: bytes) -> str | None:
    """The charset that a page says it is in."""
    found = _CHARSET.search(data[:4096]) or _XML_CHARSET.match(data[:200])
    return found[1].decode("ascii") if found else None
