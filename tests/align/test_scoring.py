"""Do arrays find the same likelihoods as Python does pair by pair, to the last bit?"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import numpy
import pytest

from crosscheck.align import clusters
from crosscheck.align.clusters import likely_pairs, scores_of
from crosscheck.align.features import Features, features_of
from crosscheck.align.linkage import Limits
from crosscheck.align.pile import Pile
from crosscheck.align.promise import Promise
from crosscheck.align.protagonists import Protagonists
from crosscheck.align.scoring import Scoring
from crosscheck.align.stories import stories_of
from crosscheck.model.article import Article
from crosscheck.pipeline import claims_in_each
from tests.align.piles import pile_of
from tests.align.test_encounters import articles_of

TOLD = (
    "Two coups\nArrin, 4 May 2021. The army of Norvia took power in Arrin on Monday. It was the second coup in May. Mira Holt, 38, is the president.",
    "A coup\nArrin, 4 May 2021. The army of Norvia took power in Arrin on 3 May 2021. Two coups shook Norvia. Arno Velt, 52, is the president.",
    "Grain for Zarn\nThe port of Zarn got 25,000 tons of grain on 3 May 2021. Norvia sent nine lorries. Mira Hollt said the army took power.",
    "Grain for Zarn\nThe port of Zarn got 26,000 tons of grain in May. Norvia sent two helicopters in March. Mira Holt said the army took power.",
)
EVERYTHING = Limits(1e-9, 1e-9, clusters.TWINS)


def of_reports() -> tuple[list[Features], Pile]:
    """Of one country and of several firms, of which some have nothing in common."""
    articles = [*articles_of(), *(Article(f"t{at}", text, f"t{at}", published="2021-05-04") for at, text in enumerate(TOLD))]
    told = zip(articles, claims_in_each(articles), strict=True)
    features = [features_of(claim, article.published) for article, extract in told for claim in extract.claims if not claim.is_mention]
    protagonists = Protagonists(articles)
    return features, Pile(features, stories_of(articles, protagonists), protagonists)


@pytest.mark.parametrize(
    "pile",
    [
        pytest.param(lambda: pile_of(40, 3), id="made up"),
        pytest.param(lambda: pile_of(30, 7, story_of=12), id="large stories"),
        pytest.param(of_reports, id="reports"),
    ],
)
def test_every_pair_has_the_likelihood_that_python_finds(pile: Callable[[], tuple[list[Features], Pile]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Of all pairs, however unlikely, so that each feature must be the same."""
    claims, around = pile()
    every = list(combinations(range(len(claims)), 2))
    scoring = Scoring(claims, Promise(claims, around, EVERYTHING), EVERYTHING)
    found = [
        ((pair >> 32, pair & 0xFFFFFFFF), likelihood)
        for pairs, likelihoods in scoring.of(numpy.array([a << 32 | b for a, b in every]))
        for pair, likelihood in zip(pairs.tolist(), likelihoods.tolist(), strict=True)
    ]
    monkeypatch.setattr(clusters, "SPARSE", EVERYTHING.own)
    monkeypatch.setattr(clusters, "FOREIGN", EVERYTHING.foreign)
    assert found == list(scores_of(claims, around, every))
    assert len(found) < len(every)


def test_a_large_pile_keeps_the_same_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the same order."""
    claims, around = of_reports()
    plain = list(likely_pairs(claims, around).items())
    monkeypatch.setattr(clusters, "MANY", 10)
    assert list(likely_pairs(claims, around).items()) == plain
