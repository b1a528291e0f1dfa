"""Which alignment would a reader want to see first?

Of two that are equally grave, the one that settles numbers, dates and names of a known topic across several origins goes before one that
only says that both "have" something.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from crosscheck.extract.predicates import predicate_class
from crosscheck.model.claim import Claim, Facet
from crosscheck.model.report import Alignment, FacetVerdict
from crosscheck.model.verdict import Verdict

# What a facet adds, by how often a check of it is worth the reader's time; set by hand on the seed articles.
WORTH: Mapping[Facet, float] = MappingProxyType(
    {
        Facet.QUANTITY: 3.0,
        Facet.TIME: 2.0,
        Facet.PLACE: 1.0,
        Facet.AGENT: 1.0,
        Facet.RECIPIENT: 1.0,
        Facet.PATIENT: 0.5,
        Facet.TYPE: 0.5,
        Facet.POLARITY: 0.0,
    }
)
TOPIC = 2.0  # of a known kind of event
ANOTHER_ORIGIN = 1.5
SPOKEN = frozenset({"statements"})  # that somebody said something is seldom the news
SAYING = frozenset({"say"})  # the class of "said", "told", "added": only the words around it tell what was said


def interest_of(alignment: Alignment) -> float:
    """The higher, the earlier; each kind of facet counts once."""
    facets = {facet.facet for facet in alignment.facets if is_told_twice(facet)}
    topic = TOPIC if set(alignment.topics) - SPOKEN else -TOPIC if alignment.topics else 0.0
    return sum(WORTH[facet] for facet in facets) + topic + ANOTHER_ORIGIN * (alignment.origins - 1)


def is_news(alignment: Alignment, claims: Sequence[Claim]) -> bool:
    """Whether the alignment tells a reader more than that the articles name the same event ("the scandal") or that somebody said something.

    `claims` are those of the alignment, as far as they are known. What differs is news whatever it is about.
    """
    if not claims:
        return True
    if all(claim.is_mention for claim in claims):
        return False
    if alignment.verdict not in (Verdict.AGREEMENT, Verdict.COMPATIBLE, Verdict.SINGLE_SOURCE) or not all(map(_is_saying, claims)):
        return True
    return any(facet.facet in (Facet.QUANTITY, Facet.TIME, Facet.PATIENT) for facet in alignment.facets)


def _is_saying(claim: Claim) -> bool:
    return predicate_class(claim.predicate.lemma, claim.predicate.kind) in SAYING


def is_told_twice(facet: FacetVerdict) -> bool:
    """Whether two articles speak of it."""
    return len({mention.article for value in facet.values for mention in value.mentions}) > 1
