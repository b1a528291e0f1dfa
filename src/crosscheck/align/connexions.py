"""Of what reports name again and again, which namings stand in one connexion?

"The mayor resigned on Tuesday after the vote" and "Ahead of the vote the mayor had lost his majority" name one mayor, as ten other sentences do; what
tells that these two belong together is that no other sentence of the two reports is more like the other. The weights are fitted by
`tools/train/connexions.py` and lie in data/lexicon/connexions.toml.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from operator import mul

from crosscheck.align.features import ROLES, Rarity
from crosscheck.align.linkage import average_link
from crosscheck.align.naming import Naming, Place, Told, is_pronoun, may_be_one
from crosscheck.align.naming_values import Phrase
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.names import folded
from crosscheck.extract.places import country_of
from crosscheck.model.claim import Argument

# On ten stories of the training topics of ECB+, each by weights fitted on the others, of 100 pairs of namings some 80 are of one fact and value as
# the marking has it from these on, 83 of deeds. What is named whole is one thing even where the marking has two facts, so that less is asked of it.
LEAST = {
    "whole": 0.3,
    "head": 0.5,
    "value": 0.5,
    "trait": 0.5,
    "deed": 0.7,
    "reworded": 0.85,
}  # likelihood from which on two namings are put together
MEAN = 0.25  # mean likelihood over all pairs of two groups; .5 finds two agreeing values in a hundred less
ABSENT = 0.2  # likelihood of two namings that no pair joins
CONTEXT = 0.05  # share of the rarer other words of two sentences below which they are not looked at
# The same for a phrase of two words or more that names nobody and that each of the two reports has in one sentence: of 283 pairs on these
# stories whose sentences share nothing else, 86 of 100 are of one fact.
ALONE = 0.0
COUNTRY = 0.2  # the same where a country is all that they name
MOST = 40  # sentences of a story that name it; of what more do, none belongs to another in particular
OTHERS = 3  # other things that two claims both name, from which on more say no more
FEATURES = ("overlap", "told", "others", "person", "place", "best", "roles", "lemma")
Pair = tuple[int, int]
Rest = tuple[frozenset[str], float]


def in_one_connexion(told: Told, story: Mapping[str, str], groups: Sequence[Sequence[Naming]], rarity: Rarity) -> Iterator[list[Naming]]:
    """Groups of namings of two articles or more, in the order of their first; what `groups` put together stays together."""
    reader = Reader(told, rarity)
    namings = {naming.place: naming for group in groups for naming in group}
    likely = {tuple(sorted((a.place, b.place))): 1.0 for group in groups for a, b in combinations(group, 2)}
    for phrase, several in reader.told_by_several(story):
        least = LEAST[phrase.kind]
        for left, right, parts in reader.pairs(phrase, several):
            likelihood = _likelihood(phrase, parts)
            if likelihood >= least:
                one, other = left.place, right.place
                namings[one], namings[other] = left, right
                places = (one, other) if one <= other else (other, one)
                likely[places] = max(likelihood, likely.get(places, 0.0))
    yield from _groups(namings, likely)


def _groups(namings: Mapping[Place, Naming], likely: Mapping[tuple[Place, ...], float]) -> Iterator[list[Naming]]:
    places = sorted(namings)
    number = {place: position for position, place in enumerate(places)}
    likenesses = {(number[pair[0]], number[pair[1]]): likelihood for pair, likelihood in likely.items()}
    for group in average_link(len(places), likenesses, MEAN, lambda _left, _right: True, ABSENT):
        if len(group) > 1:
            yield [namings[places[member]] for member in group]


def _likelihood(phrase: Phrase, parts: Sequence[float]) -> float:
    bias, weighing = _weighing()[phrase.kind]
    return 1 / (1 + math.exp(-bias - sum(map(mul, weighing, parts))))


@cache
def _weighing() -> Mapping[str, tuple[float, tuple[float, ...]]]:
    """For each kind of phrase the bias, and what each of FEATURES weighs, in their order."""
    return {kind: (table["bias"], tuple(table.get(name, 0.0) for name in FEATURES)) for kind, table in weights().items()}


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """What each feature weighs, for each kind of phrase."""
    return {kind: dict(table) for kind, table in table_of("connexions").items()}


class Reader:
    """All that the articles name, ready to be set side by side."""

    def __init__(self, told: Told, rarity: Rarity):
        self._told, self._rarity = told, rarity
        self._named: Mapping[str, set[str]] = defaultdict(set)
        for (_, phrase), namings in told.items():
            for naming in namings:
                self._named[naming.claim.id].add(phrase.words)

    def told_by_several(self, story: Mapping[str, str]) -> Iterator[tuple[Phrase, list[Naming]]]:
        """What two articles of a story name or more, with one naming a sentence."""
        found: dict[tuple[str, Phrase], list[Sequence[Naming]]] = defaultdict(list)
        for (article, phrase), told in self._told.items():
            if article in story:
                found[story[article], phrase].append(told)
        several = ((key, articles) for key, articles in found.items() if len(articles) > 1)
        for (_, phrase), articles in sorted(several):
            namings = [naming for told in articles for naming in _one_a_sentence(told)]
            if len(namings) <= MOST:
                yield phrase, namings

    def pairs(self, phrase: Phrase, namings: Sequence[Naming]) -> Iterator[tuple[Naming, Naming, tuple[float, ...]]]:
        """The pairs of two articles whose sentences share something else, and what speaks for one connexion, in the order of FEATURES."""
        own = frozenset(phrase.words.split())
        rest = [self._rest(naming, own) for naming in namings]
        told = Counter(naming.claim.article for naming in namings)
        usual, alone = COUNTRY if country_of(phrase.words) is not None else CONTEXT, _told_alone(phrase, namings, told)
        pairs = ((i, j) for i, j in combinations(range(len(namings)), 2) if _may_meet(namings[i], namings[j]))
        alike = ((pair, self._overlap(rest[pair[0]], rest[pair[1]])) for pair in pairs)
        overlaps = {(i, j): overlap for (i, j), overlap in alike if overlap >= (ALONE if alone[i] and alone[j] else usual)}
        best = _best(namings, overlaps)
        for (i, j), overlap in overlaps.items():
            left, right = namings[i], namings[j]
            others = (self._named[left.claim.id] & self._named[right.claim.id]) - own - {phrase.words}
            names = _name(left), _name(right)
            likest = (overlap == best[i, right.claim.article]) + (overlap == best[j, left.claim.article])
            often = max(told[left.claim.article], told[right.claim.article])
            parts = (overlap, math.log(often), min(OTHERS, len(others)) / OTHERS, float("PER" in names), float("LOC" in names), likest / 2)
            yield left, right, (*parts, *(_deeds(left, right) if phrase.kind == "deed" else (0.0, 0.0)))

    def _rest(self, naming: Naming, own: frozenset[str]) -> Rest:
        """What else its sentence tells, in words, and how rare those are."""
        terms = frozenset(naming.claim.terms) - own - _words(naming)
        return terms, self._rarity.weight(terms)

    def _overlap(self, left: Rest, right: Rest) -> float:
        """Weighted share of the rarer rest's terms that both have, 0..1."""
        common = left[0] & right[0]
        return round(self._rarity.weight(common) / (min(left[1], right[1]) or 1.0), 4) if common else 0.0


def _told_alone(phrase: Phrase, namings: Sequence[Naming], told: Mapping[str, int]) -> Sequence[bool]:
    """Of each naming, whether the phrase says so much, and its report says it so seldom, that their sentences need share nothing else."""
    says_much = phrase.whole and " " in phrase.words and country_of(phrase.words) is None
    return [says_much and told[naming.claim.article] == 1 and _name(naming) != "PER" for naming in namings]


def _words(naming: Naming) -> frozenset[str]:
    """Those that name it: "Rosa" and "Diaz" are nothing that two sentences on Rosa Diaz share besides."""
    value = naming.value
    return frozenset((*folded(value.text).split(), folded(value.head))) if isinstance(value, Argument) else frozenset()


def _deeds(left: Naming, right: Naming) -> tuple[float, float]:
    """What the same in their roles speaks for one deed, -1..1, and whether both have one word for it."""
    met = [_meet(left.claim.of(facet), right.claim.of(facet)) for facet in ROLES]
    return max(-1.0, min(1.0, sum(met))), float(left.claim.predicate.lemma == right.claim.predicate.lemma)


def _meet(left: Sequence[Argument], right: Sequence[Argument]) -> float:
    """1 where one is in both, -1 where both have names and none in common, -.5 for other words, 0 where that is not known."""
    if not left or not right or any(is_pronoun(one.text) for one in (*left, *right) if not one.entity):
        return 0.0
    ones, others = ({one.entity or folded(one.head) for one in some} for some in (left, right))
    if ones & others:
        return 1.0
    return -1.0 if all(one.name for one in (*left, *right)) else -0.5


def _may_meet(left: Naming, right: Naming) -> bool:
    return left.claim.article != right.claim.article and may_be_one(left, right)


def _one_a_sentence(namings: Sequence[Naming]) -> list[Naming]:
    return list({naming.claim.sentence: naming for naming in reversed(namings)}.values())[::-1]


def _best(namings: Sequence[Naming], overlaps: Mapping[Pair, float]) -> Mapping[tuple[int, str], float]:
    """How like each naming's sentence the likest is that an article has."""
    best: dict[tuple[int, str], float] = defaultdict(float)
    for (i, j), overlap in overlaps.items():
        for one, other in ((i, j), (j, i)):
            key = one, namings[other].claim.article
            best[key] = max(best[key], overlap)
    return best


def _name(naming: Naming) -> str:
    return naming.value.name if isinstance(naming.value, Argument) else ""
