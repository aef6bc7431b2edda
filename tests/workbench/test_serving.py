"""The workbench in a browser: for who has the address, and for nobody else."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest
from aiohttp import ClientResponseError, ClientSession, ClientWebSocketResponse, CookieJar, WSMsgType, WSServerHandshakeError

from factcheck.model import FactcheckError
from factcheck.pipeline import open_case, read_article
from factcheck.pipeline.within import WITHIN
from factcheck.workbench.serving import Bounds, WorkbenchServer, _size, is_loopback

SAMPLE = Path(__file__).parent.parent.parent / "claims" / "hanoi-summit.toml"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def browser_session() -> ClientSession:
    """One that keeps the cookies of an address in numbers, as browsers do."""
    return ClientSession(cookie_jar=CookieJar(unsafe=True))


@dataclass(frozen=True)
class Served:
    """A real `factcheck serve` for two browsers, what it has still to print, and the address that it printed."""

    process: subprocess.Popen[str]
    output: IO[str]
    address: str
    port: int
    case: Path


@pytest.fixture
async def served(tmp_path: Path) -> AsyncIterator[Served]:
    case = tmp_path / "a case; $(touch no).toml"
    case.write_bytes(SAMPLE.read_bytes())
    port = free_port()
    command = [sys.executable, "-m", "factcheck", "serve", str(case), "--port", str(port), "--reviewer", "Ada", "--sessions", "2"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path)
    assert process.stdout
    found = re.search(r"http://\S+", await asyncio.to_thread(process.stdout.readline))
    assert found
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            break
        except OSError:
            await asyncio.sleep(0.1)
    yield Served(process, process.stdout, found[0], port, case)
    process.terminate()
    assert "Traceback" not in process.communicate(timeout=20)[1]
    assert not (tmp_path / "no").exists()


@pytest.fixture
def address(served: Served) -> str:
    """The address that a real `factcheck serve` prints."""
    return served.address


async def test_with_the_key_a_decision_is_made_and_saved(address: str, tmp_path: Path) -> None:
    """The page, then the case on the screen, then a key, then the file."""
    root = address.partition("?")[0]
    async with browser_session() as browser:
        page = await (await browser.get(address)).text()
        assert "data-session-websocket-url" in page
        async with browser.ws_connect(f"{root}ws?width=120&height=40", headers={"Origin": root.rstrip("/")}) as screen:
            await screen.send_json(["resize", {"width": 120, "height": 40}])
            seen = b""
            while b"N Korea" not in seen:
                message = await screen.receive(timeout=20)
                seen += message.data if isinstance(message.data, bytes) else b""
            await screen.send_json(["stdin", "v"])
            case = next(tmp_path.glob("*.toml"))
            for _ in range(100):
                if 'by = "Ada"' in case.read_text("utf-8"):
                    break
                await asyncio.sleep(0.1)
            assert 'by = "Ada"' in case.read_text("utf-8")


async def test_nothing_is_asked_of_other_machines(address: str) -> None:
    """The page may load what this server has, and nothing else."""
    async with browser_session() as browser:
        policy = (await browser.get(address)).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "http" not in policy


@pytest.mark.parametrize("path", ["", "?key=wrong", "ws", "static/js/textual.js"])
async def test_without_the_key_there_is_nothing(address: str, path: str) -> None:
    async with browser_session() as stranger:
        answer = await stranger.get(address.partition("?")[0] + path)
        assert answer.status == 403
        assert "Open the address" in await answer.text()


async def test_another_page_cannot_connect_with_the_readers_own_cookie(address: str) -> None:
    """Neither from its own origin, nor by having its name point at this machine."""
    root = address.partition("?")[0]
    async with browser_session() as browser:
        await browser.get(address)
        with pytest.raises(WSServerHandshakeError):
            await browser.ws_connect(f"{root}ws", headers={"Origin": "https://news.example"})
        with pytest.raises(ClientResponseError):
            (await browser.get(root, headers={"Host": "news.example"})).raise_for_status()


async def test_a_port_that_is_taken_is_told_in_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = [sys.executable, "-m", "factcheck", "serve", "--port", str(taken.getsockname()[1])]
        done = await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, cwd=tmp_path, timeout=30)
    assert done.returncode == 2
    assert "cannot be served on" in done.stderr
    assert "Traceback" not in done.stderr


def sessions_of(case: Path) -> list[int]:
    """The processes that have a case open in a browser."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            words = entry.read_bytes().split(b"\0")
            if b"review" in words and str(case).encode() in words:
                found.append(int(entry.parent.name))
    return found


async def until(condition: Callable[[], bool]) -> None:
    for _ in range(200):
        if condition():
            return
        await asyncio.sleep(0.1)
    raise AssertionError("it did not come about")


async def connected(browser: ClientSession, address: str, size: str = "width=120&height=40") -> ClientWebSocketResponse:
    """A browser with the case on its screen."""
    root = address.partition("?")[0]
    await browser.get(address)
    screen = await browser.ws_connect(f"{root}ws?{size}", headers={"Origin": root.rstrip("/")})
    await screen.send_json(["resize", {"width": 120, "height": 40}])
    return screen


async def connected_anyway(browser: ClientSession, address: str) -> ClientWebSocketResponse:
    """A browser that has the cookie, whatever the page says."""
    root = address.partition("?")[0]
    return await browser.ws_connect(f"{root}ws", headers={"Origin": root.rstrip("/")})


async def shows(screen: ClientWebSocketResponse, words: bytes) -> bytes:
    seen = b""
    while words not in seen:
        message = await screen.receive(timeout=20)
        assert isinstance(message.data, bytes | str), message
        seen += message.data if isinstance(message.data, bytes) else b""
    return seen


LINUX = pytest.mark.skipif(not Path("/proc").exists(), reason="looks for processes as Linux lists them")


class TestBounds:
    async def test_the_first_lines_say_who_can_do_what(self, served: Served) -> None:
        assert f"can read and change what is in {served.case.parent}, and nothing else" in await asyncio.to_thread(served.output.readline)

    async def test_the_cookie_is_of_this_port(self, served: Served) -> None:
        """Two servers on one machine have one host, and cookies do not tell ports apart."""
        async with browser_session() as browser:
            await browser.get(served.address)
            assert [cookie.key for cookie in browser.cookie_jar] == [f"factcheck-{served.port}"]

    @pytest.mark.parametrize(
        ("asked", "given"), [(("9" * 30, "40"), (500, 40)), (("-3", "1e9"), (80, 24)), ((True, None), (80, 24)), ((1, 1), (20, 5))]
    )
    def test_a_terminal_has_a_size_that_there_is(self, asked: tuple[object, object], given: tuple[int, int]) -> None:
        assert _size(*asked) == given

    @LINUX
    @pytest.mark.parametrize("sent", ["{", "[]", '["stdin", 3]', '["resize", {"width": 3}]', '["fork"]', "[" * 5000, '"stdin"'])
    async def test_what_no_browser_sends_ends_its_session_and_no_other(self, served: Served, sent: str) -> None:
        async with browser_session() as browser:
            good, bad = await connected(browser, served.address), await connected(browser, served.address)
            await shows(good, b"N Korea")
            await bad.send_str(sent)
            await until(lambda: len(sessions_of(served.case)) == 1)
            await good.send_json(["stdin", "v"])
            await until(lambda: 'by = "Ada"' in served.case.read_text("utf-8"))

    @LINUX
    async def test_a_closed_socket_ends_its_process(self, served: Served) -> None:
        async with browser_session() as browser:
            screen = await connected(browser, served.address)
            await shows(screen, b"N Korea")
            assert len(sessions_of(served.case)) == 1
            await screen.close()
            await until(lambda: not sessions_of(served.case))

    @LINUX
    @pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
    async def test_no_session_outlives_the_server(self, served: Served, how: signal.Signals) -> None:
        async with browser_session() as browser:
            await shows(await connected(browser, served.address), b"N Korea")
            served.process.send_signal(how)
            await asyncio.to_thread(served.process.wait, 30)
            await until(lambda: not sessions_of(served.case))

    async def test_one_browser_too_many_is_told_so(self, served: Served) -> None:
        async with browser_session() as browser:
            screens = [await connected(browser, served.address) for _ in range(2)]
            for screen in screens:
                await shows(screen, b"N Korea")
            answer = await browser.get(served.address)
            assert (answer.status, await answer.text()) == (503, "2 browsers have the workbench open, which is all; close one.")
            third = await connected_anyway(browser, served.address)
            assert (await third.receive(timeout=20)).type is WSMsgType.CLOSE

    async def test_a_session_in_which_nobody_types_ends(self) -> None:
        class Silent:
            async def receive(self, timeout: float) -> None:
                assert timeout <= 0.01
                raise TimeoutError

        server = WorkbenchServer([], "127.0.0.1", 8000, Bounds(idle=0.01))
        await server._heed(Silent(), None)  # type: ignore[arg-type]  # it is asked for nothing else


class TestWithin:
    @pytest.fixture
    def bounds(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        inside = tmp_path / "desk"
        inside.mkdir()
        (tmp_path / "secret.txt").write_text("Mine alone.\n")
        (inside / "link.txt").symlink_to(tmp_path / "secret.txt")
        (inside / "story.txt").write_text("It rained.\n")
        monkeypatch.setenv(WITHIN, str(inside))
        monkeypatch.chdir(inside)
        return inside

    def test_what_lies_in_the_folder_is_read(self, bounds: Path) -> None:
        assert read_article("story.txt").text == "It rained.\n"
        assert read_article(str(bounds / "story.txt")).text == "It rained.\n"

    @pytest.mark.parametrize("source", ["../secret.txt", "link.txt", "/etc/hostname", "nothing/../../secret.txt"])
    @pytest.mark.usefixtures("bounds")
    def test_what_lies_outside_is_not_wherever_links_lead(self, source: str) -> None:
        with pytest.raises(FactcheckError, match="lies outside of what is served here"):
            read_article(source)
        with pytest.raises(FactcheckError, match="lies outside of what is served here"):
            open_case(source)

    @pytest.mark.parametrize("source", ["-", "clipboard:"])
    @pytest.mark.usefixtures("bounds")
    def test_nor_what_the_machine_has_elsewhere(self, source: str) -> None:
        with pytest.raises(FactcheckError, match="paste the article"):
            read_article(source)

    @pytest.mark.usefixtures("bounds")
    def test_without_bounds_all_is_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv(WITHIN)
        assert read_article("../secret.txt").text == "Mine alone.\n"


@pytest.mark.parametrize(
    ("host", "own"), [("localhost", True), ("127.0.0.2", True), ("[::1]", True), ("::1", True), ("10.0.0.1", False), ("a.example", False)]
)
def test_what_is_this_machine(host: str, own: bool) -> None:
    assert is_loopback(host) is own
