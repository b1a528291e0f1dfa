"""Which entries has a live blog?"""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.ingest.entries import entries_in, entry_at

CASES = tomllib.loads(Path(__file__).parents[1].joinpath("cases/ingest/entries.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_time_of_each_entry_is_read(case: dict[str, Any]) -> None:
    """What is in no order, or has no words below its times, is no live blog."""
    found = entries_in(case["text"], case.get("published"))
    assert [[entry.order, entry.moment or ""] for entry in found] == case["entries"]
    for entry in found:
        assert entry.span.start == entry.stamp.start < entry.stamp.end <= entry.span.end
        assert entry_at(found, entry.span.end - 1) is entry
    assert not found or entry_at(found, found[0].span.start - 1) is None


@given(st.text(st.sampled_from("0123456789:. \nGMTpam–ZT-+(ago)Aé."), max_size=200))
def test_entries_follow_each_other(text: str) -> None:
    """Whatever the text: each begins where the one before it ends, and their order is that of their moments."""
    found = entries_in(text, "2024-05-11")
    assert sorted(entry.order for entry in found) == list(range(len(found)))
    assert all(one.span.end == other.span.start for one, other in pairwise(found))


def test_a_clock_that_only_a_machine_has_written_is_not_that_of_the_readers() -> None:
    """In UTC nobody knows what "at three o'clock" means."""
    text = "2024-05-12 14:05 UTC\nThe toll is 14 now.\n2024-05-12 13:05\nThe toll is nine now.\n2024-05-12 12:05 UTC\nA dam has failed there."
    assert [entry.is_local for entry in entries_in(text, None)] == [False, True, False]
