"""Which pairs of a large pile could be likely enough at all, before any of them is scored?

A pair is worth scoring where what its score can come to at most, each feature of `similarity.values_of` at the best that arrays can tell of it, is
enough. Of sets it is told whether they may have something in common: they are bits, and two things may fall on one. What is passed over would never
have been kept; of newswire it is about half.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crosscheck.align import similarity
from crosscheck.align.features import ROLES, Features
from crosscheck.align.kinds import Kinds
from crosscheck.align.linkage import Limits
from crosscheck.align.meeting import pairs_of
from crosscheck.align.numbered import Flags, Floats, Ints, Numbers, is_new, lists_of, mixed, rows_of, summed, weights_of
from crosscheck.align.pile import Pile
from crosscheck.align.sets import Held, Role, Sets, rows_in, values_in

_HALF = 32  # bits of a position: two make one number of a pair
_LOW = (1 << _HALF) - 1
_AT_ONCE = 4_096  # pairs, so that all that is known of them stays in the processor's cache
_ARTICLES = 32  # left articles of so many pairs at most, since their words lie open in a table
_SLOTS = 4_096  # places among which the words of one claim are spread
_SLACK = 0.002  # what rounding each of twenty features to four digits can make of a score
_TERM, _WORD = 1, 2  # what a place is taken by
_NEVER = 10**8  # after every date

Bits = NDArray[np.uint64]


def pairs_worth_scoring(claims: Sequence[Features], pile: Pile, limits: Limits) -> Iterator[tuple[int, int]]:
    """The pairs that share a key, as `keys.candidate_pairs` finds them, less those of which it is sure that they are not likely enough."""
    pairs = pairs_of(claims, pile.story)
    for some in Promise(claims, pile, limits).among(pairs):
        yield from zip(some.left.tolist(), some.right.tolist(), strict=True)


class Worth(NamedTuple):
    """Pairs of claims, and what has been found out of them: whether their articles are about nothing in common, how alike these are, and how many
    words of the right claim may stand in the left."""

    left: Ints
    right: Ints
    apart: Flags
    alike: Floats
    words: Ints

    @property
    def pairs(self) -> Ints:
        return self.left << _HALF | self.right

    def where(self, some: Ints) -> Worth:
        return Worth(self.left[some], self.right[some], self.apart[some], self.alike[some], self.words[some])


class _Lengths(NamedTuple):
    terms: Ints
    words: Ints


class Promise:
    """What is asked of the pairs of some claims."""

    def __init__(self, claims: Sequence[Features], pile: Pile, limits: Limits) -> None:
        self._weights = similarity.weights()
        self._story_weights = similarity.story_weights()
        self._least, self._foreign = (math.log(value / (1 - value)) - _SLACK for value in (limits.own, limits.foreign))
        self._told_by_itself(claims, pile)
        self.kinds = Kinds(claims, pile)
        self._sets(claims)
        self._words(claims, pile)
        self.roles = [Role(facet, [one.fillers[at] for one in claims]) for at, facet in enumerate(ROLES)]

    def _told_by_itself(self, claims: Sequence[Features], pile: Pile) -> None:
        """What a claim has by itself, or from its place in the pile."""
        lemmas, articles, stories, sentences, stems = Numbers(), Numbers(), Numbers(), Numbers(), Numbers()
        said = [one.claim for one in claims]
        self.lemma = np.array([lemmas[one.predicate.lemma] for one in said], np.int32)
        self.stem = np.array([stems[one.predicate.lemma[:5]] if len(one.predicate.lemma) > 4 else ~at for at, one in enumerate(said)], np.int32)
        self.rare = np.array([pile.rarity.of(lemma) / 5 for lemma in lemmas])[self.lemma]
        self.article = np.array([articles[one.article] for one in said])
        self.encounters = pile.encounters(list(articles))
        self.forms = lists_of(map(pile.forms_in, claims), self.encounters.forms)
        self.story = np.array([stories[pile.story(article)] for article in articles], np.int32)[self.article]
        self.sentence = np.array([sentences[one.article, one.sentence] for one in said], np.int32)
        self.lead = np.array([one.section != "body" for one in said], np.int8)
        self.verb = np.array([one.predicate.kind == "verb" for one in said])
        self.attribute = np.array([one.predicate.kind == "attribute" for one in said])
        self.affirmed = np.array([one.polarity == "affirmed" for one in said])
        self.dated = np.array([bool(one.days or one.months) for one in claims])
        self.days = np.array([bool(one.days) for one in claims])
        self._news = np.array([one.told is not None for one in claims])
        self._since = np.array([min((_day(since, 0) for since, _ in one.days), default=0) for one in claims], np.int32)
        self._until = np.array([max((_day(until, _NEVER) for _, until in one.days), default=0) for one in claims], np.int32)
        self.counts = np.array([bool(one.counted) for one in claims])
        self.tells = np.array([_telling(pile.reports(article)) for article in articles])[self.article]
        self.everyday = np.array([similarity.everyday(lemma) for lemma in lemmas])[self.lemma]

    def _sets(self, claims: Sequence[Features]) -> None:
        numbers = Numbers()
        self.kindred = Sets((one.kindred for one in claims), numbers)
        self.things = Sets((one.things for one in claims), numbers)
        self.figures = Sets((one.figures for one in claims), numbers)
        self.labels = Sets((frozenset(one.counted) for one in claims), numbers)

    def _words(self, claims: Sequence[Features], pile: Pile) -> None:
        terms, words = Numbers(), Numbers()
        self.terms = lists_of((one.terms for one in claims), terms)
        self.lemma_term = np.array([terms.get(one.claim.predicate.lemma, -1) for one in claims], np.int32)
        self.words = rows_of((one.words for one in claims), words)
        names = Numbers()
        self.names = Sets((one.names for one in claims), names)
        self.name_rarity = np.array([pile.rarity.of(name) for name in names])
        self.rarity = np.array([pile.rarity.of(term) for term in terms])
        self.whole = weights_of(self.terms, self.rarity)
        self.lengths = _Lengths(self.terms.lengths, self.words.lengths)

    def among(self, pairs: Ints) -> Iterator[Worth]:
        """Those of the pairs (the smaller position in the upper half of each) that are worth scoring, in their order."""
        article = np.cumsum(is_new(self.article[pairs >> _HALF]))
        first = 0
        while first < len(pairs):
            end = min(first + _AT_ONCE, int(np.searchsorted(article, article[first] + _ARTICLES)))
            yield self._worth(pairs[first:end] >> _HALF, pairs[first:end] & _LOW)
            first = end

    def _worth(self, left: Ints, right: Ints) -> Worth:
        """Which of the pairs are."""
        own = self.story[left] == self.story[right]
        least = np.where(own, self._least, self._foreign)
        shared = _Shared(self, left, right)
        wording = self._wording(left, right, shared)
        score = self._told(left, right, own, shared) + self._weights["wording"] * wording
        twins = wording >= similarity.TWIN - _SLACK
        some = np.flatnonzero((self.sentence[left] != self.sentence[right]) & ((score > least) | twins))
        apart = self._apart(left[some], right[some])
        near = ~apart
        near[apart] = self._may_name_one_thing(left[some[apart]], right[some[apart]])
        some, apart = some[near], apart[near]
        alike = self._alike(left[some], right[some])
        found = (score[some] - self._weights["articles"] * (1 - alike) > least[some]) | twins[some]
        some, apart, alike = some[found], apart[found], alike[found]
        return Worth(left[some], right[some], apart, alike, shared.words[some])

    def _apart(self, left: Ints, right: Ints) -> Flags:
        """Whether their articles are about nothing in common."""
        one, other, which = self._articles_of(left, right)
        return self.encounters.apart(one, other)[which]

    def _alike(self, left: Ints, right: Ints) -> Floats:
        """How alike their articles are."""
        one, other, which = self._articles_of(left, right)
        return self.encounters.alike(one, other)[which]

    def _articles_of(self, left: Ints, right: Ints) -> tuple[Ints, Ints, Ints]:
        """The pairs of articles, in order, and which of them each pair is of."""
        pairs, which = np.unique(self.article[left] << _HALF | self.article[right], return_inverse=True)
        return pairs >> _HALF, pairs & _LOW, which

    def _may_name_one_thing(self, left: Ints, right: Ints) -> Flags:
        """Whether the sentence of either may name what the other's sentence or the beginning of its article names."""
        row, first = rows_in(left)
        table = np.zeros((len(first), _SLOTS), np.uint8)
        named: tuple[tuple[int, Held, Ints], ...] = (
            (_TERM, self.forms, left[first]),
            (_WORD, self.encounters.first, self.article[left[first]]),
        )
        for kind, rows, at in named:
            owner, values = values_in(rows, at)
            table[owner, _slots(values)] |= kind
        pair, values = values_in(self.forms, right)
        found = np.bincount(pair, table[row[pair], _slots(values)] > 0, len(left)) > 0
        pair, values = values_in(self.encounters.first, self.article[right])
        return found | (np.bincount(pair, (table[row[pair], _slots(values)] & _TERM) > 0, len(left)) > 0)

    def _told(self, left: Ints, right: Ints, own: Flags, shared: _Shared) -> Floats:
        """What the score can come to without the wording, were the articles one."""
        weights, lemma = self._weights, self.lemma[left] == self.lemma[right]
        common = self.kinds.meet(left, right)
        figure, once = self.figures.may_meet(left, right), 1 / np.maximum(1, np.maximum(self.kinds.told[left], self.kinds.told[right]))
        usual, time = np.where(own, self.kinds.usual[left], 0.0), self._time(left, right)
        roles = [role.may_be_alike(left, right) for role in self.roles]
        counted = self.counts[left] & self.counts[right]
        score: Floats = (
            weights["bias"]
            + np.where(common, weights["predicate"] + weights["rare_class"] * self.rare[left], self._unlike(left, right, figure, (*roles, time)))
            + np.where(common, weights["usual"] * usual + weights["told_once"] * once, 0.0)
            + np.where(own & common, self._vote(left, right, lemma, usual, once), 0.0)
            + weights["lemma"] * lemma
            + weights["names"] * self.names.may_meet(left, right)
            + weights["context"] * shared.context
            + weights["time"] * time
            + weights["numbers"] * np.where(counted, np.where(self.labels.may_meet(left, right), 1.0, similarity.OTHER_THINGS), 0.0)
            + weights["figure"] * figure
            + weights["articles"]
            + weights["lead"] * (self.lead[left] + self.lead[right])
            + weights["nominal"] * ~(self.verb[left] & self.verb[right])
            + weights["polarity"] * (self.affirmed[left] == self.affirmed[right])
        )
        for role, alike in zip(self.roles, roles, strict=True):
            score += weights[role.facet.value] * alike
        return score

    def _time(self, left: Ints, right: Ints) -> Floats:
        """What the feature of that name can come to."""
        meet = (self._since[left] <= self._until[right]) & (self._since[right] <= self._until[left])
        days, dated = self.days[left] & self.days[right], self.dated[left] & self.dated[right]
        told = (self.dated[left] & self._news[right]) | (self.dated[right] & self._news[left])
        return np.select([days & meet, days, dated, told], [1.0, -1.0, 0.8, 0.5], 0.0)

    def _unlike(self, left: Ints, right: Ints, figure: Flags, votes: Sequence[Floats]) -> Floats:
        """What the predicates can come to where they are of no common kind; `votes` are what roles and times can come to."""
        things = np.maximum(0.6 * self.things.may_meet(left, right), 0.5 * figure)
        alike = np.where(self.stem[left] == self.stem[right], 0.7, things)
        shared = figure + sum((vote > 0).astype(int) for vote in votes)
        return self._weights["predicate"] * alike + self._weights["kindred"] * self.kindred.may_meet(left, right) * np.minimum(1.0, shared / 2)

    def _vote(self, left: Ints, right: Ints, lemma: Flags, usual: Floats, once: Floats) -> Floats:
        """What one story can add (`similarity.story_vote`)."""
        weight = self._story_weights
        found = weight["kind"] + weight["lemma"] * lemma + weight["usual"] * usual + weight["told_once"] * once
        found += weight["many"] * self.kinds.many[left]
        found = self.tells[left] * np.where(self.everyday[left] | self.everyday[right], np.minimum(0.0, found), found)
        sure = self.kinds.says[left] & ~(self.attribute[left] & self.attribute[right])
        voted: Floats = np.where(sure, found, np.maximum(0.0, found))
        return voted

    def _wording(self, left: Ints, right: Ints, shared: _Shared) -> Floats:
        """What the feature of that name can come to: as many words in a row as they have in common."""
        hardly = similarity.HARDLY
        shorter, longer = _in_order(self.lengths.words[left], self.lengths.words[right])
        clauses = np.where(shorter >= 4, 2 * np.minimum(shared.words, shorter) / np.maximum(1, shorter + longer), 0.0)
        shorter, longer = _in_order(self.lengths.terms[left], self.lengths.terms[right])
        sentences = np.where(shorter >= 5, np.minimum(shared.terms, shorter) / np.maximum(1, longer), 0.0)
        alike: Floats = np.clip((np.maximum(clauses, sentences) - hardly) / (1 - hardly), 0.0, 1.0)
        return alike


class _Shared:
    """How many terms and words of the right claim of each pair may stand in the left, and how much the terms weigh."""

    def __init__(self, promise: Promise, left: Ints, right: Ints) -> None:
        row, first = rows_in(left)
        table = np.zeros((len(first), _SLOTS), np.uint8)
        said: tuple[tuple[int, Held], ...] = ((_TERM, promise.terms), (_WORD, promise.words))
        for kind, words in said:
            owner, held = values_in(words, left[first])
            table[owner, _slots(held)] |= kind  # one place twice is one place
        pair, held = values_in(promise.terms, right)
        there = (table[row[pair], _slots(held)] & _TERM).astype(bool)
        self.terms = np.bincount(pair[there], minlength=len(left))
        weight = summed(pair[there], promise.rarity[held[there]], len(left))
        least = np.minimum(promise.whole[left], promise.whole[right])
        self.context = np.where(least > 0, np.minimum(1.0, weight / np.where(least > 0, least, 1.0)), 0.0)
        pair, held = values_in(promise.words, right)
        self.words = np.bincount(pair[(table[row[pair], _slots(held)] & _WORD).astype(bool)], minlength=len(left))


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
