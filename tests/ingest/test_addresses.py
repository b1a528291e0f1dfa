"""What does an article's address say?"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.ingest.addresses import address_in, day_in, publisher_of

CASES = tomllib.loads(Path(__file__).parents[1].joinpath("cases/ingest/addresses.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["address"] for case in CASES])
def test_an_address_names_its_publisher_and_its_day(case: dict[str, str]) -> None:
    """The registered name is the publisher, and a day counts only where year, month and day are plain."""
    assert (publisher_of(case["address"]), day_in(case["address"])) == (case.get("publisher"), case.get("day"))


def test_spaces_of_a_tokeniser_are_taken_out() -> None:
    """An address is one only as a whole line: a word after it makes it prose."""
    assert address_in("http : / / www. coast. example / a _ b. html") == "http://www.coast.example/a_b.html"
    assert address_in("http://www.coast.example/a was read by many") is None
    assert address_in("www.coast.example") == "www.coast.example"


@given(st.text(st.sampled_from("htp:/w.[]@2013-0ab? "), max_size=40))
def test_no_address_is_too_odd(text: str) -> None:
    """Whatever stands there, the answer is an address or none."""
    assert address_in(f"http://{text}") is None or publisher_of("".join(f"http://{text}".split()))
    day_in(text)
