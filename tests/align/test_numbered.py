"""Are rows of numbers what the things of each claim are?"""

from __future__ import annotations

import numpy

from crosscheck.align.numbered import Numbers, chunks, is_new, mixed, owners, ranges, rows_of


def test_things_have_numbers_in_the_order_of_asking() -> None:
    """A claim may have none, and one thing has one number everywhere."""
    rows = rows_of([["a", "b"], [], ["b", "c", "a"]], Numbers())
    assert rows.values.tolist() == [0, 1, 1, 2, 0]
    assert rows.lengths.tolist() == [2, 0, 3]
    assert rows.some(1, 3).starts.tolist() == [0, 0, 3]
    assert rows.some(1, 3).values.tolist() == [1, 2, 0]


def test_ranges_follow_each_other() -> None:
    """Empty ones are nothing; `owners` says whose each position is."""
    assert ranges(numpy.array([5, 9, 2]), numpy.array([2, 0, 3])).tolist() == [5, 6, 2, 3, 4]
    assert ranges(numpy.array([], numpy.int64), numpy.array([], numpy.int64)).tolist() == []
    assert owners(numpy.array([2, 0, 3])).tolist() == [0, 0, 2, 2, 2]


def test_runs_of_equal_values_begin_where_another_came_before() -> None:
    """The first value begins one."""
    assert is_new(numpy.array([4, 4, 7, 4])).tolist() == [True, False, True, True]


def test_chunks_cover_everything_once() -> None:
    """The last may be shorter."""
    assert list(chunks(7, 3)) == [(0, 3), (3, 6), (6, 7)]


def test_mixed_numbers_are_spread() -> None:
    """The first thousand numbers fall on nearly as many of a million places."""
    assert len(set((mixed(numpy.arange(1000)) & 0xFFFFF).tolist())) > 990
