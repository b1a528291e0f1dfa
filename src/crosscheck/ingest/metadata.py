"""What does the head of an article say about the article itself: its date, author, title, address and publisher?

A head is read with care: a line that might be prose stays prose. The text itself is never changed; `Header` says where the prose begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from crosscheck.ingest.addresses import address_in, day_in, publisher_of
from crosscheck.ingest.bylines import author_in, opens_byline
from crosscheck.ingest.dates import iso_date
from crosscheck.ingest.lexicon import listed
from crosscheck.ingest.stamps import LONGEST, Stamp, stamps_in
from crosscheck.model.claim import Span
from crosscheck.values import dataclass

_TITLE_WORDS = 30  # the longest headlines of agencies have about twenty words; a paragraph in one line rarely has fewer than thirty
_HEAD_LINES = 10  # an address, a title, a standfirst, bylines and dates; blank lines do not count
_PROSE_LINES = 3  # a title and a standfirst may stand above the date, the story itself may not
_FURTHER_LINES = 60  # so far it is looked whether dates alone on their lines are headings
_WRAPPED = (50, 100)  # columns at which newswire and mail break lines
_TOUCHED = 2  # days within which an update is one of the story, not of its archive
_PLACE_WORDS = 6  # "Washington D. C., Jun 17, 2011", "The Sydney Morning Herald, Friday 3 May 2013"
_DATELINE = 120  # characters in which a dateline ends
_FINAL = ".,;:…"
_CLOSING = "\"'”’»)]"
_BARS = "|•·"
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
    "url": "url",
    "link": "url",
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
    url: str | None = None
    end_of_title: int | None = None
    skip: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """Metadata at the head of a line; `length` is how much of the line it takes. `plain` is a day alone, which may be a heading."""

    length: int
    stamps: tuple[Stamp, ...] = ()
    author: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    plain: bool = False


def header_of(text: str) -> Header:
    """The leading metadata and the title line of the text, as far as they are plain to see."""
    header, prose, stamps = Header(), 0, list[Stamp]()
    plain = _is_dated_once(text)
    for start, end in islice(_lines(text), _HEAD_LINES):
        found = _metadata(text[start:end], _near(header), above=prose == 0) or (_below_byline(text[start:end]) if header.author else None)
        if found and (plain or not found.plain):
            header, stamps = _joined(header, found, start, leading=prose == 0), [*stamps, *found.stamps]
            start += found.length
        if start < end:
            if prose == 0 and _is_title(text, start, end):
                header = replace(header, title=header.title or text[start:end].strip(), end_of_title=end)
            else:
                stamps += _dateline(text[start:end])  # below a title and a byline, too
            prose += 1
        if prose > _PROSE_LINES:
            break
    return replace(header, end=_next_line(text, header.end), published=_published(stamps) or _near(header))


def _near(header: Header) -> str | None:
    return day_in(header.url) if header.url else None


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines that are not blank, without their ends."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            yield start, end
        start = end + 1


def _is_dated_once(text: str) -> bool:
    """Whether the days that stand alone on lines are one: several are the headings of a chronicle."""
    days = (stamps_in(text[start:end].strip()) for start, end in islice(_lines(text), _FURTHER_LINES))
    return len({found[0].day for found in days if len(found) == 1 and found[0].plain}) <= 1


# the day of the article


def _published(stamps: Sequence[Stamp]) -> str | None:
    """When the text came to stand as it stands: its first day, or the update that came within two days of it."""
    told = [stamp for stamp in stamps if stamp.moment]
    first = next((stamp for stamp in told if stamp.label != "again"), None)
    updates = [stamp for stamp in told if stamp.label == "again" and (first is None or _is_near(first, stamp))]
    chosen = max(updates, key=lambda stamp: stamp.moment or "", default=first)
    return chosen.moment if chosen else None


def _is_near(first: Stamp, update: Stamp) -> bool:
    days = [date.fromisoformat(stamp.day) for stamp in (first, update) if stamp.day and len(stamp.day) == 10]
    return len(days) == 2 and 0 <= (days[1] - days[0]).days <= _TOUCHED


def _dateline(line: str) -> tuple[Stamp, ...]:
    """The day of "NEW DELHI, December 13, 2008 (Reuters) - The navy said": a place in capitals, a full date and a dash."""
    head = next((line[: line.index(dash)] for dash in (" - ", " – ", " — ", " -- ", " --", "--") if dash in line[:_DATELINE]), "")
    if not head.split(",")[0].split(" ")[0].isupper():
        return ()
    found = _placed(head)
    return tuple(replace(stamp, plain=False) for stamp in found) if len(found) == 1 and found[0].day and len(found[0].day) == 10 else ()


# metadata in one line


def _metadata(line: str, near: str | None, *, above: bool) -> _Found | None:
    """What the line says of the article; `above` is true as long as no prose was met, when "Source: The Coast" is metadata still."""
    return _addressed(line) or _dated(line) or _stamped(line, near) or _signed(line) or (_keyed(line) if above else None) or _mixed(line, near)


def _addressed(line: str) -> _Found | None:
    address = address_in(line)
    return _Found(len(line), url=address, publisher=publisher_of(address)) if address else None


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
    stamps = (Stamp(published, label="first"),)
    author = author_in(rest.strip()) if rest.strip() else None
    return _Found(len(line), stamps, author) if author else _Found(length + len(rest) - len(rest.lstrip()), stamps)


def _stamped(line: str, near: str | None) -> _Found | None:
    stamps = stamps_in(line.strip(), near)
    return _Found(len(line), stamps, plain=all(stamp.plain for stamp in stamps)) if stamps else None


def _signed(line: str) -> _Found | None:
    author = author_in(line)
    return _Found(len(line), author=author) if author else None


def _keyed(line: str) -> _Found | None:
    """ "Author: Jane Doe" alone on its line."""
    key, colon, value = line.strip().partition(":")
    field, value = _KEYS.get(key.lower()), value.strip()
    if not colon or field is None or not value or len(value.split()) > _TITLE_WORDS:
        return None
    address = address_in(value)
    if address:
        return _Found(len(line), url=address, publisher=publisher_of(address))
    if field == "published":
        day = iso_date(value)
        return _Found(len(line), (Stamp(day, label="first"),) if day else ())
    stated: dict[str, Any] = {field: value}
    return _Found(len(line), **stated) if field != "url" else None


def _mixed(line: str, near: str | None) -> _Found | None:
    """A byline, a place or an outlet beside a stamp: "By Jane Doe | The Coast | 3 May 2013", "Washington D. C., Jun 17, 2011, 02:00 pm"."""
    if len(line) > 2 * _DATELINE or not any(map(str.isdigit, line)):
        return None
    for mark in _BARS:
        line = line.replace(mark, "|")
    parts = [part.strip() for part in line.split("|") if part.strip()]
    stamps = tuple(stamp for part in parts for stamp in (stamps_in(part, near) or _sided(part, near)[0]))
    author = next(filter(None, (author_in(part) or _sided(part, near)[1] for part in parts)), None)
    if not stamps or not all(_is_understood(part, near) for part in parts):
        return None
    return _Found(len(line), stamps, author)


def _below_byline(line: str) -> _Found | None:
    """ "Northern Wire, 12 June 2023": an outlet or a place and a day are no prose where a byline stands above them."""
    stamps = _placed(line.strip())
    whole = len(stamps) == 1 and stamps[0].day is not None and len(stamps[0].day) == len("2023-06-12")
    return _Found(len(line), tuple(replace(stamp, plain=False) for stamp in stamps)) if whole else None


def _is_understood(part: str, near: str | None) -> bool:
    if stamps_in(part, near) or author_in(part) or any(_sided(part, near)):
        return True
    return len(part.split()) <= _PLACE_WORDS and part[0].isupper() and part[-1] not in _FINAL


def _sided(part: str, near: str | None) -> tuple[tuple[Stamp, ...], str | None]:
    """A byline before or after a stamp, or a place or outlet before one, without a bar between."""
    words = part.split()
    for cut in range(1, len(words)):
        left, right = " ".join(words[:cut]), " ".join(words[cut:])
        author = author_in(left.rstrip(",-–— ")) if opens_byline(words[0]) else None
        if author and (stamps := stamps_in(right, near)):
            return stamps, author
        author = author_in(right) if opens_byline(words[cut]) else None
        if author and (stamps := stamps_in(left, near)):
            return stamps, author
    stamps = _placed(part, near)
    return (stamps, None) if any(not stamp.plain for stamp in stamps) else ((), None)


def _placed(words: str, near: str | None = None) -> tuple[Stamp, ...]:
    """The stamp after a place, an outlet or an agency: "LEFKOS, May 3, 2019", "AFP May 3, 2019"."""
    pieces = words.split()
    for cut in range(1, min(len(pieces), _PLACE_WORDS + 1)):
        if not _is_place(pieces[:cut]):
            return ()
        stamps = stamps_in(" ".join(pieces[cut:]), near)
        if stamps and (pieces[cut - 1][-1] == "," or pieces[:cut][0].isupper()):
            return stamps
    return ()


def _is_place(words: Sequence[str]) -> bool:
    return all(word[:1].isupper() or word.lower().strip(",") in listed("bylines", "among") or "." in word.strip(".,") for word in words)


def _joined(header: Header, found: _Found, start: int, *, leading: bool) -> Header:
    """What is stated first holds."""
    stated = {name: getattr(found, name) for name in ("author", "title", "publisher", "url")}
    new: dict[str, Any] = {key: value for key, value in stated.items() if value and getattr(header, key) is None}
    end = start + found.length
    return replace(header, **new, end=end if leading else header.end, skip=(*header.skip, Span(start, end)))


def _next_line(text: str, end: int) -> int:
    """Past the line break, where the metadata took its whole line."""
    return end + 1 if text[end : end + 1] == "\n" else end


# the title


def _is_title(text: str, start: int, end: int) -> bool:
    """A short line without a final mark, with more text below it that is not the rest of its sentence."""
    line = text[start:end].strip()
    below = text[end : end + LONGEST].lstrip()
    goes_on = below[:1].islower() and not stamps_in(below.partition("\n")[0].strip())  # "on November 4, 2019 at 10:50 AM"
    if not below or goes_on or len(line.split()) > _TITLE_WORDS or not any(map(str.isalpha, line)):
        return False
    if line.rstrip(_CLOSING)[-1:] in tuple(_FINAL):
        return False
    return not _is_wrapped(text, start, end)


def _is_wrapped(text: str, start: int, end: int) -> bool:
    """Are the lines broken at a column, so that the first may end in mid-sentence?"""
    first, *others = [line for line in text[start : end + 2000].splitlines()[:8] if line.strip()] or [""]  # eight carriage returns, then words
    longest = max(len(line.rstrip()) for line in (first, *others))
    return len(others) >= 2 and len(first) >= _WRAPPED[0] and longest <= _WRAPPED[1] and not text[end:].startswith(("\n\n", "\r\n\r\n"))
