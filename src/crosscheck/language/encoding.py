"""What do the networks know of each word in its sentence, found with as little arithmetic as possible?

    Encoder.of(part).vectors(sentences) -> one row a word

The same numbers as spaCy's `tok2vec.predict`, up to rounding, in half of its time: what is known of a word alone is kept for the next time that it
is met (nine words of ten have been met before), and the layers that look at neighbours run without the bookkeeping that training needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Self

import numpy as np
from numpy.typing import NDArray

from crosscheck.language.arithmetic import product
from crosscheck.language.features import FEATURES
from crosscheck.language.hashing import Keys, key, rows
from crosscheck.language.held import Node, Part
from crosscheck.values import dataclass

Floats = NDArray[np.float32]

_TINY = 1e-8
_SIGN_AND_NUMBER = -0x70002000
"""The highest bit, and the fifteen that are moved by thirteen places: 0x8FFFE000."""
ROWS_AT_ONCE = 256
"""A layer's numbers for so many words stay in the processor's second cache: a fifth less time than for 3,000 at once, and the same numbers."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Three products of which the greatest counts, brought to mean 0 and variance 1, then stretched: one row a word in, one out."""

    weights: Floats
    bias: Floats
    stretch: Floats
    shift: Floats

    @classmethod
    def of(cls, maxout: Node, norm: Node) -> Self:
        """Pieces are put side by side, so that comparing them runs over whole rows."""
        weights = full(maxout["W"])
        return cls(
            np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T),
            np.ascontiguousarray(full(maxout["b"]).T.reshape(-1)),
            full(norm["G"]),
            full(norm["b"]),
        )

    def applied(self, rows: Floats) -> Floats:
        width = len(self.stretch)
        pieces = product(rows, self.weights)
        pieces += self.bias
        best: Floats = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        np.maximum(best, pieces[:, 2 * width :], out=best)
        best -= (np.einsum("ij->i", best) / np.float32(width))[:, None]
        variance = np.einsum("ij,ij->i", best, best) / np.float32(width) + np.float32(_TINY)
        best *= (np.float32(1) / np.sqrt(variance))[:, None]
        best *= self.stretch
        best += self.shift
        return best


def full(numbers: NDArray[np.float16]) -> Floats:
    """Weights are held in 16 bits and reckoned with in 32.

    numpy changes one after the other, the processor sixteen at once: sign, exponent and fraction are moved to where they stand in 32 bits, and
    the exponent is raised by what the wider one is counted from. Exact for all but infinity and what is no number.
    """
    moved = numbers.view(np.int16).astype(np.int32)
    moved <<= 13
    moved &= _SIGN_AND_NUMBER
    found: Floats = moved.view(np.float32)
    found *= np.float32(2**112)
    return found


@dataclass(frozen=True, slots=True)
class Table:
    """A row a hash of one feature of a word ("Xxxx" of its shape); `table` stays in 16 bits, since few of its rows are ever looked at."""

    table: NDArray[np.float16]
    seed: int

    def looked_up(self, keys: Keys) -> Floats:
        found: Floats = full(self.table[rows(keys, self.seed, len(self.table))]).sum(axis=1)
        return found


class Encoder:
    """One of the two embeddings; remembers each word that it meets."""

    def __init__(self, tables: Sequence[Table], mixed: Layer, layers: Sequence[Layer]) -> None:
        self._tables = tables
        self._mixed = mixed
        self._layers = layers
        self._width = len(mixed.stretch)
        self._row: dict[str, int] = {}
        self._known: Floats = np.zeros((1024, self._width), dtype=np.float32)

    @classmethod
    def of(cls, part: Part) -> Self:
        """From what is held: the first layer mixes the features of a word, the others look at its neighbours."""
        mixed, *layers = (Layer.of(*pair) for pair in zip(part.named("maxout"), part.named("layernorm"), strict=True))
        return cls([Table(node["E"], node["seed"]) for node in part.named("hashembed")], mixed, layers)

    def __len__(self) -> int:
        return len(self._row)

    def vectors(self, sentences: Sequence[tuple[str, ...]]) -> Floats:
        """A row a word, sentences after one another."""
        self._learn(set(chain.from_iterable(sentences)).difference(self._row))
        places, spread = self._places(sentences)
        rows = np.zeros((spread, self._width), dtype=np.float32)
        rows[places] = self._known[np.fromiter(map(self._row.__getitem__, chain.from_iterable(sentences)), np.intp, len(places))]
        for layer in self._layers:
            windows = _windows(rows)
            for start in range(0, spread, ROWS_AT_ONCE):
                rows[start : start + ROWS_AT_ONCE] += layer.applied(np.ascontiguousarray(windows[start : start + ROWS_AT_ONCE]))
        found: Floats = rows[places]
        return found

    def _places(self, sentences: Sequence[tuple[str, ...]]) -> tuple[NDArray[np.intp], int]:
        """The row of each word where sentences stand so far apart that none is seen from another; and how many rows there are."""
        gap = len(self._layers)
        lengths = np.array([len(sentence) for sentence in sentences])
        gaps = np.repeat(np.arange(1, len(sentences) + 1) * gap, lengths)
        return np.arange(len(gaps)) + gaps, len(gaps) + gap * (len(sentences) + 1)

    def _learn(self, words: Iterable[str]) -> None:
        new = sorted(words)
        if not new:
            return
        rows = self._alone(new)
        first = len(self._row)
        while first + len(new) > len(self._known):
            self._known = np.concatenate([self._known, np.zeros_like(self._known)])
        self._known[first : first + len(new)] = rows
        self._row |= {word: first + at for at, word in enumerate(new)}

    def _alone(self, words: Sequence[str]) -> Floats:
        """What is known of each word without its neighbours."""
        keys = np.array([_keys(word) for word in words], dtype=np.uint64)
        return self._mixed.applied(np.hstack([table.looked_up(keys[:, at]) for at, table in enumerate(self._tables)]))


@lru_cache(maxsize=4096)
def _keys(word: str) -> tuple[int, ...]:
    """Both embeddings ask one after the other."""
    return tuple(_key(feature(word)) for feature in FEATURES)


@lru_cache(maxsize=16384)
def _key(text: str) -> int:
    return key(text)


def _windows(rows: Floats) -> Floats:
    """Each row between its neighbours, without copying one; beyond the ends is nothing."""
    count, width = rows.shape
    padded = np.zeros((count + 2, width), dtype=np.float32)
    padded[1:-1] = rows
    return np.lib.stride_tricks.as_strided(padded, (count, 3 * width), padded.strides, writeable=False)
