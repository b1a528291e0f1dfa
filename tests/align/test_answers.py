"""Is what was found out about two articles kept, and not all of it for ever?"""

from __future__ import annotations

from crosscheck.align.answers import Answers


def test_what_is_known_of_an_article_is_added_to() -> None:
    """The same table each time it is asked for."""
    answers: Answers[bool] = Answers()
    answers.of("a")["b"] = True
    assert answers.of("a") == {"b": True}
    assert answers.of("b") == {}


def test_of_many_articles_the_first_is_forgotten() -> None:
    """So that a large pile does not keep what is known of all its pairs."""
    answers: Answers[int] = Answers(most=2)
    for number, article in enumerate("abc"):
        answers.of(article)["x"] = number
    assert answers.of("c") == {"x": 2}
    assert answers.of("b") == {"x": 1}
    assert answers.of("a") == {}
