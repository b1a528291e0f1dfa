"""Does the comparison of the five seeds read as it did when somebody last read it?"""

from __future__ import annotations

from crosscheck.arrange.timeline import timeline_of
from crosscheck.pipeline import sourced
from crosscheck.report import Look, format_named
from tests import snapshot
from tests.test_properties import extract_of, report_on, seeds


def test_the_report_on_the_seeds_reads_as_it_was_last_read() -> None:
    """In plain text, 80 columns wide; a change is read before it is accepted."""
    assert snapshot.matches("seeds", format_named("text").compare(report_on(*seeds().articles), Look(width=80, color=False)))


def test_the_matrix_of_the_seeds_reads_as_it_was_last_read() -> None:
    """At 120 columns, where a question stands beside its values."""
    assert snapshot.matches("seeds-matrix", format_named("text").matrix(report_on(*seeds().articles), Look(width=120, color=False)))


def test_the_sources_of_the_seeds_read_as_they_were_last_read() -> None:
    """The passages, the cited sources and the origins, with how many origins stand behind each fact."""
    articles = seeds().articles
    found = sourced(articles, {article.id: extract_of(article) for article in articles}, report=report_on(*articles))
    assert snapshot.matches("seeds-sources", format_named("text").sources(found, Look(width=80, color=False)))


def test_the_timeline_of_the_seeds_reads_as_it_was_last_read() -> None:
    """Every date as finely as an article states it."""
    assert snapshot.matches("seeds-timeline", format_named("text").timeline(timeline_of(report_on(*seeds().articles)), Look(width=80, color=False)))
