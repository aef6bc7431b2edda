"""Of a message, what its sender has to say is the article; greetings, signatures and what was quoted are not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from factcheck import read
from factcheck.model import BlockRole

HEAD = "From: Press Office <press@isles.example>\nTo: news@post.example\nSubject: Ferry fares\nDate: Tue, 5 Mar 2024 09:30:00 +0000\n"
STORY = "The fares will go up by 6 percent on 1 April, not in May.\n\nA return ticket for a car will cost 214 pounds, up from 202 pounds."
BODY = STORY.split("\n\n")


def body(text: str, kind: str = "text/plain") -> list[str]:
    article = read(f"{HEAD}MIME-Version: 1.0\nContent-Type: {kind}; charset=utf-8\n\n{text}\n".encode())
    assert article.published == datetime(2024, 3, 5, 9, 30, tzinfo=UTC)
    assert article.byline == "Press Office"
    return [article.words(block) for block in article.blocks_of(BlockRole.BODY)]


@pytest.mark.parametrize(
    "earlier",
    [
        "-----Original Message-----\nFrom: Tom\nSent: 02 March 2024 17:40\nSubject: Fares\n\nIs it true that fares go up in May?",
        "On Mon, 4 Mar 2024 at 17:40, Tom Ward <tom@post.example> wrote:\n> Is it true?\n> And how much?",
        "________________________________\nFrom: Tom Ward <tom@post.example>\nSent: Monday\n\nIs it true that fares go up in May?",
    ],
)
def test_an_earlier_message_below_is_not_the_article(earlier: str) -> None:
    assert body(f"Hi Tom,\n\n{STORY}\n\nKind regards,\n\nJean Rae\nPress Officer\n\n{earlier}") == BODY


def test_a_message_that_was_sent_on_is_the_article() -> None:
    quoted = "\n".join(f"> {line}" for line in f"From: Isles Ferries <a@isles.example>\nSubject: Fares\n\n{STORY}".splitlines())
    assert body(f"Begin forwarded message:\n\n{quoted}") == BODY
    assert body("\n".join(f"> {line}" for line in STORY.splitlines())) == BODY


def test_lines_that_were_not_wrapped_stay_lines() -> None:
    listed = "Fares from 1 April, in pounds:\n* Adult: 31\n* Child: 15\n\n" + STORY.replace(" on 1 April", "\non 1 April")
    assert body(listed)[-2:] == BODY
    assert {"* Adult: 31", "* Child: 15"} <= set(body(listed))


def test_what_mail_programs_quote_in_html_is_left_out() -> None:
    html = "".join(f"<p>{words}</p>" for words in BODY)
    assert (
        body(f"<html><body>{html}<div class='gmail_quote'><p>Is it true that fares go up in May?</p></div></body></html>", "text/html")
        == BODY
    )
