"""Of which kind is a file, and which reader reads it? `READERS` is all there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from crosscheck.clock import TooSlow, at_most, too_slow
from crosscheck.ingest import text
from crosscheck.ingest.draft import Draft, Reader, Source
from crosscheck.ingest.paywall import REASON, breaks_off
from crosscheck.model.article import Skipped


def _later(module: str, function: str = "drafts") -> Reader:
    """A reader that is imported when its first file comes: together they take a third of the time in which a cached report is shown."""

    def reader(source: Source) -> Iterator[Draft | Skipped | Source]:
        found: Reader = getattr(import_module(f"crosscheck.ingest.{module}"), function)
        return found(source)

    return reader


_LINES = _later("records", "lines")

READERS: dict[str, Reader] = {
    ".txt": text.drafts,
    ".text": text.drafts,
    ".md": _later("markdown"),
    ".markdown": _later("markdown"),
    ".html": _later("html"),
    ".htm": _later("html"),
    ".xhtml": _later("html"),
    ".mhtml": _later("mhtml"),
    ".mht": _later("mhtml"),
    ".pdf": _later("pdf"),
    ".docx": _later("docx"),
    ".odt": _later("odt"),
    ".rtf": _later("rtf"),
    ".eml": _later("mail"),
    ".csv": _later("table"),
    ".tsv": _later("table"),
    ".json": _later("records"),
    ".jsonl": _LINES,
    ".ndjson": _LINES,
    ".rss": _later("feed"),
    ".atom": _later("feed"),
    ".xml": _later("feed"),
    ".warc": _later("warc"),
    ".wacz": _later("warc", "packed"),
    ".zip": _later("archive"),
    ".gz": _later("archive", "gzip"),
}

UNREAD: dict[str, str] = {
    ".doc": "Word files of before 2007 cannot be read; save it as .docx",
    ".epub": "books cannot be read; save the text as .txt",
    ".tar": "tar archives cannot be read; unpack it, or pack a .zip",
    ".tgz": "tar archives cannot be read; unpack it, or pack a .zip",
    ".7z": "archives of this kind cannot be read; unpack it, or pack a .zip",
    ".rar": "archives of this kind cannot be read; unpack it, or pack a .zip",
}

WHOLE = frozenset({".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".pdf", ".docx", ".odt", ".rtf", ".eml", ".mhtml", ".mht", ".rss", ".atom", ".xml"})
"""Files that hold many articles or much besides their text, so that file_mb bounds them and not article_mb."""

STREAMED = frozenset({".warc", ".wacz", ".zip", ".gz"})
"""Files that may be larger than memory and are read piece by piece."""

_AS_GIVEN = (text.drafts, READERS[".json"], _LINES)
"""Readers that hand on the text that stands in the file."""

_PAGES = frozenset({".html", ".htm", ".xhtml"})
"""Their reader knows more of what is kept back than their words."""

_MAY_BE_PAGES = frozenset({".xml", ".txt", ".text"})
"""Suffixes under which people save web pages: a text that begins with <html> is none."""

DEEPEST = 3  # archives in archives: a crawl in a .zip in a .zip

_MAGIC = (
    (b"%PDF", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"WARC/", ".warc"),
    (b"\xd0\xcf\x11\xe0", ".doc"),
    (b"7z\xbc\xaf", ".7z"),
    (b"Rar!", ".rar"),
)
_ZIPPED = (  # what stands in the first bytes of the archives that are documents: the name or the content of their first file
    (b"mimetypeapplication/vnd.oasis.opendocument.text", ".odt"),
    (b"mimetypeapplication/epub", ".epub"),
    (b"[Content_Types].xml", ".docx"),
    (b"word/", ".docx"),
)


def drafts_in(source: Source, depth: int = 0) -> Iterator[Draft | Skipped]:
    """What its reader finds, and the readers of what lies inside it."""
    kind = kind_of(source)
    if depth > DEEPEST:
        yield Skipped(source.where, f"it lies deeper than {DEEPEST} archives within each other")
    elif kind not in READERS:
        yield Skipped(source.where, UNREAD[kind])
    elif source.opener is None and not source.data.strip():
        yield Skipped(source.where, "there is nothing in it")
    else:
        for found in _timed(READERS[kind](source), source):
            yield from _within(found, source, depth, kind)


def _timed(stream: Iterator[Draft | Skipped | Source], source: Source) -> Iterator[Draft | Skipped | Source]:
    """Each in the time that an article may take. What comes after one that takes longer is lost with it: a reader cannot be led past it."""
    seconds = source.limits.article_seconds
    while True:
        try:
            with at_most(seconds):
                found = next(stream, None)
        except TooSlow:
            yield Skipped(source.where, too_slow(seconds))
            return
        if found is None:
            return
        yield found


def _within(found: Draft | Skipped | Source, source: Source, depth: int, kind: str) -> Iterator[Draft | Skipped]:
    if isinstance(found, Draft):
        known = {name: value for name, value in source.stated.items() if not getattr(found, name)}
        converted = READERS[kind] not in _AS_GIVEN and READERS.get(suffix_of(found.path)) in _AS_GIVEN
        place, fetched = found.place or source.place, found.fetched or source.fetched
        partial = found.partial or (REASON if kind not in _PAGES and breaks_off(found.text) else None)
        yield replace(found, place=place, fetched=fetched, is_converted=converted, partial=partial, **known)  # type: ignore[arg-type]
    elif isinstance(found, Skipped):
        yield found
    elif found.kind or is_known(found.path) or suffix_of(found.path) == "":
        yield from drafts_in(found, depth + 1)


def is_known(name: str) -> bool:
    """Whether a file in a folder or an archive is taken for an article, by its name."""
    return suffix_of(name) in READERS or suffix_of(name) in UNREAD


def suffix_of(name: str) -> str:
    return Path(name).suffix.lower()


def kind_of(source: Source) -> str:
    """What its sender says; or what its first bytes say beyond doubt; or its suffix; or what it looks like."""
    if source.kind:
        return source.kind
    suffix, head = suffix_of(source.path), source.head()
    certain = next((kind for start, kind in _MAGIC if head.startswith(start)), None)
    if certain:
        return certain
    if head.startswith(b"PK\x03\x04"):
        return suffix if suffix in (".docx", ".odt", ".zip", ".wacz", ".epub") else _zipped(head)
    if head.startswith(b"\x1f\x8b"):
        return ".warc" if ".warc" in source.path.lower()[-9:] else ".gz"
    if (suffix in READERS or suffix in UNREAD) and "://" not in source.path:
        return ".html" if suffix in _MAY_BE_PAGES and _looks_like(head) == ".html" else suffix
    return _looks_like(head)


def _zipped(head: bytes) -> str:
    return next((kind for mark, kind in _ZIPPED if mark in head[:200]), ".zip")


def _looks_like(data: bytes) -> str:
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return ".html"
    if head.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf:rdf")) and any(root in head for root in (b"<rss", b"<feed", b"<rdf")):
        return ".rss"
    if head.startswith(b"<?xml") and b"<html" in head:
        return ".html"
    if data.startswith((b"---\n", b"---\r\n", b"+++\n", b"+++\r\n")):
        return ".md"
    if head.startswith((b'{"', b"{\n", b"{\r\n", b"{ ", b"[{", b"[\n", b"[\r\n")):
        return ".json"
    if head.startswith(b"from: <saved by ") and b"multipart/related" in head:
        return ".mhtml"
    if head.startswith((b"from:", b"received:", b"return-path:", b"delivered-to:", b"mime-version:", b"message-id:")) and b"\nsubject:" in head:
        return ".eml"
    return ".txt"
