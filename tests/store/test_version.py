"""Does the cache notice that extraction has changed?"""

from __future__ import annotations

import os
from pathlib import Path

from crosscheck.store.version import extractor_version


def test_the_version_is_the_same_until_something_changes(tmp_path: Path) -> None:
    """A user's topic that is edited, touched, added or missing is another version; the same files are the same version."""
    topic = tmp_path / "harbours.toml"
    topic.write_text('name = "harbours"')
    os.utime(topic, (1, 1))
    first = extractor_version([str(tmp_path)])
    assert first == extractor_version([str(tmp_path)])
    seen = {first, extractor_version(), extractor_version([str(tmp_path / "missing")])}
    os.utime(topic, (2, 2))
    seen.add(extractor_version([str(tmp_path)]))
    topic.with_name("ports.toml").write_text("")
    seen.add(extractor_version([str(tmp_path)]))
    assert len(seen) == 5
