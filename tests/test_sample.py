"""The sample: its case is what the splitter makes of it today, and its reports are what the export makes of the case."""

from __future__ import annotations

import hashlib
from pathlib import Path

import factcheck
from factcheck.model import Severity
from factcheck.pipeline import export_case, open_case
from factcheck.reporting import FORMATS

ROOT = Path(__file__).parent.parent
CASE = ROOT / "claims" / "hanoi-summit.toml"


def test_the_article_is_as_it_was_given() -> None:
    data = (ROOT / "samples" / "hanoi-summit.txt").read_bytes()
    assert hashlib.sha256(data).hexdigest() == "8e18a5c6b471cd877d5fa712c72d5fed1a6cb2695af883dda2f57d6510e5744b"


def test_the_case_holds_the_claims_that_are_found_today() -> None:
    found = factcheck.split(factcheck.read(ROOT / "samples" / "hanoi-summit.txt"))
    kept = [claim.model_copy(update={"reviews": (), "evidence": ()}) for claim in open_case(CASE).case.claims]
    assert kept == found


def test_the_case_was_reviewed_and_says_what_is_open() -> None:
    progress = open_case(CASE).case.progress()
    assert 0 < progress.decided < progress.total
    assert progress.questions == 1


def test_the_reports_are_up_to_date(tmp_path: Path) -> None:
    """Made anew with: make export"""
    export_case(CASE, tmp_path, [])
    for form in (form for form in FORMATS.values() if form.always):
        name = f"{CASE.stem}{form.suffix}"
        assert (tmp_path / name).read_bytes() == (ROOT / "export" / name).read_bytes(), f"{name} is out of date: run make export"


def test_the_slip_and_the_stranger_are_flagged_and_nothing_else() -> None:
    flags = [
        (flag.check, tuple(span.text for span in flag.spans)) for flag in open_case(CASE).case.flags if flag.severity is not Severity.LOOK
    ]
    assert flags == [("acronym", ("KCNA", "KNCA")), ("source", ("the official",))]
