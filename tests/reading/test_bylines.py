"""Who wrote it: people and desks, and nothing else that stands where their names do."""

from __future__ import annotations

import pytest

from factcheck.documents import Document, Form, Piece
from factcheck.model import Article, BlockRole
from factcheck.reading import read_text
from factcheck.reading.bylines import signed
from factcheck.reading.documents import read_document

STORY = "The ferry was laid up on Friday, the harbour master said."
MORE = "It will be back by Easter, he told the town council."


def story(line: str) -> Article:
    return read_text(f"Ferry laid up for repairs\n\n{line}\n\n{STORY}\n\n{MORE}\n")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ada Holm", "Ada Holm"),
        ("Ada Holm in Hanoi", "Ada Holm"),
        ("Wambui Otieno", "Wambui Otieno"),
        ("J.K. Marlow", "J.K. Marlow"),
        ("Dr Ada Holm", "Dr Ada Holm"),
        ("Ada Holm – The Selby Post", "Ada Holm"),
        ("Special Correspondent", "Special Correspondent"),
        ("Selby Marlow, Transport Correspondent", "Selby Marlow"),
        ("Ada Holm and Piet Roos", "Ada Holm and Piet Roos"),
        ("Ada Holm <ada.holm@post.example>", "Ada Holm"),
        ("By Ada Holm <ada.holm@post.example>", "Ada Holm"),
        ("By Ada Holm (@adaholm)", "Ada Holm"),
        ("By Ada Holm ada.holm@post.example", "Ada Holm"),
        ("**By Ada Holm**", "Ada Holm"),
        ("By Our Court Reporter", "Our Court Reporter"),
        ("OUR BUREAU", "OUR BUREAU"),
        ("Our Special Correspondent", "Our Special Correspondent"),
        ("MT Correspondent", "MT Correspondent"),
        ("Bureau report", "Bureau report"),
        ("Staff and agencies", "Staff and agencies"),
        ("From our own correspondent", "our own correspondent"),
        ("Words by Ada Holm", "Ada Holm"),
        ("Words by Ada Holm, pictures by Piet Roos", "Ada Holm"),
        ("Story and photos by Ada Holm", "Ada Holm"),
        ("Opinion by Ada Holm", "Ada Holm"),
        ("By ADA HOLM Staff Writer", "ADA HOLM"),
        ("By Ada Holm Associated Press", "Ada Holm"),
    ],
)
def test_a_name_under_the_headline_is_a_byline(line: str, names: str) -> None:
    article = story(line)
    assert article.byline == names
    assert [article.words(block) for block in article.blocks_of(BlockRole.BYLINE)] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Key Highlights",
        "Main Points",
        "Dear All,",
        "Dear Colleagues",
        "To All Staff",
        "All Times EDT",
        "EASTERN CONFERENCE",
        "Pacific Division",
        "Tuesday's Games",
        "Executive Summary",
        "Harbour Master",
        "Notes to Editors",
        "gr/bp",
        "Board serious about fees, ready for all scenarios",
    ],
)
def test_other_words_under_the_headline_are_none_and_stay(line: str) -> None:
    article = story(line)
    assert article.byline is None
    assert line.strip() in [article.words(block) for block in article.blocks if block.role is not BlockRole.BYLINE]


def test_a_heading_is_no_byline() -> None:
    pieces = (Piece(Form.TITLE, "Ferry laid up"), Piece(Form.HEADING, "Rose Garden"), Piece(Form.PARAGRAPH, STORY))
    assert read_document(Document(pieces), None, None).byline is None


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ada Holm", "Ada Holm"),
        ("By Ada Holm", "Ada Holm"),
        ("ADA HOLM", "ADA HOLM"),
        ("Holm, Ada", "Ada Holm"),
        ("Ada Holm, Piet van der Roos", "Ada Holm; Piet van der Roos"),
        ("Ada Holm; ada-holm", "Ada Holm"),
        ("Ada Holm; Ada Holm", "Ada Holm"),
        ("Ada Holm <ada@post.example>", "Ada Holm"),
        ("Home; Politics; Ada Holm", "Ada Holm"),
        ("Selby Post Staff", "Selby Post Staff"),
        ("Sports desk", "Sports desk"),
        ("Ada Holm, Associated Press", "Ada Holm"),
        ("Associated Press", None),
        ("aholm", None),
        ("ada.holm", None),
        ("gr/bp", None),
        ("AH", None),
        ("Microsoft Office User", None),
        ("Windows User", None),
        ("Unknown Author", None),
        ("python-docx", None),
        ("https://post.example/author/ada-holm", None),
        ("Board serious about fees, ready for all scenarios, says chairman", None),
        ("", None),
        (None, None),
    ],
)
def test_who_signs_of_what_a_document_says_of_its_author(author: str | None, names: str | None) -> None:
    assert signed(author) == names
    pieces = (Piece(Form.TITLE, "Ferry laid up"), Piece(Form.PARAGRAPH, STORY))
    assert read_document(Document(pieces, author=author), None, None).byline == names


def test_what_a_writer_is_adds_no_second_name() -> None:
    story = "The ferry was laid up on Friday, the harbour master said, and will be back by Easter."
    assert read_text(f"Ferry laid up\n\nBY IDA MARSH\nSTAFF WRITER\n\n{story}\n\n{story}\n").byline == "IDA MARSH"
    assert read_text(f"Ferry laid up\n\nBy Ida Marsh, Associated Press\n\n{story}\n\n{story}\n").byline == "Ida Marsh"
    assert read_text(f"Ferry laid up\n\nIda Marsh, Harbour Correspondent\n\n{story}\n\n{story}\n").byline == "Ida Marsh"
