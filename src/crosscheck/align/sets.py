"""Which of many claims have something in common: a name, a figure, who fills a role?

A set is two times 64 bits, of which arrays tell at once that two sets have nothing in common; whether they really have something is looked up where
these do not tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from crosscheck.align import similarity
from crosscheck.align.features import Filler
from crosscheck.align.numbered import Flags, Floats, Ints, Lists, Numbers, Rows, is_new, lists_of, mixed, owners, ranges
from crosscheck.model.claim import Facet

_HALF = 32  # bits of a number: two make one

Bits = NDArray[np.uint64]
Held = Rows | Lists


def rows_in(left: Ints) -> tuple[Ints, Ints]:
    """Of each pair the number of its left side among those of the pairs, which come in order, and the first pair of each."""
    new = is_new(left)
    return np.cumsum(new) - 1, np.flatnonzero(new)


def places_in(rows: Held, some: Ints) -> tuple[Ints, Ints]:
    """Where the values of some claims stand among those of all, and which of these claims has each."""
    lengths = rows.many(some)
    return owners(lengths), ranges(rows.first(some), lengths)


def values_in(rows: Held, some: Ints) -> tuple[Ints, NDArray[np.int32]]:
    """The values of some claims, and which of these claims has each."""
    owner, at = places_in(rows, some)
    return owner, rows.values[at]


def any_of(pair: Ints, flags: Flags, pairs: int) -> Flags:
    """For each of so many pairs whether a flag of its own is set."""
    found: Flags = np.bincount(pair[flags], minlength=pairs) > 0
    return found


def shared(one: Held, left: Ints, other: Held, right: Ints) -> tuple[Ints, NDArray[np.int32]]:
    """What of `other` of the right side of each pair stands in `one` of its left, and which pair has it; `left` in order."""
    row, first = rows_in(left)
    owner, held = values_in(one, left[first])
    known = np.append(np.sort(owner << _HALF | held), -1)  # -1 is looked up where a value is beyond all
    pair, values = values_in(other, right)
    wanted = row[pair] << _HALF | values
    there = known[np.searchsorted(known[:-1], wanted)] == wanted
    return pair[there], values[there]


def crossed(one: Held, left: Ints, other: Held, right: Ints) -> tuple[Ints, Ints, Ints]:
    """Each value of the left side of each pair with each of the right: the pair, and where the two stand among the values of all."""
    lengths = one.many(left)
    pair, mine = owners(lengths), ranges(one.first(left), lengths)
    many = other.many(right)[pair]
    yours = ranges(other.first(right)[pair], many)
    return np.repeat(pair, many), np.repeat(mine, many), yours


class Sets:
    """A set a claim. `some` says which have anything."""

    def __init__(self, sets: Iterable[frozenset[Any]], numbers: Numbers) -> None:
        self.lists = lists_of(sets, numbers)
        self.some: Flags = self.lists.lengths > 0
        spread = mixed(self.lists.values.astype(np.int64)).view(np.uint64)
        self._halves = _bits(self.lists.rows, spread), _bits(self.lists.rows, spread >> np.uint64(6))

    def may_meet(self, left: Ints, right: Ints) -> Flags:
        """Whether they may have something in common."""
        one, other = self._halves
        mine, yours = self.lists.which[left], self.lists.which[right]
        met: Flags = ((one[mine] & one[yours]) != 0) & ((other[mine] & other[yours]) != 0)
        return met

    def meet(self, left: Ints, right: Ints) -> Flags:
        """Whether they have; `left` in order."""
        met = self.may_meet(left, right)
        some = np.flatnonzero(met)
        pair, _ = self.common(left[some], right[some])
        met[some] = np.bincount(pair, minlength=len(some)) > 0
        return met

    def common(self, left: Ints, right: Ints) -> tuple[Ints, NDArray[np.int32]]:
        """All that they have in common, and which pair has it; `left` in order."""
        return shared(self.lists, left, self.lists, right)


def _bits(rows: Rows, spread: Bits) -> Bits:
    """For each row the bits that its values stand for."""
    found = np.zeros(len(rows.lengths), np.uint64)
    some = np.flatnonzero(rows.lengths)
    if len(some):
        found[some] = np.bitwise_or.reduceat(np.uint64(1) << (spread & np.uint64(63)), rows.starts[some])
    return found


class Role:
    """Who or what fills one role of each claim."""

    def __init__(self, facet: Facet, fillers: Sequence[Sequence[Filler]]) -> None:
        self.facet = facet
        numbers = Numbers()
        self._filled = np.array([bool(some) for some in fillers])
        self._named = np.array([any(filler.named for filler in some) for some in fillers])
        self._whole = Sets((_together([filler.whole for filler in some]) for some in fillers), numbers)
        self._capitals = Sets((_together([filler.capitals for filler in some]) for some in fillers), numbers)
        self._names = list(numbers)
        longer = [*(name if len(name) > _SHORT else "" for name in self._names), ""]  # the last stands for no name
        self._letters = np.array(list(map(_letters, longer)), np.uint64)
        self._lengths = np.array(list(map(len, longer)), np.int64)
        self._only, self._longer = _longer(self._whole.lists.rows, self._lengths)

    def may_be_alike(self, left: Ints, right: Ints) -> Floats:
        """What `alike` can come to."""
        whole = self._whole.may_meet(left, right) | self._may_be_spelt_alike(left, right)
        return self._judged(left, right, whole, self._capitals.may_meet(left, right))

    def alike(self, left: Ints, right: Ints) -> Floats:
        """The feature of that name (`similarity._filled`); `left` in order."""
        whole = self._whole.meet(left, right)
        some = np.flatnonzero(~whole & self._may_be_spelt_alike(left, right))
        whole[some] = self._spelt_alike(left[some], right[some])
        return self._judged(left, right, whole, self._capitals.meet(left, right))

    def _judged(self, left: Ints, right: Ints, whole: Flags, capitals: Flags) -> Floats:
        other = np.where(self._named[left] & self._named[right], -1.0, similarity.OTHER_NOUN[self.facet])
        best = np.where(whole, 1.0, np.where(capitals, 0.5, other))
        return np.where(self._filled[left] & self._filled[right], best, 0.0)

    def _may_be_spelt_alike(self, left: Ints, right: Ints) -> Flags:
        """Of several longer names nothing is told."""
        mine, yours = self._whole.lists.which[left], self._whole.lists.which[right]
        one, other = self._only[mine], self._only[yours]
        may: Flags = self._longer[mine] & self._longer[yours] & ((one < 0) | (other < 0) | self._near(one, other))
        return may

    def _near(self, one: Ints, other: Ints) -> Flags:
        """A letter that only one of two names has is a letter to be changed, of which there may be 12 in 100."""
        changed = np.bitwise_count(self._letters[one] ^ self._letters[other])
        near: Flags = changed <= _CHANGED * (self._lengths[one] + self._lengths[other]) + _SLACK
        return near

    def _spelt_alike(self, left: Ints, right: Ints) -> Flags:
        """Whether a longer name of the one differs from one of the other in a letter or two (`similarity._spelt_alike`)."""
        names = self._whole.lists
        pair, one, other = crossed(names, left, names, right)
        one, other = names.values[one].astype(np.int64), names.values[other].astype(np.int64)
        some = np.flatnonzero((self._lengths[one] > 0) & (self._lengths[other] > 0) & self._near(one, other))
        asked, which = np.unique(one[some] << _HALF | other[some], return_inverse=True)
        spelt = [fuzz.ratio(self._names[a], self._names[b], score_cutoff=similarity.SPELT_ALIKE) > 0 for a, b in zip(*_halves(asked), strict=True)]
        return np.bincount(pair[some], np.array(spelt, bool)[which], len(left)) > 0


_SHORT = 4  # letters up to which names that are spelt alike are other names
_CHANGED = 1 - similarity.SPELT_ALIKE / 100
_SLACK = 1e-9  # what a sum of letters may be off by in floating point


def _halves(values: Ints) -> tuple[list[int], list[int]]:
    return (values >> _HALF).tolist(), (values & (1 << _HALF) - 1).tolist()


def _together(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    return sets[0] if len(sets) == 1 else frozenset().union(*sets)


def _longer(rows: Rows, lengths: Ints) -> tuple[Ints, Flags]:
    """The only longer name of each row, -1 where there is none or several, and whether there is any."""
    owner = owners(rows.lengths)
    some = np.flatnonzero(lengths[rows.values])
    many = np.bincount(owner[some], minlength=len(rows.lengths))
    only = np.full(len(rows.lengths), -1)
    only[owner[some]] = rows.values[some]
    return np.where(many == 1, only, -1), many > 0


@lru_cache(maxsize=65_536)
def _letters(name: str) -> int:
    bits = 0
    for letter in name:
        bits |= 1 << (ord(letter) & 63)
    return bits
