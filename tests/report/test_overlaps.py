"""Which articles are not independent, in few lines?"""

from __future__ import annotations

import pytest

from crosscheck.model.article import Article
from crosscheck.model.report import Overlap, Story
from crosscheck.report import Look
from crosscheck.report.rows import cells_of
from crosscheck.report.terminal import drawn
from crosscheck.report.views.overlaps import ties_of
from crosscheck.report.views.sources import Shelf
from crosscheck.report.views.stories import stories_listed

SHELF = Shelf([Article(id_, "Text.", "0" * 64) for id_ in "abcdefgh"])


def copied(pair: str, share: float) -> Overlap:
    return Overlap((pair[0], pair[1]), "copied_text", share)


def cited(pair: str, source: str) -> Overlap:
    return Overlap((pair[0], pair[1]), "shared_source", source=source)


@pytest.mark.parametrize(
    ("overlaps", "lines"),
    [
        ([copied("ab", 0.9)], ["a and b: 90% shared text"]),
        ([copied("ab", 0.9), copied("bc", 0.3), copied("ef", 0.5)], ["a, b, c: 30% to 90% shared text", "e and f: 50% shared text"]),
        ([cited("ab", "AFP")], ["a and b: shared source (AFP)"]),
        ([cited("ab", "AFP"), cited("ac", "AFP"), cited("bc", "AFP")], ["a, b, c: shared source (AFP)"]),
        (
            [cited("ab", "AFP"), cited("ac", "AFP"), cited("bc", "AFP"), copied("ab", 0.2)],
            ["a and b: shared source (AFP), 20% shared text", "a, b, c: shared source (AFP)"],
        ),
        ([copied(f"a{other}", 0.5) for other in "bcdefgh"], ["a, b, c, d, e, f and 2 more: 50% shared text"]),
        ([], []),
    ],
)
def test_what_ties_many_is_said_once(overlaps: list[Overlap], lines: list[str]) -> None:
    """Copies of copies stand in one line, and so do all that cite one source; a pair keeps its own."""
    assert list(ties_of(overlaps, SHELF)) == lines


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_story_keeps_its_name(width: int) -> None:
    """Of articles with long names as many are named as leave it half of the line."""
    articles = [Article(f"harbour-blast-{number}", "Text.", "0" * 64) for number in range(9)]
    ids = tuple(article.id for article in articles)
    stories = (Story("s1", ids[:8], "Twelve hurt in Port Amal blast", "All name Port Amal."), Story("s2", ids[8:], "Strike", ""))
    shown = drawn(stories_listed(stories, Shelf(articles), width), Look(width))
    assert "Twelve hurt in Port" in shown
    assert max(map(cells_of, shown.splitlines())) <= width
