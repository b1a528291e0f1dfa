"""Which weights tell two claims of one event from two claims of two events?

    python -m tools.train.alignment --data ../shared/nlp/ecbplus-train.tar.xz

Fits a logistic regression over the features of `align.similarity` on pairs of claims that ECB+ marks as one event or two, and on pairs that speak of
one fact or two (facts.json), of whole topics and of some of their articles. It corrects weights set by hand: what the topics do not tell stays
as it was (a Gaussian prior). Shows what the fit is worth on each fourth of the topics, fitted on the others, and prints the weights as TOML.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
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
from crosscheck.model.claim import Claim, Span
from tools.train.ecbplus import EventMention, Topic, topics

Array = np.ndarray[Any, np.dtype[np.float64]]
Fact = tuple[Span, int]  # where an article tells it, and its number
FEATURES = tuple(name for name in weights() if name != "bias")
# Set by hand before anything was fitted; what is not named was nothing.
BY_HAND = {
    "predicate": 1.0, "kindred": 1.0, "agent": 0.4, "patient": 0.6, "recipient": 0.4, "place": 0.5, "names": 0.4, "context": 1.0, "time": 0.7,
    "numbers": 0.5, "figure": 1.0, "wording": 1.6, "articles": 0.5,
}  # fmt: skip
SCALE = 1.5  # of the weights by hand; 2.5 trusts the predicate too much on stories of two articles
STRENGTH = 3000.0  # of the prior, in pairs; with 300 the weights of rare features run away with the few topics that have them
SIZES = (2, 2, 2, 2, 3, 3, 5, 5, 8, 12)  # articles in each pile besides the whole topic: users compare few
SMALL = 0.6  # what a pair of a small pile counts against one of a whole topic, which it repeats
SEED = 7


@dataclass(frozen=True, slots=True)
class Rows:
    """Pairs of one pile: features, whether they are one, and what each counts."""

    topic: str
    x: Array
    y: Array
    counts: Array


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="ecbplus-train.tar.xz")
    rows = [piles for topic in topics(options.parse_args().data) for piles in _piles(topic)]
    names = sorted({one.topic for one in rows})
    for fold in range(4):
        shown = set(names[fold::4])
        fitted = fit([one for one in rows if one.topic not in shown])
        print(f"# topics {' '.join(sorted(shown))} by the others: {_scores(fitted, [one for one in rows if one.topic in shown])}")
    weighed = fit(rows)
    print(f"[weights]\nbias = {weighed[-1]:.3f}")
    for feature, weight in zip(FEATURES, weighed[:-1], strict=True):
        print(f"{feature} = {weight:.3f}")


def _piles(topic: Topic) -> Iterator[Rows]:
    """The pairs of the whole topic, then of random piles of its articles, most of them of one of its two stories."""
    articles = [Article(name, text, name) for name, text in topic.texts.items()]
    claims = {article.id: extracted(article).claims for article in articles}
    chance = random.Random(f"{SEED} {topic.name}")
    for number, chosen in enumerate(({*claims}, *_small(list(claims), chance))):
        found = list(_pairs([article for article in articles if article.id in chosen], claims, topic.mentions))
        if found:
            y = np.array([same for _, same in found], dtype=float)
            counts = np.full(len(y), (SMALL if number else 1.0) / (len(y) + 20) ** 0.5)  # a topic of ten times the pairs tells not ten times as much
            yield Rows(topic.name, np.array([x for x, _ in found], dtype=float), y, counts)


def _small(names: Sequence[str], chance: random.Random) -> Iterator[set[str]]:
    for size in SIZES:
        first = chance.choice(names)
        one_story = chance.random() < 0.7
        near = [name for name in names if name != first and (not one_story or name.endswith("plus") == first.endswith("plus"))]
        if len(near) >= size - 1:
            yield {first, *chance.sample(near, size - 1)}


def _pairs(
    articles: Sequence[Article], claims_of: Mapping[str, Sequence[Claim]], mentions: Sequence[EventMention]
) -> Iterator[tuple[list[float], bool]]:
    claims = [claim for article in articles for claim in claims_of[article.id]]
    features = [features_of(claim) for claim in claims]
    pile = Pile(features, stories_of(articles))
    texts = {article.id: article.text for article in articles}
    chains = [chain_of(claim, mentions) for claim in claims]
    facts = [_facts_of(claim, texts[claim.article]) for claim in claims]
    for i, j in candidate_pairs(features):
        same = _same((chains[i], chains[j]), (facts[i], facts[j]))
        if same is not None and not excluded(features[i], features[j]):
            yield _values(features[i], features[j], pile), same


def _values(left: Features, right: Features, pile: Pile) -> list[float]:
    found = dict(similarity(left, right, pile).parts)
    return [found.get(name, 0.0) for name in FEATURES]


def _same(chains: tuple[str | None, str | None], facts: tuple[frozenset[int], frozenset[int]]) -> bool | None:
    """Whether the two are one, None where nobody says; two events may tell one fact all the same, and then count as one."""
    if facts[0] & facts[1]:
        return True
    if None not in chains:
        return chains[0] == chains[1]
    return False if facts[0] and facts[1] else None


def chain_of(claim: Claim, mentions: Sequence[EventMention]) -> str | None:
    """The chain of the first marked mention that the claim's predicate overlaps."""
    span = claim.predicate.span
    return next((m.chain for m in mentions if m.article == claim.article and m.start < span.end and span.start < m.end), None)


def _facts_of(claim: Claim, text: str) -> frozenset[int]:
    """The facts that the claim's predicate, numbers or times tell."""
    spans = [claim.predicate.span, *(quantity.span for quantity in claim.quantities), *(time.span for time in claim.times)]
    return frozenset(number for place, number in facts_in(claim.article, text) if any(place.touches(span) for span in spans))


@cache
def facts_in(article: str, text: str) -> tuple[Fact, ...]:
    """The facts of an article, with their places in its text: the file counts characters without spaces."""
    letters = [position for position, character in enumerate(text) if not character.isspace()]
    return tuple((Span(letters[start], letters[end - 1] + 1), number) for start, end, number in _marked().get(article, ()))


@cache
def _marked() -> Mapping[str, Sequence[tuple[int, int, int]]]:
    marked: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for article, start, end, number in json.loads(Path(__file__).with_name("facts.json").read_text(encoding="utf-8")):
        marked[article].append((start, end, number))
    return marked


def fit(rows: Sequence[Rows]) -> Array:
    """Weights and, last, the bias, by Newton's method on the likelihood with the prior."""
    x, y, counts = (np.concatenate([getattr(one, name) for one in rows]) for name in ("x", "y", "counts"))
    design, counts = np.hstack([x, np.ones((len(x), 1))]), counts / counts.mean()
    prior = np.array([SCALE * BY_HAND.get(name, 0.0) for name in FEATURES] + [0.0])
    penalty = np.diag([STRENGTH] * len(FEATURES) + [0.0])
    fitted = prior.copy()
    for _ in range(100):
        p = 1 / (1 + np.exp(-(design @ fitted)))
        gradient = design.T @ (counts * (p - y)) + penalty @ (fitted - prior)
        step = np.linalg.solve(design.T @ (design * (counts * p * (1 - p))[:, None]) + penalty, gradient)
        fitted -= step
        if np.abs(step).max() < 1e-6:
            break
    return fitted


def _scores(fitted: Array, rows: Sequence[Rows]) -> str:
    x, y = (np.concatenate([getattr(one, name) for one in rows]) for name in ("x", "y"))
    said = x @ fitted[:-1] + fitted[-1] > 0
    right = float((said & (y > 0)).sum())
    precision, recall = right / max(1, said.sum()), right / max(1, y.sum())
    return f"pair precision {precision:.3f}, recall {recall:.3f}, F {2 * precision * recall / max(1e-9, precision + recall):.3f}"


if __name__ == "__main__":
    main()
