"""Are scores kept, and does a fall show?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.quality import Kept, fallen_below, floor_of, main, measured_in, with_table

from bench import quality

OLD = Kept("2026-01-01", "times", {"value F1": 70.0, "extent F1": 60.0}, "20 articles")
BEST = Kept("2026-02-01", "times", {"value F1": 80.0, "extent F1": 59.0}, "20 articles")


def test_a_floor_only_rises() -> None:
    """The best score sets it, whatever came after; what was never measured has none."""
    worse = Kept("2026-03-01", "times", {"value F1": 75.0}, "")
    assert floor_of("times", "value F1", (OLD, BEST, worse)) == 80.0 - quality.SLACK
    assert floor_of("times", "type F1", (OLD,)) is None


def test_a_floor_begins_anew_where_what_made_the_best_score_was_taken_out() -> None:
    """And rises from there."""
    lowered = Kept("2026-03-01", "times", {"value F1": 65.0}, "", "without a list of certain names")
    after = Kept("2026-04-01", "times", {"value F1": 67.0}, "")
    assert floor_of("times", "value F1", (OLD, BEST, lowered)) == 65.0 - quality.SLACK
    assert floor_of("times", "value F1", (OLD, BEST, lowered, after)) == 67.0 - quality.SLACK


def test_a_headline_below_its_floor_is_named_and_others_are_not() -> None:
    """Only the first measure of each name has a floor that fails a check."""
    fallen = Kept("2026-03-01", "times", {"value F1": 79.0, "extent F1": 10.0}, "")
    near = Kept("2026-03-01", "times", {"value F1": 79.6}, "")
    assert list(fallen_below((fallen,), (OLD, BEST))) == ["times: value F1 is 79.0, its floor 79.5"]
    assert list(fallen_below((near,), (OLD, BEST))) == []


def test_the_table_stands_between_its_marks() -> None:
    """What stands around it stays, and making it twice changes nothing."""
    page = f"before {quality.START} old {quality.END} after"
    made = with_table(page, (OLD, BEST))
    assert made.startswith("before ") and made.endswith(" after")
    assert "| times | **value F1** | 70.0 | 80.0 | 80.0 (2026-02-01) | 20 articles |" in made
    assert "|  | extent F1 | 60.0 | 60.0 | 59.0 |  |" in made
    assert with_table(made, (OLD, BEST)) == made
    with pytest.raises(ValueError, match="the page has no"):
        with_table("no marks", ())


def test_scores_without_a_value_are_left_out() -> None:
    """A measurement that found nothing to measure is no zero."""
    results = [
        {"name": "times", "scores": {"value F1": 0.7004, "false per 100": 3.14, "type F1": None}, "items": "3"},
        {"name": "copies", "scores": {"F1": None}},
    ]
    assert list(measured_in(results, "2026-01-01")) == [Kept("2026-01-01", "times", {"value F1": 70.0, "false per 100": 3.1}, "3")]


def test_keeping_and_checking_from_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What is kept is the floor of the next check."""
    monkeypatch.setattr(quality, "HISTORY", tmp_path / "scores.jsonl")
    monkeypatch.setattr(quality, "PAGE", tmp_path / "quality.md")
    (tmp_path / "quality.md").write_text(f"{quality.START}{quality.END}", "utf-8")
    scores = tmp_path / "scores.json"
    scores.write_text(json.dumps([{"name": "times", "scores": {"value F1": 0.7}, "items": ""}]), "utf-8")
    assert main(["keep", str(scores), "--date", "2026-01-01"]) == 0
    assert main(["check", str(scores)]) == 0
    assert "lowered" not in (tmp_path / "scores.jsonl").read_text("utf-8")
    scores.write_text(json.dumps([{"name": "times", "scores": {"value F1": 0.6}, "items": ""}]), "utf-8")
    assert main(["check", str(scores)]) == 1
    assert "value F1 is 60.0" in capsys.readouterr().out
    assert main(["keep", str(scores), "--date", "2026-01-02", "--lowered", "a list was taken out"]) == 0
    assert main(["check", str(scores)]) == 0
