"""Are articles told once more of others, and in all else alike?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.exchanged import exchanged, main

SHIPS = {"id": "one", "title": "Zarn port", "text": "Arrin and Zarn: in March 2021 the NRV lost 1,250 tons. Arrin has 25 ships, Zarn 8."}
GRAIN = {"id": "two", "text": "Norvia sells grain to Tarvia. Holt met Velt in May. the port of grain"}


def test_a_name_is_another_everywhere() -> None:
    """One of this file that is as frequent; words, months and years stay, and no name keeps its place."""
    one, two = exchanged([SHIPS, GRAIN])
    assert one["text"] == "Zarn and Arrin: in March 2021 the NRV lost 1,790 tons. Zarn has 29 ships, Arrin 8."
    assert one["title"] == "Arrin port"
    names = {"Norvia", "Tarvia", "Holt", "Velt"}
    assert {word.strip(".") for word in two["text"].split()} >= names
    assert all(before != after for before, after in zip(GRAIN["text"].split(), two["text"].split(), strict=True) if before.strip(".") in names)
    assert [one["id"], two["id"]] == ["onex", "twox"]


def test_a_line_is_written_for_each_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All else of an article stays, and chance has no part in it."""
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join(json.dumps({**article, "published": "2021-03-04"}) for article in (SHIPS, GRAIN)), "utf-8")
    main(file)
    first = capsys.readouterr().out
    main(file)
    assert capsys.readouterr().out == first
    assert [json.loads(line)["published"] for line in first.splitlines()] == ["2021-03-04"] * 2
