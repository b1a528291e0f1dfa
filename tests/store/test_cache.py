"""What is kept of earlier runs, and what happens when it cannot be kept?"""

from __future__ import annotations

import multiprocessing
import signal
import sqlite3
import time
from dataclasses import replace
from pathlib import Path

import pytest

from crosscheck.model.article import Article, Skipped
from crosscheck.model.claim import Extract, Span
from crosscheck.model.packing import packed
from crosscheck.model.report import Check, Report
from crosscheck.store.cache import FILE, Cache
from crosscheck.store.version import Version

V1, V2 = Version("r1", "c1"), Version("r2", "c2")


def article(name: str, sha256: str = "0") -> Article:
    return Article(name, "Rain fell.", sha256)


def extract(name: str) -> Extract:
    return Extract(name, (Span(0, 10),), (), (), (), (), ())


def kept(folder: Path, *names: str) -> Cache:
    cache = Cache(folder, V1)
    cache.keep({cache.key(article(name)): packed(extract(name)) for name in names})
    return cache


def test_what_is_kept_is_found_by_the_next_run(tmp_path: Path) -> None:
    """Another process finds it by the same article; articles that were never kept are not found."""
    kept(tmp_path, "a", "b").close()
    cache = Cache(tmp_path, V1)
    assert cache.found([article("a"), article("c")]) == {cache.key(article("a")): extract("a")}


@pytest.mark.parametrize("other", [article("a", sha256="1"), article("b")], ids=["content", "id"])
def test_another_article_is_not_found(other: Article, tmp_path: Path) -> None:
    """Claims carry the article's id and spans count its text, so both are part of the key."""
    assert kept(tmp_path, "a").found([other]) == {}


def test_another_version_is_not_found(tmp_path: Path) -> None:
    """A result of other rules is no result."""
    kept(tmp_path, "a").close()
    assert Cache(tmp_path, V2).found([article("a")]) == {}


def test_results_of_old_versions_go_after_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They stay a month for whoever switches between versions, then the next write removes them."""
    kept(tmp_path, "a").close()
    now = time.time()
    for days, left in ((1, 2), (40, 1)):
        monkeypatch.setattr(time, "time", lambda days=days: now + days * 86_400)
        newer = Cache(tmp_path, V2)
        newer.keep({newer.key(article("a")): packed(extract("a"))})
        assert newer.info().articles == left
        newer.close()


def test_notes_of_other_rules_go_after_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the version of all that compares finds them; what it finds stays, whenever it was written."""
    monkeypatch.setattr(time, "time", lambda: 0.0)
    for version in (V1, Version(V1.reading, "c2")):
        cache = Cache(tmp_path, version)
        cache.note({"shelf": version.comparing})
        cache.close()
    monkeypatch.setattr(time, "time", lambda: 40 * 86_400.0)
    newer = Cache(tmp_path, Version(V1.reading, "c2"))
    newer.keep({newer.key(article("a")): packed(extract("a"))})
    assert newer.noted(["shelf"]) == {"shelf": "c2"}
    assert Cache(tmp_path, V1).noted(["shelf"]) == {}


def test_many_articles_are_found_at_once(tmp_path: Path) -> None:
    """More than one statement can take."""
    names = [str(number) for number in range(1200)]
    assert len(kept(tmp_path, *names).found([article(name) for name in names])) == 1200


def test_nothing_is_written_by_looking(tmp_path: Path) -> None:
    """A run that finds nothing to keep leaves no file."""
    assert Cache(tmp_path / "new", V1).found([article("a")]) == {}
    assert not tmp_path.joinpath("new").exists()


# reports


def report(*names: str) -> Report:
    return Report(tuple(map(article, names)), (Skipped("x", "y"),), (), (), (), (), (Check("a", "checks.total", True, Span(0, 1), "5", "5 is 5."),))


def test_a_report_is_found_by_its_articles(tmp_path: Path) -> None:
    """In whatever order they come and wherever they lie now; what was skipped then is not told now."""
    Cache(tmp_path, V1).keep_report(report("a", "b"))
    moved = [replace(article("b"), path="elsewhere/b.txt"), article("a")]
    assert Cache(tmp_path, V1).report(moved) == replace(report("a", "b"), articles=(moved[1], moved[0]), skipped=())


@pytest.mark.parametrize("names", [["a"], ["a", "b", "c"], []])
def test_a_report_on_other_articles_is_another(names: list[str], tmp_path: Path) -> None:
    """One more or one less changes what is said of all."""
    Cache(tmp_path, V1).keep_report(report("a", "b"))
    assert Cache(tmp_path, V1).report(list(map(article, names))) is None


def test_a_report_by_other_rules_is_another(tmp_path: Path) -> None:
    """Extracts outlive a change of the comparators; reports do not."""
    cache = kept(tmp_path, "a")
    cache.keep_report(report("a"))
    cache.close()
    later = Cache(tmp_path, Version(V1.reading, "c2"))
    assert (later.report([article("a")]), len(later.found([article("a")]))) == (None, 1)


def test_reports_go_after_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each set of articles makes its own, so they would pile up."""
    cache = kept(tmp_path, "a")
    cache.keep_report(report("a"))
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 40 * 86_400)
    cache.keep({cache.key(article("b")): packed(extract("b"))})
    assert (cache.info().reports, cache.info().articles) == (0, 2)


# whatever goes wrong, the run goes on


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    """A file where the folder should be (the same for root and for others) is said once."""
    tmp_path.joinpath("taken").write_text("")
    cache = kept(tmp_path / "taken" / "crosscheck", "a")
    assert cache.found([article("a")]) == {}
    assert cache.trouble and "is left out" in cache.trouble


def test_a_read_only_file_is_read_but_not_written(tmp_path: Path) -> None:
    """What is there serves; the failed write is told."""
    kept(tmp_path, "a").close()
    cache = Cache(tmp_path, V1)
    assert cache.found([article("a")])
    assert cache._connection
    cache._connection.execute("PRAGMA query_only=ON")
    cache.keep({cache.key(article("b")): packed(extract("b"))})
    assert cache.trouble and "readonly" in cache.trouble


@pytest.mark.parametrize("content", [b"this is no database, but it is long enough to be looked at" * 20, b"SQLite format 3\x00" + b"\xff" * 2000])
def test_a_broken_file_is_done_without_and_can_be_cleared(content: bytes, tmp_path: Path) -> None:
    """It costs the run nothing, and `clear` mends it."""
    tmp_path.joinpath(FILE).write_bytes(content)
    cache = kept(tmp_path, "a")
    assert cache.found([article("a")]) == {}
    assert cache.trouble
    assert cache.clear() == len(content)
    assert kept(tmp_path, "a").found([article("a")])


@pytest.mark.parametrize("line", ["[1,2", "[1]", "x", "null", b"x", None, 7])
def test_a_broken_line_counts_as_unknown(line: object, tmp_path: Path) -> None:
    """The other lines serve."""
    cache = kept(tmp_path, "a", "b")
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("UPDATE kept SET value = ? WHERE key = ?", (line, cache.key(article("a"))))
    assert list(cache.found([article("a"), article("b")])) == [cache.key(article("b"))]


def test_without_a_folder_nothing_is_kept() -> None:
    """--no-cache is a cache that knows nothing and is never in trouble."""
    cache = Cache(None, V1)
    cache.keep({"key": packed(extract("a"))})
    assert (cache.found([article("a")]), cache.trouble, cache.info().path) == ({}, None, None)


# several processes


def _write(folder: str, first: int, count: int) -> None:
    for number in range(first, first + count):
        cache = kept(Path(folder), str(number))
        assert cache.trouble is None, cache.trouble
        cache.close()


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    """Both begin with no file, and nothing of either is lost."""
    fresh = multiprocessing.get_context("spawn")
    writers = [fresh.Process(target=_write, args=(str(tmp_path), first, 40)) for first in (0, 100)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert Cache(tmp_path, V1).info().articles == 80


def _write_for_ever(folder: str) -> None:
    number = 0
    while True:
        kept(Path(folder), *(str(number + more) for more in range(50))).close()
        number += 50


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that cannot be caught")
def test_a_writer_that_is_killed_leaves_whole_batches(tmp_path: Path) -> None:
    """The next run opens the file, finds what was kept and keeps more."""
    writer = multiprocessing.get_context("spawn").Process(target=_write_for_ever, args=(str(tmp_path),))
    writer.start()
    deadline = time.monotonic() + 30
    while Cache(tmp_path, V1).info().articles < 100 and time.monotonic() < deadline:
        time.sleep(0.02)
    writer.kill()
    writer.join(30)
    cache = Cache(tmp_path, V1)
    articles = cache.info().articles
    assert articles >= 100
    assert articles % 50 == 0
    cache.keep({cache.key(article("new")): packed(extract("new"))})
    assert (cache.info().articles, cache.trouble) == (articles + 1, None)
