"""Is it told who cites whom, and where citing goes in a circle?"""

from __future__ import annotations

from crosscheck.independence.citing import circles_in, cites_in
from crosscheck.independence.sources import shared_sources, upstream_of
from crosscheck.model.article import Article
from crosscheck.model.report import Overlap
from crosscheck.pipeline import sourced
from crosscheck.report import Look, format_named

GAZETTE = Article("g", "The ferry sank, the Danube Herald reported.", "", publisher="Port Gazette", title="Ferry sinks off Port Amal")
HERALD = Article("h", "A ferry has sunk, according to the Port Gazette.", "", publisher="Danube Herald", title="Ferry sunk off Port Amal")
WIRE = Article("w", "PORT AMAL (Reuters) - The ferry had nine aboard, Kanal Sud said. Kanal Sud was there.", "", publisher="Coast Daily")


def test_every_source_is_named_once_with_where_it_is_named_first() -> None:
    """The outlets that an article has something from, those of the pile with their articles, and the agency whose text it is."""
    articles = (GAZETTE, HERALD, WIRE)
    found = cites_in(articles, upstream_of(articles, {}))
    assert [(cite.article, cite.source, cite.cited, cite.credit) for cite in found[:2]] == [
        ("g", "Danube Herald", ("h",), False),
        ("h", "Port Gazette", ("g",), False),
    ]
    assert [(cite.source, cite.credit) for cite in found if cite.article == "w"] == [("Reuters", True)]
    texts = {article.id: article.text for article in articles}
    assert all(texts[cite.article][cite.span.start : cite.span.end] == cite.text for cite in found)


def test_articles_that_cite_each_other_are_a_circle() -> None:
    """Neither bears out the other, in whatever order they come."""
    overlaps = shared_sources((GAZETTE, HERALD), {})
    for order in (overlaps, overlaps[::-1]):
        (circle,) = circles_in(order, lambda a, b: True)
        assert (circle.articles, circle.sources) == (("g", "h"), ("Danube Herald", "Port Gazette"))


def test_articles_about_different_things_are_no_circle() -> None:
    """Two papers that cite each other in two stories do not go in a circle."""
    assert circles_in(shared_sources((GAZETTE, HERALD), {}), lambda a, b: False) == ()


def test_a_longer_ring_is_one_circle_and_a_chain_is_none() -> None:
    """a cites b, b cites c, c cites a; d cites a and nobody cites it."""
    ring = [Overlap(pair, "cites", source=pair[1].upper()) for pair in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"))]
    (circle,) = circles_in(ring, lambda a, b: True)
    assert (circle.articles, circle.sources) == (("a", "b", "c"), ("B", "C", "A"))
    assert circles_in(ring[:2] + ring[3:], lambda a, b: True) == ()


def test_a_long_chain_is_walked_without_recursion() -> None:
    """Ten thousand articles each of which cites the next, and the last the first."""
    count = 10_000
    chain = [Overlap((f"{n:05}", f"{(n + 1) % count:05}"), "cites", source="x") for n in range(count)]
    (circle,) = circles_in(chain, lambda a, b: True)
    assert len(circle.articles) == count
    assert circles_in(chain[1:], lambda a, b: True) == ()


def test_a_circle_is_named_in_a_line() -> None:
    """With who cites whom, where both articles are of one story."""
    text = "The ferry Amal Star sank off Port Amal on Monday with nine sailors aboard, {}. Divers searched the harbour of Port Amal for the sailors."
    articles = [
        Article("g", text.format("the Danube Herald reported"), "", publisher="Port Gazette"),
        Article("h", text.format("according to the Port Gazette"), "", publisher="Danube Herald"),
    ]
    found = sourced(articles, {})
    assert [circle.articles for circle in found.circular] == [("g", "h")]
    shown = " ".join(format_named("text").sources(found, Look(80)).split())
    assert "circular reporting: g cites Danube Herald (h), h cites Port Gazette (g); none of them bears out the others" in shown
