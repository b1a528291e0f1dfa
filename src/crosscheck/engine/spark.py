"""How are the steps of the pipeline run on a cluster of Apache Spark, with the same report to the byte?

Reading articles, scoring pairs of claims and judging groups of them are done by the cluster, in pieces, with the same pure functions as here; their
results come back in order. What needs all claims at once (which may meet, which belong together, stories, copies) is done by the driver.
"""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from crosscheck.engine.bounds import Line
from crosscheck.engine.local import LocalEngine, Progress
from crosscheck.engine.pool import lines_of
from crosscheck.errors import NoSpark
from crosscheck.model.article import Article
from crosscheck.model.claim import Extract
from crosscheck.model.report import Alignment, Report
from crosscheck.settings import Limits
from crosscheck.store.cache import Cache

if TYPE_CHECKING:
    from crosscheck.align.features import Features
    from crosscheck.align.linkage import Pair
    from crosscheck.align.pile import Pile
    from crosscheck.independence.origins import Origins
    from crosscheck.pipeline import Group, Work

Piece = TypeVar("Piece")
Done = TypeVar("Done")

ARTICLES, PAIRS, GROUPS = 16, 20_000, 200  # of a piece: some seconds of work, so that little is lost with a machine, and little time on sending
WAVE = 8  # pieces for each core that are sent at once: what comes back of them is what the driver holds


class SparkEngine(LocalEngine):
    """`master` is the address of a cluster ("spark://host:7077", "yarn", "local[2]"), None for what spark-submit says, or else this machine.

    Raises: NoSpark where pyspark or Java is missing.
    """

    def __init__(
        self, cache: Cache, master: str | None = None, topics: tuple[str, ...] = (), progress: Progress | None = None, limits: Limits | None = None
    ) -> None:
        super().__init__(cache, 1, topics, progress, limits)
        self.cluster = Cluster(master)

    def __exit__(self, failure: type[BaseException] | None, *rest: object) -> None:
        super().__exit__(failure, *rest)
        self.cluster.stop()

    def _lines(self, wanted: Mapping[str, Article]) -> Iterator[tuple[str, Line]]:
        """Kept in the store as they come, so that a run that is killed goes on where it stopped."""
        read = partial(_read, self.topics, self.limits)
        articles, keys = list(wanted.values()), iter(wanted)
        for lines in self.cluster.each(read, _pieces(articles, ARTICLES)):
            batch = dict(zip(islice(keys, len(lines)), lines, strict=True))
            self._store.keep({key: line for key, line in batch.items() if isinstance(line, str)})
            yield from batch.items()

    def _report(self, articles: Sequence[Article], extracts: Mapping[str, Extract]) -> Report:
        from crosscheck.pipeline import compared

        return compared(articles, extracts, work=_on(self.cluster))


class Cluster:
    """A connection to Spark, made when the first piece of work is sent."""

    def __init__(self, master: str | None) -> None:
        self._master = master
        self._made: Any = None

    @property
    def context(self) -> Any:
        self._made = self._made or _context(self._master)
        return self._made

    def each(self, work: Callable[[Piece], Done], pieces: Iterable[Piece]) -> Iterator[Done]:
        """What the work comes to for each piece, in their order; pieces are taken as they are sent, a wave at a time."""
        stream = iter(pieces)
        while wave := list(islice(stream, WAVE * self.context.defaultParallelism)):
            yield from self.context.parallelize(wave, len(wave)).map(work).collect()

    def stop(self) -> None:
        if self._made is not None:
            self._made.stop()
            self._made = None


def _context(master: str | None) -> Any:
    """The processes of the cluster run the Python of this one, unless PYSPARK_PYTHON names another."""
    try:
        from pyspark import SparkConf, SparkContext
        from pyspark.errors import PySparkRuntimeError
    except ImportError as error:
        raise NoSpark('it needs crosscheck-news[spark]: pip install "crosscheck-news[spark]"') from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    conf = SparkConf().setIfMissing("spark.app.name", "crosscheck").setIfMissing("spark.driver.maxResultSize", "0")
    conf = conf.setIfMissing("spark.ui.showConsoleProgress", "false").setIfMissing("spark.rpc.message.maxSize", "1024")
    conf = conf.setMaster(master) if master else conf.setIfMissing("spark.master", "local[*]")
    try:
        context = SparkContext.getOrCreate(conf)
    except PySparkRuntimeError as error:
        raise NoSpark("it needs Java 17 or later: set JAVA_HOME to where that is") from error
    context.setLogLevel("ERROR")
    return context


def _on(cluster: Cluster) -> Work:
    from crosscheck.align.clusters import promising_pairs
    from crosscheck.align.linkage import Likenesses
    from crosscheck.pipeline import Work

    class OnCluster(Work):
        """Pieces go to the cluster; what all of them need goes once to each machine."""

        def likely(self, claims: Sequence[Features], pile: Pile) -> Likenesses:
            shared = cluster.context.broadcast((claims, pile))
            pieces = _pieces((number for pair in promising_pairs(claims, pile) for number in pair), 2 * PAIRS)
            scored = cluster.each(partial(_scored, shared), (array("q", numbers) for numbers in pieces))
            return Likenesses(pair for some in scored for pair in some)

        def judged(self, groups: Iterable[Group], origins: Origins) -> Iterable[Alignment]:
            shared = cluster.context.broadcast(origins)
            for some in cluster.each(partial(_judged, shared), _pieces(groups, GROUPS)):
                yield from some

    return OnCluster()


def _pieces(all_: Iterable[Piece], size: int) -> Iterator[list[Piece]]:
    stream = iter(all_)
    while piece := list(islice(stream, size)):
        yield piece


# what the processes of the cluster run


def _read(topics: tuple[str, ...], limits: Limits, articles: Sequence[Article]) -> list[Line]:
    return list(lines_of(topics, limits, articles))


def _scored(shared: Any, numbers: Sequence[int]) -> list[tuple[Pair, float]]:
    from crosscheck.align.clusters import scores_of

    claims, pile = shared.value
    return list(scores_of(claims, pile, zip(numbers[::2], numbers[1::2], strict=True)))


def _judged(shared: Any, groups: Iterable[Group]) -> list[Alignment]:
    return [group.judged(shared.value) for group in groups]
