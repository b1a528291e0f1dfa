"""Do several processes come to what one comes to, whatever becomes of them?"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from crosscheck.align import clusters, meeting, scoring
from crosscheck.align.parts import here
from crosscheck.engine.forked import forked
from crosscheck.engine.local import LocalEngine, can_fork
from crosscheck.ingest.read import read
from crosscheck.settings import Settings
from crosscheck.store.cache import Cache
from crosscheck.store.version import Version

pytestmark = pytest.mark.skipif(not can_fork(), reason="the system does not fork")
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def forks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that were forked so far."""
    noted: list[int] = []
    fork = os.fork

    def noting() -> int:
        noted.append(fork())
        return noted[-1]

    monkeypatch.setattr(os, "fork", noting)
    return noted


def said(number: int) -> bytes:
    return str(number).encode() * number


def only_elsewhere(deed: Callable[[], object]) -> Callable[[int], bytes]:
    """Work at which every process but this one does something else at its second part."""
    own = os.getpid()

    def work(number: int) -> bytes:
        if os.getpid() != own and number > 2:
            deed()
        return said(number)

    return work


@pytest.mark.parametrize("jobs", [1, 2, 3, 9])
@pytest.mark.parametrize("parts", [0, 1, 5])
def test_results_come_in_the_order_of_the_parts(jobs: int, parts: int) -> None:
    """However many processes there are; a part may come to nothing, and to more than a pipe holds."""
    numbers = [at * 10_000 for at in range(parts)]
    assert list(forked(jobs)(said, numbers)) == list(here(said, numbers))


@pytest.mark.parametrize("deed", [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1 / 0, lambda: os._exit(0)], ids=["killed", "fails", "ends"])
def test_what_a_process_leaves_undone_is_done_here(deed: Callable[[], object]) -> None:
    """So that nothing is missing."""
    assert list(forked(2)(only_elsewhere(deed), range(8))) == list(map(said, range(8)))


def test_what_fails_everywhere_is_raised(forks: list[int]) -> None:
    """And no process is left behind."""

    def work(number: int) -> bytes:
        raise LookupError(number)

    with pytest.raises(LookupError):
        forked(3)(work, range(6))
    assert len(forks) == 2
    for fork in forks:
        with pytest.raises(ProcessLookupError):
            os.kill(fork, 0)


def test_a_report_does_not_depend_on_it(forks: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Pairs are found and scored in many small parts."""
    reading = read((str(SEEDS),), Settings())
    with LocalEngine(Cache(None, Version("", ""))) as engine:
        plain = engine.compare(reading)
    for module, name, value in ((clusters, "MANY", 10), (meeting, "_WEIGHED", 16), (scoring, "_PART", 100)):
        monkeypatch.setattr(module, name, value)
    with LocalEngine(Cache(None, Version("", "")), jobs=2) as engine:
        assert engine.compare(reading) == plain
    assert len(forks) == 2
