"""What is a rule by which two details of one thing exclude each other?"""

from __future__ import annotations

from collections.abc import Callable

from crosscheck.model.claim import Facet
from crosscheck.model.detail import Detail, Kind
from crosscheck.model.verdict import Verdict
from crosscheck.values import dataclass


@dataclass(frozen=True, slots=True)
class DetailRule:
    """When two details exclude each other.

    `decide` gives the reason, or None where they do not. `question` has {thing} for what it is of, {things} or {name} for the same as it is
    written, {surname} and {place} for its name alone, {clause} for the scope of the detail.
    """

    id: str
    kind: Kind
    facet: Facet
    meaning: str
    example: tuple[str, str]
    question: str
    decide: Callable[[Detail, Detail], str | None]
    confidence: float = 0.85
    verdict: Verdict = Verdict.CONTRADICTION
