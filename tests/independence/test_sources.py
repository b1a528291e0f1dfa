"""Are common authors, publishers and upstream sources found?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from crosscheck.independence.sources import CROWD, shared_sources
from crosscheck.model.article import Article
from crosscheck.model.claim import Attribution, Entity, Extract, Mention, Span

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "cases/independence/sources.toml").read_text("utf-8"))["case"]
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_articles_have_in_common_what_the_case_says(case: dict[str, Any]) -> None:
    """Each overlap with its kind, its articles in order, and the source that joins them."""
    articles = [Article(sha256="", **({"text": "A gale blew."} | fields)) for fields in case["articles"]]
    found = [f"{o.kind} {o.articles[0]} {o.articles[1]} {o.source}" for o in shared_sources(articles, {})]
    assert found == case["overlaps"]
    assert shared_sources(articles[::-1], {}) == shared_sources(articles, {})


def test_the_seeds_rest_on_africa_intelligence_and_afp() -> None:
    """000 and 001 both cite the newsletter, 001 and 003 both cite the agency, and the passages say where."""
    articles = {path.name[:3]: Article(path.name[:3], path.read_text("utf-8"), "") for path in SEEDS}
    found = {(overlap.articles, overlap.source): overlap for overlap in shared_sources(list(articles.values()), {})}
    assert set(found) == {(("000", "001"), "Africa Intelligence"), (("001", "003"), "AFP")}
    for (pair, source), overlap in found.items():
        spans = overlap.passages[0]
        assert {articles[name].text[span.start : span.end] for name, span in zip(pair, (spans.a, spans.b), strict=True)} == {source}


def test_an_organisation_is_an_upstream_source_and_a_person_is_none() -> None:
    """Both say that the committee counted, and both heard the minister."""
    articles = [
        Article(name, text, "")
        for name, text in (("a", "The Flood Committee said nine. Ana Reyes said ten."), ("b", "Ana Reyes doubts the Flood Committee."))
    ]
    extracts = {article.id: _said(article, ("Flood Committee", "ORG"), ("Ana Reyes", "PER")) for article in articles}
    assert [overlap.source for overlap in shared_sources(articles, extracts)] == ["Flood Committee"]


def test_a_kind_of_organisation_is_no_upstream_source() -> None:
    """Two countries have a Navy, and both speak to the press."""
    articles = [Article(name, "The Navy said nine ships had left.", "") for name in ("a", "b")]
    assert shared_sources(articles, {article.id: _said(article, ("Navy", "ORG")) for article in articles}) == ()


def test_a_crowd_with_one_source_is_named_along_a_chain() -> None:
    """Two hundred articles that cite one agency are 199 overlaps, not twenty thousand."""
    articles = [Article(f"{number:03}", "The dam held, according to AFP.", "") for number in range(200)]
    assert CROWD < 200 and len(shared_sources(articles, {})) == 199


def _said(article: Article, *names: tuple[str, str]) -> Extract:
    """An extract in which each name is the source of a statement."""
    entities, said = [], []
    for name, kind in names:
        mention = Mention(name, Span(article.text.index(name), article.text.index(name) + len(name)))
        entities.append(Entity(name, kind, (mention,)))
        said.append(Attribution(mention, None, (), speaker=name))
    return Extract(article.id, (), tuple(entities), (), (), tuple(said), ())
