"""What do several statements of one facet come to?"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any

import pytest

from crosscheck.judge.verdicts import gather, gravest, groups
from crosscheck.model.claim import Claim, Facet
from crosscheck.model.verdict import Statement, Verdict
from tests.judge.stated import statement


def _origins(claims: Iterable[Claim]) -> int:
    return len({claim.article for claim in claims})


def _stated(facet: Facet, *sides: dict[str, Any]) -> list[Statement]:
    return [statement(facet, side, number) for number, side in enumerate(sides, 1)]


PIRATES: tuple[dict[str, Any], ...] = (
    {"text": "34", "value": 34, "of": "pirate", "context": "seized 34 pirates"},
    {"text": "Thirty-four", "value": 34, "of": "pirate", "context": "Thirty-four pirates were seized"},
    {"text": "37", "value": 37, "of": "pirate", "context": "seized 37 pirates"},
)


def test_statements_that_agree_are_one_value() -> None:
    """Two ways of writing one number are one value with two mentions, in the words of the first article."""
    found = gather(_stated(Facet.QUANTITY, *PIRATES[:2]), _origins)
    assert found.verdict is Verdict.AGREEMENT
    assert [(value.value, value.text, value.origins, len(value.mentions)) for value in found.values] == [(34, "34", 2, 2)]


def test_the_gravest_pair_decides() -> None:
    """One number that differs makes a contradiction of three, with that pair's rule and reason."""
    found = gather(_stated(Facet.QUANTITY, *PIRATES), _origins, "arrested")
    assert (found.verdict, found.rule, found.label) == (Verdict.CONTRADICTION, "quantity.different", "arrested")
    assert found.reason == "One source says 34 pirates, another 37 pirates."
    assert [value.value for value in found.values] == [34, 37]


def test_the_order_of_statements_does_not_matter() -> None:
    """Every order of the same statements gives the same verdict, values and words."""
    stated = _stated(Facet.QUANTITY, *PIRATES)
    assert len({gather(order, _origins) for order in itertools.permutations(stated)}) == 1


def test_one_voice_alone_is_a_single_source() -> None:
    """An article that says a thing twice in its own voice does not agree with itself."""
    twice = [{**side, "article": "a1"} for side in PIRATES[:2]]
    assert gather(_stated(Facet.QUANTITY, *twice), _origins).verdict is Verdict.SINGLE_SOURCE


def test_two_sources_in_one_article_are_two_voices() -> None:
    """Two sources that one article quotes can agree."""
    quoted = [{**side, "article": "a1", "source": source} for side, source in zip(PIRATES, ("the navy", "a sailor"), strict=False)]
    assert gather(_stated(Facet.QUANTITY, *quoted), _origins).verdict is Verdict.AGREEMENT


def test_what_says_nothing_yields_to_agreement() -> None:
    """A description that may or may not be the same does not undo an agreement on a name."""
    sides = ({"text": "Anna Weber", "name": "PER"}, {"text": "Weber", "name": "PER"}, {"text": "a cyclist in a red coat", "head": "cyclist"})
    assert gather(_stated(Facet.AGENT, *sides), _origins).rule == "agent.same"


def test_what_cannot_be_compared_stands_in_groups_of_its_own() -> None:
    """Numbers of different things are never set side by side, in whatever order they come."""
    boats = {"text": "two", "value": 2, "of": "boat", "context": "two boats"}
    stated = _stated(Facet.QUANTITY, *PIRATES, boats)
    found = groups(reversed(stated))
    assert [len(group) for group in found] == [3, 1]
    assert found == groups(stated)


def test_nothing_cannot_be_gathered() -> None:
    """Without statements there is no verdict."""
    with pytest.raises(ValueError, match="no statements"):
        gather([], _origins)


def test_the_gravest_verdict_is_taken() -> None:
    """An event takes the gravest verdict of its facets, and stands alone where it has none."""
    assert gravest([Verdict.AGREEMENT, Verdict.SUPERSEDED, Verdict.COMPATIBLE]) is Verdict.SUPERSEDED
    assert gravest([]) is Verdict.SINGLE_SOURCE
