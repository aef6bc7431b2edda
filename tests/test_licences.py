"""Under which licences the packages are that a default installation brings: none that asks for our sources, and each is listed."""

from __future__ import annotations

import re
import runpy
from importlib.metadata import distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LICENCES = runpy.run_path(str(ROOT / "docs" / "licences.py"))
BROUGHT = sorted(LICENCES["brought"]())
FREE = {
    "0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MIT-0", "PSF-2.0", "Zlib",
}  # fmt: skip
"""Licences that ask for no more than to be named."""
OF_FILES = {"certifi": "MPL-2.0", "tqdm": "MPL-2.0", "tld": "MPL-1.1"}
"""Packages, which spaCy and trafilatura bring, with files under a licence that asks for changes of these files, and of nothing else."""


@pytest.mark.parametrize("name", BROUGHT)
def test_none_asks_for_what_is_built_on_it(name: str) -> None:
    said = LICENCES["licence"](distribution(name))
    allowed = FREE | {OF_FILES.get(name, "MIT")}
    assert all(any(one in allowed for one in every.strip("() ").split(" OR ")) for every in said.split(" AND ")), f"{name}: {said}"


def test_each_is_listed() -> None:
    """`python docs/licences.py` lists them anew; some are asked for by one version of Python and not by another."""
    listed = dict(re.findall(r"^\| (\S+) \| (.+?) \|", (ROOT / "docs" / "licences.md").read_text("utf-8"), re.MULTILINE))
    assert {name: LICENCES["licence"](distribution(name)) for name in BROUGHT}.items() <= listed.items()


def test_what_is_dear_and_under_a_copyleft_licence_is_gone() -> None:
    assert {"wordfreq", "pygal", "pebble"}.isdisjoint(BROUGHT)
