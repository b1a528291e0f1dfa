"""Which numbers can a quantity mean, in a given unit?

A reading is an interval; an end is open where the words shut the number itself out ("more than 45"). Infinite ends are math.inf.
"""

from __future__ import annotations

import math

from crosscheck.extract.quantity_units import convert
from crosscheck.model.claim import Quantity
from crosscheck.values import dataclass

SMALL = 30.0  # "about 12" is said of 10 and of 14: under this, an approximation reaches by two at least
SMALL_REACH = 2.0
MAGNITUDE_REACH = 0.2  # magnitudes are logarithms: a tenth of the number would be four times the quake
SAME = 1e-9  # relative; two ways of writing one number


@dataclass(frozen=True, slots=True)
class Reading:
    """`value` is the number written (None for a range or "dozens"), `step` the size of its last written digit."""

    value: float | None
    low: float
    high: float
    mod: str
    step: float
    low_open: bool = False
    high_open: bool = False

    @property
    def exact(self) -> bool:
        return self.value is not None and self.mod in ("=", "up", "down")

    @property
    def vague(self) -> bool:
        """Whether no number is written: "dozens", "several"; a range is not vague to the point of saying nothing."""
        return self.value is None


def reading(quantity: Quantity, unit: str | None) -> Reading:
    """The quantity's interval in `unit`, which must be comparable with its own."""
    value = _in(quantity.value, quantity.unit, unit)
    low = _in(quantity.low, quantity.unit, unit)
    high = _in(quantity.high, quantity.unit, unit)
    low = -math.inf if low is None else low
    high = math.inf if high is None else high
    if quantity.mod == "~" and value is not None and value < SMALL and quantity.kind == "count":
        low, high = _widened(low, high, value)
    if quantity.mod == "~" and value is not None and "magnitude" in (quantity.attribute, quantity.unit):
        low, high = value - MAGNITUDE_REACH, value + MAGNITUDE_REACH
    return Reading(value, low, high, quantity.mod, _step(quantity, unit), quantity.mod == ">", quantity.mod == "<")


def _in(number: float | None, unit: str | None, wanted: str | None) -> float | None:
    if number is None or unit == wanted or unit is None or wanted is None:
        return number
    return convert(number, unit, wanted)


def _widened(low: float, high: float, value: float) -> tuple[float, float]:
    """Both ends where the words leave both open; "nearly 20" stays below 20."""
    return (min(low, value - SMALL_REACH), max(high, value + SMALL_REACH) if high > value else high)


def _step(quantity: Quantity, unit: str | None) -> float:
    step = quantity.precision or 0.0
    at, beside = _in(0.0, quantity.unit, unit), _in(step, quantity.unit, unit)
    return abs((beside or 0.0) - (at or 0.0))


def same(left: Reading, right: Reading) -> bool:
    """Whether both mean the same numbers."""
    return _close(left.low, right.low) and _close(left.high, right.high) and left.low_open == right.low_open and left.high_open == right.high_open


def _close(left: float, right: float) -> bool:
    return left == right or math.isclose(left, right, rel_tol=SAME)


def overlap(left: Reading, right: Reading) -> bool:
    """Whether some number fits both; an end that both touch fits only if both hold it."""
    low = max((left.low, left.low_open), (right.low, right.low_open))
    high = min((left.high, not left.high_open), (right.high, not right.high_open))
    return low[0] < high[0] or (_close(low[0], high[0]) and not low[1] and high[1])


def gap(left: Reading, right: Reading) -> float:
    """How far apart the nearest ends are, relative to the greater of them; 0 where the intervals meet."""
    upper, lower = max(left.low, right.low), min(left.high, right.high)
    size = max(abs(upper), abs(lower))
    return 0.0 if upper <= lower or not size or math.isinf(size) else (upper - lower) / size
