"""Does the comparator of polarity judge as its cases say?"""

from __future__ import annotations

from typing import Any

import pytest

from crosscheck.judge import polarity
from crosscheck.model.claim import Facet
from tests.judge.stated import cases, named, statement


@pytest.mark.parametrize("case", cases("polarity"), ids=named)
def test_a_pair_is_judged_as_the_case_says(case: dict[str, Any]) -> None:
    """What is affirmed, negated, denied or said by an opposite is judged with the rule and the reason that the case file gives."""
    left, right = statement(Facet.POLARITY, case["left"], 1), statement(Facet.POLARITY, case["right"], 2)
    found = polarity.compare(left, right)
    assert (found.rule, found.verdict.value, found.reason) == (case["rule"], case["verdict"], case["reason"])
    assert polarity.compare(right, left) == found
