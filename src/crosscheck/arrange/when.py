"""How finely is a time known, and how is that said without claiming more?

A month is "March 2022" and never its first day; "a month ago" is "about June 2005"; "since 2012" has no end.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache

from crosscheck.extract.lexicon import table_of
from crosscheck.extract.time_calendar import bounds
from crosscheck.model.claim import Time
from crosscheck.model.timeline import Granularity, When

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
_NUMBERS = {"1": "first", "2": "second", "3": "third", "4": "fourth"}
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_MODS = {"START": "early ", "MID": "mid-", "END": "late ", "APPROX": "about "}
_AFTER, _SINCE = ("after", "following"), ("since", "from", "starting", "beginning")
_DAY = 10  # letters of "2022-03-31"


def when_of(time: Time) -> When | None:
    """The time as one that dates an event, None where it describes something else or its year is not known."""
    if time.type not in ("DATE", "TIME", "DURATION") or (time.of is not None and time.of not in _bounds()):
        return None
    if not (time.since or time.until) or time.value.endswith("_REF"):
        return None
    if time.type == "DURATION":
        return _stretch(time.since, time.until, time.value)
    granularity = granularity_of(time.value)
    if granularity is None or not (time.since and time.until):
        return None
    text = _modified(time, said(time.value, granularity, time.since))
    return _open(time, text) if time.of else When(time.since, time.until, granularity, text, time.value)


@cache
def _bounds() -> frozenset[str]:
    table = table_of("time_bounds")
    return frozenset((*table["from"].split(), *table["to"].split()))


def _open(time: Time, text: str) -> When:
    """A time with one end only: "since 2012", "by 31 March 2022"."""
    if time.of in _AFTER:
        since = time.since if time.type == "TIME" else time.until
        return When(since, None, Granularity.OPEN, f"after {text}", time.value)
    if time.of in _SINCE:
        return When(time.since, None, Granularity.OPEN, f"since {text}", time.value)
    until = time.since if time.of == "before" else time.until
    return When(None, until, Granularity.OPEN, f"{'before' if time.of == 'before' else 'by'} {text}", time.value)


def _stretch(since: str | None, until: str | None, value: str) -> When:
    """A length of time of which an end is known, both ends inclusive in words."""
    first, last = since and _day(since), until and _day(_before(until))
    if first and last:
        return When(since, until, Granularity.RANGE, f"{first} – {last}", value)
    return When(since, until, Granularity.OPEN, f"since {first}" if first else f"by {last}", value)


def granularity_of(value: str) -> Granularity | None:
    """How fine a TIMEX3 value of a known year is; None for what has none."""
    day, mark, clock = value.partition("T")
    if mark:
        return Granularity.TIME if clock[:2].isdigit() else Granularity.PART_OF_DAY
    if not day[:2].isdigit() or "X" in day:
        return None
    if len(day) < 4 or day[:4].isdigit() is False:
        return {2: Granularity.CENTURY, 3: Granularity.DECADE}.get(len(day))
    rest = day[5:]
    if rest.startswith("W") and rest[1:3].isdigit():
        return Granularity.WEEKEND if rest.endswith("WE") else Granularity.WEEK if len(rest) == 3 else Granularity.DAY
    named = {"Q": Granularity.QUARTER, "H": Granularity.HALF}
    return _plain(rest) if not rest or rest[:2].isdigit() else named.get(rest[0], Granularity.SEASON if rest in _SEASONS else None)


def _plain(rest: str) -> Granularity:
    return {0: Granularity.YEAR, 2: Granularity.MONTH}.get(len(rest), Granularity.DAY)


def said(value: str, granularity: Granularity, since: str) -> str:
    """The value in words: "31 March 2022", "week of 28 March 2022", "second quarter of 2022"."""
    year, rest = value[:4], value[5:]
    match granularity:
        case Granularity.YEAR:
            return year
        case Granularity.MONTH:
            return f"{_MONTHS[int(rest) - 1]} {year}"
        case Granularity.SEASON:
            return f"{_SEASONS[rest]} {year}"
        case Granularity.QUARTER | Granularity.HALF:
            return f"{_NUMBERS.get(rest[1:], rest[1:])} {granularity.value} of {year}"
        case Granularity.DECADE:
            return f"the {value}0s"
        case Granularity.CENTURY:
            return f"the {value}00s"
        case Granularity.WEEK | Granularity.WEEKEND:
            whole = bounds(value)
            return f"{granularity.value} of {_day(whole[0].date().isoformat() if whole else since)}"
        case Granularity.TIME | Granularity.PART_OF_DAY:
            day, _, clock = value.partition("T")  # 24:00 begins on the day after the one that is meant
            return f"{_day(day if len(day) == _DAY and '-W' not in day else since)}, {_clock(clock)}"
    return _day(since)


def _clock(clock: str) -> str:
    hours = clock.rstrip("Z")[:5]
    return _PARTS.get(clock[:2], hours if ":" in hours else f"{hours[:2]}:00 or later" if hours[:2].isdigit() else hours)


def _modified(time: Time, text: str) -> str:
    """With "late", or with "about" where the words mean more than the value ("a month ago")."""
    if time.mod in _MODS:
        return _MODS[time.mod] + text
    whole = bounds(time.value) if time.type == "DATE" else None
    if whole and time.since and time.until and (_moment(time.since), _moment(time.until)) != whole:
        return f"about {text}"
    return text


def _day(written: str) -> str:
    """ "31 March 2022" for a date or a date-time."""
    year, month, day = written[:_DAY].split("-")
    return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"


def _before(until: str) -> str:
    """The last day before an exclusive end."""
    return (_moment(until) - timedelta(seconds=1)).date().isoformat()


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=None)


def ends(when: When) -> tuple[datetime, datetime]:
    """Both ends for comparing, an open one as far away as can be."""
    return _moment(when.since) if when.since else datetime.min, _moment(when.until) if when.until else datetime.max
