"""A kind of document is one row beside the function that opens it: it is told by its bytes, read, and taken from a folder."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from factcheck import read
from factcheck.documents import KINDS, kind_of
from factcheck.model import FactcheckError
from tests.additions import Copy
from tests.documents.office_files import p, r, word
from tests.documents.test_hostile import compound

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


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (
            ("1Table", "WordDocument"),
            "cannot be read as an old Word document: it is in the form of Word 97 to 2003, .* save it there as .docx;",
        ),
        (("__properties_version1.0",), "cannot be read as a message saved by Outlook: .* save it there as .eml or as text;"),
        (("EncryptionInfo", "EncryptedPackage"), "cannot be read as an Office document: it asks for a password;"),
        (("Workbook",), "looks like an old Office document, not like text"),
    ],
)
def test_an_old_office_document_says_what_to_save_it_as(names: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(FactcheckError, match=sentence):
        read(compound(*names))


def test_the_names_in_an_old_office_document_are_found_wherever_they_stand() -> None:
    far = bytearray(compound("WordDocument"))
    names, sector = far[3 * 512 :], 400
    far[3 * 512 :] = b"words. " * (sector * 512 // 7)
    far = far[: 512 * (sector + 1)].ljust(512 * (sector + 1), b"\0") + names
    far[48:52] = sector.to_bytes(4, "little")
    assert kind_of(bytes(far)) == "doc"
    assert kind_of(bytes(far).replace("WordDocument".encode("utf-16-le"), bytes(24))) is None


def test_an_office_document_in_pieces_is_known_whatever_comes_first_in_it() -> None:
    """What says what the parts are may stand at the end of a package."""
    data = word(p(r("So.")), "word/document7.xml")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        new.writestr("media/a.png", bytes(200_000))
        for name in reversed(old.namelist()):
            new.writestr(name, old.read(name))
    assert kind_of(out.getvalue()) == "docx"
