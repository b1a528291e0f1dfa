"""Does the table of engines tell whether all of them print the same?"""

from __future__ import annotations

import sys
from pathlib import Path
from subprocess import CalledProcessError

import pytest
from bench.engines import ENGINES, Run, engines, table

COMMAND = "import sys; sys.exit('spark' in sys.argv and 2) if sys.argv[1] == 'compare' else 1"


def test_an_engine_that_is_not_there_is_left_out(tmp_path: Path) -> None:
    """A command that fails is no engine that is missing."""
    (tmp_path / "articles.jsonl").write_text("{}\n", "utf-8")
    said = engines(tmp_path / "articles.jsonl", 1, [sys.executable, "-c", COMMAND], 1)
    assert [line.split(" | ")[0].removeprefix("| ") for line in said.split("\n")[2:]] == [*ENGINES][:2]
    with pytest.raises(CalledProcessError):
        engines(tmp_path / "articles.jsonl", 1, [sys.executable, "-c", "raise SystemExit(2)"], 1)


def test_the_fastest_round_counts_and_another_byte_shows() -> None:
    """The ratio is to the first engine."""
    runs = [Run("one", 4.0, "a"), Run("two", 2.0, "a"), Run("spark", 9.0, "a"), Run("one", 5.0, "a"), Run("two", 3.0, "a"), Run("spark", 8.0, "b")]
    assert table(runs).split("\n")[2:] == ["| one | 4.0 | 1.00 | yes |", "| two | 2.0 | 0.50 | yes |", "| spark | 8.0 | 2.00 | NO |"]
