"""Where does a dateline end, and the news begin?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from time import perf_counter

import pytest

from crosscheck.language.datelines import end_of_dateline
from crosscheck.language.pipeline import read
from crosscheck.language.words import words

CASES = tomllib.loads(Path(__file__).parents[1].joinpath("cases/language/datelines.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:30] for case in CASES])
def test_a_dateline_ends_with_its_dash(case: dict[str, str]) -> None:
    """What is cut off is the dateline and nothing else."""
    spans = words(case["text"], 0, len(case["text"]))
    end = end_of_dateline(case["text"], spans)
    assert case["text"][: spans[end - 1][1] if end else 0] == case["dateline"]


def test_a_dateline_is_no_part_of_the_tree_behind_it() -> None:
    """The place is not who was killed."""
    dateline, news = read("KORVA, June 12 (AP) — At least 31 people were killed.")
    assert [token.text for token in dateline][-1] == "—"
    assert {(token.text, news.head(token).text) for token in news if token.dep == "nsubj:pass"} == {("people", "killed")}


def test_a_long_line_takes_no_longer_than_it_is() -> None:
    """Only its head is looked at."""
    text = "A" * 400_000
    start = perf_counter()
    end_of_dateline(text, [(0, len(text))] * 3)
    assert perf_counter() - start < 0.5
