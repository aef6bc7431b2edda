"""Markdown as an article: the words without the marks, with blocks from the structure that CommonMark gives them.

Parsed by markdown-it-py (CommonMark with tables, footnotes and strikethrough). A block quotation's paragraphs are paragraphs, a
list's items are items, a picture's alternative text is its caption, and what HTML there is loses its tags. The front
matter of static site generators (YAML between `---`, TOML between `+++`) is read for title, date, author and place.
"""

from __future__ import annotations

import html
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from factcheck.documents.directives import as_signs
from factcheck.documents.pieces import Beside, Document, Form, Hung, Piece, Reason
from factcheck.model import Article, LeftOut
from factcheck.reading.documents import laid_out, remarks
from factcheck.reading.metadata import time_of
from factcheck.reading.normal import normal
from factcheck.reading.passages import passages, taken_out
from factcheck.reading.plain import make_article, read_plain
from factcheck.reading.shapes import Shape

_DEEPEST = 60
"""How deep quotations and lists are followed; a text that goes deeper is no article, and is read as plain text."""

_TAG = Shape(
    "an HTML tag or comment",
    r"<!--[^<>]{0,2000}-->|</?[A-Za-z!?][^<>]{0,2000}>",
    takes=("<p class='a'>", "<!-- note -->"),
    refuses=("a < b", "<3"),
    anywhere=True,
)

_FRONT_FIELD = Shape(
    "a field of the front matter",
    r"""([A-Za-z][\w-]{0,30})\s{0,3}:\s{0,3}(.{0,500}?)\s{0,3}\Z""",
    takes=("title: Ferry late", "date: 2024-03-01"),
    refuses=("- item", "  title"),
)

_BARE_FRONT = Shape(
    "fields above a text without a line around them, as MultiMarkdown has them",
    r"(?:[A-Za-z][\w -]{0,30}: {0,3}[^\n]{1,500}\n){2,20}(?=\n)",
    takes=("Title: Late\nAuthor: Ada\n\n", "title: Late\ndate: 2024-03-01\n\n"),
    refuses=("Title: Late\n\n", "Late: Ada\nwas here"),
)
_OPENS, _CLOSES = "\ue0f7", "\ue0f8"
_SIGN = Shape(
    "a sign that something hangs on the words beside it, from Unicode's private use area",
    rf"{_OPENS}(\d{{1,6}}){_CLOSES}",
    takes=(f"{_OPENS}12{_CLOSES}", f"a{_OPENS}0{_CLOSES}"),
    refuses=("12", _OPENS),
    anywhere=True,
)

_FOLDED = (">", ">-", "|", "|-")
"""What stands for a value that is written in the lines below."""

_TITLES, _DATES, _AUTHORS, _PLACES = (
    ("title", "headline"),
    ("date", "published", "publishdate", "pubdate"),
    ("author", "authors", "byline"),
    ("place", "location", "dateline"),
)


def read_markdown(text: str, published: date | datetime | None, source: str | None) -> Article:
    """The article in a Markdown text that is in normal form already. `text` of the article is the words alone."""
    front, body = _front_matter(_SIGN.regex.sub("", text))
    tokens = _tokens(as_signs(body))
    if max((token.level for token in tokens), default=0) >= _DEEPEST - 2:
        return read_plain(text, published, source)
    hung: list[tuple[Hung, str]] = []
    pieces = _with_notes(list(_pieces(tokens, hung)), hung, _notes(tokens))
    if (title := _first(front, _TITLES)) and not _has_title(pieces, title):
        pieces.insert(0, (Form.TITLE, normal(title)))
    there, directives = taken_out([Piece(form, words) for form, words in pieces])
    document = _without_signs(there, hung)
    numbers = [n for n, piece in enumerate(document.pieces) if piece.words]
    words, parts = laid_out([document.pieces[n] for n in numbers])
    article = make_article(words, parts, published or _date_of(front), source)
    part_of = dict(zip(numbers, parts, strict=True))
    author = _first(front, _AUTHORS)
    found = tuple(remarks(document, part_of, author or article.byline))
    stated = {"byline": author, "place": _first(front, _PLACES), "off": passages(directives, part_of, len(words)), "remarks": found}
    left_out = (*(article.left_out or ()), *_unread(front, {piece.words for piece in document.pieces}))
    return article.model_copy(update={field: value for field, value in stated.items() if value} | {"left_out": left_out})


def _unread(front: Mapping[str, str], told: AbstractSet[str]) -> Iterator[LeftOut]:
    """The fields of the front matter that the article is not told by, but for those that its text repeats."""
    read = {next((name for name in names if front.get(name, "").strip()), "") for names in (_DATES, _AUTHORS, _PLACES)}
    for name, value in front.items():
        words = normal(value).strip()
        if words and name not in read and words not in told:
            yield LeftOut(role=Reason.ENVELOPE.name.lower(), words=f"{name}: {words}", why="is a field of the front matter")


def _tokens(body: str) -> list[Token]:
    """What the Markdown is made of; notes that no mark names are kept as if one stood at the end."""
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"]).use(footnote_plugin)
    env: dict[str, Any] = {}
    tokens = parser.parse(body, env)
    unnamed = [label for label, at in env.get("footnotes", {}).get("refs", {}).items() if at < 0]
    return parser.parse(f"{body}\n\n{''.join(f'[^{label[1:]}]' for label in unnamed)}") if unnamed else tokens


def _notes(tokens: Sequence[Token]) -> dict[int, str]:
    """The words of each foot- or endnote, by its number."""
    found: dict[int, list[str]] = {}
    number: int | None = None
    for token in tokens:
        if token.type in ("footnote_open", "footnote_close"):
            number = token.meta["id"] if token.type == "footnote_open" else None
        elif number is not None and token.type in ("inline", "fence", "code_block"):
            found.setdefault(number, []).append(_words(token, None) if token.type == "inline" else token.content.strip())
    return {number: normal(" ".join(words)).strip() for number, words in found.items()}


def _with_notes(pieces: list[tuple[Form, str]], hung: list[tuple[Hung, str]], notes: dict[int, str]) -> list[tuple[Form, str]]:
    """The pieces with each note behind the one that its first mark stands in; what hangs on them gets the notes' words."""
    made: list[tuple[Form, str]] = []
    set_already: set[int] = set()
    for form, words in pieces:
        made.append((form, words))
        for found in _SIGN.regex.finditer(words):
            kind, told = hung[int(found[1])]
            if kind is Hung.NOTE and (number := int(told)) not in set_already and notes.get(number):
                set_already.add(number)
                made.append((Form.NOTE, notes[number]))
    hung[:] = [(kind, notes.get(int(told), "") if kind is Hung.NOTE else told) for kind, told in hung]
    return made


def _without_signs(pieces: Sequence[Piece], hung: Sequence[tuple[Hung, str]]) -> Document:
    """The pieces without the signs that say where something hangs on their words, and what hangs there."""
    plain: list[Piece] = []
    beside: list[Beside] = []
    for n, piece in enumerate(pieces):
        words, last = "", 0
        edges: dict[int, list[int]] = {}
        for found in _SIGN.regex.finditer(piece.words):
            words += piece.words[last : found.start()]
            edges.setdefault(int(found[1]), []).append(len(words))
            last = found.end()
        words += piece.words[last:]
        kept, left = words.strip(), len(words) - len(words.lstrip())
        plain.append(replace(piece, words=kept))
        for number, at in edges.items():
            start, end = (min(max(0, one - left), len(kept)) for one in (at[0], at[-1]))
            beside += [Beside(n, start, end, "", told, hung=kind) for kind, told in [hung[number]] if told]
    return Document(tuple(plain), beside=tuple(beside))


def _has_title(pieces: Sequence[tuple[Form, str]], title: str) -> bool:
    """Whether the text itself begins with a title: its own, or the front matter's."""
    return any(form is Form.TITLE or words == title for form, words in pieces[:3])


def _pieces(tokens: Sequence[Token], hung: list[tuple[Hung, str]]) -> Iterator[tuple[Form, str]]:
    """The words of each block in order but the notes, with how it is set; blocks without words are left out.

    What hangs on words, by the number in the signs that stand among them, is put into `hung`: a note as its number, a link as its address.
    """
    form = Form.PARAGRAPH
    titles = items = 0
    row: list[str] | None = None
    for token in tokens:
        if token.type == "footnote_block_open":
            return
        if token.type in ("list_item_open", "list_item_close"):
            items += token.nesting
        elif token.type == "heading_open":
            form = Form.TITLE if token.tag == "h1" and not titles else Form.HEADING
            titles += token.tag == "h1"
        elif token.type == "paragraph_open":
            form = Form.ITEM if items else Form.PARAGRAPH
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield from _filled(Form.ROW, "\t".join(row or ()))
            row = None
        elif token.type == "inline" and row is not None:
            row.append(_words(token, hung))
        elif token.type == "inline":
            yield from _filled(Form.PICTURE if _is_picture(token) else form, _words(token, hung))
        elif token.type in ("fence", "code_block"):
            yield from _filled(Form.VERBATIM, token.content if token.content.strip() else token.info)
        elif token.type == "html_block":
            yield from _filled(Form.PARAGRAPH, _without_tags(token.content))


def _filled(form: Form, words: str) -> Iterator[tuple[Form, str]]:
    """The piece in normal form, when it has any words."""
    if words := normal(words).strip():
        yield form, words


def _words(inline: Token, hung: list[tuple[Hung, str]] | None) -> str:
    """The words of a run of inline text: links and emphasis as their words, pictures as their alternative text, notes as signs.

    Where nothing hangs (`hung` is None), as in a note, the address of a link stands behind its words.
    """
    words: list[str] = []
    links: list[int] = []
    addresses: list[str] = []
    for child in inline.children or ():
        if child.type in ("softbreak", "hardbreak"):
            words.append(" " if child.type == "softbreak" else "\n")
        elif child.type == "image":
            words.append(_words(child, hung) or child.content)
        elif child.type == "html_inline":
            words.append("\n" if child.content.lower().startswith("<br") else "")
        elif hung is not None and child.type in ("footnote_ref", "link_open"):
            kind = Hung.NOTE if child.type == "footnote_ref" else Hung.LINK
            hung.append((kind, str(child.meta["id"] if kind is Hung.NOTE else child.attrGet("href") or "")))
            words.append(_sign(len(hung) - 1))
            links += [len(hung) - 1] if kind is Hung.LINK else []
        elif hung is None and child.type == "link_open":
            addresses.append(str(child.attrGet("href") or ""))
        elif hung is None and child.type == "link_close":
            words.append(f" <{address}>" if (address := addresses.pop()) != words[-1] else "")
        elif links and child.type == "link_close":
            words.append(_sign(links.pop()))
        else:
            words.append(child.content)
    return "".join(words)


def _sign(number: int) -> str:
    return f"{_OPENS}{number}{_CLOSES}"


def _is_picture(inline: Token) -> bool:
    """Whether there is a picture and nothing else (a link around it aside)."""
    kinds = {
        child.type
        for child in inline.children or ()
        if child.type not in ("link_open", "link_close", "softbreak") and (child.type != "text" or child.content.strip())
    }
    return kinds == {"image"}


def _without_tags(source: str) -> str:
    return " ".join(html.unescape(_TAG.regex.sub(" ", source)).split())


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields of the front matter, with small-letter names, and the text after it."""
    fence = text[:3]
    if bare := _BARE_FRONT.match(text):
        fields = _yaml_fields(bare[0])
        return (fields, text[bare.end() :]) if any(name in fields for name in _TITLES) else ({}, text)
    if fence not in ("---", "+++") or not text.startswith(fence + "\n"):
        return {}, text
    end = text.find(f"\n{fence}\n", 3, 20_000)
    if end < 0:
        return {}, text
    inside, body = text[4 : end + 1], text[end + 5 :]
    fields = _yaml_fields(inside) if fence == "---" else _toml_fields(inside)
    return (fields, body) if fields else ({}, text)


def _yaml_fields(source: str) -> dict[str, str]:
    """The fields of a YAML front matter: one a line, quoted or not, lists in one line or one item a line, and words in the lines below.

    A field within another is that one where it is its name, `author: {name: …}`, and else a field by both names.
    """
    fields: dict[str, list[str]] = {}
    name = None
    for line in source.split("\n"):
        if found := _FRONT_FIELD.match(line):
            name = found[1].lower()
            fields[name] = [item for piece in _items(found[2]) if (item := piece.strip(" \"'")) and item not in _FOLDED]
        elif name and (inner := line.strip().removeprefix("- ")) and line != inner:
            within = _FRONT_FIELD.match(inner)
            key = f"{name} {within[1].lower()}" if within and within[1].lower() != "name" else name
            fields.setdefault(key, []).append((within[2] if within else inner).strip(" \"'"))
    return {name: ", ".join(values) for name, values in fields.items() if values}


def _items(value: str) -> list[str]:
    return value[1:-1].split(",") if value.startswith("[") and value.endswith("]") else [value]


def _toml_fields(source: str) -> dict[str, str]:
    """The fields of a TOML front matter, those in its tables too, as `[params]` holds what a site's owner calls so."""
    try:
        data = tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    inner = {name: value for table in data.values() if isinstance(table, dict) for name, value in table.items()}
    told = {**inner, **{name: value for name, value in data.items() if not isinstance(value, dict)}}
    return {
        name.lower(): ", ".join(map(str, value)) if isinstance(value, list) else str(value) for name, value in told.items() if value != ""
    }


def _first(fields: dict[str, str], names: Sequence[str]) -> str | None:
    return next((" ".join(fields[name].split()) for name in names if fields.get(name, "").strip()), None)


def _date_of(fields: dict[str, str]) -> datetime | date | None:
    said = _first(fields, _DATES)
    return time_of(said, _first(fields, _PLACES)) if said else None
