"""Which value lies nearest to one that is stated?"""

from __future__ import annotations

import pytest

from crosscheck.judge.othervalue import others
from crosscheck.model.claim import Argument, Facet, Quantity, Span, Time

AT = Span(0, 1)


@pytest.mark.parametrize(
    ("text", "value", "precision", "first"),
    [
        ("12 men", 12.0, 1.0, "13 men"),
        ("$2 mln", 2e6, 1e6, "$3 mln"),
        ("25,000 tons", 25e3, 1e3, "26,000 tons"),
        ("twelve", 12.0, None, "1.083 × twelve"),
    ],
)
def test_a_number_moves_by_one_step_of_its_last_digit(text: str, value: float, precision: float | None, first: str) -> None:
    """In its own words where it is written in digits."""
    (nearest, *rest) = others(Quantity(text, AT, value, value, value, precision=precision))
    assert (nearest.text, all(other != nearest for other in rest)) == (first, True)


@pytest.mark.parametrize(
    ("value", "text", "since", "until"),
    [
        ("2031-12-31", "1 January 2032", "2032-01-01", "2032-01-02"),
        ("2031-12", "January 2032", "2032-01-01", "2032-02-01"),
        ("2031", "2032", "2032-01-01", "2033-01-01"),
    ],
)
def test_a_date_moves_to_the_next(value: str, text: str, since: str, until: str) -> None:
    """Day, month or year, as it is stated."""
    (other,) = others(Time("then", AT, "DATE", value))
    assert isinstance(other, Time)
    assert (other.text, other.since, other.until) == (text, since, until)


@pytest.mark.parametrize("value", ["XXXX-03", "2031-W05", "PAST_REF", "2031-02-30"])
def test_a_date_that_is_not_known_moves_nowhere(value: str) -> None:
    """Nothing is made up."""
    assert list(others(Time("then", AT, "DATE", value))) == []


def test_a_name_becomes_a_stranger_of_its_kind() -> None:
    """A person another person; what is no name stays."""
    (other,) = others(Argument(Facet.AGENT, "Ada Bo", AT, "Bo", "Ada Bo", "PER"))
    assert other.text == "Pat Doe"
    assert list(others(Argument(Facet.AGENT, "dockers", AT, "docker"))) == []
