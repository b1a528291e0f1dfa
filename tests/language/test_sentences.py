"""Where does each sentence of an article begin and end?"""

from __future__ import annotations

import time
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.language.sentences import split

CASES = tomllib.loads(Path(__file__).parents[1].joinpath("cases/language/sentences.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_text_is_cut_where_its_sentences_end(case: dict[str, Any]) -> None:
    """The sentences are the expected ones, in their paragraphs, and headlines are known as such."""
    found = split(case["text"])
    assert [case["text"][s.start : s.end] for s in found] == case["sentences"]
    if "paragraphs" in case:
        assert [s.paragraph for s in found] == case["paragraphs"]
    if "headlines" in case:
        assert [at for at, s in enumerate(found) if s.headline] == case["headlines"]


@given(st.text(alphabet=st.sampled_from("Ab. \n!?\"”“()1,[]…'\u00a0é-"), max_size=80))
def test_nothing_but_space_is_lost(text: str) -> None:
    """Whatever the text, sentences are in order, do not overlap, and hold every character that is no white space."""
    found = split(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(text[s.start : s.end].split()) for s in found) == "".join(text.split())
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() for s in found)


@pytest.mark.parametrize("piece", ["a", "a.", ".", '"', "A. ", "a\n", "?”", "(1)"])
def test_odd_text_takes_no_longer(piece: str) -> None:
    """A hundred thousand characters without the shape of a text are cut in time."""
    started = time.perf_counter()
    split(piece * (100_000 // len(piece)))
    assert time.perf_counter() - started < 10
