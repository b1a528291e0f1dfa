"""Which TIMEX3 value and which interval has an expression, given when the article was published and what it spoke of before?

Nothing here reads a clock: "today" is the day of publication, and stays "XXXX-XX-XX" where that is not known.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from crosscheck.extract.time_calendar import Moment, added, bounds, granularity, interval_of, moment_of, moved, week_of
from crosscheck.extract.time_choice import first_day, nth_day, weekday, weekend, year_for
from crosscheck.extract.time_holidays import day_of, fixed, lasting
from crosscheck.extract.time_model import Habit, Length, Meaning, Point, Reference, Shift, Window
from crosscheck.extract.time_tense import Tense

Ends = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Anchors:
    """What times are counted from: the day of publication, the time spoken of last, and the quarter spoken of last, if the text still is at it.

    `now` is the hour and minute at which an entry of a live blog was posted.
    """

    published: str | None = None
    story: str | None = None
    day: str | None = None  # the day spoken of last, which "two days later" counts from where only a year was named since
    quarter: str | None = None
    now: str | None = None
    month_first: bool = False  # 3/4/2022 is 4 March, as the article's other dates show

    @property
    def today(self) -> Moment:
        return moment_of(self.published and self.published.partition("T")[0])


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
        return _ended(found, window, interval_of(_calendar(window.ends, anchors, Tense.UNKNOWN)))
    if window.begins:
        return _begun(found, window, _point(window.begins, anchors, Tense.UNKNOWN).since)
    if not window.side or window.story or day is None:
        return found
    since, until = _ends(day, window.length, window.side)
    return replace(found, since=since, until=until)


def _ended(found: Valued, window: Window, last: tuple[str, str] | None) -> Valued:
    """ "the six months ended Oct. 1", "the three months to June": both ends are known with the last day or month."""
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
    value = _day(point, anchors, tense)
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
        return _ranged(Valued("DATE", _year_moved(anchors.quarter, -1), shift.mod))
    if shift.unit == "1Y" and shift.count == -1 and shift.story and anchors.story and granularity(anchors.story) == "month":
        return _ranged(Valued("DATE", _year_moved(anchors.story, -1), shift.mod))  # "fell 3% in July from a year earlier"
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


def _day(point: Point, anchors: Anchors, tense: Tense) -> str:
    """The value of a point without its part of the day."""
    if point.numeric:
        return _numeric(point, anchors)
    if point.holiday:
        return _named_day(point, anchors, tense)
    if point.period:
        return _period_spoken_of(point, anchors, tense)
    if point.shift and not point.shift.stated and not point.nth:
        return _shifted(point, point.shift, anchors, tense)
    if point.nth:
        return _counted_off(point, anchors, tense)
    if point.part or point.day:
        return _in_week(_calendar(point, anchors, tense), point)
    if point.year:
        return point.year
    if point.weekday:
        return weekday(point.weekday, point.which, anchors.today, tense)
    return _day_at_hand(anchors)


def _counted_off(point: Point, anchors: Anchors, tense: Tense) -> str:
    """The nth day, weekday or week of a stretch, or "two Fridays ago"; the stretch alone where its place is not known."""
    nth = point.nth or 1
    if point.weekday and point.which == -1:
        last = moment_of(weekday(point.weekday, -1, anchors.today, tense)).date
        return (last - timedelta(days=7 * (nth - 1))).isoformat() if last else f"XXXX-WXX-{point.weekday}"
    value = _day(replace(point, nth=None, weekday=None, week=False), anchors, tense)
    whole = bounds(value)
    if whole is None:
        return value
    first = nth_day(whole[0].date(), whole[1].date(), nth, point.weekday, point.week)
    return week_of(first + timedelta(days=3)) if point.week else first.isoformat()


def _numeric(point: Point, anchors: Anchors) -> str:
    first, second = point.numeric or (0, 0)
    month_first = anchors.month_first if max(first, second) <= 12 else second > 12
    month, day = (first, second) if month_first else (second, first)
    return f"{point.year}-{month:02}-{day:02}"


def _day_at_hand(anchors: Anchors) -> str:
    """The day of an hour that stands alone: the day spoken of last, else that of publication."""
    if anchors.story and granularity(anchors.story.partition("T")[0]) == "day":
        return anchors.story.partition("T")[0]
    return moved(anchors.today, 0, "1D")


def _shifted(point: Point, shift: Shift, anchors: Anchors, tense: Tense) -> str:
    base = _base(shift, anchors)
    if point.weekday:
        return _weekday_from(point, shift, base if anchors.story or not shift.story else Moment())
    if shift.unit == "1WE" and shift.count == 0 and not shift.story:
        return weekend(anchors.today, tense)
    if point.ends and shift.unit == "1Q":
        return _quarter_ended(point.ends, anchors)
    if shift.unit == "1Q" and shift.story and shift.count == 0:
        return anchors.quarter or _latest_quarter(anchors.today)
    try:
        value = moved(base, shift.count or 0, shift.unit)
    except (OverflowError, ValueError):
        return "PAST_REF" if (shift.count or 0) < 0 else "FUTURE_REF"
    if point.part:
        return f"{value}-{point.part}" + (f"-{point.day:02}" if point.day else "")
    return value


def _base(shift: Shift, anchors: Anchors) -> Moment:
    """What a shift counts from. Where nothing was spoken of before, "the following day" stays unknown and "that year" is the article's."""
    if not shift.story:
        return anchors.today
    return moment_of(anchors.story) if anchors.story else Moment() if shift.count else anchors.today


def _quarter_ended(ends: Point, anchors: Anchors) -> str:
    """The calendar quarter that holds most of the three months up to a day: "the quarter ended July 31" is the second."""
    last = interval_of(_calendar(ends, anchors, Tense.UNKNOWN))
    if last is None:
        return "XXXX-QX"
    middle = date.fromisoformat(last[1]) - timedelta(days=45)
    return moved(Moment(middle.year, middle.month, middle.day), 0, "1Q")


def _latest_quarter(today: Moment) -> str:
    """The last quarter that is over: "the quarter" of a report on earnings."""
    return moved(today, -1, "1Q")


def _weekday_from(point: Point, shift: Shift, base: Moment) -> str:
    """ "Tuesday of next week" counts in weeks; "the previous Friday" from the story's day."""
    number, day = point.weekday or 1, base.date
    if day is None:
        return f"XXXX-WXX-{number}"
    if shift.unit == "1W":
        monday = day - timedelta(days=day.isoweekday() - 1) + timedelta(days=7 * round(shift.count or 0))
        return (monday + timedelta(days=number - 1)).isoformat()
    return weekday(number, point.which, Moment(day.year, day.month, day.day), Tense.PAST)


def _calendar(point: Point, anchors: Anchors, tense: Tense) -> str:
    """A month, quarter, half or season, with or without its year and day."""
    rest = (point.part or "XX") + (f"-{point.day:02}" if point.day else "")
    if point.year:
        return f"{point.year}-{rest}"
    year = year_for(lambda year: first_day(year, point), point, anchors.today, tense)
    return f"{year:04}-{rest}" if year else f"XXXX-{rest}"


def _in_week(value: str, point: Point) -> str:
    """ "the week of March 6", "the weekend of March 6"."""
    if not (point.week or point.weekend):
        return value
    day = moment_of(value).date
    return value if day is None else week_of(day) + ("-WE" if point.weekend else "")


def _named_day(point: Point, anchors: Anchors, tense: Tense) -> str:
    rule = point.holiday or ""
    if point.year:
        year: int | None = int(point.year) if point.year.isdecimal() else None
    elif point.shift:
        base = moment_of(anchors.story) if point.shift.story and anchors.story else anchors.today
        year = base.year and base.year + round(point.shift.count or 0)
    else:
        year = year_for(lambda year: day_of(rule, year), point, anchors.today, tense)
    if year is None:
        return f"XXXX-{fixed(rule) or 'XX-XX'}"
    return _in_week(day_of(rule, year).isoformat(), point)


def _period_spoken_of(point: Point, anchors: Anchors, tense: Tense) -> str:
    """ "the latest period", "the year-ago quarter", "the 1988 period": as long as the quarter or year that the text is at."""
    spoken = anchors.quarter or (anchors.story if anchors.story and granularity(anchors.story) == "month" else None)
    if point.part and point.part.startswith("Q"):
        spoken = _calendar(replace(point, year=None, shift=None, which=None), replace(anchors), Tense.PAST)
    if point.year:
        return f"{point.year}-{spoken[5:]}" if spoken else point.year
    years = round(point.shift.count or 0) if point.shift and point.shift.unit == "1Y" else 0
    if spoken is None:
        quarterly = point.shift is not None and point.shift.unit == "1Q"
        return _latest_quarter(anchors.today) if quarterly else moved(anchors.today, years, "1Y")
    return _year_moved(spoken, years)


def _year_moved(value: str, years: int) -> str:
    return f"{int(value[:4]) + years:04}{value[4:]}" if value[:4].isdecimal() else value
