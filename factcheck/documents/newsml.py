"""Items of NewsML 1.2 and NewsML-G2: the story inside, in whatever it is written, and what the item says of it where the story does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from factcheck.documents.containers import local, parsed
from factcheck.documents.marked import rest, told_by, told_in, words_of
from factcheck.documents.nitf import begins, first, language_of, once, read_nitf, title_in_head
from factcheck.documents.pieces import Document, Form, Left, Piece, Reason, UnreadableError, day_or_moment
from factcheck.documents.said import of_dateline, person, something

_PICTURES = re.compile(r"caption|picture|photo|graphic|image|video", re.IGNORECASE)
"""What the role or class of an item or a part of it says of pictures."""
_SUMS_UP = re.compile(r"summary|abstract|standfirst|lead|teaser|description", re.IGNORECASE)
"""The type of a line of NewsML 1.2 that says what a story comes to: takes "Summary", refuses "SlugLine" and "EmbargoLine"."""
_ABOUT_PARTS = frozenset(
    ("NewsLines", "AdministrativeMetadata", "DescriptiveMetadata", "NewsManagement", "Identification", "RightsMetadata", "NewsEnvelope")
)
"""Where NewsML 1.2 says something of an item, a component of it, or a whole message."""
_MOSTLY = 0.8
"""How many of a text's words are in another one, when it only says the same in another format."""


@dataclass
class About:
    """What an item says of its story, beside it: elements whose words stand in the article, and facts."""

    headline: Any = None
    headings: list[Any] = field(default_factory=list)
    summaries: list[Any] = field(default_factory=list)
    bylines: list[Any] = field(default_factory=list)
    dateline: Any = None
    where: str | None = None
    agency: str | None = None
    author: str | None = None
    published: datetime | date | None = None
    language: str | None = None


def read_item(item: Any, taken: set[Any]) -> tuple[Document, bool]:
    """The story of an item, and whether it is a picture's caption. What is read of it is added to `taken`.

    An item in which nothing is told gives a document without pieces.
    """
    contents = [node for node in item.iter() if local(node) in ("inlineXML", "inlineData", "DataContent") and not _is_encoded(node)]
    pictures = {node for node in item.iter() if local(node) == "NewsComponent" and _is_of_picture(node)}
    read = [(node, _content(node, taken)) for node in contents]
    told = [(node, document) for node, document in read if document.pieces]
    stories = [(node, document) for node, document in told if pictures.isdisjoint(node.iterancestors())]
    captions = [(node, document) for node, document in told if not pictures.isdisjoint(node.iterancestors())]
    if stories:
        valued = [_described([node], taken) for node in _valued(item)] if not captions else ()
        document = _joined([document for _, document in stories], [*(document for _, document in captions), *valued])
    else:
        document = _captioned(item, [document for _, document in captions], taken)
    about = _about(item, next((node for node, _ in (*stories, *captions)), None))
    left = [words for _, emptied in read if not emptied.pieces for words in emptied.left]
    if document.pieces:
        if about.headline is None and document.title is None and (title := title_in_head(first(item, "nitf"), taken)):
            document = replace(document, pieces=(Piece(Form.TITLE, title), *document.pieces), title=title)
        document = _completed(document, about, taken, is_picture=not stories)
    return replace(document, left=(*document.left, *left)), not stories or _is_picture(item)


def _content(node: Any, taken: set[Any]) -> Document:
    """What stands in an element for content: NITF, XHTML, another vocabulary, escaped markup, or typing."""
    if (nitf := first(node, "nitf")) is not None or first(node, "body.head", "body.content") is not None:
        return read_nitf(node if nitf is None else nitf, taken, is_named=False)
    text = (node.text or "").strip()
    if len(node) == 0 and text.startswith("<") and "<nitf" in text[:4000]:
        with suppress(UnreadableError):
            root, inner = parsed(text.encode("utf-8", "replace")), set[Any]()
            document = read_nitf(root, inner, is_named=False)
            taken.add(node)
            return replace(document, left=(*document.left, *rest(root, inner)))
    body = first(node, "body")
    told = told_in(node if body is None else body) if len(node) else told_by(node.text or "")
    taken.add(node if body is None else body)
    return Document(tuple(told.pieces), language=language_of(node), left=tuple(told.left))


def _joined(stories: Sequence[Document], captions: Sequence[Document]) -> Document:
    """The first story with what the others add to it, and the captions below."""
    pieces, left = list(stories[0].pieces), list(stories[0].left)
    known = set(stories[0].text.casefold().split())
    for other in stories[1:]:
        left += other.left
        words = other.text.casefold().split()
        if sum(word in known for word in words) >= len(words) * _MOSTLY:
            left += (Left(piece.words, Reason.REPEATED) for piece in other.pieces)
        elif other.title:
            left += (Left(piece.words, Reason.ANOTHER) for piece in other.pieces)
        else:
            pieces += other.pieces
    for caption in captions:
        left += caption.left
        pieces += (Piece(Form.PICTURE, piece.words) for piece in caption.pieces)
    return replace(stories[0], pieces=tuple(pieces), left=tuple(left))


def _captioned(item: Any, captions: Sequence[Document], taken: set[Any]) -> Document:
    """A picture's caption as a story: from its content, else from what describes the picture."""
    pieces = [piece for caption in captions for piece in caption.pieces]
    left = [words for caption in captions for words in caption.left]
    if not pieces:
        return _described(_captions(item), taken, tuple(left))
    return Document(tuple(pieces), left=tuple(left))


def _described(nodes: Iterable[Any], taken: set[Any], left: tuple[Left, ...] = ()) -> Document:
    """What elements say of a picture as a document."""
    nodes = list(nodes)
    told = [told_by(_value(node)) if local(node) == "Property" else told_in(node) for node in nodes]
    taken.update(nodes)
    return Document(tuple(piece for one in told for piece in one.pieces), left=(*left, *(words for one in told for words in one.left)))


def _value(node: Any) -> str:
    return node.get("Value") or node.get("value") or ""


def _captions(item: Any) -> list[Any]:
    """The elements that describe a picture: what is called a caption, else any description."""
    described = [node for node in item.iter() if local(node).casefold() in ("description", "caption", "caption-abstract", "alttext")]
    called = [node for node in described if "caption" in local(node).casefold() or "caption" in (node.get("role") or "").casefold()]
    return [node for node in called or described if words_of(node)] or _valued(item)


def _valued(item: Any) -> list[Any]:
    """The properties of NewsML 1.2 that hold a caption."""
    return [node for node in item.iter() if local(node) == "Property" and "caption" in (node.get("FormalName") or "").casefold()]


def _completed(document: Document, about: About, taken: set[Any], *, is_picture: bool) -> Document:
    """The document with what its item says where it does not say it itself."""
    story = document.text.casefold()
    title = document.title or words_of(about.headline)
    if words_of(about.headline) == title and about.headline is not None:
        taken.add(about.headline)
    pieces, repeated = once(title, list(document.pieces)) if not document.title else (list(document.pieces[1:]), [])
    above = [Piece(Form.TITLE, title)] if title else []
    summaries = [] if is_picture else about.summaries
    for nodes, form in ((about.headings, Form.HEADING), (summaries, Form.PARAGRAPH), (about.bylines, Form.BYLINE)):
        for node in nodes:
            words = words_of(node)
            if words.casefold() not in story and (form is not Form.BYLINE or _is_byline(words, pieces)):
                taken.add(node)
                above.append(Piece(form, words))
    where, agency = of_dateline(words_of(about.dateline))
    if where and not any(piece.form is Form.DATELINE for piece in pieces) and not begins(pieces, where):
        taken.add(about.dateline)
        above.append(Piece(Form.DATELINE, words_of(about.dateline)))
    return replace(
        document, pieces=(*above, *pieces), title=title or None, author=document.author or about.author,
        agency=document.agency or about.agency or agency, where=document.where or about.where or where,
        published=document.published or about.published, language=document.language or about.language, left=(*document.left, *repeated),
    )  # fmt: skip


def _is_byline(words: str, pieces: Sequence[Piece]) -> bool:
    """Whether the words of a field for bylines name somebody, and the story does not."""
    if any(piece.form is Form.BYLINE for piece in pieces):
        return False
    names = re.split(r",| and | & |;", re.sub(r"(?i)^by ", "", words))
    return words[:3].casefold() == "by " or person(names[0].strip()) is not None


def _is_encoded(node: Any) -> bool:
    """Whether a content is bytes written as letters."""
    above = node.getparent()
    return (above is not None and local(above) == "Encoding") or "base64" in (node.get("encoding") or "").casefold()


def _is_of_picture(component: Any) -> bool:
    """Whether what is in a component of NewsML 1.2 belongs to a picture: by its role, or by what else is in it, if that is no text."""
    roles = [node.get("FormalName") or "" for node in component if local(node) == "Role"]
    media = [_formal(node) or "" for item in component if local(item) == "ContentItem" for node in item if local(node) == "MediaType"]
    is_text = any(name.casefold() == "text" for name in media)
    return any(map(_PICTURES.search, [*roles, *(() if is_text else media)]))


def _is_picture(item: Any) -> bool:
    kind = first(item, "itemClass")
    return kind is not None and _PICTURES.search(kind.get("qcode") or "") is not None


def _about(item: Any, content: Any) -> About:
    """What an item says of one of its contents."""
    return _about_g2(item) if local(item) == "newsItem" else _about_1(item, content)


def _about_g2(item: Any) -> About:
    """What an item of NewsML-G2 says of its story: `contentMeta` of the content, `itemMeta` of the item."""
    meta = first(item, "contentMeta")
    fields = list(meta) if meta is not None else []
    headlines = [node for node in fields if local(node) == "headline" and words_of(node)]
    main = next((node for node in headlines if "sub" not in (node.get("role") or "").casefold()), None)
    described = [node for node in fields if local(node) == "description" and words_of(node)]
    located, language = first(meta, "located"), first(meta, "language")
    provider = _named(first(item, "provider"), code=True) or _named(first(item, "infoSource"), code=True)
    provider = provider or something(words_of(first(meta, "creditline")))
    moments = (first(item, name) for name in ("contentModified", "contentCreated", "versionCreated", "firstCreated"))
    return About(
        headline=main,
        headings=[node for node in headlines if node is not main],
        summaries=[node for node in described if "caption" not in (node.get("role") or "").casefold()],
        bylines=[node for node in fields if local(node) == "by" and words_of(node)],
        dateline=first(meta, "dateline"),
        where=_named(located),
        agency=provider,
        author=person(_named(first(meta, "creator"))),
        published=_moment(moments),
        language=language_of(item) or (language.get("tag") if language is not None else None),
    )


def _named(node: Any, *, code: bool = False) -> str | None:
    """What a concept of NewsML-G2 is called: its name, what it is literally, or at last the code itself."""
    if node is None:
        return None
    literal = node.get("literal") or ((node.get("qcode") or "").rpartition(":")[2] if code else None)
    return something(words_of(first(node, "name")), literal)


def _about_1(item: Any, content: Any) -> About:
    """What a message of NewsML 1.2 says of a content: what stands nearest to it counts, up from its component to the message."""
    parts = list(_parts_about(item, content))

    def near(*names: str) -> list[Any]:
        found = ([node for node in part.iter() if local(node) in names and words_of(node)] for part in parts)
        return next(filter(None, found), [])

    def party(name: str) -> str | None:
        nodes = (first(part, name) for part in parts)
        return next((said for node in nodes if (said := _formal(first(node, "Party")) or something(words_of(node))) is not None), None)

    cities = (node.get("Value") for part in parts for node in part.iter() if local(node) == "Property" and node.get("FormalName") == "City")
    lines = [line for line in near("NewsLine") if _SUMS_UP.fullmatch(_formal(first(line, "NewsLineType")) or "")]
    languages = (node.get("FormalName") for part in parts for node in part.iter() if local(node) == "Language")
    moments = (near(name) for name in ("ThisRevisionCreated", "FirstCreated", "DateAndTime", "DateId"))
    headlines, datelines = near("HeadLine"), near("DateLine")
    language = next(filter(None, (language_of(node) for node in headlines)), None)
    return About(
        headline=next(iter(headlines), None),
        headings=[*headlines[1:], *near("SubHeadLine")],
        summaries=[node for line in lines for node in line.iter() if local(node) == "NewsLineText"],
        bylines=near("ByLine"),
        dateline=next(iter(datelines), None),
        where=something(*cities),
        agency=party("Provider") or party("Source") or something(*map(words_of, near("CreditLine"))),
        author=person(party("Creator")),
        published=_moment(node for nodes in moments for node in nodes),
        language=language or something(*languages),
    )


def _parts_about(item: Any, content: Any) -> Iterator[Any]:
    for above in [item, *item.iterancestors()] if content is None else content.iterancestors():
        yield from (part for part in above if local(part) in _ABOUT_PARTS)
    if content is None:
        yield from (part for part in item.iter() if local(part) in _ABOUT_PARTS)


def _formal(node: Any) -> str | None:
    return something(node.get("FormalName")) if node is not None else None


def _moment(nodes: Iterable[Any]) -> datetime | date | None:
    """The first moment or day that is said."""
    return next((said for node in nodes if node is not None and (said := day_or_moment(node.text)) is not None), None)
