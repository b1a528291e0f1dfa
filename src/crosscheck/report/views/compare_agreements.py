"""What do the articles agree on, and what is told only once?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import combinations

from crosscheck.model.claim import Claim, Facet
from crosscheck.model.report import Alignment, FacetValue
from crosscheck.model.verdict import Verdict
from crosscheck.report.quotes import beginning, isolated, quote_of, sentence_around, visible
from crosscheck.report.rows import BLANK, Piece, Row, cells_of, counted, cut, row
from crosscheck.report.theme import NAMES, SYMBOLS
from crosscheck.report.views.compare_view import View

_LINE = 76  # columns of what is agreed on, at least, where the terminal has them
_CLAUSE = 24  # letters of one that says something by itself: "a police source said" does not


def agreements(view: View) -> Iterator[Row]:
    alignments = sorted(view.by_verdict[Verdict.AGREEMENT], key=lambda one: (_gives_other_numbers(view, one), _best_borne_first(one)))
    if not alignments:
        return
    several = sum(alignment.origins > 1 for alignment in alignments)
    count = f"{SYMBOLS[Verdict.AGREEMENT]} {counted(len(alignments), *NAMES[Verdict.AGREEMENT])}"
    yield BLANK
    yield row(Piece(count, "agreement"), Piece(f" ({several} by two origins or more)"))
    shown = alignments[: view.most(Verdict.AGREEMENT)]
    for alignment in shown:
        yield _agreement(view, alignment)
    yield from view.rest(Verdict.AGREEMENT, len(alignments) - len(shown))


def _agreement(view: View, alignment: Alignment) -> Row:
    origins = f"{alignment.origins} {'origin' if alignment.origins == 1 else 'origins'}"
    right = (Piece(view.shelf.labels_in_order(_stating(alignment), 4), "where"), Piece(f"  {origins:>9}", "muted"), *_explainable(view, alignment))
    taken = sum(cells_of(piece.text) for piece in right)
    claim = _plainest(view, alignment)
    room = max(view.look.width - taken - 8, min(_LINE, view.look.width - 4))
    said = Piece(_words(view, claim, room), link=view.shelf.link(claim.article, claim.span)) if claim else Piece(visible(alignment.question))
    return row(said, indent=2, right=right)


def _explainable(view: View, alignment: Alignment) -> tuple[Piece, ...]:
    """Its id, where agreements are shown in full."""
    return (Piece(f"  {view.handle(alignment)}", "muted"),) if Verdict.AGREEMENT in view.look.unfolded else ()


def _words(view: View, claim: Claim, room: int) -> str:
    """The sentence where it is short enough; else the clause, from its sentence's start if it does not begin with who or what it is about."""
    text = view.shelf.text(claim.article)
    if text is None:
        return cut(isolated(visible(claim.text)), room)
    sentence = sentence_around(text, claim.span)
    if sentence.end - sentence.start <= room:
        return isolated(visible(text[sentence.start : sentence.end]).strip())
    if _begins_well(claim):
        return isolated(beginning(text[claim.span.start : claim.span.end], room))
    if claim.predicate.span.end - sentence.start <= room - 10:
        return isolated(beginning(text[sentence.start : sentence.end], room))
    return isolated(str(quote_of(text, claim.predicate.span, sentence, room)))


def _plainest(view: View, alignment: Alignment) -> Claim | None:
    """The claim whose words are nearest to a line's length, neither a bare noun nor a whole paragraph.

    One that states what its line says the articles share, and rather one with a number or a date, unless another article's is not the same.
    """
    shared = _shared(alignment)
    told = {mention.claim for mention in shared.mentions} if shared else set(alignment.claims)
    claims = [view.claims[claim] for claim in alignment.claims if claim in view.claims]
    exact = not _gives_other_numbers(view, alignment)
    return min(
        claims,
        key=lambda c: (c.id not in told, not _begins_well(c), bool(c.quantities or c.times) is not exact, abs(len(c.text) - 60), c.id),
        default=None,
    )


def _gives_other_numbers(view: View, alignment: Alignment) -> bool:
    """Whether two articles tell what they agree on with two numbers of one kind, which are not known to be of one thing."""
    given: dict[tuple[str, str], dict[str, set[float]]] = {}
    for claim in (view.claims[one] for one in alignment.claims if one in view.claims):
        for quantity in claim.quantities:
            if quantity.value is not None:
                kind = quantity.attribute or quantity.of or "", quantity.unit or ""
                given.setdefault(kind, {}).setdefault(claim.article, set()).add(quantity.value)
    return any(not one & other for articles in given.values() for one, other in combinations(articles.values(), 2))


def told_once(view: View) -> Iterator[Row]:
    number = len(view.once())
    unfolded = Verdict.SINGLE_SOURCE in view.look.unfolded
    if number and (unfolded or any(view.by_verdict.values())):
        yield BLANK
        claims = f"{SYMBOLS[Verdict.SINGLE_SOURCE]} {counted(number, 'claim', 'claims')} told once"
        yield row(Piece(claims, "single_source"), right=() if unfolded else (Piece("--verdict single_source lists them", "muted"),))
    if unfolded:
        yield from map(partial(_lone, view), view.once())


def _lone(view: View, claim: Claim) -> Row:
    where = view.shelf.where(claim.article, claim.span)
    room = max(24, view.look.width - cells_of(where.text) - view.letters - 8)
    return row(where, "  ", Piece(cut(_words(view, claim, room), room)), indent=2, right=(Piece(claim.id[: view.letters], "muted"),))


def _shared(alignment: Alignment) -> FacetValue | None:
    """The value that its origins are counted of; rather a number, a date or a participant than that it happened at all."""
    values = [
        (facet.facet is not Facet.POLARITY, value) for facet in alignment.facets for value in facet.values if value.origins == alignment.origins
    ]
    return max(values, key=_carried, default=(False, None))[1]


def _carried(one: tuple[bool, FacetValue]) -> tuple[bool, bool, int, str]:
    telling, value = one
    articles = {mention.article for mention in value.mentions}
    return len(articles) > 1, telling, len(articles), value.text


def _stating(alignment: Alignment) -> tuple[str, ...]:
    """The articles that state it."""
    shared = _shared(alignment)
    stating = {mention.article for mention in shared.mentions} if shared else set(alignment.articles)
    return tuple(article for article in alignment.articles if article in stating)


def _best_borne_first(alignment: Alignment) -> tuple[int, int, bool]:
    """By origins, then articles, then whether a number or a date is agreed on; otherwise as the report has it."""
    exact = any(facet.facet in (Facet.QUANTITY, Facet.TIME) for facet in alignment.facets)
    return -alignment.origins, -len(alignment.articles), not exact


def _begins_well(claim: Claim) -> bool:
    """Does the clause begin with a participant of its verb: "Russia delivered …", not "of the summit in …" or "delivered by …"?"""
    if claim.predicate.kind != "verb" or len(claim.text) < _CLAUSE:
        return False
    return any(argument.span.start - claim.span.start in range(5) for argument in claim.arguments)
