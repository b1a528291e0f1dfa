"""Which time of day do these words give: "7:15 p.m.", "half past six", "noon GMT"?"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.extract.time_lexer import Line
from crosscheck.extract.time_model import Point, Read


def clock_at(line: Line, index: int) -> Read:
    """An hour of the clock with its minutes, half of the day and zone; "0900 GMT" too."""
    told = _told_clock(line, index)
    if told is not None:
        return told
    hour = line[index].number
    if hour is not None and len(line[index].text) == 4 and hour < 2400 and hour % 100 < 60 and _zoned(line, index + 1):
        return _with_zone(line, index + 1, _clock(hour // 100, hour % 100, None))
    if hour is None or len(line[index].text) > 2 or hour > 24 or (line.glued(index) and line[index - 1].text in "$£€¥#.,:/-"):
        return None
    at, minute, second = index + 1, None, None
    if line[at].text in ":." and line.glued(at) and line.glued(at + 1) and len(line[at + 1].text) == 2 and (line[at + 1].number or 0) < 60:
        minute, mark, at = line[at + 1].number, line[at].text, at + 2
        if minute is None:
            return None
        if mark == ":" and line[at].text == ":" and line.glued(at + 1) and len(line[at + 1].text) == 2 and (line[at + 1].number or 99) < 60:
            second, at = line[at + 1].number, at + 2
    half = _half_of_day(line, at)
    if half:
        hour, at = _of_day(hour, half[0]), half[1]
    elif not _clock_without_half(line, index, at, minute):
        return None
    return _with_zone(line, at, _clock(hour % 24 if hour == 24 and minute else hour, minute, second))


def _told_clock(line: Line, index: int) -> Read:
    """As one says it: "half past six", "twenty to three in the morning", "three in the morning", "three o'clock".

    Without the half of the day it is the first of the two hours that it can mean.
    """
    minutes, at = _minutes_told(line, index)
    hour = _hour_told(line, at)
    if hour is None or (minutes is None and line[at].number is not None):
        return None
    half = _half_of_day(line, at + 1)
    if half is None and (minutes is None or line.sense(at + 1, "units") is not None or line[at + 1].text in ("-", "–", "%")):
        return None
    since = (hour * 60 + (minutes or 0)) % (12 * 60)
    point = _clock(_of_day(since // 60, half[0]) if half else since // 60, since % 60 if minutes is not None else None, None)
    return _with_zone(line, half[1] if half else at + 1, point)


def _minutes_told(line: Line, index: int) -> tuple[int | None, int]:
    """The minutes by which the hour behind is passed, less than 0 before it; None where the hour stands alone."""
    at = line.past(index, "a")
    number = _below_sixty(line, at)
    count, end = {"half": (30, at + 1), "quarter": (15, at + 1)}.get(line.lower(at), number or (None, at))
    after = line.past(end, "minutes") if number else end
    if count is None or line.lower(after) not in ("past", "to") or (line.lower(after) == "to" and not _is_before_the_hour(line, index, count)):
        return None, index
    return (count if line.lower(after) == "past" else -count), after + 1


def _is_before_the_hour(line: Line, index: int, count: int) -> bool:
    """ "At ten to six", but "two to three hours" and "won ten to six" are no hours of the clock."""
    return count != 30 and count % 5 == 0 and line.lower(index - 1) in ("at", "about", "around", "until", "before", "after", "was", "by", "since")


def _below_sixty(line: Line, index: int) -> tuple[int, int] | None:
    tens, small = line.sense(index, "tens"), line.sense(index, "small")
    if isinstance(tens, int):
        at = line.past_hyphen(index + 1)
        rest = line.sense(at, "small")
        joined = isinstance(rest, int) and rest < 10
        return (tens + int(rest), at + 1) if joined and rest is not None else (tens, index + 1)
    return (small, index + 1) if isinstance(small, int) else None


def _hour_told(line: Line, index: int) -> int | None:
    """ "six", "6"; in words no hour goes on with another number ("three hundred")."""
    small = line.sense(index, "small")
    hour = small if isinstance(small, int) else line[index].number
    return hour if hour is not None and 1 <= hour <= 12 and len(line[index].text) < 7 else None


def _clock(hour: int, minute: int | None, second: int | None) -> Point:
    clock = f"{hour:02}:{minute or 0:02}" + (f":{second:02}" if second is not None else "")
    return Point(clock=clock, hour=minute is None)


def _half_of_day(line: Line, index: int) -> tuple[str, int] | None:
    """ "a.m.", "am", "p.m", "o'clock", "in the morning" behind an hour."""
    word = line.lower(index)
    if word in ("am", "pm"):
        return word[0], index + 1
    if word in ("a", "p") and line[index + 1].text == "." and line.lower(index + 2) == "m":
        dotted = line[index + 3].text == "." and line.glued(index + 3)
        return word, index + 3 + dotted
    if word == "o" and line[index + 1].text in ("'", "’") and line.lower(index + 2) == "clock":
        more = _half_of_day(line, index + 3) if line.lower(index + 3) != "o" else None
        return more or ("", index + 3)
    if line.says(index, "in", "the") and line.lower(index + 2) in ("morning", "afternoon", "evening"):
        return ("a" if line.lower(index + 2) == "morning" else "p"), index + 3
    return ("p", index + 2) if line.says(index, "at", "night") else None


def _of_day(hour: int, half: str) -> int:
    if half == "a":
        return hour % 12 if hour <= 12 else hour
    return hour % 12 + 12 if half == "p" and hour <= 12 else hour


def _zoned(line: Line, index: int) -> bool:
    zone = line.sense(index, "zone") is not None and line[index].text.isupper()
    return zone or line.says(index, "local", "time") or (line.lower(index) in ("hours", "hrs") and line.lower(index - 2) == "at")


def _clock_without_half(line: Line, index: int, end: int, minute: int | None) -> bool:
    """Is "13:53", "18h30" or "1400 GMT" an hour of the clock? It needs minutes behind a colon, or a zone."""
    if line.sense(end, "zone"):
        return minute is not None or line.lower(index - 1) == "at"
    return minute is not None and line[index + 1].text == ":" and not (line[end].text == ":" and line.glued(end))


def _with_zone(line: Line, index: int, point: Point) -> tuple[Point, int]:
    if line.sense(index, "zone") and line[index].text.isupper():
        universal = line.lower(index) in ("gmt", "utc")
        return (replace(point, clock=f"{point.clock}Z") if universal else point), index + 1
    if line.lower(index) in ("local", "eastern", "pacific", "central") and line.lower(index + 1) in ("time", "standard", "daylight"):
        return point, index + (2 if line.lower(index + 1) == "time" else 3)
    return point, index
