"""Where is the cache kept?"""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck.store.place import cache_folder


@pytest.mark.parametrize(
    ("environ", "platform", "folder"),
    [
        ({"CROSSCHECK_CACHE_DIR": "/c", "XDG_CACHE_HOME": "/x"}, "linux", "/c"),
        ({"XDG_CACHE_HOME": "/x"}, "linux", "/x/crosscheck"),
        ({"CROSSCHECK_CACHE_DIR": ""}, "linux", "HOME/.cache/crosscheck"),
        ({}, "darwin", "HOME/Library/Caches/crosscheck"),
        ({"LOCALAPPDATA": "/l"}, "win32", "/l/crosscheck/Cache"),
    ],
)
def test_each_platform_has_its_place(environ: dict[str, str], platform: str, folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The override goes first, then the platform's own variable, then its folder in the user's home."""
    monkeypatch.setattr(Path, "home", lambda: Path("HOME"))
    assert cache_folder(environ, platform) == Path(folder)


def test_without_a_home_there_is_no_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """A service user may have none."""

    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    assert cache_folder({}, "linux") is None
