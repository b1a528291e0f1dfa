"""Is what an article adds up recomputed as its cases say?"""

from __future__ import annotations

import time
from typing import Any

import pytest

from crosscheck.extract.claims import extracted
from crosscheck.judge.check_lists import names_listed
from crosscheck.judge.checks import RULES, checks_in
from crosscheck.model.article import Article
from tests.judge.stated import cases

CASES = cases("checks")


def _article(case: dict[str, Any]) -> Article:
    return Article("a", case["text"], "0" * 64, published=case.get("published"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_an_article_is_recomputed_as_the_case_says(case: dict[str, Any]) -> None:
    """Totals, lists, spans of years, ages, weekdays and percentages come out as the case says, and their spans cut out their words."""
    article = _article(case)
    found = checks_in(article, extracted(article))
    assert [[check.rule, check.holds, check.reason] for check in found] == case["found"]
    assert all(article.text[check.span.start : check.span.end] == check.text for check in found)


def test_every_check_has_a_case_and_every_case_a_check() -> None:
    """The rules and the rules that the cases name are the same."""
    assert {rule for case in CASES for rule, _, _ in case["found"]} == {rule.id for rule in RULES}


def test_every_check_fails_in_some_case() -> None:
    """Every rule has a case that does not hold, for a check that cannot fail says nothing."""
    assert {rule for case in CASES for rule, holds, _ in case["found"] if not holds} == {rule.id for rule in RULES}


@pytest.mark.parametrize(
    ("text", "listed"),
    [("Chad, Mali and Niger.", ("Chad", "Mali", "Niger.")), ("Chad and others", None), ("the sea, Mali and Niger", None), ("Mali", None)],
)
def test_only_a_clean_list_of_names_is_counted(text: str, listed: tuple[str, ...] | None) -> None:
    """A list must be of names throughout and have "and" before its last, or it is not counted."""
    found = names_listed(text, "")
    assert (found[0] if found else None) == listed


def test_a_long_list_takes_time_in_proportion() -> None:
    """Ten times as many names take less than forty times as long."""
    short, long = (_seconds("Mali, " * count) for count in (2_000, 20_000))
    assert long < 40 * max(short, 0.001)


def _seconds(text: str) -> float:
    start = time.perf_counter()
    names_listed(text, "")
    return time.perf_counter() - start
