"""Does every run end with the promised code and one clear line?"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from crosscheck.cli.main import app

CASES = tomllib.loads(Path(__file__).parents[1].joinpath("cases/cli/exits.toml").read_text("utf-8"))["case"]
FILES = {
    "rain.txt": "Rain fell.",
    "same.txt": "Rain fell.",
    "snow.txt": "Snow fell.",
    "drought.txt": "Nothing grew anywhere.",
    "boom.txt": "boom",
    "empty.txt": "",
    "own.toml": 'topics = ["harbours.toml"]',
    "harbours.toml": 'name = "harbours"\ndescription = "Ships in port."\nverbs = "moor"',
    "bad.toml": 'topics = ["rain.txt"]',
    "gone.toml": 'topics = ["gone/topic.toml"]',
    "batch.jsonl": '{"id": "a", "claim": "Rain fell.", "evidence": "Rain fell."}\n',
    "head.jsonl": '{"id": "a", "claim": "Author: Ana Pires", "evidence": "Source: bank to raise its rates in June"}\n',
    "bad.jsonl": '{"id": "a", "claim": "x", "evidence": ["y"]}\n{"id": "b"\n{"id": 3, "evidence": "y"}\n{"id": "d", "claim": "y", "evidence": "y"}\n',
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in FILES.items():
        tmp_path.joinpath(name).write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("fake", "folder")
@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_run_ends_as_promised(case: dict[str, Any]) -> None:
    """The exit code is the promised one, stderr has the line and nothing but it, stdout the result."""
    done = CliRunner().invoke(app, case["run"])
    assert done.exit_code == case["exit"], done.output
    assert case.get("err", "") in done.stderr
    assert bool(done.stderr) == ("err" in case)
    assert case.get("out", "") in done.stdout


@pytest.mark.usefixtures("fake", "folder")
def test_a_bad_line_of_a_batch_keeps_its_place() -> None:
    """Every line has its answer or its error, under its own id, in the order of the lines."""
    lines = CliRunner().invoke(app, ["check", "--batch", "bad.jsonl"]).stdout.splitlines()
    assert [line[: line.index(",")] for line in lines] == ['{"id": "a"', '{"id": null', '{"id": 3', '{"id": "d"']
    assert ['"error"' in line for line in lines] == [False, True, True, False]


@pytest.mark.usefixtures("folder")
def test_the_traceback_is_there_for_who_asks(monkeypatch: pytest.MonkeyPatch, fake: list[str]) -> None:
    """CROSSCHECK_TRACEBACK=1 lets the error through."""
    monkeypatch.setenv("CROSSCHECK_TRACEBACK", "1")
    assert isinstance(CliRunner().invoke(app, ["compare", "boom.txt"]).exception, KeyError)
    assert fake == ["boom"]
