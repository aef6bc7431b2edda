"""A whole archive: articles to case files, with their flags, and one summary. What is done is not done again; a bad article stops nothing.

The work goes to any executor of `concurrent.futures`: processes on this machine, or a cluster's. A case file is named after its article
and the article's words, so that the same articles give the same files whatever comes first and however many work on them.
"""

from __future__ import annotations

import csv
import io
import multiprocessing
import os
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import Field

from factcheck import casefile, pipeline
from factcheck.casefile import CaseFile
from factcheck.extras import lacking
from factcheck.files import make_folder, put_in_place, temporary_beside, write_whole
from factcheck.model import Address, Article, Case, ClaimKind, FactcheckError, Model, Severity, count, one_line
from factcheck.reporting.table import cell
from factcheck.starting import end_with_parent

AHEAD = 4
"""Articles a worker that are handed out before the first of them is done, so that memory does not grow with the archive."""
TRIES = 2
"""How often an article is tried that took a worker down with it."""


class Outcome(Model):
    """What became of one article. Nothing in it depends on when, where or in which order it was worked on, but for `made`."""

    source: Address
    case: str | None = None
    headline: str | None = None
    published: str | None = None
    words: int = 0
    kinds: dict[ClaimKind, int] = Field(default_factory=dict)
    severities: dict[Severity, int] = Field(default_factory=dict)
    problem: str | None = None
    made: bool = False


def work_on(source: str, folder: str, known: pipeline.Known = pipeline.NOTHING_KNOWN) -> Outcome:
    """One article to its case file, unless it is there. What is wrong with an article is told in `problem`."""
    try:
        article = pipeline.read_article(source, known)
        path = case_place(article, Path(folder))
        made = not path.exists()
        if made:
            case = pipeline.make_case(article)
            made = _created(path, case)
        if not made:
            case = pipeline.with_flags(CaseFile.open(path).case)
    except FactcheckError as problem:
        return Outcome(source=source, problem=one_line(str(problem), 500))
    return _outcome(source, path, case, made=made)


def _created(path: Path, case: Case) -> bool:
    """Make the case file; False when another worker has made it of the same words meanwhile."""
    try:
        CaseFile.create(path, case)
    except FactcheckError:
        if not path.exists():
            raise
        return False
    return True


def case_place(article: Article, folder: Path) -> Path:
    """Where the case of an article of an archive is: its usual name, and the beginning of the hash of its words."""
    path = casefile.case_path(article, folder)
    return path.with_stem(f"{path.stem}-{article.sha256[:8]}")


def _outcome(source: str, path: Path, case: Case, *, made: bool) -> Outcome:
    published = case.article.published
    return Outcome(
        source=source,
        case=path.name,
        headline=case.article.headline,
        published=published.isoformat() if published else None,
        words=len(case.article.text.split()),
        kinds=Counter(claim.kind for claim in case.claims),
        severities=Counter(flag.severity for flag in case.open_flags),
        made=made,
    )


def articles_in(sources: Iterable[str]) -> Iterator[str]:
    """The articles that are meant: files and addresses as they are, of folders every file that can be one, in the order of their names.

    Raises FactcheckError for what is neither.
    """
    for source in sources:
        path = Path(source)
        if path.is_dir():
            yield from pipeline.articles_in(path)
        elif path.is_file() or pipeline.is_address(source):
            yield source
        else:
            raise FactcheckError(f"{one_line(source, 200)} is neither a file nor a folder; check the name.")


@dataclass
class Run:
    """One run over an archive. `on_progress` gets a sentence now and then: how far it is, how fast, and how long it will take."""

    folder: Path
    on_progress: Callable[[str], None]
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    known: pipeline.Known = pipeline.NOTHING_KNOWN
    scheduler: str | None = None
    bad: int = 0
    """Articles that could not be read so far."""

    def outcomes(self, sources: Sequence[str]) -> Iterator[Outcome]:
        """What became of each article, in the order in which they are done. Raises FactcheckError when no worker can be had."""
        began, done, words = time.monotonic(), 0, 0
        with closing(self._each(sources)) as each:
            for outcome in each:
                done += 1
                words += outcome.words if outcome.made else 0
                self.on_progress(_progress(done, len(sources), words, time.monotonic() - began))
                yield outcome

    def _each(self, sources: Sequence[str]) -> Generator[Outcome, None, None]:
        """The articles handed out, a few ahead of what is done; when a worker dies, those in its hands are tried one by one."""
        left = iter(sources)
        suspects: list[tuple[str, int]] = []
        executor, workers = self._executor()
        running: dict[Future[Outcome], tuple[str, int]] = {}
        try:
            while True:
                while (most := 1 if suspects else AHEAD * workers) > len(running):
                    source, tries = suspects.pop() if suspects else (next(left, None), 0)
                    if source is None:
                        break
                    running[executor.submit(work_on, source, str(self.folder), self.known)] = (source, tries + 1)
                    if most == 1:
                        break
                if not running:
                    return
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    source, tries = running.pop(future)
                    try:
                        yield future.result()
                    except BrokenProcessPool:
                        suspects += [(source, tries), *running.values()]
                        running.clear()
                        executor.shutdown(wait=False)
                        executor, workers = self._executor()
                        yield from self._given_up(suspects)
                        break
                    except Exception as error:  # noqa: BLE001 - a fault on one article stops no other
                        yield Outcome(source=source, problem=f"a fault of the program ({type(error).__name__}); please report it")
        finally:
            for future in running:
                future.cancel()
            executor.shutdown(wait=False)

    def _given_up(self, suspects: list[tuple[str, int]]) -> Iterator[Outcome]:
        """The articles that were tried often enough, which are then no longer suspects."""
        for source, tries in [one for one in suspects if one[1] >= TRIES + 1]:
            suspects.remove((source, tries))
            yield Outcome(source=source, problem="it crashes the program; please report it")

    def _executor(self) -> tuple[Executor, int]:
        """Who does the work, and how many they are."""
        if self.scheduler is not None:
            return _cluster(self.scheduler)
        return ProcessPoolExecutor(self.workers, multiprocessing.get_context("spawn"), _begin), self.workers


def _begin() -> None:
    """What a worker does first: it leaves interrupts to the parent, and ends with it."""
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _cluster(address: str) -> tuple[Executor, int]:
    """The workers of a Dask cluster. Raises FactcheckError when there is no Dask, or no scheduler at the address."""
    try:
        from distributed import Client
    except ImportError:
        raise FactcheckError(lacking("dask")) from None
    try:
        client: Any = Client(address, timeout="10s")  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError) as error:
        raise FactcheckError(
            f"No Dask scheduler answers at {one_line(address, 100)} ({type(error).__name__}); check the address."
        ) from None
    return client.get_executor(retries=TRIES), max(1, sum(client.nthreads().values()))


def _progress(done: int, of: int, words: int, seconds: float) -> str:
    rate = done / seconds if seconds else 0.0
    left = (of - done) / rate if rate else 0.0
    return f"{done} of {count(of, 'article')}, {rate:.1f} a second, {words / max(seconds, 0.001):.0f} words a second, {_time(left)} left"


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}" if minutes >= 60 else f"{minutes}:{rest:02}"


COLUMNS = (
    "source", "case", "headline", "published", "words", *(kind.value for kind in ClaimKind), *(s.value for s in Severity), "problem",
)  # fmt: skip


def row(outcome: Outcome) -> tuple[str | int | None, ...]:
    """What the summary says of an article, by COLUMNS."""
    kinds = (outcome.kinds.get(kind, 0) for kind in ClaimKind)
    severities = (outcome.severities.get(severity, 0) for severity in Severity)
    return (outcome.source, outcome.case, outcome.headline, outcome.published, outcome.words, *kinds, *severities, outcome.problem)


class Summary:
    """One table of what became of all articles, in the order of their sources: SQLite for `.sqlite` and `.db`, CSV for everything else.

    It is put together in a database beside its place, and is whole or not there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._beside = temporary_beside(path)
        self._table: sqlite3.Connection | None = None
        with self._or_given_up():
            make_folder(path.parent)
            self._beside.unlink(missing_ok=True)
            self._table = sqlite3.connect(self._beside)
            columns = ", ".join('"' + column + '"' for column in COLUMNS)
            self._table.execute(f"CREATE TABLE articles ({columns}, PRIMARY KEY (source)) WITHOUT ROWID")

    def add(self, outcome: Outcome) -> None:
        """Take in what became of an article. Raises FactcheckError when that cannot be done; the table that was there before then stays."""
        values = ["".join(c if c.isprintable() else " " for c in v) if isinstance(v, str) else v for v in row(outcome)]
        with self._or_given_up() as table:
            table.execute(f"INSERT OR REPLACE INTO articles VALUES ({', '.join('?' * len(COLUMNS))})", values)  # noqa: S608 - no values

    def close(self) -> None:
        """Put the table in its place, unless it was given up. Raises FactcheckError when that cannot be done."""
        if self._table is None:
            return
        with self._or_given_up() as table:
            table.commit()
            if self._path.suffix.lower() in (".sqlite", ".db"):
                table.close()
                put_in_place(self._beside, self._path)
            else:
                write_whole(self._path, _as_csv(table))
        self._give_up()

    @contextmanager
    def _or_given_up(self) -> Iterator[sqlite3.Connection]:
        """Where the table cannot be written, nothing of it is left, and it is said why."""
        try:
            yield self._table  # type: ignore[misc]  # but for its making there is one
        except (OSError, sqlite3.Error) as error:
            self._give_up()
            where = one_line(str(self._path), 200)
            raise FactcheckError(f"{where} cannot be written ({error}); make room on its disk, or choose another place for it.") from error

    def _give_up(self) -> None:
        """Take away what lies beside its place."""
        if self._table is not None:
            self._table.close()
            self._table = None
        with suppress(OSError):
            self._beside.unlink(missing_ok=True)


def _as_csv(table: sqlite3.Connection) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for values in table.execute("SELECT * FROM articles ORDER BY source"):
        writer.writerow(map(cell, values))
    return out.getvalue().encode("utf-8", "replace")


def run(sources: Sequence[str], to: Run, summary: Path | None) -> Iterator[str]:
    """Work on an archive, and tell of each article that could not be read, and in the end what there is.

    Raises FactcheckError for a source that is not there, a summary that cannot be written, and when no worker can be had.
    """
    articles = list(dict.fromkeys(articles_in(sources)))
    table = Summary(summary) if summary is not None else None
    made = there = claims = 0
    flags: Counter[Severity] = Counter()
    try:
        for outcome in to.outcomes(articles):
            if table is not None:
                table.add(outcome)
            made += outcome.made
            to.bad += outcome.problem is not None
            there += outcome.problem is None and not outcome.made
            claims += sum(outcome.kinds.values())
            flags.update(outcome.severities)
            if outcome.problem is not None:
                yield outcome.problem if outcome.source in outcome.problem else f"{one_line(outcome.source, 200)}: {outcome.problem}"
    finally:
        if table is not None:
            table.close()
    found = ", ".join(f"{flags[severity]} {severity}" for severity in Severity if flags[severity]) or "none"
    told = f"{count(len(articles), 'article')}: {made} made, {there} there already, {to.bad} could not be read"
    yield f"{told}; {count(claims, 'claim')}; flags: {found}."
