"""Two servers of one case, each with a reader at it in a browser: what both write at once is in the file, all of it."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse

from factcheck.casefile import CaseFile, load
from tests.builders import ferry_case
from tests.faults.nursery import processes_of
from tests.workbench.test_serving import browser_session, free_port


@dataclass(frozen=True)
class Served:
    """A server in a session of its own, and the address that it printed."""

    process: subprocess.Popen[str]
    address: str


@asynccontextmanager
async def served(case: Path, reviewer: str) -> AsyncIterator[Served]:
    """A server of a case, for one reviewer."""
    command = [sys.executable, "-m", "factcheck", "serve", str(case), "--port", str(free_port()), "--reviewer", reviewer]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=case.parent, start_new_session=True
    )
    try:
        assert process.stdout
        found = re.search(r"http://\S+", await asyncio.to_thread(process.stdout.readline))
        assert found
        yield Served(process, found[0])
    finally:
        process.terminate()
        await asyncio.to_thread(process.wait, 20)


async def opened(browser: ClientSession, address: str) -> str:
    """Open an address as soon as its server answers; where the rest is found."""
    for _ in range(200):
        try:
            (await browser.get(address)).raise_for_status()
            return address.partition("?")[0]
        except OSError:
            await asyncio.sleep(0.1)
    raise AssertionError("the server does not answer")


@asynccontextmanager
async def screen(browser: ClientSession, root: str) -> AsyncIterator[ClientWebSocketResponse]:
    """The workbench in a browser, once the case is on it; what it shows from then on is read and forgotten."""
    async with browser.ws_connect(f"{root}ws?width=120&height=40", headers={"Origin": root.rstrip("/")}) as found:
        await found.send_json(["resize", {"width": 120, "height": 40}])
        seen = b""
        while b"Harbour ferry" not in seen:
            message = await found.receive(timeout=30)
            seen += message.data if isinstance(message.data, bytes) else b""
        reading = asyncio.create_task(read_on(found))
        try:
            yield found
        finally:
            reading.cancel()


async def read_on(found: ClientWebSocketResponse) -> None:
    async for _ in found:
        pass


async def write(found: ClientWebSocketResponse, case: Path, notes: list[str]) -> None:
    """Write notes on the chosen claim, each when the one before is in the file."""
    for note in notes:
        for keys in ("n", note, "\r"):
            await found.send_json(["stdin", keys])
            await asyncio.sleep(0.05)
        for _ in range(300):
            if f'"{note}"' in case.read_text("utf-8"):
                break
            await asyncio.sleep(0.05)
        else:
            raise AssertionError(f"{note} is not saved")


async def both_write(case: Path, browsers: list[ClientSession], times: int) -> None:
    """Ada and Ben write so many notes each, at the same time, through servers of their own."""
    CaseFile.create(case, ferry_case())
    wanted = {name: [f"{name} {n}" for n in range(times)] for name in ("Ada", "Ben")}
    async with AsyncExitStack() as stack:
        servers = [await stack.enter_async_context(served(case, name)) for name in wanted]
        roots = [await opened(browser, server.address) for browser, server in zip(browsers, servers, strict=True)]
        screens = [await stack.enter_async_context(screen(*one)) for one in zip(browsers, roots, strict=True)]
        await asyncio.gather(*(write(found, case, notes) for found, notes in zip(screens, wanted.values(), strict=True)))
    reviews = [review for claim in load(case).claims for review in claim.reviews]
    assert {name: [review.note for review in reviews if review.by == name] for name in wanted} == wanted
    assert [path.name for path in case.parent.iterdir()] == [case.name]


async def test_two_servers_of_one_case_lose_nothing(tmp_path: Path) -> None:
    async with browser_session() as one, browser_session() as two:
        await both_write(tmp_path / "claims" / "ferry.toml", [one, two], 3)


async def killed(case: Path, notes: int) -> list[int]:
    """Kill (-9) a server while a reader writes; the processes that are still there a while later, of which none goes on."""
    async with browser_session() as browser, served(case, "Ada") as server:
        root = await opened(browser, server.address)
        async with screen(browser, root) as found:
            await write(found, case, [f"note {n}" for n in range(notes)])
            await found.send_json(["stdin", "n"])
            server.process.kill()
    kept = [review.note for claim in load(case).claims for review in claim.reviews]
    assert kept == [f"note {n}" for n in range(notes)]
    for _ in range(200):
        if not (left := processes_of(server.process.pid)):
            return []
        await asyncio.sleep(0.05)
    for process in left:
        os.kill(process, signal.SIGKILL)
    return left


async def test_a_server_that_is_killed_loses_nothing_and_leaves_no_process(tmp_path: Path) -> None:
    CaseFile.create(tmp_path / "ferry.toml", ferry_case())
    assert await killed(tmp_path / "ferry.toml", 2) == []


@pytest.mark.long
async def test_a_server_that_is_killed_often_loses_nothing_and_leaves_no_process(tmp_path: Path) -> None:
    for nth in range(25):
        case = tmp_path / f"{nth}.toml"
        CaseFile.create(case, ferry_case())
        assert await killed(case, nth % 4) == []


@pytest.mark.long
async def test_two_servers_of_one_case_lose_nothing_of_a_hundred_notes_each(tmp_path: Path) -> None:
    async with browser_session() as one, browser_session() as two:
        await both_write(tmp_path / "claims" / "ferry.toml", [one, two], 100)


async def test_one_browser_can_be_at_both(tmp_path: Path) -> None:
    async with browser_session() as browser:
        await both_write(tmp_path / "claims" / "ferry.toml", [browser, browser], 1)
