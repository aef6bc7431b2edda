"""Sources looked at beside the bare client, and a quotation looked for in a long source.

    .venv/bin/python benchmarks/sources.py [--links N] [--delay SECONDS] [--at-once N]

A server on loopback, in a process of its own, answers each address after the same delay with a page of its own. The bare client
asks for the same addresses, as many at once, and does nothing with what it gets; the evidence room obeys robots.txt, reads each page,
keeps a snapshot and looks for a quotation.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
from timings import row, seconds

from factcheck.evidence import FetchOptions, Limits, gather
from factcheck.evidence.quoting import SourceText
from factcheck.model import Article, Case, Claim, ClaimKind, Evidence

SERVER = """
import asyncio, sys
from aiohttp import web
words = "The harbour wall would cost more than the council had said in the spring, the engineer told reporters on the quay, page {n}. "
async def page(request):
    await asyncio.sleep(float(sys.argv[1]))
    n = request.match_info["n"]
    body = "".join(f"<p>{words.format(n=n)}{i} of the {words[:60]}</p>" for i in range(12))
    head = f"<html><head><title>Page {n}</title></head>"
    return web.Response(text=f"{head}<body><article>{body}</article></body></html>", content_type="text/html")
async def main():
    app = web.Application()
    app.router.add_get("/{n:[0-9]+}", page)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(site._server.sockets[0].getsockname()[1], flush=True)
    await asyncio.sleep(3600)
asyncio.run(main())
"""


async def bare(urls: list[str], at_once: int) -> None:
    """The addresses asked for with aiohttp alone."""
    turn = asyncio.Semaphore(at_once)

    async def one(client: aiohttp.ClientSession, url: str) -> None:
        async with turn, client.get(url) as answer:
            await answer.read()

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as client:
        await asyncio.gather(*(one(client, url) for url in urls))


async def looked_at(urls: list[str], at_once: int) -> None:
    """The addresses looked at as the sources of a case."""
    text = "The harbour wall would cost more."
    quote = "wall would cost more than the council had said"
    item = {"kind": ClaimKind.ASSERTION, "start": 0, "end": len(text), "text": text, "gist": text}
    claims = tuple(Claim(id=f"c{n}", evidence=(Evidence(url=url, quote=quote),), **item) for n, url in enumerate(urls))
    case = Case(article=Article(text=text), claims=claims)
    wanted = FetchOptions(limits=Limits(private=True, at_once=at_once, of_one_host=at_once))
    with tempfile.TemporaryDirectory() as folder:
        found = [source async for source in gather(case, Path(folder), wanted, lambda: datetime.now(UTC))]
    assert all(source.works and source.quotations[0].match == 100 for source in found)
    assert len(found) == len(urls)


def main() -> None:
    """Print the timings."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--links", type=int, default=1_000)
    parser.add_argument("--delay", type=float, default=0.2)
    parser.add_argument("--at-once", type=int, default=16)
    asked = parser.parse_args()
    with subprocess.Popen([sys.executable, "-c", SERVER, str(asked.delay)], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        port = server.stdout.readline().strip()
        urls = [f"http://127.0.0.1:{port}/{n}" for n in range(asked.links)]
        times = []
        for work in (looked_at, bare):
            began = time.perf_counter()
            asyncio.run(work(urls, asked.at_once))
            times.append(time.perf_counter() - began)
        server.kill()
    row(f"look at {asked.links} sources, {asked.at_once} at once", times[0], "aiohttp alone", times[1])
    rng = random.Random(1)  # noqa: S311 - the same text every time
    words = ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=rng.randint(2, 9))) for _ in range(5_000)]
    text = " ".join(rng.choices(words, k=180_000))[:1_000_000]
    quote = text[600_000:600_500]
    slips = " ".join("slip" if i % 9 == 4 else word for i, word in enumerate(quote.split()))
    for name, wanted in (("as it is", quote), ("with slips", slips), ("that is not there", " ".join(reversed(slips.split())))):
        times = [seconds(lambda w=wanted: SourceText(text).find(w), 5), seconds(lambda w=wanted: text.find(w), 5)]
        row(f"a quotation {name} in a megabyte", times[0], "str.find", times[1])


if __name__ == "__main__":
    main()
