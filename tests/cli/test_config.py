"""Is every setting shown, with where it comes from?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from crosscheck.cli.config import ENVIRONMENT
from crosscheck.cli.main import app
from crosscheck.settings import Limits, Settings, Web

PAGE = Path(__file__).parents[2].joinpath("docs", "config.md").read_text("utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ENVIRONMENT:
        monkeypatch.delenv(name, raising=False)
    tmp_path.joinpath("below").mkdir()
    tmp_path.joinpath("crosscheck.toml").write_text('articles = ["news"]\njobs = 2\n[limits]\nfile_mb = 7\n')
    monkeypatch.chdir(tmp_path / "below")
    return tmp_path


def shown(*options: str) -> dict[str, tuple[Any, str]]:
    done = CliRunner().invoke(app, ["config", "--format", "json", *options])
    assert done.exit_code == 0, done.output
    return {one["name"]: (one["value"], one["from"]) for one in json.loads(done.stdout)["settings"]}


def test_an_option_goes_before_the_environment_the_file_and_the_default(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each value says which of them it is of."""
    monkeypatch.setenv("CROSSCHECK_CACHE_DIR", str(folder / "kept"))
    monkeypatch.setenv("NO_COLOR", "1")
    file = str(Path("../crosscheck.toml"))
    found = shown("--min-confidence", "0.5", "--no-cache")
    assert found["articles"] == ([str(Path("../news"))], file)
    assert found["jobs"] == (2, file)
    assert shown("--jobs", "3")["jobs"] == (3, "--jobs")
    assert found["limits.file_mb"] == (7, file)
    assert found["limits.article_mb"] == (5, "default")
    assert found["min_confidence"] == (0.5, "--min-confidence")
    assert found["cache"] == (False, "--no-cache")
    assert found["cache folder"] == (str(folder / "kept"), "CROSSCHECK_CACHE_DIR")
    assert found["color"] == (False, "NO_COLOR")
    assert shown("--color", "always")["color"] == (True, "--color")


def test_the_file_that_holds_and_those_passed_over_are_named(folder: Path) -> None:
    """The nearest holds alone; --config names another."""
    folder.joinpath("below", "crosscheck.toml").write_text("jobs = 4\n")
    told = CliRunner().invoke(app, ["config"]).stdout
    assert told.startswith(f"settings file: crosscheck.toml\npassed over: {Path('../crosscheck.toml')}\n\n")
    assert CliRunner().invoke(app, ["config", "--config", "../crosscheck.toml"]).stdout.startswith(f"settings file: {Path('../crosscheck.toml')}\n\n")


@pytest.mark.usefixtures("folder")
def test_every_setting_and_variable_is_shown_and_documented() -> None:
    """What a settings file can hold, and what the environment can say, is in the command and on its page."""
    names = {*Settings.__slots__, *(f"limits.{name}" for name in Limits.__slots__), *(f"web.{name}" for name in Web.__slots__)}
    names -= {"path", "known", "limits", "web"}
    assert names <= set(shown())
    assert all(f"`{name}`" in PAGE for name in (*names, *ENVIRONMENT))
