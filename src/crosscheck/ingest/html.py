"""Which article is in a web page? The one that trafilatura finds in it, under its headline; what the page says of itself is metadata.

When an article was put up and when its page was changed are two things, and pages name both: `published` is the first, `modified` the second.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from crosscheck.ingest.addresses import publisher_of
from crosscheck.ingest.decode import named
from crosscheck.ingest.draft import MEGABYTE, Draft, Source, too_long
from crosscheck.ingest.extras import missing
from crosscheck.ingest.live import all_shown, best, is_live, with_stamps
from crosscheck.ingest.markup import shown
from crosscheck.ingest.page import Page, page_of
from crosscheck.ingest.page_text import notice_in, plain_lines, without_counters, without_footnotes
from crosscheck.ingest.paywall import REASON, is_kept_back
from crosscheck.ingest.text import NO_TEXT
from crosscheck.model.article import Skipped

_DATES = {"extensive_search": False, "original_date": True}  # spares a search whose finds are not used: it takes "since 2012" for a page's day
_BLOCKS = ("<p", "<div", "<br", "<li", "<td", "<span")
_MOST_BLOCKS = 4_000  # elements of a page; of more its second opinions (jusText) take ever longer for each, and no article has so many
_MOST_TAGS = 50_000  # a page of news has some thousand; a megabyte of "<br>" kept trafilatura busy for minutes
_MARKS = 4  # times as long as its article may a page be
_CHARSET_WITHIN = 1024  # bytes in which a page must name its encoding


def drafts(source: Source) -> Iterator[Draft | Skipped]:
    limit = source.limits.article_mb
    if len(source.data) > limit * MEGABYTE * _MARKS:
        yield Skipped(source.where, too_long(len(source.data), limit, "article_mb"))
        return
    markup = _markup(source)
    if markup is None:
        yield Skipped(source.where, NO_TEXT)
        return
    markup = without_footnotes(markup)
    try:
        found = _extracted(markup)
    except ImportError:
        yield Skipped(source.where, missing("web pages", "web"))
        return
    page = page_of(markup)
    body = _live(markup, page) or without_counters((found and found.text) or shown(markup))
    why = notice_in(body, page.title) if body else "there is no article in this page"
    partial = REASON if is_kept_back(body, markup, page.is_free, page.counted) else None
    yield Skipped(source.where, why) if why else _draft(source, page, found, body, partial)


def _live(markup: str, page: Page) -> str | None:
    """The text of a live blog with the time of each entry above it; None for any other page."""
    if not is_live(markup):
        return None
    stamped = with_stamps(markup)
    found = _extracted(stamped)
    return best((found and found.text, page.updates, all_shown(stamped)), page.published)


def _extracted(markup: str) -> Any:
    """trafilatura's document; None where it finds none, and of what has more tags than any article. Raises: ImportError."""
    from trafilatura import bare_extraction

    if markup.count("<") > _MOST_TAGS:
        return None

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)  # they speak on stderr of what they mend or leave
    plain = sum(map(markup.count, _BLOCKS)) > _MOST_BLOCKS
    try:
        return bare_extraction(markup, fast=plain, include_comments=False, favor_recall=True, with_metadata=True, date_extraction_params=_DATES)
    except Exception:  # a parser of others, on pages of anybody: what is shown is read without it
        return None


def _draft(source: Source, page: Page, found: Any, body: str, partial: str | None) -> Draft:
    title = page.title or (found and found.title) or None
    url = page.url or source.stated.get("url")
    return Draft(
        source.path,
        source.name,
        _with_headline(title, plain_lines(body)),
        title=title,
        publisher=page.publisher or (publisher_of(url) if url else None),
        author=page.author or (found and found.author) or None,
        published=page.published,
        url=url,
        modified=page.modified if page.modified != page.published else None,
        partial=partial,
    )


def _with_headline(title: str | None, body: str) -> str:
    """A headline is part of what a page states; where the body repeats it, it stands there."""
    return body if not title or body[: len(title) + 40].find(title) >= 0 else f"{title}\n{body}"


def _markup(source: Source) -> str | None:
    """The characters: what its sender names, or else the page, where its bytes are of that encoding, or what they look like."""
    head = source.data[:_CHARSET_WITHIN].lower()
    at = head.find(b"charset=")
    said = head[at + 8 :].lstrip(b"\"' ")[:40] if at >= 0 else b""
    name = said[: next((n for n, byte in enumerate(said) if byte in b"\"'/> ;"), len(said))].decode("ascii", "ignore")
    said_by_page = named(source.data, name) if name and not source.charset else None
    return said_by_page or source.text
