"""What git has of a folder at a revision: which one is meant, the files there, and their bytes. Nothing of git's is run by a shell."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from datetime import datetime
from os import fsdecode
from pathlib import Path

from factcheck.casefile import disk
from factcheck.git import run_git
from factcheck.model import FactcheckError, one_line

_SECONDS = 30.0
"""How long git may take for one answer; a history of many years answers in one."""

_ENTRY = re.compile(rb"100[0-7]{3} blob ([0-9a-f]{40,64}) +([0-9]{1,15})\t(.+)\Z", re.DOTALL)
"""A file in `git ls-tree -l`: takes b"100644 blob 3f78...  812\\tferry.toml"; refuses folders and links, of which git has other modes."""


@dataclass(frozen=True)
class Then:
    """A file that git has: by what name it knows its bytes, and how many they are."""

    blob: str
    size: int


class RefusedError(FactcheckError):
    """git answered, and not with what it was asked for."""


@dataclass(frozen=True)
class History:
    """What git knows of a folder, which may be a stranger's. `instead` says what to do where git knows nothing, and `otherwise` what else
    than a revision may be given.
    """

    folder: Path
    instead: str
    otherwise: str = ""

    def commit(self, since: str | datetime) -> str | None:
        """The revision that is meant, by the name that git gives it; None where there was none yet at a moment. Raises FactcheckError."""
        self.ask("rev-parse", "--git-dir")
        if isinstance(since, datetime):
            told = self.ask("rev-list", "-1", f"--min-age={max(0, int(since.timestamp()))}", "HEAD", "--")
            return told.decode().strip() or None
        unknown = FactcheckError(
            f"git knows no revision “{one_line(since, 60)}” in {disk.shown(self.folder)}; give one, as main or HEAD~5{self.otherwise}."
        )
        if not since or since.startswith("-") or "\0" in since:
            raise unknown
        try:
            return self.ask("rev-parse", "--verify", "--quiet", f"{since}^{{commit}}").decode().strip()
        except RefusedError:
            raise unknown from None

    def files(self, commit: str | None) -> dict[str, Then]:
        """The files of the folder itself at a revision, by their names. Raises FactcheckError."""
        if commit is None:
            return {}
        entries = (_ENTRY.match(entry) for entry in self.ask("ls-tree", "-l", "-z", commit).split(b"\0"))
        return {fsdecode(entry[3]): Then(entry[1].decode(), int(entry[2])) for entry in entries if entry is not None}

    def bytes_of(self, then: Then) -> bytes:
        """What is in a file that git has. Raises FactcheckError."""
        return self.ask("cat-file", "blob", then.blob)

    def ask(self, *words: str) -> bytes:
        """What git says. Raises FactcheckError when it says nothing."""
        if not self.folder.is_dir():
            raise FactcheckError(f"There is no folder {disk.shown(self.folder)}; check the name.")
        try:
            done = run_git(self.folder, *words, seconds=_SECONDS)
        except FileNotFoundError:
            raise FactcheckError(f"git is not installed, and only git has the earlier versions; install it, or {self.instead}.") from None
        except (OSError, subprocess.SubprocessError) as error:
            raise FactcheckError(f"git does not answer in {disk.shown(self.folder)} ({type(error).__name__}); try again.") from error
        if done.returncode:
            said = one_line(done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: "), 200)
            raise RefusedError(f"git cannot tell what {disk.shown(self.folder)} was ({said or words[0]}); {self.instead}.")
        return done.stdout
