"""The desk: who has a case until when, notes on it, and the queue over all cases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from factcheck import pipeline
from factcheck.casefile import CaseFile, load
from factcheck.cli import desk
from factcheck.model import AssignAction, NoteAction, ReviewRole
from tests.builders import ferry_case
from tests.casefile.cases import decide, sign
from tests.commands import Run, commands

HOSTILE = "[b]Eve[/b]\x1b[31m\u202e\nline two"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command given in a folder: its exit code and what it printed on both streams."""
    monkeypatch.chdir(tmp_path)
    return commands(monkeypatch, capsys, "Ada Low")


def case_at(name: str) -> Path:
    return CaseFile.create(Path("claims") / f"{name}.toml", ferry_case()).path


class TestAssigning:
    def test_giving_handing_over_and_taking_back_are_all_entries(self, run: Run) -> None:
        path = str(case_at("ferry"))
        assert run("assign", path)[1] == "Nobody has this case.\n"
        assert run("assign", path, "--to", "Ben", "--due", "2999-12-01")[1] == "Ben, due 2999-12-01\n"
        assert run("assign", path, "--from", "ben", "--to", "Ann")[1] == "Ann, due 2999-12-01\n"
        assert run("assign", path, "--from", "Ann")[1] == "Nobody has this case.\n"
        entries = [(one.to, one.action, one.by) for one in load(Path(path)).assignments]
        given, back = AssignAction.GIVEN, AssignAction.BACK
        assert entries == [("Ben", given, "Ada Low"), ("Ben", back, "Ada Low"), ("Ann", given, "Ada Low"), ("Ann", back, "Ada Low")]

    def test_who_does_not_have_it_in_that_role_cannot_give_it_back(self, run: Run) -> None:
        path = str(case_at("ferry"))
        run("assign", path, "--to", "Ben", "--role", "editor")
        code, _, said = run("assign", path, "--from", "Ben")
        assert (code, said) == (2, "factcheck: Ben does not have this case as checker; factcheck assign CASE tells who has it.\n")
        assert [one.role for one in load(Path(path)).holders] == [ReviewRole.EDITOR]

    @pytest.mark.parametrize("due", ["soon", "2026-13-01", "2026-12-01T27:00", ""])
    def test_what_is_no_time_is_refused(self, run: Run, due: str) -> None:
        path = str(case_at("ferry"))
        code, _, said = run("assign", path, "--to", "Ben", "--due", due)
        assert (code, "neither a day nor a date and time" in " ".join(said.split())) == (2, True)
        assert load(Path(path)).assignments == ()

    def test_a_due_moment_without_a_zone_in_a_file_is_told_with_its_line(self, run: Run) -> None:
        path = case_at("ferry")
        run("assign", str(path), "--to", "Ben", "--due", "2026-12-01T17:00+01:00")
        path.write_text(path.read_text("utf-8").replace("17:00:00+01:00", "17:00:00"), "utf-8")
        code, _, said = run("assign", str(path))
        assert code == 2
        assert "a moment needs its zone" in said
        assert ", line " in said


class TestNotes:
    def test_writing_answering_and_dealing_with_one(self, run: Run) -> None:
        path = str(case_at("ferry"))
        name = run("note", path, "@Ben who rings the yard?")[1].removeprefix("Noted: ").rstrip(".\n")
        run("note", path, "I do", "--reply", name, "--reviewer", "Ben")
        listed = run("note", path)[1].splitlines()
        assert [line.partition(": ")[2] for line in listed[:2]] == ["@Ben who rings the yard?", "I do"]
        assert listed[1].startswith("    ")
        assert run("note", path, "--resolve", name)[1] == "Dealt with.\n"
        assert run("note", path)[1] == "0 open notes.\n"
        assert "I do" in run("note", path, "--all")[1]
        assert [note.action for note in load(Path(path)).notes] == [NoteAction.WRITTEN, NoteAction.WRITTEN, NoteAction.RESOLVED]

    def test_only_its_writer_takes_a_note_back(self, run: Run) -> None:
        path = str(case_at("ferry"))
        name = run("note", path, "The yard is shut", "--reviewer", "Ben")[1].removeprefix("Noted: ").rstrip(".\n")
        code, _, said = run("note", path, "--withdraw", name)
        assert (code, said.startswith("factcheck: Ben wrote that note")) == (2, True)
        assert run("note", path, "--withdraw", name, "--reviewer", "Ben")[0] == 0
        assert "The yard is shut" not in run("note", path, "--all")[1]
        assert load(Path(path)).notes[0].text == "The yard is shut"

    def test_what_was_done_already_is_refused_and_adds_nothing(self, run: Run) -> None:
        """Dealt with twice, taken back twice, or answered once it was taken back; and given to somebody who has it so."""
        path = str(case_at("ferry"))
        one, two = (run("note", path, text)[1].removeprefix("Noted: ").rstrip(".\n") for text in ("Who rings?", "Is it late?"))
        for words in (("note", "--resolve", one), ("note", "--withdraw", two), ("assign", "--to", "Ben", "--due", "2999-01-01")):
            assert run(words[0], path, *words[1:])[0] == 0
        before = Path(path).read_bytes()
        assert "is dealt with already; a reply opens it again" in run("note", path, "--resolve", one)[2]
        assert "was taken back; write a new one" in run("note", path, "--withdraw", two)[2]
        assert "was taken back; write a new one" in run("note", path, "No", "--reply", two)[2]
        assert "in that role already; nothing was added" in run("assign", path, "--to", "ben", "--due", "2999-01-01")[2]
        assert Path(path).read_bytes() == before
        assert run("note", path, "Again", "--reply", one)[0] == 0
        assert run("assign", path, "--to", "Ben", "--due", "2999-01-02")[0] == 0

    def test_an_answer_to_no_note_is_refused(self, run: Run) -> None:
        code, _, said = run("note", str(case_at("ferry")), "Yes", "--reply", "zzzzzz")
        assert (code, "has no note zzzzzz" in said) == (2, True)


class TestTheQueue:
    def test_what_is_next_stands_first_and_a_broken_file_is_one_row(self, run: Run) -> None:
        for name in ("a", "b", "c", "d", "e"):
            case_at(name)
        run("assign", "claims/b.toml", "--to", "Ben", "--due", "2001-01-01")
        run("assign", "claims/c.toml", "--to", "Ada Low", "--due", "2999-01-01T09:00Z")
        run("note", "claims/d.toml", "@Ada have you the log?", "--reviewer", "Ben")
        file = CaseFile.open(Path("claims/e.toml"))
        file.save(sign(file.case, "Eva", 1))
        Path("claims/0.toml").write_text("schema = ")
        code, told, _ = run("queue")
        rows = told.splitlines()
        assert code == 0
        assert [row[50:].split()[0] for row in rows[1:6]] == list("bcdae")
        assert rows[1].startswith("! 1 Jan 2001   Ben             0/10")
        assert rows[2].startswith("  1 Jan 2999")
        assert rows[5].startswith("  signed off   -")
        assert "this is not valid TOML" in rows[6]
        assert rows[7] == "6 cases, 1 overdue, 1 cannot be read. To open one: factcheck review claims/NAME.toml"
        assert rows[8] == "(! overdue, ⚑ flags, @ notes that wait for you, ✎ open notes)"
        assert run() == (0, told, "")

    def test_rows_fit_a_terminal_and_lose_no_name(self, run: Run) -> None:
        names = ["x" * 26, "y" * 70, "Ferry"]
        for name in names:
            case_at(name)
            run("assign", f"claims/{name}.toml", "--to", "Somebody With A Long Name", "--due", "2999-12-12T17:00Z")
            run("assign", f"claims/{name}.toml", "--to", "Ben", "--role", "editor")
            run("note", f"claims/{name}.toml", "@Ada?", "--reviewer", "Ben")
        rows = run("queue")[1].splitlines()
        assert max(map(len, rows[:-2])) <= 80
        assert all(any(name in row.split() for row in rows) for name in names)
        assert "Harbour ferry refit" in next(row for row in rows if "Ferry" in row)

    def test_what_was_signed_off_and_changed_since_says_so(self, run: Run) -> None:
        file = CaseFile.open(case_at("a"))
        file.save(sign(file.case, "Eva", 1))
        file.save(decide(file.case, 0, "Ben", "disputed"))
        told = run("queue")[1]
        assert told.splitlines()[1].startswith("≠ ")
        assert "≠ changed since it was signed off" in told

    def test_how_far_it_is_in_many_cases_is_told_once_and_ctrl_c_keeps_what_was_read(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The second list reads only what the first did not."""
        for n in range(6):
            case_at(f"case-{n}")
        steps: list[str] = []

        @contextmanager
        def watched() -> Iterator[pipeline.OnProgress]:
            yield follow

        def follow(step: str) -> None:
            steps.append(step)
            if len(steps) == 4:
                raise KeyboardInterrupt

        monkeypatch.setattr(desk, "shown_progress", watched)
        assert run("queue") == (130, "", "")
        assert steps == [f"Reading cases: {n} of 6" for n in (1, 2, 3, 4)]
        assert run("queue")[0] == 0
        assert steps[4:] == [f"Reading cases: {n} of 6" for n in (4, 5, 6)]
        steps.clear()
        assert run("queue")[0] == 0
        assert steps == []

    def test_mine_is_what_i_have_and_where_i_am_waited_for(self, run: Run) -> None:
        for name in ("a", "b", "c"):
            case_at(name)
        run("assign", "claims/a.toml", "--to", "ada low")
        name = run("note", "claims/b.toml", "@ada.low?", "--reviewer", "Ben")[1].removeprefix("Noted: ").rstrip(".\n")
        mine = [Path(case["path"]).name for case in json.loads(run("queue", "--mine", "--json")[1])["cases"]]
        assert mine == ["a.toml", "b.toml"]
        run("note", "claims/b.toml", "Yes", "--reply", name)
        (case,) = json.loads(run("queue", "--mine", "--json")[1])["cases"]
        assert (case["holders"][0]["name"], case["open_notes"], case["mentions_of_me"]) == ("ada low", 0, 0)

    def test_a_second_reader_sees_how_far_they_are_themselves(self, run: Run) -> None:
        """All is decided, by somebody else; once the second reader has decided too, nothing is left for them."""
        path = case_at("ferry")
        run("assign", path, "--to", "Ada Low", "--role", "second", "--due", "2001-01-01")
        file = CaseFile.open(path)
        for n in range(len(file.case.claims)):
            file.save(decide(file.case, n, "Ben", "verified"))
        told = run("queue")[1]
        assert "0/10²" in told
        assert "² decided by you, as second reader" in told
        assert told.splitlines()[1].startswith("! 1 Jan 2001")
        told = run("queue", "--reviewer", "Eva")[1]
        assert "10/10 " in told
        assert "²" not in told
        for n in range(len(file.case.claims)):
            file.save(decide(file.case, n, "ada  low", "verified"))
        assert "10/10²" in run("queue")[1]
        assert json.loads(run("queue", "--json")[1])["cases"][0]["decided_by_me"] == 10
        assert "Nothing in claims is waiting for" in run("queue", "--mine")[1]

    def test_names_and_notes_act_on_no_terminal(self, run: Run) -> None:
        path = str(case_at("ferry"))
        run("assign", path, "--to", HOSTILE)
        run("note", path, HOSTILE, "--reviewer", "Ben")
        for words in (("queue",), ("note", path), ("assign", path)):
            told = run(*words)[1]
            assert not {"\x1b", "\u202e"} & set(told)
            assert "[b]Eve" in told
        assert load(Path(path)).notes[0].text == HOSTILE

    def test_an_empty_folder_is_told(self, run: Run) -> None:
        assert run("queue")[:2] == (0, "There are no cases in claims yet. Start one with: factcheck review ARTICLE\n")
        case_at("ferry")
        assert run("queue", "--mine")[1] == "Nothing in claims is waiting for Ada Low.\n"
