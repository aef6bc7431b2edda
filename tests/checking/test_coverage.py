"""Word by word, what of an article is checked: every word is ticked once, and what no claim holds is told."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import cli, pipeline, read_text
from factcheck.casefile import CaseFile
from factcheck.checking.coverage import loose
from factcheck.model import BlockRole, Case, Claim, Review, Verdict, Waiver
from factcheck.model.coverage import READ, Tick, stretches

AT = datetime(2026, 3, 4, 12, tzinfo=UTC)
STORY = """\
Weir rebuilt late

By Ann Lee

The weir at Stoke cost £4.2 million, the clerk said on Monday. Ruth Okafor hired 14 divers.

“Nobody told us,” said Tom Ward, who lives by the weir.
"""


@pytest.fixture(scope="module")
def case() -> Case:
    return pipeline.make_case(read_text(STORY))


def without(case: Case, words: str) -> Case:
    """The case without the claims that have these words, as when a reader takes them out."""
    return case.model_copy(update={"claims": tuple(claim for claim in case.claims if words not in claim.text)})


def waived(case: Case, words: str) -> Case:
    start = case.article.text.index(words)
    waiver = Waiver(start=start, end=start + len(words), text=words, by="Ada", at=AT, reason="known to all")
    return case.model_copy(update={"waivers": (waiver,)})


def ticks(case: Case) -> dict[str, Tick]:
    return {case.article.words(one): one.tick for one in stretches(case)}


def test_a_case_as_it_is_split_leaves_nothing_loose(case: Case) -> None:
    assert loose(case) == []
    assert set(ticks(case).values()) == {Tick.OPEN}
    assert not any("Ann Lee" in words for words in ticks(case))


def test_a_decision_ticks_the_words_of_its_claim(case: Case) -> None:
    chosen = next(claim for claim in case.claims if "14 divers" in claim.text and claim.part_of is None)
    review = Review(by="Ada", at=AT, verdict=Verdict.VERIFIED, judged=chosen.judged)
    decided = case.with_claim(chosen.model_copy(update={"reviews": (review,)}))
    assert ticks(decided)["Ruth Okafor hired 14 divers"] is Tick.DECIDED


def test_what_no_claim_holds_is_told_by_what_it_is(case: Case) -> None:
    assert [(one.what, one.words.text) for one in loose(without(case, "divers"))] == [("number", "14 divers")]
    assert [(one.what, one.words.text) for one in loose(without(case, "Nobody told"))] == [
        ("quotation", "“Nobody told us,”"),
    ]


def test_words_let_pass_are_waived_and_no_longer_loose(case: Case) -> None:
    bare = without(case, "divers")
    assert [one.words.text for one in loose(waived(bare, "Ruth Okafor hired"))] == ["14 divers"]
    assert ticks(waived(bare, "Ruth Okafor hired"))["Ruth Okafor hired"] is Tick.WAIVED
    assert set(ticks(waived(case, "Ruth Okafor")).values()) == {Tick.OPEN}


def test_waivers_are_kept_and_go_with_their_words(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "weir.toml"
    file = CaseFile.create(path, waived(without(case, "divers"), "Ruth Okafor hired 14 divers."))
    assert CaseFile.open(path).case.waivers == file.case.waivers
    moved = pipeline.new_version(file.case, read_text("A line more.\n\n" + STORY)).case
    assert [moved.article.text[w.start : w.end] for w in moved.waivers] == ["Ruth Okafor hired 14 divers."]
    changed = pipeline.new_version(file.case, read_text(STORY.replace("14 divers", "15 divers"))).case
    assert changed.waivers == ()


def test_the_command_tells_it_and_exits_with_1(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "weir.toml"
    CaseFile.create(path, without(case, "divers"))

    def run(*more: str) -> int:
        monkeypatch.setattr(sys, "argv", ["factcheck", "coverage", str(path), *more])
        with pytest.raises(SystemExit) as left:
            cli.main()
        assert isinstance(left.value.code, int)
        return left.value.code

    assert run() == 1
    told = capsys.readouterr().out
    assert "number “14 divers”: …" in told
    assert "without a source:" in told
    assert run("--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert [one["text"] for one in found["loose"]] == ["14 divers"]
    CaseFile.open(path).save(case)
    assert run() == 0


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 220), st.integers(0, 60)), max_size=6),
    st.lists(st.tuples(st.integers(0, 220), st.integers(0, 60)), max_size=4),
)
def test_every_word_has_one_tick(claims: list[tuple[int, int]], waivers: list[tuple[int, int]]) -> None:
    article = read_text(STORY)
    end = len(article.text)

    def spans(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
        return sorted((min(a, end), min(a + n, end)) for a, n in found if a < end and n)

    made = tuple(
        Claim(id=f"c{n}", kind="assertion", start=a, end=b, text=article.text[a:b], gist="") for n, (a, b) in enumerate(spans(claims))
    )
    let = tuple(Waiver(start=a, end=b, text=article.text[a:b], by="Ada", at=AT, reason="-") for a, b in spans(waivers))
    found = stretches(Case(article=article, claims=made, waivers=let))
    assert all(one.end <= two.start for one, two in pairwise(found))
    read = {n for block in article.blocks_of(*READ) for n in range(block.start, block.end) if article.text[n].isalnum()}
    assert {n for one in found for n in range(one.start, one.end) if article.text[n].isalnum()} == read
    assert BlockRole.FURNITURE not in READ


def test_waivers_of_two_readers_are_kept_where_their_words_stand_when_one_has_a_new_version(case: Case) -> None:
    from factcheck.casefile.merging import merge

    ours = waived(without(case, "divers"), "Ruth Okafor hired 14 divers.")
    newer = pipeline.new_version(case, read_text("A line more.\n\n" + STORY.replace("Monday", "Tuesday"))).case
    theirs = waived(newer, "Weir rebuilt late")
    both = merge(case, ours, theirs).case
    assert {both.article.text[w.start : w.end] for w in both.waivers} == {w.text for w in both.waivers}
    assert len(both.waivers) == 2
