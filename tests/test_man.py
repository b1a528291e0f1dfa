"""Is the manual page the program's, and can it be read?"""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest
from tools import man

from crosscheck.cli.main import COMMANDS


def test_the_manual_page_says_what_the_help_says() -> None:
    """`python -m tools.man` has nothing to change."""
    assert man.PAGE.read_text("utf-8") == man.page()


@pytest.mark.skipif(shutil.which("man") is None, reason="man is not installed")
def test_man_shows_it_without_complaint() -> None:
    """Every command with its options, on 80 columns, and no warning of troff."""
    environment = os.environ | {"MANWIDTH": "80", "LC_ALL": "C.UTF-8", "MANPAGER": "cat", "PAGER": "cat"}
    done = subprocess.run(["man", "--warnings", "-l", str(man.PAGE)], env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    shown = "".join(letter for letter in done.stdout if letter != "\b")
    assert [name for name in COMMANDS if f"crosscheck {name}" not in shown] == []
    assert '"CLAIM" [PATH]...' in shown
    assert "--min-confidence 0..1" in shown
