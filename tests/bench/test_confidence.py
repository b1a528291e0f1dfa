"""Is a verdict judged by what a person has marked?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.confidence import Judged, as_toml, by_rule, judged_in, reliability

from crosscheck.model.verdict import Verdict

TEXTS = {
    "x0": "Police arrested 12 smugglers in Port Amal on 3 May 2031, the mayor said.",
    "x1": "Police arrested 14 smugglers in Port Amal on 3 May 2031, the mayor said.",
}


def story(folder: Path, relation: str) -> Path:
    (folder / "smugglers").mkdir()
    for name, text in TEXTS.items():
        (folder / "smugglers" / f"{name}.txt").write_text(text)
    values = [{"value": words, "members": [[name, f"{words} smugglers"]]} for name, words in (("x0", "12"), ("x1", "14"))]
    gold = {"facts": [{"slot": "quantity", "values": values, "relations": [["12", "14", relation]]}]}
    (folder / "smugglers.json").write_text(json.dumps(gold))
    return folder / "smugglers.json"


@pytest.mark.parametrize(("relation", "right"), [("contradiction", True), ("compatible", False)])
def test_a_verdict_is_right_where_the_marks_stand_as_it_says(relation: str, right: bool, tmp_path: Path) -> None:
    """Only what is marked is judged: the day and the police are not."""
    (found,) = judged_in(story(tmp_path, relation), 0)
    assert (found.rule, found.verdict, found.right) == ("quantity.different", Verdict.CONTRADICTION, right)


def test_a_changed_copy_is_found_where_it_was_changed(tmp_path: Path) -> None:
    """A number and a date of the first article."""
    (_, *changed) = judged_in(story(tmp_path, "contradiction"), 1)
    assert {one.rule for one in changed} == {"quantity.different", "time.disjoint"}
    assert all(one.right for one in changed)


def test_tables_and_data_say_how_many_were_right() -> None:
    """By confidence and by rule; a rule with few verdicts is not kept."""
    found = [Judged("time.same", Verdict.AGREEMENT, 0.95, 0.9, number > 0) for number in range(10)]
    few = [Judged("place.same", Verdict.AGREEMENT, 0.55, 0.9, True)]
    assert "| 0.9 to 1.0 | 10 | 0.95 | 0.90 |" in list(reliability(found + few))
    assert any(line.startswith("| `place.same` | 1 | 1.00 |") for line in by_rule(found + few))
    assert '"time.same" = [9, 10]' in as_toml(found + few)
    assert "place.same" not in as_toml(found + few)
