"""What does it add that two claims of one kind stand in one story?"""

from __future__ import annotations

import pytest

from crosscheck.align.features import features_of
from crosscheck.align.pile import Pile
from crosscheck.align.similarity import similarity
from crosscheck.model.article import Article
from crosscheck.model.report import Story
from crosscheck.pipeline import claims_in

FIRE = ("Fire crews extinguished the blaze before dawn.", "By six the flames in Arrin had been extinguished.")


def added(lines: tuple[str, str], reports: int) -> float:
    """What one story adds to the first claims of two of its reports; the others tell the first's line as well."""
    articles = [Article(f"a{number}", lines[number == 1], f"{number}") for number in range(reports)]
    features = [features_of(claims_in(article).claims[0]) for article in articles]
    pile = Pile(features, [Story("one", tuple(article.id for article in articles))])
    return similarity(features[0], features[1], pile).story


def test_many_reports_of_one_story_tell_of_one_event_of_a_kind() -> None:
    """Even where the two sentences share little else."""
    assert added(FIRE, 9) > 1.0


@pytest.mark.parametrize(
    ("lines", "reports"),
    [
        pytest.param(FIRE, 3, id="three reports tell little"),
        pytest.param(("Mira Holt said so.", "The mayor said that roads were closed."), 9, id="each report says many things"),
        pytest.param(("Arno Velt became a teacher.", "The road became impassable."), 9, id="became stands in any text"),
    ],
)
def test_one_story_adds_nothing_where_it_tells_nothing(lines: tuple[str, str], reports: int) -> None:
    """Of what every text has, and in a story of few reports, two claims of one kind are as good as two events."""
    assert added(lines, reports) <= 0.0


def test_the_gates_of_contradictions_do_not_hear_of_it() -> None:
    """The likelihood by which values are set against each other is that of the two claims alone."""
    articles = [Article(f"a{number}", FIRE[number == 1], f"{number}") for number in range(9)]
    features = [features_of(claims_in(article).claims[0]) for article in articles]
    told = Pile(features, [Story("one", tuple(article.id for article in articles))])
    link = similarity(features[0], features[1], told)
    assert link.together > link.likelihood
