"""Is nothing lost when the machine fails a run? The long form is `make faults`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tools.faults import FAULTS, Trial, prepared, put

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals, limits and /dev/full")

LONG = ("kill -9", "Ctrl-C", "a worker dies")
"""Those that wait for moments of a run; tests/engine has the worker that dies."""


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    return prepared(tmp_path_factory.mktemp("faults"), short=True)


@pytest.mark.parametrize("fault", [name for name in FAULTS if name not in LONG])
def test_nothing_is_lost(fault: str, trial: Trial) -> None:
    """The report is the one of an untroubled run, the exit code is right, and there is no traceback."""
    count, problems = put(fault, trial)
    assert (count > 0, problems) == (True, [])


def test_a_run_that_is_interrupted_says_so_once(trial: Trial, tmp_path: Path) -> None:
    """Wherever it was, also in the middle of an import, where Python would end by the signal."""
    assert put("Ctrl-C", trial)[1] == []
