"""Is a date said as finely as it is known, and no finer?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from crosscheck.arrange.when import ends, when_of
from crosscheck.model.claim import Span, Time

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parents[1] / "cases/arrange/when.toml").read_text("utf-8"))["case"]


def time_of(case: dict[str, Any]) -> Time:
    return Time("", Span(0, 0), case.get("type", "DATE"), case["value"], case.get("mod"), case.get("from"), case.get("until"), case.get("of"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.get("why") or case["said"])
def test_a_time_is_said_as_the_case_has_it(case: dict[str, Any]) -> None:
    """In words, and with its granularity; None for a time that dates no event or whose year is not known."""
    when = when_of(time_of(case))
    assert (when.text, when.granularity.value) == (case["said"], case["granularity"]) if when else "said" not in case


@pytest.mark.parametrize(("of", "since", "until"), [("since", "2031-01-01", None), ("after", "2032-01-01", None), ("before", None, "2031-01-01")])
def test_an_open_time_has_one_end(of: str, since: str | None, until: str | None) -> None:
    """After 2031 begins when 2031 is over, before it ends when 2031 begins."""
    when = when_of(Time("", Span(0, 0), "DATE", "2031", None, "2031-01-01", "2032-01-01", of))
    assert when is not None
    assert (when.since, when.until) == (since, until)
    assert ends(when)[0] < ends(when)[1]
