"""Is every way in which a saved report may no longer hold found out, and nothing else?"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from crosscheck.cli.main import app

HARBOUR = "A tank blew up in Port Amal on 3 May 2031, injuring 12 dockers, the fire service said.\n"
GULF = "Nine dockers were injured in Port Amal on 3 May 2031 when a tank blew up, a nurse said.\n"
Change = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two articles and the report on them."""
    folder = tmp_path_factory.mktemp("saved")
    folder.joinpath("harbour.txt").write_text(HARBOUR)
    folder.joinpath("gulf.txt").write_text(GULF)
    done = CliRunner().invoke(app, ["compare", str(folder), "--format", "json", "--no-cache"])
    folder.joinpath("report.json").write_bytes(done.stdout_bytes)
    return folder


def verified(*words: object) -> tuple[int, list[str]]:
    done = CliRunner().invoke(app, ["verify", *map(str, words), "--no-cache"])
    return done.exit_code, done.stdout.splitlines()


def changed(saved: Path, tmp_path: Path, change: Change) -> Path:
    data = json.loads(saved.joinpath("report.json").read_text())
    change(data)
    path = tmp_path / "changed.json"
    path.write_text(json.dumps(data))
    return path


def test_what_was_just_made_holds(saved: Path) -> None:
    """With exit code 0 and one line."""
    code, (line,) = verified(saved / "report.json")
    assert (code, line.startswith("holds: 2 articles, ")) == (0, True)


def _first(data: dict[str, Any]) -> Any:
    return data["alignments"][0]["facets"][0]


def _quote(data: dict[str, Any]) -> None:
    data["claims"][0]["text"] = data["claims"][0]["text"][:-1] + "x"


def _verdict(data: dict[str, Any]) -> None:
    data["alignments"][0]["verdict"] = "superseded"


def _facet(data: dict[str, Any]) -> None:
    _first(data)["rule"] = "quantity.same"


def _origins(data: dict[str, Any]) -> None:
    data["alignments"][0]["origins"] = 9


def _claim(data: dict[str, Any]) -> None:
    data["alignments"][0]["claims"].append("c0ffee")


def _gone(data: dict[str, Any]) -> None:
    data["alignments"][0]["id"] = "abc"


def _modality(data: dict[str, Any]) -> None:
    data["claims"][0]["modality"] = "planned"


def _overlap(data: dict[str, Any]) -> None:
    names = [article["id"] for article in data["articles"]]
    data["overlaps"].append({"articles": names, "kind": "same_author", "share": None, "passages": [], "source": "X", "credited": []})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_quote, "the report quotes"),
        (_verdict, "the gravest of its facets"),
        (_facet, "the report says"),
        (_origins, "its claims, origins or question are others now"),
        (_claim, "there is no claim c0ffee"),
        (_gone, "it is not found any more"),
        (_modality, "it is read otherwise now"),
        (_overlap, "same_author is not found so any more"),
    ],
)
def test_whatever_was_changed_is_found_out(saved: Path, tmp_path: Path, change: Change, said: str) -> None:
    """A line for it, and exit code 1."""
    code, lines = verified(changed(saved, tmp_path, change))
    assert code == 1
    assert any(said in line for line in lines)
    assert lines[-1].endswith(("difference", "differences"))


def test_a_text_that_has_changed_is_named(saved: Path, tmp_path: Path) -> None:
    """Its hash, and every quote that is no longer there; verdicts are not looked at."""
    for name in ("harbour.txt", "gulf.txt"):
        tmp_path.joinpath(name).write_text(saved.joinpath(name).read_text().replace("12", "13"))
    code, lines = verified(saved / "report.json", tmp_path)
    assert code == 1
    assert next(line for line in lines if "sha256" in line).startswith("harbour: the text of")
    assert any("is “13”, the report quotes “12”" in line for line in lines)


def test_a_text_that_is_gone_cannot_be_verified(saved: Path, tmp_path: Path) -> None:
    """Exit code 2, and which file to give; with the texts in the report nothing else is needed."""

    def moved(data: dict[str, Any]) -> None:
        for article in data["articles"]:
            article["path"] = str(tmp_path / "gone" / Path(article["path"]).name)

    def with_text(data: dict[str, Any]) -> None:
        moved(data)
        for article in data["articles"]:
            article["text"] = {"harbour": HARBOUR, "gulf": GULF}[article["id"]]

    code, lines = verified(changed(saved, tmp_path, moved))
    assert (code, len(lines), "give its file" in lines[0]) == (2, 3, True)
    assert verified(changed(saved, tmp_path, moved), saved)[0] == 0
    assert verified(changed(saved, tmp_path, with_text))[0] == 0


def test_a_narrowed_report_is_held_to_what_it_says(saved: Path, tmp_path: Path) -> None:
    """What --facet and --verdict have left out is not missed."""
    narrowed = tmp_path / "narrowed.json"
    run = ["compare", str(saved), "--facet", "quantity", "--verdict", "contradiction", "--format", "json", "--output", str(narrowed)]
    assert CliRunner().invoke(app, run).exit_code == 0
    assert json.loads(narrowed.read_text())["alignments"]
    assert verified(narrowed)[0] == 0


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    """Exit code 2, as for every mistake of usage."""
    tmp_path.joinpath("x.json").write_text("{}")
    assert verified(tmp_path / "x.json")[0] == verified(tmp_path / "none.json")[0] == 2
