"""Who depends on whom: what do articles cite, which are one origin, and what stands on one leg?"""

from __future__ import annotations

from enum import IntEnum

from crosscheck.model.article import Article, Skipped
from crosscheck.model.claim import Span
from crosscheck.model.report import Overlap
from crosscheck.model.verdict import Verdict
from crosscheck.values import dataclass


class Credibility(IntEnum):
    """How well a piece of information is borne out: the digit of the Admiralty (NATO) grading, worded as in US Army FM 2-22.3, appendix B.

    The letter that goes with it grades a source's reliability, which no pile of articles shows; it is never given.
    """

    CONFIRMED = 1
    PROBABLY_TRUE = 2
    POSSIBLY_TRUE = 3
    DOUBTFUL = 4
    IMPROBABLE = 5
    CANNOT_BE_JUDGED = 6


@dataclass(frozen=True, slots=True)
class Cite:
    """An article that has something from a source, and where it first says so.

    `credit` is true where the text as a whole is the source's ("(Reuters)" in the dateline). `cited` are the articles of the pile that the
    source has published, by id.
    """

    article: str
    source: str
    text: str
    span: Span
    credit: bool = False
    cited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that count once whatever they state, and the sources that they cite. `id` is that of its first article."""

    id: str
    articles: tuple[str, ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Circle:
    """Articles each of which cites the publisher of the next, and the last that of the first; `sources[i]` is what `articles[i]` cites."""

    articles: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """Why two articles count as one origin for one fact: an overlap's kind and source; `credited` where a whole text is said to be the source's."""

    articles: tuple[str, str]
    kind: str
    source: str | None = None
    credited: bool = False


@dataclass(frozen=True, slots=True)
class Backing:
    """One value of a facet and the origins behind it; `denied` is true where all who name it say that it was not so."""

    facet: str
    value: str | float | None
    text: str
    articles: tuple[str, ...]
    origins: int
    credibility: Credibility
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """An alignment of several claims, as far as its backing goes; `joins` tell why articles count as one for it that do not for everything."""

    alignment: str
    question: str
    text: str
    articles: tuple[str, ...]
    origins: int
    verdict: Verdict
    credibility: Credibility
    values: tuple[Backing, ...]
    joins: tuple[Join, ...] = ()

    @property
    def two_sources(self) -> bool:
        """Whether it meets the rule that two independent sources must state a thing: two origins state every facet of it alike."""
        return self.credibility in (Credibility.CONFIRMED, Credibility.POSSIBLY_TRUE)


@dataclass(frozen=True, slots=True)
class Sources:
    """All of it, in the order in which it is shown; `facts` is None where they were not asked for."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    overlaps: tuple[Overlap, ...]
    origins: tuple[Origin, ...]
    cites: tuple[Cite, ...]
    circular: tuple[Circle, ...]
    facts: tuple[Fact, ...] | None = None
