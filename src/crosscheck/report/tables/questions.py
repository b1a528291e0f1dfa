"""What the articles say of a claim, as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.model.answer import Answer
from crosscheck.model.article import Article
from crosscheck.model.codec_values import number
from crosscheck.report.tables.table import ABOUT, Cell, Table, about, table


def check(answers: Sequence[Answer], articles: Sequence[Article]) -> Table:
    """A row a passage that bears on a claim; one for a claim of which no passage speaks."""
    known = {article.id: article for article in articles}
    evidence = ("article", *ABOUT, "text", "start", "end", "facet", "rule", "reason")
    rows = (row for answer in answers for row in _answer(answer, known))
    return table(("id", "claim", "verdict", "stance", "confidence", *evidence), rows)


def _answer(answer: Answer, known: dict[str, Article]) -> Iterator[tuple[Cell, ...]]:
    head = (answer.id, answer.claim, answer.verdict.value, answer.stance.value, number(answer.confidence))
    if not answer.evidence:
        yield (*head, *(None,) * 11)
    for one in answer.evidence:
        facet = one.facet.value if one.facet else None
        yield (*head, one.article, *about(known.get(one.article)), one.text, *one.span, facet, one.rule, one.reason)
