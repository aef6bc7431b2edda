"""The first page of a report: what an editor must know, never more than a page has room for, and nothing told twice or lost."""

from __future__ import annotations

import pytest

from factcheck.model import Aspect, Case, Note, Review, Verdict
from factcheck.reporting import first_page as page_of
from factcheck.reporting.first_page import FirstPage, Group, first_page
from factcheck.reporting.pages import as_html, as_markdown
from factcheck.reporting.to_do import Need, Task, to_do
from tests.builders import AT, ferry_case
from tests.model.test_signing import decided
from tests.reporting.many import many
from tests.reporting.test_reports import HOSTILE, Tags, desk_case, hostile_case

CASES = {
    "ferry": ferry_case(reviewed=True),
    "desk": desk_case(HOSTILE),
    "hostile": hostile_case(),
    **{str(n): many(n) for n in (10, 90, 300)},
}


def shown(page: FirstPage) -> list[object]:
    return [task for group in (*page.must, *page.waiting) for task in group.tasks]


@pytest.mark.parametrize("name", CASES)
def test_everything_to_do_is_told_once(name: str) -> None:
    """But for what nobody has decided, which stands in the table, too."""
    page = first_page(CASES[name])
    told = [*shown(page), *(task for group in page.rest for task in group.tasks)]
    everything = to_do(CASES[name])
    assert len(told) == len(set(map(id, told)))
    left = [task for task in everything if task not in told]
    assert {task.need for task in left} <= {Need.UNDECIDED}
    assert {group.need for group in (*page.must, *page.waiting)} == {task.need for task in everything}
    assert all(group.need is not Need.UNDECIDED for group in page.rest)


@pytest.mark.parametrize("name", CASES)
def test_it_has_no_more_lines_than_paper(name: str) -> None:
    page = first_page(CASES[name])
    groups = [*page.must, *page.waiting]
    lines = sum(page_of._HEADING + sum(map(page_of._lines, group.tasks)) for group in groups)
    assert lines <= page_of._MUST + page_of._OPEN


def test_many_things_are_counted_and_the_first_shown() -> None:
    page = first_page(many(1000))
    assert [group.need for group in page.must] == [Need.CHANGE, Need.VERDICT, Need.FLAG]
    assert [group.number for group in page.must] == [115, 28, 62]
    assert all(group.tasks for group in page.must)
    assert page.must[0].heading == "Change the words (115)"
    assert page.waiting[0].waits_for == "Sam Ferris"
    assert f"{page.rest[0].number} more, below" in Tags(as_html(many(1000))).text


def test_what_has_no_room_is_a_heading_with_its_number() -> None:
    """Each of the eight kinds has a thing that is as long as any may be."""
    long = "word " * 200
    group = [Group(need, [Task(need=need, what=long, why=long, by="A" * 90)] * 3, 3, None) for need in Need]
    for lines in (27, 12):
        fitted, left = page_of._fitted(group[:4], lines)
        assert left >= 0
        assert [len(one.tasks) for one in fitted][-1] == 0
        assert [one.number for one in fitted] == [3] * 4


def test_how_it_stands_is_one_sentence() -> None:
    assert first_page(ferry_case(reviewed=True)).status == (
        "2 things to put right before this runs; still open: 3 claims and 5 names, dates and figures,"
        " whether what was said is so in 1 more, 1 question to the author."
    )
    assert first_page(decided()).status.startswith("1 thing to put right before this runs")
    alone = decided().model_copy(update={"flags": ()})
    assert first_page(alone).status == "Nothing is known that must change; still open: whether what was said is so in 4 claims."
    both = alone
    for claim in alone.claims:
        if claim.attributed:
            so = Review(by="Ada", at=AT, aspect=Aspect.SO, verdict=Verdict.VERIFIED, judged=claim.judged)
            both = both.with_claim(claim.model_copy(update={"reviews": (*claim.reviews, so)}))
    assert first_page(both).status == "Nothing is known that must change, and nothing is open."


def test_the_words_that_are_wrong_are_marked_in_their_sentence() -> None:
    case = ferry_case(reviewed=True)
    assert "The Regional Transport Authority paid for <mark>half</mark> of it." in as_html(case)
    assert "The Regional Transport Authority paid for **half** of it." in as_markdown(case)
    for text in (" ".join(Tags(as_html(case)).text.split()), as_markdown(case)):
        assert "Write “a third”" in text


def test_long_words_are_cut_on_the_page_and_whole_behind_it() -> None:
    words = " ".join(f"word{n}" for n in range(400))
    case = ferry_case().model_copy(update={"notes": (Note(id="n", by="Ada", at=AT, text="Short"),)})
    half = next(claim for claim in case.claims if claim.kind == "assertion")
    case = case.with_claim(half.model_copy(update={"reviews": (Review(by="Ada", at=AT, verdict=Verdict.FALSE, correction=words),)}))
    text = " ".join(Tags(as_html(case)).text.split())
    first, _, behind = text.partition("Claims and verdicts")
    assert "word9 " in first
    assert "word399" not in first
    assert words in behind


@pytest.mark.parametrize("name", CASES)
def test_a_sentence_is_the_articles_whatever_is_left_out_of_it(name: str) -> None:
    case = CASES[name]
    article = " ".join(case.article.text.split())
    for task in to_do(case):
        before, marked, after = page_of.excerpt(task)
        if task.sentence and "…" not in article and not any(ord(sign) < 32 or sign == "\u202e" for sign in article):
            for part in (before.lstrip("…"), marked.rstrip("…"), after.rstrip("…")):
                assert part.strip() in article
        assert len(before) + len(marked) + len(after) <= 2 * page_of._AROUND + page_of._MARKED + 2


def test_a_case_without_claims_says_so() -> None:
    empty = Case(article=ferry_case().article)
    assert first_page(empty).must == first_page(empty).waiting == []
    assert "No claim was found in this article." in Tags(as_html(empty)).text
