"""Does the snapshot fixture tell a change from none?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import snapshot


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own."""
    monkeypatch.setattr(snapshot, "FOLDER", tmp_path)
    monkeypatch.delenv("CROSSCHECK_SNAPSHOTS", raising=False)
    return tmp_path


def test_a_change_fails_and_shows_the_difference(folder: Path) -> None:
    """The new text lies beside the old one, to be read."""
    (folder / "note.txt").write_text("one\ntwo\n", "utf-8")
    with pytest.raises(AssertionError, match=r"-two\n\+three"):
        snapshot.matches("note", "one\nthree\n")
    assert (folder / "note.new").read_text("utf-8") == "one\nthree\n"


def test_what_is_accepted_matches_from_then_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that nobody has accepted matches nothing, the empty file included."""
    with pytest.raises(AssertionError):
        snapshot.matches("note", "one\n")
    monkeypatch.setenv("CROSSCHECK_SNAPSHOTS", "accept")
    assert snapshot.matches("note", "one\n")
    monkeypatch.delenv("CROSSCHECK_SNAPSHOTS")
    assert snapshot.matches("note", "one\n")
    assert not (folder / "note.new").exists()
