"""When do many claims say that it happened, and how far do two of them agree? What `similarity` says of the time, in arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from crosscheck.align.features import Features
from crosscheck.align.numbered import Flags, Floats, Ints, Numbers, lists_of, rows_of
from crosscheck.align.sets import Sets, any_of, crossed, places_in
from crosscheck.align.similarity import within_a_month


class Dated:
    """Days and months, each as its place among all that are told, so that numbers are in the order of dates."""

    def __init__(self, claims: Sequence[Features]) -> None:
        days = _ranked(day for one in claims for interval in one.days for day in interval)
        months = _ranked([*(day[:7] for day in days), *(one.told for one in claims if one.told is not None)])
        named = Numbers()
        self._days = rows_of((range(len(one.days)) for one in claims), Numbers())
        self._since, self._until = (np.array([days[one[end]] for claim in claims for one in claim.days], np.int64) for end in (0, 1))
        self._first, self._last = (np.array([months[one[end][:7]] for claim in claims for one in claim.days], np.int64) for end in (0, 1))
        self._months = Sets((one.months or frozenset(day[0][5:7] for day in one.days if within_a_month(day)) for one in claims), named)
        self._told = np.array([-1 if one.told is None else months[one.told] for one in claims])
        self._told_month = lists_of((() if one.told is None else (one.told[5:7],) for one in claims), named)
        self._has_days: Flags = self._days.lengths > 0
        self._dated = self._has_days | np.array([bool(one.months) for one in claims])

    def alike(self, left: Ints, right: Ints) -> Floats:
        """The feature "time" of each pair; `left` in order."""
        found = np.zeros(len(left))
        both, months = self._has_days[left] & self._has_days[right], self._months.some[left] & self._months.some[right]
        some = np.flatnonzero(both)
        found[some] = np.where(self._overlap(left[some], right[some]), 1.0, -1.0)
        some = np.flatnonzero(~both & months)
        found[some] = np.where(self._months.meet(left[some], right[some]), 0.8, -1.0)
        some = np.flatnonzero(~both & ~months & (self._dated[left] | self._dated[right]))
        news, beside = self._news(left[some], right[some]), self._news(right[some], left[some])
        found[some] = np.where(news != 0, news, beside)
        return found

    def _overlap(self, left: Ints, right: Ints) -> Flags:
        """Whether a day of the one may be a day of the other."""
        pair, one, other = crossed(self._days, left, self._days, right)
        met = (self._since[one] < self._until[other]) & (self._since[other] < self._until[one])
        return any_of(pair, met, len(left))

    def _news(self, told: Ints, dated: Ints) -> Floats:
        """News without a date against a date: half as sure either way."""
        asked = (self._told[told] >= 0) & (self._has_days[dated] | self._months.some[dated])
        fits = np.where(self._has_days[dated], self._is_within(told, dated), self._is_named(told, dated))
        return np.where(asked, np.where(fits, 0.5, -0.5), 0.0)

    def _is_within(self, told: Ints, dated: Ints) -> Flags:
        pair, at = places_in(self._days, dated)
        month = self._told[told][pair]
        return any_of(pair, (self._first[at] <= month) & (month <= self._last[at]), len(told))

    def _is_named(self, told: Ints, dated: Ints) -> Flags:
        pair, one, other = crossed(self._told_month, told, self._months.lists, dated)
        return any_of(pair, self._told_month.values[one] == self._months.lists.values[other], len(told))


def _ranked(texts: Iterable[str]) -> dict[str, int]:
    return {text: place for place, text in enumerate(sorted(set(texts)))}
