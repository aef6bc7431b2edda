"""Several people at once, each at a screen of their own on the same file: every app runs in a task with a context of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from factcheck.model import Case, Reader
from factcheck.workbench.app import Workbench
from factcheck.workbench.session import Clock
from tests.workbench.conftest import Desk
from tests.workbench.on_disk import OnDisk

Result = TypeVar("Result")
Work = Callable[[Desk], Awaitable[Result]]


class Seat:
    """One of them. What is done there is done in its own task, for a screen asks its context which app it belongs to."""

    def __init__(self, desk: Desk, asked: asyncio.Queue[tuple[Work[object], asyncio.Future[object]]]) -> None:
        self.desk = desk
        self._asked = asked

    async def do(self, work: Work[object]) -> None:
        """Have something done there, and wait until it is. Raises what that raises."""
        done: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        await self._asked.put((work, done))
        await done

    @property
    def case(self) -> Case:
        """The case as it is seen there."""
        return self.desk.session.view.case


@asynccontextmanager
async def seat(path: Path, name: str, clock: Clock, size: tuple[int, int] = (100, 30)) -> AsyncIterator[Seat]:
    """Somebody sits down. What others do is taken in when they look, not by itself."""
    ready: asyncio.Future[Seat] = asyncio.get_running_loop().create_future()
    over = asyncio.Event()

    async def sit() -> None:
        asked: asyncio.Queue[tuple[Work[object], asyncio.Future[object]]] = asyncio.Queue()
        async with Workbench(Reader(name=name), opened=OnDisk(path), clock=clock).run_test(size=size) as pilot:
            await pilot.pause()
            desk = Desk(pilot, None)  # type: ignore[arg-type]  # the file is on the disk
            desk.review._watch.stop()
            ready.set_result(Seat(desk, asked))
            while not over.is_set():
                getting, ending = asyncio.create_task(asked.get()), asyncio.create_task(over.wait())
                await asyncio.wait((getting, ending), return_when=asyncio.FIRST_COMPLETED)
                ending.cancel()
                if not getting.done():
                    getting.cancel()
                    break
                work, done = getting.result()
                try:
                    done.set_result(await work(desk))
                except BaseException as error:  # noqa: BLE001 - whoever asked is told
                    done.set_exception(error)

    task = asyncio.create_task(sit())
    await asyncio.wait((task, ready), return_when=asyncio.FIRST_COMPLETED)
    if task.done():
        await task  # and raise what went wrong
    yield ready.result()
    over.set()
    await task
