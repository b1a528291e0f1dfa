"""Why were claims aligned, what decided, and what would have decided otherwise?"""

from __future__ import annotations

from enum import StrEnum

from crosscheck.model.claim import Facet
from crosscheck.model.report import Alignment
from crosscheck.model.verdict import Verdict
from crosscheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Vote:
    """What one feature says for or against one event: its value, what it weighs, and what that comes to in this pair, in plain words."""

    feature: str
    value: float
    weight: float
    words: str

    @property
    def contribution(self) -> float:
        """In log odds."""
        return round(self.value * self.weight, 4)


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims by id, how likely they speak of one event (0..1), the score of two with nothing in common, and the votes, weightiest first."""

    claims: tuple[str, str]
    likelihood: float
    bias: float
    votes: tuple[Vote, ...]


class Kind(StrEnum):
    """What of a text is changed, the smallest change first."""

    VALUE = "value"
    ATTRIBUTION = "attribution"
    NEGATION = "negation"
    MODALITY = "modality"


@dataclass(frozen=True, slots=True)
class Change:
    """A change of what articles say that changes the verdict of an alignment.

    `old` and `new` are the words of the value (VALUE) or of the source (ATTRIBUTION, where `new` is None); `claims` are those changed. `rule` is
    the rule that would decide then, None where nothing would be left to compare.
    """

    kind: Kind
    facet: Facet | None
    articles: tuple[str, ...]
    claims: tuple[str, ...]
    old: str | None
    new: str | None
    verdict: Verdict
    rule: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Of an alignment, or of a claim that stands in none (`alignment` None): its links, and the changes that flip the verdict, smallest first.

    Of a claim that stands alone the links are to the claims that come nearest.
    """

    id: str
    alignment: Alignment | None
    links: tuple[Link, ...]
    flips: tuple[Change, ...] = ()
