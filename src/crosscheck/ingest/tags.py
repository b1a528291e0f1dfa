"""Which tags and words does a piece of HTML consist of?

Read once from left to right, whatever is broken in it: the standard library's parser takes hours for a megabyte of `<a href="`. Where
a tag, a comment or a script never ends, all that follows is inside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from html import unescape

from crosscheck.values import dataclass

_RAW = frozenset({"script", "style", "textarea", "title", "template", "noscript", "iframe", "xmp"})
"""Elements in which a "<" is a letter, or in which nothing is shown."""
_BLANKS = " \t\r\n\f"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, or the tag `name` with what it says; `ends` for </name>. `raw` is the name of the element whose content the words are."""

    words: str = ""
    name: str = ""
    said: Mapping[str, str] = field(default_factory=dict)
    ends: bool = False
    raw: str = ""


def pieces(markup: str) -> Iterator[Piece]:
    lower, at = markup.lower(), 0
    if len(lower) != len(markup):  # "İ" in lower case is two characters
        lower = "".join(mark.lower() if mark.isascii() else mark for mark in markup)
    while at < len(markup):
        start = markup.find("<", at)
        start = len(markup) if start < 0 else start
        if start > at:
            yield Piece(unescape(markup[at:start]))
        if start == len(markup):
            return
        at, piece = _tag(markup, lower, start)
        if piece:
            yield piece
        if piece and piece.name in _RAW and not piece.ends:
            end = lower.find(f"</{piece.name}", at)
            end = len(markup) if end < 0 else end
            yield Piece(unescape(markup[at:end]) if piece.name in ("title", "textarea") else markup[at:end], raw=piece.name)
            at = end


def _tag(markup: str, lower: str, start: int) -> tuple[int, Piece | None]:
    """Where the markup goes on after the "<" at `start`, and what it was; None for what shows nothing."""
    for opening, closing in (("<!--", "-->"), ("<![cdata[", "]]>"), ("<!", ">"), ("<?", ">")):
        if lower.startswith(opening, start):
            end = markup.find(closing, start + len(opening))
            return (len(markup) if end < 0 else end + len(closing)), None
    first = start + 1 + markup.startswith("/", start + 1)
    if not markup[first : first + 1].isalpha():
        return start + 1, Piece("<")
    end = _end(markup, first)
    name, *rest = markup[first:end].rstrip("/").split(None, 1) or [""]
    said = _said(rest[0]) if rest and start + 1 == first else {}
    return min(end + 1, len(markup)), Piece(name=name.partition("/")[0].lower(), said=said, ends=first > start + 1)


def _end(markup: str, at: int) -> int:
    """The ">" that ends a tag: none inside quotes that stand for a value."""
    while at < len(markup):
        mark = markup[at]
        if mark == ">":
            return at
        if mark in "\"'" and markup[at - 1] in _BLANKS + "=":
            close = markup.find(mark, at + 1)
            at = len(markup) if close < 0 else close
        at += 1
    return len(markup)


def _said(words: str) -> dict[str, str]:
    """name="value" name='value' name=value name"""
    found, at = dict[str, str](), 0
    while at < len(words):
        while at < len(words) and words[at] in _BLANKS + "/=\"'":
            at += 1
        start = at
        while at < len(words) and words[at] not in _BLANKS + "/=":
            at += 1
        name = words[start:at].lower()
        at = _past_blanks(words, at)
        value = ""
        if words[at : at + 1] == "=":
            value, at = _value(words, _past_blanks(words, at + 1))
        if name:
            found.setdefault(name, unescape(value))
    return found


def _past_blanks(words: str, at: int) -> int:
    while at < len(words) and words[at] in _BLANKS:
        at += 1
    return at


def _value(words: str, at: int) -> tuple[str, int]:
    quote = words[at : at + 1]
    if quote and quote in "\"'":
        close = words.find(quote, at + 1)
        close = len(words) if close < 0 else close
        return words[at + 1 : close], close + 1
    start = at
    while at < len(words) and words[at] not in _BLANKS:
        at += 1
    return words[start:at], at
