"""From which score on do two claims speak of one event?

    python -m tools.train.threshold --data ../shared/nlp/ecbplus-train.tar.xz

Aligns the articles of each ECB+ topic that may be trained on, at several values of a constant of `align`, and prints B-cubed F1 over the marked
event mentions that a claim covers.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from crosscheck.align import clusters, similarity
from crosscheck.align.clusters import clusters_of
from crosscheck.align.context import Context
from crosscheck.align.features import Features, features_of
from crosscheck.extract.claims import extracted
from crosscheck.model.article import Article
from crosscheck.model.claim import Facet
from tools.train.alignment import chain_of
from tools.train.ecbplus import Topic, topics

Read = tuple[tuple[Features, ...], Context, Mapping[str, str]]

# One at a time, the others as they are.
TRIED: tuple[tuple[Any, Hashable, tuple[float, ...]], ...] = (
    (clusters, "THRESHOLD", (1.3, 1.6, 1.9, 2.2)),
    (clusters, "AVERAGE", (0.35, 0.55, 0.75)),
    (clusters, "BEST_BY", (0.3, 0.6, 1.0)),
    (similarity, "EMPTY", (0.4, 1.0)),
    (similarity, "OTHER_THINGS", (0.0, -0.6, -1.0)),
    (similarity.OTHER_NOUN, Facet.PATIENT, (-0.3, -0.6, -1.0)),
    *((similarity.WEIGHTS, name, (0.0, weight, 1.5 * weight)) for name, weight in similarity.WEIGHTS.items()),
)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="ecbplus-train.tar.xz")
    read = [_read(topic) for topic in topics(options.parse_args().data)]
    print(f"as it is: {_score(read):.2f}", flush=True)
    for owner, name, values in TRIED:
        before = _get(owner, name)
        for value in values:
            if value != before:
                _put(owner, name, value)
                print(f"{name} {before:g} -> {value:g}: {_score(read):.2f}", flush=True)
        _put(owner, name, before)


def _get(owner: Any, name: Any) -> float:
    return float(owner[name] if isinstance(owner, dict) else getattr(owner, name))


def _put(owner: Any, name: Any, value: float) -> None:
    if isinstance(owner, dict):
        owner[name] = value
    else:
        setattr(owner, name, value)


def _read(topic: Topic) -> Read:
    claims = [claim for name, text in topic.texts.items() for claim in extracted(Article(name, text, name)).claims]
    chains = {claim.id: chain for claim in claims if (chain := chain_of(claim, topic.mentions)) is not None}
    return tuple(map(features_of, claims)), Context(claims), chains


def _score(read: Sequence[Read]) -> float:
    """Mean over topics, in percent."""
    return 100 * sum(map(_b_cubed, read)) / len(read)


def _b_cubed(read: Read) -> float:
    features, context, chains = read
    home = {features[member].claim.id: number for number, cluster in enumerate(clusters_of(features, context.alike)) for member in cluster.members}
    gold, system = dict(chains), {claim: home.get(claim, claim) for claim in chains}
    precision, recall = _shares(system, gold), _shares(gold, system)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _shares(first: Mapping[str, Hashable], second: Mapping[str, Hashable]) -> float:
    """The mean share of a member's companions in the first that are its companions in the second too."""
    groups = [_groups(first), _groups(second)]
    return sum(len(groups[0][first[c]] & groups[1][second[c]]) / len(groups[0][first[c]]) for c in first) / len(first)


def _groups(homes: Mapping[str, Hashable]) -> Mapping[Hashable, set[str]]:
    found: dict[Hashable, set[str]] = defaultdict(set)
    for claim, home in _sorted(homes):
        found[home].add(claim)
    return found


def _sorted(homes: Mapping[str, Hashable]) -> Iterator[tuple[str, Hashable]]:
    yield from sorted(homes.items(), key=lambda entry: entry[0])


if __name__ == "__main__":
    main()
