"""By which sizes may two reports mean one measure, each in its own unit: "2,000 feet" and "about 600m", "120 mph" and "193 km/h"?"""

from __future__ import annotations

import math
from collections.abc import Iterator

from crosscheck.extract.quantity_units import base_of, convert
from crosscheck.model.claim import Quantity

STEP = 1.1  # how many times as large the next size is; sizes overlap by half, so that what is a twentieth apart has one in common
CONVERSION = 0.05  # of the larger, by which two may differ that were rounded after a conversion
TOLD = ("=", "~", "<=", "up", "down")  # mods of measures that are told as one: "up to 120 mph", "fell 600m"
STUFF = ("mass", "volume")  # of which there is as much of one thing as of another
DIMENSIONS = ("length", "length/time", "area", *STUFF)  # that are told in units of two systems


def sizes_of(quantity: Quantity) -> Iterator[str]:
    """The sizes that a measure may be told as, by dimension; none of a bound that leaves the number itself out."""
    if quantity.kind not in ("measure", "rate") or not quantity.value or quantity.value < 0 or quantity.mod not in TOLD:
        return
    dimension, factor, _ = base_of(quantity.unit)
    if dimension in DIMENSIONS:
        size = math.log(quantity.value * factor) / math.log(STEP)
        yield f"{dimension} {math.floor(size)}"
        yield f"{dimension} {math.floor(size + 0.5)} and a half"


def are_measures(left: Quantity, right: Quantity) -> bool:
    return any(sizes_of(left)) and any(sizes_of(right))


def are_one_measure(left: Quantity, right: Quantity) -> bool:
    """Whether both are measures, and the same in one unit, or as near as converted numbers are in two."""
    if not are_measures(left, right) or left.value is None or right.value is None:
        return False
    if left.unit == right.unit:
        return left.value == right.value
    same = convert(right.value, right.unit or "", left.unit or "")
    return same is not None and abs(left.value - same) <= CONVERSION * max(abs(left.value), abs(same))


def is_of_stuff(quantity: Quantity) -> bool:
    return base_of(quantity.unit)[0] in STUFF
