"""Below a story, the line by which a desk signs it is furniture; the same words above or within it are the story's."""

from __future__ import annotations

import pytest

from factcheck import read_text
from factcheck.model import BlockRole

STORY = "Ferry refit runs late\n\nThe council said on Monday that the refit would cost £1.2m.\n\nIt runs late, the harbour master said.\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "AAP gfr", "AAP RTV ar", "EXA jr/rmo", "dpa al rmo hct rmo", "gfr/jr", "AFP", "Reuters", "HNA-WF-03-05-24 0930GMT<",
        "HNA-NY-03-05-24 0056EST", "(END)", "-30-", "ends", "ENDS/", "ENDIT", "MORE", "(MORE TO COME)", "###",
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
