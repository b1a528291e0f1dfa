"""Which articles count as one witness, and which words show it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from crosscheck.independence.citing import cites_in
from crosscheck.independence.origins import Origins, origins_in
from crosscheck.independence.sources import Named, key_of, upstream_of
from crosscheck.model.claim import Span
from crosscheck.model.report import Overlap, Passage, Report
from crosscheck.model.sources import Circle, Cite, Fact, Origin, Sources
from crosscheck.report.html.findings import Place
from crosscheck.report.html.graph import Graph, graph_of
from crosscheck.report.html.reader import Reader, Ref
from crosscheck.report.quotes import Quote, quote_of, visible
from crosscheck.report.rows import counted
from crosscheck.report.theme import SYMBOLS
from crosscheck.report.views.sources import tie
from crosscheck.values import dataclass

_PAIRS = 60  # pairs with their passages; the picture and the table of origins have them all
_PASSAGES = 6
_ROOM = 200  # characters of a passage
_WITHIN = ("copied_text", "same_author", "same_publisher")


@dataclass(frozen=True, slots=True)
class OriginShown:
    number: int
    members: tuple[tuple[str, str], ...]
    why: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PassageShown:
    """The same words in two articles; `b` is None where they are the same to the letter."""

    places: tuple[Place, Place]
    a: Quote
    b: Quote | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles that are not independent: why, and the passages that they share."""

    members: tuple[tuple[str, str], ...]
    why: str
    is_one: bool
    passages: tuple[PassageShown, ...]
    more: int


@dataclass(frozen=True, slots=True)
class CiteShown:
    source: str
    place: Place
    quote: Quote | None
    credit: bool


@dataclass(frozen=True, slots=True)
class FactShown:
    digit: int
    words: str
    symbol: str
    verdict: str
    members: tuple[tuple[str, str], ...]
    origins: str
    values: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class Dependence:
    graph: Graph
    origins: tuple[OriginShown, ...]
    circles: tuple[str, ...]
    pairs: tuple[Pair, ...]
    pairs_left_out: int
    cites: tuple[CiteShown, ...]
    facts: tuple[FactShown, ...] | None


def sources_of(report: Report) -> Sources:
    """What a report alone shows of its sources: the outlets that its articles name, and those that two of them cite."""
    upstream = {id_: dict(named) for id_, named in upstream_of(report.articles, {}).items()}
    for overlap in report.overlaps:
        if overlap.kind in ("shared_source", "cites") and overlap.source:
            for id_, passage in zip(overlap.articles, _first_passages(overlap), strict=True):
                if id_ in upstream and passage:
                    upstream[id_].setdefault(key_of(overlap.source), Named(overlap.source, passage))
    cites = cites_in(report.articles, upstream)
    return Sources(report.articles, report.skipped, report.overlaps, origins_in(report.articles, report.overlaps, cites), cites, ())


def _first_passages(overlap: Overlap) -> tuple[Span | None, Span | None]:
    """Where each of the two names the source; the one that is cited does not."""
    passage = next(iter(overlap.passages), None)
    return (passage.a if passage else None, passage.b if passage and overlap.kind == "shared_source" else None)


def dependence(found: Sources, reader: Reader, *, mark: bool = False) -> Dependence:
    """With `mark`, passages and names of sources are highlighted in the articles."""
    view = _View(found, reader, mark)
    pairs = list(dict.fromkeys(overlap.articles for overlap in found.overlaps))
    return Dependence(
        graph_of(reader, found.origins, found.cites, found.overlaps),
        tuple(view.origin(origin, number) for number, origin in enumerate(found.origins, 1)),
        tuple(map(view.circle, found.circular)),
        tuple(map(view.pair, pairs[:_PAIRS])),
        max(0, len(pairs) - _PAIRS),
        tuple(map(view.cite, found.cites)),
        None if found.facts is None else tuple(map(view.fact, sorted(_several(found.facts), key=_weightiest))),
    )


def _several(facts: Iterable[Fact]) -> list[Fact]:
    return [fact for fact in facts if len(fact.articles) > 1]


def _weightiest(fact: Fact) -> tuple[int, int, int]:
    return fact.credibility, -fact.origins, -len(fact.articles)


class _View:
    def __init__(self, found: Sources, reader: Reader, mark: bool):
        self.found = found
        self.reader = reader
        self.mark = mark
        self.joins = Origins(found.overlaps)
        self.texts = {article.id: article.text for article in found.articles}
        self.ties: defaultdict[tuple[str, str], list[Overlap]] = defaultdict(list)
        for overlap in found.overlaps:
            self.ties[overlap.articles].append(overlap)

    def origin(self, origin: Origin, number: int) -> OriginShown:
        inside = set(origin.articles)
        inner = [one for one in self.found.overlaps if inside.issuperset(one.articles) and one.kind in _WITHIN and self._is_one(one.articles)]
        why = [*_shares(inner), *dict.fromkeys(tie(overlap) for overlap in inner if overlap.share is None)]
        return OriginShown(number, self.reader.members(origin.articles), ", ".join(why[:4]), tuple(map(visible, origin.sources)))

    def circle(self, circle: Circle) -> str:
        """ "g1 cites Coast Daily (h1), h1 cites Gulf Wire (g1)"."""
        label, following = self.reader.shelf.label, circle.articles[1:] + circle.articles[:1]
        steps = zip(circle.articles, circle.sources, following, strict=True)
        return ", ".join(f"{label(a)} cites {visible(source)} ({label(b)})" for a, source, b in steps)

    def pair(self, pair: tuple[str, str]) -> Pair:
        overlaps = self.ties[pair]
        passages = sorted({passage for one in overlaps if one.kind == "copied_text" for passage in one.passages}, key=_longest)
        shown = sorted(passages[:_PASSAGES], key=lambda passage: passage.a)
        why = ", ".join(dict.fromkeys(map(tie, overlaps)))
        return Pair(self.reader.members(pair), why, self._is_one(pair), tuple(self._passage(pair, one) for one in shown), len(passages) - len(shown))

    def _is_one(self, pair: tuple[str, str]) -> bool:
        return self.joins.count(pair) == 1

    def _passage(self, pair: tuple[str, str], passage: Passage) -> PassageShown:
        spans = (passage.a, passage.b)
        a, b = (self._quote(id_, span) for id_, span in zip(pair, spans, strict=True))
        label = self.reader.shelf.label
        refs = [Ref(self.reader.anchor(other) or "", f"= {label(other)}", f"also in {label(other)}", "copied", 8) for other in reversed(pair)]
        first, second = (self._place(*one) for one in zip(pair, spans, ("copied", "copied"), refs, strict=True))
        return PassageShown((first, second), a, None if str(a) == str(b) else b)

    def _quote(self, id_: str, span: Span) -> Quote:
        return quote_of(self.texts.get(id_, ""), Span(span.start, span.start), span, _ROOM)

    def _place(self, id_: str, span: Span, role: str, ref: Ref) -> Place:
        anchor = self.reader.mark(id_, span, role, ref) if self.mark else self.reader.paragraph(id_, span)
        return Place(self.reader.shelf.place(id_, span), anchor)

    def cite(self, cite: Cite) -> CiteShown:
        if not cite.span.end:
            return CiteShown(visible(cite.source), Place(self.reader.shelf.label(cite.article), self.reader.anchor(cite.article)), None, cite.credit)
        place = self._place(cite.article, cite.span, "said_by", Ref("origins", "→", f"cites {visible(cite.source)}", "said_by", 9))
        return CiteShown(visible(cite.source), place, quote_of(self.texts.get(cite.article, ""), cite.span, cite.span, _ROOM), cite.credit)

    def fact(self, fact: Fact) -> FactShown:
        values = [
            (int(value.credibility), f"{'not ' if value.denied else ''}{visible(value.text)}", counted(value.origins, "origin"))
            for value in fact.values
        ]
        words = visible(fact.question if len(values) > 1 else fact.text)
        verdict, origins = fact.verdict, counted(fact.origins, "origin")
        return FactShown(int(fact.credibility), words, SYMBOLS[verdict], verdict.value, self.reader.members(fact.articles), origins, tuple(values))


def _longest(passage: Passage) -> tuple[int, Span]:
    return passage.a.start - passage.a.end, passage.a


def _shares(overlaps: Sequence[Overlap]) -> Iterator[str]:
    """ "90% shared text", or "24–56% shared text" among several articles."""
    shares = sorted(overlap.share for overlap in overlaps if overlap.share is not None)
    if shares:
        low, high = f"{shares[0]:.0%}", f"{shares[-1]:.0%}"
        yield f"{low if low == high else f'{low[:-1]}–{high}'} shared text"
