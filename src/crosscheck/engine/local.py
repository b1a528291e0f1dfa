"""How are the steps of the pipeline run on this machine: in one process, or in a pool when there is enough to do?

The pipeline's functions are pure and results keep the order of the articles, so the number of processes changes nothing but the time.
The pipeline is imported when a step is run: what the cache knows already costs no import of the language model.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Self

from crosscheck.engine.bounds import GivenUp, Line
from crosscheck.engine.kept import Kept
from crosscheck.engine.pool import Pool, extracts_of
from crosscheck.errors import NothingReadable
from crosscheck.ingest.read import Reading
from crosscheck.model.article import Article, Skipped
from crosscheck.model.claim import Claim, Extract
from crosscheck.model.packing import packed, unpacked
from crosscheck.model.report import Report
from crosscheck.settings import Limits
from crosscheck.store.cache import Cache
from crosscheck.values import dataclass

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from crosscheck.model.answer import Answer
    from crosscheck.model.explanation import Explanation
    from crosscheck.model.sources import Sources

Progress = Callable[[str, int, int], None]
"""Told what is being done, and of how many articles how many are done."""

_WORTH_A_POOL = 60_000  # characters: a worker needs about a second to load the model, in which one process reads as much
_SAVED_EVERY = 64  # articles: what a killed run loses at most
_IN_MEMORY = 500  # articles whose extracts are held as a whole: some 35 MB of newswire
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
        self._store = cache
        self._loose: dict[str, str] = {}
        self._scratch: TemporaryDirectory[str] | None = None
        self._pool: Pool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failure: type[BaseException] | None, *_: object) -> None:
        self.cache.close()
        if self._pool:
            self._pool.close(at_once=failure is not None)
            self.cache.trouble = self.cache.trouble or (self._pool.trouble if self._store is self.cache else None)
        if self._scratch:
            self._store.close()
            self._scratch.cleanup()

    def extracts(self, articles: Sequence[Article]) -> tuple[Extract, ...]:
        """One extract an article, in their order, an empty one for what was given up; only those that the cache does not know are read."""
        known = self.cache.found(articles)
        wanted = {key: article for article in articles if (key := self.cache.key(article)) not in known}
        known |= self._read(wanted) if wanted else {}
        return tuple(known[self.cache.key(article)] for article in articles)

    def _read(self, wanted: Mapping[str, Article]) -> dict[str, Extract]:
        """The extracts of these articles, which no cache knows; what cannot be had from the store into which a pool read it is read here."""
        found: dict[str, Extract] = {}
        stored: list[Article] = []
        self.progress("reading", 0, len(wanted))
        for number, (key, line) in enumerate(self._lines(wanted), 1):
            if line is None:
                stored.append(wanted[key])
            else:
                found[key] = self._extract(wanted[key], line)
            self.progress("reading", number, len(wanted))
        found |= self._store.found(stored)
        if lost := {key: article for key, article in wanted.items() if key not in found}:
            found |= {key: self._extract(lost[key], one) for key, one in self._here(lost)}
        return found

    def _extract(self, article: Article, found: Extract | Line) -> Extract:
        if not isinstance(found, GivenUp):
            return unpacked(Extract, found) if isinstance(found, str) else found
        self.given_up[article.id] = Skipped(article.path or article.id, found.reason)
        return _nothing(article)

    def compare(self, reading: Reading) -> Report:
        """The report on all articles together; the order in which they were given does not matter."""
        report = self.cache.report(reading.articles) or self._compared(reading.articles, self.found_in(reading.articles))
        return replace(report, skipped=_in_order((*reading.skipped, *self.given_up.values())))

    def sources(self, reading: Reading, *, facts: bool = False) -> Sources:
        """Who depends on whom; with `facts` the articles are compared as well, which takes longer."""
        extracts = self.found_in(reading.articles)
        report = self.cache.report(reading.articles) or self._compared(reading.articles, extracts) if facts else None
        from crosscheck.pipeline import sourced

        return sourced(self._whole(reading.articles), extracts, _in_order((*reading.skipped, *self.given_up.values())), report)

    def found_in(self, articles: Sequence[Article]) -> Mapping[str, Extract]:
        """The extract of each article by its id; of many articles, only what is asked for is in memory."""
        if len(articles) <= _IN_MEMORY:
            return {article.id: extract for article, extract in zip(articles, self.extracts(articles), strict=True)}
        self._read_all(articles)
        return Kept(articles, self._fetched)

    def _read_all(self, articles: Sequence[Article]) -> None:
        """The store holds them then, or `_loose` does where the store is in trouble."""
        store = self._stored()
        known = store.knows(articles)
        wanted = {key: article for article in articles if (key := store.key(article)) not in known}
        if wanted:
            self.progress("reading", 0, len(wanted))
        for number, (key, line) in enumerate(self._lines(wanted), 1):
            if isinstance(line, GivenUp):
                self._extract(wanted[key], line)
            elif line is not None and store.trouble:
                self._loose[key] = line if isinstance(line, str) else packed(line)
            self.progress("reading", number, len(wanted))

    def _fetched(self, article: Article, claims: tuple[Claim, ...] | None) -> Extract:
        """From the store; what has gone from it or is broken is read again."""
        if article.id in self.given_up:
            return _nothing(article)
        key, given = self._store.key(article), {} if claims is None else {"claims": claims}
        with suppress(ValueError, TypeError, LookupError):
            return unpacked(Extract, self._loose.get(key) or self._store.line(article) or "", **given)
        ((_, found),) = self._here({key: article})
        if isinstance(found, Extract):
            self._loose[key] = packed(found)
        return self._extract(article, found)

    def _compared(self, articles: Sequence[Article], extracts: Mapping[str, Extract]) -> Report:
        self.progress("comparing", 0, len(articles))
        with uncollected():
            report = self._report(self._whole(articles), extracts)
        self.progress("comparing", len(articles), len(articles))
        if not self.given_up:  # another limit would give another report
            self.cache.keep_report(report)
        return report

    def _report(self, articles: Sequence[Article], extracts: Mapping[str, Extract]) -> Report:
        from crosscheck.pipeline import compared

        if self.jobs == 1 or not can_fork():
            return compared(articles, extracts)
        from crosscheck.engine.forked import forked
        from crosscheck.pipeline import Work

        return compared(articles, extracts, work=Work(forked(self.jobs)))

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

    def _lines(self, wanted: Mapping[str, Article]) -> Iterator[tuple[str, Extract | Line | None]]:
        """Key and extract of each article, packed where another process read it; None in place of what the store holds by now."""
        articles = list(wanted.values())
        if self.jobs == 1 or len(articles) == 1 or sum(len(article.text) for article in articles) < _WORTH_A_POOL:
            return self._here(wanted)
        self._pool = self._pool or Pool(self.jobs, self.topics, self.limits, self._stored())
        return zip(wanted, self._pool.read(articles), strict=True)

    def _here(self, wanted: Mapping[str, Article]) -> Iterator[tuple[str, Extract | GivenUp]]:
        """Read in this process, and kept in the store as they come."""
        stream = zip(wanted, extracts_of(self.topics, self.limits, list(wanted.values())), strict=True)
        while batch := dict(islice(stream, _SAVED_EVERY)):
            if self._store.path:
                self._store.keep({key: packed(found) for key, found in batch.items() if isinstance(found, Extract)})
            yield from batch.items()

    def _stored(self) -> Cache:
        """The store for more than fits in memory, and for processes: the cache, or where there is none a folder that goes with this run."""
        if self._scratch is None and (self.cache.path is None or self.cache.trouble):
            from tempfile import TemporaryDirectory

            self._scratch = TemporaryDirectory(prefix="crosscheck-", ignore_cleanup_errors=True)
            self._store = Cache(Path(self._scratch.name), self.cache.version)
        return self._store


def can_fork() -> bool:
    """Elsewhere a fork costs a copy of the process, or harms libraries that are loaded."""
    return sys.platform == "linux"


@contextmanager
def uncollected() -> Iterator[None]:
    """Nobody looks for garbage meanwhile: of all that comparing 1,000 articles makes, 322 objects stand in circles, and looking costs a fortieth."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


def _nothing(article: Article) -> Extract:
    """What an article that was given up states."""
    return Extract(article.id, (), (), (), (), (), ())


def _in_order(skipped: Iterable[Skipped]) -> tuple[Skipped, ...]:
    return tuple(sorted(skipped, key=lambda skipped: (skipped.path, skipped.reason)))
