"""The schema of the case file takes every file that there can be, and refuses what a person would want to know of."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from factcheck.casefile import CaseFile, case_schema
from factcheck.model import Case
from tests.builders import ferry_case
from tests.casefile.cases import cases

SCHEMA = json.loads(case_schema())
SAMPLE = Path(__file__).parent.parent.parent / "claims" / "hanoi-summit.toml"


def read(path: Path) -> Any:
    """What tomllib reads, moments and days as text."""
    return json.loads(json.dumps(tomllib.loads(path.read_text("utf-8")), default=lambda moment: moment.isoformat()))


def test_it_is_a_schema_and_the_sample_fits() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(read(SAMPLE), SCHEMA)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(case=cases())
def test_any_case_fits(tmp_path_factory: pytest.TempPathFactory, case: Case) -> None:
    path = tmp_path_factory.mktemp("case") / "a.toml"
    CaseFile.create(path, case)
    jsonschema.validate(read(path), SCHEMA)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('verdict = "verified"', 'verdict = "verifed"'),
        ('kind = "quote"', 'kind = "saying"'),
        ("schema = 1", "schema = 99"),
        ('stance = "supports"', "stance = 1"),
        ('at = "0:', 'at = "0-'),
    ],
)
def test_a_slip_is_marked(tmp_path: Path, right: str, wrong: str) -> None:
    path = tmp_path / "a.toml"
    CaseFile.create(path, ferry_case(reviewed=True))
    text = path.read_text("utf-8")
    if right not in text:
        text = SAMPLE.read_text("utf-8").replace('at = "1', 'at = "0:', 1) if right.startswith("at") else SAMPLE.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(read(path), SCHEMA)
