"""Whom or what is each article about, and which articles are about nothing in common?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from crosscheck.align.protagonists import Protagonists
from crosscheck.model.article import Article
from crosscheck.model.report import Report
from crosscheck.model.verdict import Verdict
from crosscheck.pipeline import claims_in, compared

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "cases/align/protagonists.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_two_articles_are_told_apart_by_whom_they_name(case: dict[str, Any]) -> None:
    """Each case says what is known of its two articles, in either order."""
    left, right = (Article(side, case[side]["text"], side, title=case[side].get("title")) for side in ("left", "right"))
    found = Protagonists((left, right))
    for pair in (("left", "right"), ("right", "left")):
        assert (found.strangers(*pair), found.apart(*pair)) == (case["strangers"], case["apart"])


def test_an_article_is_no_stranger_to_itself() -> None:
    """Nor is anything known of an article that was not read."""
    found = Protagonists((Article("a", "Veltron of Arrin sold its shipyard.", "a"),))
    assert not found.strangers("a", "a")
    assert not found.apart("a", "b")


def test_a_long_line_without_spaces_is_read_in_time() -> None:
    """A megabyte in one word or in capitals costs no more than reading it."""
    start = perf_counter()
    Protagonists((Article("a", "A" * 1_000_000, "a"), Article("b", "Ab-" * 30_000, "b")))
    assert perf_counter() - start < 10


def report_on(*articles: tuple[str, str]) -> Report:
    read = [Article(f"a{number}", text, f"{number}", title=title) for number, (title, text) in enumerate(articles)]
    return compared(read, {article.id: claims_in(article) for article in read})


def test_figures_of_two_firms_in_one_form_neither_clash_nor_agree() -> None:
    """What "the company" lost is its own loss, whatever words the reports share."""
    form = "{0} Inc, of {1}, said it lost {2} mln dlrs in the fourth quarter. The company said it closed two plants. It will pay no dividend."
    report = report_on(
        ("VELTRON <VLT> REPORTS LOSS", form.format("Veltron", "Arrin", "1.2")),
        ("ARDENNIX <ADX> REPORTS LOSS", form.format("Ardennix", "Lindo", "4.4")),
    )
    assert all(len(alignment.articles) == 1 for alignment in report.alignments)


def test_background_that_two_stories_recall_by_name_is_still_compared() -> None:
    """Reports on two firms may both recall the quake that shook one town."""
    report = report_on(
        ("Veltron reopens", "Veltron Inc said it reopened its plant. In March 2021 a quake in Arrin killed 40 people."),
        ("Ardennix expands", "Ardennix Corp will hire 200 workers. In March 2021 a quake in Arrin killed 40 people."),
    )
    agreed = [alignment for alignment in report.alignments if alignment.verdict is Verdict.AGREEMENT and len(alignment.articles) == 2]
    assert agreed
