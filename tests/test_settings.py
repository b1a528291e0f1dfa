"""What has the user settled, and where does it stand?"""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck.errors import BadSettings
from crosscheck.settings import Known, Limits, Settings, Web, settings_for

WHOLE = """
articles = ["news", "https://example.org/a"]
topics = "own.toml"
min_confidence = 0.5
jobs = 3
cache = false
[limits]
article_mb = 1.5
[web]
delay = 2
allow_private = true
[[article]]
path = "news/*.txt"
publisher = "The Coast"
published = 2024-02-29
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    tmp_path.joinpath("below/deeper").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_setting_is_read(here: Path) -> None:
    """Paths are as the run can open them, and a date is a date."""
    here.joinpath("crosscheck.toml").write_text(WHOLE)
    known = (Known("news/*.txt", publisher="The Coast", published="2024-02-29"),)
    path = str(here / "crosscheck.toml")
    web = Web(delay=2, allow_private=True)
    expected = Settings(("news", "https://example.org/a"), known, ("own.toml",), 0.5, 3, False, Limits(article_mb=1.5), web, path)
    assert settings_for(here) == expected


def test_the_nearest_file_holds(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file further up says nothing once there is one nearer, and paths are relative to the file."""
    here.joinpath("crosscheck.toml").write_text('articles = ["far"]')
    monkeypatch.chdir(here / "below" / "deeper")
    assert settings_for(here / "below" / "deeper").articles == (str(Path("../../far")),)
    here.joinpath("below/crosscheck.toml").write_text('articles = ["near"]')
    assert settings_for(here / "below" / "deeper").articles == (str(Path("../near")),)


def test_pyproject_serves_where_it_has_a_table(here: Path) -> None:
    """One without [tool.crosscheck] is passed over, and crosscheck.toml goes before the one beside it."""
    here.joinpath("below/pyproject.toml").write_text('[project]\nname = "x"')
    here.joinpath("pyproject.toml").write_text('[tool.crosscheck]\narticles = ["a"]')
    assert settings_for(here / "below").articles == ("a",)
    here.joinpath("crosscheck.toml").write_text('articles = ["b"]')
    assert settings_for(here / "below").articles == ("b",)


def test_a_named_file_goes_before_all(here: Path) -> None:
    """--config names it."""
    here.joinpath("crosscheck.toml").write_text('articles = ["a"]')
    here.joinpath("below/other.toml").write_text('articles = ["b"]')
    assert settings_for(here, Path("below/other.toml")).articles == (str(Path("below/b")),)


def test_without_a_file_all_is_as_shipped(here: Path) -> None:
    """No file is no mistake."""
    assert settings_for(here / "below") == Settings()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("articles = [", "is not TOML"),
        ("artcles = []", "'artcles' is no setting; did you mean articles?"),
        ("articles = [1]", 'articles must be a list of paths, such as ["seeds"], not [1]'),
        ("jobs = 0", "jobs must be a number of at least 1, not 0"),
        ("jobs = true", "jobs must be a number"),
        ("min_confidence = 2", "at least 0 and at most 1"),
        ('cache = "no"', "cache must be true or false"),
        ("limits = 3", "[limits]: must be a table"),
        ("[limits]\nmb = 3", "there are article_mb, file_mb"),
        ("[article]\npath = 'a'", "must be written as [[article]]"),
        ("[[article]]\ntitle = 'a'", "has no path"),
        ("[[article]]\npath = 'a'\npublished = 'soon'", "published must be a date such as 2024-02-29"),
        ("[[article]]\npath = 'a'\ntitle = 3", "title must be a text"),
    ],
)
def test_a_mistake_is_named_with_its_place(text: str, problem: str, here: Path) -> None:
    """The line names the file, the setting and what would be right."""
    here.joinpath("crosscheck.toml").write_text(text)
    with pytest.raises(BadSettings) as raised:
        settings_for(here)
    assert str(raised.value).startswith(str(here / "crosscheck.toml"))
    assert problem in str(raised.value)


def test_a_missing_config_is_a_mistake(here: Path) -> None:
    """What --config names must be there."""
    with pytest.raises(BadSettings, match="cannot be read: No such file"):
        settings_for(here, Path("missing.toml"))
