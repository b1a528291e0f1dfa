"""Which values of what a story has one of do two articles give, each another?

"Turnout was 61 percent" and "a poor turnout of 55 percent": where an article gives one turnout only, it is of what the other's is of, as long as
nothing in the two sentences tells of two things.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from crosscheck.extract.detail_deeds import interval
from crosscheck.extract.detail_own import shared
from crosscheck.extract.detail_values import NAMED
from crosscheck.model.detail import Detail

Told = Sequence[Detail]
# Times by which one value may be the other: what is told wrongly is seldom far off. So many words, by their first letters, the two sentences must
# share, or so many articles must give one of the values. Of prices, votes, workers and other things of which a story tells several, half of what is
# called so was wrong on marked stories that nobody had read, so that they are left out.
TIMES, TIMES_OF_AGE = 3.0, 1.3
RIVAL = 10.0  # times within which another value that an article gives may be the one that is meant
STEM, COMMON, BACKING = 5, 1, 2
YEAR = 4  # digits
RANK, NEXT = "rank ", 2  # begins the thing of a place in a row, which is told wrongly for one of the next
GAP = "gap "  # begins the thing of a stretch without its like: a market has another low a few days later
AGE = " age"  # ends the thing of an age


def given_once(ones: Told, others: Told, tellers: Sequence[Told]) -> Iterator[tuple[Detail, Detail]]:
    """The values of two articles, of `tellers` of one story, that exclude each other, where neither gives another one that is as near."""
    for one, other in product(_exact(ones), _exact(others)):
        alone = _are_apart(one, other) and _are_alone(one, other, ones, others)
        if alone and _may_be_of_one(one, other) and _are_backed(one, other, tellers):
            yield one, other


def _exact(told: Told) -> Told:
    """The values of an article, of those that may be one the most exact."""
    kept: list[Detail] = []
    for detail in sorted(told, key=lambda detail: (_width(detail), detail.span)):
        if not any(_meet(detail, known) for known in kept):
            kept.append(detail)
    return kept


def _width(detail: Detail) -> float:
    low, high = interval(detail)
    return high - low


def _are_apart(one: Detail, other: Detail) -> bool:
    if one.thing.startswith(RANK) and abs(interval(one)[0] - interval(other)[0]) > NEXT:
        return False  # the 79th awards and the 85th
    return not _meet(one, other) and _are_within(TIMES_OF_AGE if one.thing.endswith(AGE) else TIMES, one, other)


def _are_near(one: Detail, other: Detail) -> bool:
    return _are_within(RIVAL, one, other)


def _are_within(times: float, one: Detail, other: Detail) -> bool:
    low, high = sorted((interval(one), interval(other)))
    return high[0] <= low[1] * times


def _are_alone(one: Detail, other: Detail, ones: Told, others: Told) -> bool:
    """Whether what else either article gives is the same value, or far from the other's."""
    return all(_meet(detail, one) or not _are_near(detail, other) for detail in ones) and all(
        _meet(detail, other) or not _are_near(detail, one) for detail in others
    )


def _may_be_of_one(one: Detail, other: Detail) -> bool:
    """Whether the sentences name neither two doers nor two years: "Karl Osk, 35", "Osk, 38", not "Piet Osk, 38"."""
    names, years = (_names(one), _names(other)), (_years(one), _years(other))
    if one.thing.endswith(AGE) and not (names[0] <= names[1] or names[1] <= names[0]):
        return False
    if one.scope and other.scope and one.scope != other.scope:
        return False  # of Tuesday's game and of Friday's
    return (not all(names) or not names[0].isdisjoint(names[1])) and (not all(years) or years[0] == years[1])


def _names(detail: Detail) -> frozenset[str]:
    return frozenset(word for word in detail.words if word.startswith(NAMED))


def _years(detail: Detail) -> frozenset[str]:
    return frozenset(word for word in detail.words if word.isdigit() and len(word) == YEAR)


def _are_backed(one: Detail, other: Detail, tellers: Sequence[Told]) -> bool:
    """Whether the sentences have words in common, or several articles give the one value, and none gives a third that is as near."""
    near = [[detail for detail in told if _are_near(detail, one) and _are_near(detail, other)] for told in tellers]
    given = [sum(any(_meet(detail, value) for detail in told) for told in near) for value in (one, other)]
    strangers = any(not _meet(detail, one) and not _meet(detail, other) for told in near for detail in told)
    return len(_stems(one) & _stems(other)) >= max(COMMON, shared(one.thing)) or (max(given) >= BACKING and not strangers)


def _meet(one: Detail, other: Detail) -> bool:
    (low, high), (least, most) = interval(one), interval(other)
    return max(low, least) <= min(high, most)


def _stems(detail: Detail) -> frozenset[str]:
    return frozenset(word[:STEM] for word in detail.words if not word.startswith(NAMED))
