"""What the program and its pages say of how it is installed is true, and names no stranger's package."""

from __future__ import annotations

import doctest
import re
import tomllib
from pathlib import Path

import pytest

from factcheck import extras

ROOT = Path(__file__).parent.parent
MANIFEST = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
OURS = re.compile(r"""pipx? install (?:-\S+ )*['"]?factcheck(?P<rest>[\w.-]*)(?:\[(?P<extra>\w+)\])?""")
"""A command that installs a package whose name begins with ours: takes `pip install 'factcheck-desk[pdf]'`."""
SAID_BY = sorted({*ROOT.glob("factcheck/**/*.py"), *ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")})


def test_examples_hold() -> None:
    assert doctest.testmod(extras).failed == 0


def test_it_is_called_so_on_the_index() -> None:
    assert MANIFEST["name"] == extras.DISTRIBUTION


@pytest.mark.parametrize("path", SAID_BY, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_to_be_installed_is_ours(path: Path) -> None:
    for found in OURS.finditer(path.read_text("utf-8")):
        assert f"factcheck{found['rest']}" == extras.DISTRIBUTION, found[0]
        assert found["extra"] is None or found["extra"] in MANIFEST["optional-dependencies"], found[0]


def test_every_extra_that_the_program_asks_for_is_one() -> None:
    programs = (path.read_text("utf-8") for path in ROOT.glob("factcheck/**/*.py"))
    asked = {extra for program in programs for extra in re.findall(r'raise \w+\(lacking\("(\w+)"\)\)', program)}
    assert asked == extras.EXTRAS.keys() == MANIFEST["optional-dependencies"].keys()
