"""Does the gazetteer know which place lies in which?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from crosscheck.extract.places import countries, country_name, country_of, government_of, place_within

CASES: dict[str, Any] = tomllib.loads((Path(__file__).parents[1] / "cases" / "extract" / "places.toml").read_text("utf-8"))


@pytest.mark.parametrize(("inner", "outer"), CASES["within"])
def test_a_place_lies_in_what_holds_it(inner: str, outer: str) -> None:
    """Capitals, cities, regions and parts lie in their country, state or continent."""
    assert place_within(inner, outer)


@pytest.mark.parametrize(("inner", "outer"), CASES["apart"])
def test_a_place_lies_in_nothing_else(inner: str, outer: str) -> None:
    """A whole does not lie in its part, and neighbours do not lie in each other."""
    assert not place_within(inner, outer)


@pytest.mark.parametrize(("name", "code"), CASES["country"].items())
def test_names_and_peoples_tell_the_country(name: str, code: str) -> None:
    """A country is known by its names and its people; a city is no country, and "us" is no state."""
    assert (country_of(name) or "") == code


@pytest.mark.parametrize(("name", "code"), CASES["government"].items())
def test_capitals_and_houses_tell_the_government(name: str, code: str) -> None:
    """A government goes by its country, its capital or its house."""
    assert (government_of(name) or "") == code


def test_every_country_has_a_name() -> None:
    """No code is left without a usual name."""
    assert all(country_name(code) for code in countries())
