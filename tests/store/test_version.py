"""Does the cache notice that extraction has changed?"""

from __future__ import annotations

import os
from pathlib import Path

from crosscheck.store.version import version_of


def test_the_version_is_the_same_until_something_changes(tmp_path: Path) -> None:
    """A user's topic that is edited, touched, added or missing is another version; the same files are the same version."""
    topic = tmp_path / "harbours.toml"
    topic.write_text('name = "harbours"')
    os.utime(topic, (1, 1))
    first = version_of([str(tmp_path)])
    assert first == version_of([str(tmp_path)])
    seen = {first, version_of(), version_of([str(tmp_path / "missing")])}
    os.utime(topic, (2, 2))
    seen.add(version_of([str(tmp_path)]))
    topic.with_name("ports.toml").write_text("")
    seen.add(version_of([str(tmp_path)]))
    assert len(seen) == len({one.reading for one in seen}) == 5
