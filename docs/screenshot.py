"""Draws the picture of the workbench in the README: the sample case as it is, on a fixed screen, without a terminal."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parent.parent


async def draw(case: Path, picture: Path) -> None:
    """The workbench on `case`, 120 columns by 34 lines, as an SVG."""
    from factcheck.model import Reader
    from factcheck.pipeline import open_case
    from factcheck.workbench.app import Workbench
    from factcheck.workbench.preferences import prefer

    prefer(welcomed=True)
    opened = open_case(case)
    app = Workbench(Reader(name="Ada"), opened=replace(opened, unchecked=opened.case))  # its flags are there at once
    async with app.run_test(size=(120, 34)) as pilot:
        await pilot.pause()
        await pilot.press("f")  # to the first flag, so that the picture shows one
        await pilot.pause()
        picture.write_text(app.export_screenshot(title="factcheck review samples/hanoi-summit.txt"), encoding="utf-8")


def main() -> None:
    """Draw from a copy, so that the sample case stays as it is."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FACTCHECK_STATE"] = folder
        case = Path(shutil.copy(ROOT / "claims" / "hanoi-summit.toml", folder))
        asyncio.run(draw(case, ROOT / "docs" / "workbench.svg"))


if __name__ == "__main__":
    main()
