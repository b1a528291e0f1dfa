"""Does the table of engines tell whether all of them print the same?"""

from __future__ import annotations

from bench.engines import Run, table


def test_the_fastest_round_counts_and_another_byte_shows() -> None:
    """The ratio is to the first engine."""
    runs = [Run("one", 4.0, "a"), Run("two", 2.0, "a"), Run("spark", 9.0, "a"), Run("one", 5.0, "a"), Run("two", 3.0, "a"), Run("spark", 8.0, "b")]
    assert table(runs).split("\n")[2:] == ["| one | 4.0 | 1.00 | yes |", "| two | 2.0 | 0.50 | yes |", "| spark | 8.0 | 2.00 | NO |"]
