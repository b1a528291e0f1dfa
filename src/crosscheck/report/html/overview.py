"""What does the head of a page say: how many of what, from how many witnesses, and what was not read?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from crosscheck.independence.origins import Origins
from crosscheck.model.article import Skipped
from crosscheck.model.claim import Facet
from crosscheck.model.report import Report
from crosscheck.model.verdict import Verdict
from crosscheck.report.html.findings import Finding, Group, Once
from crosscheck.report.html.reader import Reader
from crosscheck.report.quotes import visible
from crosscheck.report.rows import counted, cut
from crosscheck.report.theme import NAMES, SYMBOLS
from crosscheck.report.views.sources import titled
from crosscheck.values import dataclass

_TITLE = 48  # letters
Choices = tuple[str, str, tuple[tuple[str, str], ...]]
"""What one can filter by: its key, its name, and the values with their labels."""


@dataclass(frozen=True, slots=True)
class Count:
    """So many of one verdict; `role` is the verdict or "check"."""

    role: str
    symbol: str
    number: int
    name: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Unread:
    path: str
    reason: str


def lede(report: Report) -> str:
    """ "386 claims of 5 articles in 2 stories, which are 4 origins", and what an origin is."""
    claims = sum(not claim.is_mention for claim in report.claims)
    origins = Origins(report.overlaps).count(article.id for article in report.articles)
    told = f"{counted(claims, 'claim')} of {counted(len(report.articles), 'article')}"
    stories = f" in {counted(len(report.stories), 'story', 'stories')}" if report.stories else ""
    return f"{told}{stories}, which are {counted(origins, 'origin')}: articles that share text, an author or a publisher are one witness."


def tally(groups: Iterable[Group], once: Sequence[Once], failed: int) -> tuple[Count, ...]:
    """Contradictions even where there are none; other verdicts where there are some."""
    numbers = {group.verdict: len(group.findings) for group in groups} | {Verdict.SINGLE_SOURCE: len(once)}
    shown = [verdict for verdict in Verdict if numbers[verdict] or verdict is Verdict.CONTRADICTION]
    counts = [_count(verdict, numbers[verdict]) for verdict in shown]
    return (*counts, Count("check", "!", failed, "wrong figure" if failed == 1 else "wrong figures", "checks")) if failed else tuple(counts)


def _count(verdict: Verdict, number: int) -> Count:
    name = NAMES[verdict][number != 1]
    return Count(verdict.value, SYMBOLS[verdict], number, name, f"v-{verdict.value}" if number else "main")


class _Themed(Protocol):
    """Whatever has topics."""

    @property
    def topics(self) -> tuple[str, ...]: ...


def choices(findings: Iterable[Finding], once: Iterable[_Themed], reader: Reader) -> tuple[Choices, ...]:
    """The facets, topics and articles that anything on the page has; a list of one is no choice."""
    shown = tuple(findings)
    themed: Iterable[_Themed] = (*shown, *once)
    topics = Counter(topic for one in themed for topic in one.topics)
    facets = {kind for finding in shown for kind in finding.kinds}
    articles = tuple((reader.anchor(one.id) or "", cut(f"{reader.shelf.label(one.id)} {titled(one)}", _TITLE)) for one in reader.articles)
    return (
        ("facet", "facet", tuple((facet.value, facet.value) for facet in Facet if facet.value in facets)),
        ("topic", "topic", tuple((topic, f"{topic} ({number})") for topic, number in sorted(topics.items()))),
        ("article", "article", articles),
    )


def unread(skipped: Iterable[Skipped]) -> tuple[Unread, ...]:
    return tuple(Unread(visible(one.path), visible(one.reason)) for one in skipped)
