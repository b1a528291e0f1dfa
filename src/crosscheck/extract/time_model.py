"""What can a time expression say before it is known when it was said?

The grammar builds these values from words alone; `time_values` turns them into TIMEX3 values with the help of the date of publication and
the time spoken of last. "Story" means the time spoken of last, as opposed to the day of publication.
"""

from __future__ import annotations

from crosscheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Length:
    """An amount of time: `low` to `high` units, both None where vague ("several years").

    `unit` is a TIMEX3 unit with its factor ("1Y", "2W" for a fortnight, "T1H"). `mod` is a TIMEX3 mod.
    """

    low: float | None
    high: float | None
    unit: str
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """A length that lies before (-1), after (1) or within (0) the day of publication or the story: "the past three months".

    `ends` is its last day where the text says it: "the six months ended May 2"; `begins` is what it is the beginning of: "the first three
    months of 2023".
    """

    length: Length
    side: int
    story: bool = False
    ends: Point | None = None
    begins: Point | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units away: `count` is negative for the past and None where vague; `rolling` marks "the past year", which is no calendar year."""

    count: float | None
    unit: str
    story: bool = False
    rolling: bool = False
    mod: str | None = None
    stated: bool = False  # an amount was stated ("two weeks ago"), as opposed to "last week"


@dataclass(frozen=True, slots=True)
class Point:
    """A point or stretch of the calendar, as far as it is stated.

    `year` is the beginning of a TIMEX3 value: "2024", "199" for a decade, "19" for a century. `part` is what follows the year: "03", "Q3",
    "H1", "SU". `clock` follows a "T": "MO", "13:53". `which` is -1, 0, 1 for last, this, next before `part` or `weekday`; `numeric` keeps
    the first two numbers of 3/4/2022, whose order the whole article decides. `open` marks "earlier this year" (-1) and "later this year" (1).
    """

    year: str | None = None
    until_year: int | None = None
    part: str | None = None
    day: int | None = None
    weekday: int | None = None
    clock: str | None = None
    which: int | None = None
    shift: Shift | None = None
    mod: str | None = None
    holiday: str | None = None
    numeric: tuple[int, int] | None = None
    fiscal: bool = False
    weekend: bool = False
    period: bool = False  # "the year-ago period": as long as the time spoken of last
    open: int = 0
    week: bool = False  # "the week of May 9"
    nth: int | None = None  # "the last Friday of March", "the first week of May" (-1 is the last), "two Fridays ago"
    hour: bool = False  # the hour alone was said: "10 p.m."
    ends: Point | None = None  # "the quarter ended Sept. 30"


@dataclass(frozen=True, slots=True)
class Habit:
    """How often: a TIMEX3 value of type SET."""

    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Past, present or future without a date, or another value that needs no calendar."""

    type: str
    value: str


Meaning = Length | Window | Point | Habit | Reference


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression of a text: where it stands and what it says."""

    start: int
    end: int
    meaning: Meaning


Read = tuple[Point, int] | None  # what was read, with the index behind it
