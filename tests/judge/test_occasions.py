"""Are two times those of two occasions on which one kind of thing was done?"""

from __future__ import annotations

from typing import Any

import pytest

from crosscheck.align.similarity import Similarity
from crosscheck.judge.occasions import are_two_occasions
from crosscheck.model.claim import Facet
from tests.judge.stated import cases, statement


@pytest.mark.parametrize("case", cases("occasions"), ids=lambda case: case["why"])
def test_times_of_two_occasions_are_told_from_two_times_of_one(case: dict[str, Any]) -> None:
    """Each case says why; the order of the two statements does not matter."""
    left, right = (statement(Facet.TIME, case[side], number) for number, side in ((1, "left"), (2, "right")))
    link = Similarity(2.0, tuple(case.get("parts", {}).items()), deed=case.get("deed", False))
    assert [are_two_occasions(*pair, link) for pair in ((left, right), (right, left))] == [case["two"]] * 2


def test_lengths_of_time_are_no_points() -> None:
    """ "Two weeks ago" and "three weeks ago" are told of one day or of two by how far they are apart (judge/surety_time.py)."""
    left, right = (
        statement(Facet.TIME, {"text": words, "value": value, "type": "DURATION"}, 1) for words, value in (("two weeks", "P2W"), ("a month", "P1M"))
    )
    assert not are_two_occasions(left, right, Similarity(2.0, (("patient", -1.0),)))
