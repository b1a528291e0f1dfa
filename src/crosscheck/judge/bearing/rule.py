"""What is one step by which a claim is checked?"""

from __future__ import annotations

from collections.abc import Callable

from crosscheck.judge.bearing.case import Case
from crosscheck.judge.bearing.passages import Passage
from crosscheck.model.answer import Attitude, Bearing
from crosscheck.model.claim import Facet
from crosscheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Why a rule applies: one plain sentence, and the passage that shows it; None where there is nothing to show."""

    reason: str
    passage: Passage | None = None
    facet: Facet | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One step of the ladder for the verdict (`check.`) or for the stance (`stance.`); the first that applies decides.

    `example` is a claim and the words of the evidence; `confidence` is about the share of right answers among those that the rule gave on
    the dev parts of VitaminC (CC BY-SA 3.0), NewsNLI and RTE-Quant (MIT), and 0.5 where it decided fewer than 30 pairs there.
    """

    id: str
    answer: Bearing | Attitude
    meaning: str
    example: tuple[str, str]
    decide: Callable[[Case], Found | None]
    confidence: float = 0.7
