"""Does the comparator of quantity judge as its cases say?"""

from __future__ import annotations

from typing import Any

import pytest

from crosscheck.judge import quantity
from crosscheck.model.claim import Facet
from tests.judge.stated import cases, named, statement


@pytest.mark.parametrize("case", cases("quantity"), ids=named)
def test_a_pair_is_judged_as_the_case_says(case: dict[str, Any]) -> None:
    """Numbers are judged as intervals at the precision written, with the rule and the reason that the case file gives."""
    left, right = statement(Facet.QUANTITY, case["left"], 1), statement(Facet.QUANTITY, case["right"], 2)
    found = quantity.compare(left, right)
    assert (found.rule, found.verdict.value, found.reason) == (case["rule"], case["verdict"], case["reason"])
    assert quantity.compare(right, left) == found
