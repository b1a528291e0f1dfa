"""Which places are set apart already?"""

from __future__ import annotations

from crosscheck.judge.apart import Apart
from crosscheck.model.claim import Facet, Span
from crosscheck.model.report import FacetMention, FacetValue, FacetVerdict
from crosscheck.model.verdict import Verdict

ONE, OTHER, ELSEWHERE = Span(4, 8), Span(30, 36), Span(50, 52)


def facet(verdict: Verdict) -> FacetVerdict:
    values = tuple(FacetValue(None, "twelve", 1, (FacetMention(f"c{name}", name, "twelve", span),)) for name, span in (("a", ONE), ("b", OTHER)))
    return FacetVerdict(Facet.QUANTITY, verdict, "quantity.other", "12 and 14 differ.", 0.9, values)


def test_two_places_of_one_contradiction_are_set_apart() -> None:
    """In either order; a place that it does not speak of is not."""
    apart = Apart()
    apart.add(facet(Verdict.CONTRADICTION))
    assert apart.holds((("a", ONE), ("b", OTHER)))
    assert apart.holds((("b", OTHER), ("a", ONE)))
    assert not apart.holds((("a", ONE), ("b", ELSEWHERE)))
    assert not apart.holds((("c", ONE), ("b", OTHER)))


def test_what_agrees_sets_nothing_apart() -> None:
    """Only contradictions count."""
    apart = Apart()
    apart.add(facet(Verdict.AGREEMENT))
    assert not apart.holds((("a", ONE), ("b", OTHER)))
