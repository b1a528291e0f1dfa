"""Is an axis true to lengths, and does it break where there is nothing to see?"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from crosscheck.report.html.scale import Scale, Stretch

DAYS = st.integers(700_000, 740_000).map(float)
STRETCHES = st.lists(st.tuples(DAYS, st.integers(0, 4_000)).map(lambda one: (one[0], one[0] + one[1])), min_size=1, max_size=12)


def day(text: str) -> float:
    return float(date.fromisoformat(text).toordinal())


def stretch(since: str, until: str) -> Stretch:
    return day(since), day(until)


@given(STRETCHES)
def test_later_is_never_further_left(stretches: list[Stretch]) -> None:
    """And everything is on the axis."""
    scale = Scale(stretches)
    places = [scale.at(one) for one in sorted(end for stretch in stretches for end in stretch)]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)


@given(STRETCHES)
def test_marks_stand_apart(stretches: list[Stretch]) -> None:
    """So that their labels can be read, in the order of time."""
    ticks = Scale(stretches).ticks()
    assert ticks
    assert all(b.at - a.at > 10 for a, b in pairwise(ticks))


def test_a_month_is_wider_than_a_day() -> None:
    """By as many days as it has."""
    scale = Scale([stretch("2022-03-01", "2022-04-01"), stretch("2022-04-05", "2022-04-06")])
    month, one = scale.at(day("2022-04-01")) - scale.at(day("2022-03-01")), scale.at(day("2022-04-06")) - scale.at(day("2022-04-05"))
    assert abs(month / one - 31) < 0.2


def test_empty_decades_are_left_out() -> None:
    """The axis breaks, and on both sides of the break a mark says when it is."""
    scale = Scale([stretch("1991-01-01", "1992-01-01"), stretch("2020-08-01", "2024-03-01")])
    assert len(scale.breaks()) == 1
    labels = [tick.label for tick in scale.ticks()]
    assert labels[0] == "1991"
    assert "2022" in labels[1:]


def test_an_axis_without_events_has_no_marks() -> None:
    """Nor does it break."""
    assert (Scale([]).ticks(), Scale([]).breaks()) == ((), ())
