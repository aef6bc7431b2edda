"""The workbench in a browser, by textual-serve: on this machine only unless told otherwise, and only for who has the address."""

from __future__ import annotations

import ipaddress
import json
import os
import re
import secrets
import shlex
from asyncio import create_subprocess_exec, gather, get_running_loop, wait_for
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from aiohttp import WSCloseCode, WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager
from textual_serve.server import Server

from factcheck.model import FactcheckError, visible
from factcheck.pipeline.within import WITHIN
from factcheck.starting import command

NARROWEST, WIDEST = (20, 5), (500, 300)
"""Columns and rows that a terminal may have; a browser that asks for others gets the nearest."""
LONGEST = 1 << 20
"""Bytes of one message from a browser; what is pasted comes in one."""
GRACE = 5.0
"""Seconds that a session has to end by itself."""

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; img-src 'self' data:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""The page may load nothing from elsewhere (textual-serve's own page asks a web service for a font)."""

_HOST = re.compile(r"(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?")


@dataclass(frozen=True)
class Bounds:
    """How many browsers at once, after how many seconds without a key one's session ends, and the folders that may be read in."""

    sessions: int = 8
    idle: float = 2 * 60 * 60.0
    within: tuple[Path, ...] = ()


class Session(AppService):
    """One browser's process. It ends with the socket, with the server, and when the server is killed."""

    def __init__(self, started: Sequence[str], within: Sequence[Path], socket: web.WebSocketResponse, downloads: DownloadManager) -> None:
        async def closing() -> None:
            await socket.close()

        super().__init__(
            shlex.join(started), write_bytes=socket.send_bytes, write_str=socket.send_str, close=closing, download_manager=downloads
        )
        self._started, self._within = started, within

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Without a shell, which would stand between the process and the server whose end it watches."""
        around = self._build_environment(width, height) | {WITHIN: os.pathsep.join(map(str, self._within))}
        self._process = await create_subprocess_exec(*self._started, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=around)
        self._stdin = self._process.stdin
        return self._process

    async def stop(self) -> None:
        """Ask the process to end, and see to it that it does."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError, RuntimeError):
            await self.send_meta({"type": "quit"})
        try:
            await wait_for(process.wait(), GRACE)
        except TimeoutError:
            process.kill()
            await process.wait()
        if self._task is not None:
            self._task.cancel()
            await gather(self._task, return_exceptions=True)


class WorkbenchServer(Server):
    """Serves one command to browsers, to each a process of its own.

    Whoever reaches the port could decide under the reviewer's name, and any web page could try to; so every request must bring the key
    that is in the address, must call this server by a name that it goes by, and a connection must come from its own page.
    """

    def __init__(self, arguments: Sequence[str], host: str, port: int, bounds: Bounds) -> None:
        self._started = command("factcheck", *arguments, ends_with_me=True)
        super().__init__(shlex.join(self._started), host=host, port=port, title="Factcheck")
        self.key = secrets.token_urlsafe(24)
        self._bounds = bounds
        self._cookie = f"factcheck-{port}"  # cookies do not tell ports apart by themselves
        self._sessions: set[Session] = set()

    @property
    def address(self) -> str:
        """What to open in a browser."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{name}:{self.port}/?key={self.key}"

    def initialize_logging(self) -> None:
        """Nothing is logged: what goes wrong is seen in the browser."""

    async def on_startup(self, app: web.Application) -> None:
        """Nothing is printed: the address is, before."""

    async def on_shutdown(self, _app: web.Application) -> None:
        """No session outlives the server."""
        await gather(*(session.stop() for session in tuple(self._sessions)), return_exceptions=True)

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        return app

    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """The page, which then finds the rest under the name by which it was called."""
        if len(self._sessions) >= self._bounds.sessions:
            raise web.HTTPServiceUnavailable(text=f"{self._bounds.sessions} browsers have the workbench open, which is all; close one.")
        self.public_url = f"{request.scheme}://{request.host}"
        return await super().handle_index(request)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """One browser's session, from its first message to the end of its socket."""
        socket = web.WebSocketResponse(heartbeat=15, max_msg_size=LONGEST)
        await socket.prepare(request)
        if len(self._sessions) >= self._bounds.sessions:
            await socket.close(code=WSCloseCode.TRY_AGAIN_LATER)
            return socket
        session = Session(self._started, self._bounds.within, socket, self.download_manager)
        self._sessions.add(session)
        try:
            await session.start(*_size(request.query.get("width"), request.query.get("height")))
            await self._heed(socket, session)
        finally:
            await session.stop()
            self._sessions.discard(session)
            await socket.close()
        return socket

    async def _heed(self, socket: web.WebSocketResponse, session: Session) -> None:
        """Pass on what a browser sends until it leaves, types nothing for long, or sends what no browser of ours does."""
        clock = get_running_loop().time
        until = clock() + self._bounds.idle
        with suppress(TimeoutError, ValueError, RecursionError):
            while (message := await socket.receive(timeout=max(0.0, until - clock()))).type is WSMsgType.TEXT:
                match json.loads(message.data):
                    case ["stdin", str(typed)]:
                        until = clock() + self._bounds.idle
                        await session.send_bytes(typed.encode("utf-8", "replace"))
                    case ["resize", {"width": width, "height": height}]:
                        await session.set_terminal_size(*_size(width, height))
                    case ["ping", str() | int() | float() | None as data]:
                        await socket.send_json(["pong", data])
                    case ["focus", *_]:
                        await session.focus()
                    case ["blur", *_]:
                        await session.blur()
                    case _:
                        return

    @web.middleware
    async def _guard(self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> web.StreamResponse:
        given = request.query.get("key")
        known = secrets.compare_digest((given or request.cookies.get(self._cookie, "")).encode(), self.key.encode())
        if not known or not self._goes_by(request.host) or not _own_page(request):
            raise web.HTTPForbidden(text="Open the address that factcheck serve printed, with the key in it.")
        if given is not None:
            response: web.StreamResponse = web.HTTPSeeOther(request.path)
            response.set_cookie(self._cookie, self.key, httponly=True, samesite="Strict")
        else:
            response = await handler(request)
        if not response.prepared:
            response.headers.update(HEADERS)
        return response

    def _goes_by(self, host: str) -> bool:
        """Whether the server may be called so; on this machine only, it may be called by no other machine's name."""
        return bool(_HOST.fullmatch(host)) and (not is_loopback(self.host) or is_loopback(re.sub(r":\d+$", "", host)))


def _size(width: object, height: object) -> tuple[int, int]:
    """Columns and rows within bounds; those of an ordinary terminal for what is no number."""
    columns, rows = (
        min(max(int(str(asked)) if str(asked).isascii() and str(asked).isdigit() else usual, least), most)
        for asked, usual, least, most in zip((width, height), (80, 24), NARROWEST, WIDEST, strict=True)
    )
    return columns, rows


def _own_page(request: web.Request) -> bool:
    origin = request.headers.get("Origin")
    return origin is None or origin == f"{request.scheme}://{request.host}"


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine's own, which no other machine reaches."""
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def serve(server: WorkbenchServer) -> None:
    """Serve until ctrl+c. Raises FactcheckError when the address cannot be had."""
    try:
        server.serve()
    except (OSError, OverflowError) as error:
        where = f"{visible(server.host)}, port {server.port}"
        raise FactcheckError(f"{where}, cannot be served on ({error}); name another with --host and --port.") from error
