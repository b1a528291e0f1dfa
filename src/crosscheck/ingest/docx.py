"""Which article is in a Word file? Its paragraphs as they stand, headings and the rows of tables among them, a line each.

The file's own properties are not the article's: they name whoever made the file and when, which is often neither its author nor its day.
What was deleted while changes were tracked is left out, as are notes at the foot, comments, and heads and feet of pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from crosscheck.ingest.bounded import Unpackable, body_of, local
from crosscheck.ingest.draft import Draft, Source
from crosscheck.model.article import Skipped

_LEFT_OUT = frozenset({"del", "moveFrom", "instrText", "footnoteReference", "commentReference", "Fallback", "pPr", "rPr"})
_BETWEEN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def drafts(source: Source) -> Iterator[Draft | Skipped]:
    try:
        body = body_of(source.opened(), "word/document.xml", source.limits.file_mb)
    except Unpackable as error:
        yield Skipped(source.where, f"this is no Word file that can be read: {error}")
        return
    yield Draft(source.path, source.name, "\n".join(line for line in _lines(body) if line.strip()))


def _lines(parent: Element) -> Iterator[str]:
    """A paragraph a line, and a row of a table a line, its cells with a tab between them."""
    for child in parent:
        match local(child):
            case "p":
                yield from _paragraph(child).split("\n")
            case "tr":
                cells = (" ".join(line.strip() for line in _lines(cell) if line.strip()) for cell in child if local(cell) == "tc")
                yield "\t".join(cell for cell in cells if cell)
            case name if name not in _LEFT_OUT:
                yield from _lines(child)


def _paragraph(parent: Element) -> str:
    return "".join(_words(parent)).strip()


def _words(parent: Element) -> Iterator[str]:
    for child in parent:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in _BETWEEN:
            yield _BETWEEN[name]
        elif name == "p":  # of a text box
            yield "\n" + _paragraph(child) + "\n"
        elif name not in _LEFT_OUT:
            yield from _words(child)
