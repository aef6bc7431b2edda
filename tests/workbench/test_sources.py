"""The sources of a case: looked at when a person asks, and from a source to every claim that leans on it."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.model import Case, Evidence, FactcheckError, Quotation, Reader, ReviewRole, Source, Stance
from factcheck.reporting import source_list
from factcheck.workbench.describe import details
from factcheck.workbench.session import Session
from tests.builders import ferry_case
from tests.workbench.conftest import BEN, NOW, OpenDesk

LOG = "https://harbour.example/log"


def leaning() -> Case:
    """Two claims lean on the harbour's log, one on a call."""
    case = ferry_case()
    items = (Evidence(url=LOG, quote="nine of twelve", added_by="Ada"), Evidence(url=f"{LOG}#p2"), Evidence(source="A call"))
    for claim, item in zip(case.claims, items, strict=False):
        case = case.with_claim(claim.model_copy(update={"evidence": (item,)}))
    return case


def looked_at(case: Case) -> Source:
    quotation = Quotation(
        claim=case.claims[0].id, quote="nine of twelve", match=81, found="ten of twelve", remarks=("it stops before “but”",)
    )
    return Source(url=LOG, status="ok", fetched=NOW, title="The [bold]log[/bold]", sha256="0" * 64, quotations=(quotation,))


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Case]:
    """The cases whose sources were looked at; what is found is always the log."""
    asked: list[Case] = []

    async def look(case: Case, _path: Path, _wanted: object) -> AsyncGenerator[Source, None]:
        asked.append(case)
        yield looked_at(case)

    monkeypatch.setattr(pipeline, "look_at_sources", look)
    return asked


async def test_nothing_is_looked_at_until_somebody_asks(desk: OpenDesk, found: list[Case]) -> None:
    async with desk(leaning()) as d:
        await d.press("H")
        assert "Sources: 2, 0 fetched and there" in d.sees()
        assert found == []
        await d.press("f")
        await d.app.workers.wait_for_complete()
        await d.pilot.pause()
        assert "Sources: 2, 1 fetched and there" in d.sees()
        assert "The [bold]log[/bold]" in d.sees()
        assert "the source has “ten of twelve” (81 % alike)" in d.sees()
        assert "it stops before “but”" in d.sees()
        assert d.file.case.sources[0].status == "ok"


async def test_from_a_source_to_each_claim_that_leans_on_it(desk: OpenDesk) -> None:
    case = leaning()
    async with desk(case) as d:
        chosen = []
        for _ in range(3):
            await d.press("H", "enter")
            chosen.append(d.session.view.chosen)
        assert chosen == [case.claims[1].id, case.claims[0].id, case.claims[1].id]


async def test_a_source_is_marked_once_for_all_its_claims_and_unmarked(desk: OpenDesk) -> None:
    async with desk(leaning()) as d:
        await d.press("H", "x")
        assert [source.confidential for source in d.file.case.sources] == [True]
        assert "confidential" in d.sees()
        await d.press("z")
        assert not any(source.confidential for source in d.file.case.sources)


async def test_an_address_is_opened_in_the_browser(desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with desk(leaning()) as d:
        opened: list[str] = []
        monkeypatch.setattr(d.app, "open_url", opened.append)
        await d.press("H", "h", "j", "h")
        assert opened == [LOG]
        assert "no address to open" in d.message


async def test_a_kept_file_is_opened_at_its_place_from_the_list_and_the_claim(desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    case = ferry_case()
    evidence = (Evidence(url=LOG), Evidence(source="minutes.pdf", locator="p. 14"))
    case = case.with_claim(case.claims[0].model_copy(update={"evidence": evidence}))
    case = case.with_source(Source(name="minutes.pdf", sha256="a" * 64, status="ok"))
    opened: list[tuple[str, str | None, str | None]] = []

    def open_copy(path: Path, source: Source, place: str | None) -> str:
        opened.append((path.suffix, source.name, place))
        return "Opening minutes.pdf"

    monkeypatch.setattr(pipeline, "open_copy", open_copy)
    async with desk(case) as d:
        await d.press("g", "h")
        assert "Opening minutes.pdf" in d.message
        await d.press("H", "j", "h")
        assert opened == [(".toml", "minutes.pdf", "p. 14")] * 2


async def test_a_date_shows_and_opens_what_hangs_on_the_claim_that_it_is_part_of(desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its writer's note stands behind the sentence, and whoever decides the date or figure needs it."""
    case = ferry_case()
    monday = next(claim for claim in case.claims if claim.text == "Monday")
    cited = Evidence(source="minutes.pdf", locator="p. 14", stance=Stance.CITED)
    case = case.with_claim(case.claim(monday.part_of or "").model_copy(update={"evidence": (cited,)}))
    case = case.with_source(Source(name="minutes.pdf", sha256="a" * 64, status="ok"))
    opened: list[str | None] = []
    monkeypatch.setattr(pipeline, "open_copy", lambda _path, _source, place: opened.append(place) or "Opening minutes.pdf")
    async with desk(case) as d:
        d.session.view.choose(monday.id)
        await d.press("h", "equals_sign")
        assert opened == ["p. 14"]
        assert "it is attached to the larger claim, where enter goes" in d.message
        assert "on the larger claim (1)" in d.sees()
        assert "minutes.pdf  cited, p. 14" in d.sees()


def test_a_figure_that_a_cited_source_lacks_is_told_with_the_claim_and_the_figure() -> None:
    """Unless another source that is cited for the claim has it."""
    case = ferry_case()
    monday = next(claim for claim in case.claims if claim.text == "Monday")
    cited = tuple(Evidence(source=name, stance=Stance.CITED) for name in ("minutes.pdf", "log.txt"))
    case = case.with_claim(case.claim(monday.part_of or "").model_copy(update={"evidence": cited}))
    lacks = Quotation(claim=monday.id, quote="Monday", match=0, remarks=("it has “Tuesday” (page 3)",))
    has = Quotation(claim=monday.id, quote="Monday", match=100, found="Monday")
    case = case.with_source(Source(name="minutes.pdf", sha256="a" * 64, status="ok", quotations=(lacks,)))
    with_both = case.with_source(Source(name="log.txt", sha256="b" * 64, status="ok", quotations=(has,)))
    words = "“Monday”: the source does not have these words; it has “Tuesday” (page 3)"
    for told_of, shown in ((case, True), (with_both, False)):
        for chosen in (monday.id, monday.part_of):
            session = Session(told_of, Reader(name="Ada"), lambda: NOW)
            session.view.choose(chosen or "")
            lines = ["".join(text for text, _ in line) for line in details(session, "R")]
            assert any(words in line for line in lines) is shown
    assert "1 to look at:" in source_list(case)
    assert "to look at:" not in source_list(with_both)


def test_a_blind_reader_sees_nothing_of_others_around_a_date() -> None:
    case = ferry_case()
    monday = next(claim for claim in case.claims if claim.text == "Monday")
    taken = Evidence(url=LOG, added_by="Ben", stance=Stance.SUPPORTS)
    case = case.with_claim(case.claim(monday.part_of or "").model_copy(update={"evidence": (taken,)}))
    for blind in (True, False):
        session = Session(case, Reader(name="Ada", role=ReviewRole.SECOND, blind=blind), lambda: NOW)
        session.view.choose(monday.id)
        told = ["".join(text for text, _ in line) for line in details(session, "R")]
        assert any(LOG in line for line in told) is not blind


async def test_a_file_that_cannot_be_opened_is_told(desk: OpenDesk) -> None:
    case = ferry_case()
    case = case.with_claim(case.claims[0].model_copy(update={"evidence": (Evidence(source="minutes.pdf"),)}))
    async with desk(case.with_source(Source(name="minutes.pdf", sha256="a" * 64, status="ok"))) as d:
        await d.press("g", "h")
        assert "The copy of minutes.pdf cannot be opened" in d.message


async def test_no_other_address_of_a_case_is_opened(desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    case = ferry_case()
    evidence = (Evidence(url="file:///usr/bin/true"), Evidence(url="javascript:alert(1)"), Evidence(url="odd-handler://x"))
    async with desk(case.with_claim(case.claims[0].model_copy(update={"evidence": evidence}))) as d:
        opened: list[str] = []
        monkeypatch.setattr(d.app, "open_url", opened.append)
        await d.review.action_open_link()
        await d.press("H", "h", "j", "h", "j", "h")
        assert opened == []
        assert "no address to open" in d.message


async def test_what_cannot_be_kept_is_said(desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    async def look(_case: Case, _path: Path, _wanted: object) -> AsyncGenerator[Source, None]:
        raise FactcheckError("No snapshot can be kept in x.")
        yield

    monkeypatch.setattr(pipeline, "look_at_sources", look)
    async with desk(leaning()) as d:
        await d.press("H", "f")
        await d.app.workers.wait_for_complete()
        await d.pilot.pause()
        assert "No snapshot can be kept in x." in d.message


def test_a_blind_reader_sees_only_sources_of_their_own() -> None:
    session = Session(leaning(), Reader(name="Ada", role=ReviewRole.SECOND, blind=True), lambda: NOW)
    assert [source.url for source in session.view.seen_case.every_source] == [LOG]
    assert len(session.view.seen_case.leaning_on(session.view.seen_case.every_source[0])) == 1


def test_what_is_found_of_a_source_leaves_it_confidential() -> None:
    case = leaning()
    session = Session(case, BEN, lambda: NOW)
    session.make_confidential(Source(url=LOG), confidential=True)
    session.take_source(looked_at(case))
    assert (session.view.case.sources[0].status, session.view.case.sources[0].confidential) == ("ok", True)
