"""From a path, standard input, bytes or a string to an Article.

`read` takes what is outside the program (a file, a stream, bytes) and refuses with one sentence what cannot be an
article; `read_text` takes a string and never refuses one. Text may be plain or Markdown.
"""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import PurePath
from typing import BinaryIO, Literal

from factcheck.documents import KINDS, UnreadableError, kind_of
from factcheck.model import Article, FactcheckError, one_line
from factcheck.reading.decoding import decode
from factcheck.reading.normal import normal
from factcheck.reading.plain import read_plain
from factcheck.reading.source import SIZE_LIMIT, Content, load
from factcheck.reading.tongues import ENGLISH, refuse_foreign

__all__ = ["SIZE_LIMIT", "SUFFIXES", "read", "read_text", "understood"]

Format = Literal["text", "markdown"]

_MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
SUFFIXES = frozenset((".txt", *_MARKDOWN_SUFFIXES, *(suffix for kind in KINDS.values() for suffix in kind.suffixes)))
"""Names of files that are taken for articles, where nobody names each of them."""


def read(
    source: str | os.PathLike[str] | bytes | BinaryIO,
    *,
    published: date | datetime | None = None,
    name: str | None = None,
    media_type: str = "",
    language: str | None = None,
) -> Article:
    """The article in a file (a path, or `-` for standard input), in bytes, or in a binary stream.

    What its bytes are is found out: documents of every kind in `factcheck.documents.KINDS`, such as web pages, Word documents and PDFs,
    are opened in a process of their own, which is ended when it takes too long. A path that ends in `.md` or `.markdown` is read as
    Markdown, everything else as plain text in whatever encoding it is (UTF-8, UTF-16 and UTF-32 with or without a byte-order mark,
    Windows-1252 and its relatives). `published` is what the caller knows of the time of publication, and wins over what the text says;
    `name` and `media_type` are what the caller knows of bytes that were fetched.

    `language` is `en` where an article is to be read as English, whatever language it seems to be in.

    Raises FactcheckError, in one sentence, for what is no article: a web address, a missing or unreadable file, a
    folder, a device or pipe, a file beyond SIZE_LIMIT bytes, a binary file (naming what it looks like), a document that is locked,
    broken, or pictures of pages, one without a word, and one in another language than English.
    """
    if language not in (None, ENGLISH):
        raise FactcheckError(f"An article cannot be read as {one_line(language, 40)}; only en, English, is understood.")
    content = load(source)
    if name is not None:
        content = Content(content.data, name, one_line(name, 200))
    if kind := kind_of(content.data, content.name or "", media_type):
        article = _read_document(content, kind, published)
    else:
        article = read_text(decode(content.data, content.shown), published=published, source=content.name, format=_format(content))
    return understood(article, content.shown, language)


def understood(article: Article, shown: str, language: str | None = None) -> Article:
    """The article, if it has words and is in English, or to be read as English; `shown` names it. Raises FactcheckError otherwise."""
    if not any(char.isalnum() for char in article.text):
        raise FactcheckError(f"{shown} has no words in it; give a file that holds the text of an article.")
    return article.model_copy(update={"language": None}) if language == ENGLISH else refuse_foreign(article, shown)


def _read_document(content: Content, kind: str, published: date | datetime | None) -> Article:
    from factcheck.documents.aside import open_aside
    from factcheck.reading.documents import read_document

    try:
        document = open_aside(content.data, kind)
    except UnreadableError as trouble:
        what = f"{content.shown} cannot be read as {KINDS[kind].what}: {trouble}"
        raise FactcheckError(f"{what}; open it in its own program, and copy the article's text into a file.") from None
    return read_document(document, published, content.name)


def read_text(
    text: str,
    published: date | datetime | None = None,
    source: str | None = None,
    format: Format = "text",  # noqa: A002 - the public name
) -> Article:
    """The article in a string: its text in NFC with `\\n` line ends, its blocks, and what it says of itself.

    For plain text, `read_text(t).text == t` whenever `t` is NFC, has no `\\r`, no lone surrogate and no leading
    byte-order mark; lone surrogates become U+FFFD one for one. For Markdown the text is the words without the marks.
    `published` wins over the text's own; `source` is kept as it is given. `language` of the article tells where it seems to be another
    than English. Raises FactcheckError for an unknown format.
    """
    if format == "markdown":
        from factcheck.reading.markdown import read_markdown

        return read_markdown(normal(text), published, source)
    if format != "text":
        raise FactcheckError(f"An article cannot be read as {one_line(str(format), 40)}; the formats are text and markdown.")
    return read_plain(normal(text), published, source)


def _format(content: Content) -> Format:
    is_markdown = content.name is not None and PurePath(content.name).suffix.lower() in _MARKDOWN_SUFFIXES
    return "markdown" if is_markdown else "text"
