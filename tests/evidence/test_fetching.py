"""Whatever a server does, one sentence comes of it, soon, and in bounded memory."""

from __future__ import annotations

import asyncio
import gzip
import ssl
import time
import zlib

import pytest
import trustme

from factcheck.evidence.fetching import Fetcher, FetchError, Limits, Response, answer_words
from tests.evidence import server as bad
from tests.evidence.server import Server, answer, page, redirect, serving

LIMITS = Limits(seconds=1.0, size=300_000, redirects=4, patience=1.0, private=True)


async def get(url: str, limits: Limits = LIMITS) -> Response:
    async with Fetcher(limits, "factcheck/test") as fetcher:
        return await fetcher.get(url)


async def trouble(url: str, limits: Limits = LIMITS) -> str:
    with pytest.raises(FetchError) as raised:
        await get(url, limits)
    return str(raised.value)


async def test_a_page_comes_as_it_was_sent(server: Server) -> None:
    server.pages["/a"] = answer(page())
    response = await get(server.url("/a"))
    assert (response.last.code, response.body, response.last.header("content-type")) == (200, page(), "text/html; charset=utf-8")
    assert "User-Agent: factcheck/test" in server.heads[-1]
    assert answer_words(response.last) is None


@pytest.mark.parametrize("packing", ["gzip", "deflate", "raw deflate", "gzip, deflate"])
async def test_packed_pages_are_unpacked_and_kept_as_they_were_sent(server: Server, packing: str) -> None:
    engine = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(page()),
        "deflate": zlib.compress(page()),
        "raw deflate": engine.compress(page()) + engine.flush(),
        "gzip, deflate": zlib.compress(gzip.compress(page())),
    }[packing]
    server.pages["/a"] = answer(packed, headers=(("Content-Encoding", packing.removeprefix("raw ")),))
    response = await get(server.url("/a"))
    assert (response.body, response.last.body) == (page(), packed)


@pytest.mark.parametrize(
    ("handler", "said"),
    [
        (bad.silent, "unreachable: no whole answer within 1 seconds"),
        (bad.dripping, "unreachable: no whole answer within 1 seconds"),
        (bad.endless, "too large: it sends more than"),
        (bad.bomb(50_000_000), "too large: it unpacks to more than"),
        (bad.bomb(50_000_000, "deflate"), "too large: it unpacks to more than"),
        (bad.broken_off, "unreachable: the connection broke off"),
        (bad.gibberish, "unreachable: the connection broke off"),
        (bad.hung_up, "unreachable: the connection broke off"),
        (answer(b"\x1f\x8bnot gzip", headers=(("Content-Encoding", "gzip"),)), "unreachable: what it sends cannot be unpacked"),
        (answer(b"x", headers=(("Content-Encoding", "br"),)), "an encoding that was not asked for (br)"),
        (redirect("/bad"), "unreachable: it redirects in a circle"),
        (redirect("file:///etc/passwd"), "refused: only http and https are fetched"),
        (redirect("gopher://127.0.0.1/"), "refused: only http and https are fetched"),
        (redirect("http://ada:secret@127.0.0.1/"), "refused: it has a name or password in it"),
        (redirect("http://[::1"), "refused: it is no valid address"),
    ],
)
async def test_misbehaviour_is_told_in_a_sentence(server: Server, handler: bad.Handler, said: str) -> None:
    server.pages["/bad"] = handler
    began = time.monotonic()
    assert said in await trouble(server.url("/bad"))
    assert time.monotonic() - began < 10


async def test_many_redirects_are_followed_to_an_end(server: Server) -> None:
    for n in range(20):
        server.pages[f"/{n}"] = redirect(f"/{n + 1}")
    assert "redirects more than 4 times" in await trouble(server.url("/0"))
    server.pages["/2"] = answer(page())
    response = await get(server.url("/0"))
    assert [hop.code for hop in response.hops] == [301, 301, 200]
    assert response.moved_for_good
    server.pages["/1"] = redirect("/2", "302 Found")
    assert not (await get(server.url("/0"))).moved_for_good


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("404 Not Found", "dead: 404 Not Found"),
        ("410 Gone", "dead: 410 Gone"),
        ("403 Forbidden", "closed: 403 Forbidden; the site does not let programs in, so open it yourself"),
        ("451 Unavailable For Legal Reasons", "closed: 451"),
        ("500 Oh \x1b[31mno", "failing: 500 Oh"),
        ("418 I'm a teapot", "dead: 418 I'm a teapot"),
        ("204 No Content", None),
    ],
)
async def test_answers_are_put_in_words(server: Server, status: str, said: str | None) -> None:
    server.pages["/a"] = answer(status=status)
    words = answer_words((await get(server.url("/a"))).last)
    assert words is None if said is None else said in (words or "")
    assert "\x1b" not in (words or "")


async def test_a_certificate_that_nobody_vouches_for_is_not_believed() -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    async with serving(context) as server:
        assert "its certificate or encryption is not valid" in await trouble(server.url("/a", "https"))


async def test_nobody_listens_or_there_is_no_such_host() -> None:
    async with serving() as server:
        port = server.port
    assert "it refuses the connection" in await trouble(f"http://127.0.0.1:{port}/")
    assert await trouble("http://factcheck.invalid/") == "unreachable: no host of that name was found"


@pytest.mark.parametrize("host", "127.0.0.1 localhost [::1] 127.1 2130706433 0x7f.1 0.0.0.0 [::ffff:127.0.0.1]".split())
async def test_this_machine_is_refused_however_it_is_written(server: Server, host: str) -> None:
    said = await trouble(f"http://{host}:{server.port}/a", Limits(seconds=2.0))
    assert "not public" in said or "not a public address" in said or "no valid address" in said or "no host" in said
    assert not server.asked


async def test_a_redirect_into_this_machine_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.pages["/a"] = redirect(f"http://10.0.0.1:{server.port}/secret")
    public = {"127.0.0.1"}
    monkeypatch.setattr("factcheck.evidence.addresses.is_public", lambda address: str(address) in public)
    assert "10.0.0.1 is not a public address" in await trouble(server.url("/a"), Limits(seconds=2.0))


async def test_robots_are_asked_once_and_obeyed(server: Server) -> None:
    server.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /private\n", kind="text/plain")
    server.pages["/a"] = server.pages["/b"] = answer(page())
    async with Fetcher(LIMITS, "factcheck/test") as fetcher:
        await asyncio.gather(fetcher.get(server.url("/a")), fetcher.get(server.url("/b")))
        with pytest.raises(FetchError, match=r"refused: the site's robots\.txt does not let programs read it"):
            await fetcher.get(server.url("/private/x"))
    assert (server.asked["/robots.txt"], server.asked["/private/x"]) == (1, 0)


async def test_rules_that_cannot_be_had_forbid_all(server: Server) -> None:
    server.pages["/robots.txt"] = answer(status="503 Busy")
    assert "robots.txt cannot be read (503 Busy)" in await trouble(server.url("/a"))


async def test_a_site_may_ask_for_time_between_two_pages(server: Server) -> None:
    server.pages["/robots.txt"] = answer(b"User-agent: factcheck\nCrawl-delay: 0.4\n", kind="text/plain")
    server.pages["/a"] = server.pages["/b"] = server.pages["/c"] = answer(page())
    began = time.monotonic()
    async with Fetcher(LIMITS, "factcheck/test") as fetcher:
        await asyncio.gather(*(fetcher.get(server.url(path)) for path in ("/a", "/b", "/c")))
    assert time.monotonic() - began >= 0.8
    server.pages["/robots.txt"] = answer(b"User-agent: *\nCrawl-delay: 3600\n", kind="text/plain")
    assert "asks programs to wait 3600 seconds" in await trouble(server.url("/a"))


async def test_only_a_few_pages_of_one_site_are_asked_for_at_once(server: Server) -> None:
    server.delay = 0.02
    async with Fetcher(LIMITS, "factcheck/test") as fetcher:
        await asyncio.gather(*(fetcher.get(server.url(f"/{n}")) for n in range(30)))
    assert server.together <= LIMITS.of_one_host


async def test_a_busy_server_is_asked_again_when_it_says(server: Server) -> None:
    answers = iter([answer(status="503 Busy", headers=(("Retry-After", "0"),)), answer(page())])

    async def busy_first(writer: asyncio.StreamWriter) -> None:
        await next(answers)(writer)

    server.pages["/a"] = busy_first
    assert (await get(server.url("/a"))).last.code == 200
    server.pages["/b"] = answer(status="429 Slow Down", headers=(("Retry-After", "9999"),))
    assert answer_words((await get(server.url("/b"))).last) == "failing: 429 Slow Down"
    assert server.asked["/b"] == 1
