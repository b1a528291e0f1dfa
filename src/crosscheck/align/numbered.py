"""Which numbers stand for the words of many claims, so that arrays can be asked what Python would ask claim by claim?

Only large piles are worth it, and only they import numpy here.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Hashable, Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Positions = NDArray[Any]
"""Of claims, in 64 bits, or in 32 where many are kept."""
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


class Numbers(dict[Any, int]):
    """The number of each thing that was asked for, from 0 in the order of asking."""

    def __missing__(self, thing: Hashable) -> int:
        number = self[thing] = len(self)
        return number


class Rows(NamedTuple):
    """Some numbers a claim: those of claim `i` are `values[starts[i] : starts[i + 1]]`."""

    starts: Ints
    values: NDArray[np.int32]

    @property
    def lengths(self) -> Ints:
        return np.diff(self.starts)

    def many(self, claims: Ints) -> Ints:
        """How many each of some claims has."""
        return self.starts[claims + 1] - self.starts[claims]

    def first(self, claims: Ints) -> Ints:
        """Where the values of each of some claims begin."""
        return self.starts[claims]

    def some(self, first: int, end: int) -> Rows:
        """Those of the claims from `first` up to `end`."""
        starts = self.starts[first : end + 1]
        return Rows(starts - starts[0], self.values[starts[0] : starts[-1]])


class Lists(NamedTuple):
    """The same where many claims have equal ones: those of claim `i` are row `which[i]`."""

    rows: Rows
    which: Positions

    @property
    def values(self) -> NDArray[np.int32]:
        return self.rows.values

    @property
    def lengths(self) -> Ints:
        return self.rows.lengths[self.which]

    def many(self, claims: Ints) -> Ints:
        return self.rows.many(self.which[claims])

    def first(self, claims: Ints) -> Ints:
        return self.rows.starts[self.which[claims]]


def rows_of(things: Iterable[Iterable[Hashable]], numbers: Numbers) -> Rows:
    """The numbers of some things a claim."""
    values, starts = array("i"), array("q", (0,))
    for some in things:
        values.extend(map(numbers.__getitem__, some))
        starts.append(len(values))
    return Rows(np.frombuffer(starts, np.int64), np.frombuffer(values, np.int32))


def lists_of(things: Iterable[Collection[Hashable]], numbers: Numbers) -> Lists:
    """The numbers of some things a claim, of equal collections once."""
    unlike = Numbers()
    which = array("i", map(unlike.__getitem__, things))
    return Lists(rows_of(unlike, numbers), np.frombuffer(which, np.int32))


def ranges(starts: Positions, lengths: Positions) -> Ints:
    """All positions of some ranges, one range after the other."""
    ends = np.cumsum(lengths)
    found: Ints = np.arange(ends[-1] if len(ends) else 0)
    found += np.repeat(starts - ends + lengths, lengths)
    return found


def owners(lengths: Positions) -> Ints:
    """Of each position of rows of these lengths, whose row it is in."""
    return np.repeat(np.arange(len(lengths)), lengths)


def summed(owner: Ints, weights: Floats, count: int) -> Floats:
    """What the weights of each of so many owners come to."""
    return np.asarray(np.bincount(owner, weights, count), np.float64)


def weights_of(lists: Lists, weights: Floats) -> Floats:
    """What the values of each claim weigh together, by the weight of each value."""
    rows = lists.rows
    return summed(owners(rows.lengths), weights[rows.values], len(rows.lengths))[lists.which]


def chunks(count: int, size: int) -> Iterator[tuple[int, int]]:
    """Half-open ranges that cover all numbers below `count`."""
    return ((first, min(count, first + size)) for first in range(0, count, size))


def is_new(values: Ints) -> Flags:
    """Of each, whether the one before it is another."""
    new = np.ones(len(values), bool)
    np.not_equal(values[1:], values[:-1], out=new[1:])
    return new


def mixed(values: Ints) -> Ints:
    """Numbers spread over 64 bits (the finish of splitmix64)."""
    bits = (values.view(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    bits = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    bits = (bits ^ (bits >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (bits ^ (bits >> np.uint64(31))).view(np.int64)
