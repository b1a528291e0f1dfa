"""Which article is in an RTF file? Its text, with its marks taken off by striprtf."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.ingest.draft import Draft, Source
from crosscheck.ingest.extras import missing
from crosscheck.ingest.page_text import without_bullet
from crosscheck.model.article import Skipped


def drafts(source: Source) -> Iterator[Draft | Skipped]:
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError:
        yield Skipped(source.where, missing("RTF", "rtf"))
        return
    try:
        text: str = rtf_to_text(source.data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]  # it has no types
    except Exception as error:  # a parser of others, on bytes of anybody: whatever it stumbles over is the file's fault
        yield Skipped(source.where, f"this is no RTF that can be read: {type(error).__name__}")
        return
    lines = map(_line, text.replace("\x00", "").replace("\n|", "|").split("\n"))
    yield Draft(source.path, source.name, "\n".join(line for line in lines if line))


def _line(line: str) -> str:
    """striprtf ends each cell of a table with a bar; as in other kinds of file a tab stands between them."""
    line = line.strip()
    return "\t".join(cell.strip() for cell in line[:-1].split("|") if cell.strip()) if line.endswith("|") else without_bullet(line)
