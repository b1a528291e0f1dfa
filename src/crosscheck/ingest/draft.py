"""What does a reader get, and what does it hand on: the text of an article and what its file says about it?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, TypedDict

from crosscheck.ingest.decode import decoded, named, whole_characters
from crosscheck.model.article import Fetched, Skipped
from crosscheck.settings import Limits
from crosscheck.values import dataclass

MEGABYTE = 1_000_000
_LONGEST_ID = 80


class Stated(TypedDict, total=False):
    """What a file itself says of its article."""

    title: str
    publisher: str
    author: str
    published: str
    url: str


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes and the path (or "-") that they were read from.

    `opener` stands instead of `data` for what is read piece by piece, since it may be larger than memory. `id` is what the articles in it
    are called where that is not the file's name; `place` names it among several of one file. `kind` is the suffix whose reader it needs, and
    `charset` the encoding, where its sender said so. `stated` and `fetched` are known from around it and hold where it says nothing itself.
    """

    path: str
    data: bytes = b""
    opener: Callable[[], BinaryIO] | None = None
    id: str | None = None
    place: str | None = None
    kind: str | None = None
    stated: Stated = field(default_factory=Stated)
    fetched: Fetched | None = None
    limits: Limits = field(default_factory=Limits)
    charset: str | None = None

    @property
    def text(self) -> str | None:
        """Its characters, in the encoding that its sender named where it is in that one; None where the bytes are no text."""
        return (named(self.data, self.charset) if self.charset else None) or decoded(self.data)

    @property
    def name(self) -> str:
        """What an article that is alone in it is called: the file's name without its suffix."""
        return self.id or stem(self.path)

    @property
    def where(self) -> str:
        return self.place or self.path

    def opened(self) -> BinaryIO:
        return self.opener() if self.opener else BytesIO(self.data)

    def head(self, count: int = 1000) -> bytes:
        """The first bytes."""
        if self.opener is None:
            return self.data[:count]
        with self.opener() as stream:
            return stream.read(count)


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
    modified: str | None = None
    fetched: Fetched | None = None
    is_converted: bool = False
    partial: str | None = None


Reader = Callable[[Source], Iterator[Draft | Skipped | Source]]
"""A `Source` that a reader yields is one inside its own: a file in an archive, a page in a crawl."""

METADATA = ("title", "publisher", "author", "published", "url")


def stem(path: str) -> str:
    return "stdin" if path == "-" else whole_characters(Path(path).stem or path)


def called_after(url: str) -> str | None:
    """What an article is called that has an address and no file of its own: the last part of the path, or else the host."""
    from urllib.parse import unquote, urlsplit

    try:
        parts = urlsplit(url)
        segments = [unquote(segment) for segment in parts.path.split("/") if segment]
        last = Path(segments[-1]).stem if segments else parts.hostname or ""
    except ValueError:
        return None
    name = "".join(mark if mark.isalnum() or mark in "-_." else "-" for mark in last)[:_LONGEST_ID].strip("-.")
    return name or None


def media_type(header: object) -> tuple[str, str | None]:
    """The kind that a Content-Type names and the encoding, None where it names none: "text/html; charset=utf-8"."""
    kind, _, rest = str(header or "").partition(";")
    given = (part.partition("=") for part in rest.split(";"))
    charset = next((value.strip().strip("\"'") for name, _, value in given if name.strip().lower() == "charset"), None)
    return kind.strip().lower(), charset or None


def too_long(size: float, limit: float, name: str) -> str:
    """The reason for what has more bytes, or characters, than the limit of that name lets through."""
    return f"it is too long: {size / MEGABYTE:.1f} MB where {limit:g} MB are let through; raise {name} under [limits] in crosscheck.toml to read it"
