"""Are two figures of one and the same found, and those of two things left alone?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from crosscheck.model.article import Article
from crosscheck.model.verdict import Verdict
from crosscheck.pipeline import claims_in, compared

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "judge" / "amounts.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_figures_of_one_thing_exclude_each_other(case: dict[str, Any]) -> None:
    """The reason is that of the case, by the rule for figures or the one that it names; in a case without one none is called so."""
    articles = [Article(name, text, name) for name, text in zip("ab", case["reports"], strict=True)]
    report = compared(articles, {article.id: claims_in(article) for article in articles})
    found = [facet for alignment in report.alignments for facet in alignment.facets if facet.verdict is Verdict.CONTRADICTION]
    assert [facet.reason for facet in found if facet.rule == case.get("rule", "detail.amount")] == ([case["reason"]] if "reason" in case else [])
