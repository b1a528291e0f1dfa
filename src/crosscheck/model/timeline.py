"""What happened when, who reports it, and where do they differ?

Times are half-open ISO 8601 dates or date-times; None is an open end.
"""

from __future__ import annotations

from enum import StrEnum

from crosscheck.model.article import Article, Skipped
from crosscheck.model.claim import Modality, Polarity, Span
from crosscheck.model.report import FacetVerdict
from crosscheck.model.verdict import Verdict
from crosscheck.values import dataclass


class Granularity(StrEnum):
    """How finely a time is known, finest first."""

    TIME = "time"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class When:
    """A time as finely as it is known: `text` says it in full ("late February 2024"), `value` is its TIMEX3 value."""

    since: str | None
    until: str | None
    granularity: Granularity
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class Dating:
    """A time that a claim gives the event, in the article's words; `when` is None where its year is not known."""

    claim: str
    article: str
    text: str
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What one claim, or several that speak of one event, date alike. `text` are the words of one of them, `claim`, at
    `span` of `article`.

    `verdict` is that of its alignment and `differences` are the facets on which these claims are not at one; a claim that stands alone has
    neither an alignment nor a difference. `when` is None for what nobody dates.
    """

    when: When | None
    claim: str
    article: str
    text: str
    span: Span
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    sources: tuple[str, ...]
    datings: tuple[Dating, ...]
    modality: Modality
    polarity: Polarity
    alignment: str | None = None
    question: str | None = None
    origins: int = 1
    verdict: Verdict = Verdict.SINGLE_SOURCE
    differences: tuple[FacetVerdict, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated events in order, and the others in the order in which the articles tell them."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    events: tuple[Event, ...]
    undated: tuple[Event, ...]
