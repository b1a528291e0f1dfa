"""What does crosscheck do when the machine fails it: killed, interrupted, out of space, its cache damaged, its reader gone?

Each fault is put to a real run over the seeds, and afterwards nothing may be lost: the next run prints what an untroubled one prints, the exit code
is the one that is promised, and no traceback is shown. `python -m tools.faults` (`make faults`) prints a line a fault and ends with 1 where something
went wrong.
"""

from __future__ import annotations

import argparse
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
RUN = (sys.executable, "-m", "crosscheck")
TEXTS = ("Mayor Ann Lee said on Monday that 12 people were killed in Korva.\n", "At least 14 people were killed in Korva, Ann Lee said.\n")
PATIENCE = 300  # seconds that a run may take on a machine that is busy


@dataclass(frozen=True, slots=True)
class Done:
    """How a run ended."""

    code: int
    out: bytes
    err: str

    def problem(self, code: int, out: bytes | None = None, said: str | None = None) -> str | None:
        """What is not as it should be; `said` must stand on stderr, and nothing else may where it is ""."""
        if "Traceback" in self.err:
            return f"a traceback: {self.err.strip().splitlines()[-1]}"
        if self.code != code:
            return f"exit code {self.code} and not {code}: {self.err.strip()[-200:]}"
        if out is not None and self.out != out:
            return f"another output: {len(self.out)} bytes and not {len(out)}"
        if said is not None and (said not in self.err if said else self.err.strip()):
            return f"stderr says {self.err.strip()[:200]!r}"
        return None


@dataclass(slots=True)
class Trial:
    """A cache folder of its own, and what an untroubled run prints."""

    folder: Path
    clean: bytes = b""
    clean_long: bytes = b""
    seconds: float = 0.0
    short: bool = False

    @property
    def compare(self) -> tuple[str, ...]:
        return ("compare", str(self.folder / "few"), "--format", "json")

    @property
    def long(self) -> tuple[str, ...]:
        """A command on enough text for a pool."""
        return ("claims", str(self.folder / "many"), "--format", "json")

    @property
    def cache(self) -> Path:
        return self.folder / "cache" / "cache.sqlite3"

    def start(self, *arguments: str, **options: Any) -> subprocess.Popen[bytes]:
        environment = os.environ | {"CROSSCHECK_CACHE_DIR": str(options.pop("cache", self.folder / "cache"))}
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL} | options
        process: subprocess.Popen[Any] = subprocess.Popen([*RUN, *(arguments or self.compare)], cwd=ROOT, env=environment, text=False, **options)
        return process

    def run(self, *arguments: str, **options: Any) -> Done:
        return ended(self.start(*arguments, **options))

    def forget(self) -> None:
        for path in self.cache.parent.glob("*"):
            path.unlink()

    def some(self, *all_: Any) -> tuple[Any, ...]:
        """One of them where it must be quick."""
        return all_[-1:] if self.short else all_

    def moments(self, count: int) -> list[float]:
        """Seconds after the start, spread over an untroubled run."""
        count = 1 if self.short else count
        return [self.seconds * (at + 1) / (count + 1) for at in range(count)]


def ended(process: subprocess.Popen[bytes]) -> Done:
    out, err = process.communicate(timeout=PATIENCE)
    return Done(process.returncode, out or b"", (err or b"").decode("utf-8", "replace"))


Problems = Iterator[str | None]
"""A value for each time that the fault was put: what went wrong, None where nothing did."""


def killed(trial: Trial) -> Problems:
    """kill -9 at moments all over a run; the next run prints what it should."""
    for moment in trial.moments(8):
        trial.forget()
        process = trial.start()
        time.sleep(moment)
        process.kill()
        process.communicate()
        yield trial.run().problem(0, trial.clean, "")


def interrupted(trial: Trial) -> Problems:
    """Ctrl-C at moments all over a run, in one process and in a pool: one line and 130, or 0 where it had ended."""
    for jobs in ("1", "2"):
        for moment in trial.moments(6):
            trial.forget()
            process = trial.start(*trial.long, "--jobs", jobs, start_new_session=True, preexec_fn=_hearing)
            time.sleep(max(moment, 0.6))  # before, Python itself is starting and answers
            os.killpg(process.pid, signal.SIGINT)
            done = ended(process)
            yield None if done.code == 0 and done.out == trial.clean_long else done.problem(130, said="crosscheck: interrupted")


def _hearing() -> None:
    """What a script starts in the background hears no interrupt, and neither would what it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def worker_dies(trial: Trial) -> Problems:
    """A process of the pool is killed: its articles are read again and nothing is missing."""
    for moment in trial.moments(4):
        trial.forget()
        process = trial.start(*trial.long, "--jobs", "2")
        time.sleep(1.0 + moment)
        for child in _children(process.pid)[-1:]:
            os.kill(child, signal.SIGKILL)
        yield ended(process).problem(0, trial.clean_long, "")


def _children(pid: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def disk_full(trial: Trial) -> Problems:
    """No file may grow beyond some size, the cache's among them: the report is right, and one line says what is left out."""
    for size in trial.some(65536, 0, 4096):
        trial.forget()
        yield trial.run(preexec_fn=_room_for(size)).problem(0, trial.clean, "is left out" if size < 65536 else None)
        yield trial.run().problem(0, trial.clean, "")
    with Path("/dev/full").open("wb") as full:
        yield trial.run(stdout=full).problem(2, said="cannot be written")
    yield trial.run(*trial.compare, "--output", "/dev/full").problem(2, said="cannot be written")


def _room_for(size: int) -> Callable[[], None]:
    import resource

    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def cache_cannot_be_written(trial: Trial) -> Problems:
    """The folder of the cache is a file, or nothing can be made in it."""
    file = trial.folder / "file"
    file.write_text("no folder")
    for place in trial.some(file, file / "below", Path("/proc/crosscheck")):
        yield trial.run(cache=place).problem(0, trial.clean, "is left out")


def cache_damaged(trial: Trial) -> Problems:
    """Bytes changed, cut off, emptied, replaced by a text, or rows that hold something else."""
    trial.run()
    whole = trial.cache.read_bytes()
    half = len(whole) // 2
    harms = {
        "emptied": b"",
        "cut off": whole[:half],
        "a text": b"this is no cache\n" * 100,
        "head lost": b"\0" * 100 + whole[100:],
        "middle lost": whole[:half] + bytes(range(256)) * 16 + whole[half + 4096 :],
    }
    for data in trial.some(*harms.values()):
        trial.forget()
        trial.cache.write_bytes(data)
        yield trial.run().problem(0, trial.clean)
    changes = ("UPDATE kept SET value = NULL", "UPDATE kept SET value = 'x'", "DROP TABLE kept", "UPDATE kept SET value = '[1]'")
    for change in trial.some(*changes):
        trial.forget()
        trial.cache.write_bytes(whole)
        with sqlite3.connect(trial.cache) as connection:
            connection.execute(change)
        connection.close()
        yield trial.run().problem(0, trial.clean)


def several_at_once(trial: Trial) -> Problems:
    """Runs that begin together share a cache that is not there yet."""
    trial.forget()
    for process in [trial.start() for _ in range(2 if trial.short else 4)]:
        yield ended(process).problem(0, trial.clean, "")


def reader_gone(trial: Trial) -> Problems:
    """`| head -1`, in every format that is long enough to notice."""
    for shape in trial.some("json", "text", "jsonl", "html"):
        process = trial.start(*trial.compare[:-1], shape)
        assert process.stdout and process.stderr
        process.stdout.read(20)
        process.stdout.close()
        err = process.stderr.read().decode("utf-8", "replace")
        yield Done(process.wait(PATIENCE), b"", err).problem(0, said="")


def no_streams(trial: Trial) -> Problems:
    """Closed stdin, stdout or stderr, and a folder for the output that is not there."""
    for end in ("<&-", "2>&-", ">&-"):
        command = f"{' '.join(RUN)} {' '.join(trial.compare)} {end}"
        environment = os.environ | {"CROSSCHECK_CACHE_DIR": str(trial.folder / "cache")}
        done = subprocess.run(["/bin/sh", "-c", command], cwd=ROOT, env=environment, capture_output=True, check=False, timeout=PATIENCE)
        found = Done(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))
        yield found.problem(2, said="cannot be written") if end == ">&-" else found.problem(0, trial.clean)
    yield trial.run(*trial.compare, "--output", str(trial.folder / "none" / "report.json")).problem(2, said="cannot be written")


FAULTS: dict[str, Callable[[Trial], Problems]] = {
    "kill -9": killed,
    "Ctrl-C": interrupted,
    "a worker dies": worker_dies,
    "disk full": disk_full,
    "cache cannot be written": cache_cannot_be_written,
    "cache damaged": cache_damaged,
    "several at once": several_at_once,
    "reader gone": reader_gone,
    "streams closed": no_streams,
}


def put(name: str, trial: Trial) -> tuple[int, list[str]]:
    """How often the fault was put, and what went wrong."""
    outcomes = list(FAULTS[name](trial))
    return len(outcomes), [problem for problem in outcomes if problem]


def prepared(folder: Path, *, short: bool = False) -> Trial:
    """With the seeds, or, where it must be quick, with two sentences."""
    trial = Trial(folder, short=short)
    texts = TEXTS if short else tuple(path.read_text("utf-8") for path in sorted(ROOT.glob("seeds/*.txt")))
    for name, copies in (("few", 1), ("many", 1 if short else 4)):
        (folder / name).mkdir()
        for number, text in enumerate(texts * copies):
            (folder / name / f"{number}.txt").write_text(text, "utf-8")
    start = time.monotonic()
    done = trial.run()
    trial.clean, trial.seconds = done.out, time.monotonic() - start
    assert not done.problem(0, said=""), done.err
    trial.clean_long = trial.run(*trial.long).out
    return trial


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fault", action="append", choices=FAULTS, help="one fault, may be given again; all without it")
    parser.add_argument("--short", action="store_true", help="fewer moments")
    given = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        trial = prepared(Path(folder), short=given.short)
        for name in given.fault or FAULTS:
            count, problems = put(name, trial)
            failed += len(problems)
            print(
                f"{name:24} {count:>3} times  {'; '.join(dict.fromkeys(problems)) or 'nothing lost, the right exit code, no traceback'}", flush=True
            )
    return int(failed > 0)


if __name__ == "__main__":
    raise SystemExit(main())
