"""Are the steps run once for each article, in any number of processes, with the same result?"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from tests import fake_pipeline

from crosscheck.engine import local
from crosscheck.engine.local import Asked, LocalEngine, Unasked
from crosscheck.ingest.read import Reading
from crosscheck.model.answer import Answer
from crosscheck.model.article import Article, Skipped
from crosscheck.model.codec import report_to_json
from crosscheck.store.cache import Cache
from crosscheck.store.version import Version

RAIN, SNOW = Article("rain", "Rain fell.", "1"), Article("snow", "Snow fell.", "2")


V1 = Version("r1", "c1")


def engine(folder: Path | None = None) -> LocalEngine:
    return LocalEngine(Cache(folder, V1))


def test_extracts_stand_in_the_order_of_the_articles(fake: list[str]) -> None:
    """Also where one article is given twice, which is read once."""
    found = engine().extracts([SNOW, RAIN, SNOW])
    assert [extract.article for extract in found] == ["snow", "rain", "snow"]
    assert sorted(fake) == ["rain", "snow"]


def test_what_the_cache_knows_is_not_read_again(fake: list[str], tmp_path: Path) -> None:
    """A second run reads the new article only, and gives what the first gave."""
    first = engine(tmp_path).extracts([RAIN])
    again = engine(tmp_path).extracts([RAIN, SNOW])
    assert fake == ["rain", "snow"]
    assert again[0] == first[0]


def test_a_run_that_fails_half_way_keeps_what_it_read(fake: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was read before the failure needs no second reading."""
    monkeypatch.setattr(local, "_SAVED_EVERY", 1)
    with pytest.raises(KeyError):
        engine(tmp_path).extracts([RAIN, Article("bad", "boom", "3"), SNOW])
    engine(tmp_path).extracts([RAIN])
    assert fake == ["rain", "bad"]


def test_nobody_looks_for_garbage_while_articles_are_compared(fake: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Afterwards they do as before, also where comparing fails."""
    looked: list[bool] = []

    def failing(*_: object) -> NoReturn:
        looked.append(gc.isenabled())
        raise KeyError

    running = engine()
    monkeypatch.setattr(running, "_report", failing)
    with pytest.raises(KeyError):
        running.compare(Reading((RAIN,), ()))
    assert (looked, gc.isenabled()) == ([False], True)


def test_a_report_does_not_depend_on_the_order_of_inputs(fake: list[str]) -> None:
    """Articles and skipped files may come in any order."""
    skipped = (Skipped("b", "x"), Skipped("a", "y"))
    assert fake == []
    one = engine().compare(Reading((RAIN, SNOW), skipped))
    other = engine().compare(Reading((SNOW, RAIN), skipped[::-1]))
    assert report_to_json(one) == report_to_json(other)


def test_a_report_is_made_once(fake: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same articles give the same report without the pipeline, with what this run skipped."""
    first = engine(tmp_path).compare(Reading((RAIN, SNOW), ()))
    monkeypatch.delattr(fake_pipeline, "compared")
    again = engine(tmp_path).compare(Reading((SNOW, RAIN), (Skipped("a", "y"),)))
    assert report_to_json(again) == report_to_json(first) | {"skipped": [{"path": "a", "reason": "y"}]}
    assert len(fake) == 2


def test_progress_is_told_for_what_is_read(fake: list[str]) -> None:
    """Before the first, and once for each article, with how many there are."""
    told: list[tuple[str, int, int]] = []
    LocalEngine(Cache(None, V1), progress=lambda step, done, all_: told.append((step, done, all_))).extracts([RAIN, SNOW])
    assert told == [("reading", 0, 2), ("reading", 1, 2), ("reading", 2, 2)]
    assert len(fake) == 2


def test_a_batch_is_answered_in_its_order_as_it_comes(fake: list[str]) -> None:
    """Rows without a claim keep their place, and an answer does not wait for rows beyond its chunk."""
    taken: list[int] = []

    def rows() -> Iterator[Asked | Unasked]:
        all_: list[Asked | Unasked] = [Asked(RAIN, (RAIN, SNOW), "a"), Unasked("b", "no claim"), Asked(RAIN, (), 3), Asked(SNOW, (SNOW,))]
        for number, row in enumerate(all_):
            taken.append(number)
            yield row

    answers = engine().check_all(rows(), at_once=2)
    first = next(answers)
    assert isinstance(first, Answer)
    assert (first.id, first.verdict) == ("a", "supports")
    assert taken == [0, 1]
    assert [answer.id for answer in answers] == ["b", 3, None]
    assert fake
