"""Does the comparison of the five seeds read as it did when somebody last read it?"""

from __future__ import annotations

from tools import docs, report_picture

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


def test_the_tutorial_prints_what_the_program_prints() -> None:
    """`python -m tools.docs example` has nothing to change in it: whoever follows it sees the same."""
    page = docs.ROOT / "docs" / "tutorial.md"
    if snapshot.is_accepted():
        page.write_text(docs.renewed(page.read_text("utf-8"), ["example"]), "utf-8")
    text = page.read_text("utf-8")
    assert docs.renewed(text, ["example"]) == text


def test_the_picture_shows_what_the_program_prints() -> None:
    """`python -m tools.report_picture` makes it anew; nothing in it comes from elsewhere."""
    report = report_on(*seeds().articles)
    if snapshot.is_accepted():
        report_picture.PICTURE.write_text(report_picture.svg(report), "utf-8")
    picture = report_picture.PICTURE.read_text("utf-8")
    assert report_picture.letters_in(picture) == report_picture.letters(report_picture.printed(report).plain)
    assert "@font-face" not in picture
    assert "<script" not in picture
