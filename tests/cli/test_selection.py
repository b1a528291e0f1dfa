"""Which part of a report is shown?"""

from __future__ import annotations

import pytest

from crosscheck.cli._selection import Selection, selected
from crosscheck.model.claim import Claim, Facet, Predicate, Span
from crosscheck.model.report import Alignment, FacetVerdict, Report
from crosscheck.model.verdict import Verdict


def claim(name: str, *topics: str) -> Claim:
    return Claim(name, "a", name, Span(0, 1), 0, Predicate(name, name, Span(0, 1)), topics)


def facet(name: Facet, verdict: Verdict, confidence: float) -> FacetVerdict:
    return FacetVerdict(name, verdict, f"{name}.x", "", confidence, ())


def alignment(name: str, verdict: Verdict, *facets: FacetVerdict) -> Alignment:
    return Alignment(name, None, "", (name,), (name,), ("a",), 1, verdict, 0.9, facets)


COUPS = alignment("coups", Verdict.CONTRADICTION, facet(Facet.TIME, Verdict.CONTRADICTION, 0.5), facet(Facet.PLACE, Verdict.AGREEMENT, 0.9))
AID = alignment("aid", Verdict.AGREEMENT, facet(Facet.QUANTITY, Verdict.AGREEMENT, 0.8))
ALONE = alignment("alone", Verdict.SINGLE_SOURCE)
REPORT = Report((), (), (), (claim("coups", "coups"), claim("aid", "aid"), claim("alone"), claim("loose", "aid")), (COUPS, AID, ALONE), (), ())


@pytest.mark.parametrize(
    ("wanted", "alignments", "claims"),
    [
        (Selection(), "coups aid alone", "coups aid alone loose"),
        (Selection(topics=("aid",)), "aid", "aid loose"),
        (Selection(verdicts=(Verdict.AGREEMENT,)), "aid", "aid"),
        (Selection(verdicts=(Verdict.SINGLE_SOURCE,)), "alone", "alone loose"),
        (Selection(facets=(Facet.TIME,)), "coups", "coups"),
        (Selection(facets=(Facet.PLACE,), verdicts=(Verdict.AGREEMENT,)), "coups", "coups"),
        (Selection(facets=(Facet.PLACE,), verdicts=(Verdict.CONTRADICTION,)), "", ""),
        (Selection(min_confidence=0.85), "coups alone", "coups alone"),
        (Selection(min_confidence=0.95), "", ""),
    ],
)
def test_only_what_was_asked_for_is_left(wanted: Selection, alignments: str, claims: str) -> None:
    """A facet that is not shown does not decide, and claims stay where an alignment or a topic needs them."""
    report = selected(REPORT, wanted)
    assert [one.id for one in report.alignments] == alignments.split()
    assert [one.id for one in report.claims] == claims.split()


def test_what_is_left_of_an_alignment_has_the_gravest_verdict_left() -> None:
    """Without its unsure time the alignment agrees."""
    (left, _) = selected(REPORT, Selection(min_confidence=0.85)).alignments
    assert (left.verdict, left.confidence, [one.facet for one in left.facets]) == (Verdict.AGREEMENT, 0.9, [Facet.PLACE])
