"""How are articles read by several processes, so that a run that is killed goes on where it stopped?

Each process keeps what it reads in the store by itself, a part at a time, and tells only that it did: an extract does not travel between processes,
and what a process has kept stays there whatever becomes of the others. The next run reads only what is missing.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from crosscheck.engine.bounds import GivenUp, Line, bounded
from crosscheck.model.article import Article
from crosscheck.model.packing import packed
from crosscheck.settings import Limits
from crosscheck.store.cache import Cache
from crosscheck.values import dataclass

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

TOGETHER = 16  # articles that a process reads at once, and loses at most when it is killed


@dataclass(frozen=True, slots=True)
class Read:
    """What became of a part: None for an article that the store holds now, its packed extract where the store has `trouble`."""

    lines: tuple[Line | None, ...]
    trouble: str | None = None


def lines_of(topics: tuple[str, ...], limits: Limits, articles: Sequence[Article]) -> Iterator[Line]:
    """The packed extract of each article, or why there is none, in their order."""
    from crosscheck.pipeline import claims_in_each  # nothing of language is imported where all is known

    return bounded(lambda some: map(packed, claims_in_each(some, topics)), articles, limits)


def read_part(topics: tuple[str, ...], limits: Limits, store: Cache, articles: Sequence[Article]) -> Read:
    """Reads some articles and keeps what it found in the store."""
    lines = list(lines_of(topics, limits, articles))
    found = {store.key(article): line for article, line in zip(articles, lines, strict=True) if isinstance(line, str)}
    is_kept = store.keep(found)
    store.close()  # a process that is ended leaves no file of SQLite's open
    return Read(tuple(None if is_kept and isinstance(line, str) else line for line in lines), store.trouble)


class Pool:
    """Some processes that read articles into one store. `trouble` says what the store had, as the processes met it."""

    def __init__(self, jobs: int, topics: tuple[str, ...], limits: Limits, store: Cache) -> None:
        self._jobs, self._store = jobs, store
        self._read = partial(read_part, topics, limits, store)
        self._processes: ProcessPoolExecutor | None = None
        self.trouble: str | None = None

    def read(self, articles: Sequence[Article]) -> Iterator[Line | None]:
        """None for each article that the store holds now, in their order; when a process dies, what it had not read is read again, one by one."""
        from concurrent.futures.process import BrokenProcessPool

        size = max(1, min(TOGETHER, len(articles) // (4 * self._jobs)))
        parts = [articles[start : start + size] for start in range(0, len(articles), size)]
        done = 0
        try:
            processes = self._started(self._jobs)
            with _deaf():
                read = processes.map(self._read, parts)
            for part in read:
                done += 1
                yield from self._told(part)
        except BrokenProcessPool:
            self._processes = None
            yield from chain.from_iterable(self._apart(article) for part in parts[done:] for article in part)

    def _told(self, part: Read) -> tuple[Line | None, ...]:
        self.trouble = self.trouble or part.trouble
        return part.lines

    def _apart(self, article: Article) -> tuple[Line | None, ...]:
        """In a process that reads nothing else at the time, so that it is known which article it dies of."""
        from concurrent.futures.process import BrokenProcessPool

        if self._store.knows([article]):
            return (None,)  # another process had kept it before
        try:
            processes = self._started(1)
            with _deaf():
                asked = processes.submit(self._read, [article])
            return self._told(asked.result())
        except BrokenProcessPool:
            self._processes = None
            return (GivenUp("the process that read it was ended from outside, maybe for want of memory; read it alone, or with --jobs 1"),)

    def _started(self, jobs: int) -> ProcessPoolExecutor:
        """Fresh processes: a fork of one that runs threads (numpy's) may never wake up."""
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        if self._processes is None:
            self._processes = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=gc.get_threshold())
        return self._processes

    def close(self, *, at_once: bool) -> None:
        """After a failure nobody waits for what is still being read."""
        from multiprocessing import active_children

        if self._processes is None:
            return
        for worker in active_children() if at_once else ():
            worker.terminate()
        self._processes.shutdown(cancel_futures=True)


@contextmanager
def _deaf() -> Iterator[None]:
    """While processes are started, Ctrl-C waits. They do not hear it at all: in the midst of its imports a process would show a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(*thresholds: int) -> None:
    """Ctrl-C reaches every process of the terminal; the parent alone answers it. Garbage is looked for as often as there."""
    gc.set_threshold(*thresholds)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    """A parent that is killed can tell nobody; without this its processes would wait for work for ever."""
    from multiprocessing import parent_process

    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)
