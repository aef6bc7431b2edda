"""The pages are true: what they show is run, and the pages of the reference are made from the code."""

from __future__ import annotations

import doctest
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
sys.path.insert(0, str(DOCS / "making"))
PAGES = import_module("pages")
"""What makes the pages: docs/making/pages.py."""


def test_every_example_of_the_library_gives_what_it_says() -> None:
    done = doctest.testfile(str(DOCS / "reference" / "library.md"), module_relative=False, encoding="utf-8")
    assert done.attempted > 8
    assert done.failed == 0


@pytest.mark.parametrize("name", sorted(PAGES.PAGES))
def test_the_pages_of_the_reference_are_made_from_the_code(name: str) -> None:
    """Each command, key, check, setting, kind of document and key of the case file, as it is today; `make docs` makes them anew."""
    assert PAGES.page(name) == PAGES.path_of(name).read_text("utf-8")
