"""Which claims of a story count or measure the same thing, whatever the sentence that carries the number?

"Killing 22", "the toll rose to 22" and "22 dead after ferry sinks" share hardly a word. What tells that they speak of one number is that the reports
of the story have one number of that kind each: a report with two of them ("22 dead", "612 dead in an earlier quake") speaks of two things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from crosscheck.align.features import Features, Range
from crosscheck.align.pile import Pile
from crosscheck.extract.lexicon import table_of

Holders = Mapping[str, Sequence[int]]  # positions of claims by article


def counting_alike(claims: Sequence[Features], pile: Pile) -> Iterator[tuple[int, int]]:
    """Pairs of claims of different articles that state a number of one thing, those first that state the same number."""
    for label, holders in _by_label(claims, pile):
        pairs = [pair for one, other in combinations(sorted(holders), 2) for pair in _pairs(holders[one], holders[other])]
        same = [pair for pair in pairs if _same(claims[pair[0]].counted[label], claims[pair[1]].counted[label])]
        yield from (pair for pair in same if _telling(label, claims[pair[0]]))
        if _one_each(claims, label, holders):
            yield from (pair for pair in pairs if pair not in same)


def _pairs(left: Sequence[int], right: Sequence[int]) -> Iterator[tuple[int, int]]:
    yield from ((min(a, b), max(a, b)) for a in left for b in right)


def _by_label(claims: Sequence[Features], pile: Pile) -> list[tuple[str, Holders]]:
    """For every story and every thing that two of its reports count: which claims do."""
    found: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for position, claim in enumerate(claims):
        for label in claim.counted.keys() - _too_common():
            found[pile.story(claim.claim.article), label][claim.claim.article].append(position)
    return [(label, holders) for (_, label), holders in sorted(found.items()) if len(holders) > 1]


@cache
def _too_common() -> frozenset[str]:
    return frozenset(table_of("alignment")["counts"]["too_common"])


def _one_each(claims: Sequence[Features], label: str, holders: Holders) -> bool:
    """Whether every report that counts the thing has one number of it only."""
    return all(_meet_all([number for position in positions for number in claims[position].counted[label]]) for positions in holders.values())


def _meet_all(ranges: Sequence[Range]) -> bool:
    return max(low for low, _ in ranges) <= min(high for _, high in ranges)


def _same(left: Sequence[Range], right: Sequence[Range]) -> bool:
    return not set(left).isdisjoint(right)


def _telling(label: str, claim: Features) -> bool:
    """Whether the number is of an attribute by name, or is not the same as another by chance."""
    return f"@{label}" in claim.classes or bool(claim.figures)
