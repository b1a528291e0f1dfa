"""Which word hangs on which, and as what?

    Parser(part).trees(rows, lengths) -> heads and relations of each sentence

The same greedy choice as spaCy's `DependencyParser`, for all sentences side by side: each reads its words from left to right, with a stack of words
whose tree is unfinished, and is asked again and again for the best next move. What the network says of all that wait is one product of matrices.
spaCy's own loop needs twice the time, half of it to take and give back Python's lock around short sums.

Words are counted from 1 over all sentences, so that 0 can stand for no word.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain, pairwise
from typing import Self

import numpy as np
from numpy.typing import NDArray

from crosscheck.language.arithmetic import product
from crosscheck.language.encoding import full
from crosscheck.language.held import Part
from crosscheck.values import dataclass

Floats = NDArray[np.float32]
Tree = tuple[list[int], list[str]]
"""The head and the relation of each word, counted from 0; a root is its own head."""

SHIFT, REDUCE, LEFT, RIGHT, BREAK = range(5)
LOOKED_AT = 8
"""Words of a state that the network sees: the next two, the last three of the stack, and outermost children of the nearest."""
_LIFTED = "||"
"""Between a relation and that of its true head, which lies below the one that it hangs on: how a tree whose arcs cross is learnt."""


@dataclass(frozen=True, slots=True)
class Move:
    """What can be done next, and with which relation."""

    kind: int
    label: str

    @classmethod
    def of(cls, held: str) -> Self:
        kind, _, label = held.partition("-")
        return cls(int(kind), label)


class Arcs:
    """The arcs of all sentences: of each word its head, the move that hung it there, and its outermost children; 0 is none."""

    def __init__(self, words: int) -> None:
        self.head = [0] * (words + 1)
        self.move = [-1] * (words + 1)
        self.leftmost = [0] * (words + 1)
        self.rightmost = [0] * (words + 1)
        self._inner = [0] * (words + 1)

    def hang(self, child: int, head: int, move: int) -> None:
        """A word that is hung anew was its head's last child, since it lay above it on the stack."""
        old = self.head[child]
        if old and self.rightmost[old] == child:
            self.rightmost[old] = self._inner[child]
        if head > child:
            self.leftmost[head] = child
        else:
            self._inner[child] = self.rightmost[head]
            self.rightmost[head] = child
        self.head[child] = head
        self.move[child] = move


class State:
    """How far one sentence has been read: its stack, and the words before it, those that were put back first."""

    __slots__ = ("_arcs", "_back", "_end", "_next", "_shifted", "_stack")

    def __init__(self, first: int, end: int, arcs: Arcs) -> None:
        self._next = first
        self._end = end
        self._arcs = arcs
        self._stack: list[int] = []
        self._back: list[int] = []
        self._shifted: set[int] = set()

    def waits(self) -> bool:
        """Makes the moves that are the only ones; whether there is one to choose then."""
        while not self._stack or (not self._back and self._next == self._end):
            if self._stack:
                self.reduce()
            elif self._back or self._next < self._end:
                self.shift()
            else:
                return False
        return True

    def looked_at(self) -> tuple[int, ...]:
        """The words that the network sees."""
        stack, back, following, arcs = self._stack, self._back, self._next, self._arcs
        first = back[-1] if back else following
        if len(back) > 1:
            second = back[-2]
        else:
            second = following if back else following + 1
            second = second if second < self._end else 0
        top, depth = stack[-1], len(stack)
        return (
            first,
            second,
            top,
            stack[-2] if depth > 1 else 0,
            stack[-3] if depth > 2 else 0,
            arcs.leftmost[first],
            arcs.leftmost[top],
            arcs.rightmost[top],
        )

    def may(self) -> int:
        """Which moves are allowed besides arcs: 1 for shifting, 2 for reducing, 3 for both."""
        back = self._back
        several = len(back) + self._end - self._next > 1
        shifts = several and (not back or back[-1] not in self._shifted)
        return (1 if shifts else 0) + (2 if len(self._stack) > 1 else 0)

    def shift(self) -> None:
        if self._back:
            self._stack.append(self._back.pop())
        else:
            self._stack.append(self._next)
            self._next += 1

    def reduce(self) -> None:
        """Leaves the last word of the stack; one without a head is put back, and may not be shifted again."""
        top = self._stack.pop()
        if self._stack and not self._arcs.head[top]:
            self._shifted.add(top)
            self._back.append(top)

    def hang_left(self, move: int) -> None:
        following = self._back[-1] if self._back else self._next
        self._arcs.hang(self._stack.pop(), following, move)
        self._shifted.discard(following)

    def hang_right(self, move: int) -> None:
        self._arcs.hang(self._back[-1] if self._back else self._next, self._stack[-1], move)
        self.shift()


class Parser:
    """The weights of spaCy's parser, each piece of a maxout apart."""

    def __init__(self, part: Part) -> None:
        reduce, lower, upper = part.named("linear")[1], part.named("precomputable_affine")[0], part.named("linear")[0]
        words, hidden, pieces, width = lower["W"].shape
        self._reduce, self._reduce_bias = full(reduce["W"]).T, full(reduce["b"])
        self._lower = np.ascontiguousarray(full(lower["W"]).transpose(3, 0, 2, 1).reshape(width, words * pieces * hidden))
        self._lower_bias = full(lower["b"]).T.reshape(-1)
        self._nobody = full(lower["pad"])[0].transpose(0, 2, 1).reshape(-1)
        self._upper, self._upper_bias = np.ascontiguousarray(full(upper["W"]).T), full(upper["b"])
        self._hidden = hidden
        self._moves = [Move.of(held) for held in part.moves]
        self._barred = np.array([[-np.inf if self._is_barred(move, may) else 0 for move in self._moves] for may in range(4)], dtype=np.float32)

    def _is_barred(self, move: Move, may: int) -> bool:
        return move.kind == BREAK or (move.kind == SHIFT and not may & 1) or (move.kind == REDUCE and not may & 2)

    def trees(self, rows: Floats, lengths: Sequence[int]) -> list[Tree]:
        """`rows` has a row a word, sentences after one another; `lengths` are theirs."""
        borders = list(pairwise(accumulate(lengths, initial=1)))
        arcs = Arcs(len(rows))
        parts = self._parts(rows)
        waiting = [state for state in (State(*border, arcs) for border in borders) if state.waits()]
        while waiting:
            waiting = [state for state, move in zip(waiting, self._chosen(parts, waiting), strict=True) if self._goes_on(state, move)]
        return [self._tree(arcs, *border) for border in borders]

    def _goes_on(self, state: State, move: int) -> bool:
        kind = self._moves[move].kind
        if kind == LEFT:
            state.hang_left(move)
        elif kind == RIGHT:
            state.hang_right(move)
        elif kind == SHIFT:
            state.shift()
        else:
            state.reduce()
        return state.waits()

    def _parts(self, rows: Floats) -> Floats:
        """What each word adds to the hidden layer at each of the places where it may stand; the first eight rows are for no word."""
        parts = np.empty((len(rows) + 1, len(self._nobody)), dtype=np.float32)
        parts[0] = self._nobody
        product(product(rows, self._reduce) + self._reduce_bias, self._lower, parts[1:])
        return parts.reshape(-1, len(self._nobody) // LOOKED_AT)

    def _chosen(self, parts: Floats, waiting: Sequence[State]) -> list[int]:
        """The best move of each state."""
        seen = np.fromiter(chain.from_iterable([state.looked_at() for state in waiting]), np.intp, len(waiting) * LOOKED_AT)
        seen *= LOOKED_AT
        summed = parts.take(seen.reshape(-1, LOOKED_AT) + np.arange(LOOKED_AT), axis=0).sum(axis=1)
        summed += self._lower_bias
        scores = product(np.maximum(summed[:, : self._hidden], summed[:, self._hidden :]), self._upper)
        scores += self._upper_bias
        scores += self._barred[[state.may() for state in waiting]]
        best: list[int] = scores.argmax(axis=1).tolist()
        return best

    def _tree(self, arcs: Arcs, first: int, end: int) -> Tree:
        heads = [(arcs.head[at] or at) - first for at in range(first, end)]
        labels = [self._moves[move].label if move >= 0 else "root" for move in arcs.move[first:end]]
        for at, label in enumerate(labels):
            relation, lifted, of = label.partition(_LIFTED)
            if lifted:
                heads[at], labels[at] = _true_head(at, of, heads, labels), relation
        return heads, labels


def _true_head(at: int, label: str, heads: Sequence[int], labels: Sequence[str]) -> int:
    """The nearest word with the relation below the head of a lifted one, that head itself where there is none."""
    level = [heads[at]]
    while level:
        below = [child for top in level for child in range(len(heads)) if heads[child] == top and child not in (top, at)]
        found = next((child for child in below if labels[child] == label), None)
        if found is not None:
            return found
        level = below
    return heads[at]
