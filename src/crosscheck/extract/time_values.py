"""Which TIMEX3 value and which interval has an expression, given when the article was published and what it spoke of before?

Nothing here reads a clock: "today" is the day of publication, and stays "XXXX-XX-XX" where that is not known.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from crosscheck.extract.time_calendar import Moment, added, bounds, granularity, interval_of, moment_of, moved
from crosscheck.extract.time_days import Anchors, calendar_of, day_meant, year_moved
from crosscheck.extract.time_holidays import lasting
from crosscheck.extract.time_model import Habit, Length, Meaning, Point, Reference, Shift, Window
from crosscheck.extract.time_tense import Tense
from crosscheck.values import dataclass

Ends = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Valued:
    """A TIMEX3 type and value with its interval; `since` and `until` as in `Time`."""

    type: str
    value: str
    mod: str | None = None
    since: str | None = None
    until: str | None = None


def valued(meaning: Meaning, anchors: Anchors, tense: Tense = Tense.UNKNOWN) -> Valued:
    """The value of one expression."""
    match meaning:
        case Length():
            return Valued("DURATION", period(meaning), _length_mod(meaning))
        case Window():
            return _window(meaning, anchors)
        case Habit():
            return Valued("SET", meaning.value)
        case Reference():
            return Valued(meaning.type, meaning.value)
        case Point():
            return _point(meaning, anchors, tense)


def period(size: Length) -> str:
    """A length in ISO 8601 as TIMEX3 writes it: P3D, PT2H, P2Y6M, PXW for "several weeks", PXDE for "decades"."""
    clock = size.unit.startswith("T")
    digits, code = _unit(size.unit[clock:])
    prefix = "PT" if clock else "P"
    if size.low is None:
        return f"{prefix}X{ {10: 'DE', 100: 'CE', 1000: 'ML'}.get(digits, code) if code == 'Y' else code }"
    count = size.low * digits
    whole, rest = int(count), count - int(count)
    finer = _FINER.get(("T" if clock else "") + code)
    if rest and finer:
        return _mixed(prefix, whole, code, round(rest * finer[0]), finer[1], clock)
    return f"{prefix}{count:g}{code}" if count < 1e6 else f"{prefix}{whole}{code}"


_FINER = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S"), "D": (24, "TH")}


def _mixed(prefix: str, whole: int, code: str, rest: int, finer: str, clock: bool) -> str:
    first = f"{prefix}{whole}{code}" if whole else prefix
    return first + (finer if finer == "T" else "") + (f"T{rest}H" if finer == "TH" else f"{rest}{finer}")


def _unit(unit: str) -> tuple[int, str]:
    code = unit.lstrip("0123456789")
    return int(unit[: len(unit) - len(code)]), code


def _length_mod(size: Length) -> str | None:
    return size.mod or ("APPROX" if size.low != size.high else None)


def _window(window: Window, anchors: Anchors) -> Valued:
    found = Valued("DURATION", period(window.length), _length_mod(window.length))
    day = anchors.today.date
    if window.ends:
        return _ended(found, window, interval_of(calendar_of(window.ends, anchors, Tense.UNKNOWN)))
    if window.begins:
        return _begun(found, window, _point(window.begins, anchors, Tense.UNKNOWN).since)
    if not window.side or window.story or day is None:
        return found
    since, until = _ends(day, window.length, window.side)
    return replace(found, since=since, until=until)


def _ended(found: Valued, window: Window, last: tuple[str, str] | None) -> Valued:
    """ "the six months ended May 2", "the three months to June": both ends are known with the last day or month."""
    if last is None or window.length.low is None:
        return found
    since = added(date.fromisoformat(last[1]), -window.length.low, window.length.unit)
    return replace(found, since=since.isoformat(), until=last[1])


def _begun(found: Valued, window: Window, since: str | None) -> Valued:
    """ "the first three months of 2023": both ends are known with the first day."""
    if since is None or window.length.low is None:
        return found
    first = date.fromisoformat(since[:10])
    return replace(found, since=first.isoformat(), until=added(first, window.length.low, window.length.unit).isoformat())


def _ends(day: date, size: Length, side: int) -> Ends:
    """From so long ago through today, or from today on; the far end is not known where the length is vague."""
    try:
        far = None if size.high is None else added(day, side * size.high, size.unit).isoformat()
    except OverflowError:
        far = None
    tomorrow = (day + timedelta(days=1)).isoformat()
    return (far, tomorrow) if side < 0 else (day.isoformat(), far)


def _point(point: Point, anchors: Anchors, tense: Tense) -> Valued:
    if point.shift and point.shift.stated:
        return _away(point.shift, anchors)
    value = day_meant(point, anchors, tense)
    if value in ("PAST_REF", "FUTURE_REF", "PRESENT_REF"):
        return Valued("DATE", value)
    if point.clock:
        return _timed(value, point)
    found = Valued("DATE", value, point.mod)
    return _with_interval(found, point, anchors)


def _timed(value: str, point: Point) -> Valued:
    """An hour or a part of a day. "10 p.m." is good for the hour that it begins; time zones are not counted in."""
    clock = point.clock or ""
    whole = f"{value}T{clock}" if value.strip("X-") else f"T{clock}"
    ends = interval_of(whole.removesuffix("Z")[:-3] if point.hour else whole, point.mod)
    return Valued("TIME", whole, point.mod, *(ends or (None, None)))


def _with_interval(found: Valued, point: Point, anchors: Anchors) -> Valued:
    if point.fiscal:
        return found  # the year of a company or a state begins when it likes
    if point.holiday and lasting(point.holiday) > 1:
        return _feast(found, point.holiday)
    if point.until_year and point.part == "WI":
        return replace(found, since=f"{point.year}-12-01", until=f"{point.until_year:04}-03-21")
    if point.until_year:
        return replace(found, since=f"{point.year}-01-01", until=f"{point.until_year + 1:04}-01-01")
    day, whole = anchors.today.date, bounds(found.value)
    if day and whole and (point.open or (point.shift and point.shift.rolling and not _from_story(point.shift, anchors))):
        since, until = _open(point, day, whole[0].date(), whole[1].date())
        return replace(found, since=since, until=until)
    ends = interval_of(found.value, found.mod)
    if ends and point.nth and point.week:
        ends = _widened(ends, OFF_MONDAY)
    return replace(found, since=ends[0], until=ends[1]) if ends else found


OFF_MONDAY = timedelta(days=3)
"""How far "the first week of May", the seven days from the first, can lie from the week of the calendar that stands for it."""


def _widened(ends: tuple[str, str], by: timedelta) -> tuple[str, str]:
    return (date.fromisoformat(ends[0]) - by).isoformat(), (date.fromisoformat(ends[1]) + by).isoformat()


def _feast(found: Valued, rule: str) -> Valued:
    """A feast of many days has its year as value; it lasts from its first day to its last, each a day wider where the moon is sighted."""
    first = moment_of(found.value).date
    if first is None:
        return found
    wider = timedelta(days=rule.startswith("~"))
    return replace(
        found, value=found.value[:4], mod=None, since=(first - wider).isoformat(), until=(first + timedelta(days=lasting(rule)) + wider).isoformat()
    )


def _from_story(shift: Shift, anchors: Anchors) -> bool:
    """Does "the next day" count from the time spoken of?"""
    return shift.story and anchors.story is not None


def _open(point: Point, day: date, since: date, until: date) -> Ends:
    """ "earlier this year" ends with today, "later this year" begins with it, "the past year" is the twelve months up to today."""
    tomorrow = day + timedelta(days=1)
    if point.shift and point.shift.rolling:
        side = 1 if (point.shift.count or 0) > 0 else -1
        return _ends(day, Length(1, 1, point.shift.unit), side)
    ends = (since, min(tomorrow, until)) if point.open < 0 else (max(day, since), until)
    return (ends[0].isoformat(), ends[1].isoformat()) if ends[0] < ends[1] else (None, None)


def _away(shift: Shift, anchors: Anchors) -> Valued:
    """ "two weeks ago", "three days later": of the precision of the unit; a length where nothing is known to count from."""
    if shift.count is None:
        return Valued("DATE", "PAST_REF")
    size = Length(abs(shift.count), abs(shift.count), shift.unit, shift.mod)
    if anchors.now and shift.unit.startswith("T") and not shift.story and anchors.today.date:
        return _hours_away(shift, shift.count, anchors.today.date, anchors.now)
    base = moment_of(anchors.story or (anchors.published if shift.unit == "1Y" and shift.count == -1 else None)) if shift.story else anchors.today
    if shift.unit == "1Y" and abs(shift.count) == 1 and shift.count < 0 and anchors.quarter:
        return _ranged(Valued("DATE", year_moved(anchors.quarter, -1), shift.mod))
    if shift.unit == "1Y" and shift.count == -1 and shift.story and anchors.story and granularity(anchors.story) == "month":
        return _ranged(Valued("DATE", year_moved(anchors.story, -1), shift.mod))  # "fell 3% in July from a year earlier"
    if shift.story and anchors.day and not _reaches(base, shift.unit):
        base = moment_of(anchors.day)
    if not _reaches(base, shift.unit) or (shift.unit.startswith("T") and shift.story):
        return (
            Valued("DURATION", period(size), shift.mod)
            if shift.story or base.year is None
            else _ranged(Valued("DATE", _rough(shift, base), shift.mod))
        )
    count, unit = _finer(shift.count, shift.unit)
    try:
        value = moved(base, count, unit)
    except (OverflowError, ValueError):
        return Valued("DURATION", period(size), shift.mod)
    if shift.unit.startswith("T"):
        return Valued("TIME", value, shift.mod)
    return _about(Valued("DATE", value, shift.mod), base, count, unit)


def _hours_away(shift: Shift, count: float, day: date, now: str) -> Valued:
    """ "An hour ago" in an entry of 14:05: about 13:05. Whole hours are counted roughly, and so are tens of minutes."""
    minutes = count * int(shift.unit.strip("THMS") or 1) * _MINUTES[shift.unit[-1]]
    rough = timedelta(minutes=30 if shift.unit.endswith("H") else max(1.0, abs(minutes) / 6))
    try:
        moment = datetime.fromisoformat(f"{day.isoformat()}T{now}") + timedelta(minutes=minutes)
        since, until = moment - rough, moment + rough
    except (OverflowError, ValueError):
        return Valued("DATE", "PAST_REF" if count < 0 else "FUTURE_REF")
    return Valued("TIME", moment.isoformat(timespec="minutes"), shift.mod, since.isoformat(timespec="minutes"), until.isoformat(timespec="minutes"))


_MINUTES = {"H": 60.0, "M": 1.0, "S": 1 / 60}


def _finer(count: float, unit: str) -> tuple[float, str]:
    """ "Half a century ago" in decades, "two and a half years ago" in months."""
    if unit == "100Y":
        return count * 10, "10Y"
    return (count * 12, "1M") if unit == "1Y" and count % 1 else (count, unit)


def _rough(shift: Shift, base: Moment) -> str:
    return moved(base, shift.count or 0, shift.unit)


def _reaches(base: Moment, unit: str) -> bool:
    """Is the moment known as precisely as the unit needs?"""
    code = unit.lstrip("T0123456789")
    if code == "Y":
        return base.year is not None
    return base.month is not None if code in ("M", "Q") and not unit.startswith("T") else base.day is not None


def _ranged(found: Valued) -> Valued:
    ends = interval_of(found.value, found.mod)
    return replace(found, since=ends[0], until=ends[1]) if ends else found


def _about(found: Valued, base: Moment, count: float, unit: str) -> Valued:
    """The interval of "a fortnight ago": its calendar unit, and half a unit on either side of the day counted to.

    "Received a fortnight ago", written on 18 April of what arrived on 31 March: people count such distances roughly.
    """
    found = _ranged(found)
    day = base.date
    if day is None or found.since is None or found.until is None or unit == "1D":
        return found
    try:
        centre = added(day, count, unit)
        half = (added(day, 1, unit) - day) / 2
        since, until = min((centre - half).isoformat(), found.since), max((centre + half).isoformat(), found.until)
    except (OverflowError, ValueError):
        return found
    return replace(found, since=since, until=until)
