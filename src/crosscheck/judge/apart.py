"""Which places of articles does a contradiction set apart already?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from crosscheck.model.claim import Span
from crosscheck.model.report import Alignment, FacetVerdict
from crosscheck.model.verdict import Verdict

Place = tuple[str, Span]  # in the article of that id


class Apart:
    """The contradictions of some alignments, by the articles that they speak of: a large pile has thousands, and a pair of places is asked of few."""

    def __init__(self, alignments: Iterable[Alignment] = ()) -> None:
        self._facets: defaultdict[str, list[FacetVerdict]] = defaultdict(list)
        for alignment in alignments:
            for facet in alignment.facets:
                self.add(facet)

    def add(self, facet: FacetVerdict) -> None:
        """Takes a facet's verdict in, where it is a contradiction."""
        if facet.verdict is Verdict.CONTRADICTION:
            for article in {mention.article for value in facet.values for mention in value.mentions}:
                self._facets[article].append(facet)

    def holds(self, places: Sequence[Place]) -> bool:
        """Whether one contradiction speaks of all of these places, of which there is one at least."""
        return any(all(_mentions(facet, *place) for place in places) for facet in self._facets.get(places[0][0], ()))


def _mentions(facet: FacetVerdict, article: str, span: Span) -> bool:
    return any(mention.article == article and mention.span.touches(span) for value in facet.values for mention in value.mentions)
