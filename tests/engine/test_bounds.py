"""Is an article that would take too much given up, with a reason, and are the others read all the same?"""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import process_time

import pytest

from crosscheck.clock import TooSlow, at_most
from crosscheck.engine.bounds import GivenUp, bounded
from crosscheck.engine.local import LocalEngine
from crosscheck.errors import NothingReadable
from crosscheck.ingest.read import Reading
from crosscheck.model.article import Article
from crosscheck.settings import Limits
from crosscheck.store.cache import Cache
from crosscheck.store.version import Version

QUICK, SLOW, MANY = Article("quick", "Rain fell.", "1"), Article("slow", "Snow fell.", "2"), Article("many", "It rained. " * 30, "3")
V1 = Version("r1", "c1")

needs_clock = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no clock of the processor")


def lines(articles: Sequence[Article]) -> Iterator[str]:
    """Never comes to an end with the slow one."""
    for article in articles:
        while article is SLOW:
            pass
        yield article.id


@needs_clock
def test_what_takes_too_long_is_given_up_and_the_others_are_read() -> None:
    """Each stands in its place, with what to do about it."""
    found = list(bounded(lines, [QUICK, SLOW, QUICK], Limits(article_seconds=0.05)))
    assert found[0] == found[2] == "quick"
    assert found[1] == GivenUp(
        "reading it took more than 0.05 seconds of the processor; raise article_seconds under [limits] in crosscheck.toml to read it"
    )


def test_what_has_too_many_sentences_is_given_up_unread() -> None:
    """They are counted before anything else is done."""
    found = list(bounded(lines, [QUICK, MANY], Limits(article_sentences=12)))
    reason = "it has 30 sentences where 12 are let through; raise article_sentences under [limits] in crosscheck.toml to read it"
    assert found == ["quick", GivenUp(reason)]


@needs_clock
def test_the_clock_stops_when_the_work_is_done() -> None:
    """What comes after takes as long as it likes."""
    with at_most(0.02):
        pass
    end = process_time() + 0.05
    while process_time() < end:
        pass
    with pytest.raises(TooSlow), at_most(0.02):
        while True:
            pass


def test_an_article_given_up_is_skipped_in_the_report(fake: list[str], tmp_path: Path) -> None:
    """It is no article of the report, its reason stands there, and neither is kept for a run with other limits."""
    reading = Reading((QUICK, MANY), ())
    with LocalEngine(Cache(tmp_path, V1), limits=Limits(article_sentences=12)) as engine:
        report = engine.compare(reading)
    assert ([one.id for one in report.articles], [one.path for one in report.skipped]) == (["quick"], ["many"])
    with LocalEngine(Cache(tmp_path, V1)) as engine:
        assert [one.id for one in engine.compare(reading).articles] == ["many", "quick"]
    assert fake == ["quick", "many"]


def test_nothing_is_left_when_all_are_given_up(fake: list[str]) -> None:
    """A report on no article is none."""
    with LocalEngine(Cache(None, V1), limits=Limits(article_sentences=12)) as engine, pytest.raises(NothingReadable):
        engine.compare(Reading((MANY,), ()))
    assert not fake
