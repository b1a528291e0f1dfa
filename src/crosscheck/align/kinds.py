"""Of which kinds of event are the claims of a large pile, and what do the kinds tell that two of them have in common?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from crosscheck.align import similarity
from crosscheck.align.features import Features
from crosscheck.align.numbered import Flags, Floats, Ints, Numbers, Rows, owners, rows_of
from crosscheck.align.pile import Pile
from crosscheck.extract.lexicon import words_of

_SELDOM = 1 << 30  # more than any article has claims of a kind


class Common(NamedTuple):
    """Of some pairs: whether they have a kind in common, and of the kinds that they have so: how usual the most usual is in their story, how often an
    article tells the one that is told least, and whether all say little, or are what a report has many of."""

    some: Flags
    usual: Floats
    told: Ints
    empty: Flags
    many: Flags


class Kinds:
    """A column for each kind that a claim may have, -1 in `_of` where it has fewer."""

    def __init__(self, claims: Sequence[Features], pile: Pile) -> None:
        numbers = Numbers()
        rows = rows_of((one.classes for one in claims), numbers)
        empty, all_ = words_of("event_verbs", "empty"), [*numbers, ""]  # the last stands for none
        self._of = _padded(rows, rows.values, -1, np.int32)
        self._usual = _padded(rows, [pile.usual(one.claim.article, {kind}) for one in claims for kind in one.classes], 0.0, np.float64)
        self._told = _padded(rows, [pile.told(one.claim.article, kind) for one in claims for kind in one.classes], _SELDOM, np.int32)
        self._empty = np.array([kind in empty for kind in all_], bool)
        self._many = np.array([similarity.many_of({kind}) for kind in all_], bool)
        self.usual: Floats = self._usual.max(1)
        self.told = np.where(rows.lengths > 0, self._told.min(1), 0)
        self.says: Flags = ~np.any((self._of >= 0) & self._empty[self._of], 1)
        self.many: Flags = np.all((self._of < 0) | self._many[self._of], 1) & (rows.lengths > 0)

    def meet(self, left: Ints, right: Ints) -> Flags:
        """Whether the two have a kind in common, pair by pair."""
        found: Flags = np.zeros(len(left), bool)
        for some, _, _ in self._equal(left, right):
            found |= some
        return found

    def common(self, left: Ints, right: Ints) -> Common:
        """What `meet` finds; usual is told of the left one's story."""
        found, empty, many = np.zeros(len(left), bool), np.ones(len(left), bool), np.ones(len(left), bool)
        usual, told = np.zeros(len(left)), np.full(len(left), _SELDOM)
        for some, at, beside in self._equal(left, right):
            found |= some
            kind = self._of[left, at]
            empty &= ~some | self._empty[kind]
            many &= ~some | self._many[kind]
            usual = np.where(some, np.maximum(usual, self._usual[left, at]), usual)
            told = np.where(some, np.minimum(told, np.maximum(self._told[left, at], self._told[right, beside])), told)
        return Common(found, usual, told, found & empty, found & many)

    def _equal(self, left: Ints, right: Ints) -> Iterator[tuple[Flags, int, int]]:
        """For each column of the left and the right whether the two are of one kind."""
        one, other = self._of[left], self._of[right]
        for at in range(one.shape[1]):
            for beside in range(one.shape[1]):
                yield (one[:, at] == other[:, beside]) & (one[:, at] >= 0), at, beside


def _padded(rows: Rows, values: Any, nothing: float, dtype: type[np.generic]) -> NDArray[Any]:
    """A column for each value that a claim may have, `nothing` where it has fewer."""
    found = np.full((len(rows.lengths), max(1, int(rows.lengths.max(initial=0)))), nothing, dtype)
    owner = owners(rows.lengths)
    found[owner, np.arange(len(owner)) - rows.starts[owner]] = values
    return found
