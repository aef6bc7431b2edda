"""No name and no password is kept in an address, however it is written."""

from __future__ import annotations

import pytest

from factcheck.model import Article, Evidence, Quotation, Source, without_login
from factcheck.model.source import key_of
from tests.builders import AT


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("https://ada:secret@host.example/x?y#z", "https://host.example/x?y#z"),
        ("https://ada@host.example", "https://host.example"),
        ("HTTPS://ada:@host.example/", "HTTPS://host.example/"),
        ("http://:secret@host.example/", "http://host.example/"),
        ("http://ada:p@ss@host.example/", "http://host.example/"),
        ("http://ada:secret%40@[2620:fe::fe]:81/", "http://[2620:fe::fe]:81/"),
        ("http:\\\\ada:secret@host.example\\x", "http:\\\\host.example\\x"),
        ("http:/ada:secret@host.example/x", "http:/host.example/x"),
        ("http://ada:sec\tret@host.example/", "http://host.example/"),
        (" https://ada:secret@host.example/", " https://host.example/"),
        ("ftp://ada:secret@host.example/x", "ftp://host.example/x"),
        ("postgresql://ada:secret@host.example/x", "postgresql://host.example/x"),
        ("//ada:secret@host.example/x", "//host.example/x"),
    ],
)
def test_names_and_passwords_are_left_out(written: str, kept: str) -> None:
    assert without_login(written) == kept
    assert Evidence(url=written).url == kept
    assert Source(url=written, address=written, archive=written).model_dump(include={"url", "address", "archive"}) == {
        "url": kept, "address": kept, "archive": kept,
    }  # fmt: skip
    assert Article(text="A pier.", source=written).source == kept
    assert key_of(written, None) == key_of(kept, None)


@pytest.mark.parametrize(
    "text",
    [
        "https://host.example/@ada", "https://host.example?to=ada@host.example", "https://host.example#@ada", "mailto:ada@host.example",
        "ada@host.example", "a call with ada@host.example", "stories/ada@desk.txt", "/srv/ada@desk/story.txt", "http://host.example/a:b@c",
    ],
)  # fmt: skip
def test_whatever_is_no_login_stays(text: str) -> None:
    assert without_login(text) == text


def test_words_quoted_from_a_source_that_is_gone_are_said_to_be_of_its_old_snapshot() -> None:
    quotation = Quotation(claim="c", quote="a pier", match=100)
    there = Source(url="https://host.example/", status="ok", sha256="0" * 64, kept=AT)
    assert there.describe(quotation) == "the source has these words"
    gone = there.model_copy(update={"status": "dead: 404 Not Found"})
    assert gone.describe(quotation) == "the source has these words, in the old snapshot of 2024-03-05: now it is dead"
    assert gone.model_copy(update={"kept": None}).describe(quotation) == "the source has these words, in the old snapshot: now it is dead"
