"""Does the digit follow from the origins alone?"""

from __future__ import annotations

import pytest

from crosscheck.independence.credibility import credibility_of, facts_in
from crosscheck.model.claim import Claim, Facet, Predicate, Span
from crosscheck.model.report import Alignment, FacetMention, FacetValue, FacetVerdict, Report
from crosscheck.model.verdict import Verdict


def facet(verdict: Verdict, *origins: int) -> FacetVerdict:
    """A facet whose values have so many origins each."""
    values = tuple(
        FacetValue(float(n), f"{n} boats", count, tuple(FacetMention(f"{n}{m}", f"{n}{m}", "boats", Span(0, 4)) for m in range(count)))
        for n, count in enumerate(origins)
    )
    return FacetVerdict(Facet.QUANTITY, verdict, "quantity.x", "", 0.9, values)


@pytest.mark.parametrize(
    ("verdict", "origins", "of_all", "digits"),
    [
        (Verdict.AGREEMENT, (2,), 2, [1]),
        (Verdict.AGREEMENT, (1,), 1, [6]),
        (Verdict.COMPATIBLE, (1, 1), 2, [2, 2]),
        (Verdict.COMPATIBLE, (2, 1), 3, [1, 2]),
        (Verdict.COMPATIBLE, (1, 1), 1, [6, 6]),
        (Verdict.SUPERSEDED, (1, 1), 2, [2, 2]),
        (Verdict.CONTRADICTION, (1, 1), 2, [4, 4]),
        (Verdict.CONTRADICTION, (2, 1), 3, [3, 5]),
        (Verdict.CONTRADICTION, (2, 2), 4, [4, 4]),
        (Verdict.CONTRADICTION, (3, 2), 5, [3, 5]),
    ],
)
def test_a_value_is_graded_by_its_origins_and_those_against_it(verdict: Verdict, origins: tuple[int, ...], of_all: int, digits: list[int]) -> None:
    """Two origins confirm; one that nobody confirms cannot be judged; what is contradicted is never better than possibly true."""
    found = facet(verdict, *origins)
    assert [credibility_of(value, found, of_all) for value in found.values] == digits


@pytest.mark.parametrize(
    ("verdict", "values", "met"),
    [
        (Verdict.AGREEMENT, (2,), True),
        (Verdict.AGREEMENT, (1,), False),
        (Verdict.COMPATIBLE, (1, 1), False),
        (Verdict.CONTRADICTION, (1, 1), False),
        (Verdict.CONTRADICTION, (2, 1), True),
    ],
)
def test_the_rule_of_two_sources(verdict: Verdict, values: tuple[int, ...], met: bool) -> None:
    """Two origins that state one value meet it, also against a third; one does not, however many repeat it, nor do two with a value each."""
    claims = tuple(Claim(name, name, f"{name} boats", Span(0, 5), 0, Predicate("sank", "sink", Span(0, 4))) for name in ("00", "01"))
    alignment = Alignment("1", None, "?", (), ("00", "01"), ("00", "01"), sum(values), verdict, 0.9, (facet(verdict, *values),))
    single = Alignment("2", None, "?", (), ("00",), ("00",), 1, Verdict.SINGLE_SOURCE, 0.9, ())
    (fact,) = facts_in(Report((), (), (), claims, (alignment, single), (), ()))
    assert fact.two_sources is met


def test_a_fact_is_borne_out_as_well_as_its_weakest_facet() -> None:
    """Two origins name the agent and one the number: the number is not confirmed by the agent."""
    agent = FacetVerdict(Facet.AGENT, Verdict.AGREEMENT, "agent.x", "", 0.9, (FacetValue("Russia", "Russia", 2, ()),))
    alignment = Alignment("1", None, "?", (), (), ("a", "b"), 2, Verdict.AGREEMENT, 0.9, (agent, facet(Verdict.AGREEMENT, 1)))
    (fact,) = facts_in(Report((), (), (), (), (alignment,), (), ()))
    assert ([value.credibility for value in fact.values], fact.credibility) == ([1, 2], 2)
