"""How are the weights fitted that tell whether two numbers answer one question?

    python -m tools.train.threads --data ../shared/nlp/ecbplus-train.tar.xz

On the ten stories of the training topics of ECB+ whose facts are marked in facts.json: two numbers that tell one fact answer one question, two that
tell two facts do not, and one that tells no marked fact hardly answers what a marked one does. Prints `[weights]` of data/lexicon/threads.toml, and
how well each story is told by weights fitted on the others.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from crosscheck.align.features import features_of
from crosscheck.align.pile import Pile
from crosscheck.align.similarity import similarity
from crosscheck.align.stories import stories_of
from crosscheck.align.threads import CONTEXT, FEATURES, Reader
from crosscheck.align.values import Value, candidates
from crosscheck.extract.claims import extracted
from crosscheck.model.article import Article
from tools.train.alignment import Array, facts_in
from tools.train.ecbplus import topics

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
    rows = [found for topic in topics(options.parse_args().data) for found in _stories(topic.name, topic.texts)]
    for held in rows:
        fitted = fit([one for one in rows if one is not held])
        print(f"# {held.story}: {len(held.y)} pairs, {int(held.y.sum())} of one question, average precision {_precision(fitted, held):.2f}")
    weighed = fit(rows)
    print(f"[weights]\nbias = {weighed[-1]:.3f}")
    for feature, weight in zip(FEATURES, weighed[:-1], strict=True):
        print(f"{feature} = {weight:.3f}")


def _stories(topic: str, texts: dict[str, str]) -> Iterator[Rows]:
    """Those stories of the topic of which facts are marked; a topic has two, told apart by the names of their articles."""
    for ending in ("ecb", "ecbplus"):
        articles = [Article(name, text, name) for name, text in texts.items() if name.rpartition("_")[2].lstrip("0123456789") == ending]
        if any(facts_in(article.id, article.text) for article in articles):
            yield _rows(f"{topic}_{ending}", articles)


def _rows(story: str, articles: Sequence[Article]) -> Rows:
    text = {article.id: article.text for article in articles}
    claims = [features_of(claim) for article in articles for claim in extracted(article).claims if not claim.is_mention]
    reader = Reader(claims, Pile(claims, stories_of(articles)))
    x, y, counts = [], [], []
    for left, right in candidates(reader.values, reader.pile):
        one, other = claims[left.position], claims[right.position]
        facts = _facts(left, text), _facts(right, text)
        if any(facts) and reader.pile.rarity.overlap(one.terms, other.terms) >= CONTEXT:
            x.append([value for _, value in reader.parts(left, right, similarity(one, other, reader.pile))])
            y.append(float(bool(facts[0] & facts[1])))
            counts.append(1.0 if all(facts) else UNMARKED)
    weight = (len(y) + PAIRS) ** -0.5
    return Rows(story, np.array(x).reshape(-1, len(FEATURES)), np.array(y), np.array(counts) * weight)


def _facts(value: Value, texts: dict[str, str]) -> frozenset[int]:
    article, span = value.place
    return frozenset(number for place, number in facts_in(article, texts[article]) if place.touches(span))


def fit(rows: Sequence[Rows]) -> Array:
    """Weights and, last, the bias, by Newton's method."""
    x, y, counts = (np.concatenate([getattr(one, name) for one in rows]) for name in ("x", "y", "counts"))
    design, counts = np.hstack([x, np.ones((len(x), 1))]), counts / counts.mean()
    penalty = np.diag([STRENGTH] * len(FEATURES) + [1e-6])
    fitted = np.zeros(design.shape[1])
    for _ in range(100):
        p = 1 / (1 + np.exp(-(design @ fitted)))
        gradient = design.T @ (counts * (p - y)) + penalty @ fitted
        step = np.linalg.solve(design.T @ (design * (counts * p * (1 - p))[:, None]) + penalty, gradient)
        fitted -= step
        if np.abs(step).max() < 1e-6:
            break
    return fitted


def _precision(fitted: Array, rows: Rows) -> float:
    """Average precision of the pairs, likeliest first."""
    y = rows.y[np.argsort(-(rows.x @ fitted[:-1]), kind="stable")]
    return float((np.cumsum(y) / np.arange(1, len(y) + 1))[y > 0].mean()) if y.any() else 0.0


if __name__ == "__main__":
    main()
