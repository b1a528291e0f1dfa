"""Do claims of several stories agree in more than what any two reports may have in common?

"It is seeking a buyer" and "is seeking a loan" both affirm a seeking, and two firms lose 1.7 percent in one week. What stories share as their
background ("the coup of 2012 in Norvia") has a name, a year or a count that both give.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from crosscheck.extract.names import folded
from crosscheck.model.claim import Claim

YEAR = 4  # digits


def may_meet_by_chance(claims: Sequence[Claim], story: str | None) -> bool:
    """Whether the claims are of several articles that are of no one story, and no two of these give one name, one year or one count in them."""
    if story is not None or len({claim.article for claim in claims}) < 2:
        return False
    given: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for tie in _ties(claim):
            given[tie].add(claim.article)
    return all(len(articles) < 2 for articles in given.values())


def _ties(claim: Claim) -> Iterator[str]:
    """The names and the years that the claim gives, and how many of what it counts ("two coups")."""
    yield from (folded(argument.entity or argument.text) for argument in claim.arguments if argument.name)
    counted = (quantity for quantity in claim.quantities if quantity.kind == "count" and quantity.of and quantity.value)
    yield from (f"{quantity.value:g} {folded(str(quantity.of)).split()[-1]}" for quantity in counted)
    yield from (time.value[:YEAR] for time in claim.times if time.value[:YEAR].isdigit() and any(map(str.isdigit, time.text)))
