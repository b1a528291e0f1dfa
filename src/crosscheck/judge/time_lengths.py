"""Are two lengths of time, or two frequencies, one as far as they are precise?

The rules are tried in the order of judge/time.py. Each gives its reason, or None where it does not apply.
"""

from __future__ import annotations

from datetime import date

from crosscheck.judge.circumstances import capitalised
from crosscheck.judge.moments import UNIT_DAYS, unit_of
from crosscheck.judge.moments import length as days_in
from crosscheck.judge.time_pair import both, pair, worded
from crosscheck.model.claim import Time
from crosscheck.model.verdict import Statement

ROUGH_LENGTH = 0.15  # relative; "about ten years" and "nine years"
VAGUE = 40  # units that "several weeks" may be at most; a newspaper says months or years of more
ROUND_LENGTH = 0.1  # relative; "a year" and "11 months", where the units differ


def rough_length(left: Statement, right: Statement) -> str | None:
    """Two that can be one: "about ten years" and "nine years", "several weeks" and "a month", "more than a day" and "two days"."""
    one, other = pair(left, right)
    if one.type != "DURATION":
        return None
    first, second = days_in(one.value), days_in(other.value)
    if first is None or second is None:
        fits = unit_of(one.value) == unit_of(other.value) or _vague_fits(first, second, one, other)
        return f"{capitalised(both(left, right))} can be one length of time." if fits else None
    if abs(first - second) <= _days_between(left, right):
        return f"{capitalised(both(left, right))} can be one length of time."
    reach = ROUGH_LENGTH if "APPROX" in (one.mod, other.mod) else ROUND_LENGTH if unit_of(one.value) != unit_of(other.value) else 0.0
    if abs(first - second) <= reach * max(first, second) or _bound_fits(one, other, first, second):
        return f"{capitalised(both(left, right))} can be one length of time."
    return None


def _days_between(left: Statement, right: Statement) -> int:
    """Days from the one report to the other, where both reckon from their own day: "three weeks ago" is four weeks ago a week later."""
    if not all(worded(statement).casefold().endswith(" ago") for statement in (left, right)):
        return 0
    days = [(statement.article.published or "")[:10] for statement in (left, right)]
    return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) if all(days) else 0


def _vague_fits(first: float | None, second: float | None, one: Time, other: Time) -> bool:
    """ "Several weeks" may be said of ten days or four months; of unknown units nothing is held against anything."""
    known, vague = (first, other) if first is not None else (second, one)
    if known is None:
        return True
    unit = UNIT_DAYS.get(unit_of(vague.value))
    return unit is None or unit <= known <= VAGUE * unit


def _bound_fits(one: Time, other: Time, first: float, second: float) -> bool:
    """ "More than two days" may be five, "less than a week" three days."""
    short, long = (one, other) if first <= second else (other, one)
    return short.mod in ("MORE_THAN", "EQUAL_OR_MORE") or long.mod in ("LESS_THAN", "EQUAL_OR_LESS")


def length(left: Statement, right: Statement) -> str | None:
    """Any two others."""
    one, _ = pair(left, right)
    return f"One source says {worded(left)}, another {worded(right)}." if one.type == "DURATION" else None


def frequency(left: Statement, right: Statement) -> str | None:
    """ "Every week" and "every two weeks"; of "often" nothing is told."""
    one, other = pair(left, right)
    if one.type != "SET" or "X" in one.value[1:2] or "X" in other.value[1:2]:
        return None
    first, second = days_in(one.value), days_in(other.value)
    return f"One source says {worded(left)}, another {worded(right)}." if first and second and first != second else None


def sets(left: Statement, right: Statement) -> str | None:
    """Any two others that recur: "on Mondays" and "in the morning"."""
    return f"{capitalised(both(left, right))} may recur alike." if pair(left, right)[0].type == "SET" else None
