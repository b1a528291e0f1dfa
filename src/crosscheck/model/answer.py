"""Do the articles bear a given claim out, and what is their own attitude to it?"""

from __future__ import annotations

from enum import StrEnum

from crosscheck.model.claim import Facet, Span
from crosscheck.values import dataclass


class Bearing(StrEnum):
    """What the content of the evidence does to the claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    NOT_ENOUGH_INFO = "not_enough_info"


class Attitude(StrEnum):
    """What the evidence itself does with the claim: states it, denies it, merely reports somebody's saying it, or speaks of something else."""

    AGREE = "agree"
    DISAGREE = "disagree"
    DISCUSS = "discuss"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that bears on the claim; `facet` is None where the claim as a whole was met."""

    article: str
    span: Span
    text: str
    facet: Facet | None
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What `crosscheck check` says of one claim, the weightiest evidence first. `id` is the caller's, None on the command line."""

    claim: str
    verdict: Bearing
    stance: Attitude
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    id: str | int | None = None
