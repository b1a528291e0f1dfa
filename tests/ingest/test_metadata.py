"""What does the head of an article say about the article?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.ingest.metadata import header_of

CASES = tomllib.loads(Path(__file__).parents[1].joinpath("cases/ingest/metadata.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_head_is_read_with_care(case: dict[str, Any]) -> None:
    """Date, author and title are taken where they are plain to see, and prose stays prose."""
    header = header_of(case["text"])
    stated = {name: getattr(header, name) for name in ("published", "author", "title", "publisher", "url")}
    assert stated == {name: case.get(name) for name in stated}
    assert case["text"][header.end :].startswith(case["begins"])
    assert bool(header.end) == (not case["text"].startswith(case["begins"]) or case["begins"] == "" != case["text"])


@pytest.mark.parametrize("case", [case for case in CASES if "skip" in case], ids=lambda case: case["name"])
def test_metadata_below_a_title_is_marked(case: dict[str, Any]) -> None:
    """A byline below the title is no sentence either."""
    assert [case["text"][start:end] for start, end in header_of(case["text"]).skip] == case["skip"]


@given(st.text(st.sampled_from("By date 2024-02-29:/\n\r .,|AbcZPM"), max_size=80))
def test_the_header_lies_in_the_text(text: str) -> None:
    """Whatever the text, the header ends inside it and its lines stand one after the other."""
    header = header_of(text)
    ends = [0, *(end for span in header.skip for end in span), len(text)]
    assert 0 <= header.end <= len(text)
    assert ends == sorted(ends)


def test_a_long_line_is_read_in_no_time() -> None:
    """A megabyte without a space or a line end costs one look, not a search."""
    for letter in ("x", "1", "A", "|", "/", ",", "By ", "1 May ", "www.a.b/"):
        assert header_of(letter * (1_000_000 // len(letter))).title is None
