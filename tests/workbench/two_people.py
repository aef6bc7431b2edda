"""Two people at one case file: each has a session of their own, and what they do goes to the disk at once, as in the workbench."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from factcheck.casefile import CaseFile
from factcheck.model import Case, Reader
from factcheck.workbench.keeper import Keeper
from factcheck.workbench.results import ActionResult
from factcheck.workbench.session import Clock, Session
from tests.workbench.conftest import NOW


class Person:
    """Somebody at the workbench, without a screen."""

    def __init__(self, name: str, path: Path, case: Case | None = None, clock: Clock = lambda: NOW) -> None:
        file = CaseFile.open(path)
        self.session = Session(file.case.model_copy(update={"flags": case.flags}) if case else file.case, Reader(name=name), clock)
        self.keeper = Keeper(self.session, file)

    @property
    def case(self) -> Case:
        return self.session.view.case

    def on(self, claim: str) -> Session:
        """The session, with a claim chosen."""
        self.session.view.choose(claim)
        return self.session

    def do(self, work: Callable[[], ActionResult]) -> None:
        """Do something and save it."""
        work()
        self.save()

    def save(self) -> None:
        asyncio.run(self.keeper.keep())
        assert self.keeper.trouble is None

    def look(self) -> None:
        """Take in what the other has done."""
        asyncio.run(self.keeper.take_in())
