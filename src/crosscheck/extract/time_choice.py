"""Which of the days that come every week, or of the months that come every year, is meant?

"On Tuesday" is a Tuesday near the day of publication, "in March" a March near it. Tense says on which side, and the nearer one is likelier: news
adds "last" or a year when it means one farther away.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from math import inf

from crosscheck.extract.time_calendar import Moment, month_length, moved, week_of
from crosscheck.extract.time_model import Point
from crosscheck.extract.time_tense import Tense

Weights = dict[Tense, tuple[float, float]]
"""By tense, how many times farther away a day before and a day after publication counts. All are tuned by hand on the dev articles of
TempEval-3: they trade the few reports that look ahead in a past tense against the many that do not."""

_WEEK: Weights = {
    Tense.PAST: (1, inf),
    Tense.LIKELY_PAST: (1, 2),
    Tense.UNKNOWN: (1, 3),
    Tense.LIKELY_FUTURE: (1, 1),
    Tense.FUTURE: (inf, 1),
}
_DAY: Weights = {
    Tense.PAST: (1, 8),  # "cut the dividend payable Jan. 2", written in November, is next January
    Tense.LIKELY_PAST: (1, 3),
    Tense.UNKNOWN: (1, 2),
    Tense.LIKELY_FUTURE: (3, 1),
    Tense.FUTURE: (4, 1),
}
_MONTH: Weights = {
    Tense.PAST: (1, 8),
    Tense.LIKELY_PAST: (1, 3),
    Tense.UNKNOWN: (1, 1.5),
    Tense.LIKELY_FUTURE: (3, 1),
    Tense.FUTURE: (5, 1),
}
_QUARTER: Weights = {
    Tense.PAST: (1, 4),
    Tense.LIKELY_PAST: (1, 4),
    Tense.UNKNOWN: (1, 3),
    Tense.LIKELY_FUTURE: (1, 1),
    Tense.FUTURE: (1.5, 1),  # "plans to report its sales of the third quarter", written in November, speaks of the quarter just over
}


def weekday(number: int, which: int | None, today: Moment, tense: Tense) -> str:
    """The date of a weekday (ISO 1-7) by "last", "this", "next" (-1, 0, 1), else by tense; "XXXX-WXX-2" where today is not known."""
    day = today.date
    if day is None:
        return f"XXXX-WXX-{number}"
    back, ahead = (day.isoweekday() - number) % 7, (number - day.isoweekday()) % 7
    if which == -1:
        return (day - timedelta(days=back or 7)).isoformat()
    if which == 1:
        return (day + timedelta(days=ahead or 7)).isoformat()
    weights = _WEEK[tense]
    future = tense is not Tense.PAST if which == 0 else ahead * weights[1] < back * weights[0]
    return (day + timedelta(days=ahead) if future else day - timedelta(days=back)).isoformat()


def weekend(today: Moment, tense: Tense) -> str:
    """ "the weekend": the last one that has begun, or the next one."""
    day = today.date
    if day is None:
        return moved(today, 0, "1WE")
    saturday = day - timedelta(days=(day.isoweekday() - 6) % 7)
    coming = tense in (Tense.FUTURE, Tense.LIKELY_FUTURE) and saturday + timedelta(days=1) < day
    return week_of(saturday + timedelta(days=7) if coming else saturday) + "-WE"


def first_day(year: int, point: Point) -> date:
    """The first day of a month, quarter, half or season in a year, or the day itself."""
    part = point.part or "01"
    if part.isdecimal():
        return date(year, int(part), min(point.day or 1, month_length(year, int(part))))
    season = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}.get(part)
    return date(year, season or (int(part[1]) - 1) * (3 if part[0] == "Q" else 6) + 1, 1)


def nth_day(since: date, until: date, nth: int, weekday: int | None, week: bool) -> date:
    """The nth day, weekday (ISO 1-7) or first day of the nth week of a stretch; -1 counts from its end."""
    step = 1 if weekday is None and not week else 7
    if nth < 0:
        last = until - timedelta(days=1)
        return until - timedelta(days=step) if weekday is None else last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = since if weekday is None else since + timedelta(days=(weekday - since.isoweekday()) % 7)
    return first + timedelta(days=step * (nth - 1))


def year_for(begins: Callable[[int], date], point: Point, today: Moment, tense: Tense) -> int | None:
    """The year of something that comes every year and `begins` on a day of it; None where today's year is not known."""
    day = today.date or (date(today.year, today.month, 15) if today.year and today.month else None)
    if day is None:
        return today.year if point.which == 0 else None
    years = [(year, begins(year)) for year in range(max(1, day.year - 2), min(9998, day.year + 2) + 1)]
    length = timedelta(days=_length(point))
    if point.which == 0:
        return day.year
    if point.which == -1:
        return max((year for year, first in years if first + length <= day), default=None)
    if point.which == 1:
        return next((year for year, first in years if first > day), None)
    weights = _weights(point)[tense]
    return min(years, key=lambda pair: (_distance(pair[1], length, day, weights), pair[0]))[0]


def _weights(point: Point) -> Weights:
    if point.day or point.holiday:
        return _DAY
    return _QUARTER if (point.part or "").startswith(("Q", "H")) else _MONTH


def _length(point: Point) -> int:
    if point.day or point.holiday:
        return 1
    part = point.part or ""
    return 28 if part.isdecimal() else 181 if part.startswith("H") else 90


def _distance(first: date, length: timedelta, day: date, weights: tuple[float, float]) -> float:
    """Days between the day and the middle of the stretch, weighted; a stretch that holds the day is nearest."""
    if first <= day < first + length:
        return 0
    away = (first + length / 2 - day).days
    return abs(away) * weights[away > 0]
