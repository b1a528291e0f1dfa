"""Which weights tell two claims of one event from two claims of two events?

    python -m tools.train.alignment --data ../shared/nlp/ecbplus-train.tar.xz

Fits a logistic regression over the features of `align.similarity` on pairs of claims whose predicates ECB+ marks, by topic: half of the topics
fit, the other half show what the fit is worth, and the other way round. Prints the weights fitted on all topics as TOML.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from crosscheck.align.clusters import excluded
from crosscheck.align.features import Features, features_of
from crosscheck.align.keys import candidate_pairs
from crosscheck.align.pile import Pile
from crosscheck.align.similarity import similarity, weights
from crosscheck.align.stories import stories_of
from crosscheck.extract.claims import extracted
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim
from tools.train.ecbplus import EventMention, Topic, topics

Array = np.ndarray[Any, np.dtype[np.float64]]
FEATURES = tuple(name for name in weights() if name != "bias")
RIDGE = 1.0  # keeps weights small where a feature is rare; 0.1 to 10 gave the same F within half a point
STEPS = 400


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="ecbplus-train.tar.xz")
    rows = [_rows(topic) for topic in topics(options.parse_args().data)]
    for name, fitted_on, shown_on in (("first half", rows[::2], rows[1::2]), ("second half", rows[1::2], rows[::2])):
        weights = fit(np.vstack([x for x, _ in fitted_on]), np.concatenate([y for _, y in fitted_on]))
        x, y = np.vstack([x for x, _ in shown_on]), np.concatenate([y for _, y in shown_on])
        print(f"# fitted on the {name}: {_scores(x @ weights[:-1] + weights[-1], y)} on the other")
    weights = fit(np.vstack([x for x, _ in rows]), np.concatenate([y for _, y in rows]))
    print(f"bias = {weights[-1]:.3f}\n\n[weights]")
    for feature, weight in zip(FEATURES, weights, strict=False):
        print(f"{feature} = {weight:.3f}")


def _rows(topic: Topic) -> tuple[Array, Array]:
    claims = [claim for name, text in topic.texts.items() for claim in extracted(Article(name, text, name)).claims]
    chains = {claim.id: chain for claim in claims if (chain := chain_of(claim, topic.mentions)) is not None}
    features = [features_of(claim) for claim in claims]
    pile = Pile(features, stories_of([Article(name, text, name) for name, text in topic.texts.items()]))
    pairs = list(_pairs(features, chains, pile))
    x = np.array([values for values, _ in pairs], dtype=float).reshape(-1, len(FEATURES))
    y = np.array([same for _, same in pairs], dtype=float)
    print(f"# topic {topic.name}: {len(claims)} claims, {len(chains)} marked, {len(y)} pairs, {int(y.sum())} the same", flush=True)
    return x, y


def chain_of(claim: Claim, mentions: Sequence[EventMention]) -> str | None:
    """The chain of the first marked mention that the claim's predicate overlaps."""
    span = claim.predicate.span
    return next((m.chain for m in mentions if m.article == claim.article and m.start < span.end and span.start < m.end), None)


def _pairs(features: Sequence[Features], chains: dict[str, str], pile: Pile) -> Iterator[tuple[list[float], bool]]:
    for i, j in candidate_pairs(features):
        left, right = features[i], features[j]
        if left.claim.id not in chains or right.claim.id not in chains or excluded(left, right):
            continue
        found = similarity(left, right, pile)
        yield [found.part(name) for name in FEATURES], chains[left.claim.id] == chains[right.claim.id]


def fit(x: Array, y: Array) -> Array:
    """Weights and, last, the bias, by Newton's method on the penalised likelihood."""
    design = np.hstack([x, np.ones((len(x), 1))])
    weights = np.zeros(design.shape[1])
    penalty = np.diag([RIDGE] * x.shape[1] + [0.0])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-(design @ weights)))
        gradient = design.T @ (p - y) + penalty @ weights
        step = np.linalg.solve(design.T @ (design * (p * (1 - p))[:, None]) + penalty, gradient)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def _scores(scores: Array, y: Array) -> str:
    said = scores > 0
    right = float((said & (y > 0)).sum())
    precision, recall = right / max(1, said.sum()), right / max(1, y.sum())
    return f"pair precision {precision:.3f}, recall {recall:.3f}, F {2 * precision * recall / max(1e-9, precision + recall):.3f}"


if __name__ == "__main__":
    main()
