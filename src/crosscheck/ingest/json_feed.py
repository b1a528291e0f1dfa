"""Which articles are in a JSON Feed (jsonfeed.org, 1 and 1.1)? Its items, with what each carries of its article."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.ingest.dates import iso_date
from crosscheck.ingest.decode import whole_characters
from crosscheck.ingest.draft import Draft, Source, called_after
from crosscheck.model.article import Skipped

Fields = dict[str, object]


def drafts(feed: Fields, source: Source) -> Iterator[Draft | Skipped]:
    """An article an item."""
    items = feed.get("items")
    many = items if isinstance(items, list) else []
    for number, item in enumerate(many, 1):
        yield _draft(item, f"{source.path}:{number}", feed, source)
    if not many:
        yield Skipped(source.where, "there is no entry in this feed")


def _draft(item: object, place: str, feed: Fields, source: Source) -> Draft | Skipped:
    if not isinstance(item, dict):
        return Skipped(place, "this entry has neither a title nor a text")
    title, body = _said(item, "title"), _body(item)
    text = "\n".join(filter(None, (title if title and not body.startswith(title) else None, body)))
    if not text:
        return Skipped(place, "this entry has neither a title nor a text")
    url, published, modified = _said(item, "url"), iso_date(item.get("date_published")), iso_date(item.get("date_modified"))
    return Draft(
        source.path,
        (called_after(url) if url else None) or f"{source.name}-{place.rpartition(':')[2]}",
        text,
        title=title,
        publisher=_said(feed, "title"),
        author=_author(item) or _author(feed),
        published=published or modified,
        url=url,
        place=place,
        modified=modified if published and modified != published else None,
    )


def _body(item: Fields) -> str:
    """What the item says in plain text, or what its HTML shows, or else its summary."""
    from crosscheck.ingest.markup import shown

    plain, html, summary = (item.get(name) for name in ("content_text", "content_html", "summary"))
    if isinstance(plain, str) and plain.strip():
        return whole_characters(plain)
    words = shown(html) if isinstance(html, str) and html.strip() else ""
    return whole_characters(words or (summary if isinstance(summary, str) else ""))


def _author(fields: Fields) -> str | None:
    """The first of "authors", or "author" as version 1 has it."""
    many = fields.get("authors")
    first = many[0] if isinstance(many, list) and many else fields.get("author")
    return _said(first, "name") if isinstance(first, dict) else None


def _said(fields: Fields, name: str) -> str | None:
    value = fields.get(name)
    return whole_characters(" ".join(value.split())) or None if isinstance(value, str) else None
