"""Do statements that answer one question stand in an order that only their words decide?"""

from __future__ import annotations

import pytest

from crosscheck.align.facets import shared_across
from crosscheck.model.article import Article
from crosscheck.model.claim import Argument, Claim, Facet, Predicate, Quantity, Span, Time
from crosscheck.model.verdict import Statement

NAMES = ("Norvia", "Osmund Lehr", "Veltra", "Marren", "Tolvik", "Quessen", "Arbatt", "Ildane")


def statement(id: str, facet: Facet, text: str, entity: str) -> Statement:
    span = Span(0, len(text))
    argument = Argument(facet, text, span, text.split()[-1], entity, "ORG")
    return Statement(facet, Claim(id, id, text, span, 0, Predicate("sold", "sell", span)), Article(id, text, "1"), argument)


@pytest.mark.parametrize("name", NAMES)
def test_a_thing_with_two_names_is_shared_in_the_order_of_the_names(name: str) -> None:
    """A set gives them in another order in each run: of eight things, some come the other way round where nobody sorts."""
    both = statement("both", Facet.AGENT, f"{name} Zinc Works", "Aldine Group")
    ones = [statement("entity", Facet.PATIENT, "Aldine Group", "Aldine Group"), statement("phrase", Facet.PATIENT, f"{name} Zinc Works", "Zinc")]
    found = shared_across({(Facet.AGENT, ""): [both], (Facet.PATIENT, ""): ones})
    assert [[one.claim.id for one in statements] for _, statements in found] == [["both", "entity"], ["both", "phrase"]]


def counted(id: str, value: float, of: str) -> Statement:
    text = f"{value:g} {of}"
    span = Span(0, len(text))
    quantity = Quantity(text, span, value, value, value, of=of)
    return Statement(Facet.QUANTITY, Claim(id, id, text, span, 0, Predicate("sent", "send", span)), Article(id, text, "1"), quantity)


@pytest.mark.parametrize(("value", "shared"), [(31.0, 1), (3.0, 0)])
def test_a_number_seldom_the_same_by_chance_is_shared_whatever_is_counted(value: float, shared: int) -> None:
    """31 of one noun and of another are set side by side; three may be three of anything."""
    slots = {(Facet.QUANTITY, of): [counted(of, value, of)] for of in ("lorry", "vehicle")}
    assert len(list(shared_across(slots))) == shared


def dated(id: str, value: str, of: str | None) -> Statement:
    span = Span(0, len(value))
    time = Time(value, span, "DATE", value, of=of)
    return Statement(Facet.TIME, Claim(id, id, value, span, 0, Predicate("won", "win", span)), Article(id, value, "1"), time)


@pytest.mark.parametrize(("of", "shared"), [("vote", 1), ("until", 0)])
def test_the_year_of_a_noun_is_shared_with_that_of_the_event(of: str, shared: int) -> None:
    """ "The 2012 vote" is "the vote in 2012", whatever the year is said of; "until 2012" is another time."""
    slots = {(Facet.TIME, of): [dated("a", "2012", of)], (Facet.TIME, ""): [dated("b", "2012", None)]}
    found = list(shared_across(slots))
    assert len(found) == shared
    assert all(isinstance(one.value, Time) and one.value.of is None for _, statements in found for one in statements)
