"""Which of two reports is the later one, and which words say that a count rose?"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from crosscheck.judge.running import is_raised, later
from crosscheck.model.article import Article
from crosscheck.model.claim import Facet
from tests.judge.stated import statement

CASES = tomllib.loads(Path(__file__).parents[1].joinpath("cases/judge/running.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.get('left')} | {case.get('right')}")
def test_which_report_is_later_must_be_known(case: dict[str, str]) -> None:
    """Hours are compared as moments where both have a zone, and days otherwise; the order of the two does not matter."""
    left, right = (Article(side, "", "", published=case.get(side)) for side in ("left", "right"))
    expected = {"left": left, "right": right}.get(case.get("later", ""))
    assert later(left, right) is expected is later(right, left)


@pytest.mark.parametrize(
    ("words", "lemma", "raised"),
    [
        ("the toll rose to 24", "rise", True),
        ("the toll rose by 24", "rise", False),
        ("24 rose to speak", "rise", False),
        ("fled to 24", "flee", False),
    ],
)
def test_a_count_is_raised_by_its_words(words: str, lemma: str, raised: bool) -> None:
    """A count is an update where a verb that raises leads to it."""
    assert is_raised(statement(Facet.QUANTITY, {"text": "24", "value": 24, "context": words, "lemma": lemma}, 1)) is raised
