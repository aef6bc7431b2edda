"""The pages are true: the examples of the library are run, and the pages on the case file and on the checks are made from the code."""

from __future__ import annotations

import doctest
import runpy
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
PAGE = DOCS / "library.md"


def test_every_example_of_the_library_gives_what_it_says() -> None:
    done = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert done.attempted > 8
    assert done.failed == 0


def test_the_page_on_the_case_file_is_made_from_its_keys() -> None:
    """Each key that a file can have, with what it holds, and none that it cannot; `python docs/case_file.py` makes it anew."""
    words = (DOCS / "case-file.md").read_text("utf-8")
    assert runpy.run_path(str(DOCS / "case_file.py"))["page"](words) == words


def test_the_page_on_the_checks_is_made_from_them() -> None:
    """Each check with its examples and what it says of them today; `python docs/checks.py` makes it anew."""
    assert runpy.run_path(str(DOCS / "checks.py"))["page"]() == (DOCS / "checks.md").read_text("utf-8")


def test_the_page_on_documents_is_made_from_their_kinds() -> None:
    """Each kind with what is read of it, and each reason for leaving words out; `python docs/documents.py` makes it anew."""
    assert runpy.run_path(str(DOCS / "documents.py"))["page"]() == (DOCS / "documents.md").read_text("utf-8")
