"""Does the comparator of type judge as its cases say?"""

from __future__ import annotations

from typing import Any

import pytest

from crosscheck.judge import type
from crosscheck.model.claim import Facet
from tests.judge.stated import cases, named, statement


@pytest.mark.parametrize("case", cases("type"), ids=named)
def test_a_pair_is_judged_as_the_case_says(case: dict[str, Any]) -> None:
    """Kinds, models, names and titles are judged by inclusion, with the rule and the reason that the case file gives."""
    left, right = statement(Facet.TYPE, case["left"], 1), statement(Facet.TYPE, case["right"], 2)
    found = type.compare(left, right)
    assert (found.rule, found.verdict.value, found.reason) == (case["rule"], case["verdict"], case["reason"])
    assert type.compare(right, left) == found
