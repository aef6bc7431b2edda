"""Saving a case: with somebody else's changes, through links, on a full or vanished disk, and never half."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest

from factcheck.casefile import CaseFile, disk, load
from factcheck.files import sweep, temporary_beside
from factcheck.model import Case, FactcheckError
from tests.builders import ferry_case
from tests.casefile.cases import decide, undo


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "claims" / "ferry.toml"


@pytest.fixture
def file(path: Path) -> CaseFile:
    return CaseFile.create(path, ferry_case())


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def readers(case: Case, nth: int = 0) -> list[str]:
    return [review.by for review in case.claims[nth].reviews]


def test_a_decision_is_in_the_file_when_the_save_returns(file: CaseFile, path: Path) -> None:
    saved = file.save(decide(file.case, 0, "Ada"))
    assert not saved.merged
    assert saved.conflicts == ()
    assert readers(load(path)) == ["Ada"]
    assert file.case == saved.case


def test_nothing_else_lies_in_the_folder(file: CaseFile, path: Path) -> None:
    file.save(decide(file.case, 0, "Ada"))
    assert names(path.parent) == ["ferry.toml"]


def test_a_save_that_changes_nothing_writes_nothing(file: CaseFile, path: Path) -> None:
    before = path.stat()
    file.save(ferry_case())
    assert path.stat().st_ino == before.st_ino


def test_untouched_claims_keep_their_lines_to_the_letter(file: CaseFile, path: Path) -> None:
    text = path.read_text().replace('kind = "date"', "kind   =   'date'").replace('£1.2m"\nat', '£1.2m" \nat')
    path.write_text(text)
    file.save(decide(file.case, 0, "Ada"))
    assert "kind   =   'date'" in path.read_text()


def test_a_new_case_never_takes_the_place_of_a_file(path: Path, file: CaseFile) -> None:
    with pytest.raises(FactcheckError, match="is there already"):
        CaseFile.create(path, ferry_case(reviewed=True))
    assert load(path).claims[0].reviews == ()
    assert file.path == path


def test_two_open_windows_see_each_others_verdicts(path: Path, file: CaseFile) -> None:
    other = CaseFile.open(path)
    file.save(decide(file.case, 0, "Ada"))
    saved = other.save(decide(other.case, 5, "Ben"))
    assert saved.merged
    assert saved.conflicts == ()
    assert (readers(saved.case, 0), readers(saved.case, 5)) == (["Ada"], ["Ben"])
    assert load(path) == saved.case.model_copy(update={"flags": ()})


def test_a_colleagues_verdict_survives_a_window_that_does_not_take_it_in(path: Path, file: CaseFile) -> None:
    other = CaseFile.open(path)
    file.save(decide(file.case, 0, "Ada"))
    own = decide(other.case, 5, "Ben")
    other.save(own)  # the merged case that comes back is not used
    own = decide(own, 6, "Ben")
    assert other.save(own).merged
    own = decide(own, 7, "Ben")
    assert other.save(own).merged
    assert [readers(load(path), n) for n in (0, 5, 6, 7)] == [["Ada"], ["Ben"], ["Ben"], ["Ben"]]


def test_a_window_that_takes_it_in_goes_on_as_usual(path: Path, file: CaseFile) -> None:
    other = CaseFile.open(path)
    file.save(decide(file.case, 0, "Ada"))
    saved = other.save(decide(other.case, 5, "Ben"))
    again = other.save(undo(decide(saved.case, 6, "Ben"), 5))
    assert not again.merged
    assert [readers(load(path), n) for n in (0, 5, 6)] == [["Ada"], [], ["Ben"]]


def test_an_undo_on_one_side_reaches_the_other(path: Path, file: CaseFile) -> None:
    file.save(decide(file.case, 0, "Ada"))
    other = CaseFile.open(path)
    file.save(undo(file.case, 0))
    saved = other.save(decide(other.case, 5, "Ben"))
    assert (readers(saved.case, 0), readers(saved.case, 5)) == ([], ["Ben"])


def test_only_what_a_colleague_changed_is_read_again(path: Path, file: CaseFile) -> None:
    other = CaseFile.open(path)
    before = other.case.claims
    file.save(decide(file.case, 0, "Ada"))
    after = other.save(decide(other.case, 5, "Ben")).case.claims
    assert [a is b for a, b in zip(after, before, strict=True)] == [n not in (0, 5) for n in range(len(before))]


def test_claims_are_held_against_the_new_words_when_a_colleague_changed_the_article(path: Path, file: CaseFile) -> None:
    moved = path.read_text().replace("Harbour ferry refit", "Ferry refit").replace('sha256 = "', 'was = "')
    path.write_text(moved)
    with pytest.raises(FactcheckError, match=r"lies outside the article|names the words"):
        file.save(decide(file.case, 0, "Ada"))
    assert path.read_text() == moved


def test_a_file_that_a_colleague_broke_is_left_as_it_is(path: Path, file: CaseFile) -> None:
    broken = path.read_text().replace('kind = "quote"', "kind = quote")
    path.write_text(broken)
    with pytest.raises(FactcheckError, match=r"line [0-9]+: this is not valid TOML"):
        file.save(decide(file.case, 0, "Ada"))
    assert path.read_text() == broken
    path.write_text(broken.replace("kind = quote", 'kind = "quote"'))
    file.save(decide(file.case, 0, "Ada"))
    assert readers(load(path)) == ["Ada"]


def test_a_file_that_was_deleted_is_written_anew_and_told(path: Path, file: CaseFile) -> None:
    path.unlink()
    saved = file.save(decide(file.case, 0, "Ada"))
    assert "had been deleted or moved away" in saved.conflicts[0]
    assert readers(load(path)) == ["Ada"]


def test_a_folder_that_is_gone_is_told_and_not_made_again(path: Path, file: CaseFile) -> None:
    away = path.parent.rename(path.parent.with_name("away"))
    with pytest.raises(FactcheckError, match="its folder is gone; put the folder back and try again"):
        file.save(decide(file.case, 0, "Ada"))
    assert not path.parent.exists()
    away.rename(path.parent)
    file.save(decide(file.case, 0, "Ada"))
    assert readers(load(path)) == ["Ada"]


def test_permissions_are_kept(path: Path, file: CaseFile) -> None:
    path.chmod(0o640)
    file.save(decide(file.case, 0, "Ada"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_can_be_read_by_whom_the_umask_allows(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        CaseFile.create(tmp_path / "a.toml", ferry_case())
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.toml").stat().st_mode) == 0o640


def test_a_link_stays_a_link_to_the_file_that_is_saved(path: Path, file: CaseFile, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    through = CaseFile.open(link)
    through.save(decide(through.case, 0, "Ada"))
    assert link.is_symlink()
    assert readers(load(path)) == ["Ada"]
    assert names(path.parent) == ["ferry.toml"]
    assert file.path == path


def test_a_link_that_leads_nowhere_is_no_place_for_a_new_case(tmp_path: Path) -> None:
    (tmp_path / "a.toml").symlink_to(tmp_path / "nowhere.toml")
    with pytest.raises(FactcheckError, match="is there already"):
        CaseFile.create(tmp_path / "a.toml", ferry_case())


def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.toml").symlink_to(tmp_path / "b.toml")
    (tmp_path / "b.toml").symlink_to(tmp_path / "a.toml")
    with pytest.raises(FactcheckError, match="lead in a circle"):
        CaseFile.open(tmp_path / "a.toml")


def test_what_a_killed_save_left_behind_is_taken_away_when_it_is_old(path: Path, file: CaseFile) -> None:
    litter = temporary_beside(path)
    fresh = temporary_beside(path)
    litter.write_text("half")
    fresh.write_text("half")
    os.utime(litter, (1, 1))
    sweep.cache_clear()  # as at the next start
    file.save(decide(file.case, 0, "Ada"))
    assert names(path.parent) == [fresh.name, "ferry.toml"]


def test_a_name_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    for name, why in (("x" * 300 + ".toml", "its name is too long"), ("a\0b.toml", "cannot be used as a file name")):
        with pytest.raises(FactcheckError, match=why):
            CaseFile.create(tmp_path / name, ferry_case())
    (tmp_path / "plain").write_text("")
    with pytest.raises(FactcheckError, match="not a folder"):
        CaseFile.create(tmp_path / "plain" / "a.toml", ferry_case())


def test_a_lock_that_another_holds_for_too_long_is_told(path: Path, file: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "LOCK_SECONDS", 0.05)
    with disk.locked(path), pytest.raises(FactcheckError, match="another factcheck that does not finish"):
        file.save(decide(file.case, 0, "Ada"))
    file.save(decide(file.case, 0, "Ada"))


def test_whoever_waits_for_others_that_save_all_the_time_gets_a_turn(path: Path, file: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "LOCK_SECONDS", 0.5)
    begun = Event()

    def busy() -> None:
        with disk.locked(path):
            begun.set()
            for n in range(80):
                os.utime(path, ns=(n, n))
                sleep(0.02)

    other = Thread(target=busy)
    other.start()
    begun.wait()
    file.save(decide(file.case, 0, "Ada"))
    other.join()
    assert readers(load(path)) == ["Ada"]


def test_a_home_that_cannot_be_written_keeps_nobody_from_saving(
    path: Path, file: CaseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plain").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "plain"))
    monkeypatch.setattr("factcheck.casefile.disk.tempfile.gettempdir", lambda: str(tmp_path / "plain"))
    file.save(decide(file.case, 0, "Ada"))
    assert readers(load(path)) == ["Ada"]


def test_a_save_leaves_the_folder_of_temporary_files_alone(file: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python writes a file into it to see whether it can, which a kill at that moment leaves there."""
    asked: list[str] = []
    monkeypatch.setattr("factcheck.casefile.disk.tempfile.gettempdir", lambda: asked.append("there") or "/nowhere")
    file.save(decide(file.case, 0, "Ada"))
    assert asked == []


def test_a_program_that_writes_all_the_time_is_told(path: Path, file: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    original = disk.write

    def restless(target: Path, data: bytes, expected: disk.Stamp | None) -> disk.Stamp | None:
        path.write_text(path.read_text() + "# again\n")
        return original(target, data, expected)

    monkeypatch.setattr("factcheck.casefile.file.disk.write", restless)
    with pytest.raises(FactcheckError, match="another program all the time"):
        file.save(decide(file.case, 0, "Ada"))
    assert names(path.parent) == ["ferry.toml"]


FULL = """
import resource, signal, sys
from pathlib import Path
from factcheck.casefile import CaseFile
from factcheck.files import sweep, temporary_beside
from factcheck.model import FactcheckError
from tests.builders import ferry_case
from tests.casefile.cases import decide
file = CaseFile.open(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    file.save(decide(file.case, 0, "Ada"))
except FactcheckError as error:
    print(error)
"""


def test_a_disk_without_room_is_told_and_the_old_file_stays(path: Path, file: CaseFile) -> None:
    before = path.read_bytes()
    done = subprocess.run([sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=False)
    assert "cannot be saved: the file would be larger than this disk allows; make room" in done.stdout
    assert path.read_bytes() == before
    assert names(path.parent) == ["ferry.toml"]
    assert file.case == ferry_case()
