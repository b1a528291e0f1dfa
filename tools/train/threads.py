"""How are the weights fitted that tell whether two numbers answer one question?

    python -m tools.train.threads --data ../shared/nlp/ecbplus-train.tar.xz

On the ten stories of the training topics of ECB+ whose facts are marked in facts.json: two numbers that tell one fact answer one question, two that
tell two facts do not, and one that tells no marked fact hardly answers what a marked one does. Prints `[weights]` of data/lexicon/threads.toml, and
how well each story is told by weights fitted on the others.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from crosscheck.align.features import features_of
from crosscheck.align.pile import Pile
from crosscheck.align.similarity import similarity
from crosscheck.align.stories import stories_of
from crosscheck.align.threads import CONTEXT, FEATURES, Reader
from crosscheck.align.values import candidates
from crosscheck.extract.claims import extracted
from crosscheck.model.article import Article
from tools.train.alignment import Array
from tools.train.ecbplus import topics
from tools.train.marked import facts_at, fitted, marked_stories

STRENGTH = 3.0  # of the prior that every weight is nothing; ten times more or less changes the average precision by a hundredth
UNMARKED = 0.5  # what a pair counts of which one number tells no marked fact
PAIRS = 200  # a story counts by the root of its pairs and so many


@dataclass(frozen=True, slots=True)
class Rows:
    """Pairs of numbers of one story: features, whether they answer one question, and what each counts."""

    story: str
    x: Array
    y: Array
    counts: Array


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="ecbplus-train.tar.xz")
    rows = [_rows(name, articles) for topic in topics(options.parse_args().data) for name, articles in marked_stories(topic)]
    for held in rows:
        weights = fit([one for one in rows if one is not held])
        print(f"# {held.story}: {len(held.y)} pairs, {int(held.y.sum())} of one question, average precision {_precision(weights, held):.2f}")
    weighed = fit(rows)
    print(f"[weights]\nbias = {weighed[-1]:.3f}")
    for feature, weight in zip(FEATURES, weighed[:-1], strict=True):
        print(f"{feature} = {weight:.3f}")


def _rows(story: str, articles: Sequence[Article]) -> Rows:
    text = {article.id: article.text for article in articles}
    claims = [features_of(claim) for article in articles for claim in extracted(article).claims if not claim.is_mention]
    reader = Reader(claims, Pile(claims, stories_of(articles)))
    x, y, counts = [], [], []
    for left, right in candidates(reader.values, reader.pile):
        one, other = claims[left.position], claims[right.position]
        facts = facts_at(left.place, text), facts_at(right.place, text)
        if any(facts) and reader.pile.rarity.overlap(one.terms, other.terms) >= CONTEXT:
            x.append([value for _, value in reader.parts(left, right, similarity(one, other, reader.pile))])
            y.append(float(bool(facts[0] & facts[1])))
            counts.append(1.0 if all(facts) else UNMARKED)
    weight = (len(y) + PAIRS) ** -0.5
    return Rows(story, np.array(x).reshape(-1, len(FEATURES)), np.array(y), np.array(counts) * weight)


def fit(rows: Sequence[Rows]) -> Array:
    """Weights and, last, the bias."""
    x, y, counts = (np.concatenate([getattr(one, name) for one in rows]) for name in ("x", "y", "counts"))
    return fitted(x, y, counts / counts.mean(), STRENGTH)


def _precision(weights: Array, rows: Rows) -> float:
    """Average precision of the pairs, likeliest first."""
    y = rows.y[np.argsort(-(rows.x @ weights[:-1]), kind="stable")]
    return float((np.cumsum(y) / np.arange(1, len(y) + 1))[y > 0].mean()) if y.any() else 0.0


if __name__ == "__main__":
    main()
