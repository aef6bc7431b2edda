"""Claims that were checked before, from the desk."""

from __future__ import annotations

from pathlib import Path

from factcheck.casefile import CaseFile
from factcheck.model import Evidence, Reader
from factcheck.workbench.session import Session
from tests.builders import ferry_case
from tests.model.test_signing import decided
from tests.workbench.conftest import BEN, NOW, OpenDesk

MINUTES = Evidence(source="The minutes", quote="£1.2m", added_by="Ada")


async def test_one_key_shows_them_and_another_takes_the_evidence_over(desk: OpenDesk, tmp_path: Path) -> None:
    case = decided()
    claim = case.claims[0].model_copy(update={"evidence": (MINUTES,)})
    CaseFile.create(tmp_path / "earlier.toml", case.with_claim(claim))
    async with desk() as d:
        d.file.path = tmp_path / "ferry.toml"
        await d.press("Y")
        await d.app.workers.wait_for_complete()
        await d.pilot.pause()
        assert "says the same" in d.sees()
        assert "verified" in d.sees()
        await d.press("enter")
        taken = d.file.case.claims[0].evidence[-1]
        assert (taken.source, taken.quote, taken.added_by) == ("The minutes", "£1.2m", d.session.view.reader.name)
        await d.press("enter")
        assert "has all of that evidence already" in d.message
        await d.press("z")
        assert MINUTES.source not in [item.source for item in d.file.case.claims[0].evidence]


async def test_without_other_cases_it_says_so(desk: OpenDesk, tmp_path: Path) -> None:
    async with desk() as d:
        d.file.path = tmp_path / "ferry.toml"
        await d.press("Y")
        await d.app.workers.wait_for_complete()
        await d.pilot.pause()
        assert "No similar claim in the other cases" in d.sees()


async def test_an_index_that_cannot_be_used_is_told(desk: OpenDesk, tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('[search]\nindex = "postgresql://elsewhere.example/all"\n')
    async with desk() as d:
        d.file.path = tmp_path / "ferry.toml"
        await d.press("Y")
        await d.app.workers.wait_for_complete()
        await d.pilot.pause()
        assert "factcheck trust" in " ".join(d.sees().split())


def test_evidence_taken_over_is_the_readers_own() -> None:
    session = Session(ferry_case(), Reader(name="Ben"), lambda: NOW)
    session.take_evidence((MINUTES,))
    assert session.view.case.claims[0].evidence[-1].added_by == BEN.name
