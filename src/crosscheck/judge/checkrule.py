"""What is a rule that recomputes something in an article, and how does it read the article?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from crosscheck.model.article import Article
from crosscheck.model.claim import Extract, Quantity, Span, Time
from crosscheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Sum:
    """One thing recomputed: where it stands, whether it comes out, and one plain sentence."""

    span: Span
    holds: bool
    reason: str


@dataclass(frozen=True, slots=True)
class CheckRule:
    """`meaning` says what holds when the check holds; `example` is a quote that it reads."""

    id: str
    meaning: str
    example: str
    find: Callable[[Article, Extract], Iterator[Sum]]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with the quantities and times that stand in it, in text order; `text` is the whole article's."""

    text: str
    span: Span
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]

    def between(self, start: int, end: int) -> str:
        return self.text[start:end]

    def rest(self, start: int, limit: int = 200) -> str:
        return self.text[start : min(self.span.end, start + limit)]

    def before(self, end: int, limit: int = 40) -> str:
        return self.text[max(self.span.start, end - limit) : end]


def lines_in(article: Article, extract: Extract) -> Iterator[Line]:
    """The sentences that hold a quantity or a time."""
    quantities, times = sorted(extract.quantities, key=lambda q: q.span), sorted(extract.times, key=lambda t: t.span)
    starts = [q.span.start for q in quantities], [t.span.start for t in times]
    for span in extract.sentences:
        inside = [slice(bisect_left(s, span.start), bisect_left(s, span.end)) for s in starts]
        numbers, dates = tuple(quantities[inside[0]]), tuple(times[inside[1]])
        if numbers or dates:
            yield Line(article.text, span, numbers, dates)


def number(value: float) -> str:
    """A number as a reader writes it: 6, 25,000, 2.5."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"
