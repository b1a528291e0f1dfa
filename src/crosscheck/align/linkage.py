"""Which things belong in one group, given how alike some pairs of them are?

Average link: groups are joined from the likest pair upwards while the mean over all pairs across them is high enough, so that no chain of half-alike
things becomes one group. Pairs of which no likeness is given count as `absent`.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping, Sequence

Pair = tuple[int, int]
MayJoin = Callable[[Sequence[int], Sequence[int]], bool]


def average_link(count: int, likenesses: Mapping[Pair, float], least: float, may_join: MayJoin, absent: float = 0.0) -> list[list[int]]:
    """Groups of the positions 0 to `count`, each of one member or more, in the order of their first members.

    `likenesses` by pairs of positions, the smaller first; `may_join` forbids a union whatever the likeness.
    """
    groups = {number: [number] for number in range(count)}
    sums: dict[int, dict[int, float]] = {number: {} for number in groups}
    for (a, b), likeness in likenesses.items():
        sums[a][b] = sums[b][a] = likeness - absent
    waiting = [(-_average(groups, sums, a, b, absent), a, b) for (a, b), likeness in likenesses.items() if likeness >= least]
    heapq.heapify(waiting)
    while waiting:
        likeness, a, b = heapq.heappop(waiting)
        if a in groups and b in groups and -likeness == _average(groups, sums, a, b, absent) and may_join(groups[a], groups[b]):
            for other in _merge(groups, sums, a, b):
                average = _average(groups, sums, a, other, absent)
                if average >= least:
                    heapq.heappush(waiting, (-average, min(a, other), max(a, other)))
    return [sorted(group) for group in groups.values()]


def _average(groups: Mapping[int, Sequence[int]], sums: Mapping[int, Mapping[int, float]], a: int, b: int, absent: float) -> float:
    return round(absent + sums[a].get(b, 0.0) / (len(groups[a]) * len(groups[b])), 9)


def _merge(groups: dict[int, list[int]], sums: dict[int, dict[int, float]], a: int, b: int) -> list[int]:
    """Puts group b into group a; gives the groups that are like the result, in order."""
    groups[a] += groups.pop(b)
    for other, likeness in sums.pop(b).items():
        sums[other].pop(b)
        if other != a:
            sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + likeness
    return sorted(sums[a])
