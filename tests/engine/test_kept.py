"""Is a report on more articles than are held in memory the same report?"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from crosscheck.engine import local
from crosscheck.engine.kept import HELD, Kept
from crosscheck.engine.local import LocalEngine
from crosscheck.errors import NothingReadable
from crosscheck.ingest.read import Reading
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Extract
from crosscheck.model.codec import report_to_json
from crosscheck.settings import Limits
from crosscheck.store.cache import FILE, Cache
from crosscheck.store.version import Version

V1 = Version("r1", "c1")
RAIN, SNOW = Article("rain", "Rain fell.", "1"), Article("snow", "Snow fell.", "2")


@pytest.fixture
def nothing_in_memory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(local, "_IN_MEMORY", 0)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


@pytest.mark.parametrize("kept", [True, False], ids=["cache", "no cache"])
def test_what_is_fetched_gives_the_same_report(kept: bool, fake: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a cache and without one, where a folder that goes with the run holds what was read; every article is read once."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    reading = Reading((SNOW, RAIN), ())
    with LocalEngine(Cache(None, V1)) as engine:
        whole = engine.compare(reading)
    fake.clear()
    monkeypatch.setattr(local, "_IN_MEMORY", 0)
    with LocalEngine(Cache(tmp_path / "cache" if kept else None, V1)) as engine:
        assert report_to_json(engine.compare(reading)) == report_to_json(whole)
    assert sorted(fake) == ["rain", "snow"]
    assert [path.name for path in tmp_path.iterdir()] == ["cache"] * kept


@pytest.mark.usefixtures("nothing_in_memory")
@pytest.mark.parametrize("change", ["UPDATE kept SET value = '[1,2'", "DELETE FROM kept"])
def test_what_is_gone_or_broken_is_read_again(change: str, fake: list[str], tmp_path: Path) -> None:
    """Somebody may empty the cache while it is used."""
    with LocalEngine(Cache(tmp_path / "cache", V1)) as engine:
        found = engine.found_in([RAIN])
        with sqlite3.connect(tmp_path / "cache" / FILE) as connection:
            connection.execute(change)
        assert found["rain"].claims[0].text == "Rain fell."
    assert fake == ["rain", "rain"]


@pytest.mark.usefixtures("nothing_in_memory")
def test_a_store_that_cannot_be_written_is_done_without(fake: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read stays in memory then, and is not read again."""
    tmp_path.joinpath("file").write_text("")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with LocalEngine(Cache(tmp_path / "file" / "below", V1)) as engine:
        assert len(engine.compare(Reading((RAIN, SNOW), ())).claims) == 2
    assert fake == ["rain", "snow"]


@pytest.mark.usefixtures("nothing_in_memory")
def test_what_is_given_up_states_nothing(fake: list[str]) -> None:
    """It is not asked for again and again."""
    with LocalEngine(Cache(None, V1), limits=Limits(article_sentences=2)) as engine, pytest.raises(NothingReadable):
        engine.compare(Reading((Article("many", "It rained. " * 30, "3"),), ()))
    assert not fake


def test_claims_are_the_same_each_time() -> None:
    """However often an extract is fetched, its claims are not made anew."""
    asked: list[tuple[str, bool]] = []

    def fetch(article: Article, claims: tuple[Claim, ...] | None) -> Extract:
        asked.append((article.id, claims is None))
        return Extract(article.id, (), (), (), (), (), claims or ())

    some = Kept([Article(str(number), "", str(number)) for number in range(HELD + 1)], fetch)
    assert [some["0"].article for _ in range(2)] == ["0", "0"]
    assert len(list(some.values())) == len(some) == HELD + 1
    assert some["0"] == Extract("0", (), (), (), (), (), ())
    assert [is_first for id, is_first in asked if id == "0"] == [True, False]
