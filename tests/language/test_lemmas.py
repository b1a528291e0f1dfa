"""What is a word's lemma?"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from crosscheck.language.lemmas import lemma

CASES: list[list[str]] = tomllib.loads(Path(__file__).parents[1].joinpath("cases/language/lemmas.toml").read_text("utf-8"))["cases"]


@pytest.mark.parametrize(("word", "pos", "tag", "expected"), CASES, ids=[" ".join(case[:3]) for case in CASES])
def test_endings_are_taken_off_as_the_tag_says(word: str, pos: str, tag: str, expected: str) -> None:
    """Regular and irregular forms give their dictionary form; names keep their capitals."""
    assert lemma(word, pos, tag) == expected
