"""The snapshots in a folder that somebody sends: whatever they are called and whatever lies there, nothing hangs, runs or gets out."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import random
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.casefile import CaseFile, load
from factcheck.cli import app
from factcheck.evidence import folder_of, snapshots
from factcheck.evidence.fetching import Hop, Response
from factcheck.evidence.gathering import quoted_anew, told_apart
from factcheck.model import Evidence, FactcheckError, Source
from tests.builders import ferry_case
from tests.documents.test_hostile import fuzzed
from tests.evidence.server import Server, answer, page
from tests.evidence.test_gathering import NOW, bare, gathered

URL = "https://example.org/a"


def response(body: bytes = b"<p>The wall holds.</p>") -> Response:
    return Response((Hop(URL, 200, "OK", (("Content-Type", "text/html"),), body),), body)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "story.sources"
    folder.mkdir()
    return folder


def put(folder: Path, data: bytes) -> str:
    """Put bytes there as a snapshot with the right digest; its name."""
    name = hashlib.sha256(data).hexdigest()
    (folder / f"{name}.warc.gz").write_bytes(data)
    return name


def within(seconds: float, action: Callable[[], object]) -> object:
    """What an action gives, which must not take longer; one that waits for ever fails and keeps nobody."""
    found: list[object] = []
    thread = threading.Thread(target=lambda: found.append(action()), daemon=True)
    thread.start()
    thread.join(seconds)
    assert found, "it hangs"
    return found[0]


def test_what_was_kept_is_read_again(folder: Path) -> None:
    name = snapshots.keep(folder, response(), "The wall holds.", NOW)
    assert snapshots.text_in(folder, name) == "The wall holds."


@pytest.mark.parametrize(
    "name",
    [
        "", "../../secret", "/etc/passwd", "a\0b", "..", ".", "a" * 63, "a" * 65,
        "../" * 21 + "x", "é" * 64, "\ud800" * 64, "１" * 64, "A" * 64,
    ],
)  # fmt: skip
def test_a_name_that_is_no_digest_is_no_snapshot(folder: Path, name: str) -> None:
    (folder.parent / "secret.warc.gz").write_bytes(gzip.compress(b"secret"))
    assert snapshots.text_in(folder, name) is None
    case = bare(Evidence(url=URL, quote="secret")).with_source(Source(url=URL, sha256=name, status="ok", fetched=NOW))
    assert quoted_anew(case, case.sources[0], folder) is None
    assert told_apart(case, folder, lambda text: text) == []


def test_a_link_out_of_the_folder_is_no_snapshot(folder: Path) -> None:
    name = snapshots.keep(folder, response(), "The wall holds.", NOW)
    (folder / f"{name}.warc.gz").rename(folder.parent / "elsewhere")
    (folder / f"{name}.warc.gz").symlink_to(folder.parent / "elsewhere")
    assert snapshots.text_in(folder, name) is None


@pytest.mark.parametrize("what", ["fifo", "folder", "/dev/zero", "/dev/tty", "/proc/self/mem"])
def test_what_is_no_file_neither_hangs_nor_fills_the_memory(folder: Path, what: str) -> None:
    path = folder / f"{'a' * 64}.warc.gz"
    if what == "fifo":
        os.mkfifo(path)
    elif what == "folder":
        path.mkdir()
    else:
        path.symlink_to(what)
    assert within(5, lambda: snapshots.text_in(folder, "a" * 64)) is None


def test_a_file_without_end_is_no_snapshot(folder: Path) -> None:
    with (folder / f"{'a' * 64}.warc.gz").open("wb") as file:
        file.truncate(1 << 40)  # a terabyte of nothing, which takes no room
    assert within(10, lambda: snapshots.text_in(folder, "a" * 64)) is None


def bomb(kind: str, size: int) -> bytes:
    """A record of one kind in the web archives' format that unpacks to so many zeros."""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Length: {size}\r\n\r\n"
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=9) as file:
        file.write(head.encode())
        zeros = b"\0" * (1 << 20)
        for _ in range(size >> 20):
            file.write(zeros)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["conversion", "response", "warcinfo"])
def test_a_bomb_with_the_right_digest_is_no_snapshot(folder: Path, kind: str) -> None:
    data = bomb(kind, snapshots.UNPACKED + (16 << 20))
    assert len(data) < 2 << 20
    began = time.process_time()
    assert snapshots.text_in(folder, put(folder, data)) is None
    assert time.process_time() - began < 10


def test_a_head_without_end_is_no_snapshot(folder: Path) -> None:
    data = gzip.compress(b"WARC/1.0\r\n" + b"X: y\r\n" * 200_000)
    assert snapshots.text_in(folder, put(folder, data)) is None


def damaged_ones(folder: Path, seeds: range) -> int:
    """Snapshots with the right digest that are damaged, packed or within; how many gave a text all the same."""
    name = snapshots.keep(folder, response(), "The wall holds.", NOW)
    packed = (folder / f"{name}.warc.gz").read_bytes()
    whole, given = gzip.decompress(packed), 0
    for seed in seeds:
        rng = random.Random(seed)  # noqa: S311 - the same damage every time
        data = gzip.compress(fuzzed(whole, rng)) if seed % 2 else fuzzed(packed, rng)
        text = snapshots.text_in(folder, put(folder, data))
        assert text is None or isinstance(text, str)
        given += text is not None
    return given


def test_damaged_snapshots_with_the_right_digest_give_a_text_or_none(folder: Path) -> None:
    assert 0 < damaged_ones(folder, range(600)) < 600


@pytest.mark.long
def test_thousands_of_damaged_snapshots_give_a_text_or_none(folder: Path) -> None:
    damaged_ones(folder, range(600, 20_000))


async def test_hostile_words_in_a_snapshot_are_words(folder: Path) -> None:
    """They come to the case as what was found, and get out of the file again as they are."""
    hostile = 'The wall \x1b[31m[b]{{ 7*7 }}\u202e"""\n[[claims]]\n\0 holds <script>'
    case = bare(Evidence(url=URL, quote="The wall holds"))
    name = snapshots.keep(folder, response(), hostile, NOW)
    case = case.with_source(Source(url=URL, sha256=name, status="ok", fetched=NOW))
    found = quoted_anew(case, case.sources[0], folder)
    assert found is not None
    path = folder.with_suffix(".toml")
    CaseFile.create(path, case.with_source(found))
    assert load(path).sources == (found,)


async def test_snapshots_are_not_kept_through_a_link_to_elsewhere(server: Server, tmp_path: Path) -> None:
    """A folder that was sent decides nothing about where files of its receiver are written."""
    server.pages["/a"] = answer(page())
    (tmp_path / "elsewhere").mkdir()
    folder = folder_of(tmp_path / "story.toml")
    folder.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FactcheckError, match="is a link to another place; put a folder there"):
        await gathered(bare(Evidence(url=server.url("/a"))), folder)
    assert list((tmp_path / "elsewhere").iterdir()) == []


async def test_a_new_snapshot_takes_the_place_of_a_link_and_not_of_what_it_leads_to(folder: Path) -> None:
    name = snapshots.keep(folder, response(), "The wall holds.", NOW)
    victim = folder.parent / "victim"
    victim.write_text("mine")
    path = folder / f"{name}.warc.gz"
    data = path.read_bytes()
    path.unlink()
    path.symlink_to(victim)
    from factcheck.files import write_whole

    write_whole(path, data)
    assert victim.read_text() == "mine"
    assert snapshots.text_in(folder, name) == "The wall holds."


class TestNobodyRefersTo:
    @pytest.fixture
    def case(self, tmp_path: Path) -> Path:
        """A case with one source, its snapshot and one that an older version had, and what is no snapshot."""
        folder = tmp_path / "ferry.sources"
        folder.mkdir()
        for name in (f"{'a' * 64}.warc.gz", f"{'b' * 64}.warc.gz", f"{'c' * 63}.warc.gz", "notes.txt", f"{'d' * 64}.warc.gz.bak"):
            (folder / name).write_bytes(b"0" * 2_000_000)
        (folder / f"{'e' * 64}.warc.gz").symlink_to(folder / "notes.txt")
        source = Source(url="https://harbour.example/log", sha256="a" * 64)
        CaseFile.create(tmp_path / "ferry.toml", ferry_case().model_copy(update={"sources": (source,)}))
        return tmp_path / "ferry.toml"

    def test_it_is_told(self, case: Path) -> None:
        said = CliRunner().invoke(app, ["evidence", str(case), "--list"]).output
        assert "1 snapshot is of no source that the case has now (2.0 MB); delete them with --sweep." in said

    def test_it_is_taken_away_after_a_yes_and_nothing_else_is(self, case: Path) -> None:
        folder = case.with_suffix(".sources")
        before = {path.name for path in folder.iterdir()}
        assert CliRunner().invoke(app, ["evidence", str(case), "--sweep"], input="n\n").exit_code == 1
        assert {path.name for path in folder.iterdir()} == before
        done = CliRunner().invoke(app, ["evidence", str(case), "--sweep"], input="y\n")
        assert "1 deleted." in done.output
        assert before - {path.name for path in folder.iterdir()} == {f"{'b' * 64}.warc.gz"}
        assert CliRunner().invoke(app, ["evidence", str(case), "--sweep", "--yes"]).output == "0 deleted.\n"
