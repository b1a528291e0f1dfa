"""Does the help help: with an example that works when it is pasted, and with a word for a word that was mistyped?"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crosscheck.cli.main import COMMANDS, app

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_at_the_end_works_when_pasted(desk: Path, name: str) -> None:
    """It runs as it stands, says nothing on stderr, and names the command that it is of."""
    shown = CliRunner(env={"COLUMNS": "80"}).invoke(app, [name, "--help"]).stdout
    line = shown.rpartition("Example:\n")[2].strip()
    assert f"crosscheck {name}" in line
    more = {"PATH": f"{desk / 'bin'}{os.pathsep}{os.environ['PATH']}", "CROSSCHECK_CACHE_DIR": str(desk / "cache"), "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(["bash", "-eu", "-o", "pipefail", "-c", line], cwd=desk, env=os.environ | more, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout or name == "completion"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["comprae"], "compare"),
        (["--vresion"], "--version"),
        (["compare", "--fomat", "json"], "--format"),
        (["compare", "--facet", "tme"], "time"),
        (["compare", "--verdict", "contradictin"], "contradiction"),
        (["compare", "--topic", "deliverys"], "deliveries"),
        (["compare", "--format", "jsn"], "json"),
        (["cache", "inf"], "info"),
        (["rules", "tme.disjoint"], "time.disjoint"),
        (["schema", "comprae"], "compare"),
        (["completion", "bsh"], "bash"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_a_mistyped_word_is_answered_with_the_one_that_was_meant(typed: list[str], meant: str) -> None:
    """Commands, options, and the words that can stand after them; the run ends with 2."""
    done = CliRunner().invoke(app, typed)
    assert done.exit_code == 2
    assert meant in done.stderr.lower().partition("did you mean ")[2]
