"""Does the comparator of polarity judge as its cases say?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from crosscheck.judge import polarity
from crosscheck.model.claim import Facet, Quantity, Span
from crosscheck.model.verdict import Statement
from tests.judge.stated import cases, named, statement


@pytest.mark.parametrize("case", cases("polarity"), ids=named)
def test_a_pair_is_judged_as_the_case_says(case: dict[str, Any]) -> None:
    """What is affirmed, negated, denied or said by an opposite is judged with the rule and the reason that the case file gives."""
    left, right = statement(Facet.POLARITY, case["left"], 1), statement(Facet.POLARITY, case["right"], 2)
    found = polarity.compare(left, right)
    assert (found.rule, found.verdict.value, found.reason) == (case["rule"], case["verdict"], case["reason"])
    assert polarity.compare(right, left) == found


def test_two_ages_affirm_nothing_together() -> None:
    """ "Karl Osk, 58" and "Osk, 63" have one predicate, an age, and say nothing that both affirm; "a 58-year-old" does."""

    def aged(article: int, text: str, years: float) -> Statement:
        told = statement(Facet.POLARITY, {"lemma": "age", "predicate": text, "context": f"Osk, {text}"}, article)
        predicate = replace(told.claim.predicate, span=Span(5, 5 + len(text)), kind="attribute")
        number = Quantity(text, predicate.span, years, years, years, "=", "year of age", None, "age", 1.0, "age")
        return replace(told, claim=replace(told.claim, predicate=predicate, quantities=(number,)))

    assert not polarity.comparable(aged(1, "58", 58), aged(2, "63", 63))
    assert polarity.comparable(aged(1, "58", 58), aged(2, "58-year-old", 58))
