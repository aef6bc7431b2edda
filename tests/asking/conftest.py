"""A language model on loopback for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.evidence.server import Server, serving


@pytest_asyncio.fixture
async def model() -> AsyncIterator[Server]:
    async with serving() as server:
        yield server
