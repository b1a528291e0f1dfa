"""Which verdicts are there, which rule decides one, and what did it find?"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from crosscheck.model.article import Article
from crosscheck.model.claim import Argument, Claim, Facet, Quantity, Time
from crosscheck.values import dataclass


class Verdict(StrEnum):
    """In the order of gravity, gravest first."""

    CONTRADICTION = "contradiction"
    SUPERSEDED = "superseded"
    COMPATIBLE = "compatible"
    AGREEMENT = "agreement"
    SINGLE_SOURCE = "single_source"

    @property
    def gravity(self) -> int:
        """0 is the gravest."""
        return _GRAVITY[self]


_GRAVITY = {verdict: place for place, verdict in enumerate(Verdict)}


@dataclass(frozen=True, slots=True)
class Statement:
    """What one claim of one article states for one facet: the thing that a comparator compares.

    `value` is a Quantity for quantity, a Time for time, an Argument for the entity facets, and None for polarity (the claim carries it).
    """

    facet: Facet
    claim: Claim
    article: Article
    value: Quantity | Time | Argument | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a comparator says of two statements: a verdict, the id of the rule that decided, and one plain sentence that names both values."""

    verdict: Verdict
    rule: str
    reason: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Rule:
    """One step of a comparator's ladder.

    `decide` returns the reason when the rule applies and None when it does not; the first rule of a ladder that applies decides.
    `meaning` says in one sentence when it applies; `example` is a pair of quotes that it decides.
    """

    id: str
    verdict: Verdict
    meaning: str
    example: tuple[str, str]
    decide: Callable[[Statement, Statement], str | None]
    confidence: float = 0.9
