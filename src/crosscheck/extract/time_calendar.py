"""Which stretch of the calendar does a TIMEX3 value stand for?

Intervals are half-open and ISO 8601; days where both ends are midnights, else minutes. A value that may mean more than one stretch ("the
winter of 1994", "spring") gets the stretch that holds all of its readings, so that two such times are only called apart when they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

Interval = tuple[datetime, datetime]

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-([1-7]|WE))?$")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$")
_CLOCK = re.compile(r"(\d\d)(?::(\d\d)(?::(\d\d))?)?(?:Z|[+-]\d\d(?::?\d\d)?)?$")

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

DAYPARTS = {"MO": (0, 12), "MI": (11, 14), "AF": (12, 18), "EV": (16, 24), "NI": (17, 30), "DT": (6, 18)}
"""Hours of a day that its parts can mean; a night reaches into the next morning."""

_SEASONS = {"SP": ((3, 1), (6, 22)), "SU": ((6, 1), (9, 24)), "FA": ((9, 1), (12, 23))}
"""Northern seasons, meteorological and astronomical together (the latter end a day before these dates at the latest)."""


class Moment(NamedTuple):
    """A date as far as it is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        """The day, None where it is not known, does not exist, or lies where counting would leave the calendar."""
        if not (self.year and self.month and self.day) or not 100 < self.year < 9900:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


def interval_of(value: str, mod: str | None = None) -> tuple[str, str] | None:
    """The half-open interval of a TIMEX3 value of type DATE or TIME, narrowed or widened by its mod; None where it is not known.

    START, MID and END take the first, middle and last third: of a month its days 1-10, 11-20 and from 21, of a year its months 1-4, 5-8 and
    9-12, of a decade its years 0-3, 3-6 and 6-9, of other stretches equal parts. APPROX adds the stretch's own length on either side, at least
    half an hour. Other mods (BEFORE, AFTER, MORE_THAN ...) leave an end unknown.
    """
    whole = bounds(value)
    if whole is None:
        return None
    modified = _modified(whole, mod)
    return modified and written(modified)


def granularity(value: str) -> str:
    """How precise a value is: minute, hour, daypart, day, week, weekend, month, quarter, half, season, year, decade, century, duration, set,
    reference or unknown. A value with unknown places ("XXXX-03") is as precise as its last known place."""
    if value.endswith("_REF"):
        return "reference"
    if value.startswith("P"):
        return "duration"
    day, _, clock = value.partition("T")
    if clock:
        return "daypart" if clock[:2] in DAYPARTS else "minute" if ":" in clock else "hour"
    return _day_granularity(day)


def bounds(value: str) -> Interval | None:
    """The interval of a value as date-times, None where a place of it is unknown or no such day exists."""
    try:
        day, _, clock = value.partition("T")
        whole = _stretch(day)
        return _hours(whole, clock) if whole and clock else whole
    except (ValueError, OverflowError):  # "2023-02-30", the year 9999
        return None


def written(interval: Interval) -> tuple[str, str]:
    """An interval in ISO 8601: dates where both ends are midnights, else minutes."""
    plain = all(end.time() == datetime.min.time() for end in interval)
    since, until = ((end.date().isoformat() if plain else end.isoformat(timespec="minutes")) for end in interval)
    return since, until


def moment_of(value: str | None) -> Moment:
    """The first day of a value as far as known: "2024-02" has no day, "1989-W42" begins on its Monday, None is unknown."""
    if value and value.startswith("XXXX-") and value[5:7].isdecimal():
        return Moment(None, int(value[5:7]), int(value[8:10]) if value[8:10].isdecimal() else None)
    if not value or not value[:4].isdecimal():
        return Moment()
    if value[4:6] == "-W" and value[6:7] != "I" and (whole := bounds(value.partition("T")[0])):
        return Moment(whole[0].year, whole[0].month, whole[0].day)
    year, month, day = (int(part) if part.isdecimal() else None for part in (value[:4], value[5:7], value[8:10]))
    if month is None or not 1 <= month <= 12 or value[4] != "-":
        return Moment(year)
    return Moment(year, month, day if day and value[7] == "-" else None)


def moved(moment: Moment, count: float, unit: str) -> str:
    """The value so many units away: of the unit's precision, with X where the moment does not say enough. Raises OverflowError before year 1.

    Units are TIMEX3 units with a factor: "1D", "2W", "1Q", "10Y" (a decade), "T1H" (clock units give the day: the hour is not known).
    """
    if unit.startswith("T"):
        return moved(moment, 0, "1D")
    factor, code = _split(unit)
    steps = count if code == "Y" and factor >= 10 else count * factor
    return _MOVES[code](moment, steps, factor)


def added(day: date, count: float, unit: str) -> date:
    """The day so many units away; a month's last days stay within the month reached. Raises OverflowError beyond the calendar."""
    if unit.startswith("T"):
        return day + timedelta(hours=count * _HOURS[unit[-1]] * _split(unit[1:])[0])
    factor, code = _split(unit)
    if code in _DAYS:
        return day + timedelta(days=round(count * factor * _DAYS[code]))
    months = round(count * factor * {"M": 1, "Q": 3, "Y": 12}[code])
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(year)
    return date(year, month + 1, min(day.day, month_length(year, month + 1)))


def month_length(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day


def week_of(day: date) -> str:
    """The ISO week of a day: "1998-W08"."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


_DAYS = {"D": 1, "W": 7, "WE": 7}
_HOURS = {"H": 1, "M": 1 / 60, "S": 1 / 3600}


def _split(unit: str) -> tuple[int, str]:
    digits = len(unit) - len(unit.lstrip("0123456789"))
    return int(unit[:digits]), unit[digits:]


def _years(moment: Moment, count: float, factor: int) -> str:
    if moment.year is None:
        return "X" * {1: 4, 10: 3, 100: 2}.get(factor, 1)
    if not 1 <= moment.year + round(count) * factor <= 9999:
        raise OverflowError(count)
    if factor == 1:
        return f"{moment.year + round(count):04}"
    return f"{moment.year // factor + round(count):0{ {10: 3, 100: 2}.get(factor, 1) }}"


SOME_YEAR = 2001  # counting within a year that is not known; no leap year


def _months(moment: Moment, count: float, factor: int) -> str:
    if moment.year is None and moment.month is not None:
        return f"XXXX-{_months(moment._replace(year=SOME_YEAR), count, factor)[5:]}"
    if moment.year is None or moment.month is None:
        return f"{moment.year or 'XXXX'}-XX"
    year, month = divmod(moment.year * 12 + moment.month - 1 + round(count), 12)
    return f"{year:04}-{month + 1:02}"


def _quarters(moment: Moment, count: float, factor: int) -> str:
    if moment.year is None or moment.month is None:
        return f"{moment.year or 'XXXX'}-QX"
    year, quarter = divmod(moment.year * 4 + (moment.month - 1) // 3 + round(count), 4)
    return f"{year:04}-Q{quarter + 1}"


def _weeks(moment: Moment, count: float, factor: int) -> str:
    day = moment.date
    return week_of(day + timedelta(days=round(7 * count))) if day else f"{moment.year or 'XXXX'}-WXX"


def _days(moment: Moment, count: float, factor: int) -> str:
    if moment.year is None and moment.month is not None and moment.day is not None:
        return f"XXXX-{_days(moment._replace(year=SOME_YEAR), count, factor)[5:]}"
    day = moment.date
    if day:
        return (day + timedelta(days=round(count))).isoformat()
    return f"{moment.year or 'XXXX'}-{f'{moment.month:02}' if moment.month else 'XX'}-XX"


def _weekends(moment: Moment, count: float, factor: int) -> str:
    return _weeks(moment, count, factor) + "-WE"


_MOVES: Mapping[str, Callable[[Moment, float, int], str]] = {"Y": _years, "M": _months, "Q": _quarters, "W": _weeks, "D": _days, "WE": _weekends}


def _day_granularity(day: str) -> str:
    if day[4:6] == "-W" and not day.endswith("-WI"):
        return "weekend" if day.endswith("-WE") else "day" if re.search(r"-W..-\d", day) else "week"
    named = {"Q": "quarter", "H": "half", "S": "season", "F": "season", "W": "season"}
    last = day.rpartition("-")[2][:1]
    if "-" in day and last in named:
        return named[last]
    if "-" in day:
        return ("month", "day")[min(day.count("-"), 2) - 1]
    return {2: "century", 3: "decade", 4: "year"}.get(len(day), "unknown")


def _stretch(day: str) -> Interval | None:
    if day.isdecimal() and len(day) in (2, 3):
        size = 10 ** (4 - len(day))
        first = int(day) * size
        return datetime(max(first, 1), 1, 1), datetime(first + size, 1, 1)
    if found := _DATE.match(day):
        return _plain(*(int(group) if group else None for group in found.groups()))
    if found := _WEEK.match(day):
        return _week(int(found[1]), int(found[2]), found[3])
    if found := _PART.match(day):
        return _part(int(found[1]), found[2])
    return None


def _plain(year: int | None, month: int | None, day: int | None) -> Interval:
    assert year is not None
    if month is None:
        return datetime(year, 1, 1), datetime(year + 1, 1, 1)
    if day is None:
        return datetime(year, month, 1), datetime(year + month // 12, month % 12 + 1, 1)
    return datetime(year, month, day), datetime(year, month, day) + timedelta(days=1)


def _week(year: int, week: int, within: str | None) -> Interval:
    monday = datetime.fromisocalendar(year, week, 1)
    if within is None:
        return monday, monday + timedelta(days=7)
    first = 5 if within == "WE" else int(within) - 1
    return monday + timedelta(days=first), monday + timedelta(days=7 if within == "WE" else first + 1)


def _part(year: int, part: str) -> Interval:
    """A quarter, half or season. A winter named by one year may begin or end in it, so it reaches from December before to February after."""
    if part == "WI":
        return datetime(year - 1, 12, 1), datetime(year + 1, 3, 21)
    if part in _SEASONS:
        first, last = _SEASONS[part]
        return datetime(year, *first), datetime(year, *last)
    size = 3 if part[0] == "Q" else 6
    end = int(part[1]) * size
    return datetime(year, end - size + 1, 1), datetime(year + end // 12, end % 12 + 1, 1)


def _hours(day: Interval, clock: str) -> Interval | None:
    if clock[:2] in DAYPARTS:
        first, last = DAYPARTS[clock[:2]]
        return day[0] + timedelta(hours=first), day[0] + timedelta(hours=last)
    found = _CLOCK.match(clock)
    if not found:
        return None
    at = day[0] + timedelta(hours=int(found[1]), minutes=int(found[2] or 0), seconds=int(found[3] or 0))
    return at, at + (timedelta(minutes=1) if found[2] else timedelta(hours=1))


def _modified(whole: Interval, mod: str | None) -> Interval | None:
    if mod is None:
        return whole
    if mod in ("START", "MID", "END"):
        return _third(whole, ("START", "MID", "END").index(mod))
    if mod == "APPROX":
        return _widened(whole)
    return None


_THIRDS = {12: (0, 4, 4, 8, 8, 12), 3: (0, 1, 1, 2, 2, 3), 6: (0, 2, 2, 4, 4, 6), 120: (0, 48, 36, 84, 72, 120), 1200: (0, 408, 396, 804, 792, 1200)}
"""First, middle and last third in months from the beginning, by length in months; those of decades and centuries overlap, as usage does."""


def _widened(whole: Interval) -> Interval | None:
    """The stretch with its own length on either side, at least half an hour; months count as months."""
    since, until = whole
    months = _months_between(since, until)
    length = max(until - since, timedelta(minutes=30))
    try:
        return (_months_on(since, -months), _months_on(until, months)) if months else (since - length, until + length)
    except (OverflowError, ValueError):
        return None


def _months_between(since: datetime, until: datetime) -> int:
    """Whole months of a stretch that begins and ends with a month, else 0."""
    return (until.year - since.year) * 12 + until.month - since.month if since.day == until.day == 1 else 0


def _third(whole: Interval, which: int) -> Interval:
    since, until = whole
    if (until - since).days in (28, 29, 30, 31):
        cuts = (since, since + timedelta(days=10), since + timedelta(days=20), until)
        return cuts[which], cuts[which + 1]
    if thirds := _THIRDS.get(_months_between(since, until)):
        return _months_on(since, thirds[2 * which]), _months_on(since, thirds[2 * which + 1])
    step = (until - since) / 3
    ends = (since, _cut(since + step, until - since), _cut(since + 2 * step, until - since), until)
    return ends[which], ends[which + 1]


def _months_on(since: datetime, months: int) -> datetime:
    year, month = divmod(since.year * 12 + since.month - 1 + months, 12)
    return datetime(year, month + 1, 1)


def _cut(at: datetime, length: timedelta) -> datetime:
    """A cut at a midnight where the stretch is longer than a few days, else at a full hour."""
    if length > timedelta(days=3):
        return datetime(at.year, at.month, at.day)
    return at.replace(minute=0, second=0, microsecond=0)
