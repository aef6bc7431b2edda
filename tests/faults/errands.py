"""Every command as a person gives it, on a desk with everything that it needs; and what must be true of the desk whatever went wrong."""

from __future__ import annotations

import asyncio
import hashlib
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from factcheck import casefile, pipeline, reporting
from factcheck.casefile import CaseFile, load
from factcheck.evidence import snapshots
from factcheck.model import Case, Review
from factcheck.reporting.document import report_as_json
from tests.builders import AT, FERRY, ferry_case
from tests.casefile.cases import attach, decide
from tests.evidence.server import answer, page, serving
from tests.faults.power import Files

STORY = """\
Bridge closes for a year

Engineer Ruth Okafor said on Monday that the bridge would close for 12 months. “It is cracked in nine places,” she said.

The Bridge Trust paid £3,000 for a survey in 2022. The BTR declined to comment.
"""
KEPT = ("Minutes of 4 March, item 7", "Nine of twelve, or of ten?", "paid for a third of it", "rang the clerk twice")
"""What people have written into the case on the desk: a note, a question, a correction, and a comment by hand."""


@dataclass(frozen=True)
class Errand:
    """A command with its arguments, given on a desk. `varies` are the files whose bytes depend on the clock or the network."""

    words: tuple[str, ...]
    varies: tuple[str, ...] = ()
    again: tuple[int, ...] = (0,)
    """With what it may end when it is done once more."""


ERRANDS = {
    "review": Errand(("review", "story.txt")),
    "split": Errand(("split", "story.txt", "--toml")),
    "check": Errand(("check", "story.txt", "--sarif")),
    "export": Errand(("export", "claims/ferry.toml")),
    "import": Errand(("import", "report.json", "--out", "imported"), again=(0, 2)),
    "evidence": Errand(("evidence", "claims/ferry.toml", "--allow-private"), varies=("claims/ferry.toml", "claims/ferry.sources/")),
    "update": Errand(("update", "claims/ferry.toml", "new.txt"), again=(0, 2)),
    "merge": Errand(("merge", "base.toml", "ours.toml", "theirs.toml")),
    "batch": Errand(("batch", "articles", "--out", "cases", "--summary", "all.csv", "--jobs", "1")),
    "batch to a database": Errand(("batch", "articles", "--out", "cases", "--summary", "all.sqlite", "-j", "1"), varies=("all.sqlite",)),
    "diff": Errand(("diff", "base.toml", "base.toml")),
    "bundle": Errand(("bundle", "claims/ferry.toml", "--to", "csv")),
    "verify-bundle": Errand(("verify-bundle", "sent.zip")),
    "coverage": Errand(("coverage", "claims/ferry.toml")),
    "people": Errand(("people", "claims/ferry.toml", "--sheet")),
    "call": Errand(("call", "claims/ferry.toml", "Ruth Okafor")),
    "questions": Errand(("questions", "claims/ferry.toml", "--out", "questions.eml")),
    "log": Errand(
        ("log", "claims/ferry.toml", "Ruth Okafor", "--claim", ferry_case().claims[4].id, "--confirmed", "all", "--at", AT.isoformat())
    ),
    "assign": Errand(("assign", "claims/ferry.toml", "--to", "Ben", "--due", "2026-12-01"), varies=("claims/ferry.toml",)),
    "note": Errand(("note", "claims/ferry.toml", "@Ben: ring the yard"), varies=("claims/ferry.toml",)),
    "queue": Errand(("queue", "claims")),
    "watch": Errand(("watch", "claims")),
    "correct": Errand(
        ("correct", "claims/ferry.toml", ferry_case().claims[4].id, "--was", "nine", "--is", "ten", "--at", AT.isoformat())
    ),
    "corrections": Errand(("corrections", "claims")),
    "dossier": Errand(("dossier", "claims", "--to", "html", "--out", "dossier.html")),
    "search": Errand(("search", "rot in the frames", "--out", "claims")),
    "stats": Errand(("stats", "claims", "--svg", "stats.svg")),
    "the list": Errand(("--out", "claims")),
    "schema": Errand(("schema",)),
    "keys": Errand(("keys",)),
    "explain": Errand(("explain", "story.txt")),
    "explain a check": Errand(("explain", "timeline")),
    "doctor": Errand(("doctor",), again=(0, 1)),
    "trust": Errand(("trust", "sent", "--yes")),
}  # fmt: skip
"""By name; the first word of each is a command."""

ELSEWHERE = {"serve", "published"}
"""Commands that have tests of their own: one waits until it is ended, one asks a service whose address no argument changes."""


@dataclass(frozen=True)
class Desk:
    """A folder in which everything that a command may write lies: the work, this machine's state and caches, temporary files."""

    root: Path
    variables: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        for name in ("work", "state", "cache", "config", "tmp"):
            (self.root / name).mkdir(parents=True, exist_ok=True)
        places = {f"XDG_{name.upper()}_HOME": str(self.root / name) for name in ("state", "cache", "config")}
        object.__setattr__(self, "variables", {**places, "TMPDIR": str(self.root / "tmp"), "FACTCHECK_REVIEWER": "Ada"})

    @property
    def work(self) -> Path:
        return self.root / "work"

    def laid(self, template: Path) -> Desk:
        """The desk with what lies on the template."""
        shutil.copytree(template, self.work, dirs_exist_ok=True)
        return self


def lay(work: Path, address: str) -> None:
    """What the errands need, below a folder; a source of the case is at `address`."""
    case = ferry_case(reviewed=True)
    case = attach(case, 1, url=address, stance="supports", quote="twelve of its frames were rotten", added_by="Ada", added_at=AT)
    first = CaseFile.create(work / "claims" / "ferry.toml", case)
    text = first.path.read_text("utf-8")
    first.path.write_text(text.replace('kind = "quote"', '# rang the clerk twice\nkind = "quote"', 1), "utf-8")
    for name, one in (("base", case), ("ours", decide(case, 4, "Ada", minutes=5)), ("theirs", decide(case, 5, "Ben", minutes=6))):
        CaseFile.create(work / f"{name}.toml", one)
    (work / "story.txt").write_text(STORY, "utf-8")
    (work / "new.txt").write_text(FERRY.replace("nine of the twelve", "ten of the twelve").replace("paid for half", "paid half"), "utf-8")
    (work / "report.json").write_text(report_as_json(case), "utf-8")
    (work / "sent").mkdir()
    (work / "sent" / "factcheck.toml").write_text('[evidence]\narchive = "https://archive.example/"\n')
    (work / "articles").mkdir()
    for name in ("a", "b", "c"):
        (work / "articles" / f"{name}.txt").write_text(STORY.replace("Bridge", f"Bridge {name.upper()}"), "utf-8")
    (work / "export").mkdir()
    for form in reporting.FORMATS.values():
        (work / "export" / f"ferry{form.suffix}").write_bytes(b"an older report\n")
    pipeline.bundle([first.path], work / "sent.zip", ["csv"])
    for name in ("all.csv", "all.sqlite", "stats.svg", "export/ferry.zip", "questions.eml", "dossier.html"):
        (work / name).write_bytes(b"an older one\n")


def files_in(work: Path) -> Files:
    """Every file below a folder by its path, temporary ones aside."""
    found = {str(path.relative_to(work)): path.read_bytes() for path in sorted(work.rglob("*")) if path.is_file()}
    return {path: data for path, data in found.items() if not is_litter(path)}


def litter_in(root: Path) -> list[str]:
    """The temporary files and folders of a desk."""
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if is_litter(path.name) or path.parent == root / "tmp")


def is_litter(path: str) -> bool:
    """Whether a name is that of a temporary file: hidden, so that no listing of cases has it."""
    return Path(path).name.startswith(".")


def check_desk(work: Path, errand: Errand, before: Files, after: Files, *, done: bool) -> None:
    """Every file is as it was before or as it is after the errand, in the end the latter, and nothing that a person did is lost."""
    there = files_in(work)
    assert before.keys() <= there.keys(), before.keys() - there.keys()
    for name, data in there.items():
        if not name.startswith(errand.varies):
            assert data in (before.get(name), after.get(name)), name
    if done:
        assert [name for name, data in after.items() if not name.startswith(errand.varies) and there.get(name) != data] == []
    if (table := there["all.sqlite"]) != before["all.sqlite"]:
        check_table(table)
    for folder in ("claims", "cases", "imported"):
        for path in casefile.case_files(work / folder):
            load(path)
    kept = "".join(path.read_text("utf-8") for path in (work / "claims").glob("ferry.*") if path.is_file())
    assert all(words in kept for words in KEPT)
    if "claims/ferry.sources/" in errand.varies:
        check_sources(load(work / "claims" / "ferry.toml"), work / "claims" / "ferry.sources", done=done)


def check_table(data: bytes) -> None:
    """A summary in a database is whole."""
    with closing(sqlite3.connect(":memory:")) as table:
        table.deserialize(data)
        assert table.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert table.execute("SELECT count(*) FROM articles").fetchone() == (3,)


def check_sources(case: Case, folder: Path, *, done: bool) -> None:
    """Every snapshot that the case names is there and whole, and so is every other one."""
    known = [source for source in case.sources if source.sha256]
    assert known or not done
    assert all(snapshots.text_in(folder, source.sha256 or "") is not None for source in known)
    for path in folder.glob("[!.]*"):
        assert path.name == f"{hashlib.sha256(path.read_bytes()).hexdigest()}.warc.gz"


def reviews_by(case: Case, name: str) -> list[Review]:
    """The decisions of one person in a case."""
    return [review for claim in case.claims for review in claim.reviews if review.by == name]


@contextmanager
def source_on_loopback() -> Iterator[str]:
    """The address of a page on this machine, which is there meanwhile, served by a thread."""
    ready, over = threading.Event(), threading.Event()
    found: list[str] = []

    async def serve() -> None:
        async with serving() as server:
            server.pages["/a"] = answer(page())
            found.append(server.url("/a"))
            ready.set()
            while not over.is_set():
                await asyncio.sleep(0.05)

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    ready.wait()
    try:
        yield found[0]
    finally:
        over.set()
        thread.join()
