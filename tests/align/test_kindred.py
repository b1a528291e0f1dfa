"""Which kinds of event may be one event told in other words?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from crosscheck.align.kindred import families_of
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.predicates import listed, predicate_class
from crosscheck.model.article import Article
from crosscheck.pipeline import claims_in, compared

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads((Path(__file__).parents[1] / "cases/align/kindred.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["kinds"], ids=lambda case: f"{case['left']}, {case['right']}")
def test_kinds_are_kindred_where_a_line_names_both(case: dict[str, Any]) -> None:
    """Murder may be a killing told in other words, a delivery may not."""
    assert bool(families_of(case["left"]) & families_of(case["right"])) is case["kindred"]


def test_every_kind_that_is_listed_is_one_that_a_claim_can_have() -> None:
    """A lemma that belongs to a class stands there under the name of the class: by its own name no claim would be found."""
    kinds = {kind for line in table_of("kindred")["kinds"] for kind in listed(line)}
    assert [kind for kind in sorted(kinds) if kind not in table_of("predicate_classes") and predicate_class(kind)] == []


@pytest.mark.parametrize("case", CASES["pairs"], ids=lambda case: case["name"])
def test_two_tellings_are_one_alignment_where_participants_and_times_agree(case: dict[str, Any]) -> None:
    """Kindred words make one event only with the same participants."""
    articles = [Article(f"n{number}", text, f"n{number}") for number, text in enumerate(case["articles"])]
    report = compared(articles, {article.id: claims_in(article) for article in articles})
    across = [alignment for alignment in report.alignments if len(alignment.articles) > 1]
    facets = [(facet.facet.value, facet.verdict.value) for alignment in across for facet in alignment.facets]
    assert ((case["facet"], "agreement") in facets) is case["agree"]
