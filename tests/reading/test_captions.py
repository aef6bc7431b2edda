"""Captions and credits among the paragraphs of copied pages, and sentences of the story that only look like them."""

from __future__ import annotations

import pytest

import factcheck
from factcheck.model import Article, BlockRole
from factcheck.reading import read_text

STORY = "The ferry was laid up on Friday, the harbour master said."
MORE = "It will be back by Easter, he told the town council, which had asked for a day."


def among(*lines: str) -> Article:
    return read_text("\n\n".join(["Ferry laid up for repairs", "By Ada Holm", STORY, *lines, MORE]) + "\n")


def role(article: Article, words: str) -> BlockRole:
    return next(block.role for block in article.blocks if words in article.words(block))


@pytest.mark.parametrize(
    "line",
    [
        "Friends again: Selma Dahl, left, and Piet Roos",
        "Selma Dahl, right, with her deputy Piet Roos (left)",
        "From left: Selma Dahl, Piet Roos and Ida Lund",
        "The council, from left: Selma Dahl, Piet Roos, Ida Lund",
        "Pictured from left are Selma Dahl, Piet Roos and Ida Lund.",
        "Back row, from left: Selma Dahl, Piet Roos; front row: Ida Lund",
        "L-R: Selma Dahl, Piet Roos, Ida Lund",
        "Selma Dahl (L) greets Piet Roos (R) at the quay",
        "Clockwise from top left: the quay, the ferry, the town hall",
        "Selma Dahl, second from left, cuts the ribbon at the quay.",
        "Selma Dahl (right) speaks to islanders in Milton, March 3, 2021.",
        "The new ferry, pictured here in dock",
        "A view of the quay (file photo)",
    ],
)
def test_a_line_that_says_who_stands_where_is_a_caption(line: str) -> None:
    assert role(among(line), line) is BlockRole.CAPTION


@pytest.mark.parametrize(
    "line",
    [
        "FILE - Selma Dahl speaks in Milton on March 3, 2021.",
        "FILE — In this March 3, 2021 photo, Selma Dahl speaks in Milton.",
        "(FILES) Selma Dahl speaks in Milton on March 3, 2021.",
        "In this photo taken March 3, 2021, Selma Dahl looks on.",
        "In this image from video, the ferry lists.",
        "This undated photo provided by the harbour shows the quay.",
        "A file photo of the quay",
    ],
)
def test_an_agencys_caption_opens_with_where_the_picture_is_from(line: str) -> None:
    assert role(among(line), line) is BlockRole.CAPTION


@pytest.mark.parametrize(
    "line",
    [
        "Selma Dahl, who turned left at the quay, said that she was lost.",
        "Selma Dahl left, and Piet Roos stayed on as chair of the harbour.",
        "Selma Dahl (right) was jailed for two years over the loan.",
        "Selma Dahl, left, was hurt when the ramp fell on Monday.",
        "Senator Selma Dahl (R) and Senator Piet Roos (D) wrote the bill.",
        "The list has seats for the Centre, left, and right of the hall.",
        "Files that the harbour kept show that it knew of the crack.",
        "In this photo the suspect runs away from the quay, police said.",
        "File your return before May, the council told its ratepayers.",
        "She was pictured at the quay on Monday with her deputy.",
    ],
)
def test_a_sentence_of_the_story_is_no_caption(line: str) -> None:
    assert role(among(line), line) is BlockRole.BODY


@pytest.mark.parametrize(
    "line",
    [
        "Selma Dahl/The Milton Press",
        "Selma Dahl / AFP",
        "(Selma Dahl/Milton Herald)",
        "Selma Dahl via Reuters",
        "Selma Dahl for The Milton Times",
        "AFP / Selma Dahl",
        "Reuters",
        "Handout",
        "Submitted photo",
        "Courtesy of the harbour board",
    ],
)
def test_a_credit_in_a_line_of_its_own_says_who_took_the_picture_and_heads_nothing(line: str) -> None:
    article = among("Islanders wait for the morning boat", line)
    assert role(article, line) is BlockRole.BYLINE
    assert role(article, "Islanders wait") is BlockRole.CAPTION
    assert article.byline == "Ada Holm"
    assert not [claim for claim in factcheck.split(article) if claim.text in line]


@pytest.mark.parametrize("line", ["Fees / charges", "Milton/Harrow", "Yes/No"])
def test_two_words_with_a_stroke_are_no_credit(line: str) -> None:
    assert role(among(line), line) is BlockRole.HEADLINE


def test_a_crosshead_stands_above_a_picture_and_its_credit() -> None:
    assert role(among("Back by Easter", "Selma Dahl / AFP"), "Back by Easter") is not BlockRole.CAPTION
