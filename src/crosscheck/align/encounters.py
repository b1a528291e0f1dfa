"""Which articles of many pairs are about nothing in common, and how alike are the others? What `Protagonists` and `Context` say, in arrays.

Pairs come in the order of their left articles, of which there are few at a time: these lie open in a table, in which the words of the right ones are
looked up.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from crosscheck.align.context import Context
from crosscheck.align.numbered import Flags, Floats, Ints, Numbers, Rows, is_new, owners, ranges, rows_of
from crosscheck.align.protagonists import TOGETHER, Protagonists, forms_of, particular

_ALL, _FIRST, _PARTICULAR = 1, 2, 4  # what a form is marked by in the table
_WHOLE, _HEADED = 1, 2


class Encounters:
    """What is known of some articles, by position."""

    def __init__(self, articles: Sequence[str], protagonists: Protagonists, context: Context) -> None:
        known = [protagonists.known(article) for article in articles]
        self.forms = Numbers()
        names, terms = Numbers(), Numbers()
        self.first = rows_of((forms_of(one.first) for one in known), self.forms)
        self._all = rows_of((forms_of(one.all) for one in known), self.forms)
        self._particular = rows_of((particular(one.all) for one in known), self.forms)
        self._whole = rows_of((one.whole for one in known), names)
        self._headed = rows_of((one.headed for one in known), names)
        self._known = np.array([one.known for one in known])
        self._head = np.array([bool(one.head) for one in known])
        self._names = len(names)
        vectors = [context.vector(article) for article in articles]
        self._terms = rows_of(vectors, terms)
        self._weights = np.fromiter((weight for vector in vectors for weight in vector.values()), float)
        self._several = len(terms)

    def apart(self, left: Ints, right: Ints) -> Flags:
        """Whether the articles are about nothing in common (`Protagonists.apart`); `left` in order."""
        row, lefts = _rows(left)
        forms = np.zeros((len(lefts), len(self.forms)), np.uint8)
        _mark(forms, _ALL, self._all, lefts)
        _mark(forms, _FIRST, self.first, lefts)
        names = np.zeros((len(lefts), self._names), np.uint8)
        _mark(names, _WHOLE, self._whole, lefts)
        _mark(names, _HEADED, self._headed, lefts)
        met = _found(forms, _ALL, row, self.first, right) | _found(forms, _FIRST, row, self._all, right)
        whole = _found(names, _WHOLE, row, self._whole, right)
        headed = _found(names, _HEADED, row, self._whole, right) | _found(names, _WHOLE, row, self._headed, right)
        unheard_of = self._head[left] & self._head[right] & ~headed
        apart: Flags = self._known[left] & self._known[right] & ~met & (~whole | unheard_of) & (left != right)
        _mark(forms, _PARTICULAR, self._particular, lefts)
        apart[apart] = _count(forms, _PARTICULAR, row[apart], self._particular, right[apart]) < TOGETHER
        return apart

    def alike(self, left: Ints, right: Ints) -> Floats:
        """How alike the articles are as a whole (`Context.alike`); `left` in order."""
        row, lefts = _rows(left)
        table = np.zeros((len(lefts), self._several))
        lengths = self._terms.many(lefts)
        at = ranges(self._terms.starts[lefts], lengths)
        table[owners(lengths), self._terms.values[at]] = self._weights[at]
        lengths = self._terms.many(right)
        at, pair = ranges(self._terms.starts[right], lengths), owners(lengths)
        found = np.bincount(pair, self._weights[at] * table[row[pair], self._terms.values[at]], len(left))
        return np.where(left == right, 1.0, found)


def _rows(left: Ints) -> tuple[Ints, Ints]:
    """Of each pair the row of its left article in a table, and the article of each row."""
    new = is_new(left)
    return np.cumsum(new) - 1, left[new]


def _mark(table: NDArray[np.uint8], mark: int, rows: Rows, lefts: Ints) -> None:
    lengths = rows.many(lefts)
    table[owners(lengths), rows.values[ranges(rows.starts[lefts], lengths)]] |= mark  # no row has a value twice


def _found(table: NDArray[np.uint8], mark: int, row: Ints, rows: Rows, right: Ints) -> Flags:
    """Whether a value of the right one is so marked."""
    return _count(table, mark, row, rows, right) > 0


def _count(table: NDArray[np.uint8], mark: int, row: Ints, rows: Rows, right: Ints) -> Ints:
    """How many values of the right one are so marked."""
    lengths = rows.many(right)
    pair = owners(lengths)
    there = (table[row[pair], rows.values[ranges(rows.starts[right], lengths)]] & mark) > 0
    return np.bincount(pair[there], minlength=len(row))
