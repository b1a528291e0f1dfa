"""What has changed between two versions of one article?"""

from __future__ import annotations

from enum import StrEnum

from crosscheck.model.article import Article
from crosscheck.model.claim import Span
from crosscheck.model.verdict import Verdict
from crosscheck.values import dataclass


class Kind(StrEnum):
    """What happened to a fact."""

    CHANGED = "changed"
    APPEARED = "appeared"
    VANISHED = "vanished"


class Aspect(StrEnum):
    """What of a sentence has changed: a facet, who says it, how surely, or the statement as a whole."""

    QUANTITY = "quantity"
    TIME = "time"
    NAME = "name"
    AGENT = "agent"
    PATIENT = "patient"
    RECIPIENT = "recipient"
    PLACE = "place"
    TYPE = "type"
    POLARITY = "polarity"
    EVENT = "event"
    CERTAINTY = "certainty"
    ATTRIBUTION = "attribution"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one version, and the sentence in which they stand; both are spans of its text."""

    text: str
    span: Span
    context: Span


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that changed, appeared or vanished.

    A side is None where that version has nothing of it. `verdict` and `rule` are those of the comparator that set the two values side by
    side, None where there is only one or where they are no facet's values. `before` and `after` are the two values in words, None for a
    statement as a whole. `reason` is one sentence that names both.
    """

    kind: Kind
    aspect: Aspect
    old: Side | None
    new: Side | None
    reason: str
    before: str | None = None
    after: str | None = None
    verdict: Verdict | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """Two versions and what lies between them, in the order of the text; `reworded` and `same` count sentences of the new version."""

    old: Article
    new: Article
    changes: tuple[Change, ...]
    reworded: int
    same: int

    def count(self, kind: Kind) -> int:
        return sum(change.kind is kind for change in self.changes)
