"""How likely are the pairs of a large pile that are worth scoring? What `clusters.scores_of` says of each, in arrays and to the last bit.

Each feature of `similarity.values_of` stands here once more, for many pairs at once; where rounding could go either way, Python rounds.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from rapidfuzz import fuzz

from crosscheck.align import similarity
from crosscheck.align.dated import Dated
from crosscheck.align.features import ROLES, Features
from crosscheck.align.kinds import Common
from crosscheck.align.linkage import Likenesses, Limits
from crosscheck.align.meeting import pairs_of
from crosscheck.align.numbered import Flags, Floats, Ints, Numbers, chunks, rows_of, summed, weights_of
from crosscheck.align.parts import Each, here
from crosscheck.align.pile import Pile
from crosscheck.align.promise import Promise, Worth
from crosscheck.align.sets import Sets, any_of, crossed, shared, values_in
from crosscheck.model.claim import Facet

_DIGITS = 4  # of a value and of a score
_PART = 1 << 16  # pairs that one process scores at a time
_NEAR = 1e-6  # of a unit of the last digit: so near to its half Python rounds itself


def likely_of(claims: Sequence[Features], pile: Pile, limits: Limits, each: Each = here) -> Likenesses:
    """The pairs that are kept, in order, and how likely they are of one event. `each` does the work in parts."""
    pairs = pairs_of(claims, pile.story, each)
    scoring, found = Scoring(claims, Promise(claims, pile, limits), limits), Likenesses(())
    for some in each(lambda chunk: scoring.packed(pairs[slice(*chunk)]), list(chunks(len(pairs), _PART))):
        found.add(some[: len(some) // 2], some[len(some) // 2 :])
    return found


class Scoring:
    """What is asked of the pairs of some claims that are worth scoring."""

    def __init__(self, claims: Sequence[Features], promise: Promise, limits: Limits) -> None:
        self._promise, self._limits = promise, limits
        self._dated, self._counted = Dated(claims), _Counted(claims)
        self._times = np.array([one.times or 0.0 for one in claims])
        self._timed = np.array([one.times is not None for one in claims])
        attributes = (one.names if one.claim.predicate.kind == "attribute" else () for one in claims)
        self._holders = Sets((frozenset(word for name in names for word in name.split()) for names in attributes), Numbers())
        self._names_weigh = weights_of(promise.names.lists, promise.name_rarity)

    def packed(self, pairs: Ints) -> bytes:
        """What `of` says of them: all pairs, then all likelihoods."""
        found = list(self.of(pairs))
        return b"".join(column.tobytes() for columns in zip(*found, strict=True) for column in columns)

    def of(self, pairs: Ints) -> Iterator[tuple[Ints, Floats]]:
        """Those of the pairs that are kept, and how likely they are."""
        return map(self._kept, self._promise.among(pairs))

    def _kept(self, worth: Worth) -> tuple[Ints, Floats]:
        possible = np.flatnonzero(~self._excluded(worth.left, worth.right) & ~self._apart(worth))
        worth = worth.where(possible)
        left, right = worth.left, worth.right
        own = self._promise.story[left] == self._promise.story[right]
        common = self._promise.kinds.common(left, right)
        values = self._values(worth, common, own)
        found = np.array([1 / (1 + math.exp(-score)) for score in (_scores(values) + self._votes(worth, common, own, values)).tolist()])
        twins = values[_WORDING] >= similarity.TWIN
        kept = twins | ((found > np.where(own, self._limits.own, self._limits.foreign)) & (values[_AGENT] > -1))
        return worth.pairs[kept], np.where(twins, np.maximum(found, self._limits.twins), found)[kept]

    def _excluded(self, left: Ints, right: Ints) -> Flags:
        """`clusters.excluded`; what stands in one sentence is not worth scoring."""
        times = (self._timed[left] != self._timed[right]) & (np.maximum(self._times[left], self._times[right]) >= 2)
        holders = self._holders.some[left] & self._holders.some[right] & ~self._holders.meet(left, right)
        excluded: Flags = times | holders
        return excluded

    def _apart(self, worth: Worth) -> Flags:
        """`Pile.apart`."""
        apart = worth.apart.copy()
        some = np.flatnonzero(apart)
        left, right, promise = worth.left[some], worth.right[some], self._promise
        forms, first, article = promise.forms, promise.encounters.first, promise.article
        met = (shared(forms, left, forms, right), shared(forms, left, first, article[right]), shared(first, article[left], forms, right))
        apart[some] = np.bincount(np.concatenate([pair for pair, _ in met]), minlength=len(some)) == 0
        return apart

    def _values(self, worth: Worth, common: Common, own: Flags) -> list[Floats]:
        """Each feature of each pair, in the order of `similarity.NAMES`."""
        promise, left, right = self._promise, worth.left, worth.right
        roles = [role.alike(left, right) for role in promise.roles]
        time, figure = self._dated.alike(left, right), promise.figures.meet(left, right)
        terms, weight = self._terms(left, right)
        found = {
            "predicate": self._predicate(left, right, common, figure, roles),
            "kindred": self._kindred(left, right, common, figure, [*roles, time]),
            "lemma": (promise.lemma[left] == promise.lemma[right]).astype(float),
            "rare_class": np.where(common.some, promise.rare[left], 0.0),
            **{role.facet.value: alike for role, alike in zip(promise.roles, roles, strict=True)},
            "names": self._names(left, right),
            "context": _share(weight, promise.whole[left], promise.whole[right]),
            "time": time,
            "numbers": self._counted.alike(left, right),
            "figure": figure.astype(float),
            "wording": self._wording(worth, terms),
            "articles": _rounded(worth.alike, 6),
            "usual": np.where(own, common.usual, 0.0),
            "told_once": np.where(common.some, 1 / np.maximum(1, common.told), 0.0),
            "lead": promise.lead[left] + promise.lead[right],
            "nominal": (~(promise.verb[left] & promise.verb[right])).astype(float),
            "polarity": (promise.affirmed[left] == promise.affirmed[right]).astype(float),
        }
        return [_rounded(found[name]) for name in similarity.NAMES]

    def _predicate(self, left: Ints, right: Ints, common: Common, figure: Flags, roles: Sequence[Floats]) -> Floats:
        promise, patient = self._promise, roles[_PATIENT]
        return np.select(
            [common.some, promise.things.meet(left, right), figure, promise.stem[left] == promise.stem[right]],
            [np.where(common.empty & (patient < 1), similarity.EMPTY, 1.0), *(np.full(len(left), alike) for alike in (0.6, 0.5, 0.7))],
            0.0,
        )

    def _kindred(self, left: Ints, right: Ints, common: Common, figure: Flags, votes: Sequence[Floats]) -> Floats:
        met = ~common.some & self._promise.kindred.meet(left, right)
        return np.where(met, np.minimum(1.0, (sum((vote > 0).astype(int) for vote in votes) + figure) / 2), 0.0)

    def _names(self, left: Ints, right: Ints) -> Floats:
        names = self._promise.names
        found = np.zeros(len(left))
        some = np.flatnonzero(names.may_meet(left, right))
        pair, values = names.common(left[some], right[some])
        weight = summed(pair, self._promise.name_rarity[values], len(some))
        found[some] = _share(weight, self._names_weigh[left[some]], self._names_weigh[right[some]])
        return found

    def _terms(self, left: Ints, right: Ints) -> tuple[Ints, Floats]:
        """How many terms both have, and what they weigh."""
        pair, values = shared(self._promise.terms, left, self._promise.terms, right)
        return np.bincount(pair, minlength=len(left)), summed(pair, self._promise.rarity[values], len(left))

    def _wording(self, worth: Worth, terms: Ints) -> Floats:
        alike = np.maximum(self._clauses_alike(worth), self._sentences_alike(worth.left, worth.right, terms))
        return np.maximum(0.0, (alike - similarity.HARDLY) / (1 - similarity.HARDLY))

    def _clauses_alike(self, worth: Worth) -> Floats:
        """0 where too few words are the same for two clauses to be alike."""
        words, lengths = self._promise.words, self._promise.lengths.words
        one, other = lengths[worth.left], lengths[worth.right]
        shorter = np.minimum(one, other)
        some = np.flatnonzero((shorter >= 4) & (2 * np.minimum(shorter, worth.words) > (similarity.HARDLY - _NEAR) * (one + other)))
        some = some[2 * shorter[some] > similarity.HARDLY * (one + other)[some]]
        found = np.zeros(len(one))
        said = [
            [words.values[start:end].tolist() for start, end in zip(words.starts[side[some]], words.starts[side[some] + 1], strict=True)]
            for side in (worth.left, worth.right)
        ]
        found[some] = [fuzz.ratio(mine, yours, score_cutoff=60) / 100 for mine, yours in zip(*said, strict=True)]
        return found

    def _sentences_alike(self, left: Ints, right: Ints, common: Ints) -> Floats:
        promise = self._promise
        one, other = promise.lengths.terms[left], promise.lengths.terms[right]
        longer = np.maximum(one, other)
        alike = (np.minimum(one, other) >= 5) & (common > similarity.HARDLY * longer)
        some = np.flatnonzero(alike & (promise.lemma[left] != promise.lemma[right]))
        alike[some] = one[some] + other[some] - 2 * common[some] == self._own_lemmas(left[some], right[some])
        return np.where(alike, common / np.maximum(1, longer), 0.0)

    def _own_lemmas(self, left: Ints, right: Ints) -> Ints:
        """How many of the two predicates stand among the terms of one of the two sentences only."""
        first, second = ((self._says(of, left) ^ self._says(of, right)).astype(np.int64) for of in (left, right))
        return first + second

    def _says(self, predicates: Ints, sentences: Ints) -> Flags:
        """Whether the predicate of the one is a term of the other's sentence."""
        pair, terms = values_in(self._promise.terms, sentences)
        return any_of(pair, terms == self._promise.lemma_term[predicates][pair], len(sentences))

    def _votes(self, worth: Worth, common: Common, own: Flags, values: Sequence[Floats]) -> Floats:
        """`similarity.story_vote`."""
        promise, weight, left, right = self._promise, similarity.story_weights(), worth.left, worth.right
        found = weight["kind"] + weight["lemma"] * values[_LEMMA] + weight["usual"] * values[_USUAL] + weight["told_once"] * values[_TOLD_ONCE]
        found += weight["many"] * common.many
        found = np.where(promise.everyday[left] | promise.everyday[right], np.minimum(0.0, found), found)
        voting = own & common.some & (values[_PREDICATE] >= 1) & ~(promise.attribute[left] & promise.attribute[right])
        return np.where(voting, _rounded(promise.tells[left] * found), 0.0)


_WORDING, _AGENT, _PREDICATE, _LEMMA, _USUAL, _TOLD_ONCE = map(
    similarity.NAMES.index, ("wording", "agent", "predicate", "lemma", "usual", "told_once")
)
_PATIENT = ROLES.index(Facet.PATIENT)


class _Counted:
    """The numbers of each claim, by what they count."""

    def __init__(self, claims: Sequence[Features]) -> None:
        self._label = rows_of(([label for label, numbers in one.counted.items() for _ in numbers] for one in claims), Numbers())
        ranges = [number for one in claims for numbers in one.counted.values() for number in numbers]
        self._low, self._high = (np.array([number[end] for number in ranges]) for end in (0, 1))
        self._some = self._label.lengths > 0

    def alike(self, left: Ints, right: Ints) -> Floats:
        """The feature "numbers" of each pair."""
        found = np.zeros(len(left))
        some = np.flatnonzero(self._some[left] & self._some[right])
        pair, one, other = crossed(self._label, left[some], self._label, right[some])
        same = self._label.values[one] == self._label.values[other]
        met = same & (self._low[one] <= self._high[other]) & (self._low[other] <= self._high[one])
        counted, alike = any_of(pair, same, len(some)), any_of(pair, met, len(some))
        found[some] = np.where(counted, np.where(alike, 1.0, -1.0), similarity.OTHER_THINGS)
        return found


def _share(common: Floats, left: Floats, right: Floats) -> Floats:
    """`Rarity.share`: what two have in common, as a share of the smaller."""
    smaller = np.minimum(left, right)
    return np.where(smaller > 0, common / np.where(smaller > 0, smaller, 1.0), 0.0)


def _scores(values: Sequence[Floats]) -> Floats:
    """`similarity.score_of` each."""
    weights = similarity.weights()
    weighed: Floats = sum((weights.get(name, 0.0) * value for name, value in zip(similarity.NAMES, values, strict=True)), np.zeros(len(values[0])))
    found = weights["bias"] + weighed
    return _rounded(found, _DIGITS, lambda at: similarity.score_of(tuple([float(value[at]) for value in values])))


def _rounded(values: Floats, digits: int = _DIGITS, surely: Callable[[int], float] | None = None) -> Floats:
    """As Python rounds, which looks at all digits; `surely` gives what it makes of one of them."""
    scaled = values * 10.0**digits
    found: Floats = np.rint(scaled) / 10.0**digits
    for at in np.flatnonzero(np.abs(scaled - np.floor(scaled) - 0.5) < _NEAR).tolist():
        found[at] = surely(at) if surely else round(float(values[at]), digits)
    return found
