"""The workbench in a browser: for who has the address, and for nobody else."""

from __future__ import annotations

import asyncio
import re
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientResponseError, ClientSession, CookieJar, WSServerHandshakeError

from factcheck.workbench.serving import is_loopback

SAMPLE = Path(__file__).parent.parent.parent / "claims" / "hanoi-summit.toml"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def browser_session() -> ClientSession:
    """One that keeps the cookies of an address in numbers, as browsers do."""
    return ClientSession(cookie_jar=CookieJar(unsafe=True))


@pytest.fixture
async def address(tmp_path: Path) -> AsyncIterator[str]:
    """The address that a real `factcheck serve` prints."""
    case = tmp_path / "a case; $(touch no).toml"
    case.write_bytes(SAMPLE.read_bytes())
    command = [sys.executable, "-m", "factcheck", "serve", str(case), "--port", str(free_port()), "--reviewer", "Ada"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path)
    assert process.stdout
    found = re.search(r"http://\S+", await asyncio.to_thread(process.stdout.readline))
    assert found
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", int(found[0].split(":")[2].split("/")[0]))).close()
            break
        except OSError:
            await asyncio.sleep(0.1)
    yield found[0]
    process.terminate()
    assert "Traceback" not in process.communicate(timeout=20)[1]
    assert not (tmp_path / "no").exists()


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


@pytest.mark.parametrize(
    ("host", "own"), [("localhost", True), ("127.0.0.2", True), ("[::1]", True), ("::1", True), ("10.0.0.1", False), ("a.example", False)]
)
def test_what_is_this_machine(host: str, own: bool) -> None:
    assert is_loopback(host) is own
