"""Does the comparator of time judge as its cases say?"""

from __future__ import annotations

from typing import Any

import pytest

from crosscheck.judge import time
from crosscheck.model.claim import Facet
from tests.judge.stated import cases, named, statement


@pytest.mark.parametrize("case", cases("time"), ids=named)
def test_a_pair_is_judged_as_the_case_says(case: dict[str, Any]) -> None:
    """Times are judged as stretches of the calendar, with the rule and the reason that the case file gives."""
    left, right = statement(Facet.TIME, case["left"], 1), statement(Facet.TIME, case["right"], 2)
    found = time.compare(left, right)
    assert (found.rule, found.verdict.value, found.reason) == (case["rule"], case["verdict"], case["reason"])
    assert time.compare(right, left) == found
