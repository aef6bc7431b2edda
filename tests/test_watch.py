"""Watching: what others have changed in the cases since one last looked, in words, and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import casefile
from factcheck.casefile import CaseFile, keys, merge
from factcheck.cli import desk
from factcheck.model import Assignment, Case, Correction, Note, Removal, one_line
from factcheck.model.changes import LISTS, news, seen
from factcheck.reporting.watching import news_lines
from tests.builders import AT, ferry_case
from tests.casefile.cases import attach, decide, sign, undo
from tests.casefile.test_merging import moved_on
from tests.commands import Run, commands

BASE = ferry_case(reviewed=True)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command given in a folder with one case: its exit code and what it printed on both streams."""
    monkeypatch.chdir(tmp_path)
    CaseFile.create(Path("claims") / "ferry.toml", ferry_case())
    return commands(monkeypatch, capsys)


def changed(change: Callable[[Case], Case]) -> None:
    file = CaseFile.open(Path("claims") / "ferry.toml")
    file.save(change(file.case))


def told(before: Case, after: Case) -> list[str]:
    return list(news_lines(after, news(seen(before), after), "Ada"))


def test_what_others_did_is_told_once(run: Run) -> None:
    assert run("watch")[1] == "Cases seen for the first time: 1. From now on you are told what changes in them.\n"
    changed(lambda case: decide(decide(case, 5, "Ben", "disputed"), 4, "Ada"))
    gist = BASE.claims[5].gist
    assert run("watch")[1] == f"ferry.toml: Ben decided “disputed that it was said” on “{gist}”.\n"
    assert run("watch")[1] == "Nothing has changed since you last looked.\n"


def test_who_took_a_claim_out_is_told_with_its_names_dates_and_figures() -> None:
    """In one sentence; how many are gone is told of those alone of which nobody said so."""
    first = BASE.claims[0]
    parts = tuple(part.id for part in BASE.parts_of(first))
    assert parts
    gone = Removal(claim=first.id, text=first.text, parts=parts, by="Ben", at=AT)
    left = tuple(claim for claim in BASE.claims if claim.id not in (first.id, *parts))
    words = one_line(first.text, 80)
    assert told(BASE, BASE.model_copy(update={"claims": left, "removals": (gone,)})) == [f"Ben took out the claim: “{words}”."]
    assert told(BASE, BASE.model_copy(update={"claims": left}))[0] == f"{1 + len(parts)} claims taken out."


def test_each_reader_has_a_last_look_of_their_own_and_may_see_what_they_did(run: Run) -> None:
    run("watch")
    run("watch", "--reviewer", "Ben")
    run("note", "claims/ferry.toml", "@Ben ring the yard")
    assert run("watch", "--all")[1] == "ferry.toml: Ada wrote “@Ben ring the yard”.\n"
    assert run("watch", "--reviewer", "Ben")[1] == "ferry.toml: Ada wrote “@Ben ring the yard” (you are mentioned).\n"


def test_new_broken_mended_and_lost_files_are_told(run: Run) -> None:
    run("watch")
    path = Path("claims/ferry.toml")
    whole = path.read_text("utf-8")
    CaseFile.create(Path("claims/new.toml"), ferry_case())
    path.write_text("schema = ")
    said = run("watch")[1]
    assert "new.toml: a new case, 10 claims: Harbour ferry refit runs late\n" in said
    assert "ferry.toml, line 1: this is not valid TOML" in said
    assert run("watch")[1] == "Nothing has changed since you last looked.\n"
    path.write_text(whole, "utf-8")
    changed(lambda case: decide(case, 5, "Ben"))
    Path("claims/new.toml").unlink()
    lines = run("watch")[1].splitlines()
    assert [line[:26] for line in lines] == ["ferry.toml: Ben decided “v", "new.toml is no longer ther"]


@pytest.mark.parametrize("there", [b"", b"{", b'{"files": 3}', b"\xff"])
def test_what_is_kept_may_be_anything(run: Run, there: bytes) -> None:
    run("watch")
    casefile.looks._place(Path("claims"), "Ada").write_bytes(there)  # type: ignore[attr-defined]  # the module itself
    assert "for the first time" in run("watch")[1]


def test_it_goes_on_looking_until_it_is_ended(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What changes meanwhile is told; ctrl-c ends it without a word."""
    steps = iter([lambda: changed(lambda case: decide(case, 5, "Ben")), lambda: None])

    def wait(_seconds: float) -> None:
        step = next(steps, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    run("watch")
    monkeypatch.setattr(desk.time, "sleep", wait)
    code, said, error = run("watch", "--follow")
    assert (code, error) == (130, "")
    assert said.splitlines()[0] == "Nothing has changed since you last looked."
    assert [line[:28] for line in said.splitlines()[1:]] == ["ferry.toml: Ben decided “ver"]


def git(*words: str, day: str = "2026-11-27T09:00:00Z") -> None:
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    around = os.environ | who | {"GIT_COMMITTER_DATE": day, "GIT_AUTHOR_DATE": day}
    subprocess.run(["git", *words], check=True, capture_output=True, env=around)


def committed(name: str, day: str = "2026-11-27T09:00:00Z") -> None:
    git("add", "-A")
    git("commit", "-qm", name, day=day)
    git("tag", name)


class TestSinceARevision:
    @pytest.fixture
    def run(self, run: Run) -> Run:
        """In a folder with one case, then two in git; after that nobody has committed anything."""
        git("init", "-q")
        committed("first", "2026-11-20T09:00:00Z")
        CaseFile.create(Path("claims") / "second.toml", ferry_case())
        changed(lambda case: decide(case, 5, "Ben", "disputed"))
        committed("second", "2026-11-25T09:00:00Z")
        changed(lambda case: decide(case, 3, "Eve"))
        return run

    @pytest.mark.parametrize(
        ("since", "told"),
        [
            ("first", ["ferry.toml: Eve", "ferry.toml: Ben", "second.toml: a n"]),
            ("HEAD~1", ["ferry.toml: Eve", "ferry.toml: Ben", "second.toml: a n"]),
            ("HEAD", ["ferry.toml: Eve"]),
            ("2026-11-24", ["ferry.toml: Eve", "ferry.toml: Ben", "second.toml: a n"]),
            ("2026-11-25T10:00Z", ["ferry.toml: Eve"]),
            ("2026-11-01", ["ferry.toml: a ne", "second.toml: a n"]),
        ],
    )
    def test_what_changed_up_to_now_is_told_as_often_as_one_asks(self, run: Run, since: str, told: list[str]) -> None:
        for _ in range(2):
            code, said, _ = run("watch", "--since", since)
            assert (code, [line[: len(start)] for line, start in zip(said.splitlines(), told, strict=True)]) == (0, told)
        assert run("watch")[1].startswith("Cases seen for the first time: 2.")

    def test_ones_own_is_told_when_asked_for_and_nothing_is_said_to_be_nothing(self, run: Run) -> None:
        assert run("watch", "--since", "HEAD", "--reviewer", "Eve")[1] == "Nothing has changed since HEAD.\n"
        assert "ferry.toml: Eve" in run("watch", "--since", "HEAD", "--reviewer", "Eve", "--all")[1]

    def test_lost_and_broken_files_are_told_and_what_was_broken_then_is_new(self, run: Run) -> None:
        whole = Path("claims/second.toml").read_text("utf-8")
        Path("claims/second.toml").write_text("schema = ")
        assert "second.toml, line 1: this is not valid TOML" in run("watch", "--since", "HEAD")[1]
        committed("broken")
        Path("claims/second.toml").write_text(whole, "utf-8")
        Path("claims/ferry.toml").unlink()
        assert run("watch", "--since", "HEAD")[1].splitlines() == [
            "second.toml: a new case, 10 claims: Harbour ferry refit runs late",
            "ferry.toml is no longer there.",
        ]

    @pytest.mark.parametrize("since", ["nowhere", "", "--output=x", "first..second", "HEAD:claims/ferry.toml", "\x1b[31m"])
    def test_what_is_no_revision_is_one_sentence(self, run: Run, since: str) -> None:
        code, said, error = run("watch", f"--since={since}")
        assert (code, said) == (2, "")
        assert error.startswith("factcheck: git knows no revision")
        assert "\x1b" not in error

    def test_what_is_no_day_and_what_goes_not_together_is_refused(self, run: Run) -> None:
        assert "is no day" in " ".join(run("watch", "--since", "2026-13-01")[2].split())
        assert "choose one of" in " ".join(run("watch", "--since", "HEAD", "--follow")[2].split())

    def test_ctrl_c_ends_it_without_a_word(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupted(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(casefile.listing.disk, "read", interrupted)  # type: ignore[attr-defined]  # the module itself
        assert run("watch", "--since", "HEAD") == (130, "", "")

    def test_a_program_gets_each_entry_as_it_stands_and_in_a_sentence(self, run: Run) -> None:
        given = json.loads(run("watch", "--since", "first", "--json")[1])
        ferry, second = given["cases"]
        assert (given["since"], ferry["file"], ferry["new"], second["new"], second["changes"]) == ("first", "ferry.toml", False, True, None)
        one, two = ferry["changes"]["added"]
        assert {one["by"], two["by"]} == {"Ben", "Eve"}
        ben = one if one["by"] == "Ben" else two
        assert (ben["list"], ben["claim"], ben["entry"]["verdict"]) == ("reviews", BASE.claims[5].id, "disputed")
        assert ben["told"] == f"Ben decided “disputed that it was said” on “{BASE.claims[5].gist}”."


def test_outside_git_it_is_said_what_to_do(run: Run) -> None:
    code, _, error = run("watch", "--since", "HEAD")
    assert code == 2
    assert "leave --since out" in error


def test_a_folder_that_is_not_there_is_told(run: Run) -> None:
    assert run("watch", "nowhere", "--since", "HEAD") == (2, "", "factcheck: There is no folder nowhere; check the name.\n")


def test_a_program_gets_what_is_new_since_the_last_look_once(run: Run) -> None:
    assert json.loads(run("watch", "--json")[1]) == {"since": None, "cases": []}
    run("note", "claims/ferry.toml", "Who rings?", "--reviewer", "Ben")
    (case,) = json.loads(run("watch", "--json")[1])["cases"]
    (note,) = case["changes"]["added"]
    assert (note["list"], note["entry"]["text"], note["told"]) == ("notes", "Who rings?", "Ben wrote “Who rings?”.")
    assert json.loads(run("watch", "--json")[1]) == {"since": None, "cases": []}


def test_after_a_merge_what_both_sides_did_is_told() -> None:
    both = merge(BASE, decide(BASE, 5, "Ben"), noted(decide(BASE, 6, "Kim"), 1)).case
    assert [line.split()[0] for line in told(BASE, both)] == ["Ben", "Kim", "Kim"]
    assert told(BASE, both)[2] == "Kim wrote “Ring the yard”."


def test_a_new_version_of_the_article_makes_no_old_entry_new() -> None:
    assert told(BASE, moved_on(BASE, cut="")) == ["The article has other words."]


def test_what_is_taken_back_is_told() -> None:
    (line,) = told(decide(BASE, 5, "Ben"), BASE)
    assert line == f"A decision or note by Ben on “{BASE.claims[5].gist}” is no longer there."


def test_what_people_wrote_acts_on_no_terminal() -> None:
    note = Note(id="n", by="Ben\x1b[31m", at=AT, text="[b]look\u202e[/b]\x07\nhere")
    (line,) = told(BASE, BASE.model_copy(update={"notes": (note,)}))
    assert not {"\x1b", "\u202e", "\x07", "\n"} & set(line)
    assert "[b]look" in line


def noted(case: Case, minutes: int) -> Case:
    note = Note(id=f"n{minutes}", by="Kim", at=AT + timedelta(minutes=minutes), text="Ring the yard")
    return case.model_copy(update={"notes": (*case.notes, note)})


def given_to_ann(case: Case, minutes: int) -> Case:
    one = Assignment(to="Ann", by="Eva", at=AT + timedelta(minutes=minutes))
    return case.model_copy(update={"assignments": (*case.assignments, one)})


DEEDS: dict[str, tuple[Callable[[Case, int], Case], str]] = {
    "verdict": (lambda case, n: decide(case, 5, "Ben", minutes=n), "Ben decided “verified”"),
    "note on a claim": (lambda case, n: decide(case, 6, "Kim", None, n, note="Rang"), "Kim noted “Rang”"),
    "evidence": (lambda case, n: attach(case, 0, source=f"Ledger {n}", added_by="Kim"), "Kim added evidence"),
    "note": (noted, "Kim wrote"),
    "assignment": (given_to_ann, "Eva gave the case to Ann"),
    "sign-off": (lambda case, n: sign(case, "Eva", n), "Eva signed the case off"),
}


@given(st.lists(st.sampled_from(sorted(DEEDS)), max_size=6))
def test_exactly_what_was_done_is_told(deeds: list[str]) -> None:
    """As many sentences as deeds, each beginning as its deed does; and going back tells that each is gone."""
    case = BASE
    for minutes, deed in enumerate(deeds, 1):
        case = DEEDS[deed][0](case, minutes)
    assert sorted(line[:8] for line in told(BASE, case)) == sorted(DEEDS[deed][1][:8] for deed in deeds)
    assert len(told(case, BASE)) == len(deeds)
    assert told(case, case) == []


def test_no_list_of_a_case_to_which_people_add_is_left_out() -> None:
    """What is worked out, found or fetched, is not what people add."""
    assert set(LISTS) == set(keys.LISTS) - {"claims", "entities", "sources"}


def test_what_becomes_of_a_question_is_told() -> None:
    asked = decide(BASE, 5, "Ben", None, question="Nine or ten?")
    question = asked.claims[5].reviews[-1]
    answered = decide(asked, 5, "Kim", None, 1, on=question.ref, answer="Ten")
    (line,) = told(asked, answered)
    assert line.startswith("Kim passed on the author's answer “Ten” to the question “Nine or ten?” on “")
    (line,) = told(answered, decide(answered, 5, "Ben", None, 2, on=question.ref, withdraws=True))
    assert line.startswith("Ben took back the question “Nine or ten?” on “")


def test_what_was_corrected_after_it_ran_is_told() -> None:
    one = Correction(id="c1", by="Eva", at=AT, was="36 ships", now="102 ships")
    corrected = BASE.model_copy(update={"corrections": (one,)})
    assert told(BASE, corrected) == ["Eva corrected the article after it ran: “36 ships → 102 ships”."]
    back = Correction(id="c2", by="Eva", at=AT, withdraws="c1")
    assert told(corrected, BASE.model_copy(update={"corrections": (one, back)})) == ["Eva withdrew the correction c1."]


def test_undoing_what_was_there_is_told_with_what_came_in_its_place() -> None:
    assert len(told(BASE, decide(undo(BASE, 0), 0, "Ben"))) == 2
