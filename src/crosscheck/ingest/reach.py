"""Which machine is behind an address, and may it be asked?

A page can lead anywhere by a redirection or by its name in the DNS, also to machines that only the user's own can reach. So the name is
resolved once, every address that it has is checked, and the connection goes to the one that was checked, whatever the DNS says a moment later.
"""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, quote, urlsplit

_PORTS = {"http": 80, "https": 443}
_TRANSLATED = ip_network("64:ff9b::/96")  # an IPv4 address behind a translator (RFC 6052)
_LONGEST = 4000
_SAFE = "%/:?[]@!$&'()*+,;=~-._"


class Unreachable(Exception):
    """args: why, in one plain sentence without a capital."""


def parts_of(url: str) -> SplitResult:
    """Raises: Unreachable for what is no address of the web, or carries a password."""
    if len(url) > _LONGEST or any(mark.isspace() or not mark.isprintable() for mark in url):
        raise Unreachable("this is no address of the web")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Unreachable("this is no address of the web") from error
    if parts.scheme not in _PORTS or not parts.hostname or port == 0:
        raise Unreachable("this is no address of the web: it must begin with http:// or https:// and a name")
    if parts.username is not None or parts.password is not None:
        raise Unreachable("an address with a name and a password in it is not asked")
    return _in_ascii(parts)


def _in_ascii(parts: SplitResult) -> SplitResult:
    """As it goes over the wire: "https://café.example/é" is asked as xn--caf-dma.example and %C3%A9."""
    try:
        netloc = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise Unreachable("this is no address of the web") from error
    return parts._replace(netloc=netloc, path=quote(parts.path, safe=_SAFE), query=quote(parts.query, safe=_SAFE))


def port_of(parts: SplitResult) -> int:
    return parts.port or _PORTS[parts.scheme]


def machine_behind(parts: SplitResult, *, allow_private: bool) -> tuple[str, int]:
    """The address in numbers and the port. Raises: Unreachable."""
    host, port = parts.hostname or "", port_of(parts)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreachable(f"no machine is called {host}") from error
    addresses = [str(one[4][0]) for one in found]
    if not addresses:
        raise Unreachable(f"no machine is called {host}")
    if not allow_private and not all(map(is_public, addresses)):
        raise Unreachable(f"{host} is this machine or one of its own network; --allow-private asks it all the same")
    return addresses[0], port


def is_public(address: str) -> bool:
    """Whether it is one of the open internet, also once what is wrapped in it has been taken out."""
    number = ip_address(address.partition("%")[0])
    inner = _wrapped(number) if isinstance(number, IPv6Address) else None
    return number.is_global and not number.is_multicast if inner is None else is_public(str(inner))


def _wrapped(number: IPv6Address) -> IPv4Address | None:
    """The IPv4 address inside one of IPv6: mapped, 6to4, Teredo or translated."""
    teredo = number.teredo
    translated = IPv4Address(int(number) & 0xFFFFFFFF) if number in _TRANSLATED else None
    return number.ipv4_mapped or number.sixtofour or (teredo[1] if teredo else None) or translated
