"""Which article is in a mail? The text that its sender wrote, or else what its HTML shows; the subject is the title, the sender the author.

A mail that is forwarded, whether in the text or attached, is an article of its own: its date is what its "yesterday" counts from. Attachments are
files of their own and are read as such.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import cast

from crosscheck.ingest.dates import iso_date
from crosscheck.ingest.decode import decoded, named, whole_characters
from crosscheck.ingest.draft import Draft, Source, Stated
from crosscheck.ingest.lexicon import listed
from crosscheck.ingest.markup import shown
from crosscheck.model.article import Skipped

_STUB = 5  # times as long as the plain text is the HTML of a mail whose plain text says no more than "read this in a browser"
_HEADS = {"from": "author", "date": "published", "sent": "published", "subject": "title", "to": "", "cc": "", "reply-to": ""}
_FEWEST_HEADS = 2


def drafts(source: Source) -> Iterator[Draft | Skipped | Source]:
    from email import message_from_bytes, policy

    try:
        mail = message_from_bytes(source.data.removeprefix(b"\xef\xbb\xbf"), policy=policy.default)
        text, stated = _text(mail), _stated(mail)
        attached = list(_attached(mail))
    except Exception as error:  # the standard library raises many kinds on heads that break the rules
        yield Skipped(source.where, f"this is no mail that can be read: {type(error).__name__}")
        return
    note, forwarded = _parted(text)
    if note.strip() or not (attached or forwarded):
        yield Draft(source.path, source.name, note, **stated)
    if forwarded:
        yield _forwarded(forwarded, source, stated)
    for name, data in attached:
        yield replace(source, path=f"{source.path}/{name}", data=data, id=None, place=None, kind=".eml" if name == _MAIL else None)


def _text(mail: EmailMessage) -> str:
    plain, html = (_words(cast("EmailMessage | None", mail.get_body((kind,)))) for kind in ("plain", "html"))
    return html if len(html) > _STUB * len(plain) else plain


def _words(part: EmailMessage | None) -> str:
    if part is None:
        return ""
    text = _decoded(_bytes(part), part.get_content_charset())
    return shown(text) if part.get_content_subtype() == "html" else _unwrapped(text, part.get_param("format") == "flowed")


def _bytes(part: EmailMessage) -> bytes:
    """What the part holds; of one that was cut off in the midst of its base64, what came."""
    data, raw = part.get_payload(decode=True), part.get_payload()
    letters = "".join(raw.split()) if isinstance(raw, str) else ""
    if not isinstance(data, bytes) or not letters or data != letters.encode("ascii", "replace"):
        return data if isinstance(data, bytes) else b""
    try:
        return b64decode(letters[: len(letters) // 4 * 4]) if str(part["content-transfer-encoding"]).strip().lower() == "base64" else data
    except ValueError:
        return data


def _decoded(data: bytes, charset: str | None) -> str:
    return (named(data, charset) if charset else None) or decoded(data) or data.decode("latin-1")


def _unwrapped(text: str, flowed: bool) -> str:
    """RFC 3676: where the sender says so, a blank at the end of a line means that it goes on. What stands below "-- " is a signature."""
    text = text.replace("\r\n", "\n").partition("\n-- \n")[0]
    lines = text.split("\n")
    return "".join(line if flowed and line.endswith(" ") else f"{line}\n" for line in lines).rstrip("\n")


# what was forwarded in the text


def _parted(text: str) -> tuple[str, tuple[str, ...]]:
    """What the sender wrote, and the lines of the mail that is forwarded below it, from its head on; none where none is."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if "_".join(line.strip(" -_*>:").casefold().split()) in listed("mails", "forwarded"):
            below = tuple(lines[at + 1 :])
            return ("\n".join(lines[:at]), below) if len(_head_of(below)[0]) >= _FEWEST_HEADS else (text, ())
    return text, ()


def _head_of(lines: tuple[str, ...]) -> tuple[dict[str, str], int]:
    """The head of a forwarded mail as it is written out, and the line where its text begins."""
    found = dict[str, str]()
    for at, line in enumerate(lines):
        key, colon, value = line.strip(" *>").partition(":")
        if colon and key.strip(" *").casefold() in _HEADS:
            found[key.strip(" *").casefold()] = value.strip(" *")
        elif line.strip(" >"):
            return found, at
    return found, len(lines)


def _forwarded(lines: tuple[str, ...], source: Source, stated: Stated) -> Draft:
    """The forwarded mail, of the day that its head names: where it names none that can be read, its day is not known."""
    head, start = _head_of(lines)
    told = {_HEADS[key]: value for key, value in head.items() if _HEADS[key]}
    day = told.pop("published", "").replace(" at ", " ")
    own = {key: value for key, value in (told | {"author": _name(told.get("author", "")), "published": iso_date(day) or _day(day)}).items() if value}
    title = {"title": stated["title"]} if "title" in stated else {}
    place = f"{source.where}/forwarded"
    return Draft(source.path, f"{source.name}-forwarded", "\n".join(lines[start:]), place=place, **cast(Stated, title | own))


def _name(sender: str) -> str:
    """ "Ana Pires <ana@coast.example>", or the name alone, as some programs write it."""
    return parseaddr(sender)[0] or (sender if "@" not in sender else "")


# what the mail says of itself


def _stated(mail: EmailMessage) -> Stated:
    name, _ = parseaddr(_head(mail, "from"))
    stated = {"title": _subject(_head(mail, "subject")), "author": name, "published": _day(_head(mail, "date"))}
    return cast(Stated, {key: value for key, value in stated.items() if value})


def _subject(words: str) -> str:
    """Without "Fwd:" and "Re:", which are no words of a title."""
    first, colon, rest = words.partition(":")
    while colon and first.strip().casefold() in listed("mails", "answers"):
        words = rest.strip()
        first, colon, rest = words.partition(":")
    return words


def _head(mail: EmailMessage, name: str) -> str:
    return " ".join(whole_characters(str(mail.get(name) or "")).split())


def _day(written: str) -> str | None:
    try:
        return parsedate_to_datetime(written).isoformat() if written else None
    except (ValueError, TypeError, OverflowError):
        return None


# attachments


_MAIL = "forwarded.eml"


def _attached(mail: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for part in mail.iter_attachments() if mail.is_multipart() else ():
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload()
            yield from ((_MAIL, one.as_bytes()) for one in (inner if isinstance(inner, list) else ()) if isinstance(one, EmailMessage))
            continue
        data = _bytes(part)
        name = (part.get_filename() or "").replace("\\", "/").rpartition("/")[2]
        if name and data:
            yield whole_characters(name), data
