"""Do whole articles come to the verdicts that a careful reader gives?"""

from __future__ import annotations

import random
import tomllib
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from crosscheck.model.article import Article
from crosscheck.model.report import Alignment, FacetVerdict, Report
from crosscheck.model.verdict import Verdict
from crosscheck.pipeline import checked, claims_in, compared

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / "pipeline.toml").read_text("utf-8"))["case"]
SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))


def article(number: int, text: str, published: str | None = None) -> Article:
    return Article(f"a{number}", text, sha256(f"{text}{published}".encode()).hexdigest(), published=published)


def report_on(articles: list[Article]) -> Report:
    return compared(articles, {one.id: claims_in(one) for one in articles})


def articles_of(case: dict[str, Any]) -> list[Article]:
    dates = case.get("published", [None] * len(case["articles"]))
    return [article(number, *pair) for number, pair in enumerate(zip(case["articles"], dates, strict=True))]


def places(case: dict[str, Any], quotes: list[str]) -> list[tuple[str, int, int]]:
    """Each quote in the article of its number (in any that has it, when there are more quotes than articles)."""
    found = []
    for number, quote in enumerate(quotes):
        at = (
            number
            if quote in case["articles"][min(number, len(case["articles"]) - 1)]
            else next(i for i, t in enumerate(case["articles"]) if quote in t)
        )
        start = case["articles"][at].index(quote)
        found.append((f"a{at}", start, start + len(quote)))
    return found


def states(facet: FacetVerdict, place: tuple[str, int, int]) -> set[int]:
    """The numbers of the facet's values that a mention at this place states."""
    return {
        number
        for number, value in enumerate(facet.values)
        if any(m.article == place[0] and m.span.start < place[2] and place[1] < m.span.end for m in value.mentions)
    }


def shown(report: Report) -> list[tuple[str, list[tuple[str, str, str]]]]:
    return [(a.question, [(f.facet.value, f.verdict.value, f.reason) for f in a.facets]) for a in report.alignments]


@pytest.mark.parametrize("case", [case for case in CASES if "together" in case], ids=lambda case: case["name"])
def test_what_is_told_twice_stands_together(case: dict[str, Any]) -> None:
    """The quotes of the case are values of one facet with the verdict of the case."""
    report = report_on(articles_of(case))
    for wanted in case["together"]:
        quotes = places(case, wanted["quotes"])
        found = [f for a in report.alignments for f in a.facets if f.facet.value == wanted["facet"] and all(states(f, p) for p in quotes)]
        assert [f.verdict.value for f in found] == [wanted["verdict"]], shown(report)
        assert found[0].rule == wanted.get("rule", found[0].rule)


@pytest.mark.parametrize("case", [case for case in CASES if "apart" in case], ids=lambda case: case["name"])
def test_what_holds_together_is_not_set_apart(case: dict[str, Any]) -> None:
    """No contradiction has the quotes of the case under two values."""
    report = report_on(articles_of(case))
    clashes = [f for a in report.alignments for f in a.facets if f.verdict is Verdict.CONTRADICTION]
    for pair in case["apart"]:
        left, right = places(case, pair)
        assert not [f for f in clashes if states(f, left) and states(f, right) and states(f, left) != states(f, right)], shown(report)


@pytest.fixture(scope="module")
def seeds() -> list[Article]:
    return [article(number, path.read_text("utf-8")) for number, path in enumerate(SEEDS)]


@pytest.fixture(scope="module")
def seeds_report(seeds: list[Article]) -> Report:
    return report_on(seeds)


def test_the_order_of_the_articles_does_not_matter(seeds: list[Article], seeds_report: Report) -> None:
    """Articles given in another order make the same report."""
    shuffled = list(seeds)
    random.Random(7).shuffle(shuffled)
    assert report_on(shuffled) == seeds_report


def test_a_claim_stands_in_one_alignment(seeds_report: Report) -> None:
    """No claim is told of two events."""
    ids = [claim for alignment in seeds_report.alignments for claim in alignment.claims]
    assert len(ids) == len(set(ids))


def test_an_alignment_is_as_grave_as_its_gravest_facet(seeds_report: Report) -> None:
    """The verdict of an alignment is the gravest of its facets."""
    for alignment in seeds_report.alignments:
        assert alignment.verdict.gravity == min((f.verdict.gravity for f in alignment.facets), default=Verdict.SINGLE_SOURCE.gravity)


def test_what_one_article_says_twice_bears_nothing_out() -> None:
    """An article that says it again is still one report; a second source in it is not."""
    again = "The minister visited Lindo on Monday. The minister visited Lindo on Monday with two bankers."
    heard = " ".join(f"{who} said 40 people died in the flood in Lindo in May 2019." for who in ("Minister Adler", "The Norvian army"))
    other = "Trams in Velmark run on Sundays."
    assert _fitting(report_on([article(0, again), article(1, other)])) == []
    assert _fitting(report_on([article(0, again), article(1, again.partition(". ")[0] + ".")])) != []
    assert _fitting(report_on([article(0, heard), article(1, other)])) != []


def _fitting(report: Report) -> list[FacetVerdict]:
    return [facet for one in report.alignments for facet in one.facets if facet.verdict in (Verdict.AGREEMENT, Verdict.COMPATIBLE)]


def test_mentions_quote_their_article(seeds: list[Article], seeds_report: Report) -> None:
    """The words of every mention stand in its article at its span."""
    texts = {one.id: one.text for one in seeds}
    for mention in (m for a in seeds_report.alignments for f in a.facets for v in f.values for m in v.mentions):
        assert texts[mention.article][mention.span.start : mention.span.end] == mention.text


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_an_article_against_its_copy_contradicts_nothing_new(path: Path) -> None:
    """A copy brings no contradiction that the article alone does not hold (two of its own sources at odds)."""
    text = path.read_text("utf-8")
    alone = clashing(report_on([article(0, text)]))
    both = clashing(report_on([article(0, text), article(1, text)]))
    assert {words for words, _ in both} <= {words for words, _ in alone}


def clashing(report: Report) -> set[tuple[frozenset[str], str]]:
    clashes: list[tuple[Alignment, FacetVerdict]] = [(a, f) for a in report.alignments for f in a.facets if f.verdict is Verdict.CONTRADICTION]
    return {(frozenset(value.text for value in facet.values), facet.rule) for _, facet in clashes}


@pytest.mark.parametrize(
    ("claim", "verdict", "stance"),
    [
        ("Russia delivered 25,000 tons of grain to Mali", "supports", "agree"),
        ("Russia delivered 30,000 tons of grain to Mali", "refutes", "disagree"),
        ("France sent ten tanks to Chad", "not_enough_info", None),
        ("A comet struck the Moon", "not_enough_info", "unrelated"),
    ],
)
def test_claims_are_checked_against_the_seeds(claim: str, verdict: str, stance: str | None, seeds: list[Article]) -> None:
    """A claim that the articles state is borne out, one with another number refuted, one that they do not speak of is not covered."""
    asked = article(99, claim)
    answer = checked(asked, claims_in(asked), seeds, [claims_in(one) for one in seeds])
    assert answer.verdict.value == verdict, answer
    assert stance is None or answer.stance.value == stance
