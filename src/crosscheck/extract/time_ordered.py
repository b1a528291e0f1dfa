"""Which time is counted off: "the last Friday of March", "two Fridays ago", "the week before last", "the January-March quarter"?

Readers over the words of a line; each gives what it read with the index behind it, or None.
"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.extract.time_amounts import amount, length, unit
from crosscheck.extract.time_dates import month_at, year_at
from crosscheck.extract.time_lexer import Line
from crosscheck.extract.time_model import Length, Point, Read, Shift
from crosscheck.extract.time_points import point

Reading = tuple[Point | Length, int]
_LAST = -1
_CLOSED = frozenset([",", ".", ";", ":", ")", "”", '"', ""])


def ordered(line: Line, index: int) -> Reading | None:
    """The first of the readings of this module that fits."""
    for read in (_nth_of, _weekdays_ago, _before_last, _in_time, _months_quarter, _day_before, _unit_long):
        found = read(line, index)
        if found:
            return found
    return None


def begins_long(line: Line, index: int) -> bool:
    """Is this the "month" of "month-long"?"""
    return bool(line[index].senses.get("unit")) and line.lower(line.past_hyphen(index + 1)) == "long"


def _nth_of(line: Line, index: int) -> Read:
    """ "The first week of May", "the last Friday of March 2021", "the first day of the year"."""
    at = line.past(index, "the")
    counted = _nth(line, at)
    if counted is None:
        return None
    nth, at = counted
    weekday, named = line.sense(at, "weekday"), unit(line, at)
    if weekday is None and (named is None or named[0] not in ("1W", "1D") or named[2]):
        return None
    if line.lower(at + 1) not in ("of", "in"):
        return None
    inner = point(line, at + 2)
    if inner is None or not _is_stretch(inner[0], weekday is not None or (named is not None and named[0] == "1W")):
        return None
    week = named is not None and named[0] == "1W"
    return replace(inner[0], nth=nth, weekday=None if weekday is None else int(weekday), week=week), inner[1]


def _nth(line: Line, index: int) -> tuple[int, int] | None:
    """Which one, counted from 1, or -1 for the last; and the index behind it."""
    if line.lower(index) in ("last", "final", "closing"):
        return _LAST, index + 1
    if line.lower(index) == "opening":
        return 1, index + 1
    ordinal = line.sense(index, "ordinal")
    if ordinal is not None and int(ordinal) <= 5:
        return int(ordinal), line.past(index + 1, "full")
    number = line[index].number
    suffixed = number is not None and 1 <= number <= 5 and line.glued(index + 1) and line.sense(index + 1, "ordinal_suffix") is not None
    return (number or 1, index + 2) if suffixed else None


def _is_stretch(inner: Point, within_month: bool) -> bool:
    """Is it a month, or (for days) a year or quarter, with nothing finer?"""
    if inner.day or inner.clock or inner.weekday or inner.holiday or inner.numeric or inner.mod or inner.period or inner.fiscal or inner.nth:
        return False
    named = bool(inner.part) or (inner.shift is not None and inner.shift.unit == "1M" and not inner.shift.stated)
    yearly = bool(inner.year) or (inner.shift is not None and inner.shift.unit == "1Y" and not inner.shift.stated)
    return named or (yearly and not within_month)


def _weekdays_ago(line: Line, index: int) -> Read:
    """ "Two Fridays ago": the Friday before the last one."""
    counted = amount(line, index)
    if counted is None or not counted[0].low or not 1 <= counted[0].low <= 10:
        return None
    day = line.sense(counted[1], "weekdays")
    day = line.sense(counted[1], "weekday") if day is None else day
    if day is None or line.lower(counted[1] + 1) != "ago":
        return None
    return Point(weekday=int(day), which=-1, nth=int(counted[0].low)), counted[1] + 2


def _before_last(line: Line, index: int) -> Read:
    """ "The week before last", "the year after next"."""
    at = line.past(index, "the")
    named = unit(line, at)
    if at == index or named is None or named[2] or named[0] not in ("1W", "1WE", "1M", "1Y"):
        return None
    if line.says(named[1], "before", "last"):
        return Point(shift=Shift(-2, named[0])), named[1] + 2
    return (Point(shift=Shift(2, named[0])), named[1] + 2) if line.says(named[1], "after", "next") else None


def _in_time(line: Line, index: int) -> Read:
    """ "In three months' time", "in a week's time": so far from publication."""
    found = length(line, index) if line.lower(index - 1) == "in" else None
    if found is None or found[0].low is None or found[0].low != found[0].high:
        return None
    at = found[1]
    if line[at].text not in ("'", "’"):
        return None
    at = line.past(at + 1, "s")
    return (Point(shift=Shift(found[0].low, found[0].unit, stated=True, mod=found[0].mod)), at + 1) if line.lower(at) == "time" else None


def _months_quarter(line: Line, index: int) -> Read:
    """ "The January-March quarter", "the April to June period of 2023": a quarter named by its months."""
    first = month_at(line, index)
    if first is None or line[first[1]].text not in ("-", "–", "to"):
        return None
    last = month_at(line, first[1] + 1)
    if last is None or int(first[0]) % 3 != 1 or int(last[0]) != int(first[0]) + 2:
        return None
    at = line.past(last[1], "fiscal")
    if line.lower(at) not in ("quarter", "period"):
        return None
    here = Point(part=f"Q{int(last[0]) // 3}")
    year = year_at(line, line.past(line.past(at + 1, ","), "of", "in"), True)
    return (replace(here, year=year[0]), year[1]) if year else (here, at + 1)


def _day_before(line: Line, index: int) -> Read:
    """ "The day before, he had been in Rome": counted from the time spoken of; "the day before the vote" is not known."""
    at = line.past(index, "the")
    named = unit(line, at)
    way = {"before": -1, "earlier": -1, "after": 1, "later": 1}.get(line.lower(named[1]) if named else "")
    if at == index or named is None or way is None or named[2] or named[0] not in ("1D", "1W", "1M", "1Y"):
        return None
    return (Point(shift=Shift(way, named[0], story=True)), named[1] + 1) if line[named[1] + 1].text in _CLOSED else None


def _unit_long(line: Line, index: int) -> tuple[Length, int] | None:
    """ "A month-long siege", "the weeklong strike"."""
    code = line.sense(index, "lasting")
    if isinstance(code, str):
        return Length(1, 1, code), index + 1
    named = unit(line, index)
    if named is None or named[2] or line[index - 1].text in ("-", "–"):
        return None
    long = line.past_hyphen(named[1])
    return (Length(1, 1, named[0]), long + 1) if long > named[1] and line.lower(long) == "long" else None
