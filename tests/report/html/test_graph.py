"""Does the picture of sources show who hangs on whom, each where it can be read?"""

from __future__ import annotations

from itertools import combinations

from crosscheck.model.article import Article
from crosscheck.model.claim import Span
from crosscheck.model.sources import Cite, Origin
from crosscheck.report.html.dependence import sources_of
from crosscheck.report.html.graph import graph_of
from crosscheck.report.html.reader import Reader
from tests.report.made import REPORT, SOURCES


def test_an_origin_is_one_box() -> None:
    """However many articles it has; a line leads from each source to each article that cites it."""
    graph = graph_of(Reader(SOURCES.articles), SOURCES.origins, SOURCES.cites, SOURCES.overlaps)
    assert (len(graph.boxes), len(graph.articles), len(graph.cites), len(graph.copies)) == (2, 3, 2, 1)
    assert {line.title for line in graph.cites} == {"g2 is credited to AFP", "h1 cites Gulf ␛[1mWire"}
    assert graph.copies[0].text == "50%"


def test_no_two_names_stand_in_one_place() -> None:
    """Sources that the same articles cite stand one below the other, inside the picture."""
    articles = [Article(f"a{number}", "x", "0") for number in range(3)]
    cites = [Cite(article.id, f"Source {number}", "x", Span(0, 1)) for number in range(9) for article in articles]
    graph = graph_of(Reader(articles), [Origin(article.id, (article.id,)) for article in articles], cites, ())
    heights = [label.y for label in graph.sources]
    assert min(abs(a - b) for a, b in combinations(heights, 2)) >= 20
    assert 0 < min(heights) <= max(heights) < graph.height


def test_a_large_pile_is_shown_in_part() -> None:
    """Those first that hang on something; how many are left out is said."""
    articles = [Article(f"a{number:03}", "x", "0") for number in range(200)]
    origins = [Origin(article.id, (article.id,)) for article in articles]
    graph = graph_of(Reader(articles), origins, [Cite("a199", "AFP", "x", Span(0, 1))], ())
    assert len(graph.articles) + graph.left_out == 200
    assert graph.articles[0].text.startswith("a199")


def test_a_report_alone_shows_what_two_articles_share() -> None:
    """An outlet that both cite is a source of both, even where only the overlaps tell of it."""
    found = sources_of(REPORT)
    assert [origin.articles for origin in found.origins] == [origin.articles for origin in SOURCES.origins]
