"""What has somebody decided about a finding?"""

from __future__ import annotations

from enum import StrEnum

from crosscheck.values import dataclass


class Decision(StrEnum):
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Review:
    """A person's decision; `reason` is why it was dismissed, `note` whatever else was to be kept."""

    decision: Decision
    reason: str | None = None
    note: str | None = None
