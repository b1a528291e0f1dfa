"""How much likelier are two claims of one kind of event one event where both stand in one story?

    python -m tools.train.one_story --data ../shared/nlp/ecbplus-train.tar.xz

Fits what stands under `[story]` in data/lexicon/alignment.toml, on top of the weights there: a logistic regression over pairs of claims of one kind
in one story, in the sentences of ECB+ whose events were all reviewed. Shows what the fit is worth on each fourth of the topics, fitted on the others.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from crosscheck.align.clusters import excluded
from crosscheck.align.features import features_of
from crosscheck.align.keys import candidate_pairs
from crosscheck.align.pile import Pile
from crosscheck.align.protagonists import Protagonists
from crosscheck.align.similarity import are_of_one_kind, many_of, similarity
from crosscheck.align.stories import stories_of
from crosscheck.extract.claims import extracted
from crosscheck.model.article import Article
from tools.train.alignment import Array, Rows, chain_of
from tools.train.ecbplus import Topic, reviewed_topics
from tools.train.marked import fitted

Said = np.ndarray[Any, np.dtype[np.bool_]]
NAMES = ("lemma", "usual", "told_once", "many")
STRENGTH = 1.0  # of the prior that each weight is nothing, in pairs
KNOWN = len(NAMES)  # the column of the score that a pair has without its story


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="ecbplus-train.tar.xz")
    rows = [_rows(topic) for topic in reviewed_topics(options.parse_args().data)]
    for fold in range(4):
        print(f"# topics {' '.join(one.topic for one in rows[fold::4])} by the others: {_scores(_fit(_without(rows, fold)), rows[fold::4])}")
    *weights, kind = _fit(rows)
    print(f"[story]\nkind = {kind:.3f}")
    for name, weight in zip(NAMES, weights, strict=True):
        print(f"{name} = {weight:.3f}")


def _without(rows: Sequence[Rows], fold: int) -> list[Rows]:
    return [one for number, one in enumerate(rows) if number % 4 != fold]


def _rows(topic: Topic) -> Rows:
    found = list(_pairs(topic))
    y = np.array([same for _, same in found], dtype=float)
    counts = np.full(len(y), (len(y) + 20) ** -0.5)  # a topic of ten times the pairs tells not ten times as much
    return Rows(topic.name, np.array([x for x, _ in found], dtype=float).reshape(-1, KNOWN + 1), y, counts)


def _pairs(topic: Topic) -> Iterator[tuple[list[float], bool]]:
    articles = [Article(name, text, name) for name, text in sorted(topic.texts.items())]
    claims = [claim for article in articles for claim in extracted(article).claims if not claim.is_mention]
    features = [features_of(claim) for claim in claims]
    protagonists = Protagonists(articles)
    pile = Pile(features, stories_of(articles, protagonists), protagonists)
    chains = [chain_of(claim, topic.mentions) for claim in claims]
    for i, j in candidate_pairs(features, pile.story):
        left, right = features[i], features[j]
        if None in (chains[i], chains[j]) or excluded(left, right) or pile.apart(left, right):
            continue
        found = similarity(left, right, pile)
        if are_of_one_kind(left, right, found.part("predicate")) and pile.one_story(left.claim.article, right.claim.article):
            known = [found.part(name) for name in NAMES[:-1]]
            yield [*known, float(many_of(left.classes & right.classes)), found.score], chains[i] == chains[j]


def _fit(rows: Sequence[Rows]) -> Array:
    x, y, counts = (np.concatenate([getattr(one, name) for one in rows]) for name in ("x", "y", "counts"))
    return fitted(x[:, :KNOWN], y, counts / counts.mean(), STRENGTH, x[:, KNOWN])


def _scores(weights: Array, rows: Sequence[Rows]) -> str:
    x, y = (np.concatenate([getattr(one, name) for one in rows]) for name in ("x", "y"))
    added = x[:, :KNOWN] @ weights[:-1] + weights[-1]
    return ", ".join(f"{label} F {_f(score > 0, y > 0):.3f}" for label, score in (("before", x[:, KNOWN]), ("with it", x[:, KNOWN] + added)))


def _f(said: Said, true: Said) -> float:
    return float(2 * (said & true).sum() / max(1, said.sum() + true.sum()))


if __name__ == "__main__":
    main()
