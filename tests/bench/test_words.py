"""Does the table of words a second say what was measured?"""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.spacy_alone import reader_of
from bench.words import ALONE, WHOLE, one_round, table, words_per_second

from crosscheck.model.article import Article


def test_words_a_second_and_shares_are_of_the_first_row() -> None:
    """A step that takes a quarter of the time reads four times as fast."""
    rows = table(1000, 1200, {"all": 2.0, "times": 0.5}).splitlines()[2:]
    assert rows == ["| all | 500 | 600 | 100% |", "| times | 2,000 | 2,400 | 25% |"]


def test_the_steps_add_up_to_the_whole() -> None:
    """What is not named is counted with the rest."""
    times = one_round([Article("a", "Two men were killed in Korva on Monday, the mayor said.", "1")])
    assert sum(seconds for name, seconds in times.items() if name != WHOLE) == pytest.approx(times[WHOLE])


def test_spacy_alone_is_no_part_of_the_whole() -> None:
    """It has a row of its own, where it is installed."""
    pytest.importorskip("spacy")
    article = Article("a", "Two men were killed in Korva on Monday, the mayor said.", "1")
    times = one_round([article], reader_of([article.text]))
    assert times.pop(ALONE) > 0
    assert sum(seconds for name, seconds in times.items() if name != WHOLE) == pytest.approx(times[WHOLE])


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    """Nothing is not read in no time."""
    with pytest.raises(ValueError, match="no article"):
        words_per_second(tmp_path, 1)
