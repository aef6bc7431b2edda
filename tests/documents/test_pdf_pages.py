"""What papers set around and across the columns of a page: folios, quotations in large letters, space and indents of paragraphs."""

from __future__ import annotations

import re

import pytest

from factcheck.documents import Form
from factcheck.documents.pdf import read_pdf
from factcheck.documents.pdf_paragraphs import _FOLIO
from factcheck.documents.pieces import Reason
from tests.documents.pdfs import lines, pdf, text

STORY = (
    "The harbour board of Ashby raised its fees by 4.5 per",
    "cent on Monday, its chairwoman, Ruth Okafor, said in a",
    "statement that was read to the owners of 140 boats.",
)
WHOLE = " ".join(STORY)


def said(data: bytes, form: Form = Form.PARAGRAPH) -> list[str]:
    return [piece.words for piece in read_pdf(data).pieces if piece.form is form]


@pytest.mark.parametrize("folio", ["page 12", "the ashby post, june 3, page 7", "page 3 of 8 - minutes of the board"])
def test_the_number_of_a_page_is_told_beside_what_the_paper_is_called(folio: str) -> None:
    assert _FOLIO.fullmatch(re.sub(r"\d+", "#", folio))


@pytest.mark.parametrize("words", ["the vote is on page # of the minutes, she said", "page # was torn out. nobody knows why"])
def test_a_sentence_about_a_page_is_no_folio(words: str) -> None:
    assert _FOLIO.fullmatch(words) is None


def test_what_stands_beside_the_number_of_a_page_at_its_foot_runs_along_its_edge() -> None:
    page = lines(*STORY) + text("The Ashby Post  Monday, 3 March 2026", 72, 30, 8) + text("12", 520, 30, 8)
    document = read_pdf(pdf(page))
    assert [piece.words for piece in document.pieces if piece.why is Reason.RUNNING] == ["The Ashby Post Monday, 3 March 2026", "12"]
    assert said(pdf(page)) == [WHOLE]


def test_a_line_at_the_foot_without_a_number_beside_it_is_text() -> None:
    assert said(pdf(lines(*STORY) + text("The vote is due in May, on the 12th.", 72, 30))) == [
        WHOLE,
        "The vote is due in May, on the 12th.",
    ]


def test_a_quotation_set_across_a_paragraph_stands_behind_it() -> None:
    quotation = text("“We cannot pay”", 72, 655, 18, "F2")
    page = (
        text("Fees rise in Ashby", 72, 775, 24, "F2")
        + lines(*STORY, top=745)
        + lines("A second vote on the fees is due in May, and will be", top=695)
        + quotation
    )
    page += lines("open to all who keep a boat in the harbour of Ashby.", top=620)
    pieces = [(piece.form, piece.words) for piece in read_pdf(pdf(page)).pieces]
    whole = "A second vote on the fees is due in May, and will be open to all who keep a boat in the harbour of Ashby."
    assert [words for form, words in pieces if form is Form.PARAGRAPH] == [WHOLE, whole]
    assert pieces[-1][1] == "“We cannot pay”"


def test_paragraphs_of_one_line_are_told_by_the_space_between_them() -> None:
    one = ("The fees pay for the lights.", "The board meets in May.", "The boats stay.", "The quay is to be mended.", "So is the crane.")
    page = lines(*STORY, top=760) + "".join(text(words, 72, 710 - 22 * n) for n, words in enumerate(one))
    assert said(pdf(page)) == [WHOLE, *one]


def test_paragraphs_of_one_line_are_told_by_their_indents() -> None:
    one = ("The lights of the harbour are paid for by the fees.", "Boats of less than four metres pay half as much now.")
    first = text(STORY[0], 84, 760) + lines(*STORY[1:], top=746)
    page = first + "".join(text(words, 84, 718 - 14 * n) for n, words in enumerate(one))
    assert said(pdf(page)) == [WHOLE, *one]
