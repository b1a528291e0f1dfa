"""Does each process keep what it reads by itself, and is nothing read twice when a run is killed?"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from crosscheck.engine import local, pool
from crosscheck.engine.bounds import GivenUp
from crosscheck.engine.local import LocalEngine
from crosscheck.engine.pool import Pool, Read, read_part
from crosscheck.model.article import Article
from crosscheck.settings import Limits
from crosscheck.store.cache import FILE, Cache
from crosscheck.store.version import Version

QUICK, SLOW = Article("quick", "Rain fell.", "1"), Article("slow", "Snow fell.", "2")
V1 = Version("r1", "c1")


def floods(count: int) -> list[Article]:
    return [Article(f"a{n}", f"The flood killed {n} people in Oran on 3 March 2021, the mayor said.", str(n)) for n in range(count)]


def test_what_a_process_reads_is_in_the_store(fake: list[str], tmp_path: Path) -> None:
    """It tells only that, and no extract travels."""
    store = Cache(tmp_path, V1)
    assert read_part((), Limits(), store, [QUICK, SLOW]) == Read((None, None))
    assert set(Cache(tmp_path, V1).found([QUICK, SLOW])) == {store.key(QUICK), store.key(SLOW)}
    assert fake == ["quick", "slow"]


def test_what_the_store_cannot_take_is_handed_over(fake: list[str], tmp_path: Path) -> None:
    """The run goes on without the store, and what it had is told."""
    tmp_path.joinpath("file").write_text("")
    read = read_part((), Limits(), Cache(tmp_path / "file" / "below", V1), [QUICK])
    assert len(read.lines) == len(fake) == 1
    assert isinstance(read.lines[0], str)
    assert read.trouble and "is left out" in read.trouble


def test_what_is_given_up_is_not_kept(fake: list[str], tmp_path: Path) -> None:
    """Another run may let more through."""
    many = Article("many", "It rained. " * 30, "3")
    lines = read_part((), Limits(article_sentences=12), Cache(tmp_path, V1), [many, QUICK]).lines
    assert isinstance(lines[0], GivenUp)
    assert lines[1] is None
    assert Cache(tmp_path, V1).knows([many, QUICK]) == {Cache(None, V1).key(QUICK)}
    assert fake == ["quick"]


@pytest.mark.parametrize("kept", [True, False], ids=["cache", "no cache"])
def test_a_pool_reads_what_one_process_reads(kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a cache and without; a folder that stood in for the cache is gone when the run is over."""
    monkeypatch.setattr(local, "_WORTH_A_POOL", 0)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = tmp_path / "cache" if kept else None
    with LocalEngine(Cache(folder, V1), jobs=2) as pooled, LocalEngine(Cache(None, V1)) as alone:
        assert pooled.extracts(floods(6)) == alone.extracts(floods(6))
    assert [path.name for path in tmp_path.iterdir()] == ["cache"] * kept


def killing(topics: tuple[str, ...], limits: Limits, store: Cache, articles: Sequence[Article]) -> Read:
    """Reads all but the slow one, of which its process dies."""
    for article in articles:
        if article.id == "slow":
            os.kill(os.getpid(), signal.SIGKILL)
    return Read(tuple(article.id for article in articles))


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_worker_that_dies_takes_one_article_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """All others are read, in their order, and the one of which it died is named."""
    monkeypatch.setattr(pool, "read_part", killing)
    monkeypatch.setattr(pool, "TOGETHER", 2)
    processes = Pool(1, (), Limits(), Cache(None, V1))
    found = list(processes.read([QUICK, QUICK, QUICK, SLOW, QUICK, *[QUICK] * 4]))
    processes.close(at_once=False)
    assert ["given up" if isinstance(line, GivenUp) else line for line in found] == ["quick"] * 3 + ["given up"] + ["quick"] * 5


def dying(folder: Path, articles: Sequence[Article]) -> Read:
    """Dies of the first parts that any process is given, and leaves a file for each death."""
    deaths = len(list(folder.iterdir()))
    if deaths < 3:
        folder.joinpath(f"{deaths}-{os.getpid()}").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return Read(tuple(article.id for article in articles))


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_nothing_is_lost_when_one_process_after_the_other_dies(tmp_path: Path) -> None:
    """What they had at hand is read by others, and all comes in its order; none of the processes is left when the pool is closed."""
    processes = Pool(2, (), Limits(), Cache(None, V1))
    processes._read = partial(dying, tmp_path)
    articles = [Article(str(number), "Rain fell.", str(number)) for number in range(40)]
    found = list(processes.read(articles))
    assert len(list(tmp_path.iterdir())) >= 3
    assert [one for one in found if not isinstance(one, GivenUp)] == [
        article.id for article, one in zip(articles, found, strict=True) if not isinstance(one, GivenUp)
    ]
    assert sum(isinstance(one, GivenUp) for one in found) <= 2
    processes.close(at_once=False)
    assert not processes._workers


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_processes_that_are_killed_while_they_start_are_replaced() -> None:
    """Python's own pool waited for ever for the second process where the first was killed while that one was being started."""
    processes = Pool(2, (), Limits(), Cache(None, V1))
    processes._hand_out(deque([(0, [QUICK]), (1, [QUICK])]))
    for worker in tuple(processes._workers):
        os.kill(worker.pid, signal.SIGKILL)
    heard: dict[int, Read | None] = {}
    while len(heard) < 2:
        heard |= processes._heard()
    assert heard == {0: None, 1: None}
    assert len(list(processes.read([QUICK] * 3))) == 3
    processes.close(at_once=False)


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs to see the processes of a process")
def test_a_run_that_is_killed_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """`kill -9` of the run ends its processes as well; the next run reads only what is missing, and says the same as one that was left alone."""
    articles = tmp_path / "articles.jsonl"
    texts = (f"{one.text}\n" * 4 + "\n" * 800 for one in floods(80))  # long enough for a pool, and soon read
    articles.write_text("".join(json.dumps({"id": f"a{number}", "text": text}) + "\n" for number, text in enumerate(texts)))
    command = [sys.executable, "-m", "crosscheck", "claims", str(articles), "--format", "jsonl", "--jobs", "2"]
    environment = os.environ | {"CROSSCHECK_CACHE_DIR": str(tmp_path / "cache")}
    run = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    wait_for(lambda: bool(Cache(tmp_path / "cache", V1).info().articles) or run.poll() is not None)
    children = _children(run.pid)
    run.kill()
    run.wait()
    assert len(children) >= 2
    wait_for(lambda: not any(Path(f"/proc/{one}").exists() for one in children))
    with sqlite3.connect(tmp_path / "cache" / FILE) as connection:
        kept = connection.execute("UPDATE kept SET written = 5e9").rowcount  # a row that is written anew has the time of today
    assert 0 < kept < 80
    again = subprocess.run(command, env=environment, capture_output=True, check=True).stdout
    assert again == subprocess.run([*command, "--no-cache"], env=environment, capture_output=True, check=True).stdout
    assert connection.execute("SELECT count(*), sum(written > 4e9) FROM kept").fetchone() == (80, kept)


def wait_for(happened: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it has not happened"
        time.sleep(0.01)


def _children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
