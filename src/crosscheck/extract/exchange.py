"""How far apart are two sums of money, in whatever currencies, at any rate of exchange of their years?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from crosscheck.extract.lexicon import table_of

DOLLAR = "dollar"  # the US dollar, in whose terms all rates are
ROUNDED = 0.03  # of the smaller sum, by which two of one currency may differ beyond the digits written

Interval = tuple[float, float]
Sum = tuple[Interval, str]  # the least and the most that the words can mean, and the currency


def times_apart(one: Sum, other: Sum, years: tuple[int, int] | None) -> float:
    """How many times the larger is the smaller one, at the rate that brings them nearest; 1 where they can be one.

    `years` are the first and last in which the rate may have held, None for any. 1 for a currency that no rate is known of.
    """
    (sides, unit), (other_sides, other_unit) = one, other
    if unit == other_unit:
        found = _gap(sides, other_sides)
        return found if found > 1 + ROUNDED else 1.0
    rates = [_dollars(currency, years) for currency in (unit, other_unit)]
    if rates[0] is None or rates[1] is None:
        return 1.0
    return _gap(_in_dollars(sides, rates[0]), _in_dollars(other_sides, rates[1]))


def _in_dollars(sum_: Interval, rate: Interval) -> Interval:
    return sum_[0] * rate[0], sum_[1] * rate[1]


def _gap(one: Interval, other: Interval) -> float:
    low, high = sorted((one, other))
    return max(1.0, high[0] / low[1])


def _dollars(unit: str, years: tuple[int, int] | None) -> Interval | None:
    """The fewest and the most dollars that one unit of the currency bought."""
    if unit == DOLLAR:
        return 1.0, 1.0
    table = table_of("exchange")
    if unit in table["pegs"]:
        return _around(1 / table["pegs"][unit], table["held"])
    bought = [1 / rate for year, rate in _rates().get(unit, {}).items() if years is None or years[0] <= year <= years[1]]
    return (min(bought) * (1 - table["swing"]), max(bought) * (1 + table["swing"])) if bought else None


def _around(rate: float, swing: float) -> Interval:
    return rate * (1 - swing), rate * (1 + swing)


@cache
def _rates() -> Mapping[str, Mapping[int, float]]:
    """For each currency, by year, the units that a dollar bought."""
    return {entry["name"]: dict(enumerate(entry["rates"], entry["first"])) for entry in table_of("exchange")["currency"]}
