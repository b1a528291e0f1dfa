"""Which day does a written date name?"""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.ingest.dates import iso_date

CASES = tomllib.loads(Path(__file__).parents[1].joinpath("cases/ingest/dates.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["written"] for case in CASES])
def test_a_written_date_is_read_without_guessing(case: dict[str, Any]) -> None:
    """Each form gives its ISO date to the precision written, and an ambiguous one gives none."""
    assert iso_date(case["written"]) == case.get("iso")


@pytest.mark.parametrize("value", [None, True, 1.5, ["2024-02-29"], {}])
def test_other_values_are_no_dates(value: object) -> None:
    """A field that is no text is not a date; True is not the year 1."""
    assert iso_date(value) is None


@given(st.dates())
def test_a_date_is_its_own_iso_form(day: date) -> None:
    """What TOML reads as a date, and that date written out, come to the same."""
    assert iso_date(day) == iso_date(day.isoformat()) == day.isoformat()


@given(st.text(max_size=40))
def test_no_text_is_too_odd(text: str) -> None:
    """Whatever stands where a date should, the answer is a date or none."""
    found = iso_date(text)
    assert found is None or len(found) in (4, 7) or datetime.fromisoformat(found)
