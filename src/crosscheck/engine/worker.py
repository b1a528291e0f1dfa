"""What is a process that does parts of the work for another one?

It has a line of its own to its parent and shares no lock with other processes: whenever it is killed, the parent hears that the line ends, and nobody
waits for it. Python's own pools share queues: where a process was killed while another one was being started, a run waited for ever.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

PATIENCE = 5.0  # seconds in which a process that has nothing more to do should have ended

Part = TypeVar("Part")
Done = TypeVar("Done")


class Worker(Generic[Part, Done]):
    """A fresh process that does `work`, a part at a time; `part` is the number of the one it does now, None while it has none."""

    def __init__(self, work: Callable[[Part], Done]) -> None:
        spawn = get_context("spawn")  # a fork of a process that runs threads (numpy's) may never wake up
        self.line, theirs = spawn.Pipe()
        self.part: int | None = None
        with _deaf():
            self._process = spawn.Process(target=_serve, args=(theirs, work, gc.get_threshold()), daemon=True)
            self._process.start()
        theirs.close()  # the line ends for this process when that one does

    @property
    def pid(self) -> int:
        return self._process.pid or 0

    @property
    def lives(self) -> bool:
        return self._process.is_alive()

    def give(self, number: int, part: Part) -> None:
        """What becomes of it, the answer tells; so it does where the process has died before it took the part."""
        self.part = number
        with suppress(OSError):
            self.line.send(part)

    def answer(self) -> tuple[int, Done | None]:
        """The number of its part and what came of it, None where the process died; waits for it. Raises what the work raised."""
        number, self.part = self.part, None
        assert number is not None, "it was given nothing"
        try:
            done: Done | Exception = self.line.recv()
        except (EOFError, OSError):
            return number, None
        if isinstance(done, Exception):
            raise done
        return number, done

    def end(self, *, at_once: bool) -> None:
        """Without a line it ends by itself; one that does not is killed, so that nobody waits for it for ever."""
        if at_once:
            self._process.kill()
        self.line.close()
        self._process.join(PATIENCE)
        self._process.kill()
        self._process.join()


def _serve(line: Connection, work: Callable[[Part], Done], thresholds: tuple[int, int, int]) -> None:
    """Does what comes, until the line ends. Garbage is looked for as often as in the parent."""
    gc.set_threshold(*thresholds)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of the terminal; the parent alone answers it
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    with suppress(EOFError, OSError):
        while True:
            line.send(_done(work, line.recv()))


def _done(work: Callable[[Part], Done], part: Part) -> Done | Exception:
    try:
        return work(part)
    except Exception as trouble:
        return trouble


def _end_with_the_parent() -> None:
    """A parent that is killed can tell nobody; without this its processes would first do what they have at hand."""
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _deaf() -> Iterator[None]:
    """While a process is started, Ctrl-C waits. That one does not hear it at all: in the midst of its imports it would show a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
