"""What does a comparison of articles come to?"""

from __future__ import annotations

from collections import Counter

from crosscheck.model.article import Article, Skipped
from crosscheck.model.claim import Claim, Facet, Span
from crosscheck.model.review import Review
from crosscheck.model.verdict import Verdict
from crosscheck.values import dataclass


@dataclass(frozen=True, slots=True)
class FacetMention:
    """Where a value stands: claim and article by id, the words, and who says it (None: the article in its own voice)."""

    claim: str
    article: str
    text: str
    span: Span
    source: str | None = None


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One of the values that an alignment's facet takes: normalised, in its first words, and every mention of it."""

    value: str | float | None
    text: str
    origins: int
    mentions: tuple[FacetMention, ...]


@dataclass(frozen=True, slots=True)
class FacetVerdict:
    """One facet of an alignment with its verdict, the rule that decided, the reason and the values.

    `label` says what of the event is meant where the facet alone does not ("deaths", "helicopter"), or None. `review` is what a person has decided
    about it.
    """

    facet: Facet
    verdict: Verdict
    rule: str
    reason: str
    confidence: float
    values: tuple[FacetValue, ...]
    label: str | None = None
    review: Review | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """Claims that speak of the same event or state, and the verdicts on their facets."""

    id: str
    story: str | None
    question: str
    topics: tuple[str, ...]
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    origins: int
    verdict: Verdict
    confidence: float
    facets: tuple[FacetVerdict, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two articles."""

    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Overlap:
    """Why two articles are not independent. `kind` is copied_text, same_author, same_publisher, shared_source or cites.

    `share` is the part of the shorter article's words that stand in shared passages, None for other kinds. `source` names the
    upstream source, the author or the publisher. `credited` are those of the articles whose whole text is said to be the source's.
    """

    articles: tuple[str, str]
    kind: str
    share: float | None = None
    passages: tuple[Passage, ...] = ()
    source: str | None = None
    credited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """Something that can be recomputed inside one article, and whether it holds."""

    article: str
    rule: str
    holds: bool
    span: Span
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that report the same happenings: what a desk would call it, and why they belong together."""

    id: str
    articles: tuple[str, ...]
    name: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Archive:
    """What new articles were compared with: how many articles are in it, and the ids of those that may tell of the same and were compared."""

    articles: int
    compared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The whole comparison, in the order in which it is shown. `version` is the crosscheck that made it, None for the one that runs.

    With an `archive` it tells only what new articles have to do with each other and with that.
    """

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    stories: tuple[Story, ...]
    claims: tuple[Claim, ...]
    alignments: tuple[Alignment, ...]
    overlaps: tuple[Overlap, ...]
    checks: tuple[Check, ...]
    version: str | None = None
    archive: Archive | None = None

    def is_new(self, article: str) -> bool:
        """Whether it was compared with an archive that does not hold it; without an archive nothing is new."""
        return self.archive is not None and article not in self.archive.compared

    def count(self, verdict: Verdict) -> int:
        return Counter(alignment.verdict for alignment in self.alignments)[verdict]
