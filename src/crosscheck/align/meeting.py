"""Which claims of a large pile are compared with which? The pairs of `keys.candidate_pairs`, found in arrays.

Keys are pairs of numbers in place of strings, and what only one claim has is passed over before anything is sorted.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np

from crosscheck.align import keys
from crosscheck.align.features import Features
from crosscheck.align.numbered import Flags, Floats, Ints, Numbers, Positions, Rows, chunks, is_new, mixed, owners, ranges, rows_of
from crosscheck.align.parts import Each, here

_AT_ONCE = 2_048  # claims whose keys are made at a time
_WEIGHED = 1_024  # claims whose candidates are weighed at a time, so that all of it stays in the processor's cache
_KEYS = 64  # places a claim among which its keys of one sort are spread, of which it has some twenty at most
_MOST_PLACES = 1 << 27  # a byte each
_IN_ORDER = 16_384  # blocks that are put in order at a time
_PARTS = 4  # in which keys of one sort are put in order, one after the other
_KIND = 60  # bits below those that tell kinds of keys apart
_TYPED, _FAMILY, _FIGURE, _RUN, _REST = (kind << _KIND for kind in range(5))
_PLACE = (1 << _KIND) - 1
_HALF = 32  # bits of a position: two make one number of a pair
_LOW = (1 << _HALF) - 1
_ORDER = 16  # bits of a block's place among those of one claim


def pairs_of(claims: Sequence[Features], story: Callable[[str], str] = str, each: Each = here) -> Ints:
    """The pairs of `keys.candidate_pairs`, in their order, each as one number: the smaller position in the upper half of the bits.

    `each` does the work in parts.
    """
    numbers = Numbers()
    stories = np.array([numbers[story(one.claim.article)] for one in claims])
    blocks = blocks_of(claims)
    found = array("q")
    for pairs in each(partial(_met, blocks, stories), _by_claims(_rows_of(blocks), len(claims), _WEIGHED)):
        found.frombytes(pairs)
    del blocks, stories
    return _once(np.frombuffer(found, np.int64))


def _met(blocks: Blocks, stories: Ints, mine: Ints) -> bytes:
    """The pairs that some claims make, by their rows."""
    return b"".join(_pairs(taken).tobytes() for taken in _taken(_held(mine), blocks, stories))


def _once(values: Ints) -> Ints:
    """The values in order, each once."""
    values.sort()
    return values[is_new(values)]


# keys


class Keys(NamedTuple):
    """Keys, each of two numbers, and the position of the claim that has it. Of one sort, numbers that fit into 32 bits have no more."""

    first: Positions
    second: Positions
    claim: Positions

    def where(self, some: Ints) -> Keys:
        return Keys(*(column[some] for column in self))


class _Numbers(NamedTuple):
    """What stands for the words, for what claims must share to meet, and for kinds of event."""

    words: Numbers
    anchors: Numbers
    kinds: Numbers

    def spelling(self, claims: Sequence[Features]) -> _Spelling:
        """How keys are spelt: less than what they are made of."""
        return _Spelling(claims, *map(list, self))


KeysOf = Callable[[int, int], Keys]
"""The keys of the claims from the one up to the other, some of them twice."""


def _sorts_of_keys(claims: Sequence[Features], numbers: _Numbers) -> Iterator[tuple[int, KeysOf]]:
    """What makes the keys of one sort after the other. No two sorts have a key in common, so that what one is made of goes before the next comes."""
    kind = rows_of((one.classes | one.things for one in claims), numbers.kinds)
    anchor = rows_of(map(keys.anchors_of, claims), numbers.anchors)
    yield _TYPED, partial(_crossed, kind, anchor)
    del kind, anchor
    family = rows_of((one.kindred for one in claims), numbers.kinds)
    telling = rows_of((keys.telling_anchors(one) if one.kindred else () for one in claims), numbers.anchors)
    yield _FAMILY, partial(_crossed, family, telling)
    del family, telling
    words = rows_of((one.words for one in claims), numbers.words)
    yield _RUN, partial(_runs, words, len(numbers.words))
    del words
    terms = rows_of((one.terms for one in claims), numbers.anchors)
    figure = rows_of((one.figures for one in claims), numbers.kinds)
    yield _FIGURE, partial(_crossed, figure, terms)
    lemmas = np.array([numbers.anchors[one.claim.predicate.lemma] for one in claims])
    yield _REST, partial(_rests, terms, lemmas)


def _crossed(left: Rows, right: Rows, first: int, end: int) -> Keys:
    """A key for each value of the one with each of the other, claim by claim."""
    left, right = left.some(first, end), right.some(first, end)
    owner = owners(left.lengths)
    many = right.many(owner)
    at = ranges(right.starts[:-1][owner], many)
    return Keys(np.repeat(left.values, many), right.values[at], _claims(np.repeat(owner, many), first))


def _runs(words: Rows, many: int, first: int, end: int) -> Keys:
    """Each four words in a row; there are so many words."""
    words = words.some(first, end)
    pairs = words.values[:-1] * np.int64(many) + words.values[1:]
    lengths = np.maximum(0, words.lengths - keys.WORDS_IN_A_RUN + 1)
    at = ranges(words.starts[:-1], lengths)
    return Keys(pairs[at], pairs[at + 2], _claims(owners(lengths), first))


def _rests(terms: Rows, lemmas: Ints, first: int, end: int) -> Keys:
    """All terms but the predicate, as the sum of 64 bits for each: of a million such sets two have one sum by chance once in 30 million piles."""
    terms, own = terms.some(first, end), lemmas[first:end]
    spread = np.where(terms.values == own[owners(terms.lengths)], 0, mixed(terms.values.astype(np.int64)))
    sums = np.append(0, np.cumsum(spread))[terms.starts]
    return Keys(np.zeros(len(own), np.int32), np.diff(sums), _claims(np.arange(len(own)), first))


def _claims(owner: Ints, first: int) -> Positions:
    return (owner + first).astype(np.int32)


class _Spelling(NamedTuple):
    """The words behind the numbers."""

    claims: Sequence[Features]
    words: Sequence[str]
    anchors: Sequence[str]
    kinds: Sequence[str]

    def said(self, first: int, second: int, claim: int) -> str:
        """The key as `keys.keys_of` spells it: the order of these strings is that of keys which equally many have."""
        kind, number = first & ~_PLACE, first & _PLACE
        if kind == _REST:
            return keys.rest_of(self.claims[claim])
        if kind == _RUN:
            return " ".join(self.words[at] for pair in (number, second) for at in divmod(pair, len(self.words)))
        return f"{'=' if kind == _FIGURE else ''}{self.kinds[number]}|{self.anchors[second]}"


# blocks


class Blocks(NamedTuple):
    """The positions under each key that several claims have, but not too many, the rarest key first; a million of 100,000 claims."""

    starts: Positions
    lengths: Positions
    members: Positions

    def extent(self, first: int, end: int) -> slice:
        """Where the members of the blocks from `first` up to `end` stand; they are in order."""
        return slice(int(self.starts[first]), int(self.starts[end - 1] + self.lengths[end - 1]))


def blocks_of(claims: Sequence[Features]) -> Blocks:
    """Those of `keys.blocks_of`; the order of equally rare ones is theirs where it decides who is met (`_undecided`)."""
    numbers = _Numbers(Numbers(), Numbers(), Numbers())
    usable = [_usable(sort, part) for sort, keys_of in _sorts_of_keys(claims, numbers) for part in _shared_keys(keys_of, len(claims))]
    spelling = numbers.spelling(claims)
    one_each, lengths = _joined([one for one, _, _ in usable]), np.concatenate([lengths for _, lengths, _ in usable])
    members = np.concatenate([members for _, _, members in usable])
    del usable, numbers
    rarest = np.argsort(lengths, kind="stable").astype(np.int32)
    blocks = _in_order(Blocks(_starts(lengths), lengths, members), rarest)
    del lengths, members
    some = _undecided(blocks, len(claims))
    undecided = (column[rarest[some]].tolist() for column in one_each)
    said = [spelling.said(*one) for one in zip(*undecided, strict=True)]
    spelt = np.zeros(len(rarest), np.int32)
    spelt[some[sorted(range(len(said)), key=said.__getitem__)]] = np.arange(len(said))
    del one_each, spelling, rarest, some, said
    return _in_order(blocks, np.lexsort((spelt, blocks.lengths)))


def _usable(sort: int, found: Keys) -> tuple[Keys, Positions, Positions]:
    """Of these keys of one sort those that several claims have, but not too many, how many have each, and which."""
    key = _ranked(found.first) << _HALF | _ranked(found.second)
    some = np.argsort(key, kind="stable")
    key = key[some]
    once = is_new(key) | is_new(found.claim[some])  # a claim may have a key twice
    key, some = key[once], some[once]
    starts = np.flatnonzero(is_new(key))
    lengths = np.diff(np.append(starts, len(key))).astype(np.int32)
    usable = (lengths > 1) & (lengths <= keys.MOST_CLAIMS_A_KEY)
    starts, lengths = starts[usable], lengths[usable]
    one = found.where(some[starts])
    return Keys(one.first + np.int64(sort), one.second.astype(np.int64), one.claim), lengths, found.claim[some[ranges(starts, lengths)]]


def _starts(lengths: Positions) -> Positions:
    ends = np.cumsum(lengths, dtype=np.int32)
    ends -= lengths
    return ends


def _in_order(blocks: Blocks, order: Positions) -> Blocks:
    starts, lengths = blocks.starts[order], blocks.lengths[order]
    found = Blocks(_starts(lengths), lengths, np.empty_like(blocks.members))
    for first, end in chunks(len(order), _IN_ORDER):
        found.members[found.extent(first, end)] = blocks.members[ranges(starts[first:end], lengths[first:end])]
    return found


def _undecided(blocks: Blocks, claims: int) -> Ints:
    """The blocks of which some claim has another that is as rare, and may have met enough between the two."""
    found = [np.zeros(0, np.int64)]
    for mine in _by_claims(_rows_of(blocks), claims, _AT_ONCE):
        held = _held(mine)
        sizes = blocks.lengths[held.block]
        new = is_new(sizes) | (held.order == 0)
        last = np.flatnonzero(np.append(new, True)[1:])
        met = (_before(held, blocks.lengths) + sizes)[last]
        group = np.cumsum(new) - 1
        several = np.bincount(group)[group] > 1
        found.append(held.block[several & (met[group] > keys.MOST_CANDIDATES)])
    return _once(np.concatenate(found))


def _rows_of(blocks: Blocks) -> Ints:
    """The claims in the upper and their blocks in the lower half of the bits, in order."""
    rows = blocks.members.astype(np.int64)
    rows <<= _HALF
    for first, end in chunks(len(blocks.lengths), _IN_ORDER):
        rows[blocks.extent(first, end)] |= owners(blocks.lengths[first:end]) + first
    rows.sort()
    return rows


def _by_claims(rows: Ints, claims: int, size: int) -> Sequence[Ints]:
    """The rows of so many claims at a time."""
    borders = np.searchsorted(rows, [first << _HALF for first, _ in chunks(claims, size)])
    return np.split(rows, borders[1:])


def _shared_keys(keys_of: KeysOf, count: int) -> Iterator[Keys]:
    """The keys that several claims have, and some that only one has: those are three in four, which would be sorted in vain. In _PARTS parts."""
    often = np.zeros(min(_MOST_PLACES, 1 << (count * _KEYS).bit_length()), np.uint8)
    for chunk in chunks(count, _AT_ONCE):
        places, times = np.unique(_places(keys_of(*chunk), len(often)), return_counts=True)
        often[places] = np.minimum(2, often[places] + times)
    kept = [[array(_CODES[column.itemsize]) for column in keys_of(0, 0)] for _ in range(_PARTS)]  # many small arrays would leave holes
    for chunk in chunks(count, _AT_ONCE):
        found = keys_of(*chunk)
        place = _places(found, len(often))
        again = often[place] > 1
        for number, part in enumerate(kept):
            for column, grown in zip(found.where(np.flatnonzero(again & (place % _PARTS == number))), part, strict=True):
                grown.frombytes(column.tobytes())
    del often
    while kept:
        yield Keys(*map(_array, kept.pop()))


_CODES = {4: "i", 8: "q"}


def _array(grown: array[int]) -> Any:
    return np.frombuffer(grown, grown.typecode)


def _joined(some: Sequence[Keys]) -> Keys:
    return Keys(*(np.concatenate(column) for column in zip(*some, strict=True)))


def _places(some: Keys, many: int) -> Ints:
    return mixed(some.first.astype(np.int64) ^ mixed(some.second.astype(np.int64))) & (many - 1)


def _ranked(values: Positions) -> Ints:
    ranks: Ints = np.unique(values, return_inverse=True)[1]
    return ranks


# candidates


class _Held(NamedTuple):
    """Blocks of some claims, claim after claim, the rarest of each first; `order` counts those of one claim."""

    claim: Ints
    block: Ints
    order: Ints

    def where(self, some: Flags) -> _Held:
        return _Held(*(column[some] for column in self))


class _Met(NamedTuple):
    """What claims have met: `taker` has met `other`, with which it shares so much."""

    taker: Ints
    other: Ints
    weight: Floats

    def where(self, some: Flags) -> _Met:
        return _Met(self.taker[some], self.other[some], self.weight[some])


def _held(rows: Ints) -> _Held:
    """`rows` have a claim in the upper and a block in the lower half, and are in order."""
    claim = rows >> _HALF
    return _Held(claim, rows & _LOW, _counted(claim))


def _counted(values: Ints) -> Ints:
    """Of each, how many equal ones are right before it."""
    starts = np.flatnonzero(is_new(values))
    return np.arange(len(values)) - np.repeat(starts, np.diff(np.append(starts, len(values))))


def _taken(held: _Held, blocks: Blocks, stories: Ints) -> Iterator[_Met]:
    """What each claim takes as candidates, as in `keys.taken`: those under its rarest keys, until it has met enough.

    How many keys that takes is guessed, and guessed again for those claims of which it was too few.
    """
    reach = 2 * keys.MOST_CANDIDATES
    while len(held.claim):
        near = _before(held, blocks.lengths) <= reach
        met, sated = _weighed(held.where(near), blocks)
        hungry = np.setdiff1d(held.claim[~near], sated)
        yield _best(met.where(~np.isin(met.taker, hungry)), stories)
        held = held.where(np.isin(held.claim, hungry))
        reach *= 4


def _before(held: _Held, lengths: Ints) -> Ints:
    """How many members the earlier blocks of the same claim have."""
    sizes = lengths[held.block]
    before = np.cumsum(sizes) - sizes
    starts = np.flatnonzero(held.order == 0)
    return before - np.repeat(before[starts], np.diff(np.append(starts, len(sizes))))


def _weighed(held: _Held, blocks: Blocks) -> tuple[_Met, Ints]:
    """What each claim meets in its blocks until it has met enough, and the claims that have."""
    sizes = blocks.lengths[held.block]
    rows = np.flatnonzero(held.order == 0)
    claims, local = held.claim[rows], np.cumsum(held.order == 0) - 1
    members = blocks.members[ranges(blocks.starts[held.block], sizes)]
    meetings = np.sort((np.repeat(local << _HALF, sizes) | members) << _ORDER | np.repeat(held.order, sizes))
    pair, order = meetings >> _ORDER, meetings & (1 << _ORDER) - 1
    new = is_new(pair)
    taker, other, first = pair[new] >> _HALF, pair[new] & _LOW, order[new]
    ends, sated = _ends(taker, first, len(claims))
    used = order < ends[pair >> _HALF]
    weight = _weights()[sizes[rows[pair[used] >> _HALF] + order[used]]]
    weights = np.bincount((np.cumsum(new) - 1)[used], weight, len(taker)).astype(float)
    met = _Met(claims[taker], other, weights)
    return met.where((first < ends[taker]) & (met.taker != other)), claims[sated]


def _ends(taker: Ints, first: Ints, claims: int) -> tuple[Ints, Flags]:
    """How many blocks each claim needs until it has met enough, and whether it has then. `first` is the block in which it meets each other."""
    most = int(first.max()) + 1  # later blocks may come to nobody new
    met = np.bincount(taker * most + first, minlength=claims * most).reshape(claims, most).cumsum(1) > keys.MOST_CANDIDATES
    sated = met[:, -1]
    return np.where(sated, met.argmax(1) + 1, 1 << _ORDER), sated


def _weights() -> Floats:
    """What it says that two claims share a key, by how many have it."""
    return np.array([0.0, 0.0, *(keys.weight_of(members) for members in range(2, keys.MOST_CLAIMS_A_KEY + 1))])


def _best(met: _Met, stories: Ints) -> _Met:
    """All that is told of a claim's own story, and of others what shares most with it; of equals the first."""
    foreign = np.flatnonzero(stories[met.taker] != stories[met.other])
    ordered = foreign[np.lexsort((-met.weight[foreign], met.taker[foreign]))]  # stable, and in the order of the others before
    left = np.zeros(len(met.taker), bool)
    left[ordered] = _counted(met.taker[ordered]) >= keys.MOST_FOREIGN
    return met.where(~left)


def _pairs(met: _Met) -> Ints:
    return np.minimum(met.taker, met.other) << _HALF | np.maximum(met.taker, met.other)
