"""Do two reports tell one happening of two days of the week, or of two hours of one day?

As in judge/detail.py each rule is of one kind of detail, and whoever asks has made sure that neither article states what the other does.
"""

from __future__ import annotations

from crosscheck.extract.detail_days import NUMBERS, SEXES
from crosscheck.extract.detail_years import STEM
from crosscheck.extract.time_calendar import WEEKDAYS
from crosscheck.judge.detail_rule import DetailRule
from crosscheck.model.claim import Facet
from crosscheck.model.detail import Detail, Kind

NEAR_MINUTES, ROUGH_MINUTES = 5, 20  # by which two clock times may differ, and where one is told as "about" or "shortly after"
HALF_DAY = 720  # minutes
BACKED, ONE_WORD = 2, 1  # reports that give one day where a single one gives another, and words that their sentences share then
DAY_WORDS = 2  # that two sentences on a day of the week have in common


def are_of_two_days(one: Detail, other: Detail) -> bool:
    days, others = one.words.intersection(WEEKDAYS), other.words.intersection(WEEKDAYS)
    return bool(days and others) and days.isdisjoint(others)


def _day(one: Detail, other: Detail) -> str | None:
    """What several reports give one day for has only one, however little else the report that gives another day tells alike."""
    least = ONE_WORD if min(one.number or 0, other.number or 0) == 1 and max(one.number or 0, other.number or 0) >= BACKED else DAY_WORDS
    if _are_of_others(one, other) or len(_stems(one) & _stems(other)) < least:
        return None
    return f"One source says {one.text}, another {other.text}."


def _are_of_others(one: Detail, other: Detail) -> bool:
    """Of what befell people: whether it was one person in one report, and several, or a person of the other sex, in the other."""
    return bool(one.scope and other.scope) and any(
        len({mark for detail in (one, other) for mark in marks.intersection(detail.scope.split())}) > 1 for marks in (NUMBERS, SEXES)
    )


def _stems(detail: Detail) -> frozenset[str]:
    """Beginnings of the words: "clash" and "clashes" are one."""
    return frozenset(word[:STEM] for word in detail.words)


def _clock(one: Detail, other: Detail) -> str | None:
    if len(one.words & other.words) < DAY_WORDS or are_of_two_days(one, other) or one.scope != other.scope:
        return None
    apart = abs(int(one.value) - int(other.value)) % HALF_DAY  # "at 7:43" without "p.m."
    if min(apart, HALF_DAY - apart) <= max(NEAR_MINUTES if detail.exact else ROUGH_MINUTES for detail in (one, other)):
        return None
    return f"One source says {one.text}, another {other.text}."


HAPPENED: tuple[DetailRule, ...] = (
    DetailRule(
        "detail.day",
        Kind.DAY,
        Facet.TIME,
        "They tell one happening of two days of the week.",
        ("a depot of the mill burned down on Tuesday night", "fire gutted a depot of the mill on Wednesday"),
        "On which day {when}?",
        _day,
        0.7,
    ),
    DetailRule(
        "detail.clock",
        Kind.CLOCK,
        Facet.TIME,
        "They tell one happening of two times of one day.",
        ("the fire at the depot broke out at 9:40 p.m.", "the blaze at the depot began at 8:15 p.m."),
        "At what time {when}?",
        _clock,
        0.6,
    ),
)
