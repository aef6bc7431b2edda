"""Paragraphs are found however the text is laid out: blank lines, one a line, or wrapped at a fixed width."""

from __future__ import annotations

import textwrap

import pytest

from factcheck import read_text
from factcheck.reading.paragraphs import find_paragraphs

PARAGRAPHS = """\
The harbour authority said on Monday that dredging of the inner basin would begin on 8 January and last about eleven weeks.
Boats on the north pontoons will have to move by 5 January. "We have tested the silt four times," said the engineer, Paul Yeo. "It is."
The work will cost £1.3m, nearly twice as much as in 2011, when 31,000 cubic metres of silt were taken out and dumped off the point.
Fishermen are against it.
They say that the dumping of 2011 drove the crabs away for three years, and that nobody has counted them since. It was denied.
""".splitlines()


def found(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in find_paragraphs(text)]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \t\n", "\n\n\n"])
def test_one_paragraph_a_line(between: str) -> None:
    assert found(between.join(PARAGRAPHS)) == PARAGRAPHS


@pytest.mark.parametrize("width", [35, 55, 65, 72, 80, 100])
def test_wrapped_with_blank_lines_between(width: int) -> None:
    assert found("\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)) == PARAGRAPHS


@pytest.mark.parametrize("width", [65, 72])
def test_wrapped_with_an_indent_for_each_paragraph(width: int) -> None:
    assert found("\n".join(textwrap.fill(paragraph, width, initial_indent="    ") for paragraph in PARAGRAPHS)) == PARAGRAPHS


def test_a_break_lost_after_a_closing_quotation_mark_is_seen() -> None:
    first, second = (
        'He told reporters that he would "do it right," adding: "This was one of those times."',
        "But the process was going on, he said.",
    )
    assert found(f"{PARAGRAPHS[0]}\n\n{first}\n{second}\n\n{PARAGRAPHS[2]}") == [PARAGRAPHS[0], first, second, PARAGRAPHS[2]]


def test_a_line_broken_in_mid_sentence_is_one_paragraph() -> None:
    assert found("The harbour authority said on Monday that the work\nwould begin in January.") == [
        "The harbour authority said on Monday that the work would begin in January."
    ]


def test_lines_of_a_head_are_not_run_together() -> None:
    head = ["Harbour dredging to start in January", "By Jane Doe", "AFP Hanoi", "Last Updated: 1 March 2019", "418", "shares"]
    assert found("\n".join(head)) == head


def test_list_items_are_paragraphs() -> None:
    items = ["• boats will move", "• silt will be tested", "- and so on", "1. first", "(2) second"]
    assert found("\n".join(items)) == items


def test_header_lines_of_a_mail_are_paragraphs_in_a_wrapped_text() -> None:
    wrapped = textwrap.fill(PARAGRAPHS[0], 72)
    assert found(f"From: Ada\nTo: Ben\nSubject: Dredging\n\n{wrapped}") == ["From: Ada", "To: Ben", "Subject: Dredging", PARAGRAPHS[0]]


@pytest.mark.parametrize("text", ["", "\n", " \t\n\n", "\u2003\n"])
def test_a_text_without_words_has_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("line", ["by Megan Price", "by Megan Price, Sports Editor", "by Jean-Luc O'Hara | News"])
def test_a_byline_in_small_letters_right_below_a_headline_is_a_line_of_its_own(line: str) -> None:
    article = read_text(f"Lido reopens after four dry summers\n{line}\n\nThe lido opened on Monday for the first time since 2021.\n")
    assert article.headline == "Lido reopens after four dry summers"
    assert (article.byline or "") in line


def test_a_paragraph_that_was_broken_before_a_name_goes_on() -> None:
    told = "The plan was drawn up in May last year\nby Megan Price, who left the council in June."
    article = read_text(f"Lido reopens after four dry summers\n\n{told}\n")
    assert told in [article.words(block) for block in article.blocks]
