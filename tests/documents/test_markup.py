"""What the markup of a page sets apart stays apart, and what is no word of the story does not stick to one."""

from __future__ import annotations

import pytest

from factcheck.documents import open_document

STORY = (
    "<p>The council in Ashby voted on Monday to close two of the seven libraries of the town after a long debate.</p>"
    "<p>Mary Loft, who leads the largest group, said on Tuesday that it was a black day for the whole of the town.</p>"
)


def page(body: str, head: str = "<title>Two libraries to close</title>") -> list[str]:
    html = f"<html><head>{head}</head><body><article><h1>Two libraries to close</h1>{STORY}{body}</article></body></html>"
    return [piece.words for piece in open_document(html.encode(), "html").pieces][3:]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>It looks suspicious.<br><br>Nobody was hurt, they said.</p>", ["It looks suspicious.", "Nobody was hurt, they said."]),
        ("<p>12 Mill Lane<br>Ashby is where he was found.</p>", ["12 Mill Lane Ashby is where he was found."]),
        ("<blockquote><p>We were first here.</p><p>They came later.</p></blockquote>", ["We were first here.", "They came later."]),
        ("<table><tr><th>Team</th><th>Points</th></tr><tr><td>Ashby</td><td>43</td></tr></table>", ["Team\tPoints", "Ashby\t43"]),
        ("<p>They cost £98,000<sup>2</sup> a year, or so it says.</p>", ["They cost £98,000 a year, or so it says."]),
        ("<p>It held 10<sup>6</sup> tonnes on 30 km<sup>2</sup> of land.</p>", ["It held 10⁶ tonnes on 30 km² of land."]),
        ("<p>It was the 12<sup>th</sup> one this year in Ashby.</p>", ["It was the 12th one this year in Ashby."]),
        ("<p>Prices <del>rose</del><ins>fell</ins> by 3 percent.</p>", ["Prices fell by 3 percent."]),
        ("<p>Sign \U000f0000\U000ffffd of ours are taken out of it.</p>", ["Sign of ours are taken out of it."]),
    ],
)
def test_what_is_apart_stays_apart(body: str, words: list[str]) -> None:
    assert page(body) == words


def test_a_year_in_the_page_is_no_day_of_publication() -> None:
    foot = "<footer>Copyright 2026 Ashby Post</footer>"
    html = f"<html><head><title>T</title></head><body><article><h1>Two libraries to close</h1>{STORY}</article>{foot}</body></html>"
    assert open_document(html.encode(), "html").published is None


def test_the_headline_is_the_one_that_readers_see() -> None:
    told = '<title>Libraries go</title><meta property="og:title" content="Ashby shuts its libraries">'
    html = f"<html><head>{told}</head><body><article><h1>Two libraries to close</h1>{STORY}</article></body></html>"
    assert open_document(html.encode(), "html").pieces[0].words == "Two libraries to close"
