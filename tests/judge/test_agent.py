"""Does the comparator of agent judge as its cases say?"""

from __future__ import annotations

from typing import Any

import pytest

from crosscheck.judge import agent
from crosscheck.model.claim import Facet
from tests.judge.stated import cases, named, statement


@pytest.mark.parametrize("case", cases("agent"), ids=named)
def test_a_pair_is_judged_as_the_case_says(case: dict[str, Any]) -> None:
    """Doers are judged by entity, alias and kind, with the rule and the reason that the case file gives."""
    left, right = statement(Facet.AGENT, case["left"], 1), statement(Facet.AGENT, case["right"], 2)
    found = agent.compare(left, right)
    assert (found.rule, found.verdict.value, found.reason) == (case["rule"], case["verdict"], case["reason"])
    assert agent.compare(right, left) == found
