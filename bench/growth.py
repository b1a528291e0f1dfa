"""How do time and memory of a comparison grow with the number of articles?

Every pile is the first articles of a file, or an even spread of those of the largest pile, and is compared in a process of its own, with the claims
of all articles known, so that what is measured is fetching them, alignment, judgement and origins: processor time, and the most memory that the
process ever had.
"""

from __future__ import annotations

import gc
import math
import multiprocessing
import resource
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from crosscheck.cli.main import COLLECTED
from crosscheck.engine.local import LocalEngine, uncollected
from crosscheck.ingest.read import read
from crosscheck.model.article import Article
from crosscheck.pipeline import compared
from crosscheck.settings import Settings
from crosscheck.store.cache import Cache
from crosscheck.store.version import version_of

_MEGABYTES = 1 << 20 if sys.platform == "darwin" else 1 << 10  # ru_maxrss is in bytes there and in kilobytes elsewhere


@dataclass(frozen=True, slots=True)
class Cost:
    """What comparing so many articles with so many claims takes: seconds, and megabytes at most (with the comparison, and before)."""

    articles: int
    claims: int
    seconds: float
    before: int
    peak: int


@dataclass(frozen=True, slots=True)
class Piles:
    """Articles of a file, of which every pile is the first ones; or, where `most` is given, as many of the first `most`, evenly spread."""

    path: Path
    most: int | None = None

    def __getitem__(self, size: int) -> Sequence[Article]:
        """Raises: ValueError for fewer articles than are asked for."""
        articles = read((str(self.path),), Settings()).articles
        among = self.most or size
        if len(articles) < among:
            raise ValueError(f"{self.path} has {len(articles)} articles that can be read, which is fewer than {among}")
        return [articles[at * among // size] for at in range(size)]


def growth(articles: Path, sizes: Sequence[int], cache: Path, spread: bool = False) -> str:
    """A Markdown table with a line a size. `cache` is the folder of a cache, in which claims are kept for the next time.

    `spread` makes piles that are alike in kind: the first articles of a file may be shorter than the rest.

    Raises: ValueError for fewer articles than the largest size.
    """
    piles = Piles(articles, max(sizes) if spread else None)
    return table([_alone(piles, size, cache) for size in sorted(sizes)])


def _alone(piles: Piles, size: int, cache: Path) -> Cost:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as fill:
        fill.submit(_extract, piles, size, cache).result()
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_cost, piles, size, cache).result()


def _extract(piles: Piles, size: int, folder: Path) -> None:
    with LocalEngine(Cache(folder, version_of())) as engine:
        engine.extracts(piles[size])


def _cost(piles: Piles, size: int, folder: Path) -> Cost:
    gc.set_threshold(*COLLECTED)  # as the command does
    articles = piles[size]
    with LocalEngine(Cache(folder, version_of())) as engine:
        before, start = _most_memory(), process_time()
        with uncollected():  # as the engine does
            report = compared(articles, engine.found_in(articles))
    return Cost(size, len(report.claims), process_time() - start, before, _most_memory())


def _most_memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MEGABYTES


def table(costs: Sequence[Cost]) -> str:
    """The power is that by which the time grows from one size to the next."""
    rows = ["| articles | claims | seconds | power | memory before, MB | at most, MB |", "|---|---|---|---|---|---|"]
    for before, cost in zip((None, *costs), costs, strict=False):
        power = "" if before is None else f"{math.log(cost.seconds / before.seconds) / math.log(cost.articles / before.articles):.2f}"
        rows.append(f"| {cost.articles:,} | {cost.claims:,} | {cost.seconds:.1f} | {power} | {cost.before} | {cost.peak} |")
    return "\n".join(rows)
