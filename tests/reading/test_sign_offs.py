"""Below a story, the line by which a desk signs it is furniture; the same words above or within it are the story's."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import read_text
from factcheck.model import BlockRole

STORY = "Ferry refit runs late\n\nThe council said on Monday that the refit would cost £1.2m.\n\nIt runs late, the harbour master said.\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "AAP gfr", "AAP RTV ar", "EXA jr/rmo", "dpa al rmo hct rmo", "gfr/jr", "AFP", "Reuters", "HNA-WF-03-05-24 0930GMT<",
        "HNA-NY-03-05-24 0056EST", "(END)", "-30-", "ends", "ENDS/", "ENDIT", "MORE", "(MORE TO COME)", "###",
        "(Example News/ff)", "Follow Ada Marsh at @adamarsh",
        "(ANSA).", "/BTA/", "==Kyodo", "M S E", "J K", "OJO/ADE", "LFS // ADB", "mt.hb", "UNI XC SSP 1402",
    ],
)  # fmt: skip
def test_a_sign_off_below_a_story_is_furniture(line: str) -> None:
    article = read_text(STORY + line)
    assert article.blocks[-1].role is BlockRole.FURNITURE
    assert article.words(article.blocks[-1]) == line
    assert (article.byline, article.place) == (None, None)


@pytest.mark.parametrize("line", ["He said so to AAP gfr.", "AAP says it was right.", "Nobody was hurt.", "End it now, he said."])
def test_a_sentence_below_a_story_is_the_story(line: str) -> None:
    article = read_text(STORY + line)
    assert article.blocks[-1].role is BlockRole.BODY


def test_a_sign_off_above_other_furniture_is_found_and_the_same_line_within_a_story_is_not() -> None:
    article = read_text(f"{STORY}AAP gfr\n\n(END)")
    assert [block.role for block in article.blocks[-2:]] == [BlockRole.FURNITURE] * 2
    within = read_text(STORY + "US hits back\n\nThe embassy said on Tuesday that it would answer.\n")
    assert [block.role for block in within.blocks if within.words(block) == "US hits back"] == [BlockRole.HEADLINE]


def test_a_day_below_a_desks_sign_off_is_when_it_was_sent() -> None:
    article = read_text(STORY + "GNA\nAT/KOA\nAug. 9, 2022")
    assert article.published == date(2022, 8, 9)
    assert [article.words(block) for block in article.blocks[-3:]] == ["GNA", "AT/KOA", "Aug. 9, 2022"]
    assert {block.role for block in article.blocks[-3:-1]} == {BlockRole.FURNITURE}


def test_a_sign_off_in_small_letters_behind_the_last_sentence_is_cut_from_it() -> None:
    article = read_text(STORY.rstrip() + " dpa xy\nkl mn")
    assert [article.words(block) for block in article.blocks_of(BlockRole.BODY)][-1] == "It runs late, the harbour master said."


@pytest.mark.parametrize("sign", ["dpa xx yyzz a3 ks", "(end) mt.hb", "(end)", "Enditem mt.hb"])
def test_codes_of_a_desk_behind_the_last_sentence_are_cut_from_it(sign: str) -> None:
    article = read_text(STORY.rstrip() + f" {sign}\n041312 Feb 26")
    assert [article.words(block) for block in article.blocks_of(BlockRole.BODY)][-1] == "It runs late, the harbour master said."


def test_what_says_who_wrote_it_and_how_to_reach_them_is_furniture() -> None:
    note = "Ada Marsh covers the courts. Reach her at amarsh@post.example."
    article = read_text(STORY + note)
    assert article.words(article.blocks[-1]) == note
    assert article.blocks[-1].role is BlockRole.FURNITURE


@pytest.mark.parametrize("sent", ["AP-NY-11-04-96 1412EST", "041412 GMT Nov 96"])
def test_a_year_of_the_last_century_is_one(sent: str) -> None:
    published = read_text(STORY + sent).published
    assert published is not None
    assert published.year == 1996


def test_an_agency_before_the_moment_at_which_it_sent_a_story_is_of_the_same_line() -> None:
    article = read_text(f"{STORY}KUNA 081412 MAR 26")
    assert (article.blocks[-1].role, str(article.published)) == (BlockRole.FURNITURE, "2026-03-08 14:12:00")
