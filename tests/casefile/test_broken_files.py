"""A file that is no case, or a damaged one, gets one sentence (what, which line, what to do) and is left as it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.casefile import CaseFile, disk, load
from factcheck.casefile.loading import parse
from factcheck.casefile.sheet import Sheet
from factcheck.model import FactcheckError
from tests.builders import ferry_case

TEXT = Sheet.new().showing(ferry_case(reviewed=True))[0].text


def told(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(FactcheckError) as caught:
        CaseFile.open(path)
    assert path.read_bytes() == data
    assert "\n" not in str(caught.value)
    return str(caught.value).replace(str(path), "FILE")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "FILE is empty; restore it from a copy, or delete it and start from the article."),
        (b"\n# nothing\n", "FILE is empty; restore it from a copy, or delete it and start from the article."),
        (b"[package]\nname = 'x'\n", "FILE is TOML, but not a case file of factcheck's (it has no schema); check the name."),
        (b"schema = 1\n[article]\n", "FILE is TOML, but not a case file of factcheck's (it has no text); check the name."),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "FILE is not a text file, so it cannot be a case; check the name."),
        ("schema = 1".encode("utf-16"), "FILE is saved as UTF-16, and TOML must be UTF-8; save it as UTF-8."),
        (b"schema = 1\nplace = '\xe9'\n", "FILE, line 2: this is not UTF-8 text; save the file as UTF-8."),
        (b"x = " + b"[" * 20000, "FILE is nested too deeply for a case file; restore it from a copy."),
        (b"schema = " + b"9" * 5000, "FILE is not valid TOML (Exceeds the limit"),
    ],
    ids=["empty", "only a comment", "foreign", "half", "binary", "utf-16", "latin-1", "nested", "huge number"],
)  # fmt: skip
def test_what_is_no_case_is_told(tmp_path: Path, data: bytes, sentence: str) -> None:
    assert told(tmp_path / "a.toml", data).startswith(sentence)


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ('kind = "quote"', "kind = quote", "this is not valid TOML (invalid value); correct the line."),
        ('kind = "quote"', 'kind = "quotation"', "kind is “quotation”, which is none of quote, statement, assertion, date, figure"),
        ('verdict = "disputed"', 'verdict = "wrong"', "verdict is “wrong”, which is none of verified, disputed, false"),
        ('at = "51:57"', 'at = "52:57"', "at names the words “onday” of the article, not “Monday”; correct the one or the other."),
        ('at = "51:57"', 'at = "51-57"', 'at must say where the words stand, as in "120:164", not 51-57.'),
        ('at = "51:57"', 'at = "57:51"', 'at must say where the words stand, as in "120:164", not 57:51.'),
        ('at = "51:57"', "at = 51", 'at must say where the words stand, as in "120:164", not 51.'),
        ('speaker_at = "31:42"', 'speaker_at = "32:42"', "speaker_at names the words “he council” of the article, not “The council”"),
        ('cue_at = "43:47"', 'cue_at = "43:999"', "cue_at names the words"),
        ('content_at = "63:130"', 'content_at = "63:9999"', "content_at lies outside the article's words; correct it."),
        ('content_at = "63:130"', 'content_at = "63:130  140:150"', "content_at must say where"),
        ('id = "bpnspw"', 'id = "079d5p"', "another claim has the id 079d5p too; give one of them an id of its own."),
        ('id = "bpnspw"', 'id = ""', "id is empty; give the claim an id of its own."),
        ('gist = "Monday [4 March 2024]"\n', "", "the key gist is missing; add it."),
        ('at = "51:57"\n', "", 'the key at is missing; add where the words stand, as in at = "120:164".'),
        ('speaker_at = "31:42"\n', "", "speaker stands without speaker_at; add speaker_at or take speaker out."),
        ("earliest = 2024-03-04", 'earliest = "soon"', "earliest must be a day, as in 2026-11-23, not soon."),
        ('figure = "1200000"', 'figure = "a lot"', "figure is “a lot”, which does not fit"),
        ("at = 2024-03-05T10:30:00Z\ncorrection", "at = 2024-03-05T10:30:00\ncorrection", "at must be a date and time with its time zone"),
        ('verdict = "disputed"\nby = "Ada"', 'verdict = "disputed"\nby = 7', "by must be text in quotation marks, not 7."),
        ('stance = "qualifies"', 'stance = "shrugs"', "stance is “shrugs”, which is none of supports, refutes, qualifies, mentions"),
        ('"headline 0:29"', '"heading 0:29"', 'a block must be written as in "body 120:164" (one of headline,'),
        ('"body 31:131"', '"body 3:131"', "the block body 3:131 overlaps another or lies outside the article; correct it."),
        ("for half of it. The RTA", "for half of it! The RTA", "the article's words are not those that the claims were made from"),
        ("published = 2024-03-05", 'published = "soon"', "published"),
        ("[[claims.reviews]]\nverdict = \"disputed\"", "reviews = 5\n[x]\nverdict = \"disputed\"", "reviews must be tables, each under"),
        ('kind = "date"\n', 'kind = "date"\nstart = 4\n', 'a claim has no key start; where it stands is written at = "start:end".'),
        ("schema = 1\n", "schema = 1\nflags = []\n", "a case file has no key flags; take it out."),
        ('[[claims]]\nid = "bpnspw"', '<<<<<<< HEAD\n[[claims]]\nid = "bpnspw"', "git could not merge this file"),
    ],
)  # fmt: skip
def test_what_is_damaged_is_told_with_its_line(tmp_path: Path, before: str, after: str, sentence: str) -> None:
    assert TEXT.count(before) >= 1
    text = TEXT.replace(before, after, 1)
    said = told(tmp_path / "a.toml", text.encode())
    assert sentence in said
    at = next((n for n, (a, b) in enumerate(zip(TEXT.splitlines(), text.splitlines(), strict=False), 1) if a != b), 0)
    line = int(said.split("line ", 1)[1].split(":")[0])
    assert abs(line - at) <= (20 if after == "" or "sha256" in said or "id" in before or "overlaps" in said else 2)


def test_a_newer_file_is_refused_with_what_to_do(tmp_path: Path) -> None:
    text = TEXT.replace("schema = 1", "schema = 2")
    assert told(tmp_path / "a.toml", text.encode()) == (
        "FILE was written by a newer factcheck (its schema is 2, this one knows 1); update factcheck to open it."
    )
    assert "schema must be a whole number" in told(tmp_path / "a.toml", TEXT.replace("schema = 1", "schema = 'one'").encode())


def test_what_is_not_there_or_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match=r"There is no file .*a\.toml; check the name"):
        load(tmp_path / "a.toml")
    with pytest.raises(FactcheckError, match="There is no file"):
        CaseFile.open(tmp_path / "a.toml")
    with pytest.raises(FactcheckError, match="is a folder, not a case"):
        load(tmp_path)
    os.mkfifo(tmp_path / "pipe.toml")
    with pytest.raises(FactcheckError, match="is not an ordinary file"):
        load(tmp_path / "pipe.toml")


def test_a_file_that_is_far_too_big_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "MOST_BYTES", 100)
    assert "too large for a case file; check the name." in told(tmp_path / "a.toml", TEXT.encode())


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("factcheck.casefile.disk.os.open", refuse)
    with pytest.raises(FactcheckError, match="you are not allowed to; change its permissions"):
        load(tmp_path / "a.toml")


def test_nothing_in_a_message_reaches_the_terminal_raw(tmp_path: Path) -> None:
    said = told(tmp_path / "a.toml", TEXT.replace('kind = "date"', 'kind = "\\u001b[2J"', 1).encode())
    assert "\x1b" not in said
    with pytest.raises(FactcheckError) as caught:
        load(tmp_path / "\x1b[2J.toml")
    assert "\x1b" not in str(caught.value)


def outcome(text: str) -> str:
    """What is said of a damaged file; one that is a case all the same can be written again."""
    try:
        case = parse(text.encode(), "a.toml").case
    except FactcheckError as error:
        return str(error)
    return "It is a case." if Sheet().showing(case)[0].text else ""


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_damage_is_one_sentence(data: st.DataObject) -> None:
    text = TEXT
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 40))
        text = (
            text[:at]
            + data.draw(st.sampled_from(("", '"', "\n", "[[claims]]\n", "x", "= 1\n", "#", "'''", "\x00", "]", "5", "{")))
            + text[at + cut :]
        )
    assert "\n" not in outcome(text)
    assert outcome(text).endswith(".")


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_one_sentence(data: bytes) -> None:
    with pytest.raises(FactcheckError):
        parse(data, "a.toml")
