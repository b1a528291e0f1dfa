"""Do arrays say of two articles what is said of them one by one?"""

from __future__ import annotations

import tomllib
from itertools import product
from pathlib import Path

import numpy

from crosscheck.align.context import Context
from crosscheck.align.encounters import Encounters
from crosscheck.align.protagonists import Protagonists
from crosscheck.ingest.read import read
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Predicate, Span
from crosscheck.settings import Settings

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/align/protagonists.toml").read_text("utf-8"))["case"]
SEEDS = Path(__file__).parents[2] / "seeds"
FIRMS = ("Velt Shipping of Arrin", "Holt Steel", "Shore Bank in Zarn", "Tarvia Grain", "Norvian Rail", "Arno Velt")


def articles_of() -> list[Article]:
    """The seeds, which tell of one country, and reports in one form on several firms."""
    reports = [
        Article(f"r{at}", f"{firm.upper()}\n{firm} said it lost 4 mln dlrs. The loss of {firm} follows that of {FIRMS[at // 3]}.", f"{at}")
        for at, firm in enumerate(FIRMS)
    ]
    others = [Article(f"{side}{at}", case[side]["text"], f"{side}{at}") for at, case in enumerate(CASES) for side in ("left", "right")]
    return [*read((str(SEEDS),), Settings()).articles, *reports, *others, Article("empty", "nothing to tell here", "empty")]


def claim_in(article: Article) -> Claim:
    terms = tuple(sorted({word.lower() for word in article.text.split()[:200]}))
    return Claim(f"c{article.id}", article.id, article.text[:1], Span(0, 1), 0, Predicate("say", "say", Span(0, 1)), terms=terms)


def test_pairs_of_articles_are_told_apart_and_compared_alike() -> None:
    """Of every two articles, in whichever order, an article and itself among them."""
    articles = articles_of()
    protagonists, context = Protagonists(articles), Context(map(claim_in, articles))
    ids = [article.id for article in articles]
    pairs = list(product(range(len(ids)), repeat=2))
    left, right = numpy.array(pairs).T
    found = Encounters(ids, protagonists, context)
    apart = [protagonists.apart(ids[a], ids[b]) for a, b in pairs]
    assert found.apart(left, right).tolist() == apart
    assert 0 < sum(apart) < len(apart)
    assert [round(alike, 6) for alike in found.alike(left, right).tolist()] == [context.alike(ids[a], ids[b]) for a, b in pairs]
