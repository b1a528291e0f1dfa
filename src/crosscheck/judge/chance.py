"""Do claims agree in more than what any two reports may have in common?

"It is seeking a buyer" and "is seeking a loan" both affirm a seeking, and two firms lose 1.7 percent in one week. What stories share as their
background ("the coup of 2012 in Norvia") has a name, a year or a count that both give. In one story too "he declined to comment" and "sales declined"
have no more in common than the word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosscheck.align.similarity import Similarity
from crosscheck.extract.names import folded
from crosscheck.model.claim import Claim, Facet
from crosscheck.model.report import FacetVerdict
from crosscheck.model.verdict import Verdict

YEAR = 4  # digits
# Where two claims have only in common that both affirm it: the likelihood, the words that their surroundings share, and these with the words that
# their articles share, from which on they may be of one event. Chosen on ten marked stories of ECB+, where 108 of 386 such agreements are below and
# 0.1 of agreement recall is lost; read in MEANTIME and 700 newswire reports, where nine in ten of those below are of two events.
LIKELY, NEARBY, AROUND = 0.5, 0.35, 0.5


def may_meet_by_chance(claims: Sequence[Claim], story: str | None) -> bool:
    """Whether the claims are of several articles that are of no one story, and no two of these give one name, one year or one count in them."""
    if story is not None or len({claim.article for claim in claims}) < 2:
        return False
    given: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for tie in _ties(claim):
            given[tie].add(claim.article)
    return all(len(articles) < 2 for articles in given.values())


def affirm_by_chance(facets: Sequence[FacetVerdict], claims: Sequence[Claim], links: Mapping[frozenset[str], Similarity]) -> bool:
    """Whether nothing agrees but that both affirm it, or negate it, and little else speaks for one event.

    Of the links between articles none need be known: copied sentences and things named have none.
    """
    if not facets or any(facet.facet is not Facet.POLARITY or facet.verdict is not Verdict.AGREEMENT for facet in facets):
        return False
    across = tuple(_across(claims, links))
    return bool(across) and not any(map(_tells, across))


def _across(claims: Iterable[Claim], links: Mapping[frozenset[str], Similarity]) -> Iterator[Similarity]:
    """The links between claims of two articles."""
    article = {claim.id: claim.article for claim in claims}
    yield from (link for pair, link in links.items() if pair <= article.keys() and len({article[claim] for claim in pair}) > 1)


def _tells(link: Similarity) -> bool:
    return link.likelihood >= LIKELY or link.part("context") >= NEARBY or link.part("context") + link.part("articles") >= AROUND


def _ties(claim: Claim) -> Iterator[str]:
    """The names and the years that the claim gives, and how many of what it counts ("two coups")."""
    yield from (folded(argument.entity or argument.text) for argument in claim.arguments if argument.name)
    counted = (quantity for quantity in claim.quantities if quantity.kind == "count" and quantity.of and quantity.value)
    yield from (f"{quantity.value:g} {folded(str(quantity.of)).split()[-1]}" for quantity in counted)
    yield from (time.value[:YEAR] for time in claim.times if time.value[:YEAR].isdigit() and any(map(str.isdigit, time.text)))
