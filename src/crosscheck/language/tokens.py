"""What does a sentence look like once it has been read: its tokens, their heads, its names?

Spans are half-open `[start, end)` in Unicode code points of the article's text. `text[token.start:token.end] == token.text`.
Nothing here knows a network, so whatever reads sentences can be tested without one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from crosscheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark, with its place in the dependency tree.

    `index` and `head` count from the sentence's first token; the root is its own head. `pos` is a UD v2 tag, `tag` a Penn
    Treebank tag, `dep` a UD v2 relation with its subtype ("nsubj:pass"). `name` is the type of the name that the token is part of
    (PER, ORG, LOC, MISC) or "".
    """

    index: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    name: str = ""

    @property
    def lower(self) -> str:
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name inside a sentence: tokens `[first, last)` of it, and its type (PER, ORG, LOC, MISC)."""

    first: int
    last: int
    type: str


@dataclass(frozen=True)
class Sentence:
    """A sentence of an article; `number` counts from 0, `paragraph` too, `start`/`end` are code points of the article's text."""

    number: int
    paragraph: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    names: tuple[Name, ...] = ()
    headline: bool = False

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @cached_property
    def _children(self) -> tuple[tuple[Token, ...], ...]:
        below: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                below[token.head].append(token)
        return tuple(map(tuple, below))

    @cached_property
    def root(self) -> Token | None:
        return next((token for token in self.tokens if token.head == token.index), None)

    @cached_property
    def _below(self) -> tuple[dict[str, tuple[Token, ...]], ...]:
        """The children of each token by their relation, with and without its subtype."""
        return tuple(map(_by_relation, self._children))

    @cached_property
    def _bases(self) -> tuple[str, ...]:
        """The relation of each token without its subtype."""
        return tuple([token.dep.partition(":")[0] for token in self.tokens])

    @cached_property
    def _found(self) -> dict[tuple[int, tuple[str, ...]], tuple[Token, ...]]:
        """What `children` has answered for several relations: the extractors ask for the same of the same words again and again."""
        return {}

    @cached_property
    def _branches(self) -> dict[tuple[int, tuple[str, ...]], tuple[Token, ...]]:
        return {}

    @cached_property
    def _bounds(self) -> tuple[list[int], list[int]]:
        return [token.start for token in self.tokens], [token.end for token in self.tokens]

    def touching(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that share a code point with `[start, end)`."""
        starts, ends = self._bounds
        return self.tokens[bisect_right(ends, start) : bisect_left(starts, end)]

    def head(self, token: Token) -> Token:
        return self.tokens[token.head]

    def children(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """The tokens directly below, in text order; with `deps`, those whose relation is one of them ("nsubj" takes "nsubj:pass" too)."""
        if not deps:
            return self._children[token.index]
        below = self._below[token.index]
        if not below:
            return ()
        if len(deps) == 1:
            return below.get(deps[0], ())
        if below.keys().isdisjoint(deps):
            return ()
        known = self._found.get((token.index, deps))
        if known is None:
            known = tuple([child for child in self._children[token.index] if child.dep in deps or child.dep.partition(":")[0] in deps])
            self._found[token.index, deps] = known
        return known

    def child(self, token: Token, *deps: str) -> Token | None:
        """The first token directly below with one of these relations."""
        below = self._below[token.index].get(deps[0], ()) if len(deps) == 1 else self.children(token, *deps)
        return below[0] if below else None

    def subtree(self, token: Token, without: tuple[str, ...] = ()) -> tuple[Token, ...]:
        """The token and everything below it, in text order; `without` leaves out branches by relation (of the branch's top)."""
        known = self._branches.get((token.index, without))
        if known is None:
            known = self._branches[token.index, without] = self._branch(token.index, without)
        return known

    def _branch(self, top: int, without: tuple[str, ...]) -> tuple[Token, ...]:
        found, queue = [], [top]
        children, bases = self._children, self._bases
        while queue:
            at = queue.pop()
            found.append(at)
            if children[at]:
                queue += [c.index for c in children[at] if c.dep not in without and bases[c.index] not in without]
        found.sort()
        return tuple([self.tokens[at] for at in found])

    def ancestors(self, token: Token) -> Iterator[Token]:
        """From the head upwards to the root."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token


def _by_relation(children: tuple[Token, ...]) -> dict[str, tuple[Token, ...]]:
    found: dict[str, tuple[Token, ...]] = {}
    for child in children:
        whole, base = child.dep, child.dep.partition(":")[0]
        found[whole] = (*found.get(whole, ()), child)
        if base != whole:
            found[base] = (*found.get(base, ()), child)
    return found
