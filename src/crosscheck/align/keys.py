"""Under which keys can a claim meet the claims that may speak of the same event?

A key joins what kind of event it is with something that tells one event from another: a participant, a number, a date, a rare word.
Claims that share no key are never compared.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from crosscheck.align.features import Features

# A key that more claims than this share tells nothing apart; chosen so that a pile of 100 articles about one event still aligns.
MOST_CLAIMS_A_KEY = 400
# A claim is compared with the claims under its rarest keys until it has met so many; it costs nothing in a story of ten articles.
MOST_CANDIDATES = 100
# Of those that other stories tell it takes so many, by what it shares with them. Of 500 articles of newswire (14,000 claims) a claim then has 10
# pairs and not 38, and keeps nine in ten of those that are more likely than .4; alike by a common word or two are millions.
MOST_FOREIGN = 20
# Places among which the keys of a large pile are spread to find those that two claims share; a byte each.
PLACES = 1 << 24
# Two clauses that share this many consecutive words are candidates whatever their predicates ("won"/"lost" in a changed copy).
WORDS_IN_A_RUN = 4


def keys_of(features: Features) -> frozenset[str]:
    """The blocking keys of one claim."""
    return frozenset(_typed_keys(features)) | frozenset(_run_keys(features)) | {rest_of(features)}


def rest_of(features: Features) -> str:
    """What keys a sentence in which only the predicate was exchanged."""
    return f"~{' '.join(sorted(features.terms - {features.claim.predicate.lemma}))}"


def _typed_keys(features: Features) -> Iterable[str]:
    anchors = anchors_of(features)
    for kind in features.classes | features.things:
        for anchor in anchors:
            yield f"{kind}|{anchor}"
    for family in features.kindred:
        for anchor in telling_anchors(features):
            yield f"{family}|{anchor}"
    for figure in features.figures:
        for term in features.terms:
            yield f"={figure}|{term}"


def anchors_of(features: Features) -> Sequence[str]:
    """What two claims of one kind must share to meet."""
    return [*features.names, *features.terms, *(f"#{number:g}" for number in features.numbers), *(since[:7] for since, _ in features.days)]


def telling_anchors(features: Features) -> Iterator[str]:
    """What two claims of kindred kinds must share to meet: a participant, a telling number or a date; another word of the sentence is too little."""
    yield from features.names
    yield from features.figures
    yield from (since for since, _ in features.days)
    yield from (name for fillers in features.fillers for filler in fillers for name in filler.whole)


def _run_keys(features: Features) -> Iterable[str]:
    words = features.words
    for start in range(len(words) - WORDS_IN_A_RUN + 1):
        yield " ".join(words[start : start + WORDS_IN_A_RUN])


def candidate_pairs(claims: Sequence[Features], story: Callable[[str], str] = str) -> Iterator[tuple[int, int]]:
    """Pairs of positions that share a key and of which one takes the other, each once, in order; there may be millions of them.

    `story` names the story of an article.
    """
    for position, others in enumerate(_met(claims, story)):
        yield from ((position, other) for other in sorted(set(others)))


def _met(claims: Sequence[Features], story: Callable[[str], str]) -> list[list[int]]:
    """For each position, the later ones of which one takes the other. What they share is forgotten before the first pair is looked at."""
    blocks: list[list[list[int]]] = [[] for _ in claims]
    for members in blocks_of(claims):
        for position in members:
            blocks[position].append(members)
    stories = [story(features.claim.article) for features in claims]
    met: list[list[int]] = [[] for _ in claims]
    for position, shared in enumerate(blocks):
        for other in _taken(position, shared, stories):
            met[min(position, other)].append(max(position, other))
    return met


def _taken(position: int, blocks: Iterable[Sequence[int]], stories: Sequence[str]) -> Iterator[int]:
    """The claims that one claim takes as candidates: those under its rarest keys, and of other stories those that it shares most keys with."""
    weights: dict[int, float] = defaultdict(float)
    for members in blocks:
        if len(weights) > MOST_CANDIDATES:
            break
        weight = weight_of(len(members))
        for member in members:
            weights[member] += weight
    weights.pop(position, None)
    home, foreign = stories[position], []
    for other in weights:
        if stories[other] == home:
            yield other
        else:
            foreign.append(other)
    if len(foreign) > MOST_FOREIGN:
        foreign.sort()
        foreign.sort(key=weights.__getitem__, reverse=True)  # of equals the first comes first, reversed or not
    yield from foreign[:MOST_FOREIGN]


def weight_of(members: int) -> float:
    """What it says that two claims share a key that so many have."""
    return 1 / math.log2(1 + members)


def blocks_of(claims: Sequence[Features]) -> list[list[int]]:
    """The positions under each key that two claims or more have, but not too many, the rarest first. Most keys have one claim: no list."""
    blocks: dict[str, list[int]] = {}
    for position, features in enumerate(claims):
        for key in keys_of(features):
            blocks.setdefault(key, []).append(position)
    usable = sorted(key for key, members in blocks.items() if 1 < len(members) <= MOST_CLAIMS_A_KEY)
    return sorted([blocks[key] for key in usable], key=len)


def seen_again(keys: Iterable[Iterable[Hashable]]) -> bytearray:
    """By place, whether two keys fell there: what two share does, and some keys of one do by chance, which changes nothing.

    So what only one has, three keys in four, need not be kept: of a million claims there are twenty million.
    """
    once, again = bytearray(PLACES), bytearray(PLACES)
    for some in keys:
        for key in some:
            place = hash(key) % PLACES
            again[place] = once[place]
            once[place] = 1
    return again
