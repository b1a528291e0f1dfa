"""Which article is in an OpenDocument text? Its headings, paragraphs, list items and rows of tables, a line each.

As with Word files, what the file says about itself is about the file; what was deleted while changes were tracked is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from crosscheck.ingest.bounded import Unpackable, body_of, local
from crosscheck.ingest.draft import Draft, Source
from crosscheck.model.article import Skipped

_LEFT_OUT = frozenset({"tracked-changes", "note", "annotation", "sequence-decls", "variable-decls", "user-field-decls", "table-of-content"})
_MOST_BLANKS = 100  # "400,000,000 blanks follow" is written in twenty letters


def drafts(source: Source) -> Iterator[Draft | Skipped]:
    try:
        body = body_of(source.opened(), "content.xml", source.limits.file_mb)
    except Unpackable as error:
        yield Skipped(source.where, f"this is no OpenDocument text that can be read: {error}")
        return
    yield Draft(source.path, source.name, "\n".join(line for line in _lines(body) if line.strip()))


def _lines(parent: Element) -> Iterator[str]:
    for child in parent:
        match local(child):
            case "p" | "h":
                yield from "".join(_words(child)).strip().split("\n")
            case "table-row":
                cells = (" ".join(line for line in _lines(cell) if line) for cell in child if local(cell) == "table-cell")
                yield "\t".join(cell for cell in cells if cell)
            case name if name not in _LEFT_OUT:
                yield from _lines(child)


def _words(element: Element) -> Iterator[str]:
    """A text's words with what stands between its elements; blanks in a row are elements of their own."""
    yield _blank(element.text)
    for child in element:
        match local(child):
            case "s":
                yield " " * min(_MOST_BLANKS, _count(child))
            case "tab":
                yield "\t"
            case "line-break":
                yield "\n"
            case name if name not in _LEFT_OUT:
                yield from _words(child)
        yield _blank(child.tail)


def _blank(words: str | None) -> str:
    """Line ends of the file are layout of its XML."""
    return (words or "").replace("\n", " ")


def _count(element: Element) -> int:
    said = next((value for name, value in element.attrib.items() if name.endswith("}c")), "1")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else _MOST_BLANKS
