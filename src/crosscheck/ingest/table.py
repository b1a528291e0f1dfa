"""Which articles are in a table, as .csv or .tsv? One a row, where a column holds the text.

The columns are found by their names in the first row, as in JSON; the text may also stand under "body", "content" or the like.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from crosscheck.ingest.draft import Draft, Source
from crosscheck.ingest.records import draft_of
from crosscheck.ingest.text import NO_TEXT
from crosscheck.model.article import Skipped

_NAMES = {
    "text": ("text", "body", "content", "article", "article_text", "article_body", "maintext", "full_text", "fulltext", "story"),
    "id": ("id", "article_id", "uid", "guid"),
    "title": ("title", "headline", "heading", "article_title"),
    "publisher": ("publisher", "outlet", "newspaper", "publication", "source", "source_name", "source_domain", "site"),
    "author": ("author", "authors", "byline"),
    "published": ("published", "date", "date_published", "published_at", "publish_date", "pubdate", "date_publish", "publication_date"),
    "url": ("url", "link", "address"),
}
_MARKS = (",", ";", "\t", "|")
_LARGEST = 131_072  # what the standard library lets through in a cell


def drafts(source: Source) -> Iterator[Draft | Skipped]:
    text = source.text
    if text is None:
        yield Skipped(source.where, NO_TEXT)
        return
    csv.field_size_limit(max(_LARGEST, len(text)))
    text = text.lstrip("\r\n").replace("\x00", "")
    told, text = _told(text)
    rows = csv.reader(StringIO(text, newline=""), delimiter=told or _mark(text.partition("\n")[0]))
    first = _row(rows) or []
    names = _columns(first)
    if "text" not in names:
        has = ", ".join(" ".join(name.split()) for name in first[:8])
        yield Skipped(source.where, f'no column of it is called "text", "body" or "content" (its columns: {has[:200]})')
        return
    yield from _articles(rows, names, source)


def _articles(rows: Iterator[list[str]], names: dict[str, int], source: Source) -> Iterator[Draft | Skipped]:
    number, found = 1, 0
    while (row := _row(rows)) is not None:
        number += 1
        if any(cell.strip() for cell in row):
            found += 1
            record = {name: row[at] for name, at in names.items() if at < len(row)}
            yield draft_of(record, source.path, number, "row")
    if not found:
        yield Skipped(source.where, "there is no row below the names of its columns")


def _row(rows: Iterator[list[str]]) -> list[str] | None:
    """The next row; None at the end. A row that breaks the rules ends the table, as nobody can tell where the next one begins."""
    try:
        return next(rows, None)
    except csv.Error:
        return None


def _told(text: str) -> tuple[str | None, str]:
    """The mark that a first line "sep=;" names, as Excel writes and reads it, and what stands below it."""
    first, _, below = text.partition("\n")
    mark = first.strip().removeprefix("sep=")
    return (mark, below) if first.startswith("sep=") and mark in _MARKS else (None, text)


def _mark(line: str) -> str:
    """What stands between the columns: the mark that is most often in the first row."""
    return max(_MARKS, key=line.count)


def _columns(row: Sequence[str]) -> dict[str, int]:
    """Field -> column; of several names the first in the list above."""
    at = {" ".join(name.lower().replace("_", " ").split()).replace(" ", "_"): number for number, name in reversed(list(enumerate(row)))}
    found = {field: next((at[name] for name in names if name in at), None) for field, names in _NAMES.items()}
    return {field: number for field, number in found.items() if number is not None}
