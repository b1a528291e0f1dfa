"""Can two times that reports give for one deed not be one?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from crosscheck.extract.detail_dates import ABOUT
from crosscheck.extract.time_calendar import DAYPARTS, bounds
from crosscheck.extract.time_written import as_written
from crosscheck.judge.circumstances import plain
from crosscheck.judge.detail_rule import DetailRule
from crosscheck.judge.moments import Parts, clashes, one_day_of_year, parts
from crosscheck.model.claim import Facet, Time
from crosscheck.model.detail import Detail, Kind

DEADLINE = "deadline"
LEAP = 2000  # a year with every day
WEEK, YEAR = 7, 366  # days
NIGHT, DAWN, HOUR = 21 * 60, 7 * 60, 60  # minutes of the day
APART = 90  # minutes by which two times of one day differ that are two
ROUGH = 0.5  # of its length, by which "two weeks ago" and "about 1950" may be off
# Parts of a day that nobody takes for each other, in minutes as DAYPARTS has them: morning or afternoon, and what comes later
_TWO_PARTS = tuple(
    ((one[0] * 60, one[1] * 60), (other[0] * 60, other[1] * 60))
    for one, other in ((DAYPARTS["MO"], DAYPARTS["AF"]), (DAYPARTS["MO"], DAYPARTS["EV"]), (DAYPARTS["AF"], DAYPARTS["NI"]))
)
LATE, EARLY = ("END", "LATE"), ("START", "EARLY")
VAGUE = (ABOUT, "APPROX", "BEFORE", "AFTER", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS", "ON_OR_BEFORE", "ON_OR_AFTER")


def are_apart(one: Detail, other: Detail) -> bool:
    """Whether no day and hour can be meant by both; of two days in a row not where the one's night is the other's morning."""
    one, other = _as_told(one), _as_told(other)
    if one.text.casefold() == other.text.casefold() or _is_one_day_of_year(one, other):
        return False
    ends = bounds(one.value.partition("T")[0]), bounds(other.value.partition("T")[0])
    known = [parts(detail.value, detail.text) for detail in (one, other)]
    if one.thing == DEADLINE and _is_turn_of_month(one, other):
        return False
    if ends[0] is not None and ends[1] is not None:
        (_, low_end), (high, _) = sorted(
            (start - _slack(detail, end - start), end + _slack(detail, end - start))
            for detail, (start, end) in zip((one, other), (ends[0], ends[1]), strict=True)
        )
        if low_end + _by(one) < high:
            return True
        if low_end == high and not _by(one):
            return not _may_be_one_night(one, other, known, ends[0][0] < ends[1][0])
        return _by(one) == timedelta(0) and _day(one) == _day(other) and _are_hours_apart(*known)
    if "X" not in one.value and "X" not in other.value and not all(detail.value.startswith("T") for detail in (one, other)):
        return False
    names = list(clashes(*known))
    if names:
        return _are_days_apart(one, other, known, names)
    return _are_hours_apart(*known)


def _is_turn_of_month(one: Detail, other: Detail) -> bool:
    """ "The end of May" and "June 1"."""
    known = [(detail.scope, parts(detail.value)) for detail in (one, other)]
    return any(
        scope == "END" and last.day is None and last.month is not None and first.day == 1 and first.month == last.month % 12 + 1
        for (scope, last), (_, first) in (known, known[::-1])
    )


def _as_told(detail: Detail) -> Detail:
    """A clock time without a day that its words do not state."""
    time = as_written(Time(detail.text, detail.span, "TIME" if "T" in detail.value else "DATE", detail.value))
    return replace(detail, value=time.value)


def _is_one_day_of_year(one: Detail, other: Detail) -> bool:
    times = [Time(detail.text, detail.span, "DATE", detail.value) for detail in (one, other)]
    return one_day_of_year(times[0], times[1])


def _by(one: Detail) -> timedelta:
    """By how much two years must differ beyond: who is convicted late in one is sentenced in the next."""
    return timedelta(YEAR) if one.thing.startswith("conviction ") and len(one.value) == len("1998") else timedelta(0)


def _slack(detail: Detail, length: timedelta) -> timedelta:
    return length * ROUGH if detail.scope in VAGUE else timedelta(0)


def _day(detail: Detail) -> str:
    return detail.value.partition("T")[0]


def _are_days_apart(one: Detail, other: Detail, known: list[Parts], names: list[str]) -> bool:
    if not all(detail.scope not in VAGUE for detail in (one, other)):
        return False
    days = [_of_year(each) for each in known]
    if days[0] is None or days[1] is None:
        weekdays = [each.weekday for each in known]
        if "month" in names:
            return True
        if weekdays[0] is None or weekdays[1] is None:
            return True
        apart = (weekdays[1] - weekdays[0]) % WEEK
        return apart not in (1, WEEK - 1) or not _may_be_one_night(one, other, known, apart == 1)
    apart = days[1] - days[0]
    return abs(apart) > 1 or not _may_be_one_night(one, other, known, apart > 0)


def _of_year(known: Parts) -> int | None:
    if not known.month or not known.day:
        return None
    try:
        return date(LEAP, known.month, known.day).timetuple().tm_yday
    except ValueError:
        return None


def _may_be_one_night(one: Detail, other: Detail, known: list[Parts], first: bool) -> bool:
    """Of two days in a row: whether the earlier is told by its night, or the later by its small hours."""
    earlier, later = (one, other) if first else (other, one)
    before, after = (known[0], known[1]) if first else (known[1], known[0])
    is_late = (
        earlier.value.endswith(("TNI", "TEV"))
        or earlier.scope in LATE
        or (before.minutes is not None and before.exact and before.minutes[0] >= NIGHT)
    )
    is_early = (
        later.value.endswith(("TMO", "T24:00")) or later.scope in EARLY or (after.minutes is not None and after.exact and after.minutes[0] <= DAWN)
    )
    vague = "TEV" in earlier.value and after.minutes is None and later.scope not in EARLY
    return (is_late and (is_early or after.minutes is None) and not vague) or (is_early and before.minutes is None)


def _are_hours_apart(one: Parts, other: Parts) -> bool:
    if one.minutes is None or other.minutes is None:
        return False
    low, high = sorted((one.minutes, other.minutes))
    apart = high[0] - low[1]
    if not one.exact and not other.exact:
        return (low, high) in _TWO_PARTS
    if one.exact and other.exact:
        return apart > APART // 3
    return apart >= APART


def _has_digits(detail: Detail) -> bool:
    return any(map(str.isdecimal, detail.text))


def _dated(one: Detail, other: Detail) -> str | None:
    if (
        one.number is not None
        and other.number is not None
        and abs(one.number - other.number) > WEEK
        and not (_has_digits(one) and _has_digits(other))
    ):
        return None  # "on Monday" in reports of two weeks
    return (
        f"Of the {one.thing_text} one source says {plain(one.text)}, another {plain(other.text).removesuffix('.')}."
        if are_apart(one, other)
        else None
    )


DATED = DetailRule(
    "detail.dated",
    Kind.DATED,
    Facet.TIME,
    "They give two times to one deed that is done once.",
    ("the Lefkos bridge, opened in 1961", "the Lefkos bridge, which was inaugurated in 1964"),
    "When {when}?",
    _dated,
    0.7,
)
