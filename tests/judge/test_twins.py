"""Is what one article exchanged in another's sentences found, and nothing else?"""

from __future__ import annotations

import tomllib
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from crosscheck.model.article import Article
from crosscheck.model.report import FacetVerdict
from crosscheck.model.verdict import Verdict
from crosscheck.pipeline import claims_in, compared

FILE = tomllib.loads((Path(__file__).parents[1] / "cases" / "twins.toml").read_text("utf-8"))


def contradictions(first: str, second: str) -> list[FacetVerdict]:
    articles = [Article(name, text, sha256(text.encode()).hexdigest()) for name, text in (("a", first), ("b", second))]
    report = compared(articles, {article.id: claims_in(article) for article in articles})
    return [facet for found in report.alignments for facet in found.facets if facet.verdict is Verdict.CONTRADICTION]


def values(facet: FacetVerdict) -> set[tuple[str, str]]:
    return {(mention.article, mention.text) for value in facet.values for mention in value.mentions}


@pytest.mark.parametrize("case", FILE["case"], ids=[case["why"] for case in FILE["case"]])
def test_what_was_exchanged_is_found_and_nothing_else(case: dict[str, Any]) -> None:
    """The words exchanged are set against each other, with the rule that the case names; a change of wording is not."""
    first, second = (FILE["shared"] + sentence for sentence in case["sentences"])
    found = contradictions(first, second)
    assert [facet.rule for facet in found] == ([case["rule"]] if "rule" in case else [])
    for facet in found:
        said = dict(sorted(values(facet)))
        assert case["exchanged"][0] in said["a"]
        assert case["exchanged"][1] in said["b"]


def test_one_sentence_alone_is_told_of_any_two_events() -> None:
    """Articles that share but one sentence, as a formula of the trade, may tell of two events."""
    ones = "A tram left its rails. It was late. The driver was pronounced dead at the hospital in Lyon. Nobody saw it."
    others = "A barge sank in fog. The hold was empty. The driver was pronounced dead at the hospital in Nice. Divers were sent."
    assert not [facet for facet in contradictions(ones, others) if facet.rule.endswith("exchanged")]


def test_an_article_that_says_both_exchanges_nothing() -> None:
    """A sentence that stands in the other article as it is has nothing exchanged, whatever else stands there."""
    two = FILE["shared"] + "The firm will open an office in Lyon in May. The firm will open an office in Nice in May."
    one = FILE["shared"] + "The firm will open an office in Lyon in May."
    assert not contradictions(one, two)


@pytest.mark.parametrize(("day", "expected"), [("2019-02-20", 1), ("2019-02-21", 0)])
def test_a_bulletin_of_another_day_exchanges_nothing(day: str, expected: int) -> None:
    """Each tells of its own day."""
    texts = (FILE["shared"] + f"The bank lent the market {number} million crowns today." for number in (400, 700))
    told = zip("ab", texts, ("2019-02-20", day), strict=True)
    articles = [Article(name, text, sha256(text.encode()).hexdigest(), published=published) for name, text, published in told]
    report = compared(articles, {article.id: claims_in(article) for article in articles})
    assert sum(facet.verdict is Verdict.CONTRADICTION for found in report.alignments for facet in found.facets) == expected
