"""The copies of files opened from the screen, which goes on while their bytes are read."""

from __future__ import annotations

import asyncio
from pathlib import Path

from factcheck import pipeline
from factcheck.model import FactcheckError, Source


async def open_copy(case: Path, source: Source, place: str | None) -> str:
    """Open the copy of a source's file, and give what to say of it, also when it cannot be opened."""
    try:
        return await asyncio.to_thread(pipeline.open_copy, case, source, place)
    except FactcheckError as problem:
        return str(problem)
