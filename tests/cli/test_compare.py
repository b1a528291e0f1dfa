"""What does `crosscheck compare --archive` tell, and is it told again by what reads a saved report?"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import crosscheck
from crosscheck.cli.main import app

DATA = tomllib.loads(Path(__file__).parents[1].joinpath("cases/engine/archive.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tonight's ferry, and an archive of more articles than are taken as they are."""
    folder = tmp_path_factory.mktemp("news")
    for part in ("new", "archive"):
        folder.joinpath(part).mkdir()
        for name, text in DATA[part].items():
            folder.joinpath(part, f"{name}.txt").write_text(text.strip(), "utf-8")
    return folder


@pytest.fixture(autouse=True)
def there(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(news)


def run(*words: str) -> str:
    done = CliRunner().invoke(app, list(words))
    assert done.exit_code == 0, done.stderr
    return done.stdout


def compared(*words: str) -> Any:
    return json.loads(run("compare", "new/tonight-ferry.txt", "--archive", "archive", "--format", "json", *words))


def test_json_says_what_the_archive_holds_and_which_of_it_was_compared() -> None:
    """The other articles of the report are new; without an archive the key is not there."""
    told = compared()
    assert told["archive"] == {"articles": len(DATA["archive"]), "compared": ["ferry-first", "ferry-later"]}
    assert [article["id"] for article in told["articles"]] == ["ferry-first", "ferry-later", "tonight-ferry"]
    assert "archive" not in json.loads(run("compare", "new", "--format", "json"))


def test_a_reader_is_told_how_much_of_the_archive_was_compared() -> None:
    """In a line at the end of text, and in Markdown and HTML."""
    line = "archive: 14 articles, of which 2 may report the same and were compared"
    for shape in ("text", "markdown", "html"):
        assert line in run("compare", "new/tonight-ferry.txt", "--archive", "archive", "--format", shape)


def test_a_reader_sees_which_articles_are_new() -> None:
    """In the list of articles, with the sign said beside their number; without an archive nothing is marked."""
    words = ("compare", "new/tonight-ferry.txt", "--archive", "archive")
    text = run(*words)
    assert text.startswith("crosscheck · 3 articles, 1 of them new (+), ")
    assert [line.split()[1] for line in text.splitlines() if line.startswith("+ ")] == ["tonight"]
    assert "| tonight + |" in run(*words, "--format", "markdown")
    assert run(*words, "--format", "html").count("<b>new</b>") == 1
    assert "(+)" not in run("compare", "new", "archive")


def test_articles_of_which_nothing_is_told_are_not_shown_to_a_reader() -> None:
    """A small archive is compared as a whole; those of its articles that have nothing to do with the ferry are in JSON alone."""
    words = ("compare", "new/tonight-ferry.txt", "--archive", "archive/ferry-first.txt", "--archive", "archive/chess.txt")
    assert "chess" not in run(*words)
    assert "chess" not in run(*words, "--view", "matrix", "--format", "csv")
    assert [article["id"] for article in json.loads(run(*words, "--format", "json"))["articles"]] == ["chess", "ferry-first", "tonight-ferry"]


@pytest.mark.parametrize("shape", ["json", "jsonl"])
def test_a_saved_report_holds_and_is_shown_as_it_was(shape: str, tmp_path: Path) -> None:
    """Whether it is one document or lines."""
    words = ("compare", "new/tonight-ferry.txt", "--archive", "archive")
    saved = tmp_path / f"report.{shape}"
    run(*words, "--format", shape, "--output", str(saved))
    assert run("verify", str(saved)).startswith("holds: 3 articles")
    assert run("show", str(saved)) == run(*words)
    assert crosscheck.load(saved).data.archive == crosscheck.compare("new/tonight-ferry.txt", archive="archive").data.archive


def test_any_alignment_that_is_told_can_be_explained() -> None:
    """By its id, with the same archive."""
    first = compared()["alignments"][0]["id"]
    assert run("compare", "new/tonight-ferry.txt", "--archive", "archive", "--explain", first)


def test_a_decision_about_the_archive_alone_is_not_out_of_date(tmp_path: Path) -> None:
    """It was about what this report leaves out."""
    file = tmp_path / "reviewed.toml"
    words = ["compare", "new/tonight-ferry.txt", "--archive", "archive", "--reviewed", str(file)]
    entry = '[[finding]]\nalignment = "000000000000"\nfacet = "time"\nvalues = "00000000"\nquestion = "?"\ndecision = "dismissed"\narticles = {}\n'
    file.write_text(entry.format('["ferry-first", "ferry-later"]'), "utf-8")
    assert "out of date" not in CliRunner().invoke(app, words).stderr
    file.write_text(entry.format('["ferry-first", "tonight-ferry"]'), "utf-8")
    assert "out of date" in CliRunner().invoke(app, words).stderr


def test_python_gives_the_same_report() -> None:
    """From one path or several."""
    report = crosscheck.compare("new/tonight-ferry.txt", archive=[Path("archive")])
    assert report.to_dict() == compared()


def test_an_archive_without_another_article_is_told_on_stderr(tmp_path: Path) -> None:
    """Whoever mistyped its path does not take the report for one on the archive; with --quiet nothing is said."""
    tmp_path.joinpath("empty.txt").write_text("", "utf-8")
    words = ("compare", "new", "--archive", str(tmp_path / "empty.txt"))
    line = "the archive holds no other article: the new ones are compared with each other"
    assert line in CliRunner().invoke(app, [*words]).stderr
    assert line in CliRunner().invoke(app, ["compare", "new", "--archive", "new"]).stderr
    assert CliRunner().invoke(app, [*words, "--quiet"]).stderr == ""
