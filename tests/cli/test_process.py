"""Does the command behave as a process should: pipes, signals, streams, start-up?"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

RUN = [sys.executable, "-m", "crosscheck"]
SEEDS = Path(__file__).parents[2] / "seeds"
UNREAD = {
    "numpy",
    "spacy",
    "rich.console",
    "jinja2",
    "trafilatura",
    "crosscheck.extract.claims",
    "crosscheck.language.pipeline",
    "crosscheck.report.html.page",
    "rapidfuzz",
    "crosscheck.judge.verdicts",
}
HEAVY = ("spacy", "numpy", "rich", "rapidfuzz", "multiprocessing", "sqlite3", "tomllib", "crosscheck.pipeline")


def test_a_reader_that_leaves_ends_the_run_quietly() -> None:
    """`crosscheck topics | head -1` leaves no traceback and no exit code that means something else."""
    with subprocess.Popen([*RUN, "topics", "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 0


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_an_interrupt_ends_with_130(tmp_path: Path) -> None:
    """One line, no traceback; a batch from stdin waits for its next line when it comes."""
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    command = [*RUN, "check", "--batch", "-"]
    process = subprocess.Popen(command, **streams, cwd=tmp_path, bufsize=0, preexec_fn=_hearing)  # type: ignore[call-overload]
    with process:
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write(b"no json\n")
        assert process.stdout.readline().startswith(b'{"id": null, "error": "line 1 is no JSON')
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b"crosscheck: interrupted\n"
        assert process.wait(30) == 130


def _hearing() -> None:
    """A run of the tests in the background of a script would hand on that it hears no interrupt."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_a_line_of_a_batch_is_answered_before_the_next_is_there(tmp_path: Path) -> None:
    """A program that asks one question at a time is not kept waiting."""
    process = subprocess.Popen([*RUN, "check", "--batch", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=tmp_path, bufsize=0)
    with process:
        assert process.stdin and process.stdout
        for number in (1, 2):
            process.stdin.write(b'{"id": %d}\n' % number)
            assert process.stdout.readline().startswith(b'{"id": %d, "error"' % number)
        process.stdin.close()
        assert process.wait(30) == 2


def test_text_that_is_no_ascii_needs_no_locale(tmp_path: Path) -> None:
    """Under the C locale the same bytes come out, in UTF-8."""
    environ = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*RUN, "compare", "Zürich.txt"], capture_output=True, cwd=tmp_path, env=environ, check=False)
    assert (done.returncode, "skipped Zürich.txt: there is no such file" in done.stderr.decode("utf-8")) == (2, True)


def told_and_imported(*command: str, env: dict[str, str] | None = None) -> tuple[str, set[str]]:
    """What a command prints, and the modules that it imports."""
    done = subprocess.run([sys.executable, "-X", "importtime", *RUN[1:], *command], capture_output=True, text=True, check=True, env=env)
    return done.stdout, {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_start_up_imports_nothing_heavy(option: str) -> None:
    """Version and help need the command line alone."""
    _, imported = told_and_imported(option)
    assert "crosscheck.cli.main" in imported
    assert imported.isdisjoint(HEAVY)


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_is_known_is_compared_without_what_reads(form: str, tmp_path: Path) -> None:
    """A second run has the report already: it imports neither numpy nor what finds claims, nothing of rich that draws, and no page for a browser."""
    environ = os.environ | {"CROSSCHECK_CACHE_DIR": str(tmp_path)}
    first, _ = told_and_imported("compare", str(SEEDS), "--format", form, env=environ)
    second, imported = told_and_imported("compare", str(SEEDS), "--format", form, env=environ)
    assert first == second
    assert "crosscheck.store.cache" in imported
    assert imported.isdisjoint(UNREAD)


def test_no_command_imports_what_trains() -> None:
    """Reading is done with numpy alone: neither spaCy nor what it brings along is there after a cold run."""
    _, imported = told_and_imported("claims", "--no-cache", str(SEEDS))
    assert "numpy" in imported
    assert imported.isdisjoint({"spacy", "thinc", "srsly", "pydantic", "requests"})


def test_start_up_is_quick() -> None:
    """A quarter of a second is what a person notices; the best of five, for machines that are busy."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([*RUN, "--version"], capture_output=True, check=True)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.25
