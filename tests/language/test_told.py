"""Which words are the networks told in the place of those that they misread?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from crosscheck.language.pipeline import read
from crosscheck.language.told import stand_ins

CASES = tomllib.loads(Path(__file__).parents[1].joinpath("cases/language/told.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_a_word_that_would_be_misread_has_a_stand_in(case: dict[str, Any]) -> None:
    """Every other word is told as it stands."""
    assert stand_ins(tuple(case["text"].split())) == tuple(case["told"].split())


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_the_tree_is_that_of_the_words_as_written(case: dict[str, Any]) -> None:
    """The stand-ins are seen by the networks alone."""
    (sentence,) = read(f"{case['text']}.")
    assert [token.text for token in sentence][:-1] == case["text"].split()
    assert set(case["tree"]) <= {f"{token.text} {token.dep} {sentence.head(token).text}" for token in sentence}
