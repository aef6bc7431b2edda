"""Whatever a document is made of, it gives one sentence or an article: no hang, no traceback, no memory without end."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from factcheck import read
from factcheck.documents import KINDS, Document, UnreadableError, kind_of, open_document
from factcheck.documents.aside import open_aside
from factcheck.documents.containers import UNPACKED
from factcheck.model import FactcheckError
from tests.documents.test_formats import FILES, MAIL, NEWSML, NITF, SRT, VTT, docx

SAMPLES = {
    "html": (FILES / "page.html").read_bytes(), "docx": (FILES / "story.docx").read_bytes(), "odt": (FILES / "story.odt").read_bytes(),
    "rtf": (FILES / "story.rtf").read_bytes(), "pdf": (FILES / "story.pdf").read_bytes(), "epub": (FILES / "story.epub").read_bytes(),
    "mail": MAIL, "srt": SRT.encode(), "vtt": VTT.encode(), "wire": NEWSML.encode(),
}  # fmt: skip


def opened_or_refused(data: bytes, kind: str, opening: Callable[[bytes, str], Document] = open_document) -> Document | str:
    """The document, or the sentence with which it is refused."""
    try:
        return opening(data, kind)
    except UnreadableError as trouble:
        told = str(trouble)
    assert told
    assert "\n" not in told
    return told


def test_every_kind_has_a_sample_and_is_told_by_its_bytes() -> None:
    assert SAMPLES.keys() == KINDS.keys()
    assert {kind: kind_of(data) for kind, data in SAMPLES.items()} == {kind: kind for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_damaged_ones_are_read_or_refused(kind: str, data: st.DataObject) -> None:
    whole = bytearray(SAMPLES[kind])
    rng = random.Random(data.draw(st.integers(0, 10**6)))  # noqa: S311 - the same damage every time
    for _ in range(data.draw(st.integers(0, 30))):
        whole[rng.randrange(len(whole))] = rng.randrange(256)
    cut = data.draw(st.integers(0, len(whole)))
    damaged = bytes(whole[:cut]) if data.draw(st.booleans()) else bytes(whole)
    opened = opened_or_refused(damaged, kind)
    assert isinstance(opened, str) or all(piece.words.strip() for piece in opened.pieces)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(kind: str, data: bytes) -> None:
    opened_or_refused(data, kind)


def test_a_zip_bomb_is_refused_and_does_not_take_memory() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<a>" + b" " * (UNPACKED + 10))
    with pytest.raises(FactcheckError, match="it unpacks to more than 64 MB"):
        read(out.getvalue())


@pytest.mark.parametrize(
    "entities",
    [
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;">',
        '<!ENTITY d SYSTEM "file:///etc/passwd">',
        '<!ENTITY d SYSTEM "http://127.0.0.1:9/">',
    ],
)
def test_entities_are_neither_multiplied_nor_fetched(entities: str) -> None:
    text = NITF.replace("<nitf>", f"<!DOCTYPE nitf [{entities}]><nitf>").replace("It runs late.", "It runs late. &d;")
    try:
        words = open_document(text.encode(), "wire").text
    except UnreadableError:
        return
    assert "haha" not in words
    assert "root:" not in words


@pytest.mark.parametrize("deep", [2_000, 60_000])
def test_deep_nesting_is_no_way_to_break_it(deep: int) -> None:
    nested = "<w:ins>" * deep + "<w:r><w:t>x</w:t></w:r>" + "</w:ins>" * deep
    with pytest.raises(UnreadableError):
        open_aside(docx(f"<w:p>{nested}</w:p>"), "docx")
    opened_or_refused(b"<html><body>" + b"<div>" * deep + b"The council met.", "html", open_aside)


def pdf(pages: int = 1, password: str = "") -> bytes:
    writer = PdfWriter()
    page = PdfReader(FILES / "story.pdf").pages[0]
    for _ in range(pages):
        writer.add_page(page)
    if password:
        writer.encrypt(password)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_locked_pdf_is_said_to_be_locked() -> None:
    with pytest.raises(FactcheckError, match=r"cannot be read as a PDF: it is a PDF that asks for a password; open it in its own program"):
        read(pdf(password="secret"))  # noqa: S106 - of a file made here


def test_a_scanned_pdf_is_said_to_be_pictures() -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(FactcheckError, match="pictures of pages, perhaps"):
        read(out.getvalue())


def test_a_long_pdf_is_read_with_the_page_of_each_part() -> None:
    article = read(pdf(pages=40))
    last = article.text.rindex("Councillor Mary Oyelaran")
    assert article.locator(last) == "page 40"


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(UnreadableError, match="could not be read within 0 seconds"):
        open_aside(SAMPLES["pdf"], "pdf", seconds=0.01)
