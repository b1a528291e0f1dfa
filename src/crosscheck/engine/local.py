"""How are the steps of the pipeline run on this machine: in one process, or in a pool when there is enough to do?

The pipeline's functions are pure and results keep the order of the articles, so the number of processes changes nothing but the time.
The pipeline is imported when a step is run: what the cache knows already costs no import of the language model.
"""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Self

from crosscheck.engine.bounds import GivenUp, Line, bounded
from crosscheck.errors import NothingReadable
from crosscheck.ingest.read import Reading
from crosscheck.model.answer import Answer
from crosscheck.model.article import Article, Skipped
from crosscheck.model.claim import Extract
from crosscheck.model.explanation import Explanation
from crosscheck.model.packing import packed, unpacked
from crosscheck.model.report import Report
from crosscheck.model.sources import Sources
from crosscheck.settings import Limits
from crosscheck.store.cache import Cache

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Progress = Callable[[str, int, int], None]
"""Told what is being done, and of how many articles how many are done."""

_WORTH_A_POOL = 60_000  # characters: a worker needs about a second to load the model, in which one process reads as much
_SAVED_EVERY = 64  # articles: what a killed run loses at most
_TOGETHER = 16  # articles that a process of the pool reads at once
_ROWS = 64  # of a batch, read at once


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim to check, as an article of its own, and the texts to check it against."""

    claim: Article
    evidence: tuple[Article, ...]
    id: str | int | None = None


@dataclass(frozen=True, slots=True)
class Unasked:
    """A row of a batch that holds no claim, and why."""

    id: str | int | None
    error: str


class LocalEngine:
    """Runs the pipeline with `jobs` processes and the user's own topics. Close it, or use it in a `with`, so that its pool ends.

    `given_up` holds, by id, the articles that reached a limit while they were read; they state nothing.
    """

    def __init__(
        self, cache: Cache, jobs: int = 1, topics: tuple[str, ...] = (), progress: Progress | None = None, limits: Limits | None = None
    ) -> None:
        self.cache = cache
        self.jobs = jobs
        self.topics = topics
        self.limits = limits or Limits()
        self.given_up: dict[str, Skipped] = {}
        self.progress = progress or (lambda step, done, all_: None)
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failure: type[BaseException] | None, *_: object) -> None:
        self.cache.close()
        if self._pool:
            _close(self._pool, at_once=failure is not None)

    def extracts(self, articles: Sequence[Article]) -> tuple[Extract, ...]:
        """One extract an article, in their order, an empty one for what was given up; only those that the cache does not know are read."""
        known = self.cache.found(articles)
        wanted = {key: article for article in articles if (key := self.cache.key(article)) not in known}
        if wanted:
            self.progress("reading", 0, len(wanted))
        for number, (key, line) in enumerate(self._read(wanted), 1):
            known[key] = self._extract(wanted[key], line)
            self.progress("reading", number, len(wanted))
        return tuple(known[self.cache.key(article)] for article in articles)

    def _extract(self, article: Article, line: Line) -> Extract:
        if not isinstance(line, GivenUp):
            return unpacked(Extract, line)
        self.given_up[article.id] = Skipped(article.path or article.id, line.reason)
        return Extract(article.id, (), (), (), (), (), ())

    def compare(self, reading: Reading) -> Report:
        """The report on all articles together; the order in which they were given does not matter."""
        report = self.cache.report(reading.articles) or self._compared(reading.articles, self._by_id(reading.articles))
        return replace(report, skipped=_in_order((*reading.skipped, *self.given_up.values())))

    def sources(self, reading: Reading, *, facts: bool = False) -> Sources:
        """Who depends on whom; with `facts` the articles are compared as well, which takes longer."""
        extracts = self._by_id(reading.articles)
        report = self.cache.report(reading.articles) or self._compared(reading.articles, extracts) if facts else None
        from crosscheck.pipeline import sourced

        return sourced(self._whole(reading.articles), extracts, _in_order((*reading.skipped, *self.given_up.values())), report)

    def _by_id(self, articles: Sequence[Article]) -> dict[str, Extract]:
        return {article.id: extract for article, extract in zip(articles, self.extracts(articles), strict=True)}

    def _compared(self, articles: Sequence[Article], extracts: Mapping[str, Extract]) -> Report:
        from crosscheck.pipeline import compared

        self.progress("comparing", 0, len(articles))
        report = compared(self._whole(articles), extracts)
        self.progress("comparing", len(articles), len(articles))
        if not self.given_up:  # another limit would give another report
            self.cache.keep_report(report)
        return report

    def _whole(self, articles: Sequence[Article]) -> tuple[Article, ...]:
        """Those that were not given up. Raises: NothingReadable."""
        whole = tuple(article for article in articles if article.id not in self.given_up)
        if articles and not whole:
            raise NothingReadable(len(articles))
        return whole

    def explain(self, report: Report, id: str) -> Explanation:
        """Why the claims of an alignment of the report, or those beside a claim, were put together."""
        from crosscheck.pipeline import explained

        return explained(report, id)

    def check(self, asked: Sequence[Asked]) -> tuple[Answer, ...]:
        """One answer a claim, in their order."""
        if not asked:
            return ()
        articles = [article for one in asked for article in (one.claim, *one.evidence)]
        extracts = iter(self.extracts(articles))
        from crosscheck.pipeline import checked

        return tuple(
            replace(checked(one.claim, next(extracts), one.evidence, tuple(islice(extracts, len(one.evidence)))), id=one.id) for one in asked
        )

    def check_all(self, rows: Iterable[Asked | Unasked], at_once: int = _ROWS) -> Iterator[Answer | Unasked]:
        """Answers in the order of the rows, which may be endless; `at_once` rows are taken before the first is answered."""
        stream = iter(rows)
        while chunk := list(islice(stream, at_once)):
            answers = iter(self.check([row for row in chunk if isinstance(row, Asked)]))
            yield from (next(answers) if isinstance(row, Asked) else row for row in chunk)

    def _read(self, wanted: dict[str, Article]) -> Iterator[tuple[str, Line]]:
        """Key and packed extract of each article, kept in the cache as they come."""
        stream = zip(wanted, self._lines(list(wanted.values())), strict=True)
        while batch := dict(islice(stream, _SAVED_EVERY)):
            self.cache.keep({key: line for key, line in batch.items() if isinstance(line, str)})
            yield from batch.items()

    def _lines(self, articles: list[Article]) -> Iterator[Line]:
        if self.jobs == 1 or len(articles) == 1 or sum(len(article.text) for article in articles) < _WORTH_A_POOL:
            return _lines_of(self.topics, self.limits, articles)
        size = max(1, min(_TOGETHER, len(articles) // (4 * self.jobs)))
        return self._pooled([articles[start : start + size] for start in range(0, len(articles), size)])

    def _pooled(self, parts: Sequence[list[Article]]) -> Iterator[Line]:
        """What the pool reads; when one of its processes dies, what was not read yet is read again, an article at a time."""
        from concurrent.futures.process import BrokenProcessPool

        self._pool = self._pool or _pool_of(self.jobs)
        done = 0
        try:
            for lines in self._pool.map(partial(_all_lines_of, self.topics, self.limits), parts):
                done += 1
                yield from lines
        except BrokenProcessPool:
            self._pool = None
            yield from chain.from_iterable(self._apart(article) for part in parts[done:] for article in part)

    def _apart(self, article: Article) -> list[Line]:
        """In a process that reads nothing else at the time, so that it is known which article it dies of."""
        from concurrent.futures.process import BrokenProcessPool

        self._pool = self._pool or _pool_of(1)
        try:
            return self._pool.submit(_all_lines_of, self.topics, self.limits, [article]).result()
        except BrokenProcessPool:
            self._pool = None
            return [GivenUp("the process that read it was ended from outside, maybe for want of memory; read it alone, or with --jobs 1")]


def _in_order(skipped: Iterable[Skipped]) -> tuple[Skipped, ...]:
    return tuple(sorted(skipped, key=lambda skipped: (skipped.path, skipped.reason)))


def _lines_of(topics: tuple[str, ...], limits: Limits, articles: list[Article]) -> Iterator[Line]:
    from crosscheck.pipeline import claims_in_each

    return bounded(lambda some: map(packed, claims_in_each(some, topics)), articles, limits)


def _all_lines_of(topics: tuple[str, ...], limits: Limits, articles: list[Article]) -> list[Line]:
    return list(_lines_of(topics, limits, articles))


def _pool_of(jobs: int) -> ProcessPoolExecutor:
    """Fresh processes: a fork of one that runs threads (numpy's) may never wake up."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=gc.get_threshold())


def _close(pool: ProcessPoolExecutor, *, at_once: bool) -> None:
    """After a failure nobody waits for what is still being read."""
    from multiprocessing import active_children

    for worker in active_children() if at_once else ():
        worker.terminate()
    pool.shutdown(cancel_futures=True)


def _begin(*thresholds: int) -> None:
    """Ctrl-C reaches every process of the terminal; the parent alone answers it. Garbage is looked for as often as there."""
    gc.set_threshold(*thresholds)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
