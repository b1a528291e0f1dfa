"""Are the marked stories whole, and put beside their texts in the form of a measurement?"""

from __future__ import annotations

import json
from pathlib import Path

import bench.marked
import pytest
from bench.marked import gold, stories, written

SLOTS = {"quantity", "time", "place", "agent", "patient", "recipient", "type", "polarity"}
RELATIONS = {"contradiction", "superseded", "compatible", "agreement"}
STORY = {
    "name": "9_ecb",
    "set": "fresh",
    "facts": [{"slot": "time", "values": [[["9_1ecb", 0, 4]], [["9_2ecb", 5, 9]]], "relations": [[0, 1, "contradiction"]]}],
}


def test_every_mark_names_a_place_and_every_relation_two_values() -> None:
    """In all files: what was marked of a story, by article and place, without its words."""
    for story in stories():
        assert story["set"] in bench.marked.SETS
        for fact in story["facts"]:
            assert fact["slot"] in SLOTS
            places = [place for value in fact["values"] for place in value]
            assert all(start < end and article.startswith(story["name"].split("_")[0]) for article, start, end in places)
            assert all(
                first != second and max(first, second) < len(fact["values"]) and kind in RELATIONS for first, second, kind in fact["relations"]
            )


def test_a_story_becomes_facts_with_values_by_number() -> None:
    """Labels are the numbers of the values, so that no word of an article is kept."""
    assert gold(STORY)["facts"][0]["relations"] == [["0", "1", "contradiction"]]


def test_the_texts_of_a_story_stand_beside_its_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file an article, and the marks as JSON under the story's name; other stories of the topic are left out."""
    texts = {"9_ecb": {"9_1ecb": "Monday it fell.", "9_2ecb": "On Tuesday it fell."}, "9_ecbplus": {"9_1ecbplus": "Other."}}
    monkeypatch.setattr(bench.marked, "texts_of", lambda archive: texts)
    monkeypatch.setattr(bench.marked, "stories", lambda of: iter([STORY]))
    assert written(tmp_path / "archive", tmp_path) == 1
    home = tmp_path / "stories-gold"
    assert sorted(path.relative_to(home).as_posix() for path in home.rglob("*.*")) == ["9_ecb.json", "9_ecb/9_1ecb.txt", "9_ecb/9_2ecb.txt"]
    assert json.loads((home / "9_ecb.json").read_text("utf-8"))["story"] == "9_ecb"
