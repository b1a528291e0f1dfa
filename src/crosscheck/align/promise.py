"""Which pairs of a large pile could be likely enough at all, before any of them is scored?

A pair is worth scoring where what its score can come to at most, each feature of `similarity.values_of` at the best that arrays can tell of it, is
enough. Of sets it is told whether they may have something in common: they are bits, and two things may fall on one. What is passed over would never
have been kept; of newswire it is about half.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crosscheck.align import similarity
from crosscheck.align.features import ROLES, Features, Filler
from crosscheck.align.meeting import pairs_of
from crosscheck.align.numbered import Flags, Floats, Ints, Numbers, Rows, is_new, mixed, owners, ranges, rows_of
from crosscheck.align.pile import Pile
from crosscheck.extract.lexicon import words_of
from crosscheck.model.claim import Facet

_HALF = 32  # bits of a position: two make one number of a pair
_LOW = (1 << _HALF) - 1
_AT_ONCE = 4_096  # pairs, so that all that is known of them stays in the processor's cache
_ARTICLES = 32  # left articles of so many pairs at most, since their words lie open in a table
_SLOTS = 4_096  # places among which the words of one claim are spread
_SLACK = 0.002  # what rounding each of twenty features to four digits can make of a score
_TERM, _WORD = 1, 2  # what a place is taken by
_NEVER = 10**8  # after every date

Bits = NDArray[np.uint64]


def pairs_worth_scoring(claims: Sequence[Features], pile: Pile, least: float, foreign: float) -> Iterator[tuple[int, int]]:
    """The pairs that share a key, as `keys.candidate_pairs` finds them, less those of which it is sure that they are not likely enough.

    `least` is the likelihood that a pair of one story must exceed, `foreign` that of two stories.
    """
    pairs = pairs_of(claims, pile.story)
    for some in Promise(claims, pile, least, foreign).among(pairs):
        yield from zip((some >> _HALF).tolist(), (some & _LOW).tolist(), strict=True)


class _Lengths(NamedTuple):
    terms: Ints
    words: Ints


class Promise:
    """What is asked of the pairs of some claims."""

    def __init__(self, claims: Sequence[Features], pile: Pile, least: float, foreign: float) -> None:
        self._weights = similarity.weights()
        self._story_weights = similarity.story_weights()
        self._least, self._foreign = (math.log(value / (1 - value)) - _SLACK for value in (least, foreign))
        self._told_by_itself(claims, pile)
        self._sets(claims)
        self._words(claims, pile)
        self._roles = [_Role(facet, [one.fillers[at] for one in claims]) for at, facet in enumerate(ROLES)]

    def _told_by_itself(self, claims: Sequence[Features], pile: Pile) -> None:
        """What a claim has by itself, or from its place in the pile."""
        lemmas, articles, stories, sentences, stems = Numbers(), Numbers(), Numbers(), Numbers(), Numbers()
        said = [one.claim for one in claims]
        self._lemma = np.array([lemmas[one.predicate.lemma] for one in said])
        self._stem = np.array([stems[one.predicate.lemma[:5]] if len(one.predicate.lemma) > 4 else ~at for at, one in enumerate(said)])
        self._rare = np.array([pile.rarity.of(lemma) / 5 for lemma in lemmas])[self._lemma]
        self._article = np.array([articles[one.article] for one in said])
        self._articles, self._pile = list(articles), pile
        self._encounters = pile.encounters(self._articles)
        self._forms = rows_of(map(pile.forms_in, claims), self._encounters.forms)
        self._story = np.array([stories[pile.story(article)] for article in articles])[self._article]
        self._sentence = np.array([sentences[one.article, one.sentence] for one in said])
        self._lead = np.array([float(one.section != "body") for one in said])
        self._verb = np.array([one.predicate.kind == "verb" for one in said])
        self._attribute = np.array([one.predicate.kind == "attribute" for one in said])
        self._affirmed = np.array([one.polarity == "affirmed" for one in said])
        self._dated = np.array([bool(one.days or one.months) for one in claims])
        self._days = np.array([bool(one.days) for one in claims])
        self._news = np.array([one.told is not None for one in claims])
        self._since = np.array([min((_day(since, 0) for since, _ in one.days), default=0) for one in claims])
        self._until = np.array([max((_day(until, _NEVER) for _, until in one.days), default=0) for one in claims])
        self._counts = np.array([bool(one.counted) for one in claims])
        self._usual = np.array([pile.usual(one.claim.article, one.classes) for one in claims])
        self._often = np.array([pile.least_told(one) for one in claims])
        self._tells = np.array([_telling(pile.reports(article)) for article in articles])[self._article]
        self._everyday = np.array([similarity.everyday(lemma) for lemma in lemmas])[self._lemma]
        self._many = np.array([bool(one.classes) and similarity.many_of(one.classes) for one in claims])
        empty = words_of("event_verbs", "empty")
        self._says = np.array([empty.isdisjoint(one.classes) for one in claims])

    def _sets(self, claims: Sequence[Features]) -> None:
        numbers = Numbers()
        self._classes = _padded(rows_of((one.classes for one in claims), numbers))
        self._kindred = _Set((one.kindred for one in claims), numbers)
        self._things = _Set((one.things for one in claims), numbers)
        self._figures = _Set((one.figures for one in claims), numbers)
        self._names = _Set((one.names for one in claims), numbers)
        self._labels = _Set((one.counted for one in claims), numbers)

    def _words(self, claims: Sequence[Features], pile: Pile) -> None:
        terms, words = Numbers(), Numbers()
        self.terms = rows_of((one.terms for one in claims), terms)
        self.words = rows_of((one.words for one in claims), words)
        self.rarity = np.array([pile.rarity.of(term) for term in terms])
        self.whole = np.bincount(owners(self.terms.lengths), self.rarity[self.terms.values], len(claims))
        self._lengths = _Lengths(self.terms.lengths, self.words.lengths)

    def among(self, pairs: Ints) -> Iterator[Ints]:
        """Those of the pairs (the smaller position in the upper half of each) that are worth scoring, in their order."""
        article = np.cumsum(is_new(self._article[pairs >> _HALF]))
        first = 0
        while first < len(pairs):
            end = min(first + _AT_ONCE, int(np.searchsorted(article, article[first] + _ARTICLES)))
            some = pairs[first:end]
            yield some[self._worth(some >> _HALF, some & _LOW)]
            first = end

    def _worth(self, left: Ints, right: Ints) -> Ints:
        """Which of the pairs are, by position."""
        own = self._story[left] == self._story[right]
        least = np.where(own, self._least, self._foreign)
        shared = _Shared(self, left, right)
        wording = self._wording(left, right, shared)
        score = self._told(left, right, own, shared) + self._weights["wording"] * wording
        twins = wording >= similarity.TWIN - _SLACK
        some = np.flatnonzero((self._sentence[left] != self._sentence[right]) & ((score > least) | twins))
        some = some[~self._apart(left[some], right[some])]
        alike = self._alike(left[some], right[some])
        return some[(score[some] - self._weights["articles"] * (1 - alike) > least[some]) | twins[some]]

    def _alike(self, left: Ints, right: Ints) -> Floats:
        """How alike their articles are."""
        one, other, which = self._articles_of(left, right)
        found = self._encounters.alike(one, other)
        for a, b, alike in zip(one.tolist(), other.tolist(), found.tolist(), strict=True):
            self._pile.keep_alike(self._articles[a], self._articles[b], alike)
        return found[which]

    def _articles_of(self, left: Ints, right: Ints) -> tuple[Ints, Ints, Ints]:
        """The pairs of articles, in order, and which of them each pair is of."""
        pairs, which = np.unique(self._article[left] << _HALF | self._article[right], return_inverse=True)
        return pairs >> _HALF, pairs & _LOW, which

    def _apart(self, left: Ints, right: Ints) -> Flags:
        """Whether it is sure that the two are in articles about nothing in common, and name nothing in common either (`Pile.apart`)."""
        one, other, which = self._articles_of(left, right)
        apart = self._encounters.apart(one, other)
        for a, b, found in zip(one.tolist(), other.tolist(), apart.tolist(), strict=True):
            self._pile.keep_apart(self._articles[a], self._articles[b], found)
        found = apart[which]
        some = np.flatnonzero(found)
        found[some] = ~self._name_one_thing(left[some], right[some])
        return found

    def _name_one_thing(self, left: Ints, right: Ints) -> Flags:
        """Whether the sentence of either may name what the other's sentence or the beginning of its article names."""
        row, first = _rows(left)
        table = np.zeros((len(first), _SLOTS), np.uint8)
        for kind, rows, at in ((_TERM, self._forms, left[first]), (_WORD, self._encounters.first, self._article[left[first]])):
            owner, values = _of(rows, at)
            table[owner, _slots(values)] |= kind
        pair, values = _of(self._forms, right)
        found = np.bincount(pair, table[row[pair], _slots(values)] > 0, len(left)) > 0
        pair, values = _of(self._encounters.first, self._article[right])
        return found | (np.bincount(pair, (table[row[pair], _slots(values)] & _TERM) > 0, len(left)) > 0)

    def _told(self, left: Ints, right: Ints, own: Flags, shared: _Shared) -> Floats:
        """What the score can come to without the wording, were the articles one."""
        weights, lemma = self._weights, self._lemma[left] == self._lemma[right]
        common = _any_equal(self._classes[left], self._classes[right])
        figure, once = self._figures.meet(left, right), 1 / np.maximum(1, np.maximum(self._often[left], self._often[right]))
        usual, time = np.where(own, self._usual[left], 0.0), self._time(left, right)
        roles = [role.alike(left, right) for role in self._roles]
        counted = self._counts[left] & self._counts[right]
        score: Floats = (
            weights["bias"]
            + np.where(common, weights["predicate"] + weights["rare_class"] * self._rare[left], self._unlike(left, right, figure, (*roles, time)))
            + np.where(common, weights["usual"] * usual + weights["told_once"] * once, 0.0)
            + np.where(own & common, self._vote(left, right, lemma, usual, once), 0.0)
            + weights["lemma"] * lemma
            + weights["names"] * self._names.meet(left, right)
            + weights["context"] * shared.context
            + weights["time"] * time
            + weights["numbers"] * np.where(counted, np.where(self._labels.meet(left, right), 1.0, similarity.OTHER_THINGS), 0.0)
            + weights["figure"] * figure
            + weights["articles"]
            + weights["lead"] * (self._lead[left] + self._lead[right])
            + weights["nominal"] * ~(self._verb[left] & self._verb[right])
            + weights["polarity"] * (self._affirmed[left] == self._affirmed[right])
        )
        for role, alike in zip(self._roles, roles, strict=True):
            score += weights[role.facet.value] * alike
        return score

    def _time(self, left: Ints, right: Ints) -> Floats:
        """What the feature of that name can come to."""
        meet = (self._since[left] <= self._until[right]) & (self._since[right] <= self._until[left])
        days, dated = self._days[left] & self._days[right], self._dated[left] & self._dated[right]
        told = (self._dated[left] & self._news[right]) | (self._dated[right] & self._news[left])
        return np.select([days & meet, days, dated, told], [1.0, -1.0, 0.8, 0.5], 0.0)

    def _unlike(self, left: Ints, right: Ints, figure: Flags, votes: Sequence[Floats]) -> Floats:
        """What the predicates can come to where they are of no common kind; `votes` are what roles and times can come to."""
        things = np.maximum(0.6 * self._things.meet(left, right), 0.5 * figure)
        alike = np.where(self._stem[left] == self._stem[right], 0.7, things)
        shared = figure + sum((vote > 0).astype(int) for vote in votes)
        return self._weights["predicate"] * alike + self._weights["kindred"] * self._kindred.meet(left, right) * np.minimum(1.0, shared / 2)

    def _vote(self, left: Ints, right: Ints, lemma: Flags, usual: Floats, once: Floats) -> Floats:
        """What one story can add (`similarity.story_vote`)."""
        weight = self._story_weights
        found = weight["kind"] + weight["lemma"] * lemma + weight["usual"] * usual + weight["told_once"] * once + weight["many"] * self._many[left]
        found = self._tells[left] * np.where(self._everyday[left] | self._everyday[right], np.minimum(0.0, found), found)
        sure = self._says[left] & ~(self._attribute[left] & self._attribute[right])
        voted: Floats = np.where(sure, found, np.maximum(0.0, found))
        return voted

    def _wording(self, left: Ints, right: Ints, shared: _Shared) -> Floats:
        """What the feature of that name can come to: as many words in a row as they have in common."""
        hardly = similarity.HARDLY
        shorter, longer = _in_order(self._lengths.words[left], self._lengths.words[right])
        clauses = np.where(shorter >= 4, 2 * np.minimum(shared.words, shorter) / np.maximum(1, shorter + longer), 0.0)
        shorter, longer = _in_order(self._lengths.terms[left], self._lengths.terms[right])
        sentences = np.where(shorter >= 5, np.minimum(shared.terms, shorter) / np.maximum(1, longer), 0.0)
        alike: Floats = np.clip((np.maximum(clauses, sentences) - hardly) / (1 - hardly), 0.0, 1.0)
        return alike


class _Shared:
    """How many terms and words of the right claim of each pair may stand in the left, and how much the terms weigh."""

    def __init__(self, promise: Promise, left: Ints, right: Ints) -> None:
        row, first = _rows(left)
        table = np.zeros((len(first), _SLOTS), np.uint8)
        for kind, words in ((_TERM, promise.terms), (_WORD, promise.words)):
            lengths = words.lengths[left[first]]
            held = words.values[ranges(words.starts[left[first]], lengths)]
            table[owners(lengths), _slots(held)] |= kind  # one place twice is one place
        pair, held = _of(promise.terms, right)
        there = (table[row[pair], _slots(held)] & _TERM).astype(bool)
        self.terms = np.bincount(pair[there], minlength=len(left))
        weight = np.bincount(pair[there], promise.rarity[held[there]], len(left))
        least = np.minimum(promise.whole[left], promise.whole[right])
        self.context = np.where(least > 0, np.minimum(1.0, weight / np.where(least > 0, least, 1.0)), 0.0)
        pair, held = _of(promise.words, right)
        self.words = np.bincount(pair[(table[row[pair], _slots(held)] & _WORD).astype(bool)], minlength=len(left))


def _rows(left: Ints) -> tuple[Ints, Ints]:
    """Of each pair the number of its left claim among those of the pairs, which come in order, and the first pair of each."""
    new = is_new(left)
    return np.cumsum(new) - 1, np.flatnonzero(new)


def _of(rows: Rows, claims: Ints) -> tuple[Ints, NDArray[np.int32]]:
    """The values of some claims, and which of these claims has each."""
    lengths = rows.lengths[claims]
    return owners(lengths), rows.values[ranges(rows.starts[claims], lengths)]


def _slots(values: NDArray[np.int32]) -> Ints:
    return mixed(values.astype(np.int64)) & (_SLOTS - 1)


def _in_order(one: Ints, other: Ints) -> tuple[Ints, Ints]:
    """The smaller and the larger of each two."""
    return np.minimum(one, other), np.maximum(one, other)


def _day(date: str, otherwise: int) -> int:
    """The date as a number in the order of dates, without the time of the day."""
    digits = date[:10].replace("-", "")
    return int(digits) if len(digits) == 8 and digits.isdecimal() else otherwise


def _telling(reports: int) -> float:
    """How much a story of so many reports tells of what is one event."""
    return min(1.0, max(0.0, (reports - similarity.FEW) / (similarity.REPORTS - similarity.FEW)))


def _padded(rows: Rows) -> NDArray[np.int32]:
    """A column for each value that a claim may have, -1 where it has fewer."""
    found = np.full((len(rows.lengths), max(1, int(rows.lengths.max(initial=0)))), -1, np.int32)
    owner = owners(rows.lengths)
    found[owner, np.arange(len(owner)) - rows.starts[owner]] = rows.values
    return found


def _any_equal(left: NDArray[np.int32], right: NDArray[np.int32]) -> Flags:
    """Whether the two have a value in common, row by row."""
    found: Flags = np.zeros(len(left), bool)
    for one in left.T:
        for other in right.T:
            found |= (one == other) & (one >= 0)
    return found


class _Set:
    """A set a claim, as two times 64 bits: two sets have nothing in common where either half has not."""

    def __init__(self, sets: Iterable[Iterable[Hashable]], numbers: Numbers) -> None:
        rows = rows_of(sets, numbers)
        spread = mixed(rows.values.astype(np.int64)).view(np.uint64)
        self._halves = _bits(rows, spread), _bits(rows, spread >> np.uint64(6))

    def meet(self, left: Ints, right: Ints) -> Flags:
        """Whether they may have something in common."""
        one, other = self._halves
        met: Flags = ((one[left] & one[right]) != 0) & ((other[left] & other[right]) != 0)
        return met


def _bits(rows: Rows, spread: Bits) -> Bits:
    """For each row the bits that its values stand for."""
    found = np.zeros(len(rows.lengths), np.uint64)
    some = np.flatnonzero(rows.lengths)
    if len(some):
        found[some] = np.bitwise_or.reduceat(np.uint64(1) << (spread & np.uint64(63)), rows.starts[some])
    return found


class _Role:
    """Who or what fills one role of each claim."""

    def __init__(self, facet: Facet, fillers: Sequence[Sequence[Filler]]) -> None:
        self.facet = facet
        names = Numbers()
        self._filled = np.array([bool(some) for some in fillers])
        self._named = np.array([any(filler.named for filler in some) for some in fillers])
        self._whole = _Set(((name for filler in some for name in filler.whole) for some in fillers), names)
        self._capitals = _Set(((name for filler in some for name in filler.capitals) for some in fillers), names)
        spelt = [_spelt(some) for some in fillers]
        self._letters = np.array([letters for letters, _ in spelt], np.uint64)
        self._length = np.array([length for _, length in spelt])

    def alike(self, left: Ints, right: Ints) -> Floats:
        """What the feature of that name can come to (`similarity._filled`)."""
        whole = self._whole.meet(left, right) | self._may_be_spelt_alike(left, right)
        other = np.where(self._named[left] & self._named[right], -1.0, similarity.OTHER_NOUN[self.facet])
        best = np.where(whole, 1.0, np.where(self._capitals.meet(left, right), 0.5, other))
        return np.where(self._filled[left] & self._filled[right], best, 0.0)

    def _may_be_spelt_alike(self, left: Ints, right: Ints) -> Flags:
        """A letter that only one of two names has is a letter to be changed, of which there may be 12 in 100. Of several names nothing is told."""
        one, other = self._length[left], self._length[right]
        changed = np.bitwise_count(self._letters[left] ^ self._letters[right])
        may: Flags = (one > 0) & (other > 0) & ((changed <= 0.12 * (one + other)) | (one == _MANY) | (other == _MANY))
        return may


_MANY = 1 << 20  # in place of the length of a name, where there are several


def _spelt(fillers: Sequence[Filler]) -> tuple[int, int]:
    """The letters of the only longer name in a role, as bits, and its length; 0 where there is none."""
    longer = {name for filler in fillers for name in filler.whole if len(name) > 4}
    if len(longer) != 1:
        return 0, _MANY if longer else 0
    (name,) = longer
    return _letters(name), len(name)


@lru_cache(maxsize=65_536)
def _letters(name: str) -> int:
    bits = 0
    for letter in name:
        bits |= 1 << (ord(letter) & 63)
    return bits
