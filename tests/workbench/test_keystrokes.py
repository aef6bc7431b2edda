"""The keys that a job takes: each job of docs/reference/keys.md is done by pressing just the keys that stand there."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck.casefile import CaseFile
from factcheck.model import Aspect, Case, ClaimKind, DateValue, Standing
from factcheck.reporting import FORMATS
from factcheck.workbench.filters import by_kind
from factcheck.workbench.keys import REVIEW
from tests.builders import article, claim, ferry_case
from tests.workbench.conftest import Desk, OpenDesk

ROOT = Path(__file__).parent.parent.parent
ROWS = re.findall(r"^\| (.+?) \| (`.+?`) \| (\d+) \| .+ \|$", (ROOT / "docs" / "reference" / "keys.md").read_text("utf-8"), re.MULTILINE)
NAMES = {key.sign: key.keys[0] for key in REVIEW} | {"enter": "enter"}


def days() -> Case:
    """Thirty assertions with a date each, two of which are decided."""
    sentences = [f"Boat {n} left on {n} May 2024." for n in range(1, 31)]
    text = "The boats leave\n\n" + " ".join(sentences) + "\n"
    claims = []
    for n, sentence in enumerate(sentences, 1):
        whole = claim(text, "assertion", sentence)
        start = text.index(f"{n} May 2024", whole.start)
        value = DateValue(start=start, end=start + len(f"{n} May 2024"), text=f"{n} May 2024", value=f"2024-05-{n:02}")
        day = claim(text, "date", value.text, date=value, part_of=whole.id, nth=text[:start].count(value.text) + 1)
        claims += [whole, day]
    return Case(article=article(text), claims=tuple(claims))


async def limited(d: Desk) -> None:
    """The list shows the dates; two have a verdict."""
    d.session.view.limit(by_kind(ClaimKind.DATE))
    d.session.view.choose(next(one.id for one in d.session.view.claims if one.kind is ClaimKind.DATE))
    await d.press("v", "v")
    assert len(d.session.view.shown) == 30


def dates_decided(d: Desk) -> bool:
    dates = [one for one in d.file.case.claims if one.kind is ClaimKind.DATE]
    saves = len(d.file.saves)
    return all(one.standing() is Standing.VERIFIED for one in dates) and len(dates) == 30 and saves == 3


async def flagged(d: Desk) -> None:
    await d.go_to("The ferry carried")


async def nothing(d: Desk) -> None:
    """The job begins where the case is opened."""


@dataclass(frozen=True)
class Job:
    """What stands before the keys are pressed, and whether they did it."""

    done: Callable[[Desk], bool]
    before: Callable[[Desk], Awaitable[None]] = nothing
    case: Callable[[], Case] = ferry_case


def halves(d: Desk) -> bool:
    first = d.file.case.claims[0]
    return {first.standing(aspect) for aspect in Aspect} == {Standing.VERIFIED} and len(d.file.saves) == 1


def corrected(d: Desk) -> bool:
    found = [review.correction for one in d.file.case.claims for review in one.reviews]
    return found == ["The ferry carried 3,400 people in 2022, the RTA said."]


def exported(d: Desk) -> bool:
    number = sum(form.always for form in FORMATS.values())
    told = d.app.screen is d.review and f"Exported {number} reports into {Path('export').absolute()}" in d.message
    return told and (Path("export") / "ferry.md").exists()


JOBS = {
    "both halves of what somebody said: said, and so": Job(halves),
    "a verdict for 28 dates, with the list limited to them": Job(dates_decided, limited, days),
    "the same for the claims from here to the last one listed": Job(dates_decided, limited, days),
    "another speaker, who is in the case": Job(lambda d: d.file.case.claims[0].speaker.name == "Ruth Okafor"),
    "list what is disputed or false": Job(
        lambda d: [one.standing().value for one in d.session.view.shown[1:]] == ["disputed"], case=lambda: ferry_case(reviewed=True)
    ),
    "correct a claim as its flag suggests": Job(corrected, flagged),
    "go to claim number 57": Job(lambda d: d.chosen.id == d.session.view.claims[56].id, case=days),
    "copy a claim": Job(lambda d: d.app.clipboard == d.session.view.claims[0].in_context),
    "write the reports": Job(exported),
}


def test_the_jobs_are_those_of_the_page() -> None:
    assert [job for job, _, _ in ROWS] == list(JOBS)


@pytest.mark.parametrize(("job", "keys", "count"), ROWS, ids=[row[0] for row in ROWS])
async def test_a_job(job: str, keys: str, count: str, desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The keys do it, and there are as many as the page says."""
    monkeypatch.chdir(tmp_path)
    case = JOBS[job].case()
    CaseFile.create(tmp_path / "ferry.toml", case)
    async with desk(case) as d:
        await JOBS[job].before(d)
        assert not (d.file.saves and JOBS[job].done(d))
        pressed = [NAMES.get(key, key) for key in re.findall(r"`([^`]+)`", keys)]
        assert len(pressed) == int(count)
        await d.press(*pressed)
        await d.until(lambda: bool(JOBS[job].done(d)))


async def test_what_is_listed_only_because_it_is_chosen_is_not_among_all(desk: OpenDesk) -> None:
    async with desk(days()) as d:
        d.session.view.limit(by_kind(ClaimKind.DATE))
        assert d.chosen.kind is ClaimKind.ASSERTION
        await d.press("asterisk")
        assert "30 claims selected" in d.message
        await d.press("escape", "v")
        assert sum(bool(one.reviews) for one in d.file.case.claims) == 1, "none is selected any more"


async def test_one_undo_takes_all_of_them_back(desk: OpenDesk) -> None:
    async with desk(days()) as d:
        await limited(d)
        await d.press("asterisk", "x")
        assert "28 claims: false" in d.message
        assert sum(one.standing() is Standing.FALSE for one in d.file.case.claims) == 28
        await d.press("z")
        assert sum(one.standing() is Standing.UNREVIEWED for one in d.file.case.claims) == 58
        await d.press("Z")
        assert sum(one.standing() is Standing.FALSE for one in d.file.case.claims) == 28
