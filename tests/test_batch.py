"""An archive: the same files whatever the order and the number of workers, nothing done twice, nothing half-written."""

from __future__ import annotations

import csv
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck import batch
from factcheck.casefile import load
from factcheck.model import FactcheckError
from tests.builders import FERRY

Files = dict[str, bytes]


def archive(folder: Path, count: int = 6) -> Path:
    """Some articles, two of them with the same words, one that is empty, one that is damaged, and a file that is none."""
    folder.mkdir()
    for n in range(count):
        (folder / f"story-{n}.txt").write_text(FERRY.replace("Lady Anne", f"Lady Anne {'IV' * (n % 3)}").replace("3,400", f"3,4{n:02}"))
    (folder / "copy").mkdir()
    (folder / "copy" / "story-0.txt").write_text((folder / "story-0.txt").read_text())
    (folder / "empty.txt").write_text("")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    return folder


def files(folder: Path) -> Files:
    """The cases and tables in a folder; what a worker that was killed had begun to write is none."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if not path.name.startswith(".")}


def run(source: Path, to: Path, workers: int = 1, summary: Path | None = None) -> list[str]:
    return list(batch.run([str(source)], batch.Run(to, lambda _: None, workers), summary))


class Archive(NamedTuple):
    """An archive that has been worked through by one worker: where it lies, what came of it, and what was said."""

    source: Path
    out: Path
    summary: Path
    lines: list[str]
    progress: list[str]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Worked through once for all who only look at it."""
    folder = tmp_path_factory.mktemp("archive")
    source, out, summary, progress = archive(folder / "in"), folder / "out", folder / "all.csv", list[str]()
    return Archive(source, out, summary, list(batch.run([str(source)], batch.Run(out, progress.append, 1), summary)), progress)


def test_every_article_gets_a_case_and_a_bad_one_stops_nothing(made: Archive) -> None:
    assert made.lines[-1].startswith("9 articles: 6 made, 1 there already, 2 could not be read; ")
    assert {line.partition(" ")[0].rpartition("/")[2] for line in made.lines[:-1]} == {"empty.txt", "broken.pdf"}
    cases = [load(path) for path in made.out.iterdir()]
    assert len(cases) == 6
    assert all(case.claims for case in cases)
    with made.summary.open(newline="") as table:
        rows = list(csv.DictReader(table))
    assert [row["source"] for row in rows] == sorted(row["source"] for row in rows)
    assert sum(bool(row["problem"]) for row in rows) == 2
    assert {row["error"] for row in rows if row["case"]} == {"1"}


def test_progress_says_how_fast_and_how_long(made: Archive) -> None:
    assert made.progress[-1].startswith("9 of 9 articles, ")
    assert made.progress[-1].endswith("0:00 left")


def test_order_and_number_of_workers_change_nothing(tmp_path: Path) -> None:
    """But for which of two sources of the very same words a case names: that of the worker who was there first."""
    source = archive(tmp_path / "in", 3)
    shutil.rmtree(source / "copy")
    run(source, tmp_path / "one", 1, tmp_path / "one.sqlite")
    run(source, tmp_path / "two", 2, tmp_path / "two.sqlite")
    assert files(tmp_path / "one") == files(tmp_path / "two")
    tables = []
    for name in ("one.sqlite", "two.sqlite"):
        with sqlite3.connect(tmp_path / name) as table:
            tables.append(table.execute("SELECT * FROM articles ORDER BY source").fetchall())
    assert tables[0] == tables[1]


def test_nothing_is_done_twice_and_what_people_decided_stays(made: Archive, tmp_path: Path) -> None:
    out = shutil.copytree(made.out, tmp_path / "out")
    one = min(out.iterdir())
    one.write_text(one.read_text().replace("[[claims]]", "# looked at\n[[claims]]", 1))
    before = files(out)
    assert "0 made, 7 there already" in run(made.source, out)[-1]
    assert files(out) == before


def test_a_run_that_was_killed_goes_on_where_it_was(made: Archive, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "factcheck", "batch", str(made.source), "--out", str(out), "--jobs", "1"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True) as working:
        until = time.monotonic() + 60
        while len(list(out.glob("*.toml"))) < 3 and time.monotonic() < until:
            time.sleep(0.005)
        os.killpg(working.pid, signal.SIGKILL)
    done = {name: data for name, data in files(out).items() if name.endswith(".toml")}
    assert len(done) >= 3
    assert done.items() <= files(made.out).items()
    run(made.source, out)
    assert {n: d for n, d in files(out).items() if n.endswith(".toml")} == files(made.out)


@pytest.mark.parametrize("name", ["all.csv", "all.sqlite"])
def test_a_summary_for_which_there_is_no_room_leaves_the_old_one(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"old")
    summary = batch.Summary(tmp_path / name)
    assert summary._table is not None
    summary._table.execute("PRAGMA max_page_count = 3")  # SQLite's own way to be full
    with pytest.raises(FactcheckError, match=r"full\); make room"):
        summary.add(batch.Outcome(source="story.txt", headline="x" * 20_000))
    summary.close()
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [(name, b"old")]


def test_an_article_that_takes_a_worker_down_is_told_and_no_other_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = archive(tmp_path / "in")
    monkeypatch.setattr(batch, "work_on", deadly)
    outcomes = list(batch.Run(tmp_path / "out", lambda _: None, 2).outcomes(list(batch.articles_in([str(source)]))))
    assert len({outcome.source for outcome in outcomes}) == len(outcomes) == 9
    bad = [outcome for outcome in outcomes if outcome.problem and "crashes the program" in outcome.problem]
    assert [Path(outcome.source).name for outcome in bad] == ["story-3.txt"]


def deadly(source: str, folder: str, published: object) -> batch.Outcome:
    if source.endswith("story-3.txt"):
        os._exit(9)
    return batch.Outcome(source=source, case=f"{folder}{published}")


def test_a_cluster_gives_the_same_files_though_a_worker_dies(made: Archive, tmp_path: Path) -> None:
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    scheduler = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    around = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    started = [subprocess.Popen(command, env=around, **quiet) for command in (scheduler, worker, worker)]
    try:
        done = 0
        for outcome in batch.Run(tmp_path / "out", lambda _: None, scheduler=address).outcomes(list(batch.articles_in([str(made.source)]))):
            done += outcome.made
            if done == 2:
                started[1].kill()
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()
    assert files(tmp_path / "out") == files(made.out)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def test_what_cannot_be_done_is_said(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="neither a file nor a folder"):
        list(batch.articles_in([str(tmp_path / "nowhere")]))
    (tmp_path / "file").write_text("x")
    with pytest.raises(FactcheckError, match="cannot be written"):
        run(archive(tmp_path / "in"), tmp_path / "out", summary=tmp_path / "file" / "a.csv")
    with pytest.raises(FactcheckError, match="Dask"):
        list(batch.Run(tmp_path, lambda _: None, scheduler="tcp://127.0.0.1:9").outcomes(["x"]))
