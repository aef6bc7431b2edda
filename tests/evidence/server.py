"""A web server on loopback that behaves as badly as it is asked to."""

from __future__ import annotations

import asyncio
import gzip
import re
import ssl
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

Handler = Callable[[asyncio.StreamWriter], Awaitable[None]]

STORY = [
    "PORT ELLEN, March 3 (Reuters) - The council said on Tuesday that the harbour wall would cost 1.2 million pounds, but only with aid.",
    "There is no evidence that the crane fell in the storm, the engineer said in a long statement to reporters on the quay.",
    "The ferry company said that twelve of its frames were rotten and would be replaced before the summer season begins in earnest.",
]


def page(title: str = "Harbour wall to cost more", paragraphs: list[str] = STORY, head: str = "") -> bytes:
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    head = f"<!doctype html><html><head><title>{title}</title>{head}</head>"
    return f"{head}<body><article><h1>{title}</h1>{body}</article></body></html>".encode()


def answer(
    body: bytes = b"", status: str = "200 OK", kind: str = "text/html; charset=utf-8", headers: tuple[tuple[str, str], ...] = ()
) -> Handler:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", f"Content-Type: {kind}", "Connection: close"]
    head = "\r\n".join([*lines, *(f"{name}: {value}" for name, value in headers)]) + "\r\n\r\n"

    async def send(writer: asyncio.StreamWriter) -> None:
        writer.write(head.encode("latin-1") + body)

    return send


def redirect(to: str, status: str = "301 Moved Permanently") -> Handler:
    return answer(status=status, headers=(("Location", to),))


def bomb(unpacked: int, packing: str = "gzip") -> Handler:
    nothing = b"\0" * unpacked
    return answer(gzip.compress(nothing) if packing == "gzip" else zlib.compress(nothing), headers=(("Content-Encoding", packing),))


async def endless(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
    while not writer.is_closing():
        writer.write(b"<p>and so on</p>" * 500)
        await writer.drain()


async def dripping(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n")
    while not writer.is_closing():
        writer.write(b".")
        await writer.drain()
        await asyncio.sleep(0.05)


async def silent(_: asyncio.StreamWriter) -> None:
    await asyncio.sleep(30)


async def broken_off(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<p>half a")


async def gibberish(writer: asyncio.StreamWriter) -> None:
    writer.write(b"SSH-2.0-OpenSSH_9.7\r\n\x00\xff\xfe")


async def hung_up(_: asyncio.StreamWriter) -> None:
    """Says nothing at all."""


class Server:
    """What it answers stands in `pages`, by path; `asked` counts what it was asked for, `together` is the most it was asked at once."""

    def __init__(self) -> None:
        self.pages: dict[str, Handler] = {"/robots.txt": answer(status="404 Not Found")}
        self.asked: Counter[str] = Counter()
        self.heads: list[str] = []
        self.bodies: list[bytes] = []
        self.together = self._now = 0
        self.port = 0
        self.delay = 0.0

    def url(self, path: str = "/", scheme: str = "http") -> str:
        return f"{scheme}://127.0.0.1:{self.port}{path}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            path = head.split(" ")[1]
            self.heads.append(head)
            length = re.search(r"content-length: (\d+)", head, re.IGNORECASE)
            self.bodies.append(await reader.readexactly(int(length[1])) if length else b"")
            self.asked[path] += 1
            self._now += path != "/robots.txt"
            self.together = max(self.together, self._now)
            await asyncio.sleep(self.delay)
            await self.pages.get(path, answer(b"<title>Error</title>", "404 Not Found"))(writer)
            self._now -= path != "/robots.txt"
            await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def serving(context: ssl.SSLContext | None = None) -> AsyncIterator[Server]:
    server = Server()
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0, ssl=context)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()
