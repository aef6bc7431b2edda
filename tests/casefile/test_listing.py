"""The list of cases in a folder: each with its headline and progress, a broken one with its reason."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.casefile import CaseFile, summaries
from factcheck.model import Case, FactcheckError
from tests.builders import ferry_case
from tests.casefile.cases import decide


def test_each_case_shows_its_headline_its_progress_and_its_last_change(tmp_path: Path) -> None:
    CaseFile.create(tmp_path / "b.toml", ferry_case(reviewed=True))
    CaseFile.create(tmp_path / "a.toml", ferry_case())
    os.utime(tmp_path / "a.toml", (1709632800, 1709632800))
    (tmp_path / "notes.txt").write_text("no case")
    (tmp_path / ".hidden.toml").write_text("no case")
    (tmp_path / "c.toml").write_text("schema = ")
    a, b, c = summaries(tmp_path)
    assert (a.path, a.headline, a.changed) == (tmp_path / "a.toml", "Harbour ferry refit runs late", datetime(2024, 3, 5, 10, tzinfo=UTC))
    assert b.progress == ferry_case(reviewed=True).model_copy(update={"flags": ()}).progress()
    assert c.error == f"{tmp_path / 'c.toml'}, line 1: this is not valid TOML (invalid value); correct the line."
    assert c.progress is None


def test_a_folder_that_is_not_there_has_no_cases(tmp_path: Path) -> None:
    assert list(summaries(tmp_path / "claims")) == []


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "claims").write_text("")
    with pytest.raises(FactcheckError, match="cannot be listed"):
        list(summaries(tmp_path / "claims"))


def test_a_case_that_vanishes_while_the_list_is_made_is_left_out(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        CaseFile.create(tmp_path / name, ferry_case())
    found = summaries(tmp_path)
    first = next(found)
    (tmp_path / "b.toml").unlink()
    assert [first, *found] == [first]
    (tmp_path / "link.toml").symlink_to(tmp_path / "nowhere")
    assert [summary.path.name for summary in summaries(tmp_path)] == ["a.toml"]


class TestWhatIsKept:
    def test_only_what_has_changed_is_read_again(self, tmp_path: Path) -> None:
        """A second listing reads nothing; a decision, a new rule and a broken list each bring what is there."""
        read: list[str] = []

        def whole(case: Case) -> Case:
            read.append(case.article.headline or "")
            return case

        for name in ("a.toml", "b.toml"):
            CaseFile.create(tmp_path / name, ferry_case())
        list(summaries(tmp_path, whole, "1"))
        assert len(read) == 2
        read.clear()
        list(summaries(tmp_path, whole, "1"))
        assert read == []
        file = CaseFile.open(tmp_path / "a.toml")
        file.save(decide(file.case, 0, "Ada"))
        assert [s.progress.decided for s in summaries(tmp_path, whole, "1") if s.progress] == [1, 0]
        assert len(read) == 1
        list(summaries(tmp_path, whole, "2"))
        assert len(read) == 3

    @pytest.mark.parametrize("there", [b"", b"{", b'{"made": "1", "seen": {"a.toml": 3}}', b"\xff"])
    def test_what_is_kept_may_be_anything(self, tmp_path: Path, state: Path, there: bytes) -> None:
        CaseFile.create(tmp_path / "a.toml", ferry_case())
        list(summaries(tmp_path))
        (kept,) = (state / "factcheck" / "lists").glob("*.json")
        kept.write_bytes(there)
        assert [s.headline for s in summaries(tmp_path)] == ["Harbour ferry refit runs late"]

    def test_a_copy_put_in_the_place_of_a_file_is_seen(self, tmp_path: Path) -> None:
        """Of the same size and the same moment, as a sync program makes it."""
        path = tmp_path / "a.toml"
        CaseFile.create(path, ferry_case())
        list(summaries(tmp_path))
        about = path.stat()
        new = tmp_path / "new"
        new.write_bytes(path.read_bytes().replace(b"Harbour", b"Harvest"))
        os.utime(new, ns=(about.st_atime_ns, about.st_mtime_ns))
        new.replace(path)
        (summary,) = summaries(tmp_path)
        assert summary.error
