"""Which day, month or year is meant, seen from the days that a text is about?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from crosscheck.extract.time_calendar import Moment, bounds, granularity, interval_of, moment_of, moved, week_of
from crosscheck.extract.time_choice import first_day, nth_day, weekday, weekend, year_for
from crosscheck.extract.time_holidays import day_of, fixed
from crosscheck.extract.time_model import Point, Shift
from crosscheck.extract.time_tense import Tense
from crosscheck.values import dataclass


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


def day_meant(point: Point, anchors: Anchors, tense: Tense) -> str:
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
        return _in_week(calendar_of(point, anchors, tense), point)
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
    value = day_meant(replace(point, nth=None, weekday=None, week=False), anchors, tense)
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
    """The calendar quarter that holds most of the three months up to a day: "the quarter ended April 30" is the first."""
    last = interval_of(calendar_of(ends, anchors, Tense.UNKNOWN))
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


def calendar_of(point: Point, anchors: Anchors, tense: Tense) -> str:
    """A month, quarter, half or season, with or without its year and day."""
    rest = (point.part or "XX") + (f"-{point.day:02}" if point.day else "")
    if point.year:
        return f"{point.year}-{rest}"
    year = year_for(lambda year: first_day(year, point), point, anchors.today, tense)
    return f"{year:04}-{rest}" if year else f"XXXX-{rest}"


def _in_week(value: str, point: Point) -> str:
    """ "the week of May 9", "the weekend of May 9"."""
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
        spoken = calendar_of(replace(point, year=None, shift=None, which=None), replace(anchors), Tense.PAST)
    if point.year:
        return f"{point.year}-{spoken[5:]}" if spoken else point.year
    years = round(point.shift.count or 0) if point.shift and point.shift.unit == "1Y" else 0
    if spoken is None:
        quarterly = point.shift is not None and point.shift.unit == "1Q"
        return _latest_quarter(anchors.today) if quarterly else moved(anchors.today, years, "1Y")
    return year_moved(spoken, years)


def year_moved(value: str, years: int) -> str:
    return f"{int(value[:4]) + years:04}{value[4:]}" if value[:4].isdecimal() else value
