"""How far may a number lie from a bound ("more than 100,000"), or from another number, to be said of one thing?

The rules are tried in the order of judge/quantity.py. Each gives its reason, or None where it does not apply.
"""

from __future__ import annotations

from crosscheck.judge.exchanged import exchanged
from crosscheck.judge.quantity_pair import pair, readings
from crosscheck.judge.quantity_words import said, worded
from crosscheck.judge.reading import overlap
from crosscheck.judge.running import is_growing, is_running
from crosscheck.model.verdict import Statement

BEYOND = 2.0  # "more than 100,000" is not said of twice as many
BOUND_APART = 1.15  # nor "more than 17,000" of "more than 21,000" by one who knows of the latter
BOUND_FROM = 100.0
FAR = 20.0  # so many times as much is more often another thing than a disagreement, which rarely goes beyond a slipped digit
_BOUNDS = ("<", ">", "<=", ">=")


def exchanged_bound(left: Statement, right: Statement) -> str | None:
    """ "Up to £500" holds where "up to £700" does; who writes the one for the other in the same sentence says something else."""
    one, other = pair(left, right)
    if one.mod != other.mod or one.mod not in _BOUNDS or one.value is None or other.value is None or one.unit != other.unit:
        return None
    if max(one.value, other.value) < BOUND_APART * min(one.value, other.value) or is_running(left) or is_running(right):
        return None
    return f"One source says {worded(left)}, another {worded(right)}, in the same sentence." if exchanged(left, right) else None


def beyond(left: Statement, right: Statement) -> str | None:
    if is_growing(left) and is_growing(right):
        return None
    for bound, exact in ((left, right), (right, left)):
        limit, number = readings(bound, exact)
        if limit.mod != ">" or limit.value is None or not (number.exact or number.mod == "~") or number.value is None:
            continue
        if limit.value >= BOUND_FROM and number.value >= BEYOND * limit.value:
            return f"{worded(bound)} is not said of {worded(exact)}."
    return None


def bounds_apart(left: Statement, right: Statement) -> str | None:
    one, other = readings(left, right)
    if is_growing(left) and is_growing(right):
        return None  # "viewed more than 150,000 times", "more than 400,000 times" a day later
    if one.mod != ">" or other.mod != ">" or one.value is None or other.value is None or min(one.value, other.value) < BOUND_FROM:
        return None
    apart = max(one.value, other.value) >= BOUND_APART * min(one.value, other.value)
    return f"{worded(left)} and {worded(right)} are bounds too far apart for one number." if apart else None


def unlike(left: Statement, right: Statement) -> str | None:
    if _ratio(left, right) < FAR or not overlap(*readings(left, right)):
        return None
    return f"{worded(left)} and {worded(right)} are too far apart to be said of one thing."


def far(left: Statement, right: Statement) -> str | None:
    return f"{said(left, right)[:-1]}, many times as much." if _ratio(left, right) >= FAR else None


def _ratio(left: Statement, right: Statement) -> float:
    """How many times the lesser number is contained in the greater; 1 where one is not written or is zero."""
    sizes = sorted(abs(r.value or 0.0) for r in readings(left, right))
    return sizes[1] / sizes[0] if sizes[0] else 1.0
