"""Two states of a case laid side by side: files, or what git has of one at a revision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import casefile
from factcheck.model import Case, kept_name
from factcheck.pipeline.making import with_flags
from factcheck.pipeline.opening import open_case
from factcheck.pipeline.people import as_on_sheet
from factcheck.pipeline.progress import OnProgress, quietly
from factcheck.pipeline.within import refuse_outside

if TYPE_CHECKING:
    from factcheck.reporting import Differences

LAST = "HEAD"
"""What git calls the last commit."""


@dataclass(frozen=True)
class State:
    """A case file as it is on the disk, or as git has it at a revision. The path is as from the working folder, never the repository's."""

    path: Path
    revision: str | None = None

    @classmethod
    def of(cls, words: str) -> State:
        """The state that is meant by `FILE`, or by `REV:FILE` as git writes it. A file that is there is meant before a revision."""
        revision, path = _parted(words)
        if revision is None or not path or Path(words).exists():
            return cls(Path(words))
        return cls(Path(path), revision)

    @property
    def called(self) -> str:
        """What it is called."""
        path = kept_name(str(self.path))
        return path if self.revision is None else f"{kept_name(self.revision)}:{path}"

    def case(self, on_notice: OnProgress) -> Case:
        """The case, with those as confidential sources who are so on the sheet that lies beside it. Raises FactcheckError."""
        refuse_outside(self.path)
        if self.revision is not None:
            case = casefile.case_at(self.path, self.revision)
        else:
            opened = open_case(self.path)
            if opened.outcome:
                on_notice(opened.outcome)
            case = opened.unchecked
        return as_on_sheet(case, casefile.read_people(self.path))


def differences(
    old: str, new: str | None, reveal: Sequence[str] = (), on_progress: OnProgress = quietly, on_notice: OnProgress = quietly
) -> Differences:
    """What differs between two states of a case. Without a second one, it is the file as it is now; and the first of a file alone, the last
    commit's. `on_notice` gets what the person should know of the files.

    Raises FactcheckError for what is no case, for a revision that git does not know, for a bad source sheet or house list.
    """
    from factcheck.reporting import Differences

    first = State.of(old)
    last = State(first.path) if new is None else State.of(new)
    states = (State(first.path, LAST) if new is None and first.revision is None else first, last)
    cases = []
    for state in states:
        on_progress(f"Reading {state.called}")
        cases.append(with_flags(state.case(on_notice)))
    on_progress("Comparing")
    return Differences(cases[0], cases[1], casefile.compare(*cases), (states[0].called, states[1].called), reveal)


def _parted(words: str) -> tuple[str | None, str]:
    """The revision and the path in `REV:FILE`, parted at the first colon that does not stand in braces, as in `HEAD^{/fix: a}:a.toml`."""
    depth = 0
    for at, sign in enumerate(words):
        depth += (sign == "{") - (sign == "}")
        if sign == ":" and depth <= 0:
            return words[:at], words[at + 1 :]
    return None, words
