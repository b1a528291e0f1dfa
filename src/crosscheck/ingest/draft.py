"""What does a reader hand on: the text of an article and what its file says about it?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypedDict

from crosscheck.model.article import Skipped


class Stated(TypedDict, total=False):
    """What a file itself says of its article."""

    title: str
    publisher: str
    author: str
    published: str
    url: str


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes and the path (or "-") that they were read from."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before its header is read and its id is made unique.

    `id` is what its file calls it; `place` names it among several of one file ("reports.jsonl:3"), None where it is alone.
    `has_head` is false for words that somebody gives for a question: "Source: the bank will raise its rates" is all of them, and no head.
    """

    path: str
    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    place: str | None = None
    has_head: bool = True


Reader = Callable[[Source], Iterator[Draft | Skipped]]
METADATA = ("title", "publisher", "author", "published", "url")
