"""Which times do two articles give for one deed that is done once, each another?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from crosscheck.extract.detail_dates import COMING, DONE, EVENTS, NAME, OF_ONE, OF_SEVERAL, PERSONS, PLACE, is_left, is_of_many, is_once, sort_of
from crosscheck.model.detail import Detail

TOLD = "told "  # begins the mark of a tense
STEM = 5  # letters by which forms of a word are alike
COMMON = 2  # words that two sentences share where nobody is named in both
MOST = 3  # times that an article gives for deeds of one kind: one that gives more tells of many


def tell_of_several(tellers: Sequence[Sequence[Detail]]) -> bool:
    """Whether an article tells of two such happenings, so that others may each tell of another."""
    return any(is_of_many(one.thing) and not _may_be_one_time(one, other) for told in tellers for one, other in combinations(told, 2))


def dated_apart(ones: Sequence[Detail], others: Sequence[Detail]) -> Iterator[tuple[Detail, Detail]]:
    """The times of one deed, for which neither article gives another one."""
    if max(len(ones), len(others)) > MOST:
        return
    for one, other in product(ones, others):
        if one.value != other.value and are_of_one(one, other) and _is_alone(one, other, ones) and _is_alone(other, one, others):
            yield one, other


def _is_alone(one: Detail, other: Detail, told: Sequence[Detail]) -> bool:
    """Whether all that its article tells of such a deed is of another, or gives the same time less exactly or more so."""
    return all(_may_be_one_time(rival, one) or not (are_of_one(rival, other) or are_of_one(rival, one)) for rival in told)


def _may_be_one_time(one: Detail, other: Detail) -> bool:
    return one.value.startswith((other.value, "T")) or other.value.startswith(one.value)


def are_of_one(one: Detail, other: Detail) -> bool:
    """Whether both name whose deed it was, or share enough words where not both name it."""
    if any(marks <= one.words ^ other.words for marks in ({COMING, DONE}, {OF_ONE, OF_SEVERAL})):
        return False
    sort = sort_of(one.thing)
    shared = len(_stems(one) & _stems(other))
    names, places = ([_called(detail, *marks) for detail in (one, other)] for marks in ((NAME,), (NAME, PLACE)))
    if sort == PERSONS:  # two clubs may have sacked a coach, and two coaches have one name
        return not (is_left(one.thing) and _name_others(*names)) and (shared >= 1 or (is_once(one) and is_once(other)))
    if sort == EVENTS:
        if is_of_many(one.thing):
            return not _name_others(*names) and shared + len(places[0] & places[1]) >= COMMON and (shared >= 1 or bool(names[0] & names[1]))
        return not _name_others(*names) and (shared >= 1 or bool(places[0] & places[1]))
    if names[0] & names[1]:
        return not _name_others(*names)
    return shared >= (COMMON if all(names) else 1)


def _name_others(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left - right) and bool(right - left)


def _called(detail: Detail, *marks: str) -> frozenset[str]:
    """The names of whom or what it is told."""
    return frozenset(word.partition(" ")[2] for word in detail.words if word.startswith(marks))


def _stems(detail: Detail) -> frozenset[str]:
    """The beginnings of the words that are no names."""
    names = _called(detail, NAME, PLACE)
    return frozenset(word[:STEM] for word in detail.words if not word.startswith((NAME, PLACE, TOLD)) and not word.isdecimal() and word not in names)
