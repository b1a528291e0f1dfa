"""Who depends on whom? The origins, a picture of what hangs on what, and the words that show it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from crosscheck.independence.origins import Origins
from crosscheck.model.claim import Span
from crosscheck.model.report import Overlap, Passage
from crosscheck.model.sources import Circle, Cite, Credibility, Fact, Join, Origin, Sources
from crosscheck.model.verdict import Verdict
from crosscheck.report.format import Look
from crosscheck.report.quotes import isolated, visible
from crosscheck.report.rows import BLANK, Cell, Piece, Row, cells_of, counted, cut, hanging, headed, row
from crosscheck.report.views.overlaps import makers_of
from crosscheck.report.views.sources import Shelf, tie
from crosscheck.values import dataclass

T = TypeVar("T")

_ORIGINS = 20  # lists longer than these are no help; --all shows all
_ROOTS = 20
_LEAVES = 8
_PAIRS = 12
_PASSAGES = 3
_CITES = 20
_FACTS = 10
_JOINS = 2  # reasons why articles count as one, below a fact
_NAME = 36  # cells of a source's name
_WITHIN = ("copied_text", "same_author", "same_publisher")
_DIGITS = {
    Credibility.CONFIRMED: "confirmed",
    Credibility.PROBABLY_TRUE: "probably true",
    Credibility.POSSIBLY_TRUE: "possibly true",
    Credibility.DOUBTFUL: "doubtful",
    Credibility.IMPROBABLE: "improbable",
    Credibility.CANNOT_BE_JUDGED: "cannot be judged",
}


def sources(found: Sources, look: Look) -> Iterator[Row]:
    """From what counts as one to the passages that show it."""
    view = _View(found, look)
    yield view.head()
    for part in (view.circles(), view.origins(), view.picture(), view.overlaps(), view.cites(), view.facts(), view.skipped()):
        rows = list(part)
        if rows:
            yield BLANK
            yield from rows


@dataclass(frozen=True, slots=True)
class _Branch:
    """Something and the articles that hang on it."""

    root: Piece
    leaves: tuple[str, ...]


class _View:
    def __init__(self, found: Sources, look: Look):
        self.found = found
        self.look = look
        self.shelf = Shelf(found.articles, look)
        self.joins = Origins(found.overlaps)

    def head(self) -> Row:
        articles, origins = len(self.found.articles), len(self.found.origins)
        circular = f"{len(self.found.circular)} circular" if self.found.circular else "no circular reporting"
        counts = [counted(articles, "article", "articles"), counted(origins, "origin", "origins"), circular]
        return headed("sources", *counts)

    def circles(self) -> Iterator[Row]:
        for circle in self.found.circular:
            yield hanging(Piece("↺", "contradiction"), Piece(f"circular reporting: {self._cycle(circle)}; none of them bears out the others"))

    def _cycle(self, circle: Circle) -> str:
        """ "g1 cites Coast Daily (h1), h1 cites Gulf Wire (g1)"."""
        following = circle.articles[1:] + circle.articles[:1]
        steps = zip(circle.articles, circle.sources, following, strict=True)
        return ", ".join(f"{self.shelf.label(a)} cites {visible(source)} ({self.shelf.label(b)})" for a, source, b in steps)

    # origins

    def origins(self) -> Iterator[Row]:
        shown = self._most(self.found.origins, _ORIGINS)
        yield row(Piece("origins: what counts as one witness", "title"))
        width = max((cells_of(self._members(origin)) for origin in shown), default=0)
        for number, origin in enumerate(shown, 1):
            label = Cell((Piece(self._members(origin), "where"),), min(width, 24))
            yield Row((Cell((Piece(f"{number}", "muted"),), 3), label, Cell((Piece(self._why(origin)),))), 2)
        yield from self._rest(self.found.origins, shown, "origins")

    def _members(self, origin: Origin) -> str:
        return self.shelf.labels_in_order(origin.articles)

    def _why(self, origin: Origin) -> str:
        """What joins its articles, and whom they cite."""
        members = set(origin.articles)
        inner = [one for one in self.found.overlaps if set(one.articles) <= members and one.kind in _WITHIN and self._is_one(one)]
        parts = [*_shares(inner), *dict.fromkeys(tie(overlap) for overlap in inner if overlap.share is None)][:4]
        if origin.sources:
            more = f" and {len(origin.sources) - 4} more" if len(origin.sources) > 4 else ""
            parts.append(f"cites {', '.join(visible(name) for name in origin.sources[:4])}{more}")
        return "; ".join(parts)

    def _is_one(self, overlap: Overlap) -> bool:
        return self.joins.count(overlap.articles) == 1

    # the picture

    def picture(self) -> Iterator[Row]:
        branches, pairs = sorted(self._branches(), key=lambda one: (-len(one.leaves), one.root.text)), self._pairs()
        if not branches and not pairs:
            return
        yield row(Piece("who hangs on whom", "title"), Piece("   ═ one origin   ─ cites, or shares a passage", "muted"))
        shown = self._most(branches, _ROOTS)
        width = max((cells_of(branch.root.text) for branch in shown), default=0)
        for branch in shown:
            yield from self._branch(branch, width)
        yield from self._rest(branches, shown, "sources")
        for overlap in self._most(pairs, _ROOTS):
            line = " ═══ " if self._is_one(overlap) else " ─── "
            a, b = (Piece(self.shelf.label(article), "where") for article in overlap.articles)
            yield row(a, Piece(line, "muted"), b, "  ", Piece(tie(overlap)), indent=2)
        yield from self._rest(pairs, self._most(pairs, _ROOTS), "pairs")

    def _branches(self) -> Iterator[_Branch]:
        """Every cited source with those who cite it; authors and publishers of several articles."""
        citing: defaultdict[str, list[Cite]] = defaultdict(list)
        for cite in self.found.cites:
            citing[cite.source].append(cite)
        for name, cites in citing.items():
            cited = tuple(dict.fromkeys(article for cite in cites for article in cite.cited))
            here = f" ({self.shelf.labels_in_order(cited, 3)})" if cited else ""
            yield _Branch(Piece(cut(visible(name), _NAME) + here, "source"), tuple(dict.fromkeys(cite.article for cite in cites)))
        for (kind, name), members in makers_of(self.found.overlaps).items():
            yield _Branch(Piece(f"{cut(visible(name), _NAME)} ({kind.removeprefix('same_')})", "source"), members)

    def _branch(self, branch: _Branch, width: int) -> Iterator[Row]:
        """The root on the line of its first leaf."""
        leaves = branch.leaves if self.look.everything else branch.leaves[:_LEAVES]
        more = len(branch.leaves) - len(leaves)
        labels = [self.shelf.label(article) for article in leaves] + ([f"… and {more} more"] if more else [])
        for number, label in enumerate(labels):
            root = branch.root if not number else Piece("")
            lines = _line(number, len(labels), is_one=self.joins.count(branch.leaves) == 1 and len(branch.leaves) > 1)
            yield Row((Cell((root,), width), Cell((Piece(lines, "muted"), Piece(f" {label}", "where")))), 2, gutter=1)

    def _pairs(self) -> list[Overlap]:
        """Pairs that share text."""
        return [overlap for overlap in self.found.overlaps if overlap.kind == "copied_text"]

    # the words that show it

    def overlaps(self) -> Iterator[Row]:
        pairs = sorted(self._pairs(), key=lambda overlap: (-(overlap.share or 0), overlap.articles))
        if not pairs:
            return
        yield row(Piece("shared passages", "title"))
        shown = self._most(pairs, _PAIRS)
        for overlap in shown:
            yield from self._passages(overlap)
        yield from self._rest(pairs, shown, "pairs")

    def _passages(self, overlap: Overlap) -> Iterator[Row]:
        a, b = overlap.articles
        passages = sorted(overlap.passages, key=lambda passage: passage.a.start - passage.a.end)
        shown = self._most(passages, _PASSAGES)
        count = counted(len(passages), "passage", "passages")
        share = f"{overlap.share or 0:.0%} of the shorter article, {count}"
        yield row(Piece(f"{self.shelf.label(a)} and {self.shelf.label(b)}", "where"), ": ", Piece(share), indent=2)
        for passage in sorted(shown, key=lambda passage: passage.a):
            yield from self._passage(a, b, passage)
        yield from self._rest(passages, shown, "passages", indent=4)

    def _passage(self, a: str, b: str, passage: Passage) -> Iterator[Row]:
        """Both sides; the second only by its place where its words are the same."""
        first, second = (self._quote(article, span) for article, span in ((a, passage.a), (b, passage.b)))
        places = [self.shelf.where(a, passage.a), self.shelf.where(b, passage.b)]
        if first == second:
            yield self._quoted((places[0], Piece(" = ", "where"), places[1]), first)
            return
        width = max(cells_of(place.text) for place in places)
        for place, words in zip(places, (first, second), strict=True):
            yield self._quoted((place, Piece(" " * (width - cells_of(place.text)))), words)

    def _quoted(self, places: Iterable[Piece], words: str) -> Row:
        return row(*places, "  ", Piece(f"“{words}”", "quote"), indent=4)

    def _quote(self, article: str, span: Span) -> str:
        quote = self.shelf.quote_around(article, Span(span.start, span.start), span, 2 * self.look.width - 44)
        return isolated(str(quote).strip(_EDGES)) if quote else ""

    def cites(self) -> Iterator[Row]:
        if not self.found.cites:
            return
        yield row(Piece("cited sources", "title"))
        shown = self._most(self.found.cites, _CITES)
        for cite in shown:
            yield from self._cite(cite)
        yield from self._rest(self.found.cites, shown, "citations")

    def _cite(self, cite: Cite) -> Iterator[Row]:
        credit = " is credited with the whole text" if cite.credit else ""
        place = self.shelf.where(cite.article, cite.span) if cite.span.end else self.shelf.named(cite.article)
        quote = self.shelf.quote(cite.article, cite.span, _around(cite, self._text(cite.article)), self.look.width - 8) if cite.span.end else ()
        yield row(place, "  ", Piece(visible(cite.source), "source"), Piece(credit, "muted"), indent=2)
        if quote:
            yield row(*quote, indent=6)

    def _text(self, id_: str) -> str:
        return next((article.text for article in self.found.articles if article.id == id_), "")

    # facts

    def facts(self) -> Iterator[Row]:
        if self.found.facts is None:
            yield row(Piece("--facts tells how many origins stand behind each fact", "muted"))
            return
        several = [fact for fact in self.found.facts if len(fact.articles) > 1]
        two = [fact for fact in several if fact.two_sources]
        count = f": {len(two)} of {counted(len(several), 'fact', 'facts')} that several articles tell"
        yield row(Piece("stated alike by two independent sources", "title"), count)
        yield row(Piece("credibility, proposed from origins alone: " + ", ".join(f"{digit:d} {name}" for digit, name in _DIGITS.items()), "muted"))
        unopposed = [fact for fact in several if fact.origins > 1 and fact.verdict is not Verdict.CONTRADICTION]
        yield from self._listed("told by two origins or more", unopposed)
        yield from self._listed("told by several articles, no value of it by two origins", [fact for fact in several if fact.origins == 1])
        yield from self._contradicted([fact for fact in self.found.facts if fact.verdict is Verdict.CONTRADICTION])

    def _listed(self, heading: str, facts: Sequence[Fact]) -> Iterator[Row]:
        if not facts:
            return
        yield row(Piece(f"{heading} ({len(facts)})"), indent=2)
        shown = self._most(sorted(facts, key=lambda fact: (fact.credibility, -fact.origins, -len(fact.articles))), _FACTS)
        for fact in shown:
            yield self._fact(fact.credibility, visible(fact.text), fact.articles, fact.origins)
            for reason in [self._joined(join) for join in fact.joins][:_JOINS]:
                yield row(Piece(reason, "muted"), indent=6)
        yield from self._rest(facts, shown, "facts", indent=4)

    def _joined(self, join: Join) -> str:
        """Why its two articles are one witness to a fact: "000 and 001 both have it from Africa Intelligence"."""
        a, b = (self.shelf.label(article) for article in join.articles)
        source = visible(join.source or "")
        if join.kind == "copied_text":
            return f"{a} and {b} tell it in a passage that they share"
        if join.kind == "cites":
            return f"{a} has it from {source} ({b})"
        return f"{a} and {b} both {'carry' if join.credited else 'have it from'} {source}"

    def _contradicted(self, facts: Sequence[Fact]) -> Iterator[Row]:
        if not facts:
            return
        yield row(Piece(f"contradicted ({len(facts)})"), indent=2)
        shown = self._most(facts, _FACTS)
        for fact in shown:
            yield row(Piece(visible(fact.question), "question"), indent=4)
            for value in fact.values:
                words = f"not {visible(value.text)}" if value.denied else visible(value.text)
                yield self._fact(value.credibility, isolated(words), value.articles, value.origins, indent=6)
        yield from self._rest(facts, shown, "facts", indent=4)

    def _fact(self, digit: Credibility, words: str, articles: Iterable[str], origins: int, indent: int = 4) -> Row:
        right = (Piece(self.shelf.labels_in_order(articles, 4), "where"), Piece(f"  {counted(origins, 'origin', 'origins'):>9}", "muted"))
        room = self.look.width - sum(cells_of(piece.text) for piece in right) - indent - 6
        return hanging(Piece(f"{digit:d}", "value"), Piece(cut(words, max(24, room))), indent=indent, right=right)

    def skipped(self) -> Iterator[Row]:
        for skipped in self.found.skipped:
            yield hanging(Piece("–", "muted"), Piece(f"not read: {visible(skipped.path)}: {visible(skipped.reason)}", "muted"))

    # lists

    def _most(self, items: Sequence[T], most: int) -> Sequence[T]:
        return items if self.look.everything else items[:most]

    def _rest(self, items: Sequence[object], shown: Sequence[object], noun: str, indent: int = 2) -> Iterator[Row]:
        if len(items) > len(shown):
            yield row(Piece(f"… and {len(items) - len(shown):,} more {noun}; --all shows them", "muted"), indent=indent)


_EDGES = " .,;:\"“”'"
_REACH = 150  # letters around a source's name in which its cue stands
_STOPS = (". ", "\n", ".” ", '." ')


def _around(cite: Cite, text: str) -> Span:
    """The words around a source's name, up to the ends of its sentence."""
    before, after = text[max(0, cite.span.start - _REACH) : cite.span.start], text[cite.span.end : cite.span.end + _REACH]
    start = max(before.rfind(stop) + len(stop) if stop in before else 0 for stop in _STOPS)
    end = min(after.find(stop) + 1 if stop in after else len(after) for stop in _STOPS)
    start = start or (before.find(" ") + 1 if len(before) == _REACH else 0)
    end = end if end < _REACH else after.rfind(" ")
    return Span(cite.span.start - len(before) + start, cite.span.end + max(end, 0))


def _shares(overlaps: Iterable[Overlap]) -> Iterator[str]:
    """ "90% shared text", or "24–56% shared text" among several articles."""
    shares = sorted(f"{overlap.share:4.0%}" for overlap in overlaps if overlap.share is not None)
    if shares:
        low, high = shares[0].strip(), shares[-1].strip()
        yield f"{low if low == high else f'{low[:-1]}–{high}'} shared text"


def _line(number: int, of: int, *, is_one: bool) -> str:
    """The strokes from a root to one of its leaves: "─┬─", " ├─", " └─", or a single stroke."""
    single, first, middle, last = ("═══", "═╦═", " ╠═", " ╚═") if is_one else ("───", "─┬─", " ├─", " └─")
    if of == 1:
        return single
    return first if not number else last if number == of - 1 else middle
