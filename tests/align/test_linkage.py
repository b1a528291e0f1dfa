"""Are groups joined from the likest pair upwards, in whatever form the likenesses are given?"""

from __future__ import annotations

import heapq
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.align.linkage import Likenesses, Pair, average_link

COUNT, LEAST, ABSENT = 9, 0.3, 0.05
some = st.dictionaries(st.sampled_from(list(combinations(range(COUNT), 2))), st.sampled_from([0.1, 0.2, 0.3, 0.4, 0.5, 0.8, 0.9]))


def plain(likenesses: dict[Pair, float], apart: Pair) -> list[list[int]]:
    """The same, written down as it is said: every average is worked out anew, and all that waits is in one heap."""
    groups = {number: [number] for number in range(COUNT)}

    def average(a: int, b: int) -> float:
        pairs = [likenesses.get((min(x, y), max(x, y)), ABSENT) - ABSENT for x in groups[a] for y in groups[b]]
        return round(ABSENT + sum(pairs) / len(pairs), 6)

    waiting = [(-average(a, b), a, b) for a, b in combinations(groups, 2)]
    heapq.heapify(waiting)
    while waiting:
        likeness, a, b = heapq.heappop(waiting)
        if a in groups and b in groups and -likeness == average(a, b) >= LEAST and not set(apart) <= {*groups[a], *groups[b]}:
            groups[a] += groups.pop(b)
            for other in groups:
                if other != a:
                    heapq.heappush(waiting, (-average(min(a, other), max(a, other)), min(a, other), max(a, other)))
    return [sorted(group) for group in groups.values()]


@settings(max_examples=200, deadline=None)
@given(some)
def test_groups_are_those_of_the_plain_way(likenesses: dict[Pair, float]) -> None:
    """Packed or not, with two that must not be in one group."""

    def may_join(left: object, right: object) -> bool:
        return not {0, 1} <= {*left, *right}  # type: ignore[misc]  # lists of positions

    packed = Likenesses(sorted(likenesses.items()))
    found = average_link(COUNT, packed, LEAST, may_join, ABSENT)
    assert found == average_link(COUNT, likenesses, LEAST, may_join, ABSENT)
    assert found == plain(likenesses, (0, 1))


def test_likenesses_are_looked_up_and_counted() -> None:
    """As in a dict, which takes twelve times the memory."""
    pairs = {(0, 3): 0.5, (1, 2): 0.25, (1, 70_000): 0.125}
    packed = Likenesses(pairs.items())
    assert dict(packed) == dict(packed.items()) == pairs
    assert (packed[1, 70_000], len(packed), (1, 2) in packed, (0, 1) in packed, (2, 3) in packed) == (0.125, 3, True, False, False)
    with pytest.raises(KeyError):
        packed[9, 9]
