"""What does the head of an article say about the article itself: its date, author and title?

A head is read with care: a line that might be prose stays prose. The text itself is never changed; `Header` says where the prose begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from crosscheck.ingest.dates import iso_date
from crosscheck.model.claim import Span

_TITLE_WORDS = 30  # the longest headlines of agencies have about twenty words; a paragraph in one line rarely has fewer than thirty
_NAME_WORDS = 12  # "By Matt Smith, Anna de Vries and Omar Bin Ali in London for the Evening Post"
_HEAD_LINES = 8  # a title, a byline, a date and the blank lines between them
_WRAPPED = (50, 100)  # columns at which newswire and mail break lines
_FINAL = ".,;:…"
_CLOSING = "\"'”’»)]"
_PARTICLES = {"and", "&", "de", "da", "di", "do", "dos", "del", "della", "der", "den", "van", "von", "zu", "zur", "al", "el", "la", "le"}
_PARTICLES |= {"bin", "bint", "ibn", "abu", "of", "for", "in", "the", "with", "at"}
_KEYS = {
    "date": "published",
    "published": "published",
    "posted": "published",
    "updated": "published",
    "author": "author",
    "by": "author",
    "title": "title",
    "headline": "title",
    "publisher": "publisher",
    "source": "publisher",
}


@dataclass(frozen=True, slots=True)
class Header:
    """What stands at the head of a text.

    `end` is where the text goes on after leading metadata (0 when there is none): what stands before it is no sentence. A title line
    is a sentence and is not part of it; `end_of_title` is where it ends. `skip` are all lines of metadata, the leading ones and those
    below a title.
    """

    end: int = 0
    published: str | None = None
    author: str | None = None
    title: str | None = None
    publisher: str | None = None
    end_of_title: int | None = None
    skip: tuple[Span, ...] = ()


def header_of(text: str) -> Header:
    """The leading metadata and the title line of the text, as far as they are plain to see."""
    header = Header()
    for start, end in _lines(text):
        found = _metadata(text[start:end])
        if found:
            header = _joined(header, found, start, leading=header.end_of_title is None)
            start += found.length
        if start < end and (header.end_of_title is not None or not _is_title(text, start, end)):
            break
        if start < end:
            header = replace(header, title=header.title or text[start:end].strip(), end_of_title=end)
    return replace(header, end=_next_line(text, header.end))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The first lines that are not blank, without their ends."""
    start = 0
    for _ in range(_HEAD_LINES):
        if start >= len(text):
            return
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            yield start, end
        start = end + 1


@dataclass(frozen=True, slots=True)
class _Found:
    """Metadata at the head of a line; `length` is how much of the line it takes."""

    length: int
    key: str
    value: str | None
    author: str | None = None


def _metadata(line: str) -> _Found | None:
    return _dated(line) or _keyed(line) or _byline(line) or _bare_date(line)


def _dated(line: str) -> _Found | None:
    """ " date 2022-04-18 The ruling military junta in Bamako has received …": the date ends where the prose begins."""
    head = line[:80].split(maxsplit=3)
    if len(head) < 2 or head[0].lower().rstrip(":") != "date":
        return None
    published = iso_date(head[1]) if head[1][:4].isdigit() else None
    if published is None:
        return None
    length = line.index(head[1]) + len(head[1])
    rest = line[length:]
    byline = _byline(rest.strip())
    if byline:
        return _Found(len(line), "published", published, byline.value)
    return _Found(length + len(rest) - len(rest.lstrip()), "published", published)


def _keyed(line: str) -> _Found | None:
    """ "Author: Jane Doe" alone on its line."""
    key, colon, value = line.strip().partition(":")
    field, value = _KEYS.get(key.lower()), value.strip()
    if not colon or field is None or not value or len(value.split()) > _TITLE_WORDS:
        return None
    return _Found(len(line), field, iso_date(value) if field == "published" else value)


def _byline(line: str) -> _Found | None:
    """ "By Jane Doe and John Roe" alone on its line: names all the way, and no final mark."""
    words = line.replace("|", " ").split()
    if not 2 <= len(words) <= _NAME_WORDS or words[0].lower() != "by" or line.rstrip()[-1] in _FINAL:
        return None
    names = [word.strip(",") for word in words[1:]]
    if not names[0][:1].isupper() or not all(name[:1].isupper() or name.lower() in _PARTICLES for name in names):
        return None
    return _Found(len(line), "author", " ".join(words[1:]))


def _bare_date(line: str) -> _Found | None:
    """A date alone on its line; a year alone may be a heading."""
    published = iso_date(line.strip()) if 4 < len(line.strip()) <= 60 else None
    return _Found(len(line), "published", published) if published else None


def _joined(header: Header, found: _Found, start: int, *, leading: bool) -> Header:
    """What is stated first holds."""
    stated = {found.key: found.value, "author": header.author or found.author} if found.key != "author" else {"author": found.value}
    new: dict[str, Any] = {key: value for key, value in stated.items() if value and getattr(header, key) is None}
    end = start + found.length
    return replace(header, **new, end=end if leading else header.end, skip=(*header.skip, Span(start, end)))


def _next_line(text: str, end: int) -> int:
    """Past the line break, where the metadata took its whole line."""
    return end + 1 if text[end : end + 1] == "\n" else end


def _is_title(text: str, start: int, end: int) -> bool:
    """A short line without a final mark, with more text below it that is not the rest of its sentence."""
    line = text[start:end].strip()
    below = text[end:].lstrip()[:1]
    if not below or below.islower() or len(line.split()) > _TITLE_WORDS or not any(map(str.isalpha, line)):
        return False
    if line.rstrip(_CLOSING)[-1:] in tuple(_FINAL):
        return False
    return not _is_wrapped(text, end)


def _is_wrapped(text: str, end: int) -> bool:
    """Are the lines broken at a column, so that the first may end in mid-sentence?"""
    first, *others = [line for line in text[: end + 2000].splitlines()[:8] if line.strip()]
    longest = max(len(line.rstrip()) for line in (first, *others))
    return len(others) >= 2 and len(first) >= _WRAPPED[0] and longest <= _WRAPPED[1] and not text[end:].startswith(("\n\n", "\r\n\r\n"))
