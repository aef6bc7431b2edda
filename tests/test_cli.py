"""What a person gets from each command: output, files, exit codes, and one sentence when something is wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import jsonschema
import pytest

from tests.builders import FERRY
from tests.commands import commands

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "hanoi-summit.txt"


class Done(NamedTuple):
    """What came of a command."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in an empty folder, without a terminal."""
    monkeypatch.chdir(tmp_path)
    given = commands(monkeypatch, capsys)
    return lambda *args, **stdin: Done(*given(*args, **stdin))


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """The ferry article as a file."""
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY, encoding="utf-8")
    return path


class TestReview:
    def test_without_a_terminal_it_prints_the_summary_and_how_to_open(self, run: Run, tmp_path: Path) -> None:
        done = run("review", SAMPLE)
        assert done.returncode == 0, done.stderr
        assert "N Korea, US vow to keep talking" in done.stdout
        assert "factcheck review claims/hanoi-summit.toml" in done.stdout
        assert (tmp_path / "claims" / "hanoi-summit.toml").exists()

    def test_opening_it_again_changes_nothing(self, run: Run, ferry: Path) -> None:
        run("review", ferry)
        case = ferry.parent / "claims" / "ferry.toml"
        before = case.read_bytes()
        assert run("review", ferry).returncode == 0
        assert run("review", case).returncode == 0
        assert case.read_bytes() == before

    def test_an_article_that_changed_is_told_and_its_case_kept(self, run: Run, ferry: Path) -> None:
        run("review", ferry)
        case = ferry.parent / "claims" / "ferry.toml"
        before = case.read_bytes()
        ferry.write_text(FERRY.replace("twelve", "ten"), encoding="utf-8")
        done = run("review", ferry)
        assert "has changed since" in done.stdout
        assert case.read_bytes() == before

    def test_another_article_of_the_same_name_gets_a_case_of_its_own(self, run: Run, ferry: Path) -> None:
        run("review", ferry)
        other = ferry.parent / "drafts" / "ferry.txt"
        other.parent.mkdir()
        other.write_text("Another story\n\nThe mayor left on Tuesday.\n", encoding="utf-8")
        assert run("review", other).returncode == 0
        assert sorted(p.name for p in (ferry.parent / "claims").glob("*.toml")) == ["ferry-2.toml", "ferry.toml"]

    def test_opening_a_case_never_loads_the_language_model(self, run: Run, ferry: Path) -> None:
        """Nor what only an update needs."""
        run("review", ferry)
        heavy = "{'spacy', 'rapidfuzz', 'factcheck.casefile.driver'}.isdisjoint(sys.modules)"
        code = f"import sys; from factcheck import pipeline; pipeline.open_case('claims/ferry.toml'); sys.exit(not {heavy})"
        assert subprocess.run([sys.executable, "-c", code], cwd=ferry.parent, check=False).returncode == 0


class TestSplit:
    def test_a_readable_list(self, run: Run, ferry: Path) -> None:
        done = run("split", ferry)
        assert done.returncode == 0
        assert "Ruth Okafor" in done.stdout
        assert "£1.2m" in done.stdout

    def test_json_is_one_object_that_fits_the_published_schema(self, run: Run, ferry: Path) -> None:
        found = json.loads(run("split", ferry, "--json").stdout)
        jsonschema.validate(found, json.loads(run("schema").stdout))
        text = found["article"]["text"]
        assert found["claims"]
        assert all(text[c["start"] : c["end"]] == c["text"] for c in found["claims"])

    def test_standard_input(self, run: Run) -> None:
        assert "Ruth Okafor" in run("split", "-", stdin=FERRY).stdout

    def test_toml_writes_the_case_and_prints_its_path(self, run: Run, ferry: Path) -> None:
        done = run("split", ferry, "--toml", "--out", "cases")
        assert done.stdout.strip() == "cases/ferry.toml"
        assert (ferry.parent / "cases" / "ferry.toml").exists()

    def test_the_same_article_gives_the_same_bytes(self, run: Run, ferry: Path) -> None:
        assert run("split", ferry, "--json").stdout == run("split", ferry, "--json").stdout


class TestOptions:
    def test_of_a_command_before_it_are_not_left_out_in_silence(self, run: Run, ferry: Path) -> None:
        done = run("--reviewer", "Zoe", "--as", "second", "review", ferry)
        assert done.returncode == 2
        assert "options of review come after it" in " ".join(done.stderr.replace("│", " ").split())


class TestCheck:
    def test_flags_are_lines_like_a_linters_and_exit_1(self, run: Run) -> None:
        done = run("check", SAMPLE)
        assert done.returncode == 1
        assert "[acronym]" in done.stdout
        assert "[source]" in done.stdout
        assert all(line.startswith(f"{SAMPLE}:") for line in done.stdout.splitlines())

    def test_a_clean_article_exits_0(self, run: Run) -> None:
        done = run("check", "-", stdin="Rain stops play\n\nThe match ended early on Sunday because of rain.\n")
        assert (done.returncode, done.stdout) == (0, "")

    def test_a_folder_is_checked_whole(self, run: Run, ferry: Path) -> None:
        (ferry.parent / "drafts" / "old").mkdir(parents=True)
        (ferry.parent / "drafts" / "none").mkdir()
        for name in ("b.md", "old/a.txt"):
            (ferry.parent / "drafts" / name).write_text("KCNA spoke on Monday.\n\nLater KNCA spoke again.\n", "utf-8")
        (ferry.parent / "drafts" / "list.csv").write_text("a,b\n", "utf-8")
        done = run("check", "drafts", "drafts/none")
        assert done.stdout.count("acronym") == 2
        assert done.stdout.index("old/a.txt") > done.stdout.index("b.md")
        assert done.returncode == 2
        assert "drafts/none holds no file that could be an article" in done.stderr

    def test_what_cannot_be_read_exits_2_and_the_rest_is_checked_all_the_same(self, run: Run) -> None:
        done = run("check", "missing.txt", SAMPLE)
        assert done.returncode == 2
        assert "missing.txt" in done.stderr
        assert "[acronym]" in done.stdout

    def test_json_is_one_line_for_each_article(self, run: Run, ferry: Path) -> None:
        lines = run("check", ferry, SAMPLE, "--json").stdout.splitlines()
        assert [len(json.loads(line)["flags"]) > 0 for line in lines] == [True, True]

    def test_what_was_dismissed_in_a_case_stays_dismissed(self, run: Run, ferry: Path) -> None:
        run("review", ferry)
        case = ferry.parent / "claims" / "ferry.toml"
        sarif = json.loads(run("check", case, "--sarif").stdout)
        marks = [result["partialFingerprints"]["factcheck/v1"] for result in sarif["runs"][0]["results"]]
        dismissal = '[[dismissals]]\nfingerprint = "{}"\ncheck = "acronym"\nby = "Ada"\nat = 2024-03-05T10:00:00Z\nreason = "seen"\n'
        text, words, rest = case.read_text(encoding="utf-8").partition("[text]")
        case.write_text(text + "".join(map(dismissal.format, marks)) + words + rest, encoding="utf-8")
        for source in (case, ferry):
            assert (run("check", source).returncode, run("check", source).stdout) == (0, "")
        sarif = json.loads(run("check", ferry, "--sarif").stdout)
        assert [bool(result["suppressions"]) for result in sarif["runs"][0]["results"]] == [True] * len(marks)

    def test_github_gets_one_annotation_a_flag(self, run: Run) -> None:
        done = run("check", SAMPLE, "--github")
        assert done.returncode == 1
        assert [line.partition(" ")[0] for line in done.stdout.splitlines()] == ["::error", "::warning"]

    def test_the_house_list_counts(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "factcheck.toml").write_text('[checks]\noff = ["source"]\n[house]\nnames = ["KCNA", "KNCA"]\n')
        assert (run("check", SAMPLE).returncode, run("check", SAMPLE).stdout) == (0, "")
        (tmp_path / "factcheck.toml").write_text('[checks]\noff = ["sauce"]\n')
        done = run("check", SAMPLE)
        assert done.returncode == 2
        assert "names the check sauce, which there is not; did you mean source?" in done.stderr


class TestExport:
    def test_every_report_is_written_and_its_path_printed(self, run: Run, ferry: Path) -> None:
        run("review", ferry)
        done = run("export", "claims/ferry.toml")
        paths = [ferry.parent / line for line in done.stdout.splitlines()]
        assert {p.name for p in paths} >= {
            "ferry.md",
            "ferry.html",
            "ferry.docx",
            "ferry.xlsx",
            "ferry.csv",
            "ferry.json",
            "ferry.sarif",
            "ferry.bib",
        }
        assert all(p.stat().st_size for p in paths)

    def test_one_format_into_another_folder(self, run: Run, ferry: Path) -> None:
        run("review", ferry)
        assert run("export", "claims/ferry.toml", "--to", "csv", "--out", "desk").stdout.strip() == "desk/ferry.csv"


class TestHome:
    def test_without_a_terminal_the_cases_are_listed(self, run: Run, ferry: Path) -> None:
        assert "no cases in claims yet" in run().stdout
        run("review", ferry)
        assert "Harbour ferry refit" in run().stdout

    def test_help_shows_examples(self, run: Run) -> None:
        assert "Example:" in run("--help").stdout
        for command in ("review", "split", "check", "export"):
            assert "Example: factcheck" in run(command, "--help").stdout


class TestSchema:
    def test_of_the_case_file(self, run: Run) -> None:
        assert json.loads(run("schema", "--case").stdout)["title"] == "A case file of factcheck"


class TestKeys:
    def test_the_table_with_what_was_changed(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "factcheck.toml").write_text('[keys]\nnote = "f5"\n')
        assert '"note" = "f5"  # write a note' in run("keys").stdout

    def test_what_cannot_be_is_told_in_a_sentence(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "factcheck.toml").write_text('[keys]\nnote = "v"\n')
        done = run("keys")
        assert done.returncode == 2
        assert "factcheck.toml: v would stand for verdict.verified and note; give one of them another key." in done.stderr


class TestBadInput:
    @pytest.mark.parametrize(
        "content",
        [b"", b"%PDF-1.7\n%\xe2\xe3", b"PK\x03\x04rest", b"\x00\x01\x02\x03" * 50, b"\x89PNG\r\n\x1a\n\x00"],
        ids=["empty", "pdf", "zip", "binary", "png"],
    )
    def test_a_file_that_is_no_article_is_one_sentence(self, run: Run, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "odd.txt").write_bytes(content)
        for command in ("review", "split", "check"):
            done = run(command, "odd.txt")
            assert done.returncode == 2
            assert done.stderr.startswith("factcheck: ")
            assert len(done.stderr.splitlines()) == 1
            assert "odd.txt" in done.stderr

    @pytest.mark.parametrize("content", ["", "not toml [", "[tool]\nx = 1\n", "schema = 99\n"], ids=["empty", "broken", "foreign", "newer"])
    def test_a_file_that_is_no_case_is_one_sentence_and_left_alone(self, run: Run, tmp_path: Path, content: str) -> None:
        (tmp_path / "odd.toml").write_text(content)
        for command in ("review", "export"):
            done = run(command, "odd.toml")
            assert done.returncode == 2
            assert len(done.stderr.splitlines()) == 1
            assert "odd.toml" in done.stderr
        assert (tmp_path / "odd.toml").read_text() == content

    def test_a_day_that_is_none_is_told(self, run: Run, ferry: Path) -> None:
        done = run("split", ferry, "--published", "yesterday")
        assert done.returncode == 2
        assert "yesterday is not a day" in done.stderr

    def test_escapes_in_an_article_do_not_reach_the_terminal(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "odd.txt").write_bytes("Mayor leaves town\n\nThe mayor \x1b]0;owned\x07 left\u202e on Tuesday.\n".encode())
        for command in ("review", "split", "check"):
            assert not {"\x1b", "\x07", "\u202e"} & set(run(command, "odd.txt").stdout)


class TestSources:
    def test_evidence_lists_what_there_is(self, run: Run, ferry: Path) -> None:
        run("review", ferry)
        for words in ((), ("--list",)):
            done = run("evidence", "claims/ferry.toml", *words)
            assert (done.returncode, done.stdout.strip()) == (0, "0 sources: 0 fetched and there, 0 independent of one another.")

    def test_what_is_no_case_is_said(self, run: Run, ferry: Path) -> None:
        for words in (("evidence", ferry), ("evidence", ferry, "--list"), ("import", ferry), ("import", "nowhere.json")):
            done = run(*words)
            assert (done.returncode, done.stdout) == (2, "")
            assert done.stderr.startswith("factcheck: ")
            assert done.stderr.count("\n") == 1


class TestImport:
    def test_a_case_goes_out_and_comes_back(self, run: Run, ferry: Path) -> None:
        run("review", ferry)
        run("export", "claims/ferry.toml", "--to", "json")
        done = run("import", "export/ferry.json", "--out", "again")
        assert (done.returncode, done.stdout.strip()) == (0, "again/ferry.toml")
        assert (ferry.parent / "again" / "ferry.toml").read_bytes() == (ferry.parent / "claims" / "ferry.toml").read_bytes()
        assert "already is a case of this article" in run("import", "export/ferry.json", "--out", "again").stderr

    def test_claimreview_is_refused_with_the_reason(self, run: Run, ferry: Path) -> None:
        run("review", ferry)
        done = run("export", "claims/ferry.toml", "--to", "claimreview")
        assert done.returncode == 2
        assert "sign it off first" in done.stderr


class TestStats:
    def test_a_folder_is_summed_up(self, run: Run, ferry: Path) -> None:
        run("review", ferry)
        done = run("stats", "--svg", "a/stats.svg")
        assert "Harbour ferry refit runs late" in done.stdout
        assert (ferry.parent / "a" / "stats.svg").read_text().startswith("<svg")
        assert json.loads(run("stats", "--json").stdout)["cases"][0]["case"] == "ferry.toml"

    def test_no_cases_are_no_fault(self, run: Run) -> None:
        assert "0 cases, 0 claims: none." in run("stats").stdout
