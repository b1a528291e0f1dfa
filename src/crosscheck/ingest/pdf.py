"""Which article is in a PDF? Its lines as they stand on the pages, put together to paragraphs, without what repeats at the edges.

pypdf hands out runs of letters with their places; `pdf_layout.py` makes text of them. The file's own properties name whoever made the file
and when, which is often neither the author nor the day of the article, so that only a title that stands on the first page is taken from them.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from crosscheck.ingest.draft import Draft, Source
from crosscheck.ingest.extras import missing
from crosscheck.ingest.pdf_layout import Line, Sheet, title_on, written
from crosscheck.model.article import Skipped

_LETTERS = str.maketrans({"\x00": "", "↩": "", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
"""Letters that printers join are letters; the arrow behind a note leads back to its number."""
_MOST_PAGES = 2_000  # books have about 500


def drafts(source: Source) -> Iterator[Draft | Skipped]:
    try:
        from pypdf import PdfReader
    except ImportError:
        yield Skipped(source.where, missing("PDF", "pdf"))
        return
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns on stderr of what it mends in silence
    try:
        reader = PdfReader(source.opened())
        if reader.is_encrypted and not reader.decrypt(""):
            yield Skipped(source.where, "it is locked with a password")
            return
        if len(reader.pages) > _MOST_PAGES:
            yield Skipped(source.where, f"it has {len(reader.pages)} pages, and no more than {_MOST_PAGES} are read")
            return
        sheets = [_sheet(page) for page in reader.pages]
        named = reader.metadata.title if reader.metadata else None
    except Exception as error:  # a parser of others, on bytes of anybody: whatever it stumbles over is the file's fault
        yield Skipped(source.where, f"this is no PDF that can be read: {_said(error)}")
        return
    yield _draft(source, sheets, named)


def _draft(source: Source, sheets: list[Sheet], named: object) -> Draft | Skipped:
    text = written(sheets)
    if not text.strip():
        return Skipped(source.where, "there is no text in this PDF, only pictures of it; recognise its letters first (ocrmypdf does it)")
    return Draft(source.path, source.name, text, title=title_on(sheets, named if isinstance(named, str) else None))


def _said(error: Exception) -> str:
    words = " ".join(str(error).split())
    return (words[:1].lower() + words[1:100]) if words else type(error).__name__


def _sheet(page: Any) -> Sheet:
    """The lines of a page in the order in which they were drawn."""
    lines = list[Line]()

    def meets(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        words = text.translate(_LETTERS).strip("\n")
        if words.strip():
            x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
            lines.extend(Line(x, y, size * scale, part.strip()) for part in words.split("\n") if part.strip())

    page.extract_text(visitor_text=meets)
    box = page.cropbox
    return Sheet(float(box.width), float(box.height), tuple(lines))
