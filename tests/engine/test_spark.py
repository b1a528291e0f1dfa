"""Does a cluster give the same report to the byte, also when a machine of it is lost on the way?

Without pyspark and Java the cluster is one in this process, through which everything goes as bytes. With them (`pip install "pyspark>=4"`) there are
tests on two threads of this machine, and on a cluster of one master and two workers.
"""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from crosscheck.engine import spark
from crosscheck.engine.local import LocalEngine, Progress
from crosscheck.engine.spark import SparkEngine
from crosscheck.errors import NoSpark
from crosscheck.ingest.read import Reading, read
from crosscheck.model.codec import report_to_json
from crosscheck.model.report import Report
from crosscheck.settings import Settings
from crosscheck.store.cache import Cache
from crosscheck.store.version import Version

ROOT = Path(__file__).parents[2]
V1 = Version("r1", "c1")
PATIENCE = 300  # seconds; a cluster starts four machines of Java

needs_spark = pytest.mark.skipif(not find_spec("pyspark") or not shutil.which("java"), reason="needs pyspark and Java")


class Here:
    """What stands in for Spark: every function, piece and result goes as bytes, as it would to another machine."""

    defaultParallelism = 2  # noqa: N815  # Spark's name

    def __init__(self) -> None:
        self.waves: list[int] = []
        self._pieces: Sequence[Any] = ()
        self._work: Callable[[Any], Any] = pickle.loads

    def parallelize(self, wave: Sequence[Any], count: int) -> Here:
        self.waves.append(count)
        self._pieces = [pickle.dumps(piece) for piece in wave]
        return self

    def map(self, work: Callable[[Any], Any]) -> Here:
        self._work = pickle.loads(pickle.dumps(work))
        return self

    def collect(self) -> list[Any]:
        return [pickle.loads(pickle.dumps(self._work(pickle.loads(piece)))) for piece in self._pieces]

    def broadcast(self, value: Any) -> Value:
        return Value(pickle.dumps(value))

    def stop(self) -> None:
        """Nothing is left of it."""


class Value:
    def __init__(self, data: bytes) -> None:
        self._data = data

    @property
    def value(self) -> Any:
        return pickle.loads(self._data)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read((str(ROOT / "seeds"),), Settings())


@pytest.fixture(scope="module")
def expected(reading: Reading) -> Report:
    with LocalEngine(Cache(None, V1)) as engine:
        return engine.compare(reading)


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that five articles make many."""
    monkeypatch.setattr(spark, "ARTICLES", 1)
    monkeypatch.setattr(spark, "PAIRS", 500)
    monkeypatch.setattr(spark, "GROUPS", 5)
    monkeypatch.setattr(spark, "WAVE", 2)


@pytest.mark.usefixtures("small_pieces")
def test_pieces_that_travel_give_the_same_report(reading: Reading, expected: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    """In several waves of reading, scoring and judging."""
    cluster = Here()
    monkeypatch.setattr(spark, "_context", lambda master: cluster)
    with SparkEngine(Cache(None, V1), "local") as engine:
        assert report_to_json(engine.compare(reading)) == report_to_json(expected)
    assert cluster.waves[:2] == [4, 1]
    assert len(cluster.waves) > 6


def test_what_was_read_is_kept(fake: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next run, on a cluster or not, reads nothing again."""
    monkeypatch.setattr(spark, "_context", lambda master: Here())
    articles = read((str(ROOT / "seeds"),), Settings()).articles
    with SparkEngine(Cache(tmp_path, V1), "local") as engine:
        engine.extracts(articles)
    with LocalEngine(Cache(tmp_path, V1)) as after:
        after.extracts(articles)
    assert len(fake) == len(articles)


def test_without_pyspark_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line, before anything is read."""
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(NoSpark, match="pip install"):
        _ = SparkEngine(Cache(None, V1)).cluster.context


@needs_spark
@pytest.mark.usefixtures("small_pieces")
def test_two_threads_of_this_machine(reading: Reading, expected: Report) -> None:
    """The smallest of clusters, with processes of its own."""
    with SparkEngine(Cache(None, V1), "local[2]") as engine:
        assert report_to_json(engine.compare(reading)) == report_to_json(expected)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a master on loopback, and its two workers of one core each."""
    import pyspark

    home, port = Path(pyspark.__file__).parent, _free_port()
    environment = os.environ | {"SPARK_HOME": str(home), "SPARK_LOCAL_IP": "127.0.0.1", "SPARK_WORKER_DIR": str(tmp_path)}
    master = ["org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", str(port), "--webui-port", "0"]
    worker = ["org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--cores", "1", "--memory", "1g", "--webui-port", "0"]
    address = f"spark://127.0.0.1:{port}"
    started = []
    with (tmp_path / "log").open("wb") as log:
        for command in (master, [*worker, address], [*worker, address]):
            called = [str(home / "bin" / "spark-class"), *command]
            started.append(subprocess.Popen(called, env=environment, stdout=log, stderr=log, start_new_session=True))
    yield address, started[1:]
    for process in started:
        _end(process)


@needs_spark
@pytest.mark.usefixtures("small_pieces")
def test_a_machine_that_is_lost_changes_nothing(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], reading: Reading, expected: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of two workers is killed, with all its processes, when the first articles are read; the other does its work again."""
    address, workers = cluster
    for name, value in {"SPARK_LOCAL_IP": "127.0.0.1", "PYTHONPATH": os.pathsep.join(sys.path)}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(spark, "WAVE", 1)
    lost: list[str] = []
    with SparkEngine(Cache(None, V1), address, progress=_once(lost, lambda: _end(workers[0]))) as engine:
        _wait_for(lambda: engine.cluster.context.defaultParallelism == 2)
        assert report_to_json(engine.compare(reading)) == report_to_json(expected)
    assert lost == ["reading"]


def _once(done: list[str], action: Callable[[], None]) -> Progress:
    def progress(step: str, number: int, _: int) -> None:
        if number and not done:
            done.append(step)
            action()

    return progress


def _end(process: subprocess.Popen[bytes]) -> None:
    """With the executors that it started, which are of its session."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(PATIENCE)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, "it has not happened"
        time.sleep(0.1)
