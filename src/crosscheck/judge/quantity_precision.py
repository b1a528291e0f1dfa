"""Are two numbers one at the precision that they are written with, in whatever unit?

The rules are tried in the order of judge/quantity.py. Each gives its reason, or None where it does not apply.
"""

from __future__ import annotations

from crosscheck.judge.circumstances import plain
from crosscheck.judge.lexicon import words
from crosscheck.judge.quantity_pair import pair, readings
from crosscheck.judge.quantity_words import is_named, worded
from crosscheck.judge.reading import gap, overlap, same
from crosscheck.model.claim import Quantity
from crosscheck.model.verdict import Statement

# How far rounding reaches, relative to the number: 704 may be told as 700 and 25,134 as 25,000, but 1,150 not as 1,500 nor 23 as 20.
ROUNDING = 0.05
CONVERSION = 0.05  # "35 miles" and "58 km": both sides were rounded, often after a conversion of a rounded number
EXACT_COUNT = 100.0  # counts below this are given to the last one
ROUND_FROM = 1000.0  # "more than 50" and "50" are told apart, "more than $1 million" and "$1 million" seldom
VAGUE_SLACK = 2.0  # "dozens" may be said of 110, not of 500


def same_number(left: Statement, right: Statement) -> str | None:
    if not same(*readings(left, right)):
        return None
    one, other = worded(left), worded(right)
    if is_named(left) and is_named(right):
        many = "one" if pair(left, right)[0].mod == "=" else "several"
        return f"Both speak of {many}: “{plain(one)}” and “{plain(other)}”."
    return f"Both say {one}." if one.casefold() == other.casefold() else f"{one} and {other} are the same number."


def converted(left: Statement, right: Statement) -> str | None:
    one, other = pair(left, right)
    if one.unit == other.unit or one.unit is None or other.unit is None:
        return None
    is_bound = "<" in one.mod + other.mod or ">" in one.mod + other.mod  # "more than five hours" and "20 years" overlap, and are not the same
    close = not is_bound and gap(*readings(left, right)) <= CONVERSION
    return f"{worded(left)} and {worded(right)} are the same after conversion and rounding." if close else None


def rounded(left: Statement, right: Statement) -> str | None:
    one, other = readings(left, right)
    coarse, fine = (one, other) if one.step > other.step else (other, one)
    if not (one.exact and other.exact) or coarse.step <= fine.step or coarse.value is None or fine.value is None:
        return None
    if pair(left, right)[0].kind in ("count", "age", "ordinal", "score") and max(abs(coarse.value), abs(fine.value)) < EXACT_COUNT:
        return None
    apart = abs(coarse.value - fine.value)
    if apart > coarse.step / 2 or apart > ROUNDING * abs(coarse.value):
        return None
    return f"{worded(left)} and {worded(right)} are the same at the precision written."


def brink(left: Statement, right: Statement) -> str | None:
    """ "$1 million" is told as "more than $1 million" and the other way round; of 23 and "more than 23" only one can be true."""
    one, other = readings(left, right)
    if one.value is None or one.value != other.value or not (_is_round(one.value) or _is_time(left)):
        return None
    if {one.mod, other.mod} not in ({"=", ">"}, {"=", "<"}):
        return None
    return f"{worded(left)} and {worded(right)} are told of one round number."


def _is_round(number: float) -> bool:
    """Whether it has one digit that is not zero, and is no small count."""
    return abs(number) >= ROUND_FROM and f"{abs(number):e}".partition("e")[0].rstrip("0").rstrip(".") in "123456789"


def _is_time(statement: Statement) -> bool:
    """ "Six months ago" is told as "more than six months ago"."""
    value = statement.value
    unit = (value.unit or value.of or "").casefold().split()[-1:] if isinstance(value, Quantity) else []
    return not words("surety", "time_units").isdisjoint(unit)


def overlapping(left: Statement, right: Statement) -> str | None:
    if pair(left, right)[0].kind == "score":
        return None  # of 3-1 and 2-1 no game ends both
    return f"{worded(left)} and {worded(right)} can be one number." if overlap(*readings(left, right)) else None


def too_vague(left: Statement, right: Statement) -> str | None:
    one, other = readings(left, right)
    vague = next((r for r, s in ((one, left), (other, right)) if r.vague and not any(map(str.isdigit, s.value.text))), None)  # type: ignore[union-attr]
    if vague is None:
        return None
    rest = other if vague is one else one
    near = rest.low <= vague.high * VAGUE_SLACK and rest.high >= vague.low
    return f"{worded(left)} and {worded(right)} are too vague to clash." if near else None
