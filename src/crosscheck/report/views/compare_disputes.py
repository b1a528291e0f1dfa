"""How is a contradiction shown, or what else is not simply agreed: its values, who states them, and in which words?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from crosscheck.model.claim import Facet
from crosscheck.model.report import Alignment, FacetMention, FacetValue, FacetVerdict
from crosscheck.model.verdict import Verdict
from crosscheck.report.findings import is_denied, parts, telling_first
from crosscheck.report.quotes import isolated, visible
from crosscheck.report.rows import BLANK, Cell, Piece, Row, cells_of, hanging, row, with_counts
from crosscheck.report.theme import SYMBOLS
from crosscheck.report.views.compare_view import View
from crosscheck.report.views.overlaps import tied
from crosscheck.report.views.sources import voice
from crosscheck.report.views.values import facet_name
from crosscheck.values import dataclass

_WIDE = 100  # from here on, value, speaker and quote stand side by side
_NARROW = 70  # below it, they stand one below the other
_MENTIONS = {Verdict.CONTRADICTION: 3, Verdict.SUPERSEDED: 2}  # of one value
_FACETS = {Verdict.COMPATIBLE: 1}  # of one alignment, before the rest is only named


@dataclass(frozen=True, slots=True)
class _Columns:
    """Widths of the columns of a facet: its values, who says them, and where."""

    value: int
    voice: int
    place: int


def disputes(view: View, verdict: Verdict) -> Iterator[Row]:
    alignments = view.by_verdict[verdict]
    telling, worded = telling_first(alignments) if view.folds(verdict) else (alignments, [])
    shown = telling[: view.most(verdict)]
    for alignment in shown:
        yield BLANK
        yield from _dispute(view, alignment)
    yield from view.rest(verdict, len(telling) - len(shown), len(worded))


def _dispute(view: View, alignment: Alignment) -> Iterator[Row]:
    handle = Piece("  ".join(filter(None, (" ".join(alignment.topics[:2]), view.handle(alignment)))), "muted")
    question = Piece(visible(alignment.question), "question")
    yield hanging(Piece(SYMBOLS[alignment.verdict], alignment.verdict.value), question, right=(handle,))
    facets = [facet for facet in alignment.facets if facet.verdict is alignment.verdict]
    shown = facets[: _FACETS.get(alignment.verdict)]
    for number, facet in enumerate(shown):
        if number:
            yield row(Piece(f"and {facet_name(facet)}", "muted"), indent=2)
        yield from _facet(view, facet)
    if len(facets) > len(shown):
        names = ", ".join(with_counts(map(facet_name, facets[len(shown) :])))
        yield row(Piece(f"{alignment.verdict.value} as well: {names}", "muted"), indent=2)
    if alignment.verdict is Verdict.CONTRADICTION:
        yield from _note(view, shown)


def _facet(view: View, facet: FacetVerdict) -> Iterator[Row]:
    columns = _columns(view, facet)
    for value in facet.values:
        yield from _value(view, facet, value, columns)
    yield row(Piece(visible(facet.reason), "reason"), indent=2, right=(Piece(facet.rule, "muted"),))


def _columns(view: View, facet: FacetVerdict) -> _Columns:
    mentions = [mention for value in facet.values for mention in _shown(facet, value)]
    values = _widest(_said(view, facet, value) for value in facet.values)
    voices = _widest(voice(mention.source).text for mention in mentions)
    places = _widest(view.shelf.place(mention.article, mention.span) for mention in mentions)
    return _Columns(min(values, 30 if view.look.width >= _WIDE else 22), min(voices, 24), places)


def _said(view: View, facet: FacetVerdict, value: FacetValue) -> str:
    """The value in its words, with its "not" where it is negated."""
    words = isolated(visible(value.text))
    if not is_denied(facet, value, view.claims):
        return words
    return f"not “{words}”" if facet.facet is Facet.POLARITY else f"not {words}"


def _value(view: View, facet: FacetVerdict, value: FacetValue, columns: _Columns) -> Iterator[Row]:
    mentions = _shown(facet, value)
    label = Piece(_said(view, facet, value), "value")
    for mention in mentions:
        yield from _mention(view, label, mention, columns)
        label = Piece("")
    rest = [mention.article for mention in _one_an_article(value.mentions) if mention not in mentions]
    if rest:
        also = Piece("also " + view.shelf.labels_in_order(dict.fromkeys(rest)), "muted")
        yield Row((Cell((Piece(""),), columns.value), Cell((also,))), 2)


def _mention(view: View, label: Piece, mention: FacetMention, columns: _Columns) -> Iterator[Row]:
    who, where = voice(mention.source), view.shelf.where(mention.article, mention.span)
    if view.look.width >= _WIDE:
        room = view.look.width - sum((columns.value, columns.voice, columns.place)) - 8
        cells = (Cell((label,), columns.value), Cell((who,), columns.voice), Cell((where,), columns.place))
        yield Row((*cells, Cell(_quote(view, mention, 2 * room - 8))), 2)
    elif view.look.width >= _NARROW:
        quote = _quote(view, mention, 2 * (view.look.width - columns.value - 8))
        yield Row((Cell((label,), columns.value), Cell((where, Piece(", "), who, Piece("\n"), *quote))), 2)
    else:
        if label.text:
            yield row(label, indent=2)
        yield row(where, ", ", who, indent=4)
        yield row(*_quote(view, mention, 2 * (view.look.width - 6)), indent=4)


def _quote(view: View, mention: FacetMention, room: int) -> tuple[Piece, ...]:
    claim = view.claims.get(mention.claim)
    context = claim.span if claim is not None else mention.span
    return view.shelf.quote(mention.article, mention.span, context, room)


def _note(view: View, facets: Sequence[FacetVerdict]) -> Iterator[Row]:
    """Says so when articles that differ are one origin."""
    for pair in dict.fromkeys(overlap.articles for overlap in view.report.overlaps):
        if view.origins.count(pair) == 1 and any(parts(facet, pair) for facet in facets):
            yield row(Piece(f"note: {tied(pair, view.report.overlaps, view.shelf)}: one origin, not two witnesses", "muted"), indent=2)


def _shown(facet: FacetVerdict, value: FacetValue) -> list[FacetMention]:
    """The first of each article and speaker, those before that the reason names."""
    reason = facet.reason.casefold()
    named = sorted(_one_an_article(value.mentions), key=lambda mention: mention.text.casefold() not in reason)
    return named[: _MENTIONS.get(facet.verdict, 1)]


def _widest(texts: Iterable[str]) -> int:
    return max(map(cells_of, texts), default=0)


def _one_an_article(mentions: Sequence[FacetMention]) -> list[FacetMention]:
    """The first mention of each article and speaker."""
    first: dict[tuple[str, str | None], FacetMention] = {}
    for mention in mentions:
        first.setdefault((mention.article, mention.source), mention)
    return list(first.values())
