"""Is the cost of new articles beside an archive measured, and set beside the comparison of all?"""

from __future__ import annotations

import json
from pathlib import Path

import bench.added
import pytest
from bench.added import Cost, table


def test_a_line_says_how_long_reading_and_comparing_took() -> None:
    """Both apart, since an archive is looked through each time."""
    last = table([Cost("100 new and an archive of 2,000", 0.94, 8.0, 612, 210)]).splitlines()[-1]
    assert last == "| 100 new and an archive of 2,000 | 612 | 0.9 | 8.0 | 210 |"


def test_the_archive_is_the_first_articles_and_the_new_ones_come_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Alone, with the archive, and all together; in this process here, since only the counts are looked at."""
    monkeypatch.setattr(bench.added, "_alone", lambda work, *asked: work(*asked))
    monkeypatch.setattr(bench.added, "NEW", 1)
    lines = [json.dumps({"id": f"{number}", "text": f"The bridge of Ardal{number} fell on Monday."}) for number in range(14)]
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    costs = bench.added._costs(file, 12, tmp_path, tmp_path / "cache")
    assert [cost.name for cost in costs] == ["1 new", "1 new and an archive of 12", "all 13"]
    assert [cost.articles for cost in costs][::2] == [1, 13]
    with pytest.raises(ValueError, match="fewer than 15"):
        bench.added._costs(file, 14, tmp_path, tmp_path / "cache")
