"""Is what a large pile passes over unscored never more likely than what is kept?"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import numpy
import pytest

from crosscheck.align import clusters
from crosscheck.align.clusters import promising_pairs, scores_of
from crosscheck.align.features import Features, features_of
from crosscheck.align.keys import candidate_pairs
from crosscheck.align.pile import Pile
from crosscheck.align.protagonists import Protagonists
from crosscheck.align.stories import stories_of
from crosscheck.ingest.read import read
from crosscheck.pipeline import claims_in_each
from crosscheck.settings import Settings
from tests.align.piles import pile_of

SEEDS = Path(__file__).parents[2] / "seeds"


def of_the_seeds() -> tuple[list[Features], Pile]:
    articles = read((str(SEEDS),), Settings()).articles
    told = zip(articles, claims_in_each(articles), strict=True)
    features = [features_of(claim, article.published) for article, extract in told for claim in extract.claims if not claim.is_mention]
    protagonists = Protagonists(articles)
    return features, Pile(features, stories_of(articles, protagonists), protagonists)


@pytest.mark.parametrize("pile", [pytest.param(lambda: pile_of(40, 3), id="made up"), pytest.param(of_the_seeds, id="seeds")])
def test_what_is_kept_is_the_same(pile: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Likelihoods to the last digit, and the order; what is passed over is a good part."""
    assert callable(pile)
    claims, around = pile()
    plain = list(candidate_pairs(claims, around.story))
    monkeypatch.setattr(clusters, "MANY", 10)
    promising = list(promising_pairs(claims, around))
    assert list(scores_of(claims, around, promising)) == list(scores_of(claims, around, plain))
    assert set(promising) < set(plain)
    assert len(promising) < len(plain)


def test_no_pair_is_passed_over_that_would_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of all pairs, whether or not they share a key, and of many stories."""
    from crosscheck.align import promise

    claims, pile = pile_of(30, 5, story_of=12)
    every = list(combinations(range(len(claims)), 2))
    monkeypatch.setattr(promise, "pairs_of", lambda claims, story: numpy.array([a << 32 | b for a, b in every]))
    some = list(promise.pairs_worth_scoring(claims, pile, clusters.LIMITS))
    assert list(scores_of(claims, pile, some)) == list(scores_of(claims, pile, every))
    assert len(some) < 0.7 * len(every)
