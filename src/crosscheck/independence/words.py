"""Which words of an article can be compared with another's, and by which fingerprints is it found?

Words are folded: lower case, no accents, straight apostrophes. A word of the page's furniture keeps its place and is folded to "".
"""

from __future__ import annotations

import re
import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from crosscheck.extract.boilerplate import boilerplate_in
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.words import folded, word_spans
from crosscheck.model.article import Article
from crosscheck.model.claim import Span
from crosscheck.values import dataclass

SHINGLE = 4
"""Words of one fingerprint. Three are idiom too often, five miss light revisions; on the graded rewriting of the `copies` benchmark (dev)."""

WINDOW = 4
"""Of so many shingles in a row one fingerprint is kept: every run of SHINGLE + WINDOW - 1 = 7 words is found for sure, with 0.4 of the memory."""

MAX_QUOTE = 2000
"""Characters from which a quotation that was never closed is taken for a stray mark."""

MOSTLY_CAPITALS = 0.6
"""Share of capitalised words from which capitals say nothing ("ALL-CAPS WIRE COPY", "Every Word Like This")."""

_MARK = re.compile(r"\n+[ \t]*|[\"“”„«»]|``|''")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one article: folded `forms`, where each starts and ends, and one byte a word in `telling` and `rare`.

    `telling` is 1 for a word that says something of its own: no name, not quoted, no furniture. `rare` is the same without the
    words that very many articles carry.
    """

    article: str
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    telling: bytes
    rare: bytes
    length: int

    def __len__(self) -> int:
        """Words that are no furniture."""
        return self.length

    def span(self, first: int, last: int) -> Span:
        """Words `[first, last)` as code points, from word border to word border."""
        return Span(self.starts[first], self.ends[last - 1])

    def without(self, places: Iterable[int]) -> Words:
        """The same words, those of the common shingles at these places no longer rare."""
        rare = bytearray(self.telling)
        for place in places:
            rare[place : place + SHINGLE] = bytes(len(rare[place : place + SHINGLE]))
        return replace(self, rare=bytes(rare))


def words_in(article: Article) -> Words:
    """The words of one article, in text order."""
    text = article.text
    found = list(word_spans(text))
    furniture = _inside(found, boilerplate_in(text, article.author))
    quoted = _inside(found, quotes_in(text))
    forms = tuple("" if hidden else folded(text[start:end]) for (start, end), hidden in zip(found, furniture, strict=True))
    names = _capitals([text[start] for start, _ in found])
    telling = bytes(not (a or b or c) for a, b, c in zip(furniture, quoted, names, strict=True))
    starts, ends = tuple(start for start, _ in found), tuple(end for _, end in found)
    return Words(article.id, forms, starts, ends, telling, telling, len(found) - sum(furniture))


@cache
def plain_words() -> frozenset[str]:
    """Folded words that any sentence is made of, whatever it tells."""
    return frozenset(table_of("story_words")["common"].split())


def fingerprints_in(words: Words) -> dict[int, int]:
    """Fingerprint to the place of its first word: of every WINDOW shingles in a row the one with the smallest hash, the last such (winnowing)."""
    kept: dict[int, int] = {}
    window: deque[tuple[int, int]] = deque()
    for at, mark in _shingles(words.forms):
        while window and window[-1][1] >= mark:
            window.pop()
        window.append((at, mark))
        if window[0][0] <= at - WINDOW:
            window.popleft()
        kept.setdefault(window[0][1], window[0][0])
    return kept


def _shingles(forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Every SHINGLE words in a row without furniture, hashed in a way that is the same on every machine and in every run."""
    for at, key in enumerate(zip(*(forms[n:] for n in range(SHINGLE)), strict=False)):
        if "" not in key:
            yield at, zlib.crc32(" ".join(key).encode())


def quotes_in(text: str) -> tuple[Span, ...]:
    """What stands between double quotation marks, in text order; a quotation that goes on in the next paragraph is one for each.

    An opening mark follows white space or a bracket, straight or curly. One that is never closed counts only when the next paragraph opens
    with a mark again, as quotations over several paragraphs do.
    """
    found, start, line, end = [], -1, 0, 0
    for match in _MARK.finditer(text):
        if match.group()[0] == "\n":
            line, end = line if match.start() == end else match.start(), match.end()
            continue
        opens = _opens(text, match.start(), match.group())
        if start >= 0 and not opens:
            found.append(Span(start, match.end()))
        elif start >= 0 and match.start() == end:
            found.append(Span(start, line))
        start = match.start() if opens else -1
    return tuple(span for span in found if span.end - span.start <= MAX_QUOTE)


def _opens(text: str, at: int, mark: str) -> bool:
    if mark != '"':
        return mark in "“„«``"
    return at == 0 or text[at - 1].isspace() or text[at - 1] in "([—–-:"


def _inside(places: Sequence[tuple[int, int]], spans: Sequence[Span]) -> list[bool]:
    """For each place whether it lies in one of the spans; both in text order."""
    inside, ahead = [], deque(spans)
    for start, end in places:
        while ahead and ahead[0].end <= start:
            ahead.popleft()
        inside.append(bool(ahead) and ahead[0].start < end)
    return inside


def _capitals(initials: Sequence[str]) -> list[bool]:
    """Which words begin with a capital, none where most of them do."""
    capitals = [initial.isupper() for initial in initials]
    if sum(capitals) > MOSTLY_CAPITALS * len(capitals):
        return [False] * len(capitals)
    return capitals
