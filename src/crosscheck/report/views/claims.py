"""Which claims does each article make, and who says them?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.model.article import Article
from crosscheck.model.claim import Claim
from crosscheck.report.format import Look
from crosscheck.report.rows import BLANK, Cell, Piece, Row, cells_of, counted, cut, headed, row
from crosscheck.report.views.sources import Shelf, sayers, titled
from crosscheck.report.views.values import joined, values_of

_LINES = 3  # of quote; a claim that is longer is cut


def claims(articles: Sequence[Article], claims: Sequence[Claim], look: Look) -> Iterator[Row]:
    """The claims by article, in the order of the text."""
    shelf = Shelf(articles, look)
    claims = [claim for claim in claims if not claim.is_mention]  # "the scandal" alone is no news; JSON has it
    shown = [article for article in articles if any(claim.article == article.id for claim in claims)]
    yield headed("claims", counted(len(articles), "article"), counted(len(claims), "claim"))
    for article in shown:
        own = sorted((claim for claim in claims if claim.article == article.id), key=lambda claim: (claim.span, claim.id))
        yield BLANK
        yield _heading(shelf, article, len(own), look)
        for claim in own:
            yield from _claim(shelf, claim, look)


def _heading(shelf: Shelf, article: Article, number: int, look: Look) -> Row:
    count = Piece(counted(number, "claim"), "muted")
    label = shelf.named(article.id)
    return row(label, "  ", Piece(cut(titled(article), max(20, look.width - cells_of(label.text) - 16)), "title"), right=(count,))


def _claim(shelf: Shelf, claim: Claim, look: Look) -> Iterator[Row]:
    whole = shelf.where(claim.article, claim.span)
    place = Piece(whole.text.rpartition(" ")[2], whole.role, whole.link)
    quote = shelf.quote(claim.article, claim.predicate.span, claim.span, _LINES * (look.width - 10))
    yield Row((Cell((place,), 4), Cell(quote)), 2, (Piece(" ".join(claim.topics[:3]), "muted"),) if claim.topics else ())
    said = ((Piece(sayers(claim.attribution), "source" if claim.attribution else "own_voice"),),)
    yield Row((Cell((Piece(""),), 4), Cell(joined(iter((*said, *values_of(claim)))))), 2)
