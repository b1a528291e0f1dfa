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


@pytest.mark.parametrize("cue", ["placed", "fear", "have expressed", "do not want"])
def test_what_an_organisation_does_or_feels_passes_nothing_on(cue: str) -> None:
    """The club fears, wants and signs; nobody has anything from it."""
    articles = [Article(name, f"The Harbour Rovers {cue} a keeper.", "") for name in ("a", "b")]
    assert shared_sources(articles, {article.id: _said(article, ("Harbour Rovers", "ORG"), cue=cue) for article in articles}) == ()


@pytest.mark.parametrize("name", ["Lagos", "Harbour Board spokesman Tom Okoro", "County Judge Ana Reyes"])
def test_a_town_or_a_person_taken_for_an_organisation_is_no_upstream_source(name: str) -> None:
    """A name that was read as an organisation's must be able to be one."""
    articles = [Article(article, f"{name} said that nine ships had left.", "") for article in ("a", "b")]
    assert shared_sources(articles, {article.id: _said(article, (name, "ORG"), cue="said") for article in articles}) == ()


def test_the_house_of_a_government_is_an_upstream_source() -> None:
    """Both have the call from the Kremlin, which a reader of names may have taken for the country."""
    articles = [Article(name, "The presidents spoke, the Kremlin said.", "") for name in ("a", "b")]
    extracts = {article.id: _said(article, ("Kremlin", "LOC"), cue="said") for article in articles}
    assert [overlap.source for overlap in shared_sources(articles, extracts)] == ["Kremlin"]


def test_an_outlet_that_tells_something_goes_by_one_name() -> None:
    """The Associated Press as an organisation that said it, and AP by its name."""
    articles = [Article("a", "The Associated Press said that nine ships had left.", ""), Article("b", "Nine ships left, according to AP.", "")]
    extracts = {"a": _said(articles[0], ("Associated Press", "ORG"), cue="said")}
    assert [overlap.source for overlap in shared_sources(articles, extracts)] == ["AP"]


def test_who_is_credited_with_a_whole_text_is_told() -> None:
    """The first article is the agency's, the second cites it once."""
    articles = [Article("a", "(Reuters) - The dam held.", ""), Article("b", "The dam held, a guard told Reuters.", "")]
    (overlap,) = shared_sources(articles, {})
    assert (overlap.source, overlap.credited) == ("Reuters", ("a",))


def test_a_crowd_with_one_source_is_named_along_a_chain() -> None:
    """Two hundred articles that cite one agency are 199 overlaps, not twenty thousand."""
    articles = [Article(f"{number:03}", "The dam held, according to AFP.", "") for number in range(200)]
    assert CROWD < 200 and len(shared_sources(articles, {})) == 199


def _said(article: Article, *names: tuple[str, str], cue: str | None = None) -> Extract:
    """An extract in which each name is the source of a statement, with the words that say so."""
    entities, said = [], []
    for name, kind in names:
        mention = Mention(name, Span(article.text.index(name), article.text.index(name) + len(name)))
        entities.append(Entity(name, kind, (mention,)))
        said.append(Attribution(mention, Mention(cue, Span(0, 0)) if cue else None, (), speaker=name))
    return Extract(article.id, (), tuple(entities), (), (), tuple(said), ())
