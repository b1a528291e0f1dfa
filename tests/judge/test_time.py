"""Does the comparator of time judge as its cases say?"""

from __future__ import annotations

from typing import Any

import pytest

from crosscheck.judge import time
from crosscheck.model.article import Article
from crosscheck.model.claim import Facet
from crosscheck.model.verdict import Verdict
from crosscheck.pipeline import claims_in, compared
from tests.judge.stated import cases, named, statement


@pytest.mark.parametrize("case", cases("time"), ids=named)
def test_a_pair_is_judged_as_the_case_says(case: dict[str, Any]) -> None:
    """Times are judged as stretches of the calendar, with the rule and the reason that the case file gives."""
    left, right = statement(Facet.TIME, case["left"], 1), statement(Facet.TIME, case["right"], 2)
    found = time.compare(left, right)
    assert (found.rule, found.verdict.value, found.reason) == (case["rule"], case["verdict"], case["reason"])
    assert time.compare(right, left) == found


@pytest.mark.parametrize(
    ("days", "rules"),
    [
        (("2019-05-20", "2019-05-20"), ["time.length"]),
        (("2019-05-20", "2019-05-22"), ["time.length"]),
        (("2019-05-27", "2019-05-20"), []),
    ],
)
def test_so_many_weeks_ago_is_a_time_and_no_number(days: tuple[str, str], rules: list[str]) -> None:
    """How long ago something happened is told as a time alone, and of reports as many days apart it may be one."""
    texts = ("The ferry captain Jon Osk married three weeks ago in Lefkos.", "The ferry captain Jon Osk married two weeks ago in Lefkos.")
    told = [Article(name, text, name, published=day) for name, text, day in zip("ab", texts, days, strict=True)]
    report = compared(told, {article.id: claims_in(article) for article in told})
    facets = [facet for alignment in report.alignments for facet in alignment.facets]
    assert [facet.rule for facet in facets if facet.verdict is Verdict.CONTRADICTION] == rules
    assert Facet.QUANTITY not in {facet.facet for facet in facets}
