"""Which entries has a live blog, and when was each of them posted?

    14:05 GMT                               12.40pm BST – Minister resigns                    2024-05-12 14:05 +01:00
    The minister resigned an hour ago.      She told Radio Orva so.                           Four people are missing.

An entry begins with a clock time that stands alone on its line, or before a dash and a headline. What is told in it was told then: its "an hour ago"
counts from there, and its death toll is later than that of the entry before. A text has entries where three such lines stand in it in order, each
with words below it, up or down the clock; the results of a day's matches and a timetable have no words below their times.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise

from crosscheck.ingest.lexicon import heads, listed
from crosscheck.ingest.stamps import stamps_in
from crosscheck.model.claim import Span
from crosscheck.values import dataclass

FEWEST = 3
_ORDERED = 0.85  # share of the steps from entry to entry that lead the same way: an editor pins one to the top
_HEAD = 60  # characters in which the time of an entry stands
_KEPT = 512  # texts whose entries are remembered: those of the stories at hand
_NIGHT = timedelta(hours=12)

_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?::\d\d)?(?!\d) ?(?:([ap])\.?m\b\.?)? ?(?:\(?([A-Z]{2,5})\b\)?)?", re.IGNORECASE)
_AGO = re.compile(r"\d{1,2} ?(?:h|m|hr|hrs|min|mins|hours?|minutes?) ago \(")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)? ?(Z\b|UTC\b|[+-]\d\d:?\d\d)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """`span` is all of it with its time, `stamp` the time with the dash behind it. `order` counts from the earliest entry.

    `moment` is ISO 8601 without its zone, as its readers read their clocks; None where the text does not say on which day. `is_local` is false of a
    time that only a machine has written, in UTC: nobody knows what the clocks showed.
    """

    span: Span
    stamp: Span
    order: int
    moment: str | None
    is_local: bool = True


@dataclass(frozen=True, slots=True)
class _Time:
    """The time at the head of a line: minutes of the day, and the day where it is told."""

    start: int
    end: int
    minutes: int
    day: str | None
    is_local: bool


@lru_cache(maxsize=_KEPT)
def entries_in(text: str, published: str | None) -> tuple[Entry, ...]:
    """The entries in text order; none where the text is no live blog. `published` tells the day of the first of them."""
    times = tuple(_times(text))
    if len(times) < FEWEST or not _have_words(text, times):
        return ()
    way = _way(times)
    if not way:
        return ()
    return tuple(_dated(text, times, way, published))


def entry_at(entries: Sequence[Entry], place: int) -> Entry | None:
    """The entry that holds a place of the text."""
    at = bisect_right(entries, place, key=lambda entry: entry.span.start) - 1
    return entries[at] if at >= 0 and place < entries[at].span.end else None


# lines that begin with a time


def _times(text: str) -> Iterator[_Time]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        found = _time(text, start, end) if any(mark.isdigit() for mark in text[start : min(end, start + 16)]) else None
        if found:
            yield found
        start = end + 1


def _time(text: str, start: int, end: int) -> _Time | None:
    line = text[start : min(end, start + _HEAD)]
    at = len(line) - len(line.lstrip())
    if (ago := _AGO.match(line, at)) is not None:
        clock = _CLOCK.match(line, ago.end())
        closed = clock is not None and line[clock.end() :].strip(") ") == ""
        return _Time(start + at, end, _minutes(clock[1], clock[2], clock[3]), None, True) if clock and closed else None
    dated = _DAY.match(line, at)
    if dated:
        return _read(
            text, start + at, start + dated.end(), end, _Time(0, 0, _minutes(dated[2], dated[3], None), dated[1], dated[4] not in ("Z", "UTC"))
        )
    clock = _CLOCK.match(line, at)
    if clock:
        stop = clock.start(4) if clock[4] and not _is_zone(clock[4]) else clock.end()
        return _read(text, start + at, start + stop, end, _Time(0, 0, _minutes(clock[1], clock[2], clock[3]), None, True))
    return _stamped(line.strip(), start + at) if end - start <= _HEAD else None


def _read(text: str, start: int, stop: int, end: int, time: _Time) -> _Time | None:
    """The time with its place, if it is one and stands apart from the words behind it."""
    past = _past_mark(text, stop, end)
    return replace(time, start=start, end=past) if past is not None and time.minutes >= 0 else None


def _stamped(line: str, start: int) -> _Time | None:
    """ "Posted 12 May 2024, 14:05 GMT" """
    stamps = stamps_in(line)
    clock = stamps[0].clock if len(stamps) == 1 else None
    return _Time(start, start + len(line), _minutes(clock[:2], clock[3:5], None), stamps[0].day, True) if clock else None


def _minutes(hour: str, minute: str, half: str | None) -> int:
    """Of the day; -1 for what is no time."""
    hours = int(hour) % 12 + 12 * (half.lower() == "p") if half and int(hour) <= 12 else int(hour)
    return 60 * hours + int(minute) if hours < 24 and int(minute) < 60 else -1


def _is_zone(word: str) -> bool:
    return word in heads()["zones"] or word in heads()["seasonal"] or word in listed("other", "ambiguous")


def _past_mark(text: str, at: int, end: int) -> int | None:
    """Where the words begin that follow the time in its line: behind a dash, a bar or a colon, or at its end; None where they follow it bare."""
    rest = text[at : min(end, at + 4)]
    words = rest.lstrip(" ")
    if not words.strip():
        return at
    mark = at + len(rest) - len(words)
    return mark + 1 if words[0] in "–—|:" or words.startswith("- ") else None


# a live blog


def _have_words(text: str, times: Sequence[_Time]) -> bool:
    """Whether most times have more than a line of a few words below them."""
    bodies = (text[one.end : after.start] for one, after in pairwise((*times, _Time(len(text), 0, 0, None, True))))
    return sum(_is_told(body) for body in bodies) * 2 > len(times)


def _is_told(body: str) -> bool:
    """A sentence that is none of a table."""
    return any(line.rstrip().endswith((".", "!", "?", "”", '"', "…")) and len(line.split()) > 3 for line in body.split("\n", 6)[:6])


def _way(times: Sequence[_Time]) -> int:
    """1 where the entries go up the clock, -1 where the latest comes first, 0 where they have no order."""
    steps = [step for one, other in pairwise(times) if (step := _step(one, other))]
    way = 1 if sum(steps) > 0 else -1
    return way if sum(step == way for step in steps) >= max(1, _ORDERED * len(steps)) else 0


def _step(one: _Time, other: _Time) -> int:
    """A step of more than half a day leads over midnight, the other way."""
    if one.day and other.day and one.day != other.day:
        return 1 if one.day < other.day else -1
    ahead = other.minutes - one.minutes
    if not ahead:
        return 0
    return (1 if ahead > 0 else -1) * (1 if abs(ahead) <= _NIGHT.seconds // 60 or one.day else -1)


def _dated(text: str, times: Sequence[_Time], way: int, published: str | None) -> Iterator[Entry]:
    ends = [*(one.start for one in times[1:]), len(text)]
    order = {one: number for number, one in enumerate(times[::way])}
    days = dict(zip(times[::way], _days(times[::way], published), strict=True))
    for one, end in zip(times, ends, strict=True):
        moment = f"{days[one]}T{one.minutes // 60:02}:{one.minutes % 60:02}" if days[one] else None
        yield Entry(Span(one.start, end), Span(one.start, one.end), order[one], moment, one.is_local)


def _days(times: Sequence[_Time], published: str | None) -> Iterator[str | None]:
    """The day of each entry from the earliest on: what it says, or that of the one before, or the next one where the clock begins anew."""
    day = published[:10] if published and len(published) >= len("2024-05-12") else None
    before: _Time | None = None
    for one in times:
        turned = before is not None and one.day is None and before.minutes - one.minutes > _NIGHT.seconds // 60
        day = one.day or (_next(day) if turned and day else day)
        yield day
        before = one


def _next(day: str) -> str | None:
    try:
        return (datetime.fromisoformat(day) + timedelta(days=1)).date().isoformat()
    except (ValueError, OverflowError):
        return None
