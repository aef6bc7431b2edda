"""The workbench in a browser, by textual-serve: on this machine only unless told otherwise, and only for who has the address."""

from __future__ import annotations

import ipaddress
import re
import secrets
import shlex
from collections.abc import Awaitable, Callable, Sequence

from aiohttp import web
from textual_serve.server import Server

from factcheck.model import FactcheckError, visible
from factcheck.starting import command

COOKIE = "factcheck"
"""Holds the key, once the address with the key in it has been opened."""

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; img-src 'self' data:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; "
    "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""The page may load nothing from elsewhere (textual-serve's own page asks a web service for a font)."""

_HOST = re.compile(r"(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?")


class WorkbenchServer(Server):
    """Serves one command to browsers, to each a process of its own.

    Whoever reaches the port could decide under the reviewer's name, and any web page could try to; so every request must bring the key
    that is in the address, must call this server by a name that it goes by, and a connection must come from its own page.
    """

    def __init__(self, arguments: Sequence[str], host: str, port: int) -> None:
        started = shlex.join(command("factcheck", *arguments))
        super().__init__(started, host=host, port=port, title="Factcheck")
        self.key = secrets.token_urlsafe(24)

    @property
    def address(self) -> str:
        """What to open in a browser."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{name}:{self.port}/?key={self.key}"

    def initialize_logging(self) -> None:
        """Nothing is logged: what goes wrong is seen in the browser."""

    async def on_startup(self, app: web.Application) -> None:
        """Nothing is printed: the address is, before."""

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        return app

    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """The page, which then finds the rest under the name by which it was called."""
        self.public_url = f"{request.scheme}://{request.host}"
        return await super().handle_index(request)

    @web.middleware
    async def _guard(self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> web.StreamResponse:
        given = request.query.get("key")
        known = secrets.compare_digest((given or request.cookies.get(COOKIE, "")).encode(), self.key.encode())
        if not known or not self._goes_by(request.host) or not _own_page(request):
            raise web.HTTPForbidden(text="Open the address that factcheck serve printed, with the key in it.")
        if given is not None:
            response: web.StreamResponse = web.HTTPSeeOther(request.path)
            response.set_cookie(COOKIE, self.key, httponly=True, samesite="Strict")
        else:
            response = await handler(request)
        if not response.prepared:
            response.headers.update(HEADERS)
        return response

    def _goes_by(self, host: str) -> bool:
        """Whether the server may be called so; on this machine only, it may be called by no other machine's name."""
        return bool(_HOST.fullmatch(host)) and (not is_loopback(self.host) or is_loopback(re.sub(r":\d+$", "", host)))


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
