"""Which stories of the training topics are marked fact by fact, and how are weights of pairs fitted to them?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from crosscheck.model.article import Article
from crosscheck.model.claim import Span
from tools.train.alignment import Array, facts_in
from tools.train.ecbplus import Topic


def marked_stories(topic: Topic) -> Iterator[tuple[str, list[Article]]]:
    """Those stories of the topic of which facts are marked; a topic has two, told apart by the names of their articles."""
    for ending in ("ecb", "ecbplus"):
        articles = [Article(name, text, name) for name, text in topic.texts.items() if name.rpartition("_")[2].lstrip("0123456789") == ending]
        if any(facts_in(article.id, article.text) for article in articles):
            yield f"{topic.name}_{ending}", articles


def facts_at(place: tuple[str, Span], texts: Mapping[str, str]) -> frozenset[int]:
    """The numbers of the marked facts that the words at a place of an article tell."""
    article, span = place
    return frozenset(number for marked, number in facts_in(article, texts[article]) if marked.touches(span))


def fitted(x: Array, y: Array, counts: Array, strength: float, known: Array | float = 0.0) -> Array:
    """Weights of a logistic regression and, last, its bias, by Newton's method; `strength` is that of the prior that every weight is nothing.

    `known` are the log odds that each row has before.
    """
    design = np.hstack([x, np.ones((len(x), 1))])
    penalty = np.diag([strength] * x.shape[1] + [1e-6])
    weights = np.zeros(design.shape[1])
    for _ in range(100):
        p = 1 / (1 + np.exp(-(known + design @ weights)))
        gradient = design.T @ (counts * (p - y)) + penalty @ weights
        step = np.linalg.solve(design.T @ (design * (counts * p * (1 - p))[:, None]) + penalty, gradient)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights
