"""What stands below a story: who wrote it, what readers say of it, whom to call; and the last words of stories that stay."""

from __future__ import annotations

import pytest

from factcheck.model import Article, BlockRole
from factcheck.reading import read_text

STORY = [
    "The ferry was laid up on Friday for a crack in her bow, the harbour master said.",
    "It will be back by Easter, he told the town council, which had asked for a day.",
]


def above(*lines: str) -> Article:
    return read_text("\n\n".join(["Ferry laid up for repairs", "By Ada Holm and Piet Roos", *STORY, *lines]) + "\n")


def told(article: Article) -> list[str]:
    return [article.words(block) for block in article.blocks_of(BlockRole.BODY, BlockRole.CAPTION)]


@pytest.mark.parametrize(
    "lines",
    [
        ["Ada Holm covers the coast for the Milton Herald."],
        ["Ada Holm is a senior reporter at the Milton Herald and has two dogs.", "Piet Roos has written of ships since 2011."],
        ["About the author", "Ada Holm joined the Milton Herald in 2011. She lives in Harrow."],
        ["Piet Roos is the author of “Boats of the North” and teaches in Milton."],
    ],
)
def test_who_the_writers_are_is_no_part_of_their_story(lines: list[str]) -> None:
    assert told(above(*lines)) == STORY


@pytest.mark.parametrize(
    "line",
    [
        "Ida Lund is a senior engineer at the yard and has seen worse than this.",
        "Ada Holm’s crack was the third of the year, the yard said on Monday.",
        "Nobody was hurt.",
    ],
)
def test_the_last_words_of_a_story_stay(line: str) -> None:
    assert told(above(line)) == [*STORY, line]


@pytest.mark.parametrize(
    "label", ["Comments", "3 Comments", "Join the conversation", "2 thoughts on “Ferry laid up for repairs”", "Leave a reply"]
)
@pytest.mark.parametrize(
    "reader", ["islander42", "BoatFan", "Selma says:", "Selma Dahl\n\n3 hours ago", "Selma Dahl\n\nMarch 4, 2021 at 9:15 am"]
)
def test_what_readers_say_is_no_part_of_the_story(label: str, reader: str) -> None:
    comments = [
        "This is a scandal. The board should resign, all of them, and give the money back.",
        "So say all of us on the island, who pay for it.",
    ]
    assert told(above(label, reader, comments[0], "Selma", comments[1])) == STORY


@pytest.mark.parametrize("heading", ["Back by Easter", "Background"])
def test_a_story_goes_on_below_a_count_of_comments(heading: str) -> None:
    last = "The yard has sent two engineers, and the mayor will see them on Monday, her office said."
    assert told(above("3 Comments", heading, last)) == [*STORY, last]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Contact Information",
            "Investors",
            "Ida Lund",
            "Vice President, Investor Relations",
            "Harbour Board plc",
            "U.K., + 44 20 7946 0000",
        ],
        ["Get reporter alerts", "Ada Holm", "Piet Roos"],
        ["Read next: Mayor quits after a vote"],
        ["Join 20,000 readers who get our weekly letter."],
        ["Got a tip? Call Ada Holm in confidence on +44 20 7946 0000."],
        ["Sign up for the Morning Boat", "The best of the north every weekday at 7am. By signing up you agree to our terms."],
        ["The views expressed here are the author's own and not those of the Herald."],
        ["Editor's note: This story has been updated with what the board says."],
    ],
)
def test_what_a_page_offers_below_a_story_is_furniture(lines: list[str]) -> None:
    assert told(above(*lines)) == STORY
