"""Every call of the system fails in turn, and the power goes between any two of them: the file is whole, old or new."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from factcheck import files
from factcheck.casefile import CaseFile, disk, load
from factcheck.model import Case, FactcheckError
from tests.builders import ferry_case
from tests.casefile.cases import decide

CALLS = {"open", "read", "write", "fsync", "close", "replace", "stat", "fstat", "fchmod", "lseek", "unlink", "scandir"}


class PowerCut(BaseException):
    """The machine is off: nothing after this runs."""


class Faulty:
    """The os module, of which the nth call fails (`error`), or at which the power goes (and what was not synced is lost)."""

    def __init__(self, nth: int, error: OSError | None) -> None:
        self.nth, self.error, self.calls, self.off = nth, error, 0, False
        self.names: list[str] = []
        self.unsynced: dict[int, Path] = {}

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return self._counted(name, real) if name in CALLS else real

    def _counted(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            self.calls += 1
            self.names.append(name)
            if self.off or self.calls == self.nth:
                if self.error:
                    if name == "close":  # as in Linux, the handle is closed all the same
                        real(*args)
                    raise self.error
                self._cut()
            result = real(*args, **kwargs)
            if name == "write":
                self.unsynced[args[0]] = Path(f"/proc/self/fd/{args[0]}").readlink()
            if name == "fsync":
                self.unsynced.pop(args[0], None)
            if name == "replace":
                self.unsynced = {fd: Path(args[1]) if p == Path(args[0]) else p for fd, p in self.unsynced.items()}
            return result

        return call

    def _cut(self) -> None:
        self.off = True
        for path in self.unsynced.values():
            if path.exists():
                path.write_bytes(b"")
        raise PowerCut


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "claims" / "ferry.toml"
    CaseFile.create(path, ferry_case())
    return path


def put_in(monkeypatch: pytest.MonkeyPatch, faulty: Faulty | ModuleType) -> None:
    """Have every call of the system on the way of a case to the disk go through `faulty`."""
    monkeypatch.setattr(disk, "os", faulty)
    monkeypatch.setattr(files, "os", faulty)


def saving(path: Path, case: Case, nth: int, error: OSError | None, monkeypatch: pytest.MonkeyPatch) -> tuple[Faulty, BaseException | None]:
    file = CaseFile.open(path)
    faulty = Faulty(nth, error)
    put_in(monkeypatch, faulty)
    trouble: BaseException | None = None
    try:
        file.save(case)
    except (FactcheckError, PowerCut) as raised:
        trouble = raised
    put_in(monkeypatch, os)
    assert file.case in (ferry_case().model_copy(update={"flags": ()}), case)
    return faulty, trouble


def every_call(path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError | None) -> Iterator[tuple[int, BaseException | None]]:
    """Saves again and again, each time with the next call failing, until a save has fewer calls than that."""
    old = path.read_bytes()
    for nth in range(1, 200):
        path.write_bytes(old)
        faulty, trouble = saving(path, decide(ferry_case(), 0, "Ada"), nth, error, monkeypatch)
        if faulty.calls < nth:
            return
        yield nth, trouble
    raise AssertionError("a save makes far more calls than it should")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT, errno.EINTR])
def test_when_any_call_fails_the_file_is_whole_and_the_person_is_told(path: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    old = load(path)
    new = decide(ferry_case(), 0, "Ada").model_copy(update={"flags": ()})
    told = 0
    for _, trouble in every_call(path, monkeypatch, OSError(number, os.strerror(number))):
        assert load(path) in ((new,) if trouble is None else (old, new))
        assert trouble is None or str(path) in str(trouble)
        told += trouble is not None
        litter = [entry.name for entry in path.parent.iterdir() if entry != path]
        assert len(litter) <= 1  # of the one failure where it is the taking away that failed
        for name in litter:
            (path.parent / name).unlink()
    assert told >= 10


def test_when_the_power_goes_at_any_call_the_file_is_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = load(path)
    new = decide(ferry_case(), 0, "Ada").model_copy(update={"flags": ()})
    seen = []
    for _, trouble in every_call(path, monkeypatch, None):
        assert isinstance(trouble, PowerCut)
        seen.append(load(path))
        assert seen[-1] in (old, new)
    assert old in seen
    assert new in seen


def test_a_decision_is_acknowledged_only_when_a_power_cut_cannot_undo_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    faulty, _ = saving(path, decide(ferry_case(), 0, "Ada"), 0, None, monkeypatch)
    assert [name for name in faulty.names if name in ("write", "fsync", "replace")] == ["write", "fsync", "replace", "fsync"]


def test_a_save_after_a_failed_one_brings_all_decisions(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = CaseFile.open(path)
    one = decide(file.case, 0, "Ada")
    put_in(monkeypatch, Faulty(6, OSError(errno.ENOSPC, "full")))
    with pytest.raises(FactcheckError, match="the disk is full; make room and try again"):
        file.save(one)
    put_in(monkeypatch, os)
    file.save(decide(one, 5, "Ada"))
    assert [len(load(path).claims[n].reviews) for n in (0, 5)] == [1, 1]


def test_a_new_case_is_there_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ferry_case().model_copy(update={"flags": ()})
    for nth in range(1, 60):
        path = tmp_path / str(nth) / "ferry.toml"
        path.parent.mkdir()
        faulty = Faulty(nth, OSError(errno.EIO, "broken"))
        put_in(monkeypatch, faulty)
        trouble = None
        try:
            CaseFile.create(path, ferry_case())
        except FactcheckError as error:
            trouble = error
        put_in(monkeypatch, os)
        assert load(path) == whole if path.exists() else trouble
        if faulty.calls < nth:
            assert path.exists()
            return
    raise AssertionError("a new case takes far more calls than it should")
