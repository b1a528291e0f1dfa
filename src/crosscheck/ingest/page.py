"""What does a web page say about its article, in its head and in the JSON-LD that it carries for search engines?

JSON-LD (schema.org) goes before Open Graph and the older names, because it says of what it speaks. A page of several articles says nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import field
from html import unescape

from crosscheck.ingest.dates import iso_date
from crosscheck.ingest.live import told
from crosscheck.ingest.tags import Piece, pieces
from crosscheck.values import dataclass

_ARTICLES: tuple[str, ...] = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "BlogPosting",
)
_ARTICLES += ("LiveBlogPosting", "Report", "TechArticle", "ScholarlyArticle", "Review", "ReviewNewsArticle", "SocialMediaPosting")
_METAS = {
    "title": ("og:title", "twitter:title", "dc.title", "citation_title", "headline"),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "citation_journal_title"),
    "author": ("author", "article:author", "dc.creator", "citation_author", "byl", "parsely-author", "sailthru.author"),
    "published": ("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "parsely-pub-date", "pubdate"),
    "modified": ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "lastmod"),
    "url": ("og:url",),
}
_DEEPEST = 6
_MOST = 2_000_000  # characters of a page's head and data that are looked at


@dataclass(frozen=True, slots=True)
class Page:
    """Not stated is None; `published` and `modified` in ISO 8601.

    `updates` is the text of a live blog's entries, each under its time. `is_free` is false where the page says that not everybody may read all of its
    article, and `counted` how many words that has.
    """

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    modified: str | None = None
    url: str | None = None
    updates: str | None = None
    is_free: bool | None = None
    counted: int | None = None


_STATED = ("title", "publisher", "author", "published", "modified", "url")


def page_of(markup: str) -> Page:
    head = _Head()
    head.read(markup[:_MOST])
    thing = _article(head.scripts)
    linked = _linked(thing) if thing else {}
    stated = {name: linked.get(name) or head.said(name) for name in _STATED}
    stated["title"] = stated["title"] or head.headline() or head.title
    stated["url"] = stated["url"] or head.canonical
    stated["published"] = stated["published"] or head.day()
    if stated["author"] and "://" in stated["author"]:
        stated["author"] = None
    for name in ("published", "modified"):
        stated[name] = iso_date(stated[name])
    if stated["url"] and not stated["url"].startswith(("http://", "https://")):
        stated["url"] = None
    thing = thing or {}
    return Page(**stated, updates=told(thing.get("liveBlogUpdate")), is_free=_is_free(thing), counted=_count(thing.get("wordCount")))


@dataclass(slots=True)
class _Head:
    """The metas, the title, the headlines and the scripts of JSON-LD."""

    metas: dict[str, str] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    canonical: str | None = None
    title: str | None = None
    headlines: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)

    def read(self, markup: str) -> None:
        is_linked, words = False, None
        for piece in pieces(markup):
            if piece.name:
                self._tag(piece)
                is_linked = piece.name == "script" and "ld+json" in piece.said.get("type", "").lower()
            elif piece.raw == "script" and is_linked:
                self.scripts.append(piece.words)
            elif piece.raw == "title":
                self.title = self.title or _line(piece.words)
            if piece.name == "h1":
                self.headlines += filter(None, [_line("".join(words or ()))])
                words = None if piece.ends else list[str]()
            elif words is not None and not piece.raw:
                words.append(piece.words)

    def _tag(self, piece: Piece) -> None:
        if piece.name == "meta":
            name = piece.said.get("property") or piece.said.get("name") or piece.said.get("itemprop") or ""
            self.metas.setdefault(name.lower(), _line(piece.said.get("content", "")) or "")
        elif piece.name == "time" and piece.said.get("datetime"):
            self.metas.setdefault(piece.said.get("itemprop", "").lower(), piece.said["datetime"])
            self.times.append(piece.said["datetime"])
        elif piece.name == "link" and "canonical" in piece.said.get("rel", "").lower():
            self.canonical = self.canonical or piece.said.get("href", "").strip() or None

    def said(self, field: str) -> str | None:
        return next((self.metas[name] for name in _METAS.get(field, ()) if self.metas.get(name)), None)

    def day(self) -> str | None:
        """The one day that the page marks as a time: of several nobody knows whose they are."""
        days = {(iso_date(time.strip()) or "")[:10] for time in self.times}
        return self.times[0].strip() if len(days) == 1 else None

    def headline(self) -> str | None:
        """The only <h1>: several are a page's name and its articles'."""
        return self.headlines[0] if len(self.headlines) == 1 else None


def _line(words: str) -> str | None:
    return " ".join(words.split()) or None


def _article(scripts: list[str]) -> Mapping[str, object] | None:
    """What the linked data says of the one article that it speaks of; None where there are several, as on a front page."""
    found = [thing for script in scripts for thing in _things(_loaded(script)) if set(_types(thing)) & set(_ARTICLES)]
    said = {str(thing.get("headline") or thing.get("@id")) for thing in found}
    return max(found, key=len) if len(said) == 1 else None


def _linked(thing: Mapping[str, object]) -> dict[str, str | None]:
    return {
        "title": _name(thing.get("headline")),
        "publisher": _name(thing.get("publisher")),
        "author": _name(thing.get("author")),
        "published": _name(thing.get("datePublished")),
        "modified": _name(thing.get("dateModified")),
    }


def _is_free(thing: Mapping[str, object]) -> bool | None:
    """ "isAccessibleForFree", of the article or of a part of it: true, false, or either as a word."""
    parts = thing.get("hasPart")
    said = [thing, *(parts if isinstance(parts, list) else [parts])]
    found = {str(one["isAccessibleForFree"]).rpartition("/")[2].lower() for one in said if isinstance(one, dict) and "isAccessibleForFree" in one}
    return False if "false" in found else True if "true" in found else None


def _count(said: object) -> int | None:
    return int(said) if isinstance(said, int | str) and str(said).isascii() and str(said).isdigit() and len(str(said)) < 7 else None


def _loaded(script: str) -> object:
    try:
        value: object = json.loads(script.strip(), strict=False)
    except (ValueError, RecursionError):
        return None
    return value


def _things(value: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """Every object that may be the page's article: at the top, in a list, in a graph, or what the page is said to be about."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _things(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(value.get(name), depth + 1)


def _types(thing: Mapping[str, object]) -> list[str]:
    said = thing.get("@type")
    return [str(one).rpartition("/")[2] for one in (said if isinstance(said, list) else [said])]


def _name(value: object) -> str | None:
    """ "Jane Doe", {"name": "Jane Doe"}, or a list of such."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value[:10]))) or None
    if isinstance(value, dict):
        value = value.get("name")
    return _line(unescape(value)) if isinstance(value, str) else None
