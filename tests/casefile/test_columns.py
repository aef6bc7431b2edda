"""A key of the case file is one row: whoever adds a field to the model sees it saved, read, merged and described, or is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.additions import Copy

FIELD = "    weight: str | None = None\n"
ROW = '        Column("weight", "how much hangs on it"),\n'

SAVED = """
import json, sys
from factcheck.model import FactcheckError
from pathlib import Path
from factcheck.casefile import CaseFile, carried_onto, case_schema, load, merge
from tests.additions import ROOT
from tests.builders import ferry_case

base = ferry_case(reviewed=True).model_copy(update={"flags": ()})
first = base.claims[0]
case = base.with_claim(first.model_copy(update={"weight": "the whole story"}))
CaseFile.create(Path("ferry.toml"), case)
theirs = base.with_claim(base.claims[1].model_copy(update={"weight": "little"}))
broken = Path("broken.toml")
broken.write_text(Path("ferry.toml").read_text("utf-8").replace('weight = "the whole story"', "weight = 3"), "utf-8")
try:
    load(broken)
except FactcheckError as error:
    refused = str(error)
sys.path.insert(0, str(ROOT / "docs" / "making"))
from case_file import made
page = made()
found = {
    "text": Path("ferry.toml").read_text("utf-8"),
    "read back": load(Path("ferry.toml")) == case,
    "refused": refused,
    "merged": [claim.weight for claim in merge(base, case, theirs).case.claims[:3]],
    "split anew": carried_onto(first, first.model_copy(update={"weight": "half of it"})).weight,
    "schema": json.loads(case_schema())["$defs"]["claim"]["properties"].get("weight"),
    "page": page,
}
"""


@pytest.fixture
def package(tmp_path: Path) -> Copy:
    """The package, in which a claim has a field more."""
    copy = Copy(tmp_path)
    copy.put("model/claim.py", "    reviews: tuple[Review, ...] = ()", FIELD)
    return copy


def test_a_field_with_a_column_is_saved_read_merged_and_described(package: Copy) -> None:
    package.put("casefile/keys.py", '        Column("reviews",', ROW)
    found = package.told(SAVED)
    assert found["text"].count('weight = "the whole story"') == 1
    assert found["read back"]
    assert "weight must be text in quotation marks, not 3" in found["refused"]
    assert found["merged"] == ["the whole story", "little", None]
    assert found["split anew"] == "half of it"
    assert found["schema"] == {"type": "string", "description": "how much hangs on it"}
    assert "| `weight` | how much hangs on it |" in found["page"]


def test_a_field_without_a_column_is_told_before_anything_is_saved(package: Copy) -> None:
    done = package.run("import factcheck.casefile")
    assert done.returncode == 1
    assert "TypeError: Claim.weight would be saved as nothing: give it a column in factcheck/casefile/keys.py" in done.stderr


@pytest.mark.parametrize(
    ("file", "before", "model"),
    [
        ("model/case.py", "    flags: tuple[Flag, ...] = ()", "Case"),
        ("model/article.py", "    remarks: tuple[Remark, ...] = Field", "Article"),
        ("model/article.py", "    role: BlockRole", "Block"),
        ("model/values.py", "    mod: DateMod | None = None", "DateValue"),
        ("model/source.py", "    remarks: tuple[str, ...] = ()", "Quotation"),
        ("model/claim.py", "    name: str | None = None", "Speaker"),
    ],
)
def test_so_is_one_of_any_part_of_a_case(tmp_path: Path, file: str, before: str, model: str) -> None:
    """Whatever model of the case it is in."""
    copy = Copy(tmp_path)
    copy.put(file, before, FIELD)
    assert f"{model}.weight would be saved as nothing" in copy.run("import factcheck.casefile").stderr


def test_a_column_that_holds_nothing_is_told_too(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.put("casefile/keys.py", '        Column("reviews",', ROW)
    assert "The key weight of [[claims]] holds what Claim does not have: weight." in copy.run("import factcheck.casefile").stderr


LIST = """
class Wager(Kept):
    text: str
    odds: int = 1


"""

LISTED = """
import json
from pathlib import Path
from factcheck.casefile import CaseFile, case_schema, load, merge
from factcheck.model.case import Wager
from tests.builders import ferry_case

base = ferry_case(reviewed=True).model_copy(update={"flags": ()})
ours, theirs = (base.model_copy(update={"wagers": (Wager(text=words, odds=3),)}) for words in ("it sinks", "it sails"))
CaseFile.create(Path("ferry.toml"), ours)
found = {
    "text": Path("ferry.toml").read_text("utf-8"),
    "read back": load(Path("ferry.toml")) == ours,
    "merged": sorted(wager.text for wager in merge(base, ours, theirs).case.wagers),
    "schema": json.loads(case_schema())["properties"]["wagers"]["items"]["required"],
}
"""


def test_a_list_of_tables_more_is_saved_read_and_merged(tmp_path: Path) -> None:
    """What both sides of a merge put into it is kept."""
    copy = Copy(tmp_path)
    copy.put("model/case.py", "class Case(Kept):", LIST.lstrip())
    copy.put("model/case.py", "    flags: tuple[Flag, ...] = ()", "    wagers: tuple[Wager, ...] = ()\n")
    row = 'WAGER = Columns("[[wagers]]", "a wager", Wager, (Column("text", "on what"), Column("odds", "the odds")), named_by=("text",))\n'
    copy.put("casefile/keys.py", "CASE = Columns(", f"from factcheck.model.case import Wager\n\n{row}")
    copy.put("casefile/keys.py", '        Column("text", TEXT.what', '        Column("wagers", WAGER.what, entries=WAGER),\n')
    found = copy.told(LISTED)
    assert '[[wagers]]\ntext = "it sinks"\nodds = 3\n' in found["text"]
    assert found["read back"]
    assert found["merged"] == ["it sails", "it sinks"]
    assert found["schema"] == ["text"]
