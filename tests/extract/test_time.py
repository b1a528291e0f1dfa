"""Which times does an article state?"""

from __future__ import annotations

import time
import tomllib
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.extract.time import expressions_in, granularity, interval_of, times_in
from crosscheck.extract.time_holidays import day_of, easter
from crosscheck.language import pipeline
from crosscheck.language.tokens import Sentence, Token
from crosscheck.model.article import Article
from crosscheck.model.claim import Time
from crosscheck.pipeline import claims_in

FILE = tomllib.loads(Path(__file__).parents[1].joinpath("cases/extract/time.toml").read_text("utf-8"))
CASES: list[dict[str, Any]] = FILE["case"]
VALUES: list[dict[str, Any]] = tomllib.loads(Path(__file__).parents[1].joinpath("cases/extract/time_calendar.toml").read_text("utf-8"))["case"]
WORDS = FILE["loose_words"]
DATES = [None, "2024-02-29", "2024-02", "2024", "2023-05-01T10:00", "soon"]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
PIECES = ["a", "1", "9 ", "1,", "the ", "two hundred ", "o'clock", "the end of ", "2022-", "March ", "last year's ", "-", "1/2/", "May 1 and "]


def stated(text: str, published: str | None) -> list[Time]:
    return [found for some in times_in(pipeline.read(text), text, published) for found in some]


def plain(text: str) -> Sentence:
    """The text as one sentence of words, without a parse."""
    tokens, at = [], 0
    for index, word in enumerate(text.split()):
        start = text.index(word, at)
        at = start + len(word)
        tokens.append(Token(index, word, word.lower(), "", "", "", 0, start, at))
    return Sentence(0, 0, 0, len(text), tuple(tokens))


def as_case(found: Time) -> dict[str, str]:
    fields = {"text": found.text, "type": found.type, "value": found.value, "mod": found.mod, "since": found.since, "until": found.until}
    return {name: value for name, value in fields.items() if value is not None}


@pytest.mark.parametrize("case", CASES, ids=[f"{case['text'][:60]} ({case.get('published')})" for case in CASES])
def test_a_text_states_these_times_and_no_others(case: dict[str, Any]) -> None:
    """Words, type, value, mod and interval are the expected ones, and nothing else is taken for a time."""
    assert [as_case(found) for found in stated(case["text"], case.get("published"))] == case["times"]


@pytest.mark.parametrize("case", VALUES, ids=[f"{case['value']} {case.get('mod', '')}" for case in VALUES])
def test_a_value_has_its_interval_and_granularity(case: dict[str, Any]) -> None:
    """A TIMEX3 value stands for a half-open stretch of the calendar, or for none where it is not known."""
    expected = (case["since"], case["until"]) if "since" in case else None
    assert interval_of(case["value"], case.get("mod")) == expected
    assert granularity(case["value"]) == case["granularity"]


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), st.sampled_from(DATES))
@settings(max_examples=400, deadline=None)
def test_spans_cut_out_the_words_and_ends_are_in_order(text: str, published: str | None) -> None:
    """Whatever words stand together, a time's span quotes it, times do not overlap, and an interval's end comes after its beginning."""
    (found,) = times_in([plain(text)], text, published)
    assert all(text[one.span.start : one.span.end] == one.text != "" for one in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(one.since < one.until for one in found if one.since and one.until)


@given(st.integers(1000, 2099), st.integers(1, 12), st.integers(1, 28), st.sampled_from([None, "START", "MID", "END", "APPROX"]))
def test_a_finer_value_lies_within_a_coarser_one(year: int, month: int, day: int, mod: str | None) -> None:
    """A day lies in its month, its month in its year, its year in its decade; a third lies in the whole, and APPROX holds it."""
    names = [f"{year:04}-{month:02}-{day:02}", f"{year:04}-{month:02}", f"{year:04}", f"{year:04}"[:3], f"{year:04}"[:2]]
    whole = [interval_of(name) for name in names]
    assert all(b and a and b[0] <= a[0] < a[1] <= b[1] for a, b in pairwise(whole))
    for name, interval in zip(names, whole, strict=True):
        part = interval_of(name, mod)
        assert part and interval
        inner, outer = (_ends(interval), _ends(part)) if mod == "APPROX" else (_ends(part), _ends(interval))
        assert outer[0] <= inner[0] < inner[1] <= outer[1]


def _ends(interval: tuple[str, str]) -> tuple[datetime, datetime]:
    return datetime.fromisoformat(interval[0]), datetime.fromisoformat(interval[1])


@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)), st.sampled_from(DAYS))
@settings(deadline=None)
def test_a_weekday_lies_within_a_week_of_publication(published: date, weekday: str) -> None:
    """A bare weekday is the named one, and never more than six days before or after the article."""
    text = f"Police arrested two men on {weekday}"
    (found,) = times_in([plain(text)], text, published.isoformat())[0]
    day = date.fromisoformat(found.value)
    assert day.strftime("%A") == weekday
    assert 0 <= (published - day).days <= 6


@pytest.mark.parametrize(("year", "day"), [(1961, "04-02"), (1998, "04-12"), (2008, "03-23"), (2019, "04-21"), (2024, "03-31"), (2038, "04-25")])
def test_easter_is_where_the_calendars_have_it(year: int, day: str) -> None:
    """Easter Sunday, its earliest and latest dates included."""
    assert easter(year).isoformat() == f"{year}-{day}"


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [("11 4th 4", 1999, "1999-11-25"), ("05 -1 1", 2023, "2023-05-29"), ("11 1st 1 +1", 1998, "1998-11-03"), ("easter -47", 2024, "2024-02-13")],
)
def test_a_holiday_falls_on_its_day(rule: str, year: int, day: str) -> None:
    """Nth weekdays count from either end of a month, and movable feasts from Easter."""
    assert day_of(rule, year).isoformat() == day


def test_a_clause_without_a_parse_is_read_by_its_words() -> None:
    """Where the tree is not known, "will" in the clause makes a weekday the next one and a past form the last one."""
    values = [times_in([plain(text)], text, "2024-02-29")[0][0].value for text in ("They will meet on Tuesday", "They said so on Tuesday")]
    assert values == ["2024-03-05", "2024-02-27"]


@pytest.mark.parametrize("piece", PIECES)
def test_ten_times_the_text_takes_no_more_than_that(piece: str) -> None:
    """Adversarial lengths are read in linear time: ten times as long a text takes less than thirty times as long."""
    short, long = (_seconds(piece * (size // len(piece))) for size in (4_000, 40_000))
    assert long < 30 * max(short, 0.005)


def _seconds(text: str) -> float:
    """The shorter of two runs, since other work on the machine only ever adds."""
    taken = []
    for _ in range(2):
        started = time.process_time()
        expressions_in(text)
        taken.append(time.process_time() - started)
    return min(taken)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("orthodox 0", "2024-05-05"),
        ("orthodox 0", "2017-04-16"),
        ("hebrew 01-10", "1973-10-06"),
        ("hebrew 01-01", "2024-10-03"),
        ("hebrew 07-15", "2016-04-23"),
        ("lunar new year", "2023-01-22"),
        ("diwali", "2023-11-12"),
    ],
)
def test_a_feast_of_another_calendar_falls_on_its_day(rule: str, day: str) -> None:
    """Julian Easter and the Hebrew calendar are computed, the lunar new years looked up."""
    assert day_of(rule, int(day[:4])).isoformat() == day


@pytest.mark.parametrize(("rule", "day"), [("~hijri 09-01 for 30", "2024-03-11"), ("~hijri 10-01", "2023-04-21"), ("~hijri 12-10", "2019-08-11")])
def test_a_feast_of_the_moon_is_a_day_off_at_most(rule: str, day: str) -> None:
    """The arithmetical Islamic calendar differs by a day at most from the day that was announced."""
    assert abs(day_of(rule, int(day[:4])) - date.fromisoformat(day)).days <= 1


def test_the_times_of_a_live_blog_count_from_their_entries() -> None:
    """ "An hour ago" is of the hour before the entry was posted, "yesterday" of the day before it."""
    text = """Flood: live

00:10 GMT – Mayor held
The mayor was arrested an hour ago. He resigned yesterday.

23:20 GMT
The dam failed 30 minutes ago. The match of the next day is off.

22:05 GMT
It has rained since 3pm.
"""
    article = Article("a", text, "1", published="2024-05-11")
    told = {time.text: (time.value, time.since, time.until) for time in claims_in(article).times}
    assert told["an hour ago"] == ("2024-05-11T23:10", "2024-05-11T22:40", "2024-05-11T23:40")
    assert told["30 minutes ago"] == ("2024-05-11T22:50", "2024-05-11T22:45", "2024-05-11T22:55")
    assert told["yesterday"][0] == "2024-05-11"
    assert told["3pm"][0] == "2024-05-11T15:00"
    assert told["the next day"][0] == "2024-05-12"
    assert "00:10" not in told
