"""The pages are true: the examples of the library are run, and the keys of the case file are those that it can have."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
PAGE = DOCS / "library.md"


def test_every_example_of_the_library_gives_what_it_says() -> None:
    done = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert done.attempted > 8
    assert done.failed == 0


def test_the_page_on_the_case_file_names_every_key_and_no_other() -> None:
    """Each key that a file can have, and none that it cannot."""
    from factcheck.casefile import tables

    page = (DOCS / "case-file.md").read_text("utf-8")
    rows = {row for row in page.splitlines() if row.startswith("|")}
    named = {name for row in rows for name in re.findall(r"`([a-z_0-9]+)`", row)}
    keys = {key for name in vars(tables) if name.endswith("_KEYS") for key in getattr(tables, name)}
    keys |= {"schema", "headline", "sha256", "blocks", "landmarks", "article"}
    assert keys <= named
    assert named - keys == {"false", "said", "so"}
