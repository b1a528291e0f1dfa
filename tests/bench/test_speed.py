"""Does the table of times say what was measured?"""

from __future__ import annotations

import subprocess
import sys

import pytest
from bench.speed import EMPTY, commands_of, seconds_of, table


def test_multiples_are_of_the_empty_program() -> None:
    """The first row is the unit of the others."""
    assert table({EMPTY: 0.02, "--version": 0.09}).splitlines()[2:] == [f"| `{EMPTY}` | 0.020 | 1.0 |", "| `--version` | 0.090 | 4.5 |"]


def test_the_empty_program_comes_first_and_every_other_command_is_crosscheck() -> None:
    """What is timed is what a user runs."""
    commands = commands_of(["crosscheck"])
    assert next(iter(commands)) == EMPTY
    assert all(command[0] == "crosscheck" for name, command in commands.items() if name != EMPTY)


def test_a_command_that_fails_is_not_timed() -> None:
    """A crash that is quick must not look like speed."""
    with pytest.raises(subprocess.CalledProcessError):
        seconds_of([sys.executable, "-c", "raise SystemExit(3)"], {})
