"""Do the articles bear a claim out, and in which words?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.model.answer import Answer, Evidence
from crosscheck.model.article import Article
from crosscheck.report.format import Look
from crosscheck.report.quotes import isolated, visible
from crosscheck.report.rows import BLANK, Piece, Row, cut, hanging, row
from crosscheck.report.theme import ANSWERS
from crosscheck.report.views.sources import Shelf

_MOST = 5  # pieces of evidence of one claim


def check(answers: Sequence[Answer], articles: Sequence[Article], look: Look) -> Iterator[Row]:
    """The verdict on each claim, and the weightiest evidence first."""
    shelf = Shelf(articles, look)
    for number, answer in enumerate(answers):
        if number:
            yield BLANK
        yield from _answer(shelf, answer, look)


def _answer(shelf: Shelf, answer: Answer, look: Look) -> Iterator[Row]:
    symbol, role, words = ANSWERS[answer.verdict]
    sure = Piece(f"confidence {answer.confidence:.2f} · stance: {answer.stance.value}", "muted")
    yield hanging(Piece(symbol, role), Piece(words, role), Piece(f": {isolated(visible(answer.claim))}", "question"), right=(sure,))
    shown = None
    for evidence in answer.evidence[:_MOST]:
        passage = evidence.article, evidence.span
        if passage != shown:  # several rules may speak of one passage
            yield _passage(shelf, evidence, look)
        shown = passage
        yield row(Piece(visible(evidence.reason), "reason"), indent=2, right=(Piece(evidence.rule, "muted"),))
    if len(answer.evidence) > _MOST:
        yield row(Piece(f"and {len(answer.evidence) - _MOST} more passages", "muted"), indent=2)
    if not answer.evidence:
        yield row(Piece("No passage speaks of it.", "muted"), indent=2)


def _passage(shelf: Shelf, evidence: Evidence, look: Look) -> Row:
    words = [Piece(f"“{isolated(cut(visible(evidence.text), 3 * (look.width - 12)))}”", "quote")]
    if look.quotes is not None:
        words = list(shelf.quote(evidence.article, evidence.span, evidence.span, 0)) or words
    return row(shelf.where(evidence.article, evidence.span), "  ", *words, indent=2)
