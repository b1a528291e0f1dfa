"""Which alignment would a reader want to see first?

Of two that are equally grave, the one that settles numbers, dates and names of a known topic across several origins goes before one that
only says that both "have" something.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from crosscheck.model.claim import Facet
from crosscheck.model.report import Alignment, FacetVerdict

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


def interest_of(alignment: Alignment) -> float:
    """The higher, the earlier; each kind of facet counts once."""
    facets = {facet.facet for facet in alignment.facets if is_told_twice(facet)}
    topic = TOPIC if set(alignment.topics) - SPOKEN else -TOPIC if alignment.topics else 0.0
    return sum(WORTH[facet] for facet in facets) + topic + ANOTHER_ORIGIN * (alignment.origins - 1)


def is_told_twice(facet: FacetVerdict) -> bool:
    """Whether two articles speak of it."""
    return len({mention.article for value in facet.values for mention in value.mentions}) > 1
