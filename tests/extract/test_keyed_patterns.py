"""Are the patterns that a sentence may fit found by their words, and is that what keeps the reading of details cheap?"""

from __future__ import annotations

from pathlib import Path
from time import process_time

from crosscheck.extract.claims import extracted
from crosscheck.extract.details import details_in
from crosscheck.extract.keyed_patterns import KeyedPatterns
from crosscheck.ingest.read import read
from crosscheck.settings import Settings

SEEDS = Path(__file__).parents[2] / "seeds"


def _patterns(*written: str) -> KeyedPatterns[str]:
    return KeyedPatterns([(one, tuple(frozenset(step.split("|")) for step in one.split())) for one in written])


def _possible(patterns: KeyedPatterns[str], text: str) -> list[str]:
    return [name for name, _ in patterns.possible(set(text.split()))]


def test_a_pattern_is_possible_where_each_of_its_words_has_one_that_stands_there() -> None:
    patterns = _patterns("was|were founded .. @", "found* by @", "opened|opens .. $", "# seats")
    assert _possible(patterns, "the mill was founded in spring by nobody") == ["was|were founded .. @", "found* by @"]
    assert _possible(patterns, "the mill opens soon") == ["opened|opens .. $"]
    assert _possible(patterns, "it has many seats") == ["# seats"]


def test_they_keep_their_order_and_one_without_words_is_always_possible() -> None:
    patterns = _patterns("sold mill", "@ $", "mill .. sold")
    assert _possible(patterns, "the mill was sold") == ["sold mill", "@ $", "mill .. sold"]
    assert _possible(patterns, "nothing") == ["@ $"]


def test_reading_the_details_of_an_article_costs_less_than_half_of_reading_its_claims() -> None:
    """All lists of patterns are tried on every sentence of every article of a comparison."""
    articles = read((str(SEEDS),), Settings()).articles
    extracts = [extracted(article) for article in articles]

    def cost(count: int = 3) -> tuple[float, float]:
        taken: list[tuple[float, float]] = []
        for _ in range(count):
            start = process_time()
            for article in articles:
                extracted(article)
            middle = process_time()
            for article, extract in zip(articles, extracts, strict=True):
                details_in(article, extract)
            taken.append((middle - start, process_time() - middle))
        return min(one for one, _ in taken), min(other for _, other in taken)

    claims, details = cost()
    assert details < claims / 2
