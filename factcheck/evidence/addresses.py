"""Which addresses may be fetched: http and https, of hosts that the whole world can reach."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from yarl import URL

_NAT64 = IPv6Network("64:ff9b::/96")
"""Addresses that stand for IPv4 ones (RFC 6052)."""
_ALLOCATED = IPv6Network("2000::/3")
"""What of IPv6 the world is given addresses from (IANA). All else is local, translated within a network, or nobody's: `::127.0.0.1`
(RFC 4291, 2.5.5.1), `::ffff:0:127.0.0.1` (RFC 2765), `64:ff9b:1::/48` (RFC 8215), `fec0::/10` (RFC 3879).
"""
_DOCUMENTATION = IPv6Network("3fff::/20")
"""RFC 9637, which this Python may be too old to know."""
_ISATAP = (0x0000_5EFE, 0x0200_5EFE)
"""What stands before the IPv4 address in the second half of an address (RFC 5214, 6.1)."""
_NAME = re.compile(r"(?!.*\.\.)[a-z0-9_-][a-z0-9._-]*", re.IGNORECASE)
"""A host's name as it is looked up: takes "example.org", "xn--fa-hia.de", "my_shop.example."; refuses "127%2e0%2e0%2e1", "a..b"."""
_NUMBER = re.compile(r"(?:\d+|0x[0-9a-f]*)\Z", re.IGNORECASE)
"""The last part of a host that is an address or nothing (URL standard, "ends in a number"): takes "1", "0x7f"; refuses "org", "1a"."""


class RefusedError(OSError):
    """An address that is not fetched; the message says why."""


def fit(url: str, *, private: bool) -> URL:
    """The address as it is to be given to the client: what was judged is what is fetched, since nobody reads it a second time.

    Raises RefusedError for one that may not be fetched, as far as it shows without looking its host up. With `private`, hosts that only
    this machine or this network can reach are let through.
    """
    try:
        read = URL(url)
        host, port = read.raw_host, read.port
    except ValueError:
        raise RefusedError("it is no valid address") from None
    if read.scheme not in ("http", "https"):
        raise RefusedError("only http and https are fetched")
    if not host or port == 0 or any(c.isspace() or ord(c) < 32 for c in url):
        raise RefusedError("it is no valid address")
    if read.raw_user is not None or read.raw_password is not None:
        raise RefusedError("it has a name or password in it")
    address = _written_out(host)
    if address is None and (not _NAME.fullmatch(host) or _NUMBER.match(host.rstrip(".").rpartition(".")[2])):
        raise RefusedError("it is no valid address")
    if address is not None and not private and not is_public(address):
        raise RefusedError(f"{host} is not a public address; allow it with --allow-private")
    return read


def _written_out(host: str) -> IPv4Address | IPv6Address | None:
    """The address that a host is, in any way in which a system reads one ("127.1", "2130706433", "127.0.0.1." too); None for a name.

    A name is seen by the resolver, which an address never reaches.
    """
    host = host.rstrip(".")
    try:
        return ip_address(host.partition("%")[0] if ":" in host else host)
    except ValueError:
        pass
    try:
        return IPv4Address(socket.inet_aton(host)) if _NAME.fullmatch(host) else None
    except (OSError, ValueError):
        return None


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether the whole world can reach an address, and every IPv4 address that is wrapped in it (RFC 6890, RFC 4291)."""
    if isinstance(address, IPv4Address):
        return address.is_global and not address.is_multicast
    wrapped = list(_wrapped(address))
    if not all(map(is_public, wrapped)):
        return False
    if address.ipv4_mapped or address in _NAT64 or address.sixtofour:
        return True
    return address in _ALLOCATED and address not in _DOCUMENTATION and address.is_global


def _wrapped(address: IPv6Address) -> Iterator[IPv4Address]:
    """The IPv4 addresses to which one of IPv6 leads: mapped, 6to4 (RFC 3056), Teredo's two (RFC 4380), NAT64, ISATAP."""
    yield from (inner for inner in (address.ipv4_mapped, address.sixtofour, *(address.teredo or ())) if inner)
    if address in _NAT64 or int(address) >> 32 & 0xFFFF_FFFF in _ISATAP:
        yield IPv4Address(int(address) & 0xFFFF_FFFF)


class PublicResolver(AbstractResolver):
    """Looks hosts up, and gives only the addresses that may be fetched: a name is judged by where it leads, at the moment it is used."""

    def __init__(self, *, private: bool) -> None:
        self._private = private
        self._inner = ThreadedResolver()

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC) -> list[ResolveResult]:
        """The addresses of a host. Raises RefusedError when it has only others than public ones."""
        found: Any = await self._inner.resolve(host, port, family)
        fit = [one for one in found if self._private or is_public(_peer(one["host"]))]
        if not fit:
            raise RefusedError(f"{host} leads to an address that is not public; allow it with --allow-private")
        return fit

    async def close(self) -> None:
        """Nothing is held open."""


def sockets(*, private: bool) -> Callable[[Any], socket.socket]:
    """What makes the sockets of a client: the last to see where one will be connected to, whichever way that was found.

    Raises RefusedError for a peer that may not be reached, before a packet is sent.
    """

    def made(to: Any) -> socket.socket:
        family, kind, protocol, _, (host, *_) = to
        if not private and not is_public(_peer(host)):
            raise RefusedError(f"{host} is not a public address; allow it with --allow-private")
        return socket.socket(family, kind, protocol)

    return made


def _peer(host: str) -> IPv4Address | IPv6Address:
    return ip_address(host.partition("%")[0])
