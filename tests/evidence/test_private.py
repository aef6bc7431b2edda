"""Nothing on this machine or network is reached by an address in a case, however it is spelt: not even a connection is made."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from contextlib import closing
from ipaddress import IPv4Address, IPv4Network, IPv6Address
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.evidence.addresses import RefusedError, fit
from factcheck.evidence.fetching import Fetcher, FetchError, Limits
from tests.evidence.server import Server, answer, page, redirect

FULL_WIDTH, CIRCLED, BOLD = (str.maketrans("0123456789", digits) for digits in ("０１２３４５６７８９", "⓪①②③④⑤⑥⑦⑧⑨", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗"))
PRIVATE = [
    IPv4Network(net)
    for net in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.2.0/24", "192.168.0.0/16",
        "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4",
    )
]  # fmt: skip
LOOPBACK = ["127.0.0.1", "127.0.0.2", "0.0.0.0", "10.1.2.3", "169.254.169.254", "192.168.178.1"]  # noqa: S104 - spelt, never bound


def spellings(address: str) -> Iterator[str]:
    """The authority of a URL in every way in which somebody may try to name an IPv4 address, without the port."""
    a, b, c, d = parts = list(IPv4Address(address).packed)
    number = int(IPv4Address(address))
    yield from (address, f"{address}.", f"{a}.{b}.{c << 8 | d}", f"{a}.{b << 16 | c << 8 | d}", str(number), f"{number}.", hex(number))
    yield from (f"0{number:o}", f"0x{number:X}", ".".join(map(hex, parts)), ".".join(f"0{n:o}" for n in parts))
    yield from (f"{a:#x}.{b}.0{c:o}.{d}", f"{a:#x}.{b << 16 | c << 8 | d}", ".".join(f"{n:03o}".rjust(4, "0") for n in parts))
    yield from (address.translate(digits) for digits in (FULL_WIDTH, CIRCLED, BOLD))
    yield from (address.replace(".", dot) for dot in "。．｡")
    yield from (address.translate(FULL_WIDTH).replace(".", "。"), f"{a}。{b}．{c}｡{d}", f"{address}。", str(number).translate(FULL_WIDTH))
    yield from (address.replace(".", "%2e"), "".join(f"%{ord(c):02x}" for c in address), address.replace(".", "%E3%80%82"))
    yield from (
        f"\u200d{address}",
        f"{address}\u00ad",
        f"{a}.{b}.{c}.\u2060{d}",
        f"{address}\t",
        f"\n{address}",
        f"{address}%00",
        f"{address}%20x",
    )
    yield from (f"example.org@{address}", f"example.org:80@{address}", f"example.org\\@{address}", f"{address}\\@example.org")
    yield from (f"example.org%40@{address}", f"{address}#@example.org", f"{address}?@example.org", f"ada:secret@{address}")
    for inner in wrapped(IPv4Address(address)):
        yield from (f"[{inner}]", f"[{inner.exploded.upper()}]", f"[{inner}%25lo]")
    yield from (f"[::ffff:{address}]", f"[::{address}]", f"[64:ff9b::{address}]", f"[::FFFF:{address}]", f"[0:0:0:0:0:ffff:{address}]")


def wrapped(address: IPv4Address) -> Iterator[IPv6Address]:
    """The address within one of IPv6: mapped, compatible, translated, NAT64 twice, 6to4, Teredo's server and client, ISATAP twice."""
    number, public = int(address), int(IPv6Address("2620:fe::"))
    yield from (IPv6Address(0xFFFF << 32 | number), IPv6Address(number), IPv6Address(0xFFFF << 48 | number))
    yield from (IPv6Address(int(IPv6Address(prefix)) | number) for prefix in ("64:ff9b::", "64:ff9b:1::"))
    yield IPv6Address(0x2002 << 112 | number << 80)
    yield IPv6Address(0x2001_0000 << 96 | number << 64 | 0xF6F6_F6F6)
    yield IPv6Address(0x2001_0000 << 96 | int(IPv4Address("9.9.9.9")) << 64 | number ^ 0xFFFF_FFFF)
    yield from (IPv6Address(public | form << 32 | number) for form in (0x5EFE, 0x0200_5EFE))


BY_HAND = [
    "localhost", "LOCALHOST", "localhost.", "ｌｏｃａｌｈｏｓｔ", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "loc\u00adalhost",
    "localhost%2e", "%6cocalhost", "ada@localhost", "localhost。",
    "0", "0x0", "00", "0.0", "0x", "127.1", "127.0.1", "0x7f.1", "0x7f000001", "0177.1", "017700000001", "2130706433", "4294967296",
    "1.2.3.4.5",
    "127.0.0.1.1", "127.0.0.256", "127.0.0.0x1", "①②⑦.⓪.⓪.①", "⑫7.0.0.1", "127.0.0.1..", "[::]", "[::1]", "[::１]", "[0:0:0:0:0:0:0:1]",
    "[::1%25lo]", "[::1%lo]", "[fe80::1%25eth0]", "[fe80::1]", "[fc00::1]", "[fd12:3456::1]", "[fec0::1]", "[ff02::1]", "[::ffff:7f00:1]",
    "[::ffff:0:7f00:1]", "[v1.127.0.0.1]", "127.0.0.1:80@example.org:70000",
]  # fmt: skip
TABLE = list(dict.fromkeys([*(spelt for address in LOOPBACK for spelt in spellings(address)), *BY_HAND]))


class Listener:
    """Whoever connects to this machine, by whichever of its addresses and protocols, is in its queue."""

    def __init__(self) -> None:
        six = socket.has_dualstack_ipv6()
        self.socket = socket.create_server(("::" if six else "", 0), family=socket.AF_INET6 if six else socket.AF_INET, dualstack_ipv6=six)
        self.socket.setblocking(False)
        self.port: int = self.socket.getsockname()[1]

    def connections(self) -> int:
        """How many connected since this was asked last."""
        count = 0
        while True:
            try:
                self.socket.accept()[0].close()
            except BlockingIOError:
                return count
            count += 1

    def close(self) -> None:
        self.socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    with closing(Listener()) as one:
        yield one


async def trouble(url: str, *, private: bool = False, seconds: float = 10.0) -> str:
    async with Fetcher(Limits(seconds=seconds, private=private), "factcheck/test") as fetcher:
        with pytest.raises(FetchError) as raised:
            await fetcher.get(url)
    return str(raised.value)


def test_the_table_is_long() -> None:
    assert len(TABLE) >= 400


async def test_no_spelling_of_a_private_address_is_connected_to(listener: Listener) -> None:
    urls = [f"http://{spelt}:{listener.port}/a" for spelt in TABLE]
    said = {url: await trouble(url) for url in [*urls, *(f"http://{spelt}" for spelt in TABLE)]}
    assert not [url for url, words in said.items() if not words.startswith(("refused: ", "unreachable: no host"))]
    assert listener.connections() == 0


async def test_no_redirect_leads_to_a_private_address(listener: Listener, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.evidence.addresses.is_public", lambda address: str(address) == "127.0.0.1")
    neighbours = [spelt for one in ("127.0.0.2", "0.0.0.0") for spelt in spellings(one) if spelt.isascii() and spelt.isprintable()]  # noqa: S104 - spelt, never bound
    for spelt in neighbours:
        server.pages["/robots.txt"] = answer(status="404 Not Found")
        server.pages["/page"] = redirect(f"http://{spelt}:{listener.port}/secret")
        assert (await trouble(server.url("/page"))).startswith("refused: ")
        server.pages["/robots.txt"] = redirect(f"//{spelt}:{listener.port}/robots.txt")
        assert (await trouble(server.url("/page"))).startswith("refused: ")
    assert server.asked["/page"] == len(neighbours) > 60
    assert listener.connections() == 0


async def test_the_archive_of_a_folder_is_no_way_in(listener: Listener) -> None:
    async with Fetcher(Limits(), "factcheck/test") as fetcher:
        for spelt in TABLE:
            with pytest.raises(FetchError):
                await fetcher.ask(f"http://{spelt}:{listener.port}/save/https://example.org/", 10.0)
    assert listener.connections() == 0


async def test_who_allows_private_addresses_reaches_them(listener: Listener) -> None:
    for host in ("127.0.0.1", "127。0。0。1", "１２７.0.0.1", "localhost", "[::ffff:127.0.0.1]"):
        asked = asyncio.create_task(trouble(f"http://{host}:{listener.port}/a", private=True))
        count = 0
        while not asked.done() or not count:
            count += listener.connections()
            await asyncio.sleep(0.01)
            assert not (asked.done() and not count and listener.connections() == 0), host
        assert "not public" not in await asked


@given(st.sampled_from(PRIVATE).flatmap(lambda net: st.integers(int(net[0]), int(net[-1]))), st.data())
def test_any_private_address_is_refused_in_any_spelling(number: int, data: st.DataObject) -> None:
    spelt = data.draw(st.sampled_from(list(spellings(str(IPv4Address(number))))))
    trailing = data.draw(st.sampled_from(["", "/", ":8080/x", "/a?b#c"]))
    if "@example.org" not in spelt:
        with pytest.raises(RefusedError):
            fit(f"http://{spelt}{trailing}", private=False)


class Rebinding:
    """A resolver whose answers change from question to question."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)

    async def resolve(self, host: str, port: int = 0, *_: Any) -> list[dict[str, Any]]:
        hosts = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return [{"hostname": host, "host": ip, "port": port, "family": socket.AF_INET, "proto": 0, "flags": 0} for ip in hosts]


@pytest.fixture
def hidden(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """A private neighbour of the server, at the same port: 127.0.0.2, where 127.0.0.1 counts as public."""
    monkeypatch.setattr("factcheck.evidence.addresses.is_public", lambda address: str(address) == "127.0.0.1")
    try:
        neighbour = socket.create_server(("127.0.0.2", server.port))
    except OSError:
        pytest.skip("this system has only one loopback address")
    neighbour.setblocking(False)
    with closing(neighbour):
        yield neighbour


def answers(monkeypatch: pytest.MonkeyPatch, *said: list[str]) -> None:
    monkeypatch.setattr("factcheck.evidence.addresses.ThreadedResolver", lambda: Rebinding(*said))


async def test_a_name_that_leads_elsewhere_the_second_time_is_refused(
    server: Server, hidden: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, ["127.0.0.1"], ["127.0.0.2"])
    said = await trouble(f"http://rebinding.example:{server.port}/a")
    assert said == "refused: rebinding.example leads to an address that is not public; allow it with --allow-private"
    assert server.asked == {"/robots.txt": 1}
    with pytest.raises(BlockingIOError):
        hidden.accept()


async def test_of_mixed_answers_only_the_public_one_is_connected_to(
    server: Server, hidden: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, ["127.0.0.2", "127.0.0.1"], ["127.0.0.1", "127.0.0.2"])
    server.pages["/a"] = answer(page())
    async with Fetcher(Limits(seconds=10.0), "factcheck/test") as fetcher:
        assert (await fetcher.get(f"http://mixed.example:{server.port}/a")).last.code == 200
    with pytest.raises(BlockingIOError):
        hidden.accept()


async def test_a_peer_that_no_other_guard_has_seen_is_refused(
    server: Server, hidden: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolver = Rebinding(["127.0.0.2"])
    monkeypatch.setattr("factcheck.evidence.addresses.PublicResolver.resolve", lambda _, host, port, **__: resolver.resolve(host, port))
    assert "127.0.0.2 is not a public address" in await trouble(f"http://unseen.example:{server.port}/a")
    with pytest.raises(BlockingIOError):
        hidden.accept()
