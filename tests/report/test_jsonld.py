"""Is the JSON-LD what schema.org calls a Claim, and does it judge nothing that nobody judged?"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from crosscheck.model.article import Article
from crosscheck.report import Look, format_named
from tests.report.made import ANSWERS, GULF, HARBOUR, REPORT, TOLD

JSONLD = format_named("jsonld")
LOOK = Look(80)


def graph(text: str) -> list[dict[str, Any]]:
    document = json.loads(text)
    assert document["@context"] == "https://schema.org"
    return list(document["@graph"])


def test_every_value_is_a_claim_with_its_appearances() -> None:
    """One quotation a mention, each part of an article of the document."""
    nodes = graph(JSONLD.compare(REPORT, LOOK))
    articles = {node["@id"] for node in nodes if node["@type"] == "NewsArticle"}
    claims = [node for node in nodes if node["@type"] == "Claim"]
    values = [value for one in REPORT.alignments for facet in one.facets for value in facet.values]
    assert [len(claim["appearance"]) for claim in claims] == [len(value.mentions) for value in values]
    assert {quotation["isPartOf"]["@id"] for claim in claims for quotation in claim["appearance"]} <= articles
    assert len({claim["@id"] for claim in claims}) == len(claims)


def test_nothing_is_rated() -> None:
    """A contradiction does not say who is wrong."""
    assert "Rating" not in JSONLD.compare(REPORT, LOOK) + JSONLD.check(ANSWERS, [HARBOUR], LOOK)


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (("2031-05-04", "2031-05-06"), "g2_gulf"),
        (("2031-05-04", "2031-05-04"), None),
        (("2031-05", "2031-05-04"), None),
        ((None, "2031-05-04"), None),
    ],
)
def test_the_first_appearance_is_only_given_where_it_is_known(days: tuple[str | None, str], first: str | None) -> None:
    """All articles that state it are dated, and one came before all others."""
    articles: tuple[Article, ...] = tuple(replace(one, published=day) for one, day in zip((GULF, HARBOUR), days, strict=True))
    shown = graph(JSONLD.compare(replace(REPORT, articles=articles, alignments=REPORT.alignments[3:]), LOOK))
    assert shown[-1].get("firstAppearance") == (first and {"@id": f"#article-{first}"})


def test_who_says_it_is_the_author_and_what_is_not_known_is_left_out() -> None:
    """A nurse without a name is nobody's author, and an article without a title has none."""
    article, claim = graph(JSONLD.claims([GULF], [TOLD], LOOK))
    assert "headline" not in article
    assert article["publisher"] == {"@type": "Organization", "name": "Gulf Wire"}
    assert "author" not in claim
    named = replace(TOLD, attribution=(replace(TOLD.attribution[0], anonymous=False),))
    assert graph(JSONLD.claims([GULF], [named], LOOK))[1]["author"] == {"name": "Ada Bo"}
