"""Which machine is behind an address, and may it be asked?"""

from __future__ import annotations

import socket

import pytest

from crosscheck.ingest.reach import Unreachable, is_public, machine_behind, parts_of

PRIVATE = """
127.0.0.1 127.255.255.254 0.0.0.0 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 224.0.0.1 255.255.255.255 240.0.0.1
:: ::1 fe80::1 fe80::1%eth0 fc00::1 fd12::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 2002:7f00:1:: 2002:c0a8:101::
64:ff9b::7f00:1 64:ff9b::a00:1 2001:0:0:0:0:0:f5ff:fffe
"""


@pytest.mark.parametrize("address", PRIVATE.split())
def test_the_own_machine_and_network_are_not_public(address: str) -> None:
    """In any form in which an address can be written, wrapped in another or not."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700:4700::1111", "::ffff:8.8.8.8"])
def test_the_open_internet_is_public(address: str) -> None:
    """The addresses of others."""
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    ["http://127.1/", "http://2130706433/", "http://0x7f.1/", "http://localhost:8080/a", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://0/"],
)
def test_spellings_of_the_own_machine_are_known(url: str) -> None:
    """The system resolves them, and what they resolve to is looked at."""
    with pytest.raises(Unreachable, match=r"is this machine or one of its own network|no machine is called"):
        machine_behind(parts_of(url), allow_private=False)


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that has both is a trap; what is connected to is the number that was checked, so the name is not resolved again."""
    asked = list[str]()

    def resolved(host: str, port: int, **_: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        asked.append(host)
        return [(2, 1, 6, "", (number, port)) for number in (["8.8.8.8", "10.0.0.1"] if host == "trap.example" else ["8.8.8.8"])]

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    with pytest.raises(Unreachable, match=r"trap\.example is this machine"):
        machine_behind(parts_of("http://trap.example/"), allow_private=False)
    assert machine_behind(parts_of("https://fine.example/"), allow_private=False) == ("8.8.8.8", 443)
    assert asked == ["trap.example", "fine.example"]


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://a.example/", "http://", "http://a b/", "http://a\r\nX: y/", "gopher://a/", "http://a:99999/"]
)
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    """Neither files nor other protocols, nor heads of a request smuggled into it."""
    with pytest.raises(Unreachable, match="no address of the web"):
        parts_of(url)


def test_an_address_in_any_script_is_asked_in_ascii() -> None:
    """Names as the DNS has them, paths in percent signs; what is written so already stays."""
    assert parts_of("https://café.example/é/%C3%A9?q=ü").geturl() == "https://xn--caf-dma.example/%C3%A9/%C3%A9?q=%C3%BC"


def test_passwords_are_not_sent() -> None:
    """They would end up in reports."""
    with pytest.raises(Unreachable, match="a name and a password"):
        parts_of("http://me:secret@a.example/")
