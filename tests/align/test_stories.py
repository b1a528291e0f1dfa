"""Do articles about the same happenings come together, and others stay apart?"""

from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from crosscheck.align.stories import stories_of
from crosscheck.model.article import Article

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "cases/align/stories.toml").read_text("utf-8"))["case"]


def _read(case: dict[str, Any]) -> tuple[list[Article], dict[str, str]]:
    articles, stories = [], {}
    for number, line in enumerate(case["articles"]):
        story, _, rest = line.partition(":")
        day, _, text = rest.partition("|")
        articles.append(Article(f"n{number}", text.strip(), "", published=day.strip() or None))
        stories[f"n{number}"] = story
    return articles, stories


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_pile_falls_into_the_stories_that_the_case_names(case: dict[str, Any]) -> None:
    """Two articles share a story exactly where the case gives them the same name."""
    articles, stories = _read(case)
    home = {name: story.id for story in stories_of(articles) for name in story.articles}
    for a, b in combinations(stories, 2):
        assert (home[a] == home[b]) is (stories[a] == stories[b])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_every_article_has_one_story_whatever_the_order(case: dict[str, Any]) -> None:
    """The stories are a partition, the same for any order of the articles."""
    articles, stories = _read(case)
    found = stories_of(articles)
    assert sorted(name for story in found for name in story.articles) == sorted(stories)
    assert stories_of(articles[::-1]) == found


def test_a_story_keeps_its_name_when_it_is_reported_further() -> None:
    """A story is named after its first report."""
    articles, _ = _read(CASES[0])
    before, after = stories_of(articles[:1]), stories_of(articles)
    assert before[0].id in {story.id for story in after}


def test_a_thousand_articles_take_seconds() -> None:
    """Articles that share no rare word are never compared."""
    articles = [Article(f"{n:04}", " ".join(f"w{n * 7 + k % 90}x{k % 13}" for k in range(200)), "") for n in range(1000)]
    start = perf_counter()
    assert len(stories_of(articles)) > 500
    assert perf_counter() - start < 20
