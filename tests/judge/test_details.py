"""Are details of one thing that differ found, and nothing else?"""

from __future__ import annotations

import tomllib
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from crosscheck.judge.catalogue import entries
from crosscheck.judge.detail import RULES
from crosscheck.model.article import Article
from crosscheck.model.report import FacetVerdict, Report
from crosscheck.model.verdict import Verdict
from crosscheck.pipeline import claims_in, compared

FILE = tomllib.loads((Path(__file__).parents[1] / "cases" / "judge" / "details.toml").read_text("utf-8"))
CLASHING = [case for case in FILE["case"] if "rule" in case]


def report_on(first: str, second: str, days: tuple[str | None, str | None] = (None, None)) -> Report:
    told = zip("ab", (first, second), days, strict=True)
    articles = [Article(name, text, sha256(text.encode()).hexdigest(), published=day) for name, text, day in told]
    return compared(articles, {article.id: claims_in(article) for article in articles})


@pytest.mark.parametrize("case", FILE["case"], ids=[case["why"] for case in FILE["case"]])
def test_details_that_differ_are_found_and_nothing_else(case: dict[str, Any]) -> None:
    """The rule, the reason and the question are those of the case; a case without a rule has no contradiction at all."""
    first, second = (FILE["shared"] + sentence for sentence in case["sentences"])
    day, other_day = case.get("days", (None, None))
    report = report_on(first, second, (day, other_day))
    found = [(alignment.question, facet) for alignment in report.alignments for facet in alignment.facets if _is_of_details(facet)]
    expected = [(case["rule"], case["reason"], case["question"])] if "rule" in case else []
    assert [(facet.rule, facet.reason, question) for question, facet in found] == expected


def _is_of_details(facet: FacetVerdict) -> bool:
    return facet.verdict is Verdict.CONTRADICTION or facet.rule.startswith("detail.")


@pytest.mark.parametrize("case", CLASHING, ids=[case["why"] for case in CLASHING])
def test_a_detail_has_a_claim_of_its_own(case: dict[str, Any]) -> None:
    """Every mention is of a claim of the report that states just these words, and stands in no other alignment."""
    report = report_on(*(FILE["shared"] + sentence for sentence in case["sentences"]))
    alignment = next(one for one in report.alignments if any(map(_is_of_details, one.facets)))
    claims = {claim.id: claim for claim in report.claims}
    mentions = [mention for value in alignment.facets[0].values for mention in value.mentions]
    assert {mention.article for mention in mentions} == {"a", "b"}
    assert all(claims[mention.claim].predicate.span == mention.span for mention in mentions)
    assert sum(claim in one.claims for one in report.alignments for claim in alignment.claims) == len(alignment.claims)


@pytest.mark.parametrize(("days", "rules"), [(("2019-05-20", "2019-05-20"), ["time.length"]), (("2019-05-20", "2019-06-02"), [])])
def test_how_long_ago_it_was_is_reckoned_from_the_day_of_the_report(days: tuple[str, str], rules: list[str]) -> None:
    """Nine days ago and three weeks ago exclude each other in reports of one day, not in reports of days as far apart."""
    first = "The town mourns its ferry owner, who had suffered a severe stroke nine days ago."
    second = "Doctors at the clinic spoke of the severe stroke that the old man suffered about three weeks ago."
    report = report_on(FILE["shared"] + first, FILE["shared"] + second, days)
    found = [facet.rule for one in report.alignments for facet in one.facets if facet.verdict is Verdict.CONTRADICTION]
    assert found == rules


def test_the_order_of_the_articles_does_not_matter() -> None:
    """The same contradictions come out whichever article is given first."""
    for case in CLASHING:
        texts = [FILE["shared"] + sentence for sentence in case["sentences"]]
        articles = [Article(name, text, name) for name, text in zip("ab", texts, strict=True)]
        extracts = {article.id: claims_in(article) for article in articles}
        assert compared(articles, extracts) == compared(articles[::-1], extracts)


def test_every_rule_of_details_has_a_case_and_is_listed() -> None:
    """Each rule decides some case, and `crosscheck rules` knows it."""
    assert {case["rule"] for case in CLASHING} == {rule.id for rule in RULES}
    assert {rule.id for rule in RULES} <= {entry.id for entry in entries() if entry.family == "detail"}
