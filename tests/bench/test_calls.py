"""Is every contradiction of a pile printed, with the words around it?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.calls import main


def test_a_pile_is_compared_and_its_calls_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slice without the second report has none."""
    path = tmp_path / "pile.jsonl"
    texts = (f"The Tarvo bridge closed on Monday. The driver, Karl Osk, {age}, is in hospital." for age in (27, 31))
    path.write_text("".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in zip("ab", texts, strict=True)), "utf-8")
    assert main([str(path)]) == 0
    shown = capsys.readouterr().out
    assert "One source says 27, another 31." in shown
    assert "Karl Osk, [31], is in hospital." in shown
    assert shown.endswith("1 called in 2 articles\n")
    assert main([str(path), "--slice", ":1"]) == 0
    assert capsys.readouterr().out == "0 called in 1 articles\n"
