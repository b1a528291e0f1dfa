"""Do the ladders keep what all of them promise?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.judge.catalogue import entries, entry, markdown
from crosscheck.judge.confidence import confidence_of
from crosscheck.judge.verdicts import COMPARATORS, RULES, compare
from crosscheck.model.article import Article
from crosscheck.model.claim import Argument, Claim, Facet, Modality, Polarity, Predicate, Quantity, Span, Time
from crosscheck.model.verdict import Statement, Verdict
from tests.judge.stated import cases, statement

FACETS = list(COMPARATORS)
CASES = [(facet, case) for facet in FACETS for case in cases(facet.value)]

NUMBERS = st.one_of(st.none(), st.sampled_from([0.0, 1.0, 2.0, 12.0, 20.0, 45.0, 50.0, 100.0, 704.0, 25000.0, 25134.0]))
WORDS = st.sampled_from(["Bamako", "Mali", "the junta", "he", "Assimi Goita", "Goïta", "Mi-35P helicopters", "two pirates", "a fall", "№"])
KINDS = st.sampled_from(["count", "measure", "money", "percent", "ordinal", "age", "score", "rate", "multiple"])
VALUES = st.sampled_from(
    [
        "2022-03",
        "2022-03-31",
        "XXXX-03",
        "XXXX-WXX-2",
        "2021",
        "199",
        "T04:30",
        "2022-03-31TMO",
        "PXW",
        "P3D",
        "P1W",
        "PAST_REF",
        "XXXX-XX-XX",
        "2023-02-30",
    ]
)
QUANTITIES = st.builds(
    Quantity,
    WORDS,
    st.just(Span(0, 3)),
    NUMBERS,
    NUMBERS,
    NUMBERS,
    st.sampled_from(["=", "~", "<", ">", "<=", ">=", "up", "down"]),
    st.sampled_from([None, "kilometre", "mile", "dollar", "euro", "percent", "year of age"]),
    st.sampled_from([None, "people", "pirate", "suspect", "civilian", "Mi-24P helicopter"]),
    KINDS,
    st.sampled_from([None, 1.0, 100.0, 1000.0]),
    st.sampled_from([None, "deaths", "injured"]),
)
TIMES = st.builds(
    Time,
    WORDS,
    st.just(Span(0, 3)),
    st.sampled_from(["DATE", "TIME", "DURATION", "SET"]),
    VALUES,
    st.sampled_from([None, "START", "END", "APPROX", "MORE_THAN"]),
)


def arguments(facet: Facet) -> st.SearchStrategy[Argument]:
    """Arguments of one facet with every kind of name."""
    names = st.sampled_from(["", "PER", "ORG", "LOC", "MISC"])
    return st.builds(
        Argument, st.just(facet), WORDS, st.just(Span(0, 3)), WORDS, st.one_of(st.none(), WORDS), names, st.lists(WORDS, max_size=2).map(tuple)
    )


def statements(facet: Facet) -> st.SearchStrategy[Statement]:
    """Statements of one facet by articles with and without a date."""
    values = {Facet.QUANTITY: QUANTITIES, Facet.TIME: TIMES, Facet.POLARITY: st.none()}.get(facet, arguments(facet))
    predicates = st.sampled_from([("win", "verb"), ("lose", "verb"), ("kill", "verb"), ("death", "noun")])
    claims = st.builds(
        _claim, predicates, st.sampled_from(Polarity), st.sampled_from(Modality), st.lists(arguments(Facet.AGENT), max_size=1).map(tuple)
    )
    articles = st.builds(_article, st.sampled_from(["a1", "a2"]), st.sampled_from([None, "2022-04-01", "2022-04-02T10:00"]))
    return st.builds(Statement, st.just(facet), claims, articles, st.one_of(st.none(), values) if facet is not Facet.POLARITY else st.none())


def _claim(predicate: tuple[str, str], polarity: Polarity, modality: Modality, agents: tuple[Argument, ...]) -> Claim:
    lemma, kind = predicate
    return Claim("c", "a", "It was so.", Span(0, 10), 0, Predicate(lemma, lemma, Span(0, 3), kind), (), polarity, modality, agents)


def _article(name: str, published: str | None) -> Article:
    return Article(name, "It was so, by Friday at 10:23 GMT.", name * 32, published=published)


PAIRS = st.sampled_from(FACETS).flatmap(lambda facet: st.tuples(statements(facet), statements(facet)))


@given(PAIRS)
def test_the_order_of_the_two_does_not_matter(pair: tuple[Statement, Statement]) -> None:
    """Verdict, rule, reason and confidence are the same whichever of the two comes first."""
    assert compare(*pair) == compare(*reversed(pair))


@given(st.sampled_from(FACETS).flatmap(statements))
def test_nothing_contradicts_itself(one: Statement) -> None:
    """A statement beside itself is never a contradiction and never superseded."""
    assert compare(one, one).verdict not in (Verdict.CONTRADICTION, Verdict.SUPERSEDED)


@given(PAIRS)
def test_a_finding_is_the_rules(pair: tuple[Statement, Statement]) -> None:
    """A finding has its rule's verdict, at most its confidence, and a reason that ends as a sentence does and has no line break."""
    found = compare(*pair)
    rule = RULES[found.rule]
    assert found.verdict is rule.verdict
    assert 0 < found.confidence <= confidence_of(rule)
    assert found.reason.endswith(".")
    assert "\n" not in found.reason


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    """The rules and the rules that the cases name are the same."""
    assert {case["rule"] for _, case in CASES} == set(RULES)


@pytest.mark.parametrize("facet", FACETS)
def test_a_ladder_has_no_rule_twice(facet: Facet) -> None:
    """The ids of a ladder are different, begin with the facet, and the first is about what is not stated."""
    ids = [rule.id for rule in COMPARATORS[facet].RULES]
    assert len(set(ids)) == len(ids)
    assert all(name.startswith(f"{facet}.") for name in ids)
    assert ids[0] == f"{facet}.unstated"


@pytest.mark.parametrize(("facet", "case"), CASES)
def test_a_pair_set_side_by_side_is_comparable(facet: Facet, case: dict[str, Any]) -> None:
    """What a comparator calls comparable is never judged incomparable, and what is not comparable is never a contradiction."""
    left, right = statement(facet, case["left"], 1), statement(facet, case["right"], 2)
    comparable = COMPARATORS[facet].comparable(left, right)
    assert comparable == COMPARATORS[facet].comparable(right, left)
    if not comparable:
        assert compare(left, right).verdict not in (Verdict.CONTRADICTION, Verdict.SUPERSEDED)


def test_the_catalogue_names_every_rule() -> None:
    """The page of rules has a line for every rule of the comparators and for every check."""
    page = markdown()
    assert all(f"`{found.id}`" in page for found in entries())
    assert set(RULES) <= {found.id for found in entries()}
    assert entry("time.disjoint") is not None
    assert entry("time.nonsense") is None
