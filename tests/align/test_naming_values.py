"""In how many ways may another report give the same number or the same time?"""

from __future__ import annotations

import pytest

from crosscheck.align.named import groups_of_named
from crosscheck.align.naming_values import in_a_row, on_other_days, other_counted, values_in
from crosscheck.extract.things import ORDINAL
from crosscheck.model.claim import Argument, Claim, Facet, Predicate, Quantity, Span, Thing, Time
from crosscheck.model.report import Story

STORY = Story("s1", ("a", "b", "c"))
SHARED = ("ferry", "harbour", "north", "pilot")


def number(value: float, *, of: str | None = None, unit: str | None = None, kind: str = "count", text: str = "") -> Quantity:
    return Quantity(text or f"{value:g}", Span(20, 24), value, value, value, "=", unit, of, kind, 1.0)


def score(text: str) -> Quantity:
    return Quantity(text, Span(20, 24), None, 7.0, 9.0, kind="score")


def claim(article: str, value: Quantity | Time, *terms: str, text: str = "", sentence: int = 0) -> Claim:
    lemma = terms[0] if terms else "see"
    numbers, times = ((value,), ()) if isinstance(value, Quantity) else ((), (value,))
    named = Predicate(lemma, lemma, Span(0, 5))
    words = tuple(sorted(terms))
    return Claim(f"{article}{value.text}", article, text or "word " * 20, Span(0, 100), sentence, named, quantities=numbers, times=times, terms=words)


def others() -> list[Claim]:
    return [claim("c", number(40 + at, of="row"), f"other{at}", sentence=at) for at in range(4)]


def together(one: Quantity | Time, other: Quantity | Time) -> bool:
    groups = groups_of_named((claim("a", one, *SHARED), claim("b", other, *SHARED), *others()), (STORY,), {})
    return any(group[0].predicate.kind == "named" for group in groups)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (score("7-9"), score("7 - 9"), True),
        (score("7-9"), score("9-7"), False),
        (number(2302, unit="point", kind="measure"), number(2302), True),
        (number(20.2, unit="point", kind="measure"), number(20.2), True),
        (number(30, unit="ton", kind="measure"), number(30, of="lorry"), False),
        (number(7, of="passenger"), number(7, of="people"), True),
        (number(7, of="woman"), number(7, of="guard"), False),
        (number(35, unit="year of age", kind="age"), number(35, unit="year", kind="measure"), False),
    ],
)
def test_a_number_may_be_told_with_another_noun_or_with_none(one: Quantity, other: Quantity, same: bool) -> None:
    """ "2,302 points" are "2,302", "seven passengers" are "seven people", but 30 tons are not 30 lorries."""
    assert together(one, other) == same


def test_a_bare_number_is_told_in_the_unit_of_the_other() -> None:
    """ "She has 2,302" agrees with "2,302 points"."""
    one, other = claim("a", number(2302, unit="point", kind="measure"), *SHARED), claim("b", number(2302), *SHARED)
    group = next(group for group in groups_of_named((one, other, *others()), (STORY,), {}) if group[0].predicate.kind == "named")
    assert {named.quantities[0].unit for named in group} == {"point"}


def test_a_few_people_are_the_same_only_of_one_deed() -> None:
    """ "Three people died", "three employees were killed"; of two women and two people much is told in one story."""
    assert other_counted(number(3, of="people"), number(3, of="employee"), one_deed=False)
    assert not other_counted(number(3, of="people"), number(3, of="employee"), one_deed=True)
    assert not other_counted(number(12, of="people"), number(12, of="employee"), one_deed=False)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Time("3:33 a.m.", Span(20, 29), "TIME", "T03:33"), Time("3:33 a.m. Tuesday", Span(20, 37), "TIME", "2024-08-07T03:33"), True),
        (Time("3:33", Span(20, 24), "TIME", "2024-08-08T03:33"), Time("3:33", Span(20, 24), "TIME", "2024-08-07T03:33"), True),
        (Time("3:33 Thursday", Span(20, 33), "TIME", "2024-08-08T03:33"), Time("3:33 Wednesday", Span(20, 34), "TIME", "2024-08-07T03:33"), False),
        (Time("Aug. 7", Span(20, 26), "DATE", "2024-08-07"), Time("Wednesday", Span(20, 29), "DATE", "XXXX-WXX-3"), True),
        (Time("1983", Span(20, 24), "DATE", "1983"), Time("November 1983", Span(20, 33), "DATE", "1983-11"), True),
        (Time("May 1983", Span(20, 28), "DATE", "1983-05"), Time("November 1983", Span(20, 33), "DATE", "1983-11"), False),
    ],
)
def test_a_time_may_be_told_more_or_less_exactly(one: Time, other: Time, same: bool) -> None:
    """An hour with its day or without (which is then that of the article, and says nothing), a date or its weekday, a year or its month."""
    assert together(one, other) == same


def test_a_year_and_a_month_of_two_kinds_of_deed_are_two_times() -> None:
    """ "Left the bureau in 1983" and "was named in May 1983"."""
    year, month = Time("1983", Span(20, 24), "DATE", "1983"), Time("May 1983", Span(20, 28), "DATE", "1983-05")
    assert on_other_days(year, month, one_deed=False)
    assert not on_other_days(year, month, one_deed=True)


@pytest.mark.parametrize(("after", "dated"), [("'s vote was close", True), (" shoppers came", False)])
def test_the_day_that_owns_an_event_dates_it(after: str, dated: bool) -> None:
    """ "Sunday's vote" was on Sunday; Sunday shoppers may come on any."""
    time = Time("Sunday", Span(4, 10), "DATE", "XXXX-WXX-7", of="vote")
    found = [phrase.words for _, phrase in values_in(claim("a", time, text=f"The Sunday{after}".ljust(100)))]
    assert ("day XXXX-WXX-7" in found) == dated


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("stint", "time", True), ("term", "term", True), ("term", "time", False)],
)
def test_what_somebody_does_again_is_told_in_several_words(one: str, other: str, same: bool) -> None:
    """ "Her second stint", "for a second time"."""
    numbers = [number(2.0, of=noun, kind="ordinal", text="second") for noun in (one, other)]
    assert (in_a_row(numbers[0]) == in_a_row(numbers[1])) is same


def test_which_in_a_row_it_is_is_a_detail_that_reports_share() -> None:
    """Two reports agree that it is her second prize, whatever each says she did."""
    claims = [claim(article, number(40.0 + at, of=article), *SHARED) for at, article in enumerate("ab")]
    second = Argument(Facet.QUANTITY, "second", Span(40, 46), "2", also=("prize",), slot=ORDINAL)
    groups = groups_of_named((*claims, *others()), (STORY,), {article: (Thing(0, second),) for article in "ab"})
    told = [value for group in groups for one in group for value in one.quantities if value.kind == "ordinal"]
    assert [(value.value, value.of) for value in told] == [(2.0, "prize"), (2.0, "prize")]
