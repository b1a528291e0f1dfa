"""Which article is in a mail? The text that its sender wrote, or else what its HTML shows; the subject is the title, the sender the author.

What is quoted of an earlier mail stays: it may be the article. Attachments are files of their own and are read as such.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import cast

from crosscheck.ingest.decode import decoded, whole_characters
from crosscheck.ingest.draft import Draft, Source, Stated
from crosscheck.ingest.markup import shown
from crosscheck.model.article import Skipped

_DEEPEST = 4  # attachments that are mails with attachments


def drafts(source: Source) -> Iterator[Draft | Skipped | Source]:
    from email import message_from_bytes, policy

    try:
        mail = message_from_bytes(source.data, policy=policy.default)
        text, stated = _text(mail), _stated(mail)
        attached = list(_attached(mail))
    except Exception as error:  # the standard library raises many kinds on heads that break the rules
        yield Skipped(source.where, f"this is no mail that can be read: {type(error).__name__}")
        return
    if text.strip() or not attached:
        yield Draft(source.path, source.name, text, **stated)
    for name, data in attached:
        yield replace(source, path=f"{source.path}/{name}", data=data, id=None, place=None, kind=None)


def _text(mail: EmailMessage) -> str:
    part = mail.get_body(("plain", "html"))
    if part is None:
        return ""
    data = part.get_payload(decode=True)
    text = _decoded(data if isinstance(data, bytes) else b"", part.get_content_charset())
    return shown(text) if part.get_content_subtype() == "html" else _unwrapped(text, part.get_param("format") == "flowed")


def _decoded(data: bytes, charset: str | None) -> str:
    try:
        return data.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decoded(data) or data.decode("latin-1")


def _unwrapped(text: str, flowed: bool) -> str:
    """RFC 3676: where the sender says so, a blank at the end of a line means that it goes on."""
    text = text.replace("\r\n", "\n")
    lines = text.split("\n")
    return "".join(line if flowed and line.endswith(" ") and line != "-- " else f"{line}\n" for line in lines).rstrip("\n")


def _stated(mail: EmailMessage) -> Stated:
    name, _ = parseaddr(_head(mail, "from"))
    stated = {"title": _head(mail, "subject"), "author": name, "published": _day(_head(mail, "date"))}
    return cast(Stated, {key: value for key, value in stated.items() if value})


def _head(mail: EmailMessage, name: str) -> str:
    return " ".join(whole_characters(str(mail.get(name) or "")).split())


def _day(written: str) -> str | None:
    try:
        return parsedate_to_datetime(written).isoformat() if written else None
    except (ValueError, TypeError, OverflowError):
        return None


def _attached(mail: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for part in mail.iter_attachments() if mail.is_multipart() else ():
        data = part.get_payload(decode=True)
        name = (part.get_filename() or "").replace("\\", "/").rpartition("/")[2]
        if name and isinstance(data, bytes) and data:
            yield whole_characters(name), data
