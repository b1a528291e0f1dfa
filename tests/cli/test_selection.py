"""Which part of a report is shown?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.cli._names import known_story
from crosscheck.cli._selection import Selection, of_story, selected
from crosscheck.errors import UnknownId
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Facet, Predicate, Span
from crosscheck.model.report import Alignment, FacetVerdict, Overlap, Report, Story
from crosscheck.model.verdict import Verdict


def claim(name: str, *topics: str) -> Claim:
    return Claim(name, "a", name, Span(0, 1), 0, Predicate(name, name, Span(0, 1)), topics)


def facet(name: Facet, verdict: Verdict, confidence: float) -> FacetVerdict:
    return FacetVerdict(name, verdict, f"{name}.x", "", confidence, ())


def alignment(name: str, verdict: Verdict, *facets: FacetVerdict) -> Alignment:
    return Alignment(name, None, "", (name,), (name,), ("a",), 1, verdict, 0.9, facets)


COUPS = alignment("coups", Verdict.CONTRADICTION, facet(Facet.TIME, Verdict.CONTRADICTION, 0.5), facet(Facet.PLACE, Verdict.AGREEMENT, 0.9))
AID = alignment("aid", Verdict.AGREEMENT, facet(Facet.QUANTITY, Verdict.AGREEMENT, 0.8))
ALONE = alignment("alone", Verdict.SINGLE_SOURCE)
REPORT = Report((), (), (), (claim("coups", "coups"), claim("aid", "aid"), claim("alone"), claim("loose", "aid")), (COUPS, AID, ALONE), (), ())


@pytest.mark.parametrize(
    ("wanted", "alignments", "claims"),
    [
        (Selection(), "coups aid alone", "coups aid alone loose"),
        (Selection(topics=("aid",)), "aid", "aid loose"),
        (Selection(verdicts=(Verdict.AGREEMENT,)), "aid", "aid"),
        (Selection(verdicts=(Verdict.SINGLE_SOURCE,)), "alone", "alone loose"),
        (Selection(facets=(Facet.TIME,)), "coups", "coups"),
        (Selection(facets=(Facet.PLACE,), verdicts=(Verdict.AGREEMENT,)), "coups", "coups"),
        (Selection(facets=(Facet.PLACE,), verdicts=(Verdict.CONTRADICTION,)), "", ""),
        (Selection(min_confidence=0.85), "coups alone", "coups alone"),
        (Selection(min_confidence=0.95), "", ""),
    ],
)
def test_only_what_was_asked_for_is_left(wanted: Selection, alignments: str, claims: str) -> None:
    """A facet that is not shown does not decide, and claims stay where an alignment or a topic needs them."""
    report = selected(REPORT, wanted)
    assert [one.id for one in report.alignments] == alignments.split()
    assert [one.id for one in report.claims] == claims.split()


def test_what_is_left_of_an_alignment_has_the_gravest_verdict_left() -> None:
    """Without its unsure time the alignment agrees."""
    (left, _) = selected(REPORT, Selection(min_confidence=0.85)).alignments
    assert (left.verdict, left.confidence, [one.facet for one in left.facets]) == (Verdict.AGREEMENT, 0.9, [Facet.PLACE])


def _two_stories() -> Report:
    """Of g1 and g2 one story and of h1 another; g2 and h1 recall one thing, and h1 tells another alone."""
    told = {"g2": claim("g2"), "h1": claim("h1"), "h2": claim("h2")}
    claims = tuple(replace(one, article="h1" if name == "h2" else name) for name, one in told.items())
    both = Alignment("both", None, "", (), ("g2", "h1"), ("g2", "h1"), 2, Verdict.AGREEMENT, 0.9, ())
    stories = (Story("s1a", ("g1", "g2"), "Ferry sinks off Port Amal"), Story("s2b", ("h1",), "Port Amal votes"))
    articles = tuple(Article(name, "A gale blew.", "") for name in ("g1", "g2", "h1"))
    return Report(articles, (), stories, claims, (both,), (Overlap(("g1", "h1"), "same_author", source="Ana Reyes"),), ())


def test_a_story_narrows_a_report_to_what_its_articles_tell() -> None:
    """Its articles, and of others what they say of the same; what only others tell is left out."""
    report = _two_stories()
    narrowed = of_story(report, report.stories[0])
    assert [article.id for article in narrowed.articles] == ["g1", "g2", "h1"]
    assert [one.id for one in narrowed.claims] == ["g2", "h1"]
    assert [one.id for one in narrowed.alignments] == ["both"]
    assert narrowed.stories == report.stories[:1]
    assert of_story(report, None) is report


@pytest.mark.parametrize("name", ["s1", "g2", "ferry sinks"])
def test_a_story_is_named_by_its_id_an_article_or_words_of_its_name(name: str) -> None:
    """Whichever of the three fits one story."""
    report = _two_stories()
    assert known_story(name, report) == report.stories[0]


@pytest.mark.parametrize("name", ["s", "port amal", "s9", ""])
def test_a_name_that_fits_no_story_or_several_is_refused(name: str) -> None:
    """The ids are told."""
    with pytest.raises(UnknownId):
        known_story(name, _two_stories())
