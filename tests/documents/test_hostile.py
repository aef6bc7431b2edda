"""Whatever a document is made of, it gives one sentence or an article: no hang, no traceback, no memory without end."""

from __future__ import annotations

import io
import json
import random
import time
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from factcheck import read
from factcheck.documents import KINDS, Document, UnreadableError, kind_of, open_document
from factcheck.documents.aside import SECONDS, open_aside
from factcheck.documents.containers import UNPACKED
from factcheck.model import FactcheckError
from tests.documents.builders import IPTC_7901, MARKED, TELEX
from tests.documents.test_formats import FILES, MAIL, NEWSML, NITF, SRT, VTT, docx
from tests.documents.test_stories import NINJS
from tests.documents.test_subtitles import ASS, TTML


def compound(*names: str) -> bytes:
    """The beginning of an old Office document: its header, and a list with some names ([MS-CFB])."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\x00\x03\x00\xfe\xff\x09\x00\x06\x00" + bytes(14) + b"\x02\x00\x00\x00"
    entries = (name.encode("utf-16-le").ljust(64, b"\0") + bytes(64) for name in ("Root Entry", *names))
    return header.ljust(3 * 512, b"\0") + b"".join(entries).ljust(512, b"\0")


SAMPLES = {
    "html": (FILES / "page.html").read_bytes(), "docx": (FILES / "commented.docx").read_bytes(),
    "odt": (FILES / "commented.odt").read_bytes(), "rtf": (FILES / "story.rtf").read_bytes(), "pdf": (FILES / "story.pdf").read_bytes(),
    "ass": ASS.encode(), "ttml": TTML.encode(),
    "epub": (FILES / "story.epub").read_bytes(), "mail": MAIL, "srt": SRT.encode(), "vtt": VTT.encode(), "wire": NEWSML.encode(),
    "json": json.dumps(NINJS).encode(),
    "iptc7901": IPTC_7901, "anpa1312": MARKED, "telex": TELEX,
    "msg": compound("__nameid_version1.0", "__properties_version1.0"), "doc": compound("1Table", "WordDocument"),
    "locked": compound("EncryptionInfo", "EncryptedPackage"),
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


def fuzzed(data: bytes, rng: random.Random) -> bytes:
    """The bytes with a few pieces changed, doubled, taken out, swapped or put in from lists of what breaks parsers."""
    whole = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        at, length = rng.randrange(len(whole) + 1), rng.choice((1, 2, 8, 64, 512))
        piece = bytes(whole[at : at + length])
        match rng.randrange(5):
            case 0:
                whole[at : at + length] = rng.randbytes(len(piece))
            case 1:
                whole[at:at] = piece * rng.choice((1, 2, 50))
            case 2:
                del whole[at : at + length]
            case 3:
                other = rng.randrange(len(whole) + 1)
                whole[other : other + length] = piece
            case _:
                whole[at:at] = rng.choice(BREAKERS)
    return bytes(whole)


BREAKERS = (
    b"<", b">", b"</", b"<![CDATA[", b"<!--", b"&#0;", b"&#xD800;", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"-1", b"99999999999999999999",
    b"NaN", b"obj", b"endobj", b"stream\n", b"endstream", b"<<", b">>", b"[" * 500, b"(" * 500, b"{" * 500, b"{\\bin99999 ", b"\\u-32768",
    b"\r\n\r\n", b"=?utf-8?q?=ZZ?=", b"Content-Type: multipart/mixed; boundary=\"\"", b"charset=x-nothing", b" --> ", b"00:00:00.000",
    b"\xe2\x80\xae", b"w:p", b"<w:p>", b"</w:p>", b"<t:p>", b"xmlns:a=''", b"/Length 999999999", b"/Kids [1 0 R]", b"/FlateDecode",
)  # fmt: skip


def fuzzed_document(kind: str, rng: random.Random) -> bytes:
    """A sample of the kind, damaged; of a package, one of its parts, so that the damage is deeper than its directory."""
    data = SAMPLES[kind]
    if not data.startswith(b"PK") or rng.random() < 0.2:
        return fuzzed(data, rng)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = [name for name in old.namelist() if name.endswith(("ml", ".rels", ".opf"))]
        chosen = rng.choice(names)
        for name in old.namelist():
            new.writestr(name, fuzzed(old.read(name), rng) if name == chosen else old.read(name))
    return out.getvalue()


def fuzz(kind: str, seeds: range) -> float:
    """Open that many damaged documents; the most seconds that one of them took."""
    slowest = 0.0
    for seed in seeds:
        data = fuzzed_document(kind, random.Random(seed))  # noqa: S311 - the same damage every time
        began = time.process_time()
        try:
            opened = opened_or_refused(data, kind)
        except Exception as error:
            raise AssertionError(f"the {kind} of seed {seed}") from error
        slowest = max(slowest, time.process_time() - began)
        assert isinstance(opened, str) or all(piece.words.strip() for piece in opened.pieces), seed
    return slowest


@pytest.mark.parametrize("kind", KINDS)
def test_documents_damaged_within_their_parts_are_read_or_refused(kind: str) -> None:
    assert fuzz(kind, range(60)) < SECONDS


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_thousands_of_damaged_documents_are_read_or_refused(kind: str) -> None:
    slowest = fuzz(kind, range(60, 3_000))
    print(f"\n{kind}: 2,940 damaged ones read or refused, the slowest in {slowest:.1f} s")
    assert slowest < SECONDS


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


def test_an_empty_pdf_is_said_to_have_no_words() -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(FactcheckError, match="it has no words in it"):
        read(out.getvalue())


def test_a_long_pdf_is_read_with_the_page_of_each_part() -> None:
    article = read(pdf(pages=40))
    last = article.text.rindex("Councillor Mary Oyelaran")
    assert article.locator(last) == "page 40"


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(UnreadableError, match="could not be read within 0 seconds"):
        open_aside(SAMPLES["pdf"], "pdf", seconds=0.01)
