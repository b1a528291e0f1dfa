"""Which article is in a text file? The file itself, as given."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.ingest.draft import Draft, Source
from crosscheck.model.article import Skipped

NO_TEXT = "this is no text: it holds bytes that no encoding explains; save it as text in UTF-8"


def drafts(source: Source) -> Iterator[Draft | Skipped]:
    text = source.text
    yield Skipped(source.where, NO_TEXT) if text is None else Draft(source.path, source.name, text)
