"""Stories as newsrooms' own systems give them, in XML of any vocabulary or in JSON: told apart by what their fields are called.

The names are those of the IPTC's ninjs (2.0 and 3.0), schema.org's NewsArticle, the Associated Press's APPL, RSS and Atom, JATS and
DocBook, and of the interfaces of sites (WordPress), without capitals, hyphens and prefixes: `body_xhtml`, `articleBody`, `content`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from factcheck.documents.charsets import text_of
from factcheck.documents.containers import local
from factcheck.documents.marked import Told, rest, told_by, told_in, words_of
from factcheck.documents.pieces import Document, Form, Left, Piece, Reason, UnreadableError
from factcheck.documents.said import of_dateline, person, something
from factcheck.documents.times import moment, told_moment

_TITLES = ("headline", "headlines", "headlinecomplete", "hedline", "hl1", "hed", "articletitle", "booktitle", "storytitle", "title")
_UNDER = (
    "standfirst",
    "subheadline",
    "subhead",
    "subtitle",
    "alternativeheadline",
    "dek",
    "deck",
    "summary",
    "excerpt",
    "abstract",
    "kicker",
)
_BYLINES = ("byline", "bylines", "by", "author", "authors", "creator", "creators", "reporter", "contrib", "writer")
_DATELINES = ("dateline", "datelinelocation", "located", "location", "place", "city")
_MOMENTS = (
    "datepublished", "pubdate", "published", "publishedat", "publicationdate", "firstpublished", "webpublicationdate",
    "versioncreated", "contentcreated",
    "firstcreated", "dategmt", "date", "issued", "created", "datecreated", "updated", "versioncreatedat",
)  # fmt: skip
_AGENCIES = ("provider", "infosource", "source", "agency", "publisher", "newssource")
_BODIES = (
    "bodyxhtml", "bodyhtml", "bodytext", "articlebody", "bodies", "bodycontent", "encoded", "body", "content", "contenthtml", "fulltext",
    "storytext", "maincontent", "article", "text", "story", "copy", "description",
)  # fmt: skip
"""What fields are called, those that tell more before those that tell less."""
_NAMED = ("name", "value", "rendered", "text", "title", "by", "literal", "code")
"""What the field in a field is called that holds its words."""
_WITH_IT = frozenset(("associations", "featuremedia", "featuredmedia", "featuredimage", "images", "pictures", "photos", "gallery", "media"))
"""What the fields are called that hold the pictures that come with a story."""
_CAPTIONS = frozenset(("descriptiontext", "caption", "captiontext", "legend"))
_PART = ("text", "content", "value", "html", "rendered")
"""What the field is called that holds the words of one part of a body that is a list of parts."""
_STORY, _PARAGRAPHS = 12, 2
"""Words of a story at the least, and paragraphs of so many where nothing is called its body."""
_PICTURES = frozenset(
    ("svg", "kml", "gpx", "plist", "xsl", "stylesheet", "schema", "urlset", "sitemapindex", "opml", "package", "manifest")
)
_LONGEST_FIELD = 400
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read_json(data: bytes) -> Document:
    """The story in an object of JSON. Raises UnreadableError for JSON without one, or with several."""
    try:
        found = json.loads(text_of(data, None).removeprefix("\ufeff"))
    except ValueError:
        raise UnreadableError("it is incomplete JSON, or not JSON") from None
    if isinstance(found, list) and len(found) == 1:
        found = found[0]
    if isinstance(found, list):
        raise UnreadableError("it is JSON that holds several things; save one story by itself, and give that")
    return read_object(found)


def read_object(found: Any) -> Document:
    """The story in an object of JSON that was read. Raises UnreadableError for one without."""
    return read_story(_tree(found), "it is JSON without the text of a story")


def holds_body(found: dict[str, Any]) -> bool:
    """Whether an object has a field that is called the text of a story, with words enough for one."""
    return any(
        len(" ".join(_strings(value, deep=2)).split()) >= _STORY * _PARAGRAPHS for key, value in found.items() if _plain(key) in _BODIES
    )


def _strings(value: Any, deep: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict) and deep:
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one, deep - 1)


def read_story(root: Any, otherwise: str) -> Document:
    """The story in a tree whose elements are called by what they hold. Raises UnreadableError(`otherwise`) where none is found."""
    if local(root) in _PICTURES:
        raise UnreadableError(otherwise)
    fields = _Fields(root)
    taken: set[Any] = set()
    told, body = _told(fields)
    if body is None:
        told, body = _told_whole(root, fields), root
    if len(told.words.split()) < _STORY:
        raise UnreadableError(otherwise)
    fields = fields.without(body)
    above = [Piece(form, words) for form, words in _above(fields, told.words, taken)]
    taken.add(body)
    title = next((piece.words for piece in above if piece.form is Form.TITLE), None)
    again = [n for n, piece in enumerate(told.pieces[:2]) if title and piece.words == title]
    pieces = [piece for n, piece in enumerate(told.pieces) if n not in again]
    captions = [piece for piece in _captions(root, body, taken) if piece not in pieces] if body is not root else []
    left = [*told.left, *(Left(told.pieces[n].words, Reason.REPEATED) for n in again), *rest(root, taken)]
    dateline = fields.first(_DATELINES)
    where, agency = of_dateline(_named(dateline)) if dateline is not None else (None, None)
    return Document(
        (*above, *pieces, *captions),
        title,
        author=next((piece.words for piece in above if piece.form is Form.BYLINE), None),
        agency=agency or something(_named(fields.first(_AGENCIES))),
        where=where,
        published=next((when for node in fields.all(_MOMENTS) if (when := _moment(node)) is not None), None),
        language=something(_named(fields.first(("language", "inlanguage", "lang"))), root.get("lang")),
        left=tuple(left),
    )


def completed(story: Document, root: Any, within: Any, taken: set[Any]) -> Document:
    """A story with what is said of it around the element `within` that holds it, where it does not say it itself."""
    fields = _Fields(root, within)
    has = {piece.form for piece in story.pieces}
    above = [Piece(form, words) for form, words in _above(fields, story.text, taken, lacking={Form.TITLE, Form.BYLINE} - has)]
    dateline = fields.first(_DATELINES)
    where, agency = of_dateline(_named(dateline)) if dateline is not None else (None, None)
    return replace(
        story, pieces=(*above, *story.pieces), title=story.title or next((one.words for one in above if one.form is Form.TITLE), None),
        where=story.where or where, agency=story.agency or agency,
        published=story.published or next((when for node in fields.all(_MOMENTS) if (when := _moment(node)) is not None), None),
    )  # fmt: skip


class _Fields:
    """The elements of a tree by what they are called, those that lie less deep before others."""

    def __init__(self, root: Any, past: Any = None) -> None:
        self._root = root
        self._by_name: dict[str, list[tuple[int, Any]]] = {}
        walk, deep = etree.iterwalk(root, events=("start", "end")), 0
        for event, node in walk:
            deep += 1 if event == "start" else -1
            if event != "start":
                continue
            if node is past:
                walk.skip_subtree()
            elif node is not root:
                self._by_name.setdefault(_name(node), []).append((deep, node))

    def without(self, node: Any) -> _Fields:
        """The same, but for what is in an element."""
        return self if node is None or node is self._root else _Fields(self._root, node)

    def all(self, names: Sequence[str]) -> Iterator[Any]:
        """The elements of these names that say something, by their names' order."""
        for name in names:
            for _, node in sorted(self._by_name.get(name, ()), key=lambda one: one[0]):
                if _named(node):
                    yield node

    def first(self, names: Sequence[str]) -> Any:
        """The first of them, or None."""
        return next(self.all(names), None)


def _name(node: Any) -> str:
    return _plain(local(node))


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def _told(fields: _Fields) -> tuple[Told, Any]:
    """The text of a story, and the element that it is in; of several that hold as much, the one that is called a body the most surely."""
    best: tuple[int, Told, Any] = (0, Told(), None)
    for node in fields.all(_BODIES):
        told = _told_in(node)
        words = len(told.words.split())
        if words >= _STORY and words > 2 * best[0]:
            best = (words, told, _holder(node))
    return best[1], best[2]


def _told_whole(root: Any, fields: _Fields) -> Told:
    """All that a tree tells but for what is said of it, where no element is called its body and some are paragraphs."""
    about = {node for names in (_TITLES, _UNDER, _BYLINES, _DATELINES, _MOMENTS, _AGENCIES) if (node := fields.first(names)) is not None}
    told = told_in(root, past=about)
    prose = sum(len(piece.words.split()) >= _STORY for piece in told.pieces)
    return told if prose >= _PARAGRAPHS else Told()


def _told_in(node: Any) -> Told:
    """What an element tells: its own blocks, or escaped markup."""
    held = _holder(node)
    return told_in(held) if len(held) else told_by(held.text or "")


def _above(
    fields: _Fields, told: str, taken: set[Any], lacking: Container[Form] = (Form.TITLE, Form.PARAGRAPH, Form.BYLINE)
) -> Iterator[tuple[Form, str]]:
    """What stands above the story, of the forms that it is `lacking`: its headline, what it comes to, who wrote it."""
    said = told.casefold()
    title = fields.first(_TITLES) if Form.TITLE in lacking else None
    if title is not None and len(words := _named(title)) <= _LONGEST_FIELD:
        taken.add(_holder(title))
        yield Form.TITLE, words
    for node in fields.all(_UNDER) if Form.PARAGRAPH in lacking else ():
        words = _named(node)
        if node is not title and words.casefold() not in said and len(words.split()) > 1:
            taken.add(_holder(node))
            yield Form.PARAGRAPH, words
    names = [(node, words) for node in fields.all(_BYLINES) if _is_signature(words := _named(node))]
    if names and Form.BYLINE in lacking:
        first = names[0][0]
        same = [(node, words) for node, words in names if _name(node) == _name(first) and _depth(node) == _depth(first)]
        kept = dict(reversed([(words, node) for node, words in reversed(same)]))
        taken.update(map(_holder, kept.values()))
        yield Form.BYLINE, "; ".join(kept)


def _depth(node: Any) -> int:
    """How deep an element lies: who took a picture that comes with a story lies deeper than who wrote the story."""
    return sum(1 for _ in node.iterancestors())


def _captions(root: Any, body: Any, taken: set[Any]) -> Iterator[Piece]:
    """The captions of the pictures that come with a story, outside of its text."""
    for node in root.iter():
        if _name(node) not in _CAPTIONS or not any(_name(above) in _WITH_IT for above in node.iterancestors()):
            continue
        if all(above is not body for above in node.iterancestors()) and (words := _named(node)):
            taken.add(_holder(node))
            yield Piece(Form.PICTURE, words)


def _is_signature(words: str) -> bool:
    bare = re.sub(r"(?i)^by:? ", "", words)
    names = re.split(r",| and | & |;", bare)
    return len(words) <= _LONGEST_FIELD and (bare != words or person(names[0].strip()) is not None)


def _named(node: Any) -> str:
    """The words of a field."""
    held = _holder(node)
    if held is None:
        return ""
    return told_by(held.text or "").words if len(held) == 0 else words_of(held)


def _holder(node: Any) -> Any:
    """What holds the words of a field: the field in it that is called so, where there is one, else itself."""
    while node is not None and not (node.text or "").strip():
        inner = next((one for name in _NAMED for one in node if _name(one) == name), None)
        if inner is None:
            break
        node = inner
    return node


def _moment(node: Any) -> Any:
    words = _named(node)
    return moment(words) or told_moment(words)


def _tree(found: Any) -> Any:
    """An object of JSON as a tree: an element for each of its fields, called as that."""
    root = etree.Element("story")
    waiting = [(root, found)]
    while waiting:
        node, value = waiting.pop()
        if isinstance(value, dict):
            for key, inner in value.items():
                several = inner if isinstance(inner, list) else [inner]
                if len(several) > 1 and _plain(key) in _BODIES:
                    several = _in_paragraphs(etree.SubElement(node, _tag(key)), several)
                waiting += [(etree.SubElement(node, _tag(key)), one) for one in several]
        elif isinstance(value, list):
            waiting += [(etree.SubElement(node, "item"), one) for one in value]
        elif isinstance(value, str):
            node.text = _NOT_IN_XML.sub(" ", value)
        elif value is not None and not isinstance(value, bool):
            node.text = str(value)
    return root


def _in_paragraphs(body: Any, parts: Sequence[Any]) -> list[Any]:
    """Put the words of the parts of a text into one body, a paragraph each; returns what else the parts say of themselves."""
    others: list[Any] = []
    for part in parts:
        name = next((one for one in _PART if isinstance(part, dict) and isinstance(part.get(one), str)), None)
        words = part if isinstance(part, str) else part[name] if name is not None else None
        if words is None:
            others.append(part)
            continue
        etree.SubElement(body, "p").text = _NOT_IN_XML.sub(" ", words)
        if name is not None:
            others.append({key: value for key, value in part.items() if key != name})
    return others


def _tag(key: str) -> str:
    tag = re.sub(r"[^A-Za-z0-9_]", "", key)[:60]
    return tag if tag[:1].isalpha() else f"x{tag}"
