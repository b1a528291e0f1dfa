"""Does the comparator of place judge as its cases say?"""

from __future__ import annotations

from typing import Any

import pytest

from crosscheck.judge import place
from crosscheck.model.claim import Facet
from tests.judge.stated import cases, named, statement


@pytest.mark.parametrize("case", cases("place"), ids=named)
def test_a_pair_is_judged_as_the_case_says(case: dict[str, Any]) -> None:
    """Places are judged by name, containment and direction, with the rule and the reason that the case file gives."""
    left, right = statement(Facet.PLACE, case["left"], 1), statement(Facet.PLACE, case["right"], 2)
    found = place.compare(left, right)
    assert (found.rule, found.verdict.value, found.reason) == (case["rule"], case["verdict"], case["reason"])
    assert place.compare(right, left) == found
