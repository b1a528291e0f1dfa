"""What must hold of every part of crosscheck that takes bytes from strangers, whatever the bytes are?

A target takes bytes and raises when something is wrong: an exception that its part does not promise, a span that cuts out other words, a text that
cannot be written. `TARGETS` lists them; `tools/fuzz/__main__.py` feeds them, and so does tests/test_corpus.py with what once failed.
"""

from __future__ import annotations

import json
import tempfile
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

from crosscheck.errors import BadReport, BadSettings
from crosscheck.extract.boilerplate import boilerplate_in
from crosscheck.extract.names import same_name
from crosscheck.extract.quantity import numbers_in
from crosscheck.extract.time_grammar import expressions_in
from crosscheck.ingest.dates import iso_date
from crosscheck.ingest.decode import decoded
from crosscheck.ingest.entries import entries_in
from crosscheck.ingest.kinds import READERS
from crosscheck.ingest.live import all_shown, with_stamps
from crosscheck.ingest.metadata import header_of
from crosscheck.ingest.paywall import breaks_off
from crosscheck.ingest.read import read
from crosscheck.judge.checks import checks_in
from crosscheck.language.sentences import split
from crosscheck.language.words import words
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract
from crosscheck.model.codec import inspection_to_json
from crosscheck.model.packing import packed, unpacked
from crosscheck.pipeline import claims_in, compared
from crosscheck.report import Look, format_named
from crosscheck.saved.load import loaded
from crosscheck.settings import Settings, settings_for

_TURNING = ("RLO", "LRO", "RLE", "LRE", "RLI", "LRI", "PDF")  # the report itself sets words from right to left apart by FSI and PDI

Target = Callable[[bytes], None]


def text_of(data: bytes) -> str:
    """Characters of all planes, half surrogates too, as JSON may bring them before they are mended."""
    return data.decode("utf-8", "replace")


def decoding(data: bytes) -> None:
    text = decoded(data)
    assert text is None or text.encode("utf-8") is not None


def reading(suffix: str) -> Target:
    """Every article of the file has a text that can be written, and everything else is a reason on one line."""

    def target(data: bytes) -> None:
        path = _folder() / f"input{suffix}"
        path.write_bytes(data)
        found = read([str(path)], Settings())
        assert found.articles or found.skipped
        assert all(one.text.strip() and one.text.encode("utf-8") and "\x00" not in one.text for one in found.articles)
        assert all(one.reason and "\n" not in one.reason for one in found.skipped)
        json.dumps([(one.id, one.title, one.published) for one in found.articles]).encode("ascii")

    return target


def inside(suffix: str, name: str) -> Target:
    """The same of one file inside an archive, whose checksums would keep changed bytes from ever being read."""
    read_it = reading(suffix)

    def target(data: bytes) -> None:
        packed_up = BytesIO()
        with ZipFile(packed_up, "w") as archive:
            archive.writestr(name, data)
        read_it(packed_up.getvalue())

    return target


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="crosscheck-fuzz-"))


def sentences(data: bytes) -> None:
    text = text_of(data)
    ends = 0
    for span in split(text):
        assert ends <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        ends = span.end
        last = span.start
        for first, end in words(text, span.start, span.end):
            assert last <= first < end <= span.end
            last = end


def head(data: bytes) -> None:
    text = text_of(data)
    found = header_of(text)
    assert 0 <= found.end <= len(text)
    assert all(0 <= span.start <= span.end <= len(text) for span in (*found.skip, *boilerplate_in(text, None)))


def entries(data: bytes) -> None:
    """Entries follow each other, whether they stand in a text or in a page."""
    text = text_of(data)
    for look in (text, with_stamps(text), all_shown(text)):
        found = entries_in(look, "2024-05-11")
        assert sorted(entry.order for entry in found) == list(range(len(found)))
        assert all(one.span.end == other.span.start and one.stamp.end <= one.span.end for one, other in pairwise(found))
    breaks_off(text)


def dates(data: bytes) -> None:
    written = iso_date(text_of(data))
    assert written is None or iso_date(written) == written


def quantities(data: bytes) -> None:
    text = text_of(data)
    for quantity in numbers_in(text):
        assert text[quantity.span.start : quantity.span.end] == quantity.text
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        assert quantity.value is None or quantity.value == quantity.value  # never NaN


def times(data: bytes) -> None:
    text = text_of(data)
    for expression in expressions_in(text):
        assert 0 <= expression.start < expression.end <= len(text)


def names(data: bytes) -> None:
    left, _, right = text_of(data).partition("\n")
    for kind in ("PER", "ORG", "LOC", "MISC"):
        assert same_name(left, right, kind) == same_name(right, left, kind)
        assert same_name(left, left, kind)


def extract(data: bytes) -> None:
    """All steps of one article, from its head to what is printed of it."""
    text = text_of(data)
    if not any(map(str.isalpha, text)):
        return
    article = Article("a", text, "0" * 64, published="2024-05-05")
    found = claims_in(article)
    assert unpacked(Extract, packed(found)) == found
    json.dumps(inspection_to_json(article, found), allow_nan=False)
    for claim in found.claims:
        assert text[claim.span.start : claim.span.end] == claim.text
    assert all(text[check.span.start : check.span.end] == check.text for check in checks_in(article, found))


def report(data: bytes) -> None:
    """Two articles, the bytes cut in half, compared and shown in every format."""
    texts = text_of(data).partition("\n\n")
    articles = [Article(name, text, name * 64, title=text[:40] or None) for name, text in zip("ab", texts[::2], strict=True) if text.strip()]
    found = compared(articles, {article.id: claims_in(article) for article in articles})
    for name in ("text", "json", "jsonl", "csv", "markdown", "html"):
        shown = format_named(name).compare(found, Look())
        assert shown.encode("utf-8")
        if name == "text":
            assert not _moving(shown), "marks that move a terminal's cursor or turn its line round reach it"


def _moving(shown: str) -> set[str]:
    return {mark for mark in shown if mark != "\n" and (unicodedata.category(mark) == "Cc" or unicodedata.bidirectional(mark) in _TURNING)}


def kept(data: bytes) -> None:
    """A line of the cache that somebody changed is read or refused, as the cache expects it."""
    with suppress(ValueError, TypeError, LookupError):
        unpacked(Extract, text_of(data))


def saved(data: bytes) -> None:
    with suppress(BadReport):
        loaded(text_of(data), "report.json")


def settings(data: bytes) -> None:
    path = _folder() / "crosscheck.toml"
    path.write_bytes(data)
    with suppress(BadSettings):
        settings_for(_folder(), path)


TARGETS: dict[str, Target] = {
    "decoding": decoding,
    **{f"read{suffix}": reading(suffix) for suffix in READERS},
    "inside.docx": inside(".docx", "word/document.xml"),
    "inside.odt": inside(".odt", "content.xml"),
    "inside.zip": inside(".zip", "../../page.html"),
    "head": head,
    "dates": dates,
    "entries": entries,
    "sentences": sentences,
    "quantities": quantities,
    "times": times,
    "names": names,
    "kept": kept,
    "saved": saved,
    "settings": settings,
    "extract": extract,
    "report": report,
}

SLOW = ("extract", "report")
"""Those that load the networks: some hundred runs a second where the others make thousands."""
