"""How much memory do a process and those that it forks need together at most?

What they share counts once (the proportional set size), as far as the system tells; elsewhere, and where no process is forked, it is what this one
had at most.
"""

from __future__ import annotations

import os
import resource
import sys
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Self

_MEGABYTES = 1 << 20 if sys.platform == "darwin" else 1 << 10  # ru_maxrss is in bytes there and in kilobytes elsewhere
_EVERY = 0.25  # seconds: each look takes some twenty milliseconds of a large process


def most_memory() -> int:
    """Megabytes that this process had at most, ever. What `resource` says counts what its parent had before the program was started."""
    if found := _told("/proc/self/status", "VmHWM:"):
        return found // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MEGABYTES


def processor_seconds() -> float:
    """Of this process and of those that have ended."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


class Watch:
    """While it is entered, it looks how much memory there is in use, time and again; `peak` is in megabytes."""

    def __init__(self) -> None:
        self._most = 0
        self._ended = Event()
        self._thread = Thread(target=self._look, daemon=True)

    @property
    def peak(self) -> int:
        return max(self._most // 1024, most_memory())

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(_EVERY):
            if forks := _forks():
                self._most = max(self._most, sum(map(_kilobytes, [os.getpid(), *forks])))


def _forks() -> list[int]:
    """The processes that this one has started."""
    with suppress(OSError):
        return [int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()]
    return []


def _kilobytes(pid: int) -> int:
    """Its own memory and its part of what it shares."""
    return _told(f"/proc/{pid}/smaps_rollup", "Pss:")


def _told(path: str, name: str) -> int:
    """A number of a table of the system; 0 where it does not tell, or the process has just ended."""
    with suppress(OSError, ValueError):
        for line in Path(path).read_text().splitlines():
            if line.startswith(name):
                return int(line.split()[1])
    return 0
