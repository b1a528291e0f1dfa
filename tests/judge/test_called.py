"""May two names that differ be of one person, body or place?"""

from __future__ import annotations

from typing import Any

import pytest

from crosscheck.judge.called import may_be_called_both
from crosscheck.model.claim import Facet
from tests.judge.stated import cases, statement


@pytest.mark.parametrize("case", cases("called"), ids=lambda case: case["why"])
def test_names_that_may_be_of_one_are_not_held_against_each_other(case: dict[str, Any]) -> None:
    """Each case says why; the order of the two statements does not matter."""
    facet = Facet(case.get("facet", "agent"))
    left, right = statement(facet, case["left"], 1), statement(facet, case["right"], 2)
    found = [may_be_called_both(*pair, case["rule"], case.get("twins", False)) for pair in ((left, right), (right, left))]
    assert found == [case["both"]] * 2
