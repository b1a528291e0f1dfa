"""What do the options that commands share come to?"""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crosscheck.cli._options import Common
from crosscheck.cli._terminal import When, linked
from crosscheck.cli.main import COMMANDS, app


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("color", "environ", "terminal", "colored"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour_follows_option_environment_and_terminal(
    color: str, environ: dict[str, str], terminal: bool, colored: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The option goes first, then NO_COLOR, then FORCE_COLOR, then whether somebody is looking."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout", Terminal() if terminal else io.StringIO())
    assert Common(color=When(color)).look().color is colored


def test_a_file_is_never_coloured_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """--output goes to no terminal, whatever stdout is."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.stdout", Terminal())
    assert not Common(output=Path("x")).look().color


@pytest.mark.parametrize(
    ("option", "environ", "terminal", "wanted"),
    [
        ("auto", {"TERM_PROGRAM": "WezTerm"}, True, True),
        ("auto", {"TERM_PROGRAM": "WezTerm"}, False, False),
        ("auto", {"VTE_VERSION": "6800"}, True, True),
        ("auto", {"VTE_VERSION": "4205"}, True, False),
        ("auto", {"TERM": "xterm"}, True, False),
        ("auto", {"FORCE_HYPERLINK": "1"}, False, True),
        ("auto", {"FORCE_HYPERLINK": "0", "TERM": "xterm-kitty"}, True, False),
        ("always", {}, False, True),
        ("never", {"FORCE_HYPERLINK": "1"}, True, False),
    ],
)
def test_links_follow_option_environment_and_terminal(
    option: str, environ: dict[str, str], terminal: bool, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The option goes first, then FORCE_HYPERLINK, then whether somebody is looking at a terminal that shows them."""
    for name in ("FORCE_HYPERLINK", "TERM", "TERM_PROGRAM", "VTE_VERSION", "KONSOLE_VERSION", "WT_SESSION", "DOMTERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout", Terminal() if terminal else io.StringIO())
    assert linked(When(option), to_file=False).value is wanted
    assert Common(links=When(option)).look().base == (Path.cwd().as_uri() if wanted else None)


def test_width_follows_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """COLUMNS holds everywhere; a file without it has 80."""
    monkeypatch.setenv("COLUMNS", "57")
    assert (Common().look().width, Common(output=Path("x")).look().width) == (57, 57)
    monkeypatch.delenv("COLUMNS")
    assert Common(output=Path("x")).look().width == 80


@pytest.mark.usefixtures("fake")
def test_output_takes_what_stdout_would(tmp_path: Path) -> None:
    """The same bytes, and nothing on stdout."""
    tmp_path.joinpath("a.txt").write_text("Rain fell on Zürich.")
    run = ["compare", str(tmp_path / "a.txt"), "--format", "json"]
    printed = CliRunner().invoke(app, run)
    written = CliRunner().invoke(app, [*run, "--output", str(tmp_path / "report.json")])
    assert written.stdout == ""
    assert tmp_path.joinpath("report.json").read_bytes() == printed.stdout_bytes
    assert "Zürich" in printed.stdout


def test_settings_serve_where_no_path_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fake: list[str]) -> None:
    """`articles` of the nearest crosscheck.toml, seen from a folder below it."""
    tmp_path.joinpath("news/below").mkdir(parents=True)
    tmp_path.joinpath("news/a.txt").write_text("Rain fell.")
    tmp_path.joinpath("crosscheck.toml").write_text('articles = ["news"]')
    monkeypatch.chdir(tmp_path / "news" / "below")
    done = CliRunner().invoke(app, ["claims", "--format", "json"])
    assert [article["path"] for article in json.loads(done.stdout)["articles"]] == [str(Path("../a.txt"))]
    assert fake == ["a"]


def test_the_cache_serves_the_second_run_unless_it_is_refused(tmp_path: Path, fake: list[str], own_cache: Path) -> None:
    """A second run reads nothing; --no-cache reads afresh and keeps nothing; the result is the same."""
    tmp_path.joinpath("a.txt").write_text("Rain fell.")
    run = ["compare", str(tmp_path), "--format", "json"]
    without = CliRunner().invoke(app, [*run, "--no-cache"]).stdout
    assert list(own_cache.iterdir()) == []
    outputs = {CliRunner().invoke(app, run).stdout for _ in range(2)}
    assert fake == ["a", "a"]
    assert outputs == {without}


@pytest.mark.usefixtures("fake")
def test_trouble_with_the_cache_is_said_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file stands where the folder should be: the run is done all the same."""
    tmp_path.joinpath("a.txt").write_text("Rain fell.")
    monkeypatch.setenv("CROSSCHECK_CACHE_DIR", str(tmp_path / "a.txt"))
    done = CliRunner().invoke(app, ["compare", str(tmp_path), "--format", "json"])
    assert done.exit_code == 0
    assert done.stderr.count("\n") == done.stderr.count("is left out") == 1


def test_inspect_keeps_the_order_given(tmp_path: Path, fake: list[str]) -> None:
    """A line an article, in the order of the paths."""
    for name in ("a", "b", "c"):
        tmp_path.joinpath(f"{name}.txt").write_text(f"Rain fell {name}.")
    paths = [str(tmp_path / f"{name}.txt") for name in ("c", "a", "b")]
    lines = CliRunner().invoke(app, ["inspect", *paths, "--format", "jsonl"]).stdout.splitlines()
    assert [json.loads(line)["article"]["id"] for line in lines] == ["c", "a", "b"] == fake


def test_every_command_is_in_the_help_with_its_own_first_line() -> None:
    """The table of commands, which spares `--help` their import, says what they say."""
    shown = CliRunner().invoke(app, ["--help"]).stdout
    for name, line in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(line)}$", shown, re.MULTILINE)
        assert line in CliRunner().invoke(app, [name, "--help"]).stdout


def test_cache_info_and_clear(own_cache: Path, tmp_path: Path, fake: list[str]) -> None:
    """It tells where the store is and what it holds, and after clearing there is none."""
    tmp_path.joinpath("a.txt").write_text("Rain fell.")
    CliRunner().invoke(app, ["compare", str(tmp_path), "--format", "json"])
    told = CliRunner().invoke(app, ["cache", "info"]).stdout
    assert str(own_cache) in told
    assert "\n1 article," in told
    assert CliRunner().invoke(app, ["cache", "clear"]).stdout.startswith("cleared 0.")
    assert list(own_cache.iterdir()) == []
    assert fake
