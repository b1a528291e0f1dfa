"""Which articles are in a feed? Its entries, in RSS (0.9 to 2.0, RDF) and Atom: what each carries of its article, often only a summary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from html import escape
from html.entities import html5
from xml.etree.ElementTree import Element, tostring

from crosscheck.ingest.bounded import Unpackable, local, xml_of
from crosscheck.ingest.dates import iso_date
from crosscheck.ingest.decode import decoded, named
from crosscheck.ingest.draft import Draft, Source, called_after
from crosscheck.ingest.markup import shown
from crosscheck.model.article import Skipped

_BODIES = ("encoded", "content", "description", "summary")  # the fullest first
_AMPERSAND = re.compile(r"&(#\d{1,7};|#x[0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,30};)?")
_ENCODING = re.compile(rb"<\?xml[^>]{0,99}encoding=[\"']([\w.-]{1,40})")
_DAYS = ("pubDate", "published", "date", "issued", "updated")


def drafts(source: Source) -> Iterator[Draft | Skipped]:
    try:
        root = _root(source.data.lstrip())
    except Unpackable as error:
        yield Skipped(source.where, f"this is no feed that can be read: {error}")
        return
    if local(root) not in ("rss", "feed", "RDF"):
        yield Skipped(source.where, f"this XML is no feed: its root is <{local(root)[:40]}>")
        return
    channel = next((child for child in root if local(child) == "channel"), root)
    entries = [element for element in (*root, *channel) if local(element) in ("item", "entry")]
    publisher = _said(channel, "title")
    for number, entry in enumerate(dict.fromkeys(entries), 1):
        yield _draft(entry, f"{source.path}:{number}", publisher, source)
    if not entries:
        yield Skipped(source.where, "there is no entry in this feed")


def _root(data: bytes) -> Element:
    """The feed, if need be mended: some write "AT&T" and "&nbsp;" as in HTML, or leave a control character in. Raises: Unpackable."""
    try:
        return xml_of(data)
    except Unpackable:
        said = _ENCODING.match(data)
        text = (named(data, said[1].decode("ascii")) if said else None) or decoded(data)
        if text is None or "<!ENTITY" in text:
            raise
        return xml_of(_mended(text).encode())


def _mended(text: str) -> str:
    """Without its declaration, whose encoding it is not in any more; what stands in CDATA is no XML and stays."""
    start = text.find("?>") + 2 if text.startswith("<?xml") else 0
    pieces = text[start:].split("<![CDATA[")
    parts = (piece.partition("]]>") for piece in pieces[1:])
    mended = (f"<![CDATA[{inside}{end}{_AMPERSAND.sub(_letter, after)}" for inside, end, after in parts)
    whole = "".join((_AMPERSAND.sub(_letter, pieces[0]), *mended))
    return "".join(mark for mark in whole if mark >= " " or mark in "\t\n\r")


def _letter(found: re.Match[str]) -> str:
    """ "&nbsp;" as its letter; "&amp;" and "&#8212;" as they stand; an "&" alone as "&amp;"."""
    said = found[1]
    if not said:
        return "&amp;"
    return found[0] if said[0] == "#" or said in ("amp;", "lt;", "gt;", "quot;", "apos;") else escape(html5.get(said, found[0]))


def _draft(entry: Element, place: str, publisher: str | None, source: Source) -> Draft | Skipped:
    title, url = _said(entry, "title"), _address(entry)
    body = next(filter(None, (_shown(child) for name in _BODIES for child in entry if local(child) == name)), "")
    text = "\n".join(filter(None, (title if title and not body.startswith(title) else None, body)))
    if not text:
        return Skipped(place, "this entry has neither a title nor a text")
    called = (called_after(url) if url else None) or f"{source.name}-{place.rpartition(':')[2]}"
    days = {name: _day(said) for name in (*_DAYS, "modified") if (said := _said(entry, name))}
    published = next((days[name] for name in _DAYS if days.get(name)), None)
    modified = days.get("updated") or days.get("modified")
    return Draft(
        source.path,
        called,
        text,
        title=title,
        publisher=publisher,
        author=_author(entry),
        published=published,
        url=url,
        place=place,
        modified=modified if modified != published else None,
    )


def _said(element: Element, name: str) -> str | None:
    """The words of the first child of this name; Media RSS has a <title> of its own for pictures."""
    found = next((child for child in element if local(child) == name and "search.yahoo.com/mrss" not in child.tag), None)
    words = " ".join("".join(found.itertext()).split()) if found is not None else ""
    return " ".join(shown(words).split()) or None if "<" in words or "&" in words else words or None


def _shown(element: Element) -> str:
    """What an element shows, whether its HTML stands in it as elements or as escaped text."""
    if "search.yahoo.com/mrss" in element.tag:
        return ""
    inside = "".join(tostring(child, "unicode") for child in element) if len(element) else ""
    words = shown(_plain(inside) if inside else element.text or "")
    return shown(words) if "</" in words else words  # some escape their HTML twice


def _plain(markup: str) -> str:
    """ElementTree writes <html:p>, which HTML knows as no paragraph."""
    return markup.replace("<html:", "<").replace("</html:", "</")


def _address(entry: Element) -> str | None:
    links = [child for child in entry if local(child) == "link"]
    said = [child.get("href") or (child.text or "").strip() for child in links if child.get("rel", "alternate") == "alternate"]
    guid = _said(entry, "guid") or _said(entry, "id") or ""
    return next((one for one in (*said, guid) if one.startswith(("http://", "https://"))), None)


def _author(entry: Element) -> str | None:
    """Dublin Core's creator, Atom's author with a name, or RSS' "desk@example.org (Jane Doe)"."""
    found = next((child for child in entry if local(child) in ("creator", "author")), None)
    if found is None:
        return None
    words = _said(found, "name") or " ".join("".join(found.itertext()).split())
    inside = words[words.find("(") + 1 : -1] if words.endswith(")") and "@" in words.partition("(")[0] else words
    return inside if inside and "@" not in inside else None


def _day(written: str) -> str | None:
    try:
        return iso_date(written) or parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
