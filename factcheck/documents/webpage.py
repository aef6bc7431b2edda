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
from factcheck.documents.markup import Block, Shown, shown, tree_of
from factcheck.documents.names import is_around, letters, only_names, without_site
from factcheck.documents.pagefacts import PageFacts, facts_of
from factcheck.documents.pagehead import (
    ENDS,
    ENTRY,
    NAME,
    PROSE,
    author_in,
    head_lines,
    is_prose,
    lead,
    lead_before,
    links_around,
    near,
    standfirst,
    told_by,
)
from factcheck.documents.pagehung import Told, moved, with_notes
from factcheck.documents.pagestate import states_in, story_in
from factcheck.documents.pieces import Document, Form, Left, Piece, Reason, UnreadableError, one_title
from factcheck.documents.signs import numbers_in, without_signs
from factcheck.documents.times import moment
from factcheck.language.lexicon import words

_WORDS = 3
"""Words that a page's first heading has at least, to be the headline whatever the page calls itself elsewhere."""
_RUN = 5
"""Words that stand together in the page and in its data, at either end of a block, for the block to be in the data."""
_PARTS = frozenset(("section", "div", "aside", "ul", "ol", "form"))
_COMMENTED = frozenset(("comment", "comment-body", "js-comment", "comment-item"))
"""Classes of an article that is what one reader says."""
_PARTED = re.compile(r"[-_]+")
_LONGEST_OFFER = 60
"""Words of an offer within a story, at most."""
_PULLED = 20
"""Letters of a quotation from which on it is told that it was pulled out of a paragraph."""
_ITEM = 3
"""Words of an item, on the average, below a heading of its own; the names of sites to share on are shorter."""
_ROWS = 100
"""Rows of a table by which it is told whether it is the story's; trafilatura takes a minute for some thousands."""
_LONGEST_RUN = 6
_LONG = 40
"""Characters of the longest block of a run that is told to stand there twice."""
_NEARLY = 70
"""How alike (of 100) a heading is to the page's title to be the headline that readers see."""
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""\s{0,9}<\?xml[^>]{0,80}encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s{0,3}(?:©\s{0,3})?(?:(?:19|20)\d\d[\s–-]{0,3}){0,2}([^.,|©\d]{3,40})", re.IGNORECASE)
_LONGEST_NOTICE = 300
_SENTENCE_END = re.compile(r"(?<=[.!?…”\"])\s{1,9}|\n")
_SIGN = re.compile(f"{OPENS}[^{CLOSES}]{{0,300}}{CLOSES}")


def read_webpage(data: bytes, url: str | None = None) -> Document:
    """The story of a page. Raises UnreadableError when there are no words in it."""
    tree = tree_of(without_signs(decoded(data)))
    facts = facts_of(tree, url)
    states = states_in(tree)
    sign_comments(tree)
    page = shown(tree, _of_readers, base=_address(tree, url))
    if not any(map(is_prose, page.blocks)):
        page = _unveiled(page)
    taken = _taken(tree, page.blocks, facts, url)
    title, at = _headline(page.blocks, taken, facts)
    spots = near(page, at, taken)
    if at is not None:
        taken |= {page.blocks[at].number} | head_lines(page.blocks, at, taken) | lead_before(page.blocks, at, taken)
        taken |= standfirst(page, at, taken)
    else:
        taken |= {block.number for block in page.blocks[: lead(page.blocks, taken, 0)] if block.why is None and "\n" in block.words}
        taken -= links_around(page.blocks, taken)
    told, left = _told_apart(page.blocks, taken, title, at)
    if not any(len(one.piece.words.split()) >= PROSE for one in told):
        if not facts.story and (story := story_in(states)) is not None:
            beside_it = [Left(one.piece.words, Reason.AROUND) for one in told if letters(one.piece.words) not in letters(story.text)]
            return replace(story, site=facts.site, language=facts.language or story.language, left=tuple(left + beside_it))
        told += [Told(Piece(Form.PARAGRAPH, line)) for line in (facts.story or "").split("\n") if line]
    else:
        left += _kept_back(facts.story or "", page.blocks)
    if not told:
        raise UnreadableError("it has no words in it that a reader sees")
    if at is None and title:
        told = [Told(Piece(Form.TITLE, title)), *told]
    pieces, beside = with_notes(told)
    others = (*facts.sites, *facts.sections)
    entry = [node for _, node in page.spots if not ENTRY.isdisjoint((node.get("class") or "").split()) and not _is_of_readers(node)]
    authors = facts.authors or only_names(map(author_in, spots), others) or only_names(map(author_in, entry), others)
    published = facts.published or next(filter(None, (moment(said) for node in (*spots, *entry) for said in told_by(node))), None)
    return Document(
        one_title(pieces), title, ", ".join(authors) or None, facts.site, published=published, language=facts.language, beside=beside,
        left=tuple(left),
    )  # fmt: skip


def _of_readers(node: Any) -> Reason | None:
    """Why what an element holds is not the writer's: it is what readers say of the story, or a tool of the site."""
    names = f"{node.get('id') or ''} {node.get('class') or ''}".casefold().split()
    if node.tag in ("span", "a") and not words("pages", "tools").isdisjoint(names):
        return Reason.AROUND
    if node.tag == "article" and not _COMMENTED.isdisjoint(names):
        return Reason.AROUND
    if node.tag not in _PARTS:
        return None
    if not words("pages", "readers").isdisjoint(names):
        return None if next(_stories(node), None) is not None else Reason.AROUND
    if any(not words("pages", "offers").isdisjoint(_PARTED.split(name)) for name in names) and next(_stories(node), None) is None:
        return Reason.AROUND if len("".join(node.itertext()).split()) <= _LONGEST_OFFER else None
    return None


def _stories(node: Any) -> Iterator[Any]:
    """The elements in one that may hold a story: headlines, and articles that are no reader's."""
    return (
        one for one in node.iter("h1", "article") if one.tag == "h1" or _COMMENTED.isdisjoint((one.get("class") or "").casefold().split())
    )


def _is_of_readers(node: Any) -> bool:
    return any(_of_readers(one) is not None for one in (node, *node.iterancestors()))


def _address(tree: Any, url: str | None) -> str | None:
    """The address by which a page's own links are meant, where it says one."""
    bases = (node.get("href") for node in tree.iter("base"))
    canonical = (node.get("href") for node in tree.iter("link") if node.get("rel") == "canonical")
    return next((address for one in (*bases, url, *canonical) if (address := web_address(one)) is not None), None)


def _unveiled(page: Shown) -> Shown:
    """A page that shows next to nothing before its scripts ran, with the paragraphs that they are to show."""
    blocks = [replace(block, why=None) for block in page.blocks]
    hidden = {i for i, block in enumerate(page.blocks) if block.why is Reason.HIDDEN and is_prose(blocks[i])}
    return Shown([blocks[i] if i in hidden else block for i, block in enumerate(page.blocks)], page.spots) if hidden else page


def _taken(tree: Any, blocks: Sequence[Block], facts: PageFacts, url: str | None) -> set[int]:
    """The numbers of the blocks that are the story's, as trafilatura finds it or the page's data give it."""
    import trafilatura

    _shorten_tables(tree)
    told: dict[str, Any] = {"url": url, "include_comments": False, "include_images": False}
    usual: Any = trafilatura.bare_extraction(tree, **told)
    recall: Any = trafilatura.bare_extraction(tree, favor_recall=True, **told)
    texts = ["".join(found.body.itertext()) if found is not None and found.body is not None else "" for found in (usual, recall)]
    own = [block for block in blocks if block.why is None]
    taken = _together(numbers_in(texts[0]), numbers_in(texts[1]), {block.number for block in own if is_prose(block)})
    in_data = _in_text(own, facts.story or "")
    if facts.story and not in_data and len(facts.story) > sum(len(block.words) for block in own if block.number in taken):
        return set()  # a script is to show the story
    taken |= in_data | _in_text(own, *(text for text in texts if not numbers_in(text)))
    for is_row, rows in groupby(own, key=lambda block: block.form is Form.ROW):
        if is_row and not taken.isdisjoint(numbers := {block.number for block in rows}):
            taken |= numbers  # a table is the story's with all its rows
    if not taken:
        return {block.number for block in own if not block.linked or is_prose(block)} or {block.number for block in own}
    if not any(is_prose(block) and block.number in taken for block in own):
        taken |= {block.number for block in own if is_prose(block)}
    taken |= {block.number for block in own if block.cited and min(taken) < block.number < max(taken)}
    taken |= _items_below(own, max(taken))
    return taken | {one.number for one, following in pairwise(own) if _is_crosshead(one, following, taken)}


def _shorten_tables(tree: Any) -> None:
    """Take the rows that follow many others out of a tree: a table is the story's with all its rows, or is not."""
    for table in list(tree.iter("table")):
        for row in list(table.iter("tr"))[_ROWS:]:
            if row.getparent() is not None:
                row.drop_tree()


def _items_below(own: Sequence[Block], last: int) -> set[int]:
    """The items of a list right below the last block of the story, when none of them is only a link; with the heading that they have."""
    below = [block for block in own if block.number > last]
    heads = list(takewhile(lambda block: block.form is Form.HEADING, below))
    items = list(takewhile(lambda block: block.form is Form.ITEM, below[len(heads) :]))
    few = len(heads) > 1 or (heads and sum(len(item.words.split()) for item in items) < _ITEM * len(items))
    return set() if few or any(item.linked for item in items) else {block.number for block in (*heads, *items) if items}


def _is_crosshead(block: Block, following: Block, taken: set[int]) -> bool:
    """Whether a heading stands within the story, right above a paragraph of it."""
    tells = is_prose(following) or following.words.endswith(ENDS)
    return block.form is Form.HEADING and tells and following.number in taken and min(taken) < block.number


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
    first = lead(blocks, taken, 0)
    above = [i for i, block in enumerate(blocks[: first + 1]) if block.why is None]
    firsts = [i for i in above if blocks[i].form is Form.TITLE]
    sites = (*facts.sites, *_called(blocks))
    sections = (*facts.sections, *(block.words for block in blocks if block.number not in taken and len(block.words.split()) <= NAME))
    others = (*facts.titles, *(blocks[i].words for i in above if blocks[i].form in (Form.TITLE, Form.HEADING)))
    names = {letters(name) for name in (*sites, *_linked_names(blocks, firsts))} - {""}
    titles = [without_site(title, others, sites, sections) for title in facts.titles]
    title = next((title for title in titles if not is_around(title, names, ())), None)

    def found_at(i: int) -> tuple[str, int]:
        return without_site(blocks[i].words, (), sites, facts.sections), i

    if title:
        same = [i for i in above if blocks[i].form is not Form.ITEM and _alike(blocks[i].words, title)]
        nearly = [i for i in above if blocks[i].form in (Form.TITLE, Form.HEADING) and _is_nearly(blocks[i].words, title)]
        for found in ([i for i in same if i in firsts], same, [i for i in nearly if i in firsts], nearly):
            if found:
                return found_at(found[-1])
    long_enough = [i for i in firsts if len(blocks[i].words.split()) >= _WORDS and letters(blocks[i].words) not in names]
    if not long_enough and title is None:
        only = _only_heading(blocks, above, names)
        return found_at(only) if only is not None else (None, None)
    if not long_enough and title and len(title.split()) < _WORDS:
        return None, None
    return found_at(long_enough[-1]) if long_enough else (title, None)


def _called(blocks: Sequence[Block]) -> Iterator[str]:
    """What the site is called where the page says whose it is: "© 2024 The Ashby Post"."""
    for block in blocks:
        if found := _COPYRIGHT.search(block.words[:_LONGEST_NOTICE]):
            yield found[1]


def _only_heading(blocks: Sequence[Block], above: Sequence[int], names: set[str]) -> int | None:
    """Where the one heading stands above a story that can be its headline, on a page that is called by the name of its site alone."""
    headings = [i for i in above if blocks[i].form is Form.HEADING and not blocks[i].linked and not is_around(blocks[i].words, names, ())]
    return headings[0] if len(headings) == 1 and len(blocks[headings[0]].words.split()) >= _WORDS else None


def _linked_names(blocks: Sequence[Block], firsts: Sequence[int]) -> Iterator[str]:
    """What the site is called where its name is the first thing on the page, and a link, and no headline is set as one."""
    if blocks and blocks[0].linked and not firsts and len(blocks[0].words.split()) <= NAME:
        yield blocks[0].words


def _alike(one: str, two: str) -> bool:
    return letters(one) == letters(two) != ""


def _is_nearly(heading: str, title: str) -> bool:
    return len(heading.split()) >= _WORDS and token_set_ratio(heading, title) >= _NEARLY


def _told_apart(blocks: Sequence[Block], taken: set[int], title: str | None, at: int | None) -> tuple[list[Told], list[Left]]:
    """The story's pieces, and what else the page shows, with the reason why it is left out."""
    last = max((i for i, block in enumerate(blocks) if block.number in taken), default=-1)
    first = next((i for i, block in enumerate(blocks) if block.number in taken), 0)
    own = [block for block in blocks if block.number in taken and block.why is None]
    said = "\n".join(letters(block.words) for block in own) if any(block.cited for block in own) else ""
    cited = {one.told for block in blocks if block.number in taken and block.why is None for one in block.hung}
    told: list[Told] = []
    left: list[Left] = []
    signs = ""
    for i, block in enumerate(blocks):
        is_caption = block.form is Form.PICTURE and first <= i <= last + 1
        why = block.why or (None if block.number in taken or is_caption or block.note in cited else Reason.AROUND)
        if why is None and at is not None and i != at and _alike(block.words, blocks[at].words):
            why = Reason.REPEATED
        if why is None and block.cited and len(key := letters(block.words)) >= _PULLED and said.count(key) > 1:
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
