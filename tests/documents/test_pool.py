"""Processes that open untrusted documents one after the other: each is ended when it takes too long or dies, and the next is read."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from multiprocessing import active_children

import pytest

from factcheck.documents import UnreadableError, aside
from factcheck.documents.aside import Pool

PAGE = b"<html><body><article><p>The kelp quay at Marrowby shut for a week in May, the harbour master said.</p></article></body></html>"


@pytest.fixture
def pool() -> Iterator[Pool]:
    made = Pool()
    yield made
    made.close()


def test_many_documents_go_through_few_processes(pool: Pool) -> None:
    async def read() -> set[str]:
        return {opened.text for opened in await asyncio.gather(*(pool.open(PAGE, "html") for _ in range(6)))}

    (text,) = asyncio.run(read())
    assert "kelp quay" in text
    assert len(active_children()) <= 2


def test_one_that_takes_too_long_is_ended_and_the_next_is_read(pool: Pool) -> None:
    async def read() -> str:
        await pool.open(PAGE, "html")
        pool._seconds = 0.0
        with pytest.raises(UnreadableError, match="could not be read within 0 seconds"):
            await pool.open(b"%PDF-1.4" + PAGE * 20_000, "pdf")
        pool._seconds = aside.SECONDS
        return (await pool.open(PAGE, "html")).text

    assert "kelp quay" in asyncio.run(read())


def test_one_whose_process_dies_is_told_and_the_next_is_read(pool: Pool) -> None:
    async def read() -> str:
        await pool.open(PAGE, "html")
        for worker in pool._workers:
            if worker._process is not None:
                worker._process.kill()
                worker._process.join()
        with pytest.raises(UnreadableError, match="made to crash programs that read it"):
            await pool.open(PAGE, "html")
        return (await pool.open(PAGE, "html")).text

    assert "kelp quay" in asyncio.run(read())


def test_closing_waits_for_no_document(pool: Pool) -> None:
    async def read() -> float:
        await pool.open(PAGE, "html")
        reading = asyncio.ensure_future(pool.open(PAGE * 100_000, "html"))
        await asyncio.sleep(0.2)
        begun = time.monotonic()
        pool.close()
        with pytest.raises((UnreadableError, asyncio.CancelledError)):
            await reading
        return time.monotonic() - begun

    assert asyncio.run(read()) < 20
    assert active_children() == []


def test_what_cannot_be_read_does_not_cost_a_process(pool: Pool) -> None:
    async def read() -> None:
        for _ in range(2):
            with pytest.raises(UnreadableError):
                await pool.open(b"no pdf at all", "pdf")

    asyncio.run(read())
    assert len(active_children()) == 1
