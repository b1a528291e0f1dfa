"""Does the page show which articles are one witness, and in which words?"""

from __future__ import annotations

from crosscheck.report.html.dependence import dependence
from crosscheck.report.html.reader import Reader
from tests.report.made import SOURCES


def test_an_origin_says_what_joins_it_and_whom_it_cites() -> None:
    """In words, beside its articles."""
    first, second = dependence(SOURCES, Reader(SOURCES.articles)).origins
    assert ([label for label, _ in first.members], first.why, first.cites) == (["h1", "w3"], "50% shared text", ("Gulf Wire",))
    assert ([label for label, _ in second.members], second.why) == (["g2"], "")


def test_circular_reporting_is_told_step_by_step() -> None:
    """Who cites whom, until it comes back."""
    (circle,) = dependence(SOURCES, Reader(SOURCES.articles)).circles
    assert circle == "g2 cites Coast Daily (h1), h1 cites Gulf Wire (g2)"


def test_a_shared_passage_is_shown_in_both_articles() -> None:
    """Both sides where their words differ, each with its place; with marks, it is highlighted in both."""
    reader = Reader(SOURCES.articles)
    (pair,) = dependence(SOURCES, reader, mark=True).pairs
    assert pair.is_one
    (passage,) = pair.passages
    assert [place.words for place in passage.places] == ["h1 ¶1", "w3 ¶1"]
    assert (str(passage.a), str(passage.b)) == ("Twelve hurt in Port Amal blast", "港で十二人が負傷 Twelve hurt on 3 May in Port Amal.")
    marked = [piece.text for article in reader.shown() for line in article.paragraphs for piece in line.pieces if piece.role == "copied"]
    assert marked == ["Twel", "港で十二"]


def test_facts_are_ordered_by_how_well_they_are_borne_out() -> None:
    """The best first; those of one article are left out."""
    facts = dependence(SOURCES, Reader(SOURCES.articles)).facts
    assert facts is not None
    assert [fact.digit for fact in facts] == sorted(fact.digit for fact in facts)
    assert all(len(fact.members) > 1 for fact in facts)
