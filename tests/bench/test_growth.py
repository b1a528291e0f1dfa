"""How does a comparison grow?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.growth import Cost, Piles, growth, table


def test_the_table_tells_by_which_power_the_time_grows() -> None:
    """Ten times the articles in a hundred times the time is the power of two."""
    lines = table([Cost(10, 300, 0.5, 80, 90), Cost(100, 3_000, 50.0, 90, 200)]).split("\n")
    assert lines[2:] == ["| 10 | 300 | 0.5 |  | 80 | 90 |", "| 100 | 3,000 | 50.0 | 2.00 | 90 | 200 |"]


def test_piles_are_compared_each_in_a_process_of_its_own(tmp_path: Path) -> None:
    """A line a size, the smallest first."""
    told = [{"id": f"{n}", "text": f"The port of Zarn was closed on Monday after {n} ships had collided. Nobody was hurt."} for n in (2, 3, 4)]
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join(json.dumps(one) for one in told), "utf-8")
    assert [line.split(" | ")[0] for line in growth(file, [3, 1], tmp_path / "cache").split("\n")[2:]] == ["| 1", "| 3"]
    with pytest.raises(ValueError, match="has 3 articles that can be read, which is fewer than 9"):
        growth(file, [9], tmp_path / "cache")


def test_piles_that_are_spread_are_alike_in_kind(tmp_path: Path) -> None:
    """Every second article of four, and every article of four; without a spread the first ones."""
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join(json.dumps({"id": f"{n}", "text": f"The port of Zarn was closed for {n} days."}) for n in range(6)), "utf-8")
    assert [one.id for one in Piles(file, 4)[2]] == ["0", "2"]
    assert [one.id for one in Piles(file, 4)[4]] == ["0", "1", "2", "3"]
    assert [one.id for one in Piles(file)[3]] == ["0", "1", "2"]
