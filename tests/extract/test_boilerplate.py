"""Is furniture told from prose, and the box about the author found?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from crosscheck.extract.boilerplate import author_box, boilerplate_in, is_boilerplate

CASES: dict[str, Any] = tomllib.loads((Path(__file__).parents[1] / "cases/extract/boilerplate.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["line"], ids=lambda case: case["text"][:40] or "empty")
def test_a_line_is_furniture_or_prose_as_the_case_says(case: dict[str, Any]) -> None:
    """A line that begins like furniture is furniture only when it is as short as furniture is and the words end where the list's do."""
    assert is_boilerplate(case["text"]) is case["furniture"]


@pytest.mark.parametrize("case", CASES["box"], ids=lambda case: case["why"])
def test_the_box_about_the_author_runs_from_the_name_to_the_end(case: dict[str, Any]) -> None:
    """A box needs the author's name and a calling, in the last lines."""
    found = author_box(case["text"], case.get("author"))
    assert (case["text"][found.start : found.end] if found else "") == case["box"]


def test_furniture_is_found_between_paragraphs_and_cuts_out_whole_lines() -> None:
    """The spans are the lines without the white space around them."""
    text = "A ship sank.\n  Read next: The dam \n\nNobody died."
    assert [text[span.start : span.end] for span in boilerplate_in(text)] == ["Read next: The dam"]


def test_a_long_page_is_read_in_linear_time() -> None:
    """A page of a hundred thousand links, or one line of a megabyte, does not hold up a run."""
    start = perf_counter()
    boilerplate_in("Read more\n" * 100_000)
    boilerplate_in("read more " * 100_000)
    assert perf_counter() - start < 5
