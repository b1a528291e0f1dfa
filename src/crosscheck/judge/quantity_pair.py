"""Which two quantities do two statements make, and how are they read in one unit?"""

from __future__ import annotations

from crosscheck.judge.reading import Reading, reading
from crosscheck.model.claim import Quantity
from crosscheck.model.verdict import Statement


def pair(left: Statement, right: Statement) -> tuple[Quantity, Quantity]:
    """The quantities of two statements that both have one."""
    assert isinstance(left.value, Quantity) and isinstance(right.value, Quantity)
    return left.value, right.value


def readings(left: Statement, right: Statement) -> tuple[Reading, Reading]:
    """Both in the unit of the left one."""
    one, other = pair(left, right)
    return reading(one, one.unit), reading(other, one.unit)
