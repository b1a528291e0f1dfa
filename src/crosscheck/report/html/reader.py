"""Where in the full articles do the quoted words stand, and which findings quote them?

Spans may overlap, repeat and cross lines: the text is cut wherever one begins or ends, and each piece knows all the spans that cover it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from crosscheck.model.article import Article
from crosscheck.model.claim import Span
from crosscheck.report.quotes import Paragraphs, visible
from crosscheck.report.views.sources import Shelf
from crosscheck.values import dataclass

_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Ref:
    """What a highlight leads back to: an anchor, the sign and number shown, and its name for those who cannot see the sign."""

    href: str
    sign: str
    name: str
    role: str
    gravity: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that the same spans cover, without a role where none does. `anchors` begin here, `keys` are all that cover it; `refs` follow it."""

    text: str
    role: str = ""
    anchors: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    refs: tuple[Ref, ...] = ()
    href: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text; `number` is that of the paragraph which begins with it, None for its further lines."""

    anchor: str
    number: int | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """An article as the page has it."""

    anchor: str
    label: str
    title: str
    facts: tuple[str, ...]
    url: str | None
    language: str | None
    path: str | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    role: str
    ref: Ref | None
    anchor: str


class Reader:
    """The articles of a page; marks are made while the findings are, and shown at the end."""

    def __init__(self, articles: Sequence[Article]):
        self.shelf = Shelf(articles)
        self.articles = tuple(articles)
        self._texts = {article.id: article.text for article in articles}
        self._numbers = {article.id: number for number, article in enumerate(articles)}
        self._marks: defaultdict[str, dict[_Mark, None]] = defaultdict(dict)

    def anchor(self, id_: str) -> str | None:
        """Of the article itself; None where it is not on the page."""
        return f"a{self._numbers[id_]}" if id_ in self._numbers else None

    def members(self, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Labels and anchors of articles."""
        return tuple((self.shelf.label(id_), self.anchor(id_) or "") for id_ in ids)

    def mark(self, id_: str, span: Span, role: str, ref: Ref | None = None) -> str | None:
        """Highlights the words and returns their anchor; None where the page does not have them."""
        text = self._texts.get(id_, "")
        if not 0 <= span[0] < span[1] <= len(text):
            return None
        anchor = f"w{self._numbers[id_]}-{span[0]}-{span[1]}"
        self._marks[id_].setdefault(_Mark(Span(*span), role, ref, anchor))
        return anchor

    def paragraph(self, id_: str, span: Span) -> str | None:
        """The anchor of the line in which the span begins."""
        text = self._texts.get(id_)
        if not text or span[0] > len(text):
            return self.anchor(id_)
        start = text.rfind("\n", 0, span[0]) + 1
        return f"p{self._numbers[id_]}-{start}"

    def shown(self) -> tuple[Shown, ...]:
        return tuple(map(self._shown, self.articles))

    def _shown(self, article: Article) -> Shown:
        facts = (article.publisher, article.author, (article.published or "")[:10], f"{article.words:,} words")
        return Shown(
            f"a{self._numbers[article.id]}",
            self.shelf.label(article.id),
            visible(article.title or ""),
            tuple(visible(fact) for fact in facts if fact),
            article.url if article.url and article.url.lower().startswith(_WEB) else None,
            article.language if article.language and article.language.replace("-", "").isalnum() and article.language.isascii() else None,
            visible(article.path) if article.path else None,
            tuple(self._paragraphs(article)),
        )

    def _paragraphs(self, article: Article) -> Iterator[Paragraph]:
        number, marks = self._numbers[article.id], sorted(self._marks[article.id], key=lambda mark: (mark.span, mark.role, mark.anchor))
        count, before, first = Paragraphs(article.text), 0, 0
        for line in _lines(article.text):
            here = count.number(line.start)
            while first < len(marks) and marks[first].span.end <= line.start:
                first += 1
            touching = [mark for mark in _until(marks, first, line.end) if mark.span.touches(line)]
            yield Paragraph(f"p{number}-{line.start}", here if here != before else None, tuple(pieces_of(article.text, line, touching)))
            before = here


def _until(marks: Sequence[_Mark], first: int, end: int) -> Iterator[_Mark]:
    for mark in marks[first:]:
        if mark.span.start >= end:
            return
        yield mark


def _lines(text: str) -> Iterator[Span]:
    """Every line that is not blank, without its break."""
    start = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            yield Span(start, start + len(line))
        start += len(line) + 1


def pieces_of(text: str, line: Span, marks: Sequence[_Mark]) -> Iterator[Piece]:
    """The line, cut at every border of a mark; a finding is referred to once, after its last words in the line."""
    ends, opening, closing = _last_ends(line, marks), defaultdict[int, list[_Mark]](list), defaultdict[int, list[_Mark]](list)
    for mark in marks:
        opening[max(mark.span.start, line.start)].append(mark)
        closing[min(mark.span.end, line.end)].append(mark)
    covering: dict[_Mark, None] = {}
    for start, end in pairwise(sorted({line.start, line.end, *opening, *closing})):
        covering = {mark: None for mark in (*covering, *opening[start]) if mark.span.end > start}
        yield _piece(visible(text[start:end]), start, tuple(covering), ends.get(end, ()))


def _piece(text: str, start: int, covering: Sequence[_Mark], refs: Iterable[Ref]) -> Piece:
    if not covering:
        return Piece(text, refs=tuple(refs))
    gravest = min(covering, key=lambda mark: (mark.ref.gravity if mark.ref else 9, mark.role))
    anchors = dict.fromkeys(mark.anchor for mark in covering if mark.span.start == start)
    keys = dict.fromkeys(mark.anchor for mark in covering)
    return Piece(text, gravest.role, tuple(anchors), tuple(keys), tuple(refs), gravest.ref.href if gravest.ref else "")


def _last_ends(line: Span, marks: Iterable[_Mark]) -> Mapping[int, tuple[Ref, ...]]:
    """Where each finding's last words of the line end, with the findings that do so there, the gravest first."""
    last: dict[Ref, int] = {}
    for mark in marks:
        if mark.ref:
            last[mark.ref] = max(last.get(mark.ref, 0), min(mark.span.end, line.end))
    ends: defaultdict[int, list[Ref]] = defaultdict(list)
    for ref, end in last.items():
        ends[end].append(ref)
    return {end: tuple(sorted(refs, key=lambda ref: (ref.gravity, len(ref.sign), ref.sign))) for end, refs in ends.items()}
