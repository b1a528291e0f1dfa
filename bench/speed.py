"""How long does crosscheck take on the seeds, in seconds and in multiples of an empty Python program?

    python bench/speed.py [--runs 10] [--crosscheck COMMAND]
    python bench/speed.py --words FOLDER [--runs 3]     words a second, by step, in this process
    python bench/speed.py --growth FILE [--spread] [--sizes 100 1000] [--cache FOLDER]     how a comparison grows with the number of articles
    python bench/speed.py --added FILE [--sizes 1000] [--cache FOLDER]     a hundred new articles and an archive, beside all together
    python bench/speed.py --engines FILE [--sizes 1000] [--runs 1]     one process, two and Spark, and whether their bytes are the same
    python bench/speed.py --linkage FILE [--sizes 10000] [--cache FOLDER] [--splink PYTHON] [--stories FOLDER] [--jobs 2]     linking claims

The commands are run in turn, one round after the other, so that a busy machine slows all of them alike; the median of the rounds counts. A cold
run reads the articles anew, a warm one finds them in a cache that lies in a folder of its own.
"""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
if Path(sys.path[0]) == ROOT / "bench":
    sys.path[0] = str(ROOT)  # or bench/html.py would stand for the html of the standard library
EMPTY = "python -c pass"


def main() -> int:
    parser = argparse.ArgumentParser(description="Times crosscheck on the seeds.")
    parser.add_argument("--runs", type=int, default=10, metavar="N", help="rounds, of which the median counts (default: 10)")
    parser.add_argument("--crosscheck", default=f"{shlex.quote(sys.executable)} -m crosscheck", metavar="COMMAND", help="the command to time")
    parser.add_argument("--words", type=Path, metavar="FOLDER", help="time the reading of these articles in this process instead")
    parser.add_argument("--growth", type=Path, metavar="FILE", help="compare the first articles of this file instead, as many as --sizes says")
    parser.add_argument("--added", type=Path, metavar="FILE", help="compare articles of this file with archives of the first of them instead")
    parser.add_argument(
        "--spread", action="store_true", help="with --growth: smaller piles are an even spread of the largest, not its first articles"
    )
    parser.add_argument("--engines", type=Path, metavar="FILE", help="compare the first articles of this file with each engine instead")
    parser.add_argument("--linkage", type=Path, metavar="FILE", help="find and score pairs among the first claims of this file instead")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes that link claims, beside one alone")
    parser.add_argument("--splink", metavar="PYTHON", help="the Python that has splink 5 and DuckDB 1, to link the same claims with")
    parser.add_argument("--stories", type=Path, metavar="FOLDER", help="stories marked fact by fact, to be mixed in")
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[100, 1000], metavar="N", help="numbers of articles, or of claims (default: 100 1000)"
    )
    parser.add_argument("--cache", type=Path, metavar="FOLDER", help="where claims are kept for the next run (default: nowhere)")
    arguments = parser.parse_args()
    with TemporaryDirectory() as folder:
        print(_in_process(arguments, Path(folder)) or _of_commands(arguments, folder))
    return 0


def _in_process(arguments: argparse.Namespace, folder: Path) -> str | None:
    """What is measured without the command, and needs the package itself; None where the commands are to be timed."""
    cache = arguments.cache or folder
    if arguments.words:
        from bench.words import words_per_second

        return words_per_second(arguments.words, arguments.runs)
    if arguments.growth:
        from bench.growth import growth

        return growth(arguments.growth, arguments.sizes, cache, arguments.spread)
    if arguments.added:
        from bench.added import added

        return added(arguments.added, arguments.sizes, cache)
    if arguments.engines:
        from bench.engines import engines

        command = shlex.split(arguments.crosscheck)
        return "\n\n".join(engines(arguments.engines, size, command, arguments.runs) for size in arguments.sizes)
    if arguments.linkage:
        from bench.linkage import Sought, linkage

        found = (Sought(arguments.linkage, arguments.stories, cache, size) for size in arguments.sizes)
        return "\n\n".join(linkage(sought, arguments.splink, arguments.jobs) for sought in found)
    return None


def _of_commands(arguments: argparse.Namespace, cache: str) -> str:
    environment = os.environ | {"CROSSCHECK_CACHE_DIR": cache}
    commands = commands_of(shlex.split(arguments.crosscheck))
    subprocess.run(
        [sys.executable, "-m", "compileall", "-q", str(ROOT / "src")], check=False
    )  # as an installer does; else a run compiles what is new
    seconds_of(commands["compare, warm"], environment)  # fills the cache
    rounds = [{name: seconds_of(command, environment) for name, command in commands.items()} for _ in range(arguments.runs)]
    return table({name: median(times[name] for times in rounds) for name in commands})


def commands_of(crosscheck: Sequence[str]) -> dict[str, list[str]]:
    """What is timed, by the name under which it is shown; the first is what the others are compared with."""
    seeds = str(ROOT / "seeds")
    return {
        EMPTY: [sys.executable, "-c", "pass"],
        "--version": [*crosscheck, "--version"],
        "--help": [*crosscheck, "--help"],
        "compare, warm": [*crosscheck, "compare", seeds],
        "compare, warm, json": [*crosscheck, "compare", seeds, "--format", "json"],
        "compare, cold": [*crosscheck, "compare", seeds, "--no-cache"],
        "check, cold": [*crosscheck, "check", "Russia delivered 25,000 tons of grain to Mali.", seeds, "--no-cache"],
    }


def seconds_of(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Wall time of one run. Raises: CalledProcessError when it fails."""
    start = perf_counter()
    subprocess.run(command, cwd=ROOT, env=dict(environment), stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - start


def table(medians: Mapping[str, float]) -> str:
    """A Markdown table; the multiples are of the first row."""
    unit = next(iter(medians.values()))
    rows = [f"| `{name}` | {seconds:.3f} | {seconds / unit:.1f} |" for name, seconds in medians.items()]
    return "\n".join(["| command | median, s | times an empty program |", "|---|---|---|", *rows])


if __name__ == "__main__":
    sys.exit(main())
