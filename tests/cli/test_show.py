"""Is a saved report shown as it would have been, and is it said what cannot be shown?"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crosscheck.cli.main import app

RAIN = "Rain fell."
SNOW = "Snow fell."


def run(*words: object) -> tuple[bytes, str]:
    done = CliRunner().invoke(app, list(map(str, words)))
    assert done.exit_code == 0, done.stderr
    return done.stdout_bytes, done.stderr


@pytest.fixture
def news(tmp_path: Path, fake: list[str]) -> Path:
    """Two articles in a folder, and a report with and without their texts."""
    folder = tmp_path / "news"
    folder.mkdir()
    folder.joinpath("a.txt").write_text(RAIN)
    folder.joinpath("b.txt").write_text(SNOW)
    run("compare", folder, "-f", "json", "-o", tmp_path / "report.json")
    run("compare", folder, "-f", "json", "--with-text", "-o", tmp_path / "texts.json")
    return tmp_path


@pytest.mark.parametrize("view", ["report", "matrix"])
@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv", "markdown", "github"])
def test_a_saved_report_is_shown_as_compare_shows_it(news: Path, form: str, view: str) -> None:
    """In every format and view, while its articles are where they were."""
    assert run("show", news / "report.json", "-f", form, "--view", view) == run("compare", news / "news", "-f", form, "--view", view)


def test_the_texts_are_found_elsewhere_or_in_the_report(news: Path) -> None:
    """At the paths that are given, or with --with-text in the report itself; else it is said what is not shown."""
    before, _ = run("show", news / "report.json")
    shutil.move(news / "news", news / "moved")
    shown, said = run("show", news / "report.json")
    assert "no text of a, b: it is neither in the report" in said
    assert b"Did rain fall?" in shown
    assert run("show", news / "report.json", "--quiet")[1] == ""
    assert run("show", news / "report.json", news / "moved") == (before, "")
    assert run("show", news / "texts.json") == (before, "")
    assert run("show", news / "texts.json", "-f", "json")[0] == news.joinpath("texts.json").read_bytes()


def test_a_saved_report_can_be_narrowed_and_piped(news: Path) -> None:
    """--verdict and the others do what they do for compare; - is stdin; the timeline is a view as well."""
    done = CliRunner().invoke(app, ["show", "-", "--verdict", "agreement", "-f", "json"], input=news.joinpath("report.json").read_bytes())
    assert (done.exit_code, '"contradiction": 0' in done.stdout) == (0, True)
    assert b"crosscheck timeline" in run("show", news / "report.json", "--view", "timeline")[0]


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv", "markdown"])
def test_saved_claims_are_shown_as_claims_shows_them(news: Path, form: str) -> None:
    """And verified; a matrix needs a comparison."""
    run("claims", news / "news", "-f", "json", "-o", news / "claims.json")
    assert run("show", news / "claims.json", "-f", form) == run("claims", news / "news", "-f", form)
    assert b"holds: 2 articles" in run("verify", news / "claims.json")[0]
    refused = CliRunner().invoke(app, ["show", str(news / "claims.json"), "--view", "matrix"])
    assert (refused.exit_code, "holds claims alone" in refused.stderr) == (2, True)


@pytest.mark.parametrize(("command", "key"), [("timeline", "events"), ("sources", "origins"), ("diff", "changes")])
def test_what_other_commands_print_is_refused_by_its_name(tmp_path: Path, command: str, key: str) -> None:
    """So that nobody looks for a mistake in the file."""
    other = tmp_path / "other.json"
    other.write_text(f'{{"schema_version": 1, "{key}": []}}')
    refused = CliRunner().invoke(app, ["show", str(other)])
    assert (refused.exit_code, f"is what `crosscheck {command}` prints, and no report" in refused.stderr) == (2, True)
