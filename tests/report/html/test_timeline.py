"""Does a bar claim no more than the words do?"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.model.timeline import Event, Granularity, Timeline, When
from crosscheck.report.html.reader import Reader
from crosscheck.report.html.timeline import Bar, drawn
from tests.report.made import TIMELINE

MARCH = When("2022-03-01", "2022-04-01", Granularity.MONTH, "March 2022", "2022-03")
DAY = When("2022-03-31", "2022-04-01", Granularity.DAY, "31 March 2022", "2022-03-31")
SINCE = When("2022-03-15", None, Granularity.OPEN, "since 15 March 2022", "2022-03-15")
BY = When(None, "2022-03-15", Granularity.OPEN, "by 14 March 2022", "2022-03-14")


def bars(*whens: When) -> list[Bar | None]:
    event: Event = TIMELINE.events[0]
    found = Timeline(TIMELINE.articles, (), tuple(replace(event, when=when) for when in whens), ())
    return [row.bar for row in drawn(found, Reader(found.articles), {}).rows]


def test_a_month_is_a_bar_and_a_day_in_it_a_mark() -> None:
    """The day stands at the month's end, and is as wide as can just be seen."""
    month, day = bars(MARCH, DAY)
    assert month == Bar(0.0, 100.0)
    assert day is not None
    assert (day.left > 95, day.width < 5) == (True, True)


def test_an_end_that_is_not_known_is_open_to_the_edge() -> None:
    """On its side, and only there."""
    _, since, by = bars(MARCH, SINCE, BY)
    assert since is not None
    assert by is not None
    assert since.reach == (since.left, 100.0)
    assert by.reach == (0.0, by.left)


def test_rows_say_what_bars_draw() -> None:
    """Each has its date in words, its place in an article, and who reports it."""
    shown = drawn(TIMELINE, Reader(TIMELINE.articles), {"a1": "f1"})
    assert [row.date for row in shown.rows] == [event.when.text for event in TIMELINE.events if event.when]
    assert all(row.place.words and row.members for row in shown.rows)
