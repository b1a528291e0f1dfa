"""In which of two ways does a sentence say that something came out?"""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pytest

from crosscheck.extract.detail_sentences import sentences_of
from crosscheck.extract.outcomes import Outcome, outcomes_in
from crosscheck.model.article import Article
from crosscheck.pipeline import claims_in

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "cases/extract/outcomes.toml").read_text("utf-8"))["case"]


def _outcomes(text: str) -> list[Outcome]:
    article = Article("a", text, hashlib.sha256(text.encode()).hexdigest())
    extract = claims_in(article)
    return [found for sentence in sentences_of(article, extract) for found in outcomes_in(sentence, extract.claims)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_how_it_came_out_is_read(case: dict[str, Any]) -> None:
    """Family, way and of whom are those of the case, and the words stand in the text."""
    found = _outcomes(case["text"])
    assert [f"{one.family} {'yes' if one.value else 'no'} {one.of}" for one in found] == case["outcomes"]
    assert all(case["text"][one.span.start : one.span.end] == one.text for one in found)


def test_nobody_at_all_is_everybody() -> None:
    """What is said of nobody holds for all, what is said of one of several does not."""
    assert [one.whole for one in _outcomes("No one was hurt.")] == [True]
    assert {one.whole for one in _outcomes("Some workers were injured.")} == {False}
