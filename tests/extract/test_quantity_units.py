"""Do the factors of our units agree with those of another registry?"""

from __future__ import annotations

from typing import Any

import pytest
from pint import UnitRegistry

from crosscheck.extract.lexicon import table_of
from crosscheck.extract.quantity_units import Unit, convert, unit_named

OTHERWISE = {"ton": "metric_ton", "calorie": "kilocalorie", "barrel": "oil_bbl", "decade": "10 year", "pound mass": "pound"}
"""What news means by a word, as opposed to the registry: tonnes, the calories of food, barrels of oil, tens of years."""
REFERENCES = {"length": "metre", "mass": "kilogram", "volume": "litre", "area": "hectare", "time": "second", "power": "watt", "energy": "joule"}


@pytest.fixture(scope="module")
def registry() -> Any:
    return UnitRegistry(cache_folder=None)


def units_of(dimension: str) -> list[Unit]:
    """The units of a dimension that the lexicon lists one by one, and those of its families with "kilo" and "mega"."""
    names = [entry["name"] for entry in table_of("quantity_units")["unit"]]
    names += [prefix + entry["name"] for entry in table_of("quantity_units")["family"] for prefix in ("", "kilo", "mega")]
    found = (unit_named(name) for name in names)
    return [unit for unit in found if unit is not None and unit.dimension == dimension and not unit.either]


@pytest.mark.parametrize("dimension", REFERENCES)
def test_a_unit_is_as_large_as_in_another_registry(dimension: str, registry: Any) -> None:
    """Every unit that pint knows by the same name has the same size, but for the few that news uses otherwise."""
    reference, compared = REFERENCES[dimension], 0
    for unit in units_of(dimension):
        name = OTHERWISE.get(unit.name, unit.name).replace(" ", "_") if unit.name != "decade" else OTHERWISE["decade"]
        if unit.name.endswith("ton") and unit.name not in OTHERWISE:
            continue  # kilotons are of tonnes here
        try:
            theirs = registry.Quantity(name).to(reference).magnitude
        except Exception:
            continue
        assert convert(1.0, unit.name, reference) == pytest.approx(theirs, rel=2e-4), unit.name
        compared += 1
    assert compared >= 3


def test_other_words_for_a_size_are_what_news_means() -> None:
    """A ton is a tonne, a barrel one of oil, a calorie one of food."""
    assert convert(1.0, "ton", "kilogram") == 1000
    assert convert(1.0, "barrel", "litre") == pytest.approx(158.987, rel=1e-5)
    assert convert(1.0, "calorie", "joule") == pytest.approx(4184)
