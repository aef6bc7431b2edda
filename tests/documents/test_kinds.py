"""A kind of document is one row beside the function that opens it: it is told by its bytes, read, and taken from a folder."""

from __future__ import annotations

from pathlib import Path

from factcheck import read
from factcheck.documents import KINDS, kind_of
from tests.additions import Copy

READER = '''
"""Telegrams opened."""

from factcheck.documents.pieces import Document, Form, Piece, UnreadableError


def read_telegram(data: bytes) -> Document:
    words = [line.decode() for line in data.split(b"STOP")[1:]]
    if not words:
        raise UnreadableError("it says nothing")
    return Document(tuple(Piece(Form.PARAGRAPH, line.strip()) for line in words))
'''

ROW = """    Kind("telegram", "a telegram", lambda ends: ends.head.startswith(b"TELEGRAM"), "telegrams.read_telegram", (".tgm",)),
"""

READ = """
import json
from pathlib import Path
from factcheck import read
from factcheck.batch import articles_in
from factcheck.documents import kind_of
from factcheck.model import FactcheckError

data = b"TELEGRAM STOP The bridge is shut. STOP It opens in May."
folder = Path("archive")
folder.mkdir()
(folder / "wire.tgm").write_bytes(data)
try:
    read(b"TELEGRAM")
except FactcheckError as error:
    refused = str(error)
found = {
    "kind": kind_of(data), "text": read(data).text, "in a folder": [Path(path).name for path in articles_in([str(folder)])],
    "refused": refused,
}
"""


def test_a_kind_more_is_told_by_its_bytes_read_and_taken_from_a_folder(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.put("documents/telegrams.py", "", READER.lstrip())
    copy.put("documents/kinds.py", '    Kind("mail"', ROW)
    found = copy.told(READ)
    assert found["kind"] == "telegram"
    assert found["text"] == "The bridge is shut.\n\nIt opens in May."
    assert found["in a folder"] == ["wire.tgm"]
    assert found["refused"].startswith("The article cannot be read as a telegram: it says nothing;")


def test_no_two_kinds_have_one_suffix() -> None:
    suffixes = [suffix for kind in KINDS.values() for suffix in kind.suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_the_name_and_the_media_type_tell_only_of_text() -> None:
    """A package that nothing here opens is not taken for the page that its name says it is."""
    text, package = b"The bridge is shut.", b"PK\x03\x04 xl/workbook.xml"
    assert (kind_of(text, "a.html"), kind_of(text, "a.xml"), kind_of(text, "a.eml"), kind_of(text, "a.pdf")) == (
        "html",
        "wire",
        "mail",
        None,
    )
    assert kind_of(text, "a.eml", "text/html; charset=utf-8") == "html"
    assert kind_of(package, "a.html", "text/html") is None


def test_markdown_is_taken_from_a_folder_by_every_suffix_that_it_is_read_by(tmp_path: Path) -> None:
    from factcheck.batch import articles_in

    for suffix in (".md", ".markdown", ".mdown", ".mkd"):
        (tmp_path / f"story{suffix}").write_text("# The bridge is shut\n\nIt opens *in May*.\n", "utf-8")
    found = list(articles_in([str(tmp_path)]))
    assert len(found) == 4
    assert {read(path).text for path in found} == {"The bridge is shut\n\nIt opens in May."}
