"""Where on an axis does a time stand, and at which times does the axis have a mark?

The axis runs from 0 to 100. A stretch in which nothing happens, and which would take up much of it, is left out: the axis breaks there. Days are
counted as in `datetime.toordinal`, with fractions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise

from crosscheck.values import dataclass

Stretch = tuple[float, float]

_EMPTY = 0.2  # of all that is shown: a longer gap is left out, since nothing in it can be told apart
_GAP = 5.0  # of the axis, for a break
_LEAST = 4.0  # of the axis, for what stands between two breaks
_LETTER, _SPACE = 3.3, 3.0  # of the axis, for a letter of a label and between two labels: an axis may be 220 pixels wide
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SAMPLES: dict[str | int, str] = {"day": "12 Mar 2022", "week": "12 Mar 2022", "month": "Mar 2022", "quarter": "Mar 2022"}
_STEPS = ("day", "week", "month", "quarter", 1, 2, 5, 10, 20, 50, 100)
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True, slots=True)
class _Part:
    """An unbroken part: its days, and where they begin and end on the axis."""

    days: Stretch
    axis: Stretch


class Scale:
    def __init__(self, stretches: Iterable[Stretch]):
        self.parts = tuple(_laid_out(_clusters(sorted(stretches))))
        self._starts = [part.days[0] for part in self.parts]

    def at(self, day: float) -> float:
        """Where the day stands; one that is left out stands at the break."""
        part = self.parts[max(0, bisect_right(self._starts, day) - 1)]
        (first, last), (left, right) = part.days, part.axis
        return round(left + (min(max(day, first), last) - first) / (last - first) * (right - left), 2)

    def breaks(self) -> tuple[float, ...]:
        """The middle of every stretch that is left out."""
        return tuple(round((a.axis[1] + b.axis[0]) / 2, 2) for a, b in pairwise(self.parts))

    def ticks(self) -> tuple[Tick, ...]:
        """Those whose labels do not run into each other."""
        found: list[Tick] = []
        for part in self.parts:
            inner = [Tick(self.at(day), label) for day, label in _marks(part)]
            for tick in inner if len(inner) > 1 else [_beginning(part)]:
                if not found or tick.at - found[-1].at >= _width(tick.label):
                    found.append(tick)
        return tuple(found)


def days_of(moment: datetime) -> float:
    return moment.toordinal() + (moment.hour * 60 + moment.minute) / 1440


def _clusters(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches joined over every gap that may stay."""
    joined: list[Stretch] = []
    for since, until in stretches:
        until = max(until, since + 1)
        if joined and since <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], until))
        else:
            joined.append((since, until))
    while gap := _smallest_gap(joined):
        left, right = joined[gap - 1], joined[gap]
        if right[0] - left[1] > _EMPTY * _kept(joined, right[0] - left[1]):
            return joined
        joined[gap - 1 : gap + 1] = [(left[0], right[1])]
    return joined


def _smallest_gap(joined: Sequence[Stretch]) -> int:
    """The place of what follows it; 0 where there is none."""
    return min(range(1, len(joined)), key=lambda place: (joined[place][0] - joined[place - 1][1], place), default=0)


def _kept(joined: Sequence[Stretch], gap: float) -> float:
    return sum(until - since for since, until in joined) + gap


def _laid_out(clusters: Sequence[Stretch]) -> Iterator[_Part]:
    room = 100 - _GAP * (len(clusters) - 1) - _LEAST * len(clusters)
    if room < 0:  # more breaks than the axis has room for: it is drawn as one
        clusters, room = [(clusters[0][0], clusters[-1][1])], 100 - _LEAST
    whole, left = sum(until - since for since, until in clusters), 0.0
    for since, until in clusters:
        right = left + _LEAST + room * (until - since) / whole
        yield _Part((since, until), (left, right))
        left = right + _GAP


def _beginning(part: _Part) -> Tick:
    """The one mark of a part that is too short for any: the year in which it begins."""
    return Tick(round(part.axis[0], 2), str(date.fromordinal(int(part.days[0])).year))


def _marks(part: _Part) -> list[tuple[int, str]]:
    """Days and labels, as close as they can stand."""
    (first, last), (left, right) = part.days, part.axis
    percent = (last - first) / (right - left)
    step = next((step for step in _STEPS if _days_in(step) >= percent * _width(_SAMPLES.get(step, "2022"))), 100)
    start = date.fromordinal(min(max(int(first), _FIRST), _LAST))
    return [(day, label) for day, label in _every(step, start, last) if first <= day <= last]


def _width(label: str) -> float:
    return len(label) * _LETTER + _SPACE


def _days_in(step: str | int) -> float:
    return {"day": 1, "week": 7, "month": 28, "quarter": 90}[step] if isinstance(step, str) else 365 * step


def _every(step: str | int, start: date, last: float) -> Iterator[tuple[int, str]]:
    if step in ("day", "week"):
        for day in range(start.toordinal(), int(last) + 1, 7 if step == "week" else 1):
            on = date.fromordinal(day)
            yield day, f"{on.day} {_MONTHS[on.month - 1]} {on.year}"
        return
    months = {"month": 1, "quarter": 3}.get(str(step)) or 12 * int(step)
    place = (start.year * 12 + start.month - 1) // months * months
    while place // 12 <= date.max.year and (not place // 12 or date(place // 12, place % 12 + 1, 1).toordinal() <= last):
        if place // 12:
            on = date(place // 12, place % 12 + 1, 1)
            yield on.toordinal(), str(on.year) if months >= 12 else f"{_MONTHS[on.month - 1]} {on.year}"
        place += months
