"""How is work on arrays done by several processes at once, with the same result?

A fork sees the arrays of this process without copying them, does its parts and leaves what came of them in a file. Parts are dealt out beforehand, so
that nothing is asked for on the way; what a fork could not do is done here.
"""

from __future__ import annotations

import gc
import os
import signal
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from crosscheck.align.parts import Each

Part = TypeVar("Part")

_LENGTH = 8  # bytes that say how long a result is


def forked(jobs: int) -> Each:
    """Does each part as `parts.here` does, in so many processes, this one among them."""

    def each(work: Callable[[Part], bytes], parts: Sequence[Part]) -> Iterator[bytes]:
        forks = [_Fork(work, parts[number::jobs]) for number in range(1, min(jobs, len(parts)))]
        try:
            done = [[work(part) for part in parts[:: len(forks) + 1]], *(fork.done() for fork in forks)]
        finally:
            for fork in forks:
                fork.end()
        return (done[number % len(done)][number // len(done)] for number in range(len(parts)))

    return each


class _Fork:
    """A process that does some parts."""

    def __init__(self, work: Callable[[Part], bytes], parts: Sequence[Part]) -> None:
        self._again: Callable[[], list[bytes]] = lambda: [work(part) for part in parts]
        self._count, self._file, parent = len(parts), TemporaryFile(), os.getpid()  # noqa: SIM115 - both processes hold it
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of threads: numpy's hold no lock that a fork of array work would wait for
            self._pid = os.fork()
        if self._pid == 0:
            _serve(work, parts, self._file, parent)

    def done(self) -> list[bytes]:
        """What came of the parts; waits for it."""
        _, status = os.waitpid(self._pid, 0)
        self._pid = 0
        self._file.seek(0)
        found = list(_results(self._file)) if status == 0 else []
        return found if len(found) == self._count else self._again()

    def end(self) -> None:
        """Nobody waits for it any more."""
        self._file.close()
        if self._pid:
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(self._pid, signal.SIGKILL)
                os.waitpid(self._pid, 0)


def _serve(work: Callable[[Part], bytes], parts: Sequence[Part], file: IO[bytes], parent: int) -> None:
    """Ends the process, whatever happens: what follows in the program is the parent's."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches both; the parent answers it
        gc.disable()  # looking through objects would copy the memory that both share
        for part in parts:
            if os.getppid() != parent:
                break
            _write(file, work(part))
        else:
            file.flush()
            status = 0
    finally:
        os._exit(status)


def _write(file: IO[bytes], result: bytes) -> None:
    file.write(len(result).to_bytes(_LENGTH, "little"))
    file.write(result)


def _results(file: IO[bytes]) -> Iterator[bytes]:
    while length := file.read(_LENGTH):
        yield file.read(int.from_bytes(length, "little"))
