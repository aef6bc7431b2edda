"""The sources of a case looked at, and what came of it saved."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.casefile import CaseFile
from factcheck.model import Case, FactcheckError, Source, count, one_line
from factcheck.pipeline.moments import now
from factcheck.pipeline.progress import OnProgress, quietly
from factcheck.pipeline.within import bounds
from factcheck.settings import archive_service

if TYPE_CHECKING:
    from factcheck.evidence import FetchOptions

SAVED_EVERY = 2.0
"""Seconds after which what came of fetching is saved, while more is to come."""


async def look_at_sources(case: Case, path: Path, wanted: FetchOptions) -> AsyncGenerator[Source, None]:
    """The sources of the case in a file, each as it is once it was looked at: files first, which are copied, then addresses, which are
    fetched; in the end those whose text turned out to be another's.

    Raises FactcheckError when no snapshot can be kept beside the file.
    """
    from factcheck import evidence
    from factcheck.reading import read_text

    folder = evidence.folder_of(path)
    places = evidence.Places.around(path, case.article.source, wanted.files, bounds())
    async with aclosing(evidence.gather_files(case, folder, places, now, again=wanted.again)) as files:
        async for source in files:
            case = case.with_source(source)
            yield source
    async with aclosing(evidence.gather(case, folder, wanted, now)) as sources:
        async for source in sources:
            case = case.with_source(source)
            yield source
    for source in await asyncio.to_thread(evidence.told_apart, case, folder, lambda text: read_text(text).agency):
        yield source


def fetch_options(
    *,
    again: bool = False,
    archive: bool = False,
    private: bool = False,
    at_once: int | None = None,
    files: Sequence[Path] = (),
    folder: Path | None = None,
) -> FetchOptions:
    """What is asked of the evidence room. Raises FactcheckError for a bad address of an archive in factcheck.toml."""
    from factcheck import __version__
    from factcheck.evidence import FetchOptions, Limits

    limits = Limits(private=private) if at_once is None else Limits(private=private, at_once=at_once, of_one_host=at_once)
    service = archive_service(folder or Path.cwd()) if archive else None
    agent = f"factcheck/{__version__} (looks at the sources of a news article)"
    return FetchOptions(again=again, archive=service, files=tuple(files), limits=limits, agent=agent)


def gather_evidence(
    path: Path, asked: FetchOptions, on_progress: OnProgress = quietly, on_notice: OnProgress = quietly
) -> tuple[Case, str | None]:
    """Look at the sources of a case and save what came of it; when it is interrupted, what came so far, and then what to say of that.

    What the person should know of the case is given to `on_notice`.
    Raises FactcheckError when the case cannot be read or saved, or no snapshot can be kept.
    """
    from factcheck.evidence import waiting

    file = CaseFile.open(path)
    if file.notice:
        on_notice(file.notice)
    of = len(waiting(file.case, asked.again))

    async def gathered() -> None:
        done, last, since = 0, time.monotonic(), file.case
        case = since
        on_progress(f"Fetching sources: 0 of {of}")
        try:
            async for source in look_at_sources(case, path, asked):
                case = case.with_source(source)
                done = min(of, done + (source.url is not None))
                on_progress(f"Fetching sources: {done} of {of}")
                if time.monotonic() - last > SAVED_EVERY:
                    saved, last = file.save(case, since), time.monotonic()
                    case, since = saved.case, saved.stored
        finally:
            file.save(case, since)

    try:
        asyncio.run(gathered())
    except KeyboardInterrupt:
        return file.case, "Stopped. What was fetched so far is saved; the same command goes on with the rest."
    return file.case, None


def idle_snapshots(path: Path) -> tuple[list[Path], str]:
    """The snapshots beside a case that none of its sources refers to, and what to tell of them; nothing where there are none.

    Raises FactcheckError when the case cannot be read.
    """
    from factcheck.evidence import folder_of, unreferenced

    found = unreferenced(CaseFile.open(path).case, folder_of(path))
    if not found:
        return [], ""
    size = sum(size for _, size in found) / 1e6
    many = count(len(found), "snapshot is", "snapshots are")
    return [one for one, _ in found], f"{many} of no source that the case has now ({size:.1f} MB); delete them with --sweep."


def sweep_snapshots(paths: Sequence[Path]) -> None:
    """Take snapshots away. Raises FactcheckError for the first that cannot be."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise FactcheckError(f"{one_line(str(path), 200)} cannot be deleted ({error.strerror or error}); check who owns it.") from error
