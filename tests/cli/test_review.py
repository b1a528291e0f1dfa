"""Does a decision about a finding do what it should to a run?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from crosscheck.cli.main import app

HARBOUR = "A tank blew up in Port Amal on 3 May 2031, injuring 12 dockers, the fire service said.\n"
GULF = "Nine dockers were injured in Port Amal on 3 May 2031 when a tank blew up, a nurse said.\n"


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The contradiction of two articles, in a folder with settings that name them."""
    tmp_path.joinpath("news").mkdir()
    tmp_path.joinpath("news/harbour.txt").write_text(HARBOUR)
    tmp_path.joinpath("news/gulf.txt").write_text(GULF)
    tmp_path.joinpath("crosscheck.toml").write_text('articles = ["news"]')
    monkeypatch.chdir(tmp_path)
    found = json.loads(run("compare", "--format", "json").stdout)["alignments"][0]
    assert found["verdict"] == "contradiction"
    return dict(found)


def test_what_was_dismissed_is_counted_and_passed_over(finding: dict[str, Any]) -> None:
    """compare only counts it, --fail-on does not fail for it, and JSON carries the decision."""
    assert run("compare", "--fail-on", "contradiction").exit_code == 1
    done = run("review", finding["id"][:5], "--dismiss", "the nurse counted later")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "kept in crosscheck.reviewed.toml")
    after = run("compare", "--fail-on", "contradiction")
    assert (after.exit_code, "1 dismissed: crosscheck.reviewed.toml" in after.stdout, finding["question"] in after.stdout) == (0, True, False)
    shown = json.loads(run("compare", "--format", "json").stdout)["alignments"][0]
    assert shown["verdict"] == "contradiction"
    assert shown["facets"][0]["review"] == {"decision": "dismissed", "reason": "the nurse counted later", "note": None}


def test_what_was_accepted_is_shown_but_is_not_new(finding: dict[str, Any]) -> None:
    """--new-only leaves it out, also for --fail-on; --forget makes it new again."""
    assert run("review", f"{finding['id']}.quantity", "--accept", "--note", "asked the ministry").exit_code == 0
    assert finding["question"] in run("compare").stdout
    fresh = run("compare", "--new-only", "--fail-on", "contradiction")
    assert (fresh.exit_code, finding["question"] in fresh.stdout) == (0, False)
    assert "asked the ministry" in run("review").stdout
    assert run("review", finding["id"], "--forget").exit_code == 0
    assert run("compare", "--new-only", "--fail-on", "contradiction").exit_code == 1


def test_a_decision_that_fits_nothing_is_named(finding: dict[str, Any], tmp_path: Path) -> None:
    """In one line, and not where the articles are others."""
    run("review", finding["id"], "--dismiss", "x")
    tmp_path.joinpath("news/gulf.txt").write_text(GULF.replace("Nine", "Seven"))
    done = run("compare")
    assert [line for line in done.stderr.splitlines() if "out of date" in line] == [
        f"crosscheck: crosscheck.reviewed.toml: {finding['id']} (quantity, dismissed) is out of date: its values are others now; "
        f"crosscheck review {finding['id']} --forget"
    ]
    assert run("compare", "news/harbour.txt").stderr == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("a0",), "say --dismiss"),
        (("--dismiss", " "), "--dismiss wants a reason"),
        (("--accept", "--dismiss", "x"), "--dismiss wants a reason"),
        (("--accept", "--forget"), "say --dismiss"),
        (("--forget",), "says nothing of"),
    ],
)
def test_a_decision_that_is_none_is_refused(finding: dict[str, Any], words: tuple[str, ...], said: str) -> None:
    """With exit code 2 and what to say instead."""
    done = run("review", finding["id"], *words)
    assert (done.exit_code, said in done.stderr) == (2, True)


def test_what_is_not_in_dispute_is_not_reviewed(finding: dict[str, Any]) -> None:
    """It says what is."""
    done = run("review", f"{finding['id']}.place", "--accept")
    assert (done.exit_code, "nothing is in dispute" in done.stderr, "quantity (contradiction)" in done.stderr) == (2, True, True)


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_every_page_counts_what_was_dismissed(finding: dict[str, Any], form: str) -> None:
    """And does not show it."""
    run("review", finding["id"], "--dismiss", "x")
    shown = run("compare", "--format", form).stdout
    assert "1 dismissed: crosscheck.reviewed.toml" in shown
    assert "One source says" not in shown
