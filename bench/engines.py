"""Do all engines give the same bytes, and how long does each take for the same articles?

Whole commands by the clock, without a cache, in turn: one process, two, and Apache Spark on two threads of this machine, whose start counts as well.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

ENGINES: Mapping[str, tuple[str, ...]] = {
    "one process": (),
    "two processes": ("--jobs", "2"),
    "Spark, local[2]": ("--engine", "spark", "--master", "local[2]"),
}


@dataclass(frozen=True, slots=True)
class Run:
    """One engine's comparison: seconds by the clock, and the digest of all that it printed."""

    engine: str
    seconds: float
    digest: str


def engines(articles: Path, size: int, crosscheck: Sequence[str], rounds: int) -> str:
    """A Markdown table of the first articles of a file, the fastest of the rounds of each engine. Raises: CalledProcessError when a run fails."""
    with TemporaryDirectory() as folder:
        part = Path(folder) / "articles.jsonl"
        with articles.open(encoding="utf-8") as lines:
            part.write_text("".join(islice(lines, size)), "utf-8")
        runs = [run_of(engine, [*crosscheck, "compare", str(part), "--no-cache", "--format", "json"]) for _ in range(rounds) for engine in ENGINES]
    return table(runs)


def run_of(engine: str, command: Sequence[str]) -> Run:
    start = perf_counter()
    said = subprocess.run([*command, *ENGINES[engine]], stdout=subprocess.PIPE, check=True).stdout
    return Run(engine, perf_counter() - start, sha256(said).hexdigest())


def table(runs: Sequence[Run]) -> str:
    """The ratio is to the first engine's time; the same bytes are those of the first run."""
    fastest = {engine: min(run.seconds for run in runs if run.engine == engine) for engine in dict.fromkeys(run.engine for run in runs)}
    unit = fastest[runs[0].engine]
    rows = ["| engine | s, clock | of one process | same bytes |", "|---|---|---|---|"]
    for engine, seconds in fastest.items():
        same = all(run.digest == runs[0].digest for run in runs if run.engine == engine)
        rows.append(f"| {engine} | {seconds:.1f} | {seconds / unit:.2f} | {'yes' if same else 'NO'} |")
    return "\n".join(rows)
