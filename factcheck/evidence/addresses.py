"""Which addresses may be fetched: http and https, of hosts that the whole world can reach."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any
from urllib.parse import urlsplit

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

_NAT64 = IPv6Network("64:ff9b::/96")
"""Addresses that stand for IPv4 ones (RFC 6052)."""


class RefusedError(OSError):
    """An address that is not fetched; the message says why."""


def refuse_unfit(url: str, *, private: bool) -> None:
    """Raise RefusedError for an address that may not be fetched, as far as it shows without looking its host up.

    With `private`, hosts that only this machine or this network can reach are let through.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise RefusedError("it is no valid address") from None
    if parts.scheme.lower() not in ("http", "https"):
        raise RefusedError("only http and https are fetched")
    if not host or port == 0 or any(c.isspace() or ord(c) < 32 for c in url):
        raise RefusedError("it is no valid address")
    if parts.username is not None or parts.password is not None:
        raise RefusedError("it has a name or password in it")
    address = _written_out(host)
    if address is not None and not private and not is_public(address):
        raise RefusedError(f"{host} is not a public address; allow it with --allow-private")


def _written_out(host: str) -> IPv4Address | IPv6Address | None:
    """The address that a host is, in any way in which a system reads one ("127.1" and "2130706433" too); None for a name.

    A name is seen by the resolver, which an address never reaches.
    """
    try:
        return ip_address(host.partition("%")[0])
    except ValueError:
        pass
    try:
        return IPv4Address(socket.inet_aton(host))
    except (OSError, ValueError):
        return None


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether the whole world can reach an address, whatever way it is written (RFC 6890, RFC 4291, RFC 3056, RFC 4380, RFC 6052)."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])
        if address in _NAT64:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner:
            return is_public(inner)
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast


class PublicResolver(AbstractResolver):
    """Looks hosts up, and gives only the addresses that may be fetched: a name is judged by where it leads, at the moment it is used."""

    def __init__(self, *, private: bool) -> None:
        self._private = private
        self._inner = ThreadedResolver()

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC) -> list[ResolveResult]:
        """The addresses of a host. Raises RefusedError when it has only others than public ones."""
        found: Any = await self._inner.resolve(host, port, family)
        fit = [one for one in found if self._private or is_public(ip_address(one["host"].partition("%")[0]))]
        if not fit:
            raise RefusedError(f"{host} leads to an address that is not public; allow it with --allow-private")
        return fit

    async def close(self) -> None:
        """Nothing is held open."""
