"""Tests for align/known_as.py: what one article says of names holds for all reports of its story."""

from __future__ import annotations

import pytest

from crosscheck.align.known_as import KnownAs, other_names_in
from crosscheck.model.article import Article
from crosscheck.model.claim import Argument, Facet, Span
from crosscheck.model.report import Story

TIED = [
    ("Karl “Big Red” Adler died early Tuesday.", "Karl Adler", "Big Red"),
    ('Karl Piet "Red" Adler died.', "Karl Piet Adler", "Red"),
    ("Karl (Red) Adler died.", "Karl Adler", "Red"),
    ("Big Red, born Karl Adler, was 57.", "Big Red", "Karl Adler"),
    ("Karl Adler, better known as Big Red, died.", "Karl Adler", "Big Red"),
    ("Mira Osk (also known as Ada Lind) was there.", "Mira Osk", "Ada Lind"),
    ("Lefkos, formerly Saint Ada, is a port.", "Lefkos", "Saint Ada"),
    ("The Norvian Teachers' Union (NTU) met.", "The Norvian Teachers' Union", "NTU"),
    ("On Monday Norvian Teachers' Union (NTU) leaders met.", "Norvian Teachers' Union", "NTU"),
    ("Ada Osk was born David Lind in Norvia.", "Ada Osk", "David Lind"),
]
UNTIED = [
    "British-born Karl Osk left.",
    "Karl Osk, born in Lefkos, left.",
    "Karl Osk, born Friday, is well.",
    "the Welfare Act (Mali) Karl read",
    "Karl Osk was born on May 4.",
    "The club (Lefkos United) won.",
    "Ada Osk called Karl Lind on Monday.",
]


@pytest.mark.parametrize(("text", "one", "other"), TIED)
def test_an_article_says_that_two_names_are_of_one(text: str, one: str, other: str) -> None:
    """A nickname within a name, a short form in brackets, and words such as "also known as" between two names."""
    assert [pair.names for pair in other_names_in(text)] == [(one, other)]


@pytest.mark.parametrize("text", UNTIED)
def test_other_names_side_by_side_are_of_two(text: str) -> None:
    """What stands beside a name without such words is another thing."""
    assert not list(other_names_in(text))


def test_it_holds_for_all_reports_of_the_story() -> None:
    """A report that has only the nickname knows the whole name from another one; one of another story does not."""
    texts = {"a": "Karl “Red” Adler died.", "b": "Red was 57.", "c": "Red was 57."}
    articles = [Article(name, text, name) for name, text in texts.items()]
    known = KnownAs(articles, [Story("s", ("a", "b")), Story("t", ("c",))])
    name = Argument(Facet.AGENT, "Red", Span(0, 3), "Red", "Red", "PER")
    assert known.argument("b", name).also == ("Karl Adler",)
    assert known.argument("c", name) is name
