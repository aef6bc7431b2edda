"""Draws the pictures of the screen in README and docs, and makes the report of the tutorial: `make pictures`."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import tutorial
from screens import Frame, Screens

from factcheck.model import Reader
from factcheck.pipeline import export_case, open_case
from factcheck.workbench.app import Workbench

ROOT = Path(__file__).parent.parent.parent
PICTURES = ROOT / "docs" / "pictures"


async def workbench(case: Path) -> str:
    """The workbench on the sample case as it is, at its first flag."""
    columns, rows = 120, 34
    screens = Screens(columns, rows)
    opened = open_case(case)
    app = Workbench(Reader(name="Ada"), opened=replace(opened, unchecked=opened.case))  # its flags are there at once
    async with app.run_test(size=(columns, rows)) as pilot:
        await pilot.pause()
        await pilot.press("f")
        await pilot.pause()
        return screens.still(screens.frame(app.export_screenshot()))


def story(folder: Path) -> dict[str, str]:
    """The pictures of the tutorial by their names, the moving one among them; its report is in the folder afterwards."""
    screens = Screens(*tutorial.SIZE)
    frames: list[Frame] = []
    made: dict[str, str] = {}
    stills: dict[str, Frame] = {}

    def seen(step: tutorial.Step, app: Workbench) -> None:
        drawn = screens.frame(app.export_screenshot(), step.says, 3.5 if step.picture else 2.0)
        if step.says:
            frames.append(drawn)
        if step.picture:
            stills[step.picture] = drawn

    tutorial.played(folder, seen)
    made |= {f"tutorial-{name}": screens.still(frame) for name, frame in stills.items()}
    return made | {"tutorial": screens.moving(frames)}


def main() -> None:
    """Draw from copies, so that the sample case stays as it is."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = story(folder)
        with tutorial.a_desk(folder):
            (report,) = export_case(tutorial.CASE, folder, ["html"])
            shutil.copy(report, tutorial.STORY.with_suffix(".html"))
            made["workbench"] = asyncio.run(workbench(Path(shutil.copy(ROOT / "claims" / "hanoi-summit.toml", folder))))
    for picture, svg in made.items():
        (PICTURES / f"{picture}.svg").write_text(svg, "utf-8")


if __name__ == "__main__":
    main()
