"""Only addresses that the whole world can reach are public, however they are written."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from factcheck.evidence.addresses import RefusedError, fit, is_public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",  # noqa: S104
        "::1", "::", "fe80::1", "fc00::1", "fec0::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1",
        "::127.0.0.1", "::9.9.9.9", "::ffff:0:127.0.0.1", "64:ff9b:1::9.9.9.9", "2620:fe::5efe:10.0.0.1", "2620:fe::200:5efe:10.0.0.1",
        "2001:0:909:909::80ff:fffe", "2001:0:a00:1::f6f6:f6f6", "3fff::1", "100::1", "5f00::1", "fe80::1%eth0",
    ],
)  # fmt: skip
def test_private_addresses(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["9.9.9.9", "2620:fe::fe", "::ffff:9.9.9.9", "64:ff9b::909:909", "2002:909:909::"])
def test_public_addresses(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ftp://example.org/a", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("http://", "no valid address"),
        ("http://example.org:0/", "no valid address"),
        ("http://example.org:99999/", "no valid address"),
        ("http://exa mple.org/", "no valid address"),
        ("http://example.org/\r\nHost: x", "no valid address"),
        ("http://ada@example.org/", "a name or password"),
        ("http://[fe80::1%25eth0]/", "not a public address"),
        ("http://127.1/", "not a public address"),
        ("http://2130706433/", "not a public address"),
        ("http://0x7f.1/", "not a public address"),
        ("http://0177.0.0.1/", "not a public address"),
    ],
)
def test_unfit_addresses_are_refused(url: str, said: str) -> None:
    with pytest.raises(RefusedError, match=said):
        fit(url, private=False)


def test_a_person_can_let_private_addresses_through() -> None:
    fit("http://127.0.0.1:8000/a", private=True)
    fit("https://example.org/a?b#c", private=False)


@pytest.mark.parametrize("url", ["https://www.faß.example/", "http://my_shop.example./", "http://xn--fa-hia.example", "http://9.9.9.9:81/"])
def test_ordinary_addresses_pass(url: str) -> None:
    assert fit(url, private=False).raw_host
