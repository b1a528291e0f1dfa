"""How alike are two articles as a whole? What they report besides makes it more or less likely that two claims are of one event."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosscheck.align.answers import Answers
from crosscheck.model.claim import Claim

_DIGITS = 6  # fewer than adding up in another order could change
_NOTHING: tuple[tuple[str, ...], Sequence[float]] = ((), ())


class Context:
    """Cosine of the articles' term vectors, weighted by inverse document frequency; 1.0 for an article with itself.

    Vectors are words and numbers in a row, a fifth of what they are as tables, of which only those asked for lately are made.
    """

    def __init__(self, claims: Iterable[Claim]):
        counts: dict[str, Counter[str]] = {}
        seen: set[tuple[str, int]] = set()
        for claim in claims:
            if (claim.article, claim.sentence) in seen:
                continue
            seen.add((claim.article, claim.sentence))
            counts.setdefault(claim.article, Counter()).update(claim.terms)
        self._vectors = {article: (tuple(terms), array("d", terms.values())) for article, terms in _weighted(counts)}
        self._lately: Answers[float] = Answers()
        self._known: Answers[float] = Answers()

    def alike(self, left: str, right: str) -> float:
        """0..1; two articles of which nothing is known are not alike."""
        if left == right:
            return 1.0
        one, other = (left, right) if left < right else (right, left)
        asked = self._known.of(one)
        known = asked.get(other)
        if known is None:
            first, second = (other, one) if self._lately.has(other) else (one, other)
            known = asked[other] = _cosine(*self._vectors.get(second, _NOTHING), self._table(first))
        return known

    def _table(self, article: str) -> Mapping[str, float]:
        """The vector, made once for as long as it is asked for."""
        known = self._lately.of(article)
        if not known:
            known.update(self.vector(article))
        return known

    def vector(self, article: str) -> Mapping[str, float]:
        """The weights of an article's terms."""
        return dict(zip(*self._vectors.get(article, _NOTHING), strict=True))


def _weighted(counts: Mapping[str, Counter[str]]) -> Iterator[tuple[str, dict[str, float]]]:
    frequency = Counter(term for terms in counts.values() for term in terms)
    rarity = {term: math.log((1 + len(counts)) / (0.5 + articles)) for term, articles in frequency.items()}
    return ((name, _unit({term: (1 + math.log(n)) * rarity[term] for term, n in sorted(terms.items())})) for name, terms in counts.items())


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()} if length else {}


def _cosine(terms: tuple[str, ...], weights: Sequence[float], table: Mapping[str, float]) -> float:
    """Of a vector and a table. The terms of both stand in alphabetical order, so that the sum depends neither on chance nor on which is which."""
    return round(sum([weight * table[term] for term, weight in zip(terms, weights, strict=True) if term in table]), _DIGITS)
