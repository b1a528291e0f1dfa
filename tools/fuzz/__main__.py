"""Which bytes break a part of crosscheck? Run by `make fuzz`; `--seconds` is for each target.

With atheris (Linux, Python 3.11-3.13) the search is guided by coverage; without it, seeds are changed at random. What breaks a target is kept in
tests/corpus/TARGET/, where the tests try it for ever after. Ends with 1 where something broke.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from pkgutil import iter_modules
from zipfile import ZipFile, ZipInfo

CORPUS = Path(__file__).parents[2] / "tests" / "corpus"
SEEDS = Path(__file__).parent / "seeds.toml"
LONGEST = 4096  # bytes of an input: what breaks a reader breaks it on a page
_RUNS = re.compile(rb"(?:Done |#)(\d+)\s")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How often a target was run, for how many seconds, and what broke it."""

    target: str
    runs: int
    seconds: float
    broken: tuple[str, ...]


def seeds_for(target: str) -> list[bytes]:
    """What the search begins with: words and shapes of every kind that crosscheck reads, and what broke the target before."""
    import tomllib

    said = tomllib.loads(SEEDS.read_text("utf-8"))
    own = [one.encode() for one in (*said.get(target, ()), *said["any"])]
    own += [_packed(one, target) for one in own[:2] if target in _PACKED]
    return own + [path.read_bytes() for path in sorted((CORPUS / target).glob("*"))]


_PACKED = {"read.zip": "a.txt", "read.wacz": "archive/a.warc", "read.docx": "word/document.xml", "read.odt": "content.xml", "read.gz": ""}


def _packed(data: bytes, target: str) -> bytes:
    if target == "read.gz":
        return gzip.compress(data, mtime=0)
    found = BytesIO()
    with ZipFile(found, "w") as archive:
        archive.writestr(ZipInfo(_PACKED[target]), data)
    return found.getvalue()


def changed(seed: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """A seed with a few bytes flipped, dropped, doubled, or pieces of another put in."""
    data = bytearray(seed)
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(data))
        way, length = chance.randrange(5), chance.randint(1, 12)
        if way == 0 and data:
            data[at % len(data)] = chance.randrange(256)
        elif way == 1:
            del data[at : at + length]
        elif way == 2:
            data[at:at] = data[at : at + length] * chance.randint(1, 20)
        else:
            other = chance.choice(others)
            start = chance.randint(0, len(other))
            data[at : at + (length if way == 3 else 0)] = other[start : start + 4 * length]
    return bytes(data[:LONGEST])


def at_random(target: str, seconds: float, most: int | None = None, seed: int = 0) -> Outcome:
    """Runs a target on seeds and on changed ones."""
    from tools.fuzz.targets import TARGETS

    seeds, chance, broken, runs, start = seeds_for(target), random.Random(seed), [], 0, time.monotonic()
    while time.monotonic() - start < seconds and (most is None or runs < most):
        data = seeds[runs] if runs < len(seeds) else changed(chance.choice(seeds), seeds, chance)
        runs += 1
        try:
            TARGETS[target](data)
        except Exception as error:
            broken.append(_kept(target, data, f"{type(error).__name__}: {error}"))
    return Outcome(target, runs, time.monotonic() - start, tuple(broken))


def by_coverage(target: str, seconds: float) -> Outcome:
    """The same by atheris in a process of its own, which a fault may end."""
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "found"
        found.mkdir()
        for number, data in enumerate(seeds_for(target)):
            (found / f"seed{number}").write_bytes(data)
        options = [
            f"-max_total_time={int(seconds)}",
            f"-max_len={LONGEST}",
            "-timeout=25",
            "-report_slow_units=60",
            "-rss_limit_mb=4096",
            "-verbosity=1",
            f"-artifact_prefix={folder}/broken-",
        ]
        start = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", "tools.fuzz", "--child", target, "--", *options, str(found)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=os.environ | {"PYTHONHASHSEED": "0"},
            check=False,
        )
        runs = max((int(number) for number in _RUNS.findall(done.stdout)), default=0)
        words = [line for line in done.stdout.decode("utf-8", "replace").splitlines() if line.strip()]
        broken = [_kept(target, path.read_bytes(), _reason(words)) for path in sorted(Path(folder).glob("broken-*"))]
        if done.returncode and not broken:
            broken = [f"{target} ended with {done.returncode}: {' | '.join(words[-3:])}"]
    return Outcome(target, runs, time.monotonic() - start, tuple(broken))


def _reason(words: list[str]) -> str:
    return next((words[at + 1] for at, line in enumerate(words[:-1]) if "Uncaught Python exception" in line), words[-1] if words else "")[:200]


def _kept(target: str, data: bytes, reason: str) -> str:
    folder = CORPUS / target
    folder.mkdir(parents=True, exist_ok=True)
    name = sha256(data).hexdigest()[:12]
    (folder / name).write_bytes(data)
    return f"{target}/{name}: {reason}"


def child(target: str, options: list[str]) -> None:
    import atheris  # optional

    with atheris.instrument_imports(include=["crosscheck"]):
        from crosscheck import ingest
        from tools.fuzz.targets import TARGETS

        for module in iter_modules(ingest.__path__):  # those that are imported late would not be looked into
            import_module(f"crosscheck.ingest.{module.name}")
    atheris.Setup(["fuzz", *options], TARGETS[target])
    atheris.Fuzz()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0, help="for each target")
    parser.add_argument("--target", action="append", help="one target, may be given again; all without it")
    parser.add_argument("--json", type=Path, help="add a line a target to this file")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("rest", nargs="*", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        child(given.child, given.rest)
        return 0
    from tools.fuzz.targets import TARGETS

    guided = find_spec("atheris") is not None
    outcomes = []
    for target in given.target or TARGETS:
        outcome = (by_coverage if guided else at_random)(target, given.seconds)
        outcomes.append(outcome)
        print(f"{target:14} {outcome.runs:>10,} runs {outcome.seconds:>8.0f} s  {'; '.join(outcome.broken) or 'nothing broke'}", flush=True)
        if given.json:
            with given.json.open("a", encoding="utf-8") as file:
                told = {"target": target, "runs": outcome.runs, "seconds": round(outcome.seconds), "broken": len(outcome.broken)}
                file.write(json.dumps(told) + "\n")
    runs, hours = sum(one.runs for one in outcomes), sum(one.seconds for one in outcomes) / 3600
    print(f"{runs:,} runs in {hours:.2f} hours, {'by coverage' if guided else 'at random'}")
    return int(any(one.broken for one in outcomes))


if __name__ == "__main__":
    raise SystemExit(main())
