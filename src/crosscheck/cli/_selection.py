"""Which part of a report was asked for?

Facets first, since a facet that is not asked for must not decide an alignment's verdict; then confidence, topics and verdicts.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from crosscheck.model.claim import Claim, Facet
from crosscheck.model.report import Alignment, Report, Story
from crosscheck.model.verdict import Verdict
from crosscheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """What --topic, --facet, --verdict and --min-confidence name; empty means all."""

    topics: Collection[str] = ()
    facets: Collection[Facet] = ()
    verdicts: Collection[Verdict] = ()
    min_confidence: float = 0.0

    def is_all(self) -> bool:
        return not (self.topics or self.facets or self.verdicts or self.min_confidence)


def selected(report: Report, wanted: Selection) -> Report:
    """The report with the alignments that were asked for, and the claims that they need or that stand alone in a wanted topic."""
    if wanted.is_all():
        return report
    narrowed = (_narrowed(alignment, wanted) for alignment in report.alignments)
    alignments = tuple(one for one in narrowed if one and _is_wanted(one, wanted))
    aligned = {claim for alignment in report.alignments for claim in alignment.claims}
    shown = {claim for alignment in alignments for claim in alignment.claims}
    alone = not (wanted.facets or wanted.min_confidence) and (not wanted.verdicts or Verdict.SINGLE_SOURCE in wanted.verdicts)
    claims = tuple(c for c in report.claims if c.id in shown or (alone and c.id not in aligned and _speaks_of(c, wanted)))
    return replace(report, alignments=alignments, claims=claims)


def of_story(report: Report, story: Story | None) -> Report:
    """What the articles of one story tell, with whatever other articles say of the same; the whole report where no story is given."""
    if story is None:
        return report
    own = set(story.articles)
    alignments = tuple(one for one in report.alignments if not own.isdisjoint(one.articles))
    aligned = {claim for alignment in alignments for claim in alignment.claims}
    claims = tuple(claim for claim in report.claims if claim.article in own or claim.id in aligned)
    told = own | {claim.article for claim in claims}
    return replace(
        report,
        articles=tuple(article for article in report.articles if article.id in told),
        stories=(story,),
        claims=claims,
        alignments=alignments,
        overlaps=tuple(overlap for overlap in report.overlaps if told.issuperset(overlap.articles)),
        checks=tuple(check for check in report.checks if check.article in own),
    )


def claims_of(claims: tuple[Claim, ...], topics: Collection[str]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if _speaks_of(claim, Selection(topics=topics)))


def _narrowed(alignment: Alignment, wanted: Selection) -> Alignment | None:
    """None where nothing that was asked for is left of it."""
    facets = tuple(
        facet for facet in alignment.facets if (not wanted.facets or facet.facet in wanted.facets) and facet.confidence >= wanted.min_confidence
    )
    if facets == alignment.facets:
        return None if wanted.facets and not facets else alignment
    if not facets:
        return None
    verdict = min((facet.verdict for facet in facets), key=lambda verdict: verdict.gravity)
    confidence = max(facet.confidence for facet in facets if facet.verdict is verdict)
    return replace(alignment, facets=facets, verdict=verdict, confidence=min(alignment.confidence, confidence))


def _is_wanted(alignment: Alignment, wanted: Selection) -> bool:
    if alignment.confidence < wanted.min_confidence or (wanted.verdicts and alignment.verdict not in wanted.verdicts):
        return False
    return not wanted.topics or not set(wanted.topics).isdisjoint(alignment.topics)


def _speaks_of(claim: Claim, wanted: Selection) -> bool:
    return not wanted.topics or not set(wanted.topics).isdisjoint(claim.topics)
