"""Is an outlet that a text draws on told from one that it merely names?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from crosscheck.independence.outlets import citations_in, outlet_of, outlets_named

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "cases/independence/outlets.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.get("why") or case["text"][:40] or "empty")
def test_a_text_cites_what_the_case_says(case: dict[str, Any]) -> None:
    """A name counts when words of citing stand beside it, and an agency's credit makes the whole article its own."""
    found = citations_in(case["text"])
    assert [citation.outlet + "*" * citation.credit for citation in found] == case["cites"]


def test_a_publisher_among_the_articles_is_known_by_name() -> None:
    """An outlet that no list knows is cited by name when another article is published by it."""
    text = "Kanal Sud told a different story, according to Kanal Sud."
    assert not citations_in(text)
    assert [text[c.span.start : c.span.end] for c in citations_in(text, ["Kanal Sud"])] == ["Kanal Sud"]


def test_spans_cut_out_the_name() -> None:
    """A possessive or a full stop is no part of the name."""
    text = "It fell, Le Monde’s reporter said, citing A.P. and told the BBC."
    assert [text[c.span.start : c.span.end] for c in citations_in(text)] == ["Le Monde", "A.P", "BBC"]


def test_names_of_one_outlet_have_one_first_name() -> None:
    """Whatever an outlet is called, it is one outlet; an unknown name stays as it is."""
    assert {outlet_of(name) for name in ("AFP", "Agence France-Presse", "Agence France Presse")} == {"AFP"}
    assert (outlet_of("The Guardian"), outlet_of("The Danube Herald")) == ("Guardian", "Danube Herald")
    assert outlets_named("a source close to the Associated Press") == {"AP"}


def test_long_lines_are_read_in_linear_time() -> None:
    """Half a megabyte of capitals, of brackets or of agencies does not hold up a run."""
    start = perf_counter()
    for text in ("Herald " * 70_000, "(AP) " * 100_000, "told Reuters " * 40_000, "Q" * 500_000):
        citations_in(text)
    assert perf_counter() - start < 10


@pytest.mark.parametrize(
    ("host", "outlet"),
    [("theguardian.com", "Guardian"), ("www.nytimes.com", "New York Times"), ("bbc.co.uk", "BBC"), ("gazette.example", "gazette.example")],
)
def test_an_address_names_its_outlet(host: str, outlet: str) -> None:
    """The host of an article's address is the outlet of that name; an unknown host stays as it is."""
    assert outlet_of(host) == outlet


def test_a_publisher_without_letters_is_nobody() -> None:
    """Nothing in a text can be its name."""
    assert citations_in("Nine were hurt, AFP reported.", {":"}) == citations_in("Nine were hurt, AFP reported.")
