"""What articles agree and disagree on, as tables: a row a mention of a value, a cell of the matrix, a feature of a link."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.model.claim import Claim
from crosscheck.model.codec_values import number
from crosscheck.model.explanation import Explanation
from crosscheck.model.report import Alignment, FacetMention, FacetValue, FacetVerdict, Report
from crosscheck.report.matrix import Fact, facts_of
from crosscheck.report.tables.table import ABOUT, Cell, Table, about, listed, table, valued

_ALIGNMENT = ("alignment", "question", "story", "topics", "alignment_verdict")
_FACET = ("facet", "label", "verdict", "rule", "reason", "confidence", "review")
_VALUE = ("value", "value_text", "origins")
_MENTION = ("article", *ABOUT, "claim", "text", "start", "end", "source", "stance")


def compare(report: Report) -> Table:
    """A row for every mention of every value; one for every claim of an alignment that has no value to compare."""
    return table((*_ALIGNMENT, *_FACET, *_VALUE, *_MENTION), _Rows(report).all())


class _Rows:
    def __init__(self, report: Report):
        self._report = report
        self._articles = {article.id: article for article in report.articles}
        self._claims = {claim.id: claim for claim in report.claims}

    def all(self) -> Iterator[tuple[Cell, ...]]:
        for alignment in self._report.alignments:
            head = (alignment.id, alignment.question, alignment.story, listed(alignment.topics), alignment.verdict.value)
            for cells in self._facets(alignment) if alignment.facets else self._bare(alignment):
                yield (*head, *cells)

    def _facets(self, alignment: Alignment) -> Iterator[tuple[Cell, ...]]:
        for facet in alignment.facets:
            for value in facet.values:
                for mention in value.mentions:
                    yield (*_facet(facet), *_value(value), *self._mention(mention))

    def _bare(self, alignment: Alignment) -> Iterator[tuple[Cell, ...]]:
        nothing = (None,) * (len(_FACET) + len(_VALUE))
        for claim in (self._claims[id_] for id_ in alignment.claims if id_ in self._claims):
            yield (*nothing, *self._mention(FacetMention(claim.id, claim.article, claim.text, claim.span)))

    def _mention(self, mention: FacetMention) -> tuple[Cell, ...]:
        claim, article = self._claims.get(mention.claim), self._articles.get(mention.article)
        said = (mention.text, *mention.span, mention.source, stance_of(claim) if claim else None)
        return (mention.article, *about(article), mention.claim, *said)


def _facet(facet: FacetVerdict) -> tuple[Cell, ...]:
    return (
        facet.facet.value,
        facet.label,
        facet.verdict.value,
        facet.rule,
        facet.reason,
        number(facet.confidence),
        facet.review.decision.value if facet.review else None,
    )


def _value(value: FacetValue) -> tuple[Cell, ...]:
    return (valued(value.value), value.text, value.origins)


def stance_of(claim: Claim) -> str | None:
    """That of the nearest source; None where the article says it in its own voice."""
    return claim.attribution[0].stance.value if claim.attribution else None


def matrix(report: Report) -> Table:
    """A row a cell: a fact and one article, and of several values that it states, each."""
    columns = ("alignment", "question", "facet", "label", "verdict", "rule", "article", "state", "value", "claim", "source", "value_verdict")
    return table(columns, (row for fact in facts_of(report) for row in _cells(fact)))


def _cells(fact: Fact) -> Iterator[tuple[Cell, ...]]:
    facet, alignment = fact.facet, fact.alignment
    ruled = (facet.facet.value, facet.label, facet.verdict.value, facet.rule) if facet else (None, None, alignment.verdict.value, None)
    for name, told in fact.cells.items():
        head = (alignment.id, alignment.question, *ruled, name, told.state.value)
        if not told.said:
            yield (*head, None, None, None, None)
        for said in told.said:
            yield (*head, said.value, said.claim, said.source, said.verdict.value)


def explain(explanation: Explanation) -> Table:
    """A row a feature of a link between two claims."""
    columns = ("alignment", "claim", "other_claim", "likelihood", "bias", "feature", "value", "weight", "contribution", "words")
    name = explanation.alignment.id if explanation.alignment else None
    return table(
        columns,
        (
            (name, *link.claims, link.likelihood, link.bias, vote.feature, vote.value, vote.weight, vote.contribution, vote.words)
            for link in explanation.links
            for vote in link.votes
        ),
    )
