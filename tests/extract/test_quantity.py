"""Do the numbers of a text come out with what they count, measure and bound?"""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.extract.lexicon import table_of
from crosscheck.extract.quantity import numbers_in, quantities_in
from crosscheck.extract.quantity_numeral import number_words
from crosscheck.extract.quantity_units import comparable, convert, unit_named
from crosscheck.language.tokens import Sentence
from crosscheck.model.claim import Quantity

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads((Path(__file__).parents[1] / "cases" / "extract" / "quantity.toml").read_text("utf-8"))
Reader = Callable[[str], tuple[Sentence, ...]]
SAID_BY_KIND = ("count", "measure", "money", "percent")


@pytest.fixture(scope="module")
def read() -> Reader:
    """The shipped parser."""
    from crosscheck.language.pipeline import read

    return read


def written(quantity: Quantity) -> str:
    """A quantity as the case file writes it."""
    number = f"{quantity.value:.12g}" if quantity.value is not None else f"{quantity.low:.12g}..{quantity.high:.12g}"
    parts = [quantity.text, number if quantity.mod == "=" else f"{number} {quantity.mod}"]
    parts += [f"{name}={value}" for name, value in (("unit", quantity.unit), ("of", quantity.of)) if value]
    return " | ".join([*parts, *([] if quantity.kind in SAID_BY_KIND else [f"kind={quantity.kind}"])])


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["text"])
def test_a_text_states_the_quantities_of_its_case(case: dict[str, Any]) -> None:
    """Every quantity is found with its value, mod, unit, counted noun and kind, and nothing else is."""
    assert [written(quantity) for quantity in numbers_in(case["text"])] == case["quantities"]


@pytest.mark.parametrize("case", CASES["parsed"], ids=lambda case: case["text"])
def test_the_parse_tells_what_is_counted(case: dict[str, Any], read: Reader) -> None:
    """With a parse the counted noun has all its modifiers and none of the words after it."""
    found = [quantity for sentence in read(case["text"]) for quantity in quantities_in(sentence, case["text"])]
    assert [written(quantity) for quantity in found] == case["quantities"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("about 50 boats", 45, 55),
        ("nearly 50 boats", 45, 50),
        ("just over 50 boats", 50, 55),
        ("just under 50 boats", 45, 50),
        ("more than 50 boats", 50, None),
        ("at least 50 boats", 50, None),
        ("up to 50 boats", None, 50),
        ("fewer than 50 boats", None, 50),
        ("50 boats", 50, 50),
        ("rose by about 50 percent", 45, 55),
        ("about 40 to 50 boats", 40, 50),
    ],
)
def test_bounds_open_and_widen_the_interval(text: str, low: float | None, high: float | None) -> None:
    """An approximation reaches a tenth to the side that its word leaves open; a bound has one end; a range keeps its own."""
    (found,) = numbers_in(text)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("25,000 tons", 1000),
        ("5.4 billion people", 1e8),
        ("50 boats", 1),
        ("120 boats", 10),
        ("1.25 percent", 0.01),
        ("two million people", 1e6),
        ("1,234 boats", 1),
    ],
)
def test_precision_is_the_last_digit_written(text: str, precision: float) -> None:
    """Zeros at the end are not written digits, except below a hundred, where whole numbers are exact."""
    (found,) = numbers_in(text)
    assert found.precision == pytest.approx(precision)


def test_a_conversion_in_brackets_keeps_the_bound() -> None:
    """ "More than 50 miles (80 km)" bounds the miles as well."""
    assert [quantity.mod for quantity in numbers_in("They flew more than 50 miles (80 km).")] == [">", ">"]


def test_articles_count_nothing() -> None:
    """ "A helicopter and five jets" states five jets."""
    text = "a helicopter and five jets"
    sentence = Sentence(0, 0, 0, len(text), _tokens(text))
    assert [quantity.of for quantity in quantities_in(sentence, text)] == ["jet"]


def _tokens(text: str) -> tuple[Any, ...]:
    from crosscheck.extract.quantity_nouns import crude_tokens

    ends = [(text.index(word), text.index(word) + len(word)) for word in text.split()]
    return crude_tokens(text, ends)


@pytest.mark.parametrize(
    ("value", "left", "right", "expected"),
    [
        (10, "kilometre", "mile", 6.2137),
        (86, "fahrenheit", "celsius", 30),
        (1, "ton", "kilogram", 1000),
        (100, "kilometre per hour", "mile per hour", 62.137),
        (1, "square mile", "hectare", 258.999),
        (1000, "barrel per day", "litre per day", 158987.29),
        (2 / 3, "fraction", "percent", 66.667),
        (5, "metre per second", "kilometre per hour", 18),
        (10, "pound", "kilogram", 4.5359),
        (50, "penny", "pound sterling", 0.5),
        (2, "gigawatt hour", "megawatt hour", 2000),
        (1, "decade", "year", 10),
    ],
)
def test_units_of_one_dimension_convert(value: float, left: str, right: str, expected: float) -> None:
    """A value in one unit is another in the other, there and back."""
    assert convert(value, left, right) == pytest.approx(expected, rel=1e-4)
    assert convert(expected, right, left) == pytest.approx(value, rel=1e-4)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("dollar", "euro"),
        ("percent", "percentage point"),
        ("year", "year of age"),
        ("kilometre", "kilogram"),
        ("degree", "celsius"),
        ("dollar", None),
        ("point", "score"),
    ],
)
def test_other_units_do_not_compare(left: str, right: str | None) -> None:
    """Currencies never convert into each other, nor points into percent, nor a unit into a bare count."""
    assert not comparable(left, right)
    assert not comparable(right, left)


def test_every_unit_compares_with_itself_and_has_a_way_to_its_base() -> None:
    """No entry of the lexicons has a factor of nothing."""
    for table, key in (("quantity_units", "unit"), ("quantity_currencies", "currency")):
        for entry in table_of(table)[key]:
            unit = unit_named(entry["name"])
            assert unit is not None
            assert unit.factor > 0
            assert comparable(unit.name, unit.name)


# properties

_WORDS = sorted(number_words())[:60]
_PIECES = [
    "$",
    "€",
    "5",
    "10",
    "2019",
    "1,200",
    "3.5",
    "%",
    "percent",
    "-",
    "to",
    "and",
    "of",
    "the",
    "men",
    "a",
    "about",
    "more than",
    "(",
    ")",
    ",",
    ".",
    "km",
    "m",
    "years",
    "old",
    "per",
    "day",
    "Mi-24",
    "May",
    "Smith",
    "/",
    "or",
    "up",
    "by",
    "'",
    "+",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES + _WORDS), max_size=25), st.sampled_from([" ", ""]))
def test_spans_cut_out_the_words(pieces: list[str], glue: str) -> None:
    """Whatever stands together, spans cut out the quantity's text, start in order, and bounds hold the value."""
    text = glue.join(pieces)
    found = numbers_in(text)
    assert all(text[quantity.span.start : quantity.span.end] == quantity.text for quantity in found)
    assert list(found) == sorted(found, key=lambda quantity: quantity.span)
    assert all(quantity.low is None or quantity.high is None or quantity.low <= quantity.high for quantity in found)


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=0, max_value=10**12))
def test_a_number_is_the_same_with_or_without_separators(number: int) -> None:
    """25,000 boats are 25000 boats."""
    values = {quantity.value for text in (f"{number:,} boats", f"some {number} boats") for quantity in numbers_in(text)}
    assert values == {float(number)}


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    """No text raises, and spans cut out the words of any text."""
    assert all(text[quantity.span.start : quantity.span.end] == quantity.text for quantity in numbers_in(text))


ENDLESS: dict[str, Callable[[int], str]] = {
    "numbers in a row": lambda n: " ".join(str(i * 7919 % 100000) for i in range(n)),
    "counts in a row": lambda n: " ".join(f"{i} men," for i in range(n)),
    "one after one": lambda n: "one " * n,
    "digits without end": lambda n: "9" * (n * 10),
    "groups of digits": lambda n: "123 " * n,
    "digits and commas": lambda n: "9," * n,
    "digits and letters": lambda n: "a1" * n,
    "digits and slashes": lambda n: "9/" * n,
    "of thousands of thousands": lambda n: "tens" + " of thousands" * n,
    "brackets": lambda n: "(" * n + "5 men" + ")" * n,
    "sums in brackets": lambda n: "$5 million (€4 million) a year " * (n // 8),
    "hyphens": lambda n: "5-" * n,
}


@pytest.mark.parametrize("name", ENDLESS)
def test_time_grows_with_length_alone(name: str) -> None:
    """Eight times the text takes far less than the sixty-four times of a quadratic reader."""
    make = ENDLESS[name]
    short, long = make(500), make(4000)
    numbers_in(short)
    assert _seconds(long) < 24 * max(_seconds(short), 0.002)


def _seconds(text: str) -> float:
    """The best of three, in processor time, since other work slows the clock on the wall."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        numbers_in(text)
        best = min(best, time.process_time() - start)
    return best
