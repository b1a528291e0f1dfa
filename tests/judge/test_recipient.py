"""Does the comparator of recipient judge as its cases say?"""

from __future__ import annotations

from typing import Any

import pytest

from crosscheck.judge import recipient
from crosscheck.model.claim import Facet
from tests.judge.stated import cases, named, statement


@pytest.mark.parametrize("case", cases("recipient"), ids=named)
def test_a_pair_is_judged_as_the_case_says(case: dict[str, Any]) -> None:
    """Receivers are judged by entity, with the rule and the reason that the case file gives."""
    left, right = statement(Facet.RECIPIENT, case["left"], 1), statement(Facet.RECIPIENT, case["right"], 2)
    found = recipient.compare(left, right)
    assert (found.rule, found.verdict.value, found.reason) == (case["rule"], case["verdict"], case["reason"])
    assert recipient.compare(right, left) == found
