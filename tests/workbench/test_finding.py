"""Flags, search and filters."""

from __future__ import annotations

import threading

from factcheck.model import Case, FactcheckError, Reader
from factcheck.workbench.app import Workbench
from factcheck.workbench.widgets.choices import Choices
from tests.builders import FERRY, ferry_case
from tests.workbench.conftest import NOW, Desk, OpenDesk, RememberingFile


class TestFlags:
    async def test_next_flag(self, desk: OpenDesk) -> None:
        """`f` goes to the next flag, shows why it is raised, and chooses a claim that it touches."""
        async with desk() as d:
            await d.press("f")
            assert "flag 1 of 1" in d.message
            assert "RAT stands once" in d.sees()
            assert d.chosen.text.startswith("The ferry carried")
            assert d.article.cursor == FERRY.index("RTA")

    async def test_the_list_and_its_places(self, desk: OpenDesk) -> None:
        """`F` lists the flags with their reasons and both places; enter goes to the first, `2` to the second."""
        async with desk() as d:
            await d.press("F")
            screen = d.sees()
            assert "Flags: 1 open, 0 dismissed" in screen
            assert "the long form Regional Transport Authority fits RTA only" in screen
            assert "The RTA declined to comment" in screen
            assert "Share this" not in screen, "a place is shown within its paragraph"
            await d.press("2")
            assert d.article.cursor == FERRY.index("RAT")
            await d.press("F", "enter")
            assert d.article.cursor == FERRY.index("RTA")

    async def test_dismissed_with_a_reason(self, desk: OpenDesk) -> None:
        """`d` asks why and lets the flag pass; `t` shows it with the reason; `z` opens it again."""
        async with desk() as d:
            await d.press("F", "d", "enter")
            assert "Write something first" in d.sees()
            await d.paste("a rat")
            await d.press("enter")
            (dismissal,) = d.file.case.dismissals
            assert (dismissal.fingerprint, dismissal.by, dismissal.reason) == ("acronym:rat-rta", "Ben", "a rat")
            assert "No open flags." in d.sees()
            await d.press("t")
            assert "dismissed by Ben, 6 Mar 2024 09:00: a rat" in d.sees()
            await d.press("z", "escape")
            assert d.file.case.dismissals == ()
            assert "⚑ 1 flag" in d.sees()

    async def test_opened_again(self, desk: OpenDesk) -> None:
        """`d` on one that was dismissed, whenever that was, opens it again, and that is undone like anything else."""
        async with desk() as d:
            await d.press("F", "d", "x", "enter", "t", "d")
            assert d.file.case.dismissals == ()
            await d.press("z")
            assert len(d.file.case.dismissals) == 1

    async def test_undone_from_the_review(self, desk: OpenDesk) -> None:
        """A dismissal is undone like any decision."""
        async with desk() as d:
            await d.press("F", "d", "x", "enter", "escape")
            assert "⚑ 0 flags" in d.sees()
            await d.press("f")
            assert "No open flags." in d.message
            await d.press("z")
            assert "Undone – flag dismissed: RAT stands once" in d.message
            assert "⚑ 1 flag" in d.sees()


class TestSearch:
    async def test_in_the_article(self, desk: OpenDesk) -> None:
        """`/` finds words, upper or lower case, and goes to the next place; `>` and `<` go on and back."""
        async with desk() as d:
            await d.press("slash")
            await d.paste("FERRY")
            await d.press("enter")
            assert "of 3 places of “FERRY”" in d.message
            assert d.chosen.text.startswith("The council")
            assert d.article.cursor == FERRY.index("ferry Lady")
            await d.press("greater_than_sign")
            assert d.chosen.text.startswith("The ferry carried")
            await d.press("less_than_sign", "less_than_sign")
            assert d.article.cursor == FERRY.index("ferry")
            assert "“FERRY”: 3 places" in d.sees()
            await d.press("escape")
            assert "places" not in d.sees()

    async def test_in_what_is_written_about_a_claim(self, desk: OpenDesk) -> None:
        """Words that stand only in a gist, a note or evidence lead to their claim."""
        async with desk(ferry_case(reviewed=True)) as d:
            for needle, start in (("the engineers", "Engineer"), ("item 7", "The council"), ("the clerk", "The council")):
                await d.press("slash", "ctrl+u")
                await d.paste(needle)
                await d.press("enter")
                assert d.chosen.text.startswith(start)

    async def test_nowhere(self, desk: OpenDesk) -> None:
        """What is nowhere is said to be nowhere, and the place is kept; what looks like a pattern is only words."""
        async with desk() as d:
            await d.press("j", "slash")
            await d.paste("[a")
            await d.press("enter")
            assert "“[a” is nowhere in the article or its claims." in d.message
            assert d.chosen.text == "Monday"


class TestFilters:
    async def test_the_menu(self, desk: OpenDesk) -> None:
        """`l` offers unreviewed, disputed, flagged, each kind and each speaker, with how many there are."""
        async with desk(ferry_case(reviewed=True), size=(120, 50)) as d:
            await d.press("l")
            screen = d.sees()
            for line in (
                "10  all claims",
                "8  unreviewed",
                "1  disputed or false",
                "1  flagged",
                "3  kind: figure",
                "2  said by Ruth Okafor",
            ):
                assert line in screen

    async def test_by_speaker_and_back(self, desk: OpenDesk) -> None:
        """A speaker's claims only; deciding goes on among them; escape shows all again."""
        async with desk(size=(120, 50)) as d:
            await d.press("l")
            d.app.screen.query_one(Choices).move(13)
            await d.press("enter")
            assert d.session.view.filter.id == "speaker:Ruth Okafor"
            await d.press("space")
            assert d.chosen.text.startswith("Engineer")
            await d.press("v")
            assert d.chosen.text.startswith("She added")
            assert "Claims: said by Ruth Okafor (2)" in d.sees()
            await d.press("escape")
            assert "Claims: all claims (10)" in d.sees()

    async def test_nothing_left_in_it(self, desk: OpenDesk) -> None:
        """When the filter holds nothing more to decide, the rest is counted."""
        async with desk() as d:
            await d.press("l", "j", "j", "j", "j", "j", "enter", "space", "v", "v")
            assert d.session.view.filter.id == "flagged"
            assert "Nothing unreviewed among: flagged. 9 left in the whole article." in d.message


class Slow:
    """A case whose flags are there only when `ready` is set, or never, when the house list is bad."""

    notice = None

    def __init__(self, file: RememberingFile, *, bad: bool = False) -> None:
        self.file, self.bad, self.ready = file, bad, threading.Event()
        self.unchecked = ferry_case().model_copy(update={"flags": ()})

    @property
    def case(self) -> Case:
        self.ready.wait(20)
        if self.bad:
            raise FactcheckError("factcheck.toml names a check that there is not.")
        return ferry_case()


class TestFlagsThatAreStillLookedFor:
    async def test_the_case_is_there_before_them(self, file: RememberingFile) -> None:
        """A case is shown, and decided on, while its flags are worked out; then they are there."""
        opened = Slow(file)
        async with Workbench(Reader(name="Ben"), opened=opened, clock=lambda: NOW).run_test(size=(120, 40)) as pilot:
            d = Desk(pilot, file)
            await pilot.pause()
            assert "⚑ …" in d.sees()
            await d.press("f")
            assert "Still looking" in d.message
            await d.press("v")
            opened.ready.set()
            await d.until(lambda: d.session.view.checked)
            assert d.session.view.open_flags == ferry_case().flags
            assert d.session.view.progress.decided == 1

    async def test_what_keeps_them_from_being_looked_for_is_said(self, file: RememberingFile) -> None:
        opened = Slow(file, bad=True)
        opened.ready.set()
        async with Workbench(Reader(name="Ben"), opened=opened, clock=lambda: NOW).run_test(size=(120, 40)) as pilot:
            d = Desk(pilot, file)
            await d.until(lambda: "names a check that there is not" in d.message)
