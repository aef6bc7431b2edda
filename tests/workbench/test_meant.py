"""Whom words mean, put right in the workbench: two choices, and everything that hangs on it follows, undo included."""

from __future__ import annotations

import pytest

from factcheck.model import Case, FactcheckError, Tie
from factcheck.pipeline import make_case
from factcheck.reading import read_text
from factcheck.workbench.meant import line_of, meant_on
from factcheck.workbench.results import followed
from factcheck.workbench.screens.waiting import WaitingScreen
from tests.builders import AT, BRIDGE
from tests.workbench.conftest import Desk, OpenDesk


@pytest.fixture(scope="module")
def story() -> Case:
    return make_case(read_text(BRIDGE, published=AT, source="story.txt"))


async def choose(d: Desk, words: str) -> None:
    """Choose the line of the menu that holds some words, and wait until what follows is done."""
    lines = d.app.screen._lines  # type: ignore[attr-defined]
    at = next(i for i, line in enumerate(lines) if words in line)
    await d.press(*["j"] * at, "enter")


async def done(d: Desk) -> None:
    await d.until(lambda: not isinstance(d.app.screen, WaitingScreen))
    await d.pilot.pause()


async def test_a_name_in_one_place_is_somebody_else_s_and_the_flag_goes(desk: OpenDesk, story: Case) -> None:
    async with desk(story) as d:
        await d.go_to("Okafor, 54")
        assert "two ages" in d.sees()
        await d.press("t")
        await choose(d, "“Okafor” = Ruth Okafor")
        assert "Whom does “Okafor” mean?" in d.sees()
        await choose(d, "Anna Berg")
        await done(d)
        assert "“Okafor” means Anna Berg" in d.message
        assert "two ages" not in d.sees()
        assert d.chosen.speaker is not None
        assert d.chosen.speaker.name == "Anna Berg"
        [tie] = d.file.case.ties
        assert (tie.means, tie.by) == ("Anna Berg", "Ben")


async def test_undo_takes_it_back_and_redo_does_it_again_with_what_was_decided_since(desk: OpenDesk, story: Case) -> None:
    async with desk(story) as d:
        await d.go_to("She said")
        before = d.session.view.case
        await d.press("t")
        await choose(d, "“She”")
        await choose(d, "Anna Berg")
        await done(d)
        assert d.chosen.gist.startswith("[Anna Berg] said")
        await d.press("z")
        assert d.session.view.case.model_copy(update={"signoffs": before.signoffs}) == before
        await d.press("Z")
        assert d.chosen.gist.startswith("[Anna Berg] said")
        assert [tie.means for tie in d.session.view.case.ties] == ["Anna Berg"]


async def test_somebody_whom_the_article_does_not_name_is_typed(desk: OpenDesk, story: Case) -> None:
    async with desk(story) as d:
        await d.go_to("Okafor, 54")
        await d.press("t")
        await choose(d, "“Okafor” = Ruth Okafor")
        await choose(d, "somebody else")
        await d.type("Sam Okafor")
        await d.press("enter")
        await done(d)
        assert "Sam Okafor" in [entity.name for entity in d.session.view.case.entities]
        assert [claim.gist for claim in d.session.view.claims if claim.gist.endswith("[Sam Okafor]")] == ["Okafor [Sam Okafor]"]


async def test_two_names_are_made_one_throughout(desk: OpenDesk, story: Case) -> None:
    async with desk(story) as d:
        d.session.view.choose(next(c.id for c in d.session.view.claims if c.kind == "name" and c.text == "NTCA"))
        d.review.show()
        await d.press("t")
        await choose(d, "wherever it stands")
        await choose(d, "NCTA")
        await done(d)
        assert "“NTCA” means NCTA; 1 claim is gone." in d.message
        assert [entity.names for entity in d.session.view.case.entities if entity.name == "NCTA"] == [("NTCA",)]
        d.session.view.choose(next(c.id for c in d.session.view.claims if c.kind == "name" and c.text == "NCTA"))
        d.review.show()
        await d.pilot.pause()
        assert "tied     “NTCA” throughout, by Ben" in d.sees()


async def test_escape_stops_it_and_a_claim_that_means_nobody_says_so(desk: OpenDesk, story: Case) -> None:
    async with desk(story) as d:
        await d.go_to("Monday")
        await d.press("t")
        assert "has no name, role or pronoun" in d.message
        await d.go_to("Okafor, 54")
        await d.press("t", "escape")
        assert not d.session.view.case.ties


def test_words_on_which_nothing_hangs_are_not_tied_in_vain(story: Case) -> None:
    from factcheck.model import Reader
    from factcheck.workbench.session import Session

    session = Session(story, Reader(name="Ada"))
    tie = session.by_hand.tie(None, "Nobody Here", "Anna Berg")
    with pytest.raises(FactcheckError, match="No claim depends on these words"):
        session.by_hand.put_right(tie, story.model_copy(update={"ties": (tie,)}))
    assert isinstance(tie, Tie)


@pytest.mark.parametrize(
    ("anew", "gone", "words"),
    [
        (1, 0, "1 claim has changed"),
        (3, 1, "3 claims have changed and 1 is gone"),
        (1, 2, "1 claim has changed and 2 are gone"),
        (0, 2, "2 claims are gone"),
        (0, 0, "no claim has changed"),
    ],
)
def test_what_follows_from_a_tie_is_counted_in_words(anew: int, gone: int, words: str) -> None:
    assert followed(anew, gone) == words


def test_pronouns_that_nobody_tied_and_unknown_speakers_are_offered_too() -> None:
    case = make_case(read_text("Quay shut\n\nAn official said the quay was shut. They left, and it rained.\n"))
    words = {meant.words: meant.means for claim in case.claims for meant in meant_on(case, claim)}
    assert {"An official": "", "They": "", "it": ""}.items() <= words.items()


def test_a_line_shows_where_the_words_stand(story: Case) -> None:
    claim = next(c for c in story.claims if c.text.startswith("She said"))
    [she] = meant_on(story, claim)
    assert line_of(story, she).startswith("“She” = ")
    assert "told Okafor so. [She] said the trust" in line_of(story, she)
