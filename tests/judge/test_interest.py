"""Which alignments would a reader want to see?"""

from __future__ import annotations

import pytest

from crosscheck.judge.interest import is_news
from crosscheck.model.claim import Claim, Facet, Predicate, Span
from crosscheck.model.report import Alignment, FacetVerdict
from crosscheck.model.verdict import Verdict


def claim(lemma: str, kind: str = "verb") -> Claim:
    return Claim(lemma, "a", lemma, Span(0, 3), 0, Predicate(lemma, lemma, Span(0, 3), kind))


def alignment(verdict: Verdict, *facets: Facet) -> Alignment:
    found = tuple(FacetVerdict(facet, verdict, "x.y", "", 1.0, ()) for facet in facets)
    return Alignment("a1", None, "What?", (), (), (), 1, verdict, 1.0, found)


@pytest.mark.parametrize(
    ("verdict", "facets", "claims", "news"),
    [
        (Verdict.AGREEMENT, (Facet.POLARITY,), (claim("scandal", "mention"), claim("scandal", "mention")), False),
        (Verdict.AGREEMENT, (Facet.AGENT, Facet.POLARITY), (claim("say"), claim("tell")), False),
        (Verdict.AGREEMENT, (Facet.TIME,), (claim("say"), claim("tell")), True),
        (Verdict.CONTRADICTION, (Facet.AGENT,), (claim("say"), claim("tell")), True),
        (Verdict.AGREEMENT, (Facet.POLARITY,), (claim("say"), claim("resign")), True),
    ],
)
def test_naming_and_saying_alone_are_no_news(verdict: Verdict, facets: tuple[Facet, ...], claims: tuple[Claim, ...], news: bool) -> None:
    """That two articles name a scandal, or that an official spoke, tells a reader nothing; when he spoke, or who differs, does."""
    assert is_news(alignment(verdict, *facets), claims) is news
