"""Do all engines give the same bytes, and how long does each take for the same articles?

Whole commands by the clock, without a cache, in turn: one process, two, and Apache Spark on two threads of this machine, whose start counts as well.
An engine that is not there is left out.
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
NOT_THERE = 2  # the exit code for what was asked for and cannot be had


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
        command = [*crosscheck, "compare", str(part), "--no-cache", "--format", "json"]
        runs = [run_of(engine, command) for _ in range(rounds) for engine in ENGINES]
    return table([run for run in runs if run])


def run_of(engine: str, command: Sequence[str]) -> Run | None:
    """None where the engine is not there, as the command says by its exit code."""
    start = perf_counter()
    done = subprocess.run([*command, *ENGINES[engine]], stdout=subprocess.PIPE, check=False)
    if done.returncode == NOT_THERE and ENGINES[engine]:
        return None
    done.check_returncode()
    return Run(engine, perf_counter() - start, sha256(done.stdout).hexdigest())


def table(runs: Sequence[Run]) -> str:
    """The ratio is to the first engine's time; the same bytes are those of the first run."""
    fastest = {engine: min(run.seconds for run in runs if run.engine == engine) for engine in dict.fromkeys(run.engine for run in runs)}
    unit = fastest[runs[0].engine]
    rows = ["| engine | s, clock | of one process | same bytes |", "|---|---|---|---|"]
    for engine, seconds in fastest.items():
        same = all(run.digest == runs[0].digest for run in runs if run.engine == engine)
        rows.append(f"| {engine} | {seconds:.1f} | {seconds / unit:.2f} | {'yes' if same else 'NO'} |")
    return "\n".join(rows)
