"""Is it sure enough that two statements are of one event, so that what sets them apart is a contradiction?"""

from __future__ import annotations

from typing import Any

import pytest

from crosscheck.align.similarity import Question, Similarity
from crosscheck.judge.surety import is_sure
from crosscheck.model.claim import Facet
from crosscheck.model.verdict import Finding, Verdict
from tests.judge.stated import cases, statement


@pytest.mark.parametrize("case", cases("surety"), ids=lambda case: case["why"])
def test_only_what_is_surely_of_one_event_is_held_against_each_other(case: dict[str, Any]) -> None:
    """Each case says why; the order of the two statements does not matter."""
    facet = Facet(case["facet"])
    left, right = statement(facet, case["left"], 1), statement(facet, case["right"], 2)
    places = frozenset((one.article.id, one.value.span) for one in (left, right) if one.value)
    questions = (Question(places, case["question"], ()),) if "question" in case else ()
    link = Similarity(case["score"], tuple(case.get("parts", {}).items()), questions, case.get("strangers", False))
    finding = Finding(Verdict.CONTRADICTION, case["rule"], "They differ.", 0.8)
    found = [is_sure(*pair, finding, link, case.get("backing", 1)) for pair in ((left, right), (right, left))]
    assert found == [case["sure"]] * 2


def test_without_a_link_nothing_is_sure() -> None:
    """Claims that no key brought together are in one alignment by way of others."""
    left, right = (statement(Facet.QUANTITY, {"text": "5", "value": number, "of": "ship"}, number) for number in (1, 2))
    assert not is_sure(left, right, Finding(Verdict.CONTRADICTION, "quantity.different", "They differ.", 0.8), None, 5)
