"""Makes the pages of the reference from the code. What a person wrote above the line MADE stays as it is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import case_file
import checks
import commands
import documents
import json_object
import keys
import reports
import settings

DOCS = Path(__file__).parent.parent
MADE = "<!-- From here on this page is made from the code, by make docs. -->"

PAGES: dict[str, Callable[[], str]] = {
    "case-file": case_file.made,
    "checks": checks.made,
    "commands": commands.made,
    "documents": documents.made,
    "json": json_object.made,
    "keys": keys.made,
    "reports": reports.made,
    "settings": settings.made,
}
"""What stands below that line, by the name of the page."""


def path_of(name: str) -> Path:
    """Where a page lies."""
    return DOCS / "reference" / f"{name}.md"


def page(name: str) -> str:
    """A page as it is to be, from what it says now."""
    above, line, _ = path_of(name).read_text("utf-8").partition(MADE)
    return f"{above}{line or MADE}\n\n{PAGES[name]().strip()}\n"


if __name__ == "__main__":
    for one in PAGES:
        path_of(one).write_text(page(one), "utf-8")
