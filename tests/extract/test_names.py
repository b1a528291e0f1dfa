"""Are spellings of one name told from different names?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.extract.lexicon import table_of
from crosscheck.extract.names import all_folded, folded, same_name

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "cases" / "extract" / "names.toml").read_text("utf-8"))["case"]
SAME = [(*pair, case["type"]) for case in CASES for pair in case["same"]]
OTHER = [(*pair, case["type"]) for case in CASES for pair in case["other"]]


@pytest.mark.parametrize(("left", "right", "type"), SAME)
def test_spellings_of_one_name_are_the_same(left: str, right: str, type: str) -> None:
    """Accents, titles, initials, short forms and transliterations make no other name."""
    assert same_name(left, right, type)
    assert same_name(right, left, type)


@pytest.mark.parametrize(("left", "right", "type"), OTHER)
def test_different_names_stay_apart(left: str, right: str, type: str) -> None:
    """Another first name, another digit or a merely similar word is another name."""
    assert not same_name(left, right, type)
    assert not same_name(right, left, type)


@given(st.text(max_size=20), st.text(max_size=20), st.sampled_from(["PER", "ORG", "LOC", "MISC", ""]))
def test_sameness_is_symmetric_and_reflexive(left: str, right: str, type: str) -> None:
    """The order of two names does not matter, and a name is the same as itself."""
    assert same_name(left, right, type) == same_name(right, left, type)
    assert same_name(left, left, type)


def test_folding_takes_off_what_spelling_adds() -> None:
    """Case, accents, an article and a possessive go."""
    assert folded("The Élysée's") == "elysee"


def test_names_are_folded_alike_alone_and_together() -> None:
    """Each city of the gazetteer; none, too."""
    for cities in table_of("cities")["countries"].values():
        names = cities.split("|")
        assert all_folded(names) == [folded(name) for name in names]
    assert all_folded([]) == []
