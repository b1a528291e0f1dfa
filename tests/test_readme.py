"""Does the README say what the program does?"""

from __future__ import annotations

from pathlib import Path

from crosscheck.cli._exit import MEANINGS
from crosscheck.cli.main import COMMANDS
from crosscheck.ingest.kinds import READERS
from crosscheck.settings import settings_for

ROOT = Path(__file__).parents[1]
README = ROOT.joinpath("README.md").read_text("utf-8")
CONFIG = ROOT.joinpath("docs", "config.md").read_text("utf-8")


def test_every_exit_code_is_told() -> None:
    """In the words of `crosscheck --help`."""
    for code, meaning in MEANINGS.items():
        assert f"| {int(code)} | {meaning}" in README.replace("`", "")


def test_every_command_and_kind_is_told() -> None:
    """Whatever can be run is in the help that the page shows, and whatever can be read among the kinds, but for second names."""
    assert all(f"\n  {command} " in README for command in COMMANDS)
    assert {kind for kind in READERS if f"`{kind}`" not in README} == {".text", ".markdown", ".ndjson", ".htm", ".xhtml", ".mht"}


def test_the_example_of_settings_can_be_read(tmp_path: Path) -> None:
    """It is copied as it stands, so it must be right."""
    example = CONFIG.split("```toml\n")[1].split("```")[0]
    tmp_path.joinpath("crosscheck.toml").write_text(example)
    settings = settings_for(tmp_path)
    assert (settings.jobs, settings.limits.article_mb, settings.known[0].publisher) == (4, 5, "The Agency")
