"""Which words of a sentence form a name?

    Recogniser(part).names(rows, lengths) -> the names of each sentence

The same greedy choice as spaCy's `EntityRecognizer`, for all sentences at once: whether a name begins at a word does not depend on what has been
read before, as long as no name is open. So every word is asked, then all names that may have begun are followed word by word side by side, and
those that begin inside another are dropped. spaCy's own loop asks word after word, which takes ten times as long.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from crosscheck.language.arithmetic import product
from crosscheck.language.encoding import full
from crosscheck.language.held import Part
from crosscheck.language.tokens import Name

Floats = NDArray[np.float32]
Places = NDArray[np.intp]

_KINDS = "MBILUO"
"""What spaCy's numbers of moves mean: a word may begin a name, be inside, the last or the only one, or be outside."""


class Recogniser:
    """The weights of spaCy's recogniser, each piece of a maxout apart. Three words count: the one asked, the name's first, the last before."""

    def __init__(self, part: Part) -> None:
        upper, reduce = part.named("linear")
        lower = part.named("precomputable_affine")[0]
        words, hidden, pieces, width = lower["W"].shape
        self._reduce, self._reduce_bias = full(reduce["W"]).T, full(reduce["b"])
        self._lower = full(lower["W"]).transpose(3, 0, 2, 1).reshape(width, words * pieces * hidden)
        self._lower_bias = full(lower["b"]).T.reshape(-1)
        self._nobody = full(lower["pad"])[0].transpose(0, 2, 1).reshape(words, pieces * hidden)
        self._upper, self._upper_bias = full(upper["W"]).T, full(upper["b"])
        self._hidden = hidden
        moves = [(_KINDS[int(kind)], label) for kind, _, label in (move.partition("-") for move in part.moves)]
        self._types = [label for _, label in moves]
        self._moves = {kind: np.array([at for at, (own, label) in enumerate(moves) if own == kind and label]) for kind in "BILU"}
        self._within = {kind: {self._types[at]: at for at in self._moves[kind].tolist()} for kind in "IL"}

    def names(self, rows: Floats, lengths: Sequence[int]) -> list[tuple[Name, ...]]:
        """`rows` has a row a word, sentences after one another; `lengths` are theirs."""
        starts = [0, *accumulate(lengths)]
        last = np.zeros(len(rows), dtype=bool)
        last[np.array(starts[1:]) - 1] = True
        parts = (product(product(rows, self._reduce) + self._reduce_bias, self._lower)).reshape(len(rows), 3, -1)
        best = self._outside(parts, last)
        begun = np.flatnonzero(np.isin(best, self._moves["B"]))
        ends = self._ends(parts, last, begun, best)
        asked = np.flatnonzero(np.isin(best, np.concatenate([self._moves["B"], self._moves["U"]]))).tolist()
        found = list(self._apart(asked, ends, best.tolist()))
        return [tuple(Name(a - start, b - start, kind) for a, b, kind in found if start <= a < stop) for start, stop in pairwise(starts)]

    def _outside(self, parts: Floats, last: NDArray[np.bool_]) -> Places:
        """The best move at each word where no name is open: it begins a name, is one, or is none."""
        scores = self._scores((parts[:, 0] + self._nobody[1]) + self._nobody[2])
        scores[:, np.concatenate([self._moves["I"], self._moves["L"]])] = -np.inf
        scores[np.ix_(last, self._moves["B"])] = -np.inf
        best: Places = scores.argmax(axis=1)
        return best

    def _ends(self, parts: Floats, last: NDArray[np.bool_], begun: Places, best: Places) -> dict[int, int]:
        """Where the name that begins at a word ends, exclusive."""
        inside, closing = (np.array([self._within[kind].get(name, -1) for name in self._types]) for kind in "IL")
        ends: dict[int, int] = {}
        at = begun + 1
        while len(begun):
            scores = self._scores((parts[at, 0] + parts[begun, 1]) + parts[at - 1, 2])
            moves, row = best[begun], np.arange(len(begun))
            goes_on = (scores[row, inside[moves]] >= scores[row, closing[moves]]) & ~last[at]
            ends |= dict(zip(begun[~goes_on].tolist(), (at[~goes_on] + 1).tolist(), strict=True))
            begun, at = begun[goes_on], at[goes_on] + 1
        return ends

    def _scores(self, summed: Floats) -> Floats:
        summed += self._lower_bias
        hidden = np.maximum(summed[:, : self._hidden], summed[:, self._hidden :])
        scores: Floats = product(hidden, self._upper) + self._upper_bias
        return scores

    def _apart(self, asked: list[int], ends: dict[int, int], best: list[int]) -> Iterator[tuple[int, int, str]]:
        free = 0
        for at in asked:
            if at >= free:
                free = ends.get(at, at + 1)
                yield at, free, self._types[best[at]]
