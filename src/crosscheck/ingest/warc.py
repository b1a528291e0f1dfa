"""Which articles are in a web archive? Every page, PDF and plain text that a server sent, record by record: no more than one is in memory.

What a page is made of (pictures, styles, scripts), refusals and redirections are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from hashlib import sha256
from importlib.util import find_spec
from io import StringIO
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from crosscheck.ingest.bounded import MEGABYTE, Unpackable, zip_of
from crosscheck.ingest.draft import Source, Stated, called_after, media_type
from crosscheck.ingest.extras import missing
from crosscheck.model.article import Fetched, Skipped

_KINDS = {"text/html": ".html", "application/xhtml+xml": ".html", "application/pdf": ".pdf", "text/plain": ".txt"}
_UNPACKED = frozenset({"", "identity", "none", "gzip", "x-gzip", "deflate"} | ({"br"} if find_spec("brotli") else set()))
_TYPES = frozenset({"response", "resource", "conversion"})


def drafts(source: Source) -> Iterator[Skipped | Source]:
    """The pages of a .warc or .warc.gz."""
    with source.opened() as stream:
        yield from _pages(stream, source)


def packed(source: Source) -> Iterator[Skipped | Source]:
    """The pages of a .wacz: a zip whose folder "archive" holds the crawls."""
    try:
        with zip_of(source.opened()) as archive:
            names = sorted(name for name in archive.namelist() if name.startswith("archive/") and ".warc" in name)
            for name in names:
                yield from _crawl(archive, name, source)
            if not names:
                raise Unpackable('there is no crawl in its folder "archive"')
    except Unpackable as error:
        yield Skipped(source.where, f"this web archive cannot be read: {error}")


def _crawl(archive: ZipFile, name: str, source: Source) -> Iterator[Skipped | Source]:
    try:
        with archive.open(name) as stream:
            yield from _pages(stream, source)  # type: ignore[arg-type]  # a stream that reads
    except (BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        yield Skipped(source.where, f"this web archive cannot be read: {type(error).__name__} in {name}")


def _pages(stream: BinaryIO, source: Source) -> Iterator[Skipped | Source]:
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        yield Skipped(source.where, missing("web archives", "web"))
        return
    found = 0
    try:
        for record in _quietly(ArchiveIterator(stream)):
            page = _page(record, source)
            found += page is not None
            if page is not None:
                yield page
    except Exception as error:  # warcio raises whatever its parts raise; the records before the damage have been read
        yield Skipped(source.where, f"this web archive cannot be read {'further' if found else 'at all'}: it is damaged ({type(error).__name__})")
        return
    if not found:
        yield Skipped(source.where, "there is no page in this web archive")


def _quietly(records: Iterator[Any]) -> Iterator[Any]:
    """warcio writes to stderr whatever it mends."""
    while True:
        with redirect_stderr(StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def _page(record: Any, source: Source) -> Skipped | Source | None:
    """The page of a record; None for a record that is none."""
    url = record.rec_headers.get_header("WARC-Target-URI", "").strip("<>")
    media, charset = _content_type(record)
    kind = _KINDS.get(media)
    if record.rec_type not in _TYPES or kind is None or _is_refused(record) or url.endswith("/robots.txt"):
        return None
    place, most = f"{source.path}:{url}", int(source.limits.file_mb * MEGABYTE)
    packing = _packing(record)
    if packing not in _UNPACKED:
        return Skipped(place, f"it is packed in a way that is not known: {packing[:20]}")
    data = record.content_stream().read(most + 1)
    if len(data) > most:
        return Skipped(place, f"it is too long: more than {source.limits.file_mb:g} MB")
    fetched = Fetched(url, record.rec_headers.get_header("WARC-Date"), sha256(data).hexdigest())
    known = Source(source.path, data, id=called_after(url), place=place, kind=kind, charset=charset)
    return replace(known, stated=Stated(url=url), fetched=fetched, limits=source.limits)


def _content_type(record: Any) -> tuple[str, str | None]:
    headers = record.http_headers or record.rec_headers
    return media_type(headers.get_header("Content-Type"))


def _packing(record: Any) -> str:
    return str((record.http_headers and record.http_headers.get_header("Content-Encoding")) or "").strip().lower()


def _is_refused(record: Any) -> bool:
    return record.http_headers is not None and record.http_headers.get_statuscode() != "200"
