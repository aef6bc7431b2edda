"""The sources of a case are looked at, kept, compared and searched; what could not be had is said, and nothing is decided."""

from __future__ import annotations

import hashlib
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfWriter
from warcio.archiveiterator import ArchiveIterator

from factcheck import pipeline
from factcheck.casefile import CaseFile
from factcheck.evidence import FetchOptions, Limits, folder_of, gather, snapshots, told_apart, waiting
from factcheck.evidence.readable import Readable, Readers
from factcheck.model import Case, Evidence, FactcheckError, Source
from tests.builders import ferry_case
from tests.evidence.server import STORY, Server, answer, bomb, page, redirect

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
WANTED = FetchOptions(limits=Limits(seconds=3.0, private=True))


def leaning(case: Case, *evidence: Evidence) -> Case:
    """The case with the pieces of evidence on its claims, one each."""
    for claim, item in zip(case.claims, evidence, strict=False):
        case = case.with_claim(claim.model_copy(update={"evidence": (item,)}))
    return case


def bare(*evidence: Evidence) -> Case:
    case = ferry_case()
    return leaning(case.model_copy(update={"claims": tuple(c.model_copy(update={"evidence": ()}) for c in case.claims)}), *evidence)


async def gathered(case: Case, folder: Path, wanted: FetchOptions = WANTED) -> Case:
    async for source in gather(case, folder, wanted, lambda: NOW):
        case = case.with_source(source)
    return case


def status(case: Case) -> list[str | None]:
    return [source.status for source in case.every_source]


async def test_a_source_is_fetched_kept_and_searched(server: Server, tmp_path: Path) -> None:
    server.pages["/a"] = answer(page(head='<meta name="author" content="Ada Finch">'))
    case = bare(Evidence(url=server.url("/a#top"), quote="harbour wall would cost 1.3 million pounds"), Evidence(url=server.url("/a")))
    case = await gathered(case, tmp_path)
    (source,) = case.sources
    assert (source.status, source.title, source.author, source.fetched) == ("ok", "Harbour wall to cost more", "Ada Finch", NOW)
    assert server.asked["/a"] == 1
    (quotation,) = source.quotations
    assert quotation.claim == case.claims[0].id
    assert quotation.found == "harbour wall would cost 1.2 million pounds"
    assert any("stops before “but”" in remark for remark in quotation.remarks)
    data = (tmp_path / f"{source.sha256}.warc.gz").read_bytes()
    assert hashlib.sha256(data).hexdigest() == source.sha256
    records = {r.rec_type: r.content_stream().read() for r in ArchiveIterator(io.BytesIO(data))}
    assert b"harbour wall would cost 1.2 million pounds" in records["response"]
    assert STORY[1] in records["conversion"].decode()
    assert case.claims[0].reviews == bare().claims[0].reviews


async def test_what_is_not_there_is_said_plainly(server: Server, tmp_path: Path) -> None:
    server.pages |= {
        "/gone": answer(page("Page not found", ["Try the search."])),
        "/deep/down/story": redirect("/", "302 Found"),
        "/": answer(page("The Harbour Post", ["Welcome."])),
        "/moved": redirect("/there"),
        "/there": answer(page()),
        "/bomb": bomb(200_000_000),
        "/picture": answer(b"\x89PNG", kind="image/png"),
    }
    paths = ["/gone", "/deep/down/story", "/moved", "/bomb", "/picture", "/404"]
    case = await gathered(bare(*(Evidence(url=server.url(path)) for path in paths)), tmp_path)
    assert status(case) == [
        "dead: its page says “Page not found”",
        "dead: it leads to the site's front page",
        f"moved to {server.url('/there')}",
        "too large: it unpacks to more than 16 megabytes",
        "ok; it is no text (image/png)",
        "dead: 404 Not Found",
    ]
    assert [source.works for source in case.every_source] == [False, False, True, False, True, False]


async def test_what_is_quoted_from_a_page_that_is_gone_is_of_its_old_snapshot(server: Server, tmp_path: Path) -> None:
    server.pages["/a"] = answer(page())
    case = await gathered(bare(Evidence(url=server.url("/a"), quote="twelve of its frames were rotten")), tmp_path)
    del server.pages["/a"]
    (source,) = (await gathered(case, tmp_path, replace(WANTED, again=True))).every_source
    assert (source.status, source.kept) == ("dead: 404 Not Found", NOW)
    assert source.describe(source.quotations[0]) == "the source has these words, in the old snapshot of 2026-11-24: now it is dead"


async def test_no_snapshot_has_a_password_of_a_redirect(server: Server, tmp_path: Path) -> None:
    server.pages["/a"] = answer(page(), headers=(("Content-Location", "http://ada:hunter2@host.example/a"),))
    (source,) = (await gathered(bare(Evidence(url=server.url("/a"))), tmp_path)).every_source
    packed = (tmp_path / f"{source.sha256}.warc.gz").read_bytes()
    headers = [r.http_headers.get_header("Content-Location") for r in ArchiveIterator(io.BytesIO(packed)) if r.http_headers]
    assert headers == ["http://host.example/a"]


async def test_pages_in_any_encoding_are_read(tmp_path: Path, server: Server) -> None:
    words = "Der Bürgermeister ließ die Hafenmauer prüfen, für 1,2 Mio. €, sagte er am Dienstag in einer langen Rede vor der Presse am Kai."
    body = page("Hafenmauer", [words] * 3)
    cp = body.decode().replace("<head>", '<head><meta charset="windows-1252">').encode("cp1252")
    server.pages |= {
        "/wrong": answer(body, kind="text/html; charset=iso-8859-1"),
        "/old": answer(cp),
        "/plain": answer(words.encode("utf-8-sig"), kind="text/plain; charset=ascii"),
    }
    paths = ("/wrong", "/old", "/plain")
    case = await gathered(
        bare(*(Evidence(url=server.url(path), quote="ließ die Hafenmauer prüfen, für 1,2 Mio. €") for path in paths)), tmp_path
    )
    assert [source.quotations[0].match for source in case.every_source] == [100, 100, 100]


async def test_a_later_run_tells_what_has_changed(server: Server, tmp_path: Path) -> None:
    server.pages["/a"] = answer(page())
    case = await gathered(bare(Evidence(url=server.url("/a"), quote=STORY[2])), tmp_path)
    again = FetchOptions(again=True, limits=WANTED.limits)
    same = await gathered(case, tmp_path, again)
    assert (same.sources[0].status, same.sources[0].sha256) == ("ok", case.sources[0].sha256)
    server.pages["/a"] = answer(page(paragraphs=[*STORY[:2], STORY[2].replace("twelve", "nine")]))
    later = (await gathered(same, tmp_path, again)).sources[0]
    assert "changed (about" in (later.status or "")
    assert "nine of its frames" in (later.status or "")
    assert later.sha256 != same.sources[0].sha256
    assert later.quotations[0].match < 100
    assert snapshots.text_in(tmp_path, same.sources[0].sha256 or "") is not None
    server.pages["/a"] = answer(status="404 Not Found")
    gone = (await gathered(later_case := same.with_source(later), tmp_path, again)).sources[0]
    assert (gone.status, gone.sha256, gone.title) == ("dead: 404 Not Found", later.sha256, later.title)
    assert later_case.sources[0] == later


async def test_a_plain_later_run_fetches_only_what_it_could_not_have(server: Server, tmp_path: Path) -> None:
    server.pages["/a"] = answer(page())
    server.pages["/b"] = answer(status="500 Oh no")
    case = bare(Evidence(url=server.url("/a")), Evidence(url=server.url("/b")), Evidence(source="A call"))
    case = await gathered(case, tmp_path)
    assert waiting(case) == [server.url("/b")]
    claim = case.claims[0]
    case = case.with_claim(claim.model_copy(update={"evidence": (Evidence(url=server.url("/a"), quote="the crane fell in the storm"),)}))
    case = await gathered(case, tmp_path)
    assert (server.asked["/a"], server.asked["/b"]) == (1, 2)
    assert case.sources[0].quotations[0].match == 100
    assert "no evidence that" in case.sources[0].quotations[0].remarks[0]


async def test_a_confidential_source_is_never_fetched(server: Server, tmp_path: Path) -> None:
    url = server.url("/leak")
    case = bare(Evidence(url=url)).with_source(Source(url=url, confidential=True))
    assert waiting(case, again=True) == []
    await gathered(case, tmp_path)
    assert not server.asked


async def test_a_public_archive_is_asked_and_its_address_kept(server: Server, tmp_path: Path) -> None:
    server.pages["/a"] = server.pages["/b"] = answer(page())
    server.pages[f"/save/{server.url('/a')}"] = answer(headers=(("Content-Location", "/web/20261124120000/http://x/a"),))
    wanted = FetchOptions(archive=server.url("/save/"), limits=WANTED.limits)
    case = await gathered(bare(Evidence(url=server.url("/a")), Evidence(url=server.url("/b"))), tmp_path, wanted)
    one, two = case.every_source
    assert (one.status, one.archive) == ("ok", server.url("/web/20261124120000/http://x/a"))
    assert (two.status, two.archive) == ("ok; not in the public archive: 404 Not Found", None)


async def test_copies_of_one_text_count_as_one_source(server: Server, tmp_path: Path) -> None:
    server.pages["/a"] = answer(page())
    server.pages["/b"] = answer(page("Wall bill soars"))
    case = bare(Evidence(url=server.url("/a")), Evidence(url=server.url("/b").replace("127.0.0.1", "localhost")))
    claim = case.claims[0].model_copy(update={"evidence": tuple(item for c in case.claims for item in c.evidence)})
    case = await gathered(case.with_claim(claim), tmp_path)
    assert len(case.origins(claim.evidence)) == 2
    for source in told_apart(case, tmp_path, lambda text: "Reuters" if "(Reuters)" in text else None):
        case = case.with_source(source)
    assert case.origins(claim.evidence) == {"reuters"}
    own = case.with_source(case.sources[0].model_copy(update={"text_of": "The Harbour Post"}))
    assert told_apart(own, tmp_path, lambda _: "Reuters") == []


async def test_a_folder_that_cannot_be_written_to_is_said(server: Server, tmp_path: Path) -> None:
    server.pages["/a"] = answer(page())
    (tmp_path / "full").write_text("a file where a folder should be")
    with pytest.raises(FactcheckError, match=r"No snapshot can be kept in .*full"):
        await gathered(bare(Evidence(url=server.url("/a"))), tmp_path / "full")


@pytest.mark.parametrize("harm", ["cut", "other", "gone", "a path"])
async def test_a_snapshot_that_is_not_what_it_was_is_not_read(server: Server, tmp_path: Path, harm: str) -> None:
    server.pages["/a"] = answer(page())
    name = (await gathered(bare(Evidence(url=server.url("/a"))), tmp_path)).sources[0].sha256 or ""
    path = tmp_path / f"{name}.warc.gz"
    assert snapshots.text_in(tmp_path, name)
    if harm == "a path":
        name = f"../{tmp_path.name}/{name}"
    elif harm == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-9] if harm == "cut" else b"something else")
    assert snapshots.text_in(tmp_path, name) is None


@contextmanager
def readers(**fields: float) -> Iterator[Readers]:
    reading = Readers(**fields)
    try:
        yield reading
    finally:
        reading.close()


def pdf(password: str = "") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Title": "The minutes"})
    if password:
        writer.encrypt(password)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


async def test_documents_that_nobody_can_read_are_said_to_be_so() -> None:
    with readers() as reading:
        blank = Readable(trouble="a PDF: it has no words in it")
        assert await reading.read(pdf(), "application/pdf", "http://x/") == blank
        assert (await reading.read(pdf("secret"), "application/pdf", "http://x/")).trouble == "it is a PDF that asks for a password"
        assert "incomplete" in ((await reading.read(b"%PDF-1.7 broken", "application/pdf", "http://x/")).trouble or "")
        assert (await reading.read(b"<html>" + b"<div>" * 100_000, "text/html", "http://x/")).text.strip() == ""
        assert (await reading.read(b"", "text/html", "http://x/")).text == ""


async def test_reading_that_takes_too_long_is_given_up() -> None:
    with readers(seconds=0.01) as reading:
        found = await reading.read(page(paragraphs=STORY * 5_000), "text/html", "http://x/")
    assert found.trouble == "a web page: it could not be read within 0 seconds"


def test_the_command_tells_and_saves(tmp_path: Path) -> None:
    path = tmp_path / "ferry.toml"
    CaseFile.create(path, bare(Evidence(url="http://127.0.0.1:9/a"), Evidence(source="A call with the clerk")))
    asked = pipeline.fetch_options()
    case, stopped = pipeline.gather_evidence(path, asked)
    assert stopped is None
    assert CaseFile.open(path).case.sources == case.sources
    assert status(case) == ["refused: 127.0.0.1 is not a public address; allow it with --allow-private", None]
    done = subprocess.run([sys.executable, "-m", "factcheck", "evidence", str(path), "--list"], capture_output=True, text=True, check=True)
    assert "A call with the clerk\n    nothing to fetch\n" in done.stdout
    assert "2 sources: 0 fetched and there, 2 independent of one another." in done.stdout


def heeding() -> None:
    """Let a process heed interrupts, though whatever started the tests in the background may ignore them."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_what_came_before_an_interruption_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "ferry.toml"
    code = (
        "import asyncio, threading, sys\n"
        "from tests.evidence.server import *\n"
        "async def main():\n"
        "    async with serving() as server:\n"
        "        server.pages |= {'/a': answer(page()), '/slow': silent}\n"
        "        print(server.port, flush=True)\n"
        "        await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout is not None
        url = f"http://127.0.0.1:{serving.stdout.readline().strip()}"
        CaseFile.create(path, bare(Evidence(url=f"{url}/a"), Evidence(url=f"{url}/slow")))
        command = [sys.executable, "-m", "factcheck", "evidence", str(path), "--allow-private"]
        with (tmp_path / "said").open("w") as told, subprocess.Popen(command, stdout=told, stderr=told, preexec_fn=heeding) as looking:
            until = time.monotonic() + 20
            while not list(folder_of(path).glob("*.gz")) and time.monotonic() < until:
                time.sleep(0.05)
            time.sleep(0.5)
            os.kill(looking.pid, signal.SIGINT)
            looking.wait(timeout=60)
        serving.kill()
    said = (tmp_path / "said").read_text()
    assert "Stopped. What was fetched so far is saved" in said
    assert "Traceback" not in said
    assert [source.status for source in CaseFile.open(path).case.sources] == ["ok"]
