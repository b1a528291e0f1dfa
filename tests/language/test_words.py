"""Where does each word of a text begin and end?"""

from __future__ import annotations

import time
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.language.words import words

CASES = tomllib.loads(Path(__file__).parents[1].joinpath("cases/language/words.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_words_are_cut_as_treebanks_cut_them(case: dict[str, Any]) -> None:
    """Contractions, money and hyphens come apart; abbreviations and designators stay whole."""
    assert " ".join(case["text"][a:b] for a, b in words(case["text"])) == case["words"]


@given(st.text(alphabet=st.sampled_from("aAsS19.,-'’\"”$%/( \n…n"), max_size=60))
def test_words_hold_all_that_is_no_space(text: str) -> None:
    """Words are in order, do not overlap, are never empty, and lose nothing but white space."""
    spans = words(text)
    assert all(a < b for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert "".join(text[a:b] for a, b in spans) == "".join(text.split())


@pytest.mark.parametrize("piece", ["a", ".", "-", "a-", "'", "$1", "a.b"])
def test_a_text_without_spaces_takes_no_longer(piece: str) -> None:
    """A million characters without a space are cut in time, and no word is endless."""
    started = time.perf_counter()
    spans = words(piece * (1_000_000 // len(piece)))
    assert time.perf_counter() - started < 10
    assert max(b - a for a, b in spans) <= 110
