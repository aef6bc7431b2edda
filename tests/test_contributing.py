"""The recipes of CONTRIBUTING.md work as they stand: each is followed on a copy of the package, and what it promises is there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.additions import Copy
from tests.builders import FERRY
from tests.pages import ROOT, Block, blocks_in

WORDS = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
RECIPES = dict(re.findall(r"^### (.+?)\n(.*?)(?=^### |\Z)", WORDS.partition("## Recipes")[2], re.MULTILINE | re.DOTALL))

_NEW = re.compile(r"`factcheck/(?P<file>[^`]+)`, a new file:")
_ABOVE = re.compile(r"[Ii]n `factcheck/(?P<file>[^`]+)`, above `(?P<words>[^`]+)`:")


def test_there_are_recipes_for_what_people_add() -> None:
    assert list(RECIPES) == [
        "A check", "A word in the lexicon", "A report format", "A document format", "A verdict", "A key", "A screen"
    ]  # fmt: skip


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_works_as_it_stands(name: str, tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    (tmp_path / "story.txt").write_text(FERRY, "utf-8")
    shown = 0
    for block in blocks_in(RECIPES[name]):
        if above := _ABOVE.search(block.above):
            copy.put(above["file"], above["words"], block.text)
        elif new := _NEW.search(block.above):
            assert not (tmp_path / "factcheck" / new["file"]).exists()
            copy.put(new["file"], "", block.text)
        elif block.language == "console":
            shown += _prints_what_it_says(block, tmp_path)
        else:
            assert block.above.endswith("Its test:"), block.above
            done = copy.run(block.text)
            assert done.returncode == 0, done.stderr
            shown += 1
    assert shown, "it says how one sees that it works"


def _prints_what_it_says(block: Block, folder: Path) -> int:
    """Give each command behind a `$`, and look for each line below it in what it prints."""
    variables = os.environ | {"PYTHONPATH": str(folder), "FACTCHECK_REVIEWER": "Ada"}
    for command, *lines in (part.splitlines() for part in block.text.split("$ ")[1:]):
        done = subprocess.run(  # noqa: S602 - a shell, as whoever follows the recipe has one
            re.sub(r"^factcheck", f"'{sys.executable}' -m factcheck", command),
            shell=True, cwd=folder, env=variables, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert [line for line in lines if line not in done.stdout] == [], done.stdout
    return 1


def test_the_tour_goes_through_every_room() -> None:
    """Each folder and file of the package is in the table, on the floor that the layers give it."""
    rooms = {path.name + "/" * path.is_dir() for path in (ROOT / "factcheck").iterdir() if not path.name.startswith(("_", "py."))}
    assert rooms - {"extras.py"} == set(re.findall(r"`([\w.]+/?)`", "".join(re.findall(r"^\| \d \| (.+?) \|", WORDS, re.MULTILINE))))
