"""Commands as processes of their own that start at once: forked from one that has everything loaded already, and killed at will."""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code (that of a signal is negative), what it printed, and how long it took."""

    code: int
    out: str
    err: str
    seconds: float


class Nursery:
    """Starts commands. Each has a session of its own, so that what it leaves behind can be found."""

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "tests.faults.nursery"]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._answer() == "ready"
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.stdin.close()  # type: ignore[union-attr]  # it is a pipe
        self._process.wait(20)
        self._process.stdout.close()  # type: ignore[union-attr]  # it is a pipe

    def _answer(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def run(
        self,
        words: Sequence[str],
        folder: Path,
        variables: dict[str, str],
        notes: Path,
        *,
        after: float | None = None,
        largest: int | None = None,
    ) -> Ended:
        """Run a command in a folder and wait for its end; with `after`, kill it (-9) so many seconds after its start.

        With `largest`, no file that it writes may have more bytes.
        What it prints goes to `out` and `err` in `notes`, which may be there already, as links to what cannot be written.
        """
        asked: dict[str, object] = {"words": list(words), "folder": str(folder), "variables": variables, "notes": str(notes)}
        asked |= {"after": after, "largest": largest}
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        began = time.monotonic()
        session = int(self._answer())
        code = os.waitstatus_to_exitcode(int(self._answer()))
        seconds = time.monotonic() - began
        out, err = ((notes / name).read_text("utf-8", "replace") if (notes / name).is_file() else "" for name in ("out", "err"))
        self.session = session
        return Ended(code, out, err, seconds)

    def left_behind(self, patience: float = 10.0) -> list[int]:
        """The processes of the last command that are there so many seconds after its end. They are then ended."""
        until = time.monotonic() + patience
        while (found := processes_of(self.session)) and time.monotonic() < until:
            time.sleep(0.02)
        for process in found:
            os.kill(process, signal.SIGKILL)
        return found


def processes_of(session: int) -> list[int]:
    """The processes of a session that have not ended (Linux)."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, of = path.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(of) == session and state not in "ZX":
            found.append(int(path.parent.name))
    return found


def _bring_up(asked: dict[str, object]) -> None:
    """In the child: everything as if it had been started from a shell."""
    os.setsid()
    os.chdir(str(asked["folder"]))
    variables = asked["variables"]
    assert isinstance(variables, dict)
    os.environ.update(variables)
    sys.argv = ["factcheck", *asked["words"]]  # type: ignore[misc]  # a list of words
    for handle, name in ((1, "out"), (2, "err")):
        opened = os.open(Path(str(asked["notes"])) / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(opened, handle)
        os.close(opened)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if asked["largest"] is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(str(asked["largest"])),) * 2)


def _load() -> None:
    """Everything that a command imports when it needs it."""
    import tempfile
    from importlib import import_module

    from factcheck import check, read_text, split

    for room in ("batch", "evidence", "reporting.formats", "searching", "workbench.session", "casefile.driver"):
        import_module(f"factcheck.{room}")
    article = read_text("The mayor left on Monday.\n\nShe said: “It cost £3.”")
    check(article, split(article))
    tempfile.tempdir = None  # the child has one of its own
    gc.freeze()  # what is loaded is never looked through again, nor copied for that


def _main() -> None:
    _load()
    print("ready", flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if not child:
            _bring_up(asked)
            break
        print(child, flush=True)
        if asked["after"] is not None:
            time.sleep(asked["after"])
            os.kill(child, signal.SIGKILL)  # not waited for yet, so that nobody else can have its number
        print(os.waitpid(child, 0)[1], flush=True)
    else:
        return
    from factcheck.cli import main

    main()


if __name__ == "__main__":
    _main()
