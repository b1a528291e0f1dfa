"""Which page is in a file that a browser saved as one (.mhtml)? The first of its parts that is a page; the others are what the page is made of.

It is packed like a mail (RFC 2557), but its date is the day on which it was saved, and says nothing of the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from email.message import Message
from email.utils import parsedate_to_datetime
from hashlib import sha256

from crosscheck.ingest.decode import whole_characters
from crosscheck.ingest.draft import Source, Stated
from crosscheck.model.article import Fetched, Skipped

_PAGES = ("text/html", "application/xhtml+xml")
_WEB = ("http://", "https://")


def drafts(source: Source) -> Iterator[Skipped | Source]:
    from email import message_from_bytes, policy

    try:
        saved = message_from_bytes(source.data, policy=policy.default)
        page = next((part for part in saved.walk() if part.get_content_type() in _PAGES), None)
        data = page.get_payload(decode=True) if page else None
        address = _address(saved, page) if page else None
        day = _day(str(saved.get("Date") or ""))
    except Exception as error:  # the standard library raises many kinds on heads that break the rules
        yield Skipped(source.where, f"this is no saved page that can be read: {type(error).__name__}")
        return
    if page is None or not isinstance(data, bytes):
        yield Skipped(source.where, "there is no page in it")
        return
    known = replace(source, data=data, kind=".html", charset=page.get_content_charset())
    if address:
        known = replace(known, stated=Stated(url=address), fetched=Fetched(address, day, sha256(data).hexdigest()))
    yield known


def _address(saved: Message, page: Message) -> str | None:
    """Where the page stood on the web, as browsers note it down."""
    told = (str(saved.get("Snapshot-Content-Location") or ""), str(page.get("Content-Location") or ""))
    return next((whole_characters("".join(one.split())) for one in told if one.startswith(_WEB)), None)


def _day(written: str) -> str | None:
    try:
        return parsedate_to_datetime(written).astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
