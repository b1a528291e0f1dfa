"""Do articles about the same happenings come together, and others stay apart?"""

from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from crosscheck.align.stories import _with_those_alone, stories_of
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


def test_what_all_articles_of_a_group_have_tells_none_apart() -> None:
    """Two fights of one champion: his name, his belts and the words of the trade are in all, the opponent and the town part them."""
    trade = "Heavyweight champion Ivo Marek kept his belts with a knockdown."
    fights = (
        "Deon Pratt, a left-hander from Ohio trained by Carl Boone, sold ferry tickets in Toledo, went down by the ropes of the Hamburg harbour hall "
        "and blamed his broken glove, the late train and a cold.",
        "Luis Sosa, once a sparring partner from Colon in Panama, a dentist whose wife is a judge, cut him over the eye in a Vienna tram depot, "
        "claimed the twelfth for himself and sang the anthem.",
    )
    articles = [Article(f"{at:02}", f"{trade} {fights[at % 2]}", "") for at in range(20)]
    assert {frozenset(int(name) % 2 for name in story.articles) for story in stories_of(articles)} == {frozenset([0]), frozenset([1])}
    assert len(stories_of([Article(name, trade, "") for name in "abcdef"])) == 1


def test_a_story_has_the_name_of_its_most_typical_report_and_a_reason() -> None:
    """A headline, and the words that its articles open with."""
    articles, _ = _read(CASES[0])
    ship, vote = stories_of(articles)[:2] if "erry" in stories_of(articles)[0].name else stories_of(articles)[1::-1]
    assert ship.name in ("Ferry sinks off Palawan", "Divers search ferry off Palawan")
    assert ship.reason.startswith("Both open with ") and "Palawan" in ship.reason
    assert ship.reason.endswith("Published from 2023-03-02 to 2023-03-03.")
    assert "Kallas" in vote.reason


def test_an_article_alone_says_so() -> None:
    """No headline: the first words are its name."""
    (story,) = stories_of([Article("a", "https://herald.example/1\n2 May\nA goat stopped the night train near Lugo.", "")])
    assert (story.name, story.reason) == ("A goat stopped the night train near Lugo.", "No other article tells of the same happenings.")


def test_a_report_in_words_of_its_own_joins_a_story_of_many() -> None:
    """Where it is clearly liker to that one than to any other, and near it in time; a story of few draws nobody in."""
    groups = [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9], [10], [11], [12, 13]]
    alike = {(at, 10): 0.12 for at in range(5)} | {(at, 11): 0.12 for at in range(10)} | {(12, 13): 0.3}
    none: list[int | None] = [None] * 14
    assert _with_those_alone(groups, alike, none) == [[0, 1, 2, 3, 4, 10], [5, 6, 7, 8, 9], [11], [12, 13]]
    far = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 90, 1, 1, 1]
    assert _with_those_alone(groups, alike, far) == groups
