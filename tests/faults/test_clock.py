"""The clock goes backwards, by years, to before 1980 and 1970, and zones change: what was decided last counts, and nothing is lost."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import pipeline, reporting
from factcheck.casefile import CaseFile, load
from factcheck.casefile.merging import merge
from factcheck.casefile.threeway import union
from factcheck.model import Case, Policy, Reader, Review, ReviewRole, SignAction, SignOff, Source, Standing, Verdict
from factcheck.reporting import Options
from factcheck.workbench import shaping
from factcheck.workbench.keeper import Keeper
from factcheck.workbench.session import Session
from tests.builders import FERRY, ferry_case
from tests.casefile.cases import attach, decide
from tests.faults.conftest import Give
from tests.faults.errands import Desk

EAST, WEST = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))
BACKWARDS = (
    datetime(2024, 3, 6, 9, tzinfo=UTC), datetime(2024, 3, 6, 9, tzinfo=UTC), datetime(2019, 1, 1, tzinfo=EAST),
    datetime(1979, 12, 31, 23, tzinfo=WEST), datetime(1969, 12, 31, tzinfo=UTC), datetime(1900, 1, 1, tzinfo=UTC),
    datetime(1, 1, 1, tzinfo=EAST), datetime(9999, 12, 31, 23, 59, tzinfo=WEST), datetime(2024, 3, 6, 8, tzinfo=EAST),
)  # fmt: skip
"""Moments as a machine with a flat battery, a wrong zone and a time server may give them, one after the other."""
VERDICTS = (Verdict.VERIFIED, Verdict.FALSE, Verdict.DISPUTED)


def ticking() -> Iterator[datetime]:
    while True:
        yield from BACKWARDS


def verdicts(case: Case, nth: int, by: str) -> list[Verdict]:
    return [review.verdict for review in case.claims[nth].reviews if review.by == by and review.verdict]


def deciding(case: Case, nth: int, by: str, times: int) -> Case:
    """The case after somebody has decided on a claim so often, by a clock that goes backwards."""
    for n in range(times):
        at = BACKWARDS[n]
        claim = case.claims[nth]
        review = Review(by=by, at=at, aspect=claim.aspects[0], verdict=VERDICTS[n % 3], judged=claim.judged)
        case = case.with_claim(claim.model_copy(update={"reviews": (*claim.reviews, review)}))
    return case


class TestDeciding:
    def test_what_is_decided_last_counts_and_is_saved_last(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("FACTCHECK_STATE", str(tmp_path))
        clock = ticking()
        file = CaseFile.create(tmp_path / "ferry.toml", ferry_case())
        session = Session(file.case, Reader(name="Ada", role=ReviewRole.EDITOR), clock=lambda: next(clock))
        keeper, first = Keeper(session, file), session.view.claims[0]
        given = [VERDICTS[n % 3] for n in range(len(BACKWARDS))]

        async def work() -> None:
            for verdict in given:
                session.view.choose(first.id, first.aspects[0])
                session.decide(verdict)
                await keeper.keep()
                assert keeper.trouble is None

        asyncio.run(work())
        assert verdicts(load(file.path), 0, "Ada") == given
        assert load(file.path).claims[0].standing() is Standing(given[-1].value)
        assert session.history.pace is None or session.history.pace > 0

    def test_a_sign_off_and_its_reopening_count_in_their_order(self) -> None:
        clock = ticking()
        session = Session(ferry_case(), Reader(name="Ada", role=ReviewRole.EDITOR), clock=lambda: next(clock))
        for claim in session.view.case.claims:
            for aspect in claim.aspects:
                session.view.choose(claim.id, aspect)
                session.decide(Verdict.VERIFIED)
        for _ in range(4):
            session.signing.sign_off(Policy(), "")
            assert session.view.signed is not None
            session.signing.reopen("another look")
            assert session.view.signed is None

    @pytest.mark.parametrize("times", range(2, 9))
    def test_a_merge_keeps_each_readers_decisions_in_their_order(self, times: int) -> None:
        base = decide(ferry_case(), 0, "Ada", "opinion")
        ours, theirs = deciding(base, 0, "Ada", times), deciding(base, 0, "Ben", times)
        both = merge(base, ours, theirs).case
        assert verdicts(both, 0, "Ada") == verdicts(ours, 0, "Ada")
        assert verdicts(both, 0, "Ben") == verdicts(theirs, 0, "Ben")
        assert merge(base, theirs, ours).case == both

    @given(st.lists(st.sampled_from(BACKWARDS), max_size=5), st.lists(st.sampled_from(BACKWARDS), max_size=5), st.integers(0, 5))
    def test_any_two_histories_come_together_with_each_in_its_order(self, ours: list[datetime], theirs: list[datetime], known: int) -> None:
        def entries(by: str, moments: list[datetime]) -> list[dict[str, object]]:
            return [{"by": by, "at": at, "nth": n} for n, at in enumerate(moments)]

        base = entries("Ada", ours)[:known]
        one, two = entries("Ada", ours), base + entries("Ben", theirs)
        both = union(base, one, two)
        assert [entry for entry in both if entry["by"] == "Ada"] == one
        assert [entry for entry in both if entry["by"] == "Ben"] == entries("Ben", theirs)
        assert union(base, two, one) == both

    def test_two_saves_at_once_keep_each_readers_decisions_in_their_order(self, tmp_path: Path) -> None:
        one = CaseFile.create(tmp_path / "ferry.toml", ferry_case())
        two = CaseFile.open(one.path)
        mine = theirs = ferry_case()
        for times in range(1, 8):
            mine, theirs = deciding(ferry_case(), 0, "Ada", times), deciding(ferry_case(), 0, "Ben", times)
            one.save(mine)
            two.save(theirs)
        saved = load(one.path)
        assert verdicts(saved, 0, "Ada") == verdicts(mine, 0, "Ada")
        assert verdicts(saved, 0, "Ben") == verdicts(theirs, 0, "Ben")

    def test_two_claims_that_are_joined_keep_the_order_of_each(self) -> None:
        case = deciding(deciding(ferry_case(), 0, "Ada", 6), 3, "Ben", 6)
        whole = shaping.joined(case, case.claims[0], case.claims[3], "Ada").after[0]
        for nth, by in ((0, "Ada"), (3, "Ben")):
            assert [review.verdict for review in whole.reviews if review.by == by] == verdicts(case, nth, by)


class TestReports:
    @pytest.mark.parametrize("name", reporting.FORMATS)
    @pytest.mark.parametrize("at", [*BACKWARDS, datetime(1, 1, 1, tzinfo=EAST), datetime(9999, 12, 31, 23, tzinfo=WEST)], ids=str)
    def test_of_decisions_at_any_moment_can_be_written(self, name: str, at: datetime) -> None:
        case = ferry_case()
        for nth in (0, 1):
            case = decide(case, nth, "Ada", at=at)
        case = case.model_copy(update={"signoffs": (SignOff(action=SignAction.SIGNED, by="Zoe", at=at, seal=case.seal),)})
        options = Options(
            publisher="The Coast Wire", publisher_url="https://wire.example", url="https://wire.example/1", appeared="https://a.example"
        )
        assert reporting.FORMATS[name].render(case, options)
        assert reporting.as_table(reporting.statistics([("ferry", case)]))

    @pytest.mark.parametrize("name", [name for name, form in reporting.FORMATS.items() if form.always])
    def test_are_the_same_in_every_zone_that_a_machine_may_be_in(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        noon = datetime.fromisoformat("2024-03-05T12:00")  # as somebody may have written it into the file
        case = attach(ferry_case(reviewed=True), 1, source="a call", stance="supports", added_by="Ada", added_at=noon)
        made = []
        for zone in ("UTC", "Pacific/Kiritimati", "America/St_Johns"):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            made.append(reporting.FORMATS[name].render(case, Options()))
        monkeypatch.delenv("TZ")
        time.tzset()
        assert made[0] == made[1] == made[2]

    def test_are_written_by_a_machine_whose_clock_stands_before_1980(
        self, template: Path, tmp_path: Path, give: Give, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The same to the byte, those in a ZIP as well, which cannot hold such a day."""
        desk = Desk(tmp_path / "now").laid(template)
        assert give(desk, ("export", "claims/ferry.toml")) == 0
        before = Desk(tmp_path / "before").laid(template)
        real = time.localtime
        monkeypatch.setattr(time, "time", lambda: -86_400.0)
        monkeypatch.setattr(time, "localtime", lambda at=-86_400.0: real(at))
        for name, form in reporting.FORMATS.items():
            if form.always:
                assert give(before, ("export", "claims/ferry.toml", "--to", name)) == 0
                made = f"export/ferry{form.suffix}"
                assert (before.work / made).read_bytes() == (desk.work / made).read_bytes()


class TestFiles:
    @pytest.mark.parametrize("changed", [-1e10, -1.0, 0.0, 4e9, 1e12, 9e17], ids=str)
    def test_changed_at_any_moment_are_listed_and_saved(self, changed: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
        file = CaseFile.create(tmp_path / "claims" / "ferry.toml", ferry_case())
        try:
            os.utime(file.path, (changed, changed))
        except (OSError, OverflowError):
            pytest.skip("this file system keeps no such moment")
        for _ in range(2):
            assert [one.progress.total for one in pipeline.summaries(tmp_path / "claims") if one.progress] == [len(file.case.claims)]
        file.save(decide(file.case, 0, "Ada"))
        assert verdicts(load(file.path), 0, "Ada") == [Verdict.VERIFIED]

    def test_what_a_killed_save_left_tomorrow_is_in_nobodys_way(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The clock was a day fast when it was left."""
        file = CaseFile.create(tmp_path / "ferry.toml", ferry_case())
        monkeypatch.setattr(time, "time", lambda: 0.0)
        file.save(decide(file.case, 0, "Ada"))
        assert verdicts(load(file.path), 0, "Ada") == [Verdict.VERIFIED]
        assert [path.name for path in tmp_path.iterdir()] == ["ferry.toml"]


class TestUpdate:
    def test_keeps_decisions_in_their_order(self, tmp_path: Path) -> None:
        path = tmp_path / "ferry.toml"
        CaseFile.create(path, deciding(ferry_case(), 0, "Ada", 8))
        new = tmp_path / "ferry.txt"
        new.write_text("A line before\n\n" + FERRY.replace("nine of the twelve", "ten of the twelve"), "utf-8")
        pipeline.update_case(path, str(new))
        kept = next(claim for claim in load(path).claims if claim.reviews)
        assert [review.at for review in kept.reviews] == list(BACKWARDS[:8])
        assert any(one > two for one, two in pairwise(BACKWARDS[:8]))


class TestEvidence:
    def test_that_was_fetched_tomorrow_is_not_fetched_again_for_that(self) -> None:
        from factcheck.evidence import waiting

        case = decide(ferry_case(reviewed=True), 0, "Ada")
        url = next(item.key for claim in case.claims for item in claim.evidence if item.url)
        for at in BACKWARDS:
            assert waiting(case.with_source(Source(url=url, fetched=at, status="ok"))) == []
