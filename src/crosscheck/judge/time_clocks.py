"""Are two times of day one, as far as clocks are read, rounded and set?

The rules are tried in the order of judge/time.py. Each gives its reason, or None where it does not apply.
"""

from __future__ import annotations

from crosscheck.judge.circumstances import capitalised
from crosscheck.judge.lexicon import words
from crosscheck.judge.moments import Parts, clashes
from crosscheck.judge.time_pair import both, pair, parts_of
from crosscheck.model.claim import Time
from crosscheck.model.verdict import Statement

NEAR_MINUTES = 5  # clock times are given to five minutes
ROUGH_MINUTES = 60  # "around noon" and 11:15
# Minutes by which a clock time after "about" may be off, by how round it is: "about 3 p.m." may be said of 3:10, "about 8:40" not of 8:49. Set on ten
# stories of the training topics of ECB+ marked fact by fact, where the reports of one fire say "about 8:40", "about 8:45", "8:49" and "around 9".
ROUNDED_TO = ((60, 15), (30, 10), (15, 7), (1, 5))
HALF_DAY = 12 * 60  # minutes
ZONE_STEP = 30  # minutes; time zones differ by whole multiples
ZONE_REACH = 40  # code points around a clock time in which its zone is named


def _clock_gap(left: Statement, right: Statement) -> int | None:
    """Minutes between two clock times or parts of the day that share no minute, where the days do not already differ."""
    one, other = parts_of(left, right)
    if one.minutes is None or other.minutes is None or list(clashes(one, other)):
        return None
    (a, b), (c, d) = one.minutes, other.minutes
    later = (0, HALF_DAY, -HALF_DAY) if any(map(_leaves_the_half_out, pair(left, right))) else (0,)
    return min(max(a - d - more + 1, c + more - b + 1, 0) for more in later)


def _leaves_the_half_out(time: Time) -> bool:
    """ "Half past five", "seven o'clock": in the morning or in the evening."""
    said = time.text.casefold().replace("’", "'").split()
    return any(word in ("past", "to", "o'clock") for word in said) and words("time_bounds", "halves").isdisjoint(said)


def zone(left: Statement, right: Statement) -> str | None:
    """ "At 14:00 GMT" and "at 16:00": a zone is named, and whole steps of zones lie between."""
    minutes, (one, other) = _clock_gap(left, right), parts_of(left, right)
    if not minutes or not (one.exact and other.exact) or minutes % ZONE_STEP or not (_names_zone(left) or _names_zone(right)):
        return None
    return f"{capitalised(both(left, right))} may be one moment in two time zones."


def _names_zone(statement: Statement) -> bool:
    value = statement.value
    assert isinstance(value, Time)
    around = statement.article.text[max(0, value.span.start - ZONE_REACH) : value.span.end + ZONE_REACH]
    return any(word.strip("().,;") in words("time_bounds", "zones") for word in around.split())


def near(left: Statement, right: Statement) -> str | None:
    """As near as clock times are told: "about 8:45" and "8:49"."""
    minutes, times = _clock_gap(left, right), zip(pair(left, right), parts_of(left, right), strict=True)
    if minutes is None or minutes > max(_reach(time, known) for time, known in times) or not _some_clock(left, right):
        return None
    return f"{capitalised(both(left, right))} are about the same time of day."


def _reach(time: Time, known: Parts) -> int:
    """Minutes by which it may be off."""
    if time.mod != "APPROX":
        return NEAR_MINUTES
    if not known.exact or known.minutes is None or not any(map(str.isdecimal, time.text)):
        return ROUGH_MINUTES
    return next(reach for step, reach in ROUNDED_TO if known.minutes[0] % step == 0)


def _some_clock(left: Statement, right: Statement) -> bool:
    one, other = parts_of(left, right)
    return one.exact or other.exact


def clock(left: Statement, right: Statement) -> str | None:
    """Farther from each other than clocks are read."""
    minutes = _clock_gap(left, right)
    return f"{capitalised(both(left, right))} are different times of day." if minutes and minutes > NEAR_MINUTES else None
