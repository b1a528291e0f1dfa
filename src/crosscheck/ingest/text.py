"""Which article is in a text file? The file itself, as given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from crosscheck.ingest.decode import decoded, whole_characters
from crosscheck.ingest.draft import Draft, Source
from crosscheck.model.article import Skipped

NO_TEXT = "this is no text: it holds bytes that no encoding explains; save it as text in UTF-8"


def drafts(source: Source) -> Iterator[Draft | Skipped]:
    text = decoded(source.data)
    yield Skipped(source.path, NO_TEXT) if text is None else Draft(source.path, stem(source.path), text)


def stem(path: str) -> str:
    """The id of what is alone in its file: the file's name without its suffix."""
    return "stdin" if path == "-" else whole_characters(Path(path).stem or path)
