"""Do two details exclude each other by which reports say how long ago something happened?

As in judge/detail.py each rule is of one kind of detail, and whoever asks has made sure that neither article states what the other does.
"""

from __future__ import annotations

from crosscheck.judge.circumstances import plain
from crosscheck.judge.detail_rule import DetailRule
from crosscheck.judge.moments import UNIT_DAYS, length, unit_of
from crosscheck.model.claim import Facet
from crosscheck.model.detail import Detail, Kind

LAPSE_WORDS = 2  # that two sentences have in common on what happened so long ago
ROUND = 0.3  # of the unit, by which a number of days, weeks or years may be rounded
SINGLE = 0.5  # of the unit, where it is only "a week"
ROUGH = 0.15  # of the length, after "about"
REPORTED = 0.5  # days by which either of two reports of one day may be the later one, where "ago" reckons from them
UNDATED = 15.0  # the same of reports of one story whose days are not known: a story goes on for a month ("a week ago", "three weeks ago")
SERVICE = "restored"  # of which a story has one at a time, where no two things are named
DUE_WORDS = 2  # that two sentences on another deadline have in common
DUE_APART = 2  # days between two ends


def _lapse(one: Detail, other: Detail) -> str | None:
    after = bool(one.scope and other.scope)
    if len(one.words & other.words) < LAPSE_WORDS or not _are_apart(one, other, 0.0 if after else _between(one, other)):
        return None
    if after and set(one.scope.split()).isdisjoint(other.scope.split()):
        return None  # "he wrote two days after the crash", "he was buried six days after the crash"
    return f"One source says {one.text}, another {other.text}."


def _between(one: Detail, other: Detail) -> float:
    """Days by which each of the reports may be older or younger than the other, where "ago" reckons from them.

    Of "nine days after the crash" and "three weeks ago" the report with the latter is mostly of what came nine days later.
    """
    if one.number is None or other.number is None:
        return REPORTED if one.scope or other.scope else UNDATED
    return max(REPORTED, abs(one.number - other.number) / 2)


def _are_apart(one: Detail, other: Detail, more: float) -> bool:
    """Whether there is no number of days that both lengths can mean, give or take so many days."""
    ends = _days(one), _days(other)
    if ends[0] is None or ends[1] is None:
        return False
    low, high = sorted((ends[0], ends[1]))
    return low[1] + more < high[0] - more


def _days(detail: Detail) -> tuple[float, float] | None:
    """ "three weeks" is some 19 to 23 days, "a week" 3 to 11, "almost three weeks" 17 to 21 and as much again for its rounding."""
    value, mod = detail.value.split()
    days, unit = length(value), UNIT_DAYS.get(unit_of(value))
    if days is None or unit is None:
        return None
    slack = unit * (SINGLE if days <= unit else ROUND)
    if mod == "APPROX":
        slack = max(slack, ROUGH * days)
    if mod in ("MORE_THAN", "EQUAL_OR_MORE", "BEFORE"):
        return days - slack, days * 2 + slack
    return (0.0, days + slack) if mod in ("LESS_THAN", "EQUAL_OR_LESS", "AFTER") else (days - slack, days + slack)


def _due(one: Detail, other: Detail) -> str | None:
    """Two days of one calendar, told on one day as far as is known: a later report may put a deadline off."""
    if one.value[0] != other.value[0] or one.number != other.number or not _are_due_alike(one, other):
        return None
    low, high = sorted(tuple(map(int, detail.value[1:].split())) for detail in (one, other))
    return f"One source says {plain(one.text)}, another {plain(other.text)}." if high[0] - low[1] >= DUE_APART else None


def _are_due_alike(one: Detail, other: Detail) -> bool:
    things, others = ({word for word in detail.words if word.startswith("of ")} for detail in (one, other))
    if things and others and things.isdisjoint(others):
        return False  # "power will be back on Friday", "the road will be open in two weeks"
    return one.thing == SERVICE or len(one.words & other.words) >= DUE_WORDS


WHEN: tuple[DetailRule, ...] = (
    DetailRule(
        "detail.due",
        Kind.DUE,
        Facet.TIME,
        "They expect something to be over or ready by times so far apart that not both forecasts can come true.",
        ("power should be back to normal by next week", "it may take five weeks until the lines are repaired"),
        "By when is it to be {name}?",
        _due,
        0.6,
    ),
    DetailRule(
        "detail.lapse",
        Kind.LAPSE,
        Facet.TIME,
        "They place it at two distances in time that cannot be one.",
        ("he died nine days after the stroke that he suffered", "Osk had suffered a stroke almost three weeks ago"),
        "How long before was it: {name}?",
        _lapse,
        0.7,
    ),
)
