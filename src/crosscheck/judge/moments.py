"""Which stretch of time does a time expression mean, as far as it is known?

Intervals are half-open and in naive local time. A value with unknown places ("XXXX-03", "XXXX-WXX-5", "T04:30") has parts instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from crosscheck.extract.time_calendar import DAYPARTS, WEEKDAYS, bounds
from crosscheck.model.claim import Time
from crosscheck.values import dataclass

BACK = (" ago", " earlier", " later", " before", " after", " prior")  # ends of a distance from another time
REFERENCES = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")
_DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?")
_WEEKDAY = re.compile(r"-W(?:\d\d|XX)-([1-7])")
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_HOUR = re.compile(r"T(\d\d)(?![\d:])")
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)(DE|CE|WE|[YMWDQHS])")

# Days in a unit; a month and a year are means, since durations are told in round numbers.
DAYS = {"Y": 365.25, "Q": 91.3, "M": 30.44, "W": 7.0, "D": 1.0, "WE": 2.0, "DE": 3652.5, "CE": 36525.0}
CLOCK_DAYS = {"H": 1 / 24, "M": 1 / 1440, "S": 1 / 86400}
UNIT_DAYS = {**DAYS, **{f"T{unit}": days for unit, days in CLOCK_DAYS.items()}}  # by what `unit_of` calls them


@dataclass(frozen=True, slots=True)
class Parts:
    """What is known of a point in time; `minutes` are the first and last minute of the day that it can mean, half-open."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    minutes: tuple[int, int] | None = None
    exact: bool = False  # a clock time, not a part of the day


def interval(time: Time) -> tuple[datetime, datetime] | None:
    """The time's stretch, None where its year or another part is unknown."""
    if time.since and time.until:
        return _moment(time.since), _moment(time.until)
    return bounds(time.value)


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=None)


def is_lapse(time: Time) -> bool:
    """ "Two weeks ago" as a length of time, which align/facets.py makes of its number."""
    return time.type == "DURATION" and time.text.casefold().endswith(BACK)


def whole(time: Time) -> tuple[datetime, datetime] | None:
    """The stretch without its mod: the month of "early July"."""
    return bounds(time.value)


def parts(value: str, text: str = "") -> Parts:
    """The known parts of a DATE or TIME value; a weekday that the value leaves out ("Friday evening", TEV) is taken from the text."""
    day, mark, _ = value.partition("T")
    clock = value[len(day) :] if mark else ""
    year = month = number = None
    found = _DATE.fullmatch(day)
    if found:
        year, month, number = (int(group) if group and group.isdigit() else None for group in found.groups())
    found_day = _WEEKDAY.search(day)
    weekday = int(found_day[1]) if found_day else _weekday(year, month, number) or _named_weekday(text)
    return Parts(year, month, number, weekday, _minutes(clock), bool(_CLOCK.match(clock)))


def _named_weekday(text: str) -> int | None:
    named = [number for number, day in enumerate(WEEKDAYS, 1) if day in text.casefold()]
    return named[0] if len(named) == 1 else None


def _weekday(year: int | None, month: int | None, day: int | None) -> int | None:
    if not (year and month and day):
        return None
    try:
        return datetime(year, month, day).isoweekday()
    except ValueError:  # "2023-02-30"
        return None


def _minutes(clock: str) -> tuple[int, int] | None:
    exact = _CLOCK.match(clock)
    if exact:
        start = int(exact[1]) * 60 + int(exact[2])
        return start, start + 1
    hour = _HOUR.match(clock)
    if hour:
        return int(hour[1]) * 60, int(hour[1]) * 60 + 60
    part = DAYPARTS.get(clock[1:3])
    return (part[0] * 60, part[1] * 60) if part else None


def clashes(left: Parts, right: Parts) -> Iterator[str]:
    """The names of the parts that both know and in which they differ: year, month, day, weekday; the clock is left out."""
    for name in ("year", "month", "day", "weekday"):
        one, other = getattr(left, name), getattr(right, name)
        if one is not None and other is not None and one != other:
            yield name


def length(value: str) -> float | None:
    """Days in a duration value ("P2W" 14, "PT6H" 0.25), None where the number is not known ("PXY")."""
    if not value.startswith("P") or "X" in value:
        return None
    days, _, clock = value[1:].partition("T")
    total = sum(float(number) * DAYS.get(unit, 0.0) for number, unit in _AMOUNT.findall(days))
    total += sum(float(number) * CLOCK_DAYS.get(unit, 0.0) for number, unit in _AMOUNT.findall(clock))
    return total or None


def unit_of(value: str) -> str:
    """The largest unit of a duration value: "P10Y" Y, "PXM" M, "PT6H" TH."""
    found = re.search(r"(DE|CE|WE|[YMWDQHS])", value[1:].replace("T", ""))
    return ("T" if value.startswith("PT") else "") + (found[1] if found else "")


def stretched(span: tuple[datetime, datetime], by: timedelta, within: tuple[datetime, datetime] | None) -> tuple[datetime, datetime]:
    """The stretch, longer by so much at either end, but not beyond `within`."""
    start, end = span[0] - by, span[1] + by
    return (max(start, within[0]), min(end, within[1])) if within else (start, end)


def one_day_of_year(left: Time, right: Time) -> bool:
    """Whether both are one day of two years, of which one stands in no text and was guessed: "May 3", told years later, and "May 3, 2019"."""
    one, other = _DATE.match(left.value), _DATE.match(right.value)
    if one is None or other is None or one[3] is None or one.group(2, 3) != other.group(2, 3) or one[1] == other[1]:
        return False
    return any(date[1] not in time.text for date, time in ((one, left), (other, right)))
