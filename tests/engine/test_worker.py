"""What becomes of a part of the work when the process that does it fails, dies or has nothing more to do?"""

from __future__ import annotations

import os
import signal
import time

import pytest

from crosscheck.engine import worker
from crosscheck.engine.worker import Worker


def halved(number: int) -> float:
    """Zero is its death, and at 100 it takes longer than anybody waits."""
    if number == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 100:
        time.sleep(600)
    return 1 / (number - 2)


def test_it_does_one_part_after_the_other() -> None:
    """Each answer has the number of its part."""
    one = Worker(halved)
    for number, part in enumerate((3, 4)):
        one.give(number, part)
        assert one.answer() == (number, 1 / (part - 2))
    one.end(at_once=False)
    assert not one.lives


def test_what_the_work_raises_is_raised_here() -> None:
    """And the process goes on with the next part."""
    one = Worker(halved)
    one.give(0, 2)
    with pytest.raises(ZeroDivisionError):
        one.answer()
    one.give(1, 3)
    assert one.answer() == (1, 1.0)
    one.end(at_once=False)


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("early", [True, False], ids=["before it takes the part", "over the part"])
def test_a_death_is_told(early: bool) -> None:
    """Whether it has taken the part or not, and nobody waits for it."""
    one = Worker(halved)
    if early:
        os.kill(one.pid, signal.SIGKILL)
    one.give(7, 3 if early else 0)
    assert one.answer() == (7, None)
    one.end(at_once=False)
    assert not one.lives


def test_nobody_waits_for_one_that_does_not_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """At once when asked, after some patience otherwise."""
    monkeypatch.setattr(worker, "PATIENCE", 0.5)
    for at_once in (True, False):
        one = Worker(halved)
        one.give(0, 100)
        begun = time.monotonic()
        one.end(at_once=at_once)
        assert time.monotonic() - begun < 30
        assert not one.lives
