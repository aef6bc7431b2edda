"""Fetches addresses politely and within bounds: robots.txt, a few at once, so many seconds, bytes and redirects."""

from __future__ import annotations

import asyncio
import ssl
import zlib
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import urljoin

import aiohttp
from protego import Protego
from yarl import URL

from factcheck.evidence.addresses import PublicResolver, RefusedError, fit, sockets
from factcheck.model import one_line

T = TypeVar("T")

AGENT = "factcheck"
"""What robots.txt calls us (RFC 9309, 2.2.1)."""

_REDIRECTS = (301, 302, 303, 307, 308)
BUSY = (429, 503)
"""What a server answers that may be asked again later."""
_LONGEST_WAIT = 7 * 24 * 3600
_ROBOTS_BYTES = 512 * 1024
"""RFC 9309, 2.5: at least 500 KiB of a robots.txt are read."""
_CHUNK = 64 * 1024


@dataclass(frozen=True)
class Limits:
    """How much is fetched: seconds for one address from the first byte asked to the last byte read, bytes of one body, as sent and
    unpacked, redirects, addresses at once and of one host, seconds that a server may ask us to wait.
    """

    seconds: float = 30.0
    size: int = 16 * 1024 * 1024
    redirects: int = 8
    at_once: int = 16
    of_one_host: int = 4
    patience: float = 20.0
    private: bool = False


class FetchError(Exception):
    """An address from which nothing came; the message is a status in words, as `Source.status` has it."""


@dataclass(frozen=True)
class Hop:
    """One answer of a server, `body` as it was sent."""

    url: str
    code: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """The first header of that name, or an empty string."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    @property
    def wait(self) -> int | None:
        """After how many seconds the server says that it may be asked again; None where it does not say, or nothing that can be meant.

        It says so in seconds, or with a moment (RFC 9110, 10.2.3), which counts from the moment of its answer by its own clock.
        """
        said = self.header("Retry-After").strip()
        if said.isascii() and said.isdecimal() and len(said) < 8:
            seconds = int(said)
        else:
            try:
                seconds = int((_moment(said) - _moment(self.header("Date"))).total_seconds())
            except (ValueError, OverflowError):
                return None
        return seconds if 0 <= seconds <= _LONGEST_WAIT else None


def _moment(said: str) -> datetime:
    """A moment as HTTP has it. Raises ValueError."""
    at = parsedate_to_datetime(said)
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Response:
    """The answers on the way to a page; `body` is the last one's, unpacked."""

    hops: tuple[Hop, ...]
    body: bytes

    @property
    def last(self) -> Hop:
        """The last answer."""
        return self.hops[-1]

    @property
    def moved_for_good(self) -> bool:
        """Whether every redirect on the way says that the page is elsewhere for good."""
        return len(self.hops) > 1 and all(hop.code in (301, 308) for hop in self.hops[:-1])


class Fetcher:
    """Fetches addresses over connections of its own, which are closed with it."""

    def __init__(self, limits: Limits, agent: str) -> None:
        self._limits = limits
        self._agent = agent
        self._all = asyncio.Semaphore(limits.at_once)
        self._hosts: defaultdict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(limits.of_one_host))
        self._next: defaultdict[str, float] = defaultdict(float)
        self._robots: dict[str, asyncio.Task[Protego | None]] = {}

    async def __aenter__(self) -> Self:
        private = self._limits.private
        self._client = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                resolver=PublicResolver(private=private), socket_factory=sockets(private=private), limit=0, use_dns_cache=False
            ),
            headers={"User-Agent": self._agent, "Accept": "text/html,application/pdf,text/plain;q=0.9,*/*;q=0.5"},
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=min(10.0, self._limits.seconds)),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,
        )
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        for task in self._robots.values():
            task.cancel()
        await asyncio.gather(*self._robots.values(), return_exceptions=True)
        await self._client.close()

    async def get(self, url: str) -> Response:
        """The page at an address, whatever the server says of it. Raises FetchError when nothing came, or it may not be fetched."""
        async with self._all:
            return await self._in_words(lambda: self._polite(url))

    async def ask(self, url: str, seconds: float, headers: Mapping[str, str] | None = None) -> Hop:
        """One answer of a service to which a person sends us: no robots.txt, and no redirect is followed. Raises FetchError.

        `headers` go along, in the place of ours of the same names.
        """
        return await self._in_words(lambda: self._once(url, headers), seconds)

    async def _in_words(self, work: Callable[[], Awaitable[T]], seconds: float | None = None) -> T:
        try:
            return await work() if seconds is None else await asyncio.wait_for(work(), seconds)
        except (RefusedError, aiohttp.ClientError, OSError, ValueError, TimeoutError) as error:
            raise FetchError(_why(error, seconds or self._limits.seconds)) from error

    async def _polite(self, url: str) -> Response:
        hops: list[Hop] = []
        seen = set()
        while True:
            robots = await self._robots_of(fit(url, private=self._limits.private))
            if robots is not None and not robots.can_fetch(url, AGENT):
                raise FetchError("refused: the site's robots.txt does not let programs read it")
            if url in seen:
                raise FetchError("unreachable: it redirects in a circle")
            seen.add(url)
            hops.append(await self._patient(url, robots))
            target = hops[-1].header("Location")
            if hops[-1].code not in _REDIRECTS or not target:
                return Response(tuple(hops), unpacked(hops[-1], self._limits.size))
            if len(hops) > self._limits.redirects:
                raise FetchError(f"unreachable: it redirects more than {self._limits.redirects} times")
            url = urljoin(url, target).partition("#")[0]

    async def _patient(self, url: str, robots: Protego | None) -> Hop:
        """One answer; asked for once more when the server is busy and says for how long, or breaks off."""
        delay = float((robots and robots.crawl_delay(AGENT)) or 0.0)
        if delay > self._limits.patience:
            raise FetchError(f"refused: the site's robots.txt asks programs to wait {delay:.0f} seconds")
        for again in (False, True):
            try:
                async with self._turn(url, delay), asyncio.timeout(self._limits.seconds):
                    hop = await self._once(url)
            except aiohttp.ServerDisconnectedError:
                if again:
                    raise
                continue
            wait = hop.wait
            if again or hop.code not in BUSY or wait is None or wait > self._limits.patience:
                return hop
            await asyncio.sleep(wait)
        raise AssertionError("the second answer always counts")

    @asynccontextmanager
    async def _turn(self, url: str, delay: float) -> AsyncIterator[None]:
        """Wait for one's turn at a host: a few at once, and so many seconds after the one before, where the site asks for it."""
        host = fit(url, private=self._limits.private).raw_authority
        async with self._hosts[host]:
            now = asyncio.get_running_loop().time()
            at = max(now, self._next[host])
            self._next[host] = at + delay
            if at > now:
                await asyncio.sleep(at - now)
            yield

    async def _once(self, url: str, sent: Mapping[str, str] | None = None) -> Hop:
        async with self._client.get(fit(url, private=self._limits.private), headers=sent, allow_redirects=False) as answer:
            body = bytearray()
            async for chunk in answer.content.iter_chunked(_CHUNK):
                body += chunk
                if len(body) > self._limits.size:
                    raise FetchError(f"too large: it sends more than {self._limits.size >> 20} megabytes")
            headers = tuple((k.decode("latin-1"), v.decode("latin-1")) for k, v in answer.raw_headers)
            return Hop(url, answer.status, answer.reason or "", headers, bytes(body))

    async def _robots_of(self, url: URL) -> Protego | None:
        """The rules of a site, read once; None where there are none."""
        site = str(url.origin())
        if site not in self._robots:
            self._robots[site] = asyncio.create_task(self._read_robots(site))
        return await asyncio.shield(self._robots[site])

    async def _read_robots(self, site: str) -> Protego | None:
        """RFC 9309, 2.3.1: rules that are not there forbid nothing; rules that cannot be had for now forbid all."""
        url = f"{site}/robots.txt"
        for _ in range(6):
            async with asyncio.timeout(self._limits.seconds):
                hop = await self._once(url)
            if hop.code in _REDIRECTS and (target := hop.header("Location")):
                url = urljoin(url, target)
                continue
            if hop.code >= 500 or hop.code == 429:
                raise FetchError(f"refused: the site's robots.txt cannot be read ({_code(hop)})")
            rules = unpacked(hop, self._limits.size)[:_ROBOTS_BYTES].decode("utf-8", "replace") if hop.code == 200 else ""
            return Protego.parse(rules) if rules else None
        return None


def unpacked(hop: Hop, most: int) -> bytes:
    """The body as it was before the server packed it, never more than so many bytes. Raises FetchError."""
    body = hop.body
    for packing in reversed([name.strip().lower() for name in hop.header("Content-Encoding").split(",") if name.strip()]):
        if packing in ("gzip", "x-gzip", "deflate"):
            body = _inflated(body, most)
        elif packing != "identity":
            raise FetchError(f"unreachable: it answers in an encoding that was not asked for ({one_line(packing, 20)})")
    return body


def _inflated(packed: bytes, most: int) -> bytes:
    for bits in (47, -15):  # gzip and zlib by their headers; then deflate without one, which some servers send
        engine = zlib.decompressobj(bits)
        try:
            body = engine.decompress(packed, most + 1)
        except zlib.error:
            continue
        if len(body) > most:
            raise FetchError(f"too large: it unpacks to more than {most >> 20} megabytes")
        return body
    raise FetchError("unreachable: what it sends cannot be unpacked") if packed else FetchError("unreachable: it sends nothing")


def _code(hop: Hop) -> str:
    known = {status.value: status.phrase for status in HTTPStatus}
    return f"{hop.code} {one_line(hop.reason, 60) or known.get(hop.code, '')}".strip()


def answer_words(hop: Hop) -> str | None:
    """What the code of an answer means for somebody who leans on the page; None when it is the page."""
    if hop.code in (404, 410):
        return f"dead: {_code(hop)}"
    if hop.code in (401, 402, 403, 407, 451):
        return f"closed: {_code(hop)}; the site does not let programs in, so open it yourself"
    if hop.code >= 500 or hop.code in BUSY:
        return f"failing: {_code(hop)}"
    return None if 200 <= hop.code < 300 else f"dead: {_code(hop)}"


def _why(error: BaseException, seconds: float) -> str:
    inner = next((e for e in (error, error.__cause__, getattr(error, "os_error", None)) if isinstance(e, RefusedError)), None)
    if inner is not None:
        return f"refused: {inner}"
    if isinstance(error, aiohttp.ClientConnectorCertificateError | aiohttp.ClientSSLError | ssl.SSLError):
        return f"unreachable: its certificate or encryption is not valid ({one_line(_reason(error), 80)})"
    if isinstance(error, TimeoutError):
        return f"unreachable: no whole answer within {seconds:.0f} seconds"
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return "unreachable: no host of that name was found"
    if isinstance(error, aiohttp.ClientConnectorError):
        return f"unreachable: it refuses the connection ({one_line(error.os_error.strerror or str(error.os_error), 80)})"
    if isinstance(error, aiohttp.InvalidURL | ValueError):
        return "refused: it is no valid address"
    return f"unreachable: the connection broke off ({one_line(_reason(error) or type(error).__name__, 80)})"


def _reason(error: BaseException) -> str:
    inner = getattr(error, "certificate_error", None) or getattr(error, "os_error", None) or error
    return str(getattr(inner, "verify_message", "") or getattr(inner, "reason", "") or getattr(inner, "message", "") or inner)
