"""How are articles read by several processes, so that a run that is killed goes on where it stopped?

Each process keeps what it reads in the store by itself, a part at a time, and tells only that it did: an extract does not travel between processes,
and what a process has kept stays there whatever becomes of the others. The next run reads only what is missing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from crosscheck.engine.bounds import GivenUp, Line, bounded
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract
from crosscheck.model.packing import packed
from crosscheck.settings import Limits
from crosscheck.store.cache import Cache
from crosscheck.values import dataclass

if TYPE_CHECKING:
    from crosscheck.engine.worker import Worker

TOGETHER = 16  # articles that a process reads at once, and loses at most when it is killed


@dataclass(frozen=True, slots=True)
class Read:
    """What became of a part: None for an article that the store holds now, its packed extract where the store has `trouble`."""

    lines: tuple[Line | None, ...]
    trouble: str | None = None


def extracts_of(topics: tuple[str, ...], limits: Limits, articles: Sequence[Article]) -> Iterator[Extract | GivenUp]:
    """The extract of each article, or why there is none, in their order."""
    from crosscheck.pipeline import claims_in_each  # nothing of language is imported where all is known

    return bounded(lambda some: claims_in_each(some, topics), articles, limits)


def lines_of(topics: tuple[str, ...], limits: Limits, articles: Sequence[Article]) -> Iterator[Line]:
    """The same, packed."""
    return (found if isinstance(found, GivenUp) else packed(found) for found in extracts_of(topics, limits, articles))


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
        self._workers: list[Worker[Sequence[Article], Read]] = []
        self.trouble: str | None = None

    def read(self, articles: Sequence[Article]) -> Iterator[Line | None]:
        """None for each article that the store holds now, in their order; when a process dies, what it had not read is read again, one by one."""
        size = max(1, min(TOGETHER, len(articles) // (4 * self._jobs)))
        parts = [articles[start : start + size] for start in range(0, len(articles), size)]
        waiting = deque(enumerate(parts))
        read: dict[int, Read | None] = {}
        try:
            for number, part in enumerate(parts):
                while number not in read:
                    self._hand_out(waiting)
                    read |= self._heard()
                if (found := read.pop(number)) is not None:
                    yield from self._told(found)
                    continue
                while self._busy():
                    read |= self._heard()
                yield from chain.from_iterable(self._apart(article) for article in part)
        finally:
            self._leave(self._busy(), at_once=True)  # whoever asked has turned away

    def _apart(self, article: Article) -> tuple[Line | None, ...]:
        """In a process while no other reads anything, so that it is known which article it dies of."""
        if self._store.knows([article]):
            return (None,)  # another process had kept it before
        self._hand_out(deque([(0, [article])]))
        if (found := self._heard()[0]) is not None:
            return self._told(found)
        return (GivenUp("the process that read it was ended from outside, maybe for want of memory; read it alone, or with --jobs 1"),)

    def _told(self, part: Read) -> tuple[Line | None, ...]:
        self.trouble = self.trouble or part.trouble
        return part.lines

    def _hand_out(self, waiting: deque[tuple[int, Sequence[Article]]]) -> None:
        """A part to each process that has none. Processes are started while there is something to do for them, and in place of those that died."""
        from crosscheck.engine.worker import Worker

        self._leave([worker for worker in self._workers if not (worker.lives or worker in self._busy())], at_once=True)
        free = [worker for worker in self._workers if worker.part is None]
        wanted = min(self._jobs - len(self._workers), len(waiting) - len(free))
        started = [Worker(self._read) for _ in range(wanted)]
        self._workers += started
        for worker in (*free, *started)[: len(waiting)]:
            worker.give(*waiting.popleft())

    def _busy(self) -> list[Worker[Sequence[Article], Read]]:
        return [worker for worker in self._workers if worker.part is not None]

    def _heard(self) -> dict[int, Read | None]:
        """What has been read, by the number of the part, None where the process died; waits until a process has something to tell."""
        from multiprocessing.connection import wait

        busy = self._busy()
        ready = wait([worker.line for worker in busy])
        told = [(worker, *worker.answer()) for worker in busy if worker.line in ready]
        self._leave([worker for worker, _, read in told if read is None], at_once=True)
        return {number: read for _, number, read in told}

    def close(self, *, at_once: bool) -> None:
        """After a failure nobody waits for what is still being read."""
        self._leave(self._workers, at_once=at_once)

    def _leave(self, workers: Iterable[Worker[Sequence[Article], Read]], *, at_once: bool) -> None:
        for worker in tuple(workers):
            worker.end(at_once=at_once)
            self._workers.remove(worker)
