"""The story of docs/tutorial.md, pressed key by key in the workbench, for its pictures, its report and its test."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from factcheck import pipeline
from factcheck.model import Reader, ReviewRole
from factcheck.workbench.app import Workbench
from factcheck.workbench.preferences import prefer

STORY = Path(__file__).parent.parent / "story" / "lighthouse.txt"
PUBLISHED = "2026-05-07"
CASE = Path("claims/lighthouse.toml")
SIZE = (112, 28)
ASKED = "£900,000 and £400,000 make £1.3m. Which of the three is right?"
ANSWER = "The council paid £500,000. My slip."
MENDED = (("£400,000", "£500,000"), ("WTH", "WHT"))
"""What the author changes in the article."""


@dataclass(frozen=True)
class Step:
    """Keys, or words that are typed in between them; `says` is the caption, `picture` the name of a picture of its own."""

    keys: tuple[str, ...] = ()
    typed: str = ""
    says: str = ""
    picture: str = ""
    open: bool = False
    """Whether the keys are pressed again as long as claims are open."""


CHECKER = (
    Step(says="factcheck review lighthouse.txt", picture="opened"),
    Step(("j", "e"), "Accounts of the trust, 2025/26", "e: where it stands"),
    Step(
        ("tab", "s", "tab", "p", "tab"), "The works at Cold Point cost £1,400,000 and ended on 7 May.", "s supports, p primary", "evidence"
    ),
    Step(("enter", "V"), says="V: verified, with its name, date and figure"),
    Step(("f",), says="f: the next flag", picture="flag"),
    Step(("!",), says="!: ask for what the flag suggests"),
    Step(("j", "d"), says="d: the name itself is disputed, too"),
    Step(("slash",), "council paid"),
    Step(("enter", "a"), ASKED, "a: a question to the author", "question"),
    Step(("enter", "plus", "a"), ANSWER, "+ a: what the author answered"),
    Step(("enter", "escape", "c"), "the council paid £500,000", "c: a correction"),
    Step(("enter", "escape", "j", "d"), says="d: its figure is disputed, too"),
    Step(("g",)),
    Step(("V",), says="V: the others hold", open=True, picture="decided"),
)
"""What the checker does with the first version."""

AGAIN = (
    Step(("A", "enter"), says="A: the author has mended the article", picture="version"),
    Step(("escape", "i"), says="i: decided on other words"),
    Step(("V",), says="V: verified now", open=True),
)
"""What the checker does with the second version."""

EDITOR = (Step(("E",), says="E: the editor signs off"), Step(("enter",), says="Signed off", picture="signed"))
"""What the editor does."""

Seen = Callable[[Step, Workbench], None]


@contextmanager
def a_desk(folder: Path) -> Iterator[Path]:
    """A folder with the story in it, in which one works with a memory of its own."""
    before, kept = Path.cwd(), os.environ.get("FACTCHECK_STATE")
    shutil.copy(STORY, folder)
    os.environ["FACTCHECK_STATE"] = str(folder / "state")
    os.chdir(folder)
    try:
        prefer(welcomed=True)
        yield folder
    finally:
        os.chdir(before)
        os.environ.pop("FACTCHECK_STATE")
        if kept is not None:
            os.environ["FACTCHECK_STATE"] = kept


async def play(seen: Seen) -> None:
    """The whole story in the working folder, which `a_desk` has made; `seen` is called after each step, with what is on the screen."""
    minutes = iter(range(1000))
    begun = datetime(2026, 5, 7, 14, 0, tzinfo=UTC)

    def clock() -> datetime:
        return begun + timedelta(minutes=next(minutes))

    pipeline.start_case(STORY.name, CASE.parent, lambda _step: None, pipeline.Known(datetime.fromisoformat(PUBLISHED).date()))
    checker = Workbench(Reader(name="Ada"), opened=pipeline.open_case(CASE), clock=clock)
    async with checker.run_test(size=SIZE) as pilot:
        await _steps(CHECKER, pilot, checker, seen)
        text = Path(STORY.name).read_text("utf-8")
        for was, now in MENDED:
            text = text.replace(was, now)
        Path(STORY.name).write_text(text, "utf-8")
        await _steps(AGAIN, pilot, checker, seen)
    editor = Workbench(Reader(name="Eva", role=ReviewRole.EDITOR), opened=pipeline.open_case(CASE), clock=clock)
    async with editor.run_test(size=SIZE) as pilot:
        await _settled(pilot)
        await _steps(EDITOR, pilot, editor, seen)


async def _steps(steps: tuple[Step, ...], pilot: Pilot[None], app: Workbench, seen: Seen) -> None:
    app.animation_level = "none"
    await _settled(pilot)
    for step in steps:
        await _press(step.keys, pilot)
        while step.open and _left():
            await _press(step.keys, pilot)
        if step.typed and app.focused is not None:
            app.focused.post_message(events.Paste(step.typed))
            await _settled(pilot)
        seen(step, app)


async def _press(keys: tuple[str, ...], pilot: Pilot[None]) -> None:
    """Key after key, as a person does it who looks."""
    for key in keys:
        await pilot.press(key)
        await _settled(pilot)


def _left() -> int:
    """How many claims have no verdict that holds."""
    progress = pipeline.open_case(CASE).case.progress()
    return progress.total - progress.decided


async def _settled(pilot: Pilot[None]) -> None:
    if any(not worker.is_finished for worker in pilot.app.workers):
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def played(folder: Path, seen: Seen) -> None:
    """The story in a folder of its own, which its case is in afterwards."""
    with a_desk(folder):
        asyncio.run(play(seen))
