"""Which claims speak of the same event?

Pairs are joined from the most similar down, each claim only with its best counterparts of another article, and a group is never joined to
another when any two of their claims exclude each other. There is no bare transitive closure: what a group has in common with another must
hold for most of their pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosscheck.align.features import Features, Rarity
from crosscheck.align.keys import candidate_pairs
from crosscheck.align.similarity import THRESHOLD, Similarity, similarity

Pair = tuple[int, int]
ArticlesAlike = Callable[[str, str], float]

BEST_BY = 0.3  # a counterpart this much worse than the best one of the same article is another event of the kind
AVERAGE = 0.75  # of THRESHOLD: what two groups must reach over all their pairs, pairs without a common key counting 0


@dataclass(frozen=True, slots=True)
class Cluster:
    """Claims of one event, by position, in the order of the claims given; `links` are the pairs that joined them."""

    members: tuple[int, ...]
    links: tuple[tuple[Pair, Similarity], ...]


def clusters_of(claims: Sequence[Features], articles_alike: ArticlesAlike) -> tuple[Cluster, ...]:
    """All groups of two claims or more, ordered by their first member."""
    compare = _comparing(claims, articles_alike)
    scored = dict(_scored(claims, compare))
    links = _best_counterparts(claims, scored)
    groups = _with_descriptions(claims, _joined(claims, scored, links))
    kept = [tuple(sorted(group)) for group in groups if len(group) > 1]
    return tuple(Cluster(members, _links_within(members, scored, compare)) for members in sorted(kept))


def _comparing(claims: Sequence[Features], articles_alike: ArticlesAlike) -> Callable[[Pair], Similarity]:
    rarity = Rarity(_sentences(claims))

    def compare(pair: Pair) -> Similarity:
        left, right = claims[pair[0]], claims[pair[1]]
        return similarity(left, right, rarity, articles_alike(left.claim.article, right.claim.article))

    return compare


def _sentences(claims: Sequence[Features]) -> list[frozenset[str]]:
    by_sentence = {(features.claim.article, features.claim.sentence): features.terms for features in claims}
    return list(by_sentence.values())


def _scored(claims: Sequence[Features], compare: Callable[[Pair], Similarity]) -> Iterator[tuple[Pair, float]]:
    """The scores alone: of a thousand articles there are millions, and only the pairs that end up in one group are asked for their reasons."""
    for pair in candidate_pairs(claims):
        if excluded(claims[pair[0]], claims[pair[1]]):
            continue
        found = compare(pair)
        if found.score > 0 and (found.twin or found.part("agent") > -1):  # two named doers do two things, unless all else is word for word
            yield pair, found.score


def excluded(left: Features, right: Features) -> bool:
    """Can the two never be one event: two predicates of one sentence, or one coup and "two coups"."""
    if left.claim.article == right.claim.article and left.claim.sentence == right.claim.sentence:
        return True
    return (left.times is None) != (right.times is None) and max(left.times or 0.0, right.times or 0.0) >= 2


def _best_counterparts(claims: Sequence[Features], scored: Mapping[Pair, float]) -> list[tuple[float, Pair]]:
    """The pairs at or above the threshold in which either claim is among the other's best of that article."""
    best: dict[tuple[int, str], float] = defaultdict(float)
    for (i, j), score in scored.items():
        for claim, other in ((i, j), (j, i)):
            key = (claim, claims[other].claim.article)
            best[key] = max(best[key], score)
    kept = []
    for (i, j), score in scored.items():
        near = score >= best[i, claims[j].claim.article] - BEST_BY and score >= best[j, claims[i].claim.article] - BEST_BY
        if near and score >= THRESHOLD:
            kept.append((-score, (i, j)))
    return sorted(kept)


def _joined(claims: Sequence[Features], scored: Mapping[Pair, float], links: Iterable[tuple[float, Pair]]) -> list[set[int]]:
    home = {position: {position} for position in range(len(claims))}
    for _, (i, j) in links:
        left, right = home[i], home[j]
        if left is right or not _fit(claims, scored, left, right):
            continue
        left |= right
        for member in right:
            home[member] = left
    unique = {id(group): group for group in home.values()}
    return list(unique.values())


def _with_descriptions(claims: Sequence[Features], groups: Sequence[set[int]]) -> Sequence[set[int]]:
    """A claim that says more of another's participant goes where that one is, unless it has found counterparts of its own."""
    position = {features.claim.id: number for number, features in enumerate(claims)}
    home = {member: group for group in groups for member in group}
    for number, features in enumerate(claims):
        about = position.get(features.claim.about or "")
        if about is not None and len(home[number]) == 1 and home[about] is not home[number]:
            home[number].remove(number)
            home[about].add(number)
            home[number] = home[about]
    return groups


def _fit(claims: Sequence[Features], scored: Mapping[Pair, float], left: set[int], right: set[int]) -> bool:
    pairs = [(min(a, b), max(a, b)) for a in left for b in right]
    if any(excluded(claims[a], claims[b]) for a, b in pairs):
        return False
    total = sum(scored[pair] for pair in pairs if pair in scored)
    return total / len(pairs) >= AVERAGE * THRESHOLD


def _links_within(members: Sequence[int], scored: Mapping[Pair, float], compare: Callable[[Pair], Similarity]) -> tuple[tuple[Pair, Similarity], ...]:
    inside = [(i, j) for i in members for j in members if i < j]
    return tuple((pair, compare(pair)) for pair in inside if pair in scored)
