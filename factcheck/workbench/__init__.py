"""The terminal workbench: the screens, widgets and keys with which a person reviews a case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.pipeline import Opened


def run_review(opened: Opened, reviewer: str) -> None:
    """Open the workbench on a case and return when the person leaves it. Decisions go under the name `reviewer`."""
    from factcheck.workbench.app import Workbench

    Workbench(reviewer, opened=opened).start()


def run_home(folder: Path, reviewer: str) -> None:
    """Open the workbench on the list of the cases in `folder`, from which cases and articles are opened."""
    from factcheck.workbench.app import Workbench

    Workbench(reviewer, folder=folder).start()


__all__ = ["run_home", "run_review"]
