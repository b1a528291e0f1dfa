"""Does the comparator of patient judge as its cases say?"""

from __future__ import annotations

from typing import Any

import pytest

from crosscheck.judge import patient
from crosscheck.model.claim import Facet
from tests.judge.stated import cases, named, statement


@pytest.mark.parametrize("case", cases("patient"), ids=named)
def test_a_pair_is_judged_as_the_case_says(case: dict[str, Any]) -> None:
    """Whom or what an event concerns is judged by entity, with the rule and the reason that the case file gives."""
    left, right = statement(Facet.PATIENT, case["left"], 1), statement(Facet.PATIENT, case["right"], 2)
    found = patient.compare(left, right)
    assert (found.rule, found.verdict.value, found.reason) == (case["rule"], case["verdict"], case["reason"])
    assert patient.compare(right, left) == found
