"""What would a reader see who takes a text as it looks: without lookalike letters of other scripts, marks that are not seen and spaces inside words?

    plain = plain_text("the Gоitа government")       plain.text has Latin letters; plain.span(Span(4, 9)) is the place in the text as given

Names and words can be written so that people read them and programs do not: a Cyrillic о in a Latin word, a zero-width space inside it, a soft hyphen
left by a page's layout. Articles are read plain, and every span is then counted in the text as given, so that quotes stay what was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from crosscheck.extract.lexicon import table_of
from crosscheck.language.spaced import apostrophes_apart, hyphens_apart
from crosscheck.model.claim import Span
from crosscheck.values import dataclass

Noun = TypeVar("Noun")

_SHORTEST = 3  # letters: "αx" and "Δt" are formulas, no words
_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f"
_WITHIN = re.compile(rf"(?<=\w)[{_UNSEEN}]+(?=\w)")
_HYPHENS = str.maketrans("\u2010\u2011", "--")
"""Hyphens that layout programs set where a line may, or may not, end after them: "Keïta‑Brandt" is written with the usual one elsewhere."""
_MAY_DIFFER = re.compile(f"[{_UNSEEN}\u2010\u2011\u0251\u0261\u0269\u0370-\u058f]")
_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_UNSEEN}]+(?=[^\W\d_]))*+")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as it looks. `places` has, for every code point of it, where that stands in the text as given; None where nothing was left out."""

    text: str
    places: tuple[int, ...] | None = None

    def span(self, span: Span) -> Span:
        """The place in the text as given."""
        if self.places is None or span.start >= span.end:
            return span if self.places is None else Span(self._place(span.start), self._place(span.start))
        return Span(self.places[span.start], self.places[span.end - 1] + 1)

    def _place(self, at: int) -> int:
        places = self.places or ()
        return places[at] if at < len(places) else (places[-1] + 1 if places else 0)


def plain_text(text: str) -> Plain:
    """Nearly every text is plain as it stands, which costs two looks."""
    is_plain = text.isascii() or not _MAY_DIFFER.search(text)
    looks = text if is_plain else _WORD.sub(lambda word: read_as(word[0]) or word[0], text.translate(_HYPHENS))
    gaps = sorted([*hyphens_apart(looks), *apostrophes_apart(looks), *(() if is_plain else (match.span() for match in _WITHIN.finditer(looks)))])
    if not gaps:
        return Plain(looks)
    places = tuple(_outside(gaps, len(looks)))
    shorter = "".join(looks[at] for at in places)
    if is_plain:
        return Plain(shorter, places)
    again = _WORD.sub(lambda word: read_as(word[0]) or word[0], shorter)  # a word that unseen marks had cut in two
    return Plain(again, places)


def _outside(gaps: list[tuple[int, int]], end: int) -> Iterator[int]:
    at = 0
    for start, stop in gaps:
        yield from range(at, start)
        at = stop
    yield from range(at, end)


def read_as(word: str) -> str | None:
    """The Latin word that a word of several scripts looks like; None for a word of one script, or one that looks like no Latin word."""
    if word.isascii() or len(word) < _SHORTEST:
        return None
    looks = word.translate(_lookalikes())
    foreign = sum(one != other for one, other in zip(word, looks, strict=True))
    if not 0 < foreign < len(word) or any("\u0370" <= letter <= "\u058f" for letter in looks):
        return None
    return looks


def words_seen(text: str) -> Iterator[tuple[Span, str]]:
    """Every run of letters that may hold a foreign one, without the unseen marks inside."""
    if not text.isascii() and _MAY_DIFFER.search(text):
        for match in _RUN.finditer(text):
            yield Span(*match.span()), match[0] if match[0].isalpha() else _WITHIN.sub("", match[0])


def unseen_in(text: str) -> Iterator[Span]:
    """Where unseen marks stand inside words; those that a page's layout leaves there (soft hyphens) are none."""
    for match in _WITHIN.finditer(text) if not text.isascii() else ():
        if match[0].strip("\u00ad"):
            yield Span(*match.span())


@cache
def _lookalikes() -> dict[int, str]:
    pairs = table_of("lookalikes").values()
    return {ord(one): other for table in pairs for one, other in zip(table["from"], table["to"], strict=True)}


def as_given(found: Noun, plain: Plain, text: str) -> Noun:
    """What was found in the plain text, with every span and quote of the text as given."""
    placed: Noun = _placed(found, plain, text)
    return placed


def _placed(value: Any, plain: Plain, text: str) -> Any:
    if isinstance(value, Span):
        return plain.span(value)
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple(_placed(one, plain, text) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    new = {field.name: _placed(getattr(value, field.name), plain, text) for field in fields(value) if field.init}
    if isinstance(new.get("span"), Span) and "text" in new:
        new["text"] = text[new["span"].start : new["span"].end]
    return replace(value, **new)
