"""Does every recipe run as it stands?"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import duckdb
import pytest

ROOT = Path(__file__).parents[1]
PAGE = ROOT.joinpath("docs", "recipes.md").read_text("utf-8")
SECTIONS = {part.partition("\n")[0]: part for part in PAGE.split("\n## ")[1:]}


def environment(desk: Path) -> dict[str, str]:
    paths = f"{desk / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return os.environ | {"PATH": paths, "CROSSCHECK_CACHE_DIR": str(desk / "cache"), "PYTHONPATH": str(ROOT / "src"), "NO_COLOR": "1"}


def blocks(section: str, language: str) -> list[str]:
    return [part.partition("```")[0] for part in SECTIONS[section].split(f"```{language}\n")[1:]]


def run(desk: Path, script: str, **more: str) -> str:
    done = subprocess.run(
        ["bash", "-eu", "-c", script], cwd=desk, env=environment(desk) | more, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def needs_jq(script: str) -> None:
    if "jq " in script and shutil.which("jq") is None:
        if os.environ.get("CI"):
            pytest.fail("jq is not installed")
        pytest.skip("jq is not installed")


@pytest.mark.parametrize("section", [name for name in SECTIONS if blocks(name, "sh") and not blocks(name, "sql")])
def test_the_commands_run(desk: Path, section: str) -> None:
    """Every block of a section, from top to bottom, and each prints something or writes a file."""
    for script in blocks(section, "sh"):
        needs_jq(script)
        before = set(desk.iterdir())
        assert run(desk, script) or set(desk.iterdir()) - before


def test_duckdb_answers_the_queries(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each query runs on the files that the commands have written, and finds rows."""
    (commands,), (queries,) = (blocks("DuckDB: tables of a pile", language) for language in ("sh", "sql"))
    run(desk, commands)
    monkeypatch.chdir(desk)
    for query in queries.split(";"):
        if query.strip():
            assert duckdb.connect().execute(query).fetchall(), query


def test_the_gate_fails_for_what_is_new_alone(desk: Path) -> None:
    """As the workflow has it: the summary is written, and the last step ends with exit code 1 until somebody has looked."""
    (workflow,) = blocks("A gate in continuous integration", "yaml")
    steps = [line.partition("run: ")[2] for line in workflow.splitlines() if "run: crosscheck" in line]
    summary = desk / "summary.md"
    run(desk, steps[0], GITHUB_STEP_SUMMARY=str(summary))
    assert summary.read_text("utf-8").startswith("# crosscheck")
    gate = subprocess.run(["bash", "-c", steps[1]], cwd=desk, env=environment(desk), capture_output=True, text=True, encoding="utf-8", check=False)
    assert (gate.returncode, gate.stdout.startswith("::error file=seeds/")) == (1, True)


def test_the_python_runs_twice(desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The first night everything is new, the second nothing."""
    monkeypatch.chdir(desk)
    monkeypatch.setenv("CROSSCHECK_CACHE_DIR", str(desk / "cache"))
    (example,) = blocks("Python: a nightly comparison", "python")
    printed = []
    for _ in range(2):
        names: dict[str, Any] = {}
        exec(example, names)
        printed.append(capsys.readouterr().out)
    assert printed[0].startswith("new: ")
    assert printed[1] == ""
