"""The list of cases, and opening an article from it."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.model import Assignment, CaseSummary, FactcheckError, Note, Reader, ReviewRole, Thread
from factcheck.pipeline import ArticleSource, Pasted
from factcheck.workbench.app import Workbench
from factcheck.workbench.columns import SORTABLE
from factcheck.workbench.preferences import prefer
from factcheck.workbench.screens.home import HomeScreen
from factcheck.workbench.screens.review import ReviewScreen
from tests.builders import AT, ferry_case
from tests.workbench.conftest import NOW, Desk, Opened, RememberingFile


class Folder:
    """A folder of cases and articles, in memory."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.cases = [
            CaseSummary(
                path=path / "ferry.toml", headline="Harbour [b]ferry[/b]", progress=ferry_case(reviewed=True).progress(), changed=AT
            ),
            CaseSummary(path=path / "broken.toml", error="broken.toml is no case file: line 3."),
        ]
        self.made: list[str] = []
        self.source: ArticleSource = ""
        self.gate = threading.Event()
        self.gate.set()

    def summaries(self, _folder: Path) -> Iterator[CaseSummary]:
        return iter(self.cases)

    def open_case(self, path: Path) -> Opened:
        if path.stem == "broken":
            raise FactcheckError("broken.toml is no case file: line 3.")
        return Opened(RememberingFile(path), ferry_case())

    def start_case(self, source: ArticleSource, folder: Path, progress: Callable[[str], None]) -> Opened:
        progress("Splitting the article into claims")
        self.source = source
        path = Path("pasted" if isinstance(source, Pasted) else source)
        if not self.gate.wait(10) or path.stem == "missing":
            raise FactcheckError(f"{path.name} is not there; check the path.")
        progress("Saving the case")
        self.made.append(path.stem)
        return self.open_case(folder / f"{path.stem}.toml")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    there = Folder(tmp_path)
    for name in ("summaries", "open_case", "start_case"):
        monkeypatch.setattr(pipeline, name, getattr(there, name))
    return there


def home(folder: Folder) -> Workbench:
    return Workbench(Reader(name="Ben"), folder=folder.path, clock=lambda: NOW)


async def orders_of(folder: Folder, names: Sequence[str]) -> dict[str, list[str]]:
    """The names as they stand in the list in the order that it opens in and the three after that, by what the heading says of it."""
    orders = {}
    async with home(folder).run_test(size=(120, 30)) as pilot:
        d = Desk(pilot, RememberingFile(folder.path))
        await d.until(lambda: "broken.toml" in d.sees())
        for _ in range(4):
            seen = d.sees()
            orders[seen.splitlines()[0].partition(", ")[2].strip()] = sorted(names, key=seen.index)
            await d.press("s")
    return orders


class TestTheList:
    async def test_cases_with_their_progress(self, folder: Folder) -> None:
        """Each case has its headline and how far it is; one that cannot be read says why."""
        async with home(folder).run_test(size=(120, 30)) as pilot:
            d = Desk(pilot, RememberingFile(folder.path))
            await d.until(lambda: "Harbour [b]ferry[/b]" in d.sees())
            screen = d.sees()
            assert "2 of 10" in screen
            assert "5 Mar " in screen
            assert "broken.toml is no case file: line 3." in screen

    async def test_the_newest_first_until_another_column_is_chosen_which_is_kept(self, folder: Folder) -> None:
        """`s` goes through the columns; the list opens again as it was left; what cannot be read stays last."""
        first = folder.cases[0]
        newer = {"path": folder.path / "newer.toml", "headline": "Anchor", "changed": AT + timedelta(days=1)}
        folder.cases.append(first.model_copy(update=newer))
        undecided = {"path": folder.path / "old.toml", "headline": "Old", "changed": AT - timedelta(days=400)}
        folder.cases.append(first.model_copy(update={**undecided, "progress": ferry_case().progress()}))
        names = ("Harbour [b]", "Anchor", "Old (", "broken.toml is")
        orders = await orders_of(folder, names) | await orders_of(folder, names)
        assert orders["the newest first"] == ["Anchor", "Harbour [b]", "Old (", "broken.toml is"]
        assert orders["the most to decide first"][0] == "Old ("
        assert list(orders) == [column.sorted_by for column in SORTABLE], "the second run goes on where the first stopped"
        assert orders["by headline"] == ["Anchor", "Harbour [b]", "Old (", "broken.toml is"]

    @pytest.mark.parametrize(
        ("given", "reader", "words"),
        [
            (False, Reader(name="Ben"), "2 of 10"),
            (True, Reader(name="Ben"), "3/10²"),
            (False, Reader(name="Ben", role=ReviewRole.SECOND), "3/10²"),
            (False, Reader(name="Cleo", role=ReviewRole.SECOND), "0/10²"),
        ],
    )
    async def test_a_second_reader_sees_how_far_they_are_themselves(self, folder: Folder, given: bool, reader: Reader, words: str) -> None:
        """Of a case that was given to them so; and of every case where they sit there as one."""
        holders = (Assignment(to="Ben", role=ReviewRole.SECOND, by="Ada", at=AT),) if given else ()
        folder.cases = [folder.cases[0].model_copy(update={"read": {"ben": 3}, "holders": holders})]
        async with Workbench(reader, folder=folder.path, clock=lambda: NOW).run_test(size=(120, 30)) as pilot:
            d = Desk(pilot, RememberingFile(folder.path))
            await d.until(lambda: "Harbour [b]" in d.sees())
            assert words in d.sees()
            assert ("² decided by you" in d.sees()) is ("²" in words)

    @pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
    async def test_headings_stand_over_what_they_name(self, folder: Folder, size: tuple[int, int]) -> None:
        """Flags, conflicts, open questions, notes, and who signed it off, each under its heading."""
        case = folder.cases[0]
        assert case.progress is not None
        told = case.progress.model_copy(update={"flags": 7, "questions": 5})
        folder.cases = [case.model_copy(update={"progress": told, "signed_by": "Eva"})]
        async with home(folder).run_test(size=size) as pilot:
            d = Desk(pilot, RememberingFile(folder.path))
            await d.until(lambda: "✓ Eva" in d.sees())
            rows = d.sees().splitlines()
            at = next(i for i, row in enumerate(rows) if "who has it" in row)
            headings, row = rows[at : at + 2]
            assert row[headings.index("⚑")] == "7"
            assert row[headings.index("?")] == "5"
            assert row[headings.index("decided") :].startswith("2 of 10")
            assert row[headings.index("who has it") :].startswith("✓ Eva")
            assert row[headings.index("article") :].startswith("Harbour")

    async def test_a_small_screen_leaves_the_title_room(self, folder: Folder) -> None:
        """Columns that nothing is in are not there; when a case is due has one, and all of the chosen case is told below the list."""
        case = folder.cases[0]
        assert case.progress is not None
        quiet = case.progress.model_copy(update={"flags": 0, "questions": 0, "own": {}})
        title = "Old paper mill to become flats for two hundred families by 2027"
        folder.cases = [case.model_copy(update={"progress": quiet, "headline": title})]
        async with home(folder).run_test(size=(80, 24)) as pilot:
            d = Desk(pilot, RememberingFile(folder.path))
            await d.until(lambda: "Old paper mill to become flats for two hundred families" in d.sees())
            assert not any(heading in d.sees() for heading in ("⚑", "↯", "✎", "who has it", " due "))
            assert title in d.sees()
        due = Assignment(to="Ann Lindqvist", due=NOW + timedelta(hours=3), by="Eva", at=AT)
        folder.cases = [case.model_copy(update={"headline": title, "holders": (due,)})]
        async with home(folder).run_test(size=(80, 24)) as pilot:
            d = Desk(pilot, RememberingFile(folder.path))
            await d.until(lambda: "Ann…" in d.sees())
            assert " due " in d.sees()
            assert "Ann Lindqvist, due " in " ".join(d.sees().split())

    async def test_what_is_due_stands_first_with_who_has_it_and_what_waits_for_the_reader(self, folder: Folder) -> None:
        """Sorted by who has it, a case that is due goes before one that is not; a name is text."""
        prefer(sort="who has it")
        due = Assignment(to="[b]Ann[/b]", due=AT, by="Eva", at=AT)
        asked = Thread(entries=(Note(id="n", by="Ann", at=AT, text="@Ben?"),))
        first = folder.cases[0]
        late = first.model_copy(update={"path": folder.path / "late.toml", "headline": "Late", "holders": (due,), "threads": (asked,)})
        folder.cases.insert(1, late)
        async with home(folder).run_test(size=(120, 30)) as pilot:
            d = Desk(pilot, RememberingFile(folder.path))
            await d.until(lambda: "broken.toml" in d.sees())
            seen = d.sees()
            assert seen.index("Late") < seen.index("Harbour [b]ferry[/b]") < seen.index("broken.toml")
            assert "[b]Ann[/b]" in seen
            assert "@1 " in seen

    async def test_opening_one_and_coming_back(self, folder: Folder) -> None:
        """Enter opens the case; `q` comes back to the list, and `q` there leaves."""
        async with home(folder).run_test(size=(80, 24)) as pilot:
            d = Desk(pilot, RememberingFile(folder.path))
            await d.until(lambda: "Harbour" in d.sees())
            await d.press("enter")
            await d.until(lambda: isinstance(d.app.screen, ReviewScreen))
            await d.press("v", "q")
            assert isinstance(d.app.screen, HomeScreen)
            await d.press("q")
            await d.until(lambda: not d.app.is_running)

    async def test_one_whose_name_is_not_utf8(self, folder: Folder) -> None:
        """It stands in the list with a sign for the stray byte, and is opened like any other."""
        folder.cases = [folder.cases[0].model_copy(update={"path": folder.path / os.fsdecode(b"caf\xe9.toml")})]
        async with home(folder).run_test(size=(120, 30)) as pilot:
            d = Desk(pilot, RememberingFile(folder.path))
            await d.until(lambda: "caf\ufffd.toml)" in d.sees())
            await d.press("enter")
            await d.until(lambda: isinstance(d.app.screen, ReviewScreen))
            await d.press("v", "q")
            assert isinstance(d.app.screen, HomeScreen)

    async def test_one_that_cannot_be_read(self, folder: Folder) -> None:
        """A broken case is not opened, and the sentence that says why stays in the list."""
        async with home(folder).run_test(size=(120, 30)) as pilot:
            d = Desk(pilot, RememberingFile(folder.path))
            await d.until(lambda: "broken" in d.sees())
            await d.press("j", "enter")
            assert "line 3" in d.message

    async def test_no_cases(self, folder: Folder) -> None:
        """An empty folder says what to do."""
        folder.cases = []
        async with home(folder).run_test(size=(80, 24)) as pilot:
            d = Desk(pilot, RememberingFile(folder.path))
            await d.until(lambda: "Press a and give the path" in d.sees())
            await d.press("enter", "question_mark", "escape")
            assert isinstance(d.app.screen, HomeScreen)


class TestAnArticle:
    async def test_by_its_path(self, folder: Folder) -> None:
        """`a`, a path: what is being done is on the screen until the review opens."""
        folder.gate.clear()
        async with home(folder).run_test(size=(80, 24)) as pilot:
            d = Desk(pilot, RememberingFile(folder.path))
            await d.press("a")
            await d.paste("story.txt")
            await d.press("enter")
            await d.until(lambda: "Splitting the article into claims…" in d.sees())
            folder.gate.set()
            await d.until(lambda: isinstance(d.app.screen, ReviewScreen))

    async def test_stopping(self, folder: Folder) -> None:
        """Escape stops the splitting: the screen is free at once, nothing is kept, and the review does not burst in later."""
        folder.gate.clear()
        async with home(folder).run_test(size=(80, 24)) as pilot:
            d = Desk(pilot, RememberingFile(folder.path))
            await d.press("a")
            await d.paste("story.txt")
            before = threading.active_count()
            await d.press("enter", "escape")
            assert "Stopped; nothing of the article is kept." in d.message
            folder.gate.set()
            await d.until(lambda: threading.active_count() == before)
            await pilot.pause()
            assert isinstance(d.app.screen, HomeScreen)
            assert folder.made == []

    @pytest.mark.parametrize("form", [True, False])
    async def test_by_its_text(self, folder: Folder, form: bool) -> None:
        """Pasted into the form, or on the list itself: the words are counted, kept to the letter, and split on enter."""
        text = "Ferry [b]sinks[/b]\n\n\x1b[2JThe ferry sank on Monday.\n"
        async with home(folder).run_test(size=(80, 24)) as pilot:
            d = Desk(pilot, RememberingFile(folder.path))
            if form:
                await d.press("a")
            await d.paste(text)
            await d.until(lambda: "7 words pasted: “Ferry [b]sinks[/b]" in d.sees())
            assert "\x1b" not in d.sees()
            await d.press("enter")
            await d.until(lambda: isinstance(d.app.screen, ReviewScreen))
            assert folder.source == Pasted(text)

    @pytest.mark.parametrize("source", ["https://post.example/a//ferry.html", "clipboard:"])
    async def test_by_an_address_or_from_the_clipboard(self, folder: Folder, source: str) -> None:
        """What is typed reaches the reader of articles to the letter."""
        async with home(folder).run_test(size=(80, 24)) as pilot:
            d = Desk(pilot, RememberingFile(folder.path))
            await d.press("a")
            await d.paste(source)
            await d.press("enter")
            await d.until(lambda: isinstance(d.app.screen, ReviewScreen))
            assert folder.source == source

    async def test_typing_forgets_what_was_pasted(self, folder: Folder) -> None:
        """What is typed after a paste is a path again."""
        async with home(folder).run_test(size=(80, 24)) as pilot:
            d = Desk(pilot, RememberingFile(folder.path))
            await d.paste("One\ntwo\n")
            await d.until(lambda: "2 words pasted" in d.sees())
            await d.paste("missing.txt")
            assert "words pasted" not in d.sees()
            await d.press("enter")
            await d.until(lambda: "missing.txt is not there; check the path." in d.message)

    async def test_that_is_not_there(self, folder: Folder) -> None:
        """A path that leads nowhere is said in one sentence."""
        async with home(folder).run_test(size=(80, 24)) as pilot:
            d = Desk(pilot, RememberingFile(folder.path))
            await d.press("a")
            await d.paste("missing.txt")
            await d.press("enter")
            await d.until(lambda: "missing.txt is not there; check the path." in d.message)
