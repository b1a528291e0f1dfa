"""Which things belong in one group, given how alike some pairs of them are?

Average link: groups are joined from the likest pair upwards while the mean over all pairs across them is high enough, so that no chain of half-alike
things becomes one group. Pairs of which no likeness is given count as `absent`.
"""

from __future__ import annotations

import heapq
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

Pair = tuple[int, int]
MayJoin = Callable[[Sequence[int], Sequence[int]], bool]
Waiting = tuple[float, int, int]
"""Less of what two groups are alike, and the two: the likest comes first."""

_HALF = 32  # bits of a position: two make one number of a pair
_LOW = (1 << _HALF) - 1
_DIGITS = 9  # of an average
_ROUNDED = 1e-8  # more than rounding adds to one; most are far below what is asked, and need not be rounded


class Limits(NamedTuple):
    """Up to which likelihood a pair of one story is as good as absent, and a pair of two stories; what nearly the same words make of it at least."""

    own: float
    foreign: float
    twins: float


class Likenesses(Mapping[Pair, float]):
    """How alike pairs of positions are, in 16 bytes a pair: a large pile has millions of them. They are given in order, and come in it."""

    def __init__(self, pairs: Iterable[tuple[Pair, float]]) -> None:
        self._pairs, self._values = array("q"), array("d")
        for (a, b), likeness in pairs:
            self._pairs.append(a << _HALF | b)
            self._values.append(likeness)

    def add(self, pairs: bytes, values: bytes) -> None:
        """More of them, as they are held here."""
        self._pairs.frombytes(pairs)
        self._values.frombytes(values)

    def __getitem__(self, pair: Pair) -> float:
        number = pair[0] << _HALF | pair[1]
        at = bisect_left(self._pairs, number)
        if at == len(self._pairs) or self._pairs[at] != number:
            raise KeyError(pair)
        return self._values[at]

    def __iter__(self) -> Iterator[Pair]:
        return ((number >> _HALF, number & _LOW) for number in self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def items(self) -> ItemsView[Pair, float]:
        return _InOrder(self)


class _InOrder(ItemsView[Pair, float]):
    """Without a search for each pair."""

    _mapping: Likenesses

    def __iter__(self) -> Iterator[tuple[Pair, float]]:
        return zip(self._mapping, self._mapping._values, strict=True)


def average_link(count: int, likenesses: Mapping[Pair, float], least: float, may_join: MayJoin, absent: float = 0.0) -> list[list[int]]:
    """Groups of the positions 0 to `count`, each of one member or more, in the order of their first members.

    `likenesses` by pairs of positions, the smaller first; `may_join` forbids a union whatever the likeness.
    """
    given = likenesses if isinstance(likenesses, Likenesses) else Likenesses(sorted(likenesses.items()))
    groups = {number: [number] for number in range(count)}
    names = list(groups)  # one object a position, in however many pairs it is
    sums: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), likeness in given.items():
        sums[a][names[b]] = sums[b][names[a]] = likeness - absent
    joined: list[Waiting] = []
    hardly = least - _ROUNDED
    for likeness, a, b in _likest_first(_single(given, least, absent), joined):
        one, other = groups.get(a), groups.get(b)
        if one is None or other is None or -likeness != _mean(sums[a].get(b, 0.0), len(one) * len(other), absent) or not may_join(one, other):
            continue
        _merge(groups, sums, a, b)
        size = len(one)
        for third, total in sums[a].items():
            average = absent + total / (size * len(groups[third]))
            if average >= hardly and (average := round(average, _DIGITS)) >= least:
                heapq.heappush(joined, (-average, a, third) if a < third else (-average, third, a))
    return [sorted(group) for group in groups.values()]


def _single(likenesses: Likenesses, least: float, absent: float) -> Iterator[Waiting]:
    """The pairs that are alike enough, the likest first, before any group is joined."""
    alike = Likenesses((pair, -_mean(likeness - absent, 1, absent)) for pair, likeness in likenesses.items() if likeness >= least)
    values, pairs = alike._values, alike._pairs
    order = array("q", sorted(range(len(pairs)), key=values.__getitem__))
    return ((values[at], pairs[at] >> _HALF, pairs[at] & _LOW) for at in order)


def _likest_first(single: Iterator[Waiting], joined: list[Waiting]) -> Iterator[Waiting]:
    """All of both; to the heap `joined` more may be pushed on the way."""
    next_one = next(single, None)
    while next_one is not None or joined:
        if next_one is None or (joined and joined[0] < next_one):
            yield heapq.heappop(joined)
        else:
            yield next_one
            next_one = next(single, None)


def _mean(total: float, pairs: int, absent: float) -> float:
    """Of so many pairs that are `total` more alike than as many absent ones."""
    return round(absent + total / pairs, _DIGITS)


def _merge(groups: dict[int, list[int]], sums: dict[int, dict[int, float]], a: int, b: int) -> None:
    """Puts group b into group a."""
    groups[a] += groups.pop(b)
    mine = sums[a]
    for other, likeness in sums.pop(b).items():
        theirs = sums[other]
        del theirs[b]
        if other != a:
            mine[other] = theirs[a] = mine.get(other, 0.0) + likeness
