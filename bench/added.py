"""What does it cost to compare new articles with an archive, beside comparing all of them together?

The archive is the first articles of a file, the new ones those that come next. Each is compared in a process of its own, with the claims of all known
and the archive looked through before: processor time from the files to the report, and the most memory that the process ever had.
"""

from __future__ import annotations

import gc
import multiprocessing
import resource
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TypeVar

from crosscheck.engine.added import with_archive
from crosscheck.engine.local import LocalEngine
from crosscheck.ingest.read import Reading, read
from crosscheck.model.report import Report
from crosscheck.settings import Settings
from crosscheck.store.cache import Cache
from crosscheck.store.version import version_of

NEW = 100  # articles of a night
_MEGABYTES = 1 << 20 if sys.platform == "darwin" else 1 << 10  # ru_maxrss is in bytes there and in kilobytes elsewhere

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a comparison takes: seconds of looking through the archive and of comparing, how many articles, megabytes at most."""

    name: str
    looking: float
    comparing: float
    articles: int
    peak: int


def added(articles: Path, sizes: Sequence[int], cache: Path) -> str:
    """A Markdown table: the new articles alone, with an archive of each size, and all together. `cache` keeps claims for the next time.

    Raises: ValueError for fewer articles than the largest archive and the new ones have together.
    """
    with TemporaryDirectory() as folder:
        return table([cost for size in sorted(sizes) for cost in _costs(articles, size, Path(folder), cache)])


def _costs(articles: Path, size: int, folder: Path, cache: Path) -> list[Cost]:
    old, new = folder / f"archive-{size}.jsonl", folder / f"new-{size}.jsonl"
    with articles.open(encoding="utf-8") as lines:
        old.write_text("".join(islice(lines, size)), "utf-8")
        new.write_text("".join(islice(lines, NEW)), "utf-8")
    if new.read_text("utf-8").count("\n") < NEW:
        raise ValueError(f"{articles} has fewer than {size + NEW} articles")
    _alone(_fill, old, new, cache)
    return [_alone(_cost, f"{NEW} new", None, (new,), cache), *(_alone(_cost, *asked, cache) for asked in _asked(size, old, new))]


def _asked(size: int, old: Path, new: Path) -> list[tuple[str, Path | None, tuple[Path, ...]]]:
    return [(f"{NEW} new and an archive of {size:,}", old, (new,)), (f"all {size + NEW:,}", None, (old, new))]


def _alone(work: Callable[..., Found], *asked: object) -> Found:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *asked).result()


def _fill(old: Path, new: Path, folder: Path) -> None:
    """The claims of all articles, and what is noted of the archive."""
    store = Cache(folder, version_of())
    with LocalEngine(store) as engine:
        engine.found_in(read((str(old), str(new)), Settings()).articles)
        with_archive(read((str(new),), Settings()), (str(old),), Settings(), store)


def _cost(name: str, archive: Path | None, paths: Sequence[Path], folder: Path) -> Cost:
    gc.set_threshold(300_000)  # as the command does
    store, start = Cache(folder, version_of()), process_time()
    reading = read([str(path) for path in paths], Settings())
    if archive is not None:
        reading = with_archive(reading, (str(archive),), Settings(), store).reading
    looked = process_time()
    with LocalEngine(store) as engine:
        report = _report(engine, reading)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MEGABYTES
    return Cost(name, looked - start, process_time() - looked, len(report.articles), peak)


def _report(engine: LocalEngine, reading: Reading) -> Report:
    from crosscheck.pipeline import compared  # a report that is kept would be no measure

    return compared(reading.articles, engine.found_in(reading.articles))


def table(costs: Sequence[Cost]) -> str:
    """Seconds of the processor."""
    rows = ["| compared | articles | s, reading the files | s, comparing | memory at most, MB |", "|---|---|---|---|---|"]
    rows += [f"| {cost.name} | {cost.articles:,} | {cost.looking:.1f} | {cost.comparing:.1f} | {cost.peak} |" for cost in costs]
    return "\n".join(rows)
