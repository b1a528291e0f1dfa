"""What does an article's address say: who publishes it, and on which day it was put up?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from crosscheck.ingest.lexicon import listed
from crosscheck.ingest.stamps import month_number

LONGEST = 2000
"""Characters of an address at most; browsers take about as many."""

_MARKS = frozenset("/._-?=&:~%#+,;@!")
_YEARS = range(1980, 2100)


def address_in(line: str) -> str | None:
    """The address that a line consists of, without the spaces that a tokeniser put at its marks ("http : / / www. example. org / 2008 /").

    None where more than an address stands there.
    """
    pieces = line[: LONGEST + 1].split()
    if not pieces or len(line) > LONGEST or not pieces[0].lower().startswith(("http", "www.")):
        return None
    if not all(before[-1] in _MARKS or after[0] in _MARKS for before, after in pairwise(pieces)):
        return None
    address = "".join(pieces)
    return address if publisher_of(address) else None


def publisher_of(address: str) -> str | None:
    """The name that the publisher has registered ("bbc.co.uk" for news.bbc.co.uk), with the guest's name before that of a host of many."""
    labels = _host(address).split(".")
    if len(labels) < 2 or not all(label and label.replace("-", "").isalnum() for label in labels) or not labels[-1].isalpha():
        return None
    ends = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in listed("addresses", "seconds") else 2
    guests = labels[-ends] in listed("addresses", "hosts")
    return ".".join(labels[-ends - guests :])


def _host(address: str) -> str:
    """The host without its www., "" where the address has none."""
    try:
        host = _parts(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _parts(address: str) -> Any:
    """Raises: ValueError."""
    from urllib.parse import urlsplit

    return urlsplit(address if "://" in address else f"//{address}")


def day_in(address: str) -> str | None:
    """The day, or else the month, that the path names in ISO 8601: /2017/may/22/, /2009/US/05/12/, /2008-05-19-storm, /20110306/; the first one."""
    try:
        path = _parts(address).path
    except ValueError:
        return None
    found = list(_days(path.split("/")))
    return max(found, key=len, default=None)


def _days(segments: list[str]) -> Iterator[str]:
    for at, segment in enumerate(segments):
        parts = segment.replace("_", "-").split("-")
        for start in range(len(parts)):
            yield from filter(None, (_whole(parts[start]), _of(parts[start : start + 3]) if len(parts) >= start + 3 else None))
        yield from filter(None, (_of_folders(segments[at : at + 4]),))


def _whole(digits: str) -> str | None:
    """20090711"""
    return _of([digits[:4], digits[4:6], digits[6:]]) if len(digits) == 8 and digits.isascii() and digits.isdigit() else None


def _of_folders(folders: list[str]) -> str | None:
    """2017/may/22, 2017/05, and 2009/US/05/12 with a section between year and month."""
    sectioned = len(folders) == 4 and folders[1].isalpha() and not month_number(folders[1].lower())
    return _of(folders[:3]) or (_of([folders[0], *folders[2:]]) if sectioned else None) or _of_month(folders[:2])


def _of(parts: list[str]) -> str | None:
    month = _of_month(parts[:2])
    if len(parts) != 3 or month is None or not (parts[2].isascii() and parts[2].isdigit() and len(parts[2]) <= 2):
        return None
    try:
        return date(int(month[:4]), int(month[5:]), int(parts[2])).isoformat()
    except ValueError:
        return None


def _of_month(parts: list[str]) -> str | None:
    if len(parts) != 2 or not (len(parts[0]) == 4 and parts[0].isascii() and parts[0].isdigit()) or int(parts[0]) not in _YEARS:
        return None
    month = int(parts[1]) if parts[1].isascii() and parts[1].isdigit() and len(parts[1]) == 2 else month_number(parts[1].lower())
    return f"{parts[0]}-{month:02}" if month and 1 <= month <= 12 else None
