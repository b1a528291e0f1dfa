"""How are the weights fitted that tell whether two sentences which name one thing tell of it in one connexion?

    python -m tools.train.connexions --data ../shared/nlp/ecbplus-train.tar.xz

On the ten stories of the training topics of ECB+ whose facts are marked in facts.json: two namings that tell one fact stand in one connexion, two
that tell two facts do not. Prints the tables of data/lexicon/connexions.toml, and how well each story is told by weights fitted on the others.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from crosscheck.align.connexions import FEATURES, LEAST, Reader
from crosscheck.align.features import Rarity
from crosscheck.align.naming import told_in
from crosscheck.extract.claims import extracted
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract
from tools.train.alignment import Array
from tools.train.ecbplus import topics
from tools.train.marked import facts_at, fitted, marked_stories

STRENGTH = 5.0  # of the prior that every weight is nothing
KINDS = ("whole", "head", "value", "trait", "deed")


@dataclass(frozen=True, slots=True)
class Rows:
    """Pairs of namings of one kind in one story: features, whether they tell one fact, and what each counts."""

    story: str
    kind: str
    x: Array
    y: Array
    counts: Array


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="ecbplus-train.tar.xz")
    stories = [story for topic in topics(options.parse_args().data) for story in marked_stories(topic)]
    rows = [found for name, articles in stories for found in rows_of(name, articles, {article.id: extracted(article) for article in articles})]
    for story in sorted({one.story for one in rows}):
        print(f"# {story}: {' '.join(_held_out(kind, story, rows) for kind in KINDS)}")
    for kind in KINDS:
        weighed = fit([one for one in rows if one.kind == kind])
        print(f"\n[{kind}]\nbias = {weighed[-1]:.3f}")
        for feature, weight in zip(FEATURES, weighed[:-1], strict=True):
            print(f"{feature} = {weight:.3f}")


def rows_of(story: str, articles: Sequence[Article], extracts: Mapping[str, Extract]) -> Iterator[Rows]:
    """The pairs of a story's claims, one kind of phrase after the other."""
    texts = {article.id: article.text for article in articles}
    claims = [claim for extract in extracts.values() for claim in extract.claims if not claim.is_mention]
    told = told_in(claims, {name: extract.things for name, extract in extracts.items()})
    reader = Reader(told, Rarity([frozenset(terms) for terms in {(claim.article, claim.sentence): claim.terms for claim in claims}.values()]))
    x: dict[str, list[tuple[float, ...]]] = {kind: [] for kind in KINDS}
    y: dict[str, list[bool]] = {kind: [] for kind in KINDS}
    counts: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for phrase, namings in reader.told_by_several(dict.fromkeys(texts, story)):
        judged = [
            (parts, bool(facts[0] & facts[1]))
            for left, right, parts in reader.pairs(phrase, namings)
            if all(facts := (facts_at(left.place[:2], texts), facts_at(right.place[:2], texts)))
        ]
        for parts, same in judged:
            x[phrase.kind].append(parts)
            y[phrase.kind].append(same)
            counts[phrase.kind].append(len(judged) ** -0.5)  # what is named in forty sentences tells not forty times as much
    for kind in KINDS:
        yield Rows(story, kind, np.array(x[kind]).reshape(-1, len(FEATURES)), np.array(y[kind], dtype=float), np.array(counts[kind]))


def fit(rows: Sequence[Rows]) -> Array:
    """Weights and, last, the bias."""
    x, y, counts = (np.concatenate([getattr(one, name) for one in rows]) for name in ("x", "y", "counts"))
    return fitted(x, y, counts, STRENGTH)


def _held_out(kind: str, story: str, rows: Sequence[Rows]) -> str:
    """How many pairs of a story are taken by weights fitted on the others, and what share of them is right."""
    weights = fit([one for one in rows if one.kind == kind and one.story != story])
    shown = next(one for one in rows if one.kind == kind and one.story == story)
    taken = 1 / (1 + np.exp(-(shown.x @ weights[:-1] + weights[-1]))) >= LEAST[kind]
    right = float(shown.y[taken].sum())
    return f"{kind} {right:.0f} of {int(taken.sum())} right, {right:.0f} of {int(shown.y.sum())} found;"


if __name__ == "__main__":
    main()
