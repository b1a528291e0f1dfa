"""Does a text still read as it did when somebody last read it with his own eyes?

    snapshot.matches("seeds", text)

The text is kept in tests/snapshots/NAME.txt. A test fails with the difference, and writes the new text beside the old as NAME.new; whoever has
read it and finds it right runs the tests once more with CROSSCHECK_SNAPSHOTS=accept.
"""

from __future__ import annotations

import os
from difflib import unified_diff
from pathlib import Path

FOLDER = Path(__file__).parent / "snapshots"
LINES = 60  # of a difference that are shown


def matches(name: str, text: str) -> bool:
    """Whether the text is the one that was kept; raises AssertionError with the difference when it is not."""
    kept, new = FOLDER / f"{name}.txt", FOLDER / f"{name}.new"
    if is_accepted():
        kept.write_text(text, "utf-8")
    old = kept.read_text("utf-8") if kept.exists() else ""
    if old == text:
        new.unlink(missing_ok=True)
        return True
    new.write_text(text, "utf-8")
    changed = list(unified_diff(old.splitlines(), text.splitlines(), kept.name, new.name, lineterm="", n=1))
    more = [f"… and {len(changed) - LINES} more lines"] if len(changed) > LINES else []
    raise AssertionError("\n".join(["read it, then accept it with CROSSCHECK_SNAPSHOTS=accept:", *changed[:LINES], *more]))


def is_accepted() -> bool:
    """Whether somebody has read what is new and found it right."""
    return os.environ.get("CROSSCHECK_SNAPSHOTS") == "accept"
