"""Which articles are given up, because reading them would take more than is let through?

A limit of length is the reader's (`ingest/read.py`); here are the two that show only while an article is read: how many sentences it has and how long
the processor works on it. Time is the processor's own, so that a busy machine gives up no more than an idle one; the limit is there for texts that
were made to stall a run, and an article of a newspaper comes nowhere near it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from crosscheck.clock import TooSlow, at_most, too_slow
from crosscheck.model.article import Article
from crosscheck.settings import Limits
from crosscheck.values import dataclass

_SHORTEST_SENTENCE = 2  # code points: "A." and what parts it from the next


@dataclass(frozen=True, slots=True)
class GivenUp:
    """Stands where an extract would, with one plain sentence that says why and what to do."""

    reason: str


Line = str | GivenUp
"""A packed extract, or why there is none."""

Found = TypeVar("Found")
Reader = Callable[[Sequence[Article]], Iterator[Found]]


def bounded(read: Reader[Found], articles: Sequence[Article], limits: Limits) -> Iterator[Found | GivenUp]:
    """What is found in each article, in their order; `read` reads many at once, and what takes too long together is read one by one."""
    refused = {at: too_many for at, article in enumerate(articles) if (too_many := _too_many(article, limits))}
    wanted = [article for at, article in enumerate(articles) if at not in refused]
    stream = _timed(read, wanted, limits.article_seconds)
    for at in range(len(articles)):
        yield refused[at] if at in refused else next(stream)


def _too_many(article: Article, limits: Limits) -> GivenUp | None:
    if len(article.text) <= limits.article_sentences * _SHORTEST_SENTENCE:
        return None
    from crosscheck.language.sentences import split

    count = len(split(article.text))
    if count <= limits.article_sentences:
        return None
    most = f"{limits.article_sentences:,g} are let through; raise article_sentences under [limits] in crosscheck.toml to read it"
    return GivenUp(f"it has {count:,} sentences where {most}")


def _timed(read: Reader[Found], articles: Sequence[Article], seconds: float) -> Iterator[Found | GivenUp]:
    done, stream = 0, read(articles)
    while done < len(articles):
        try:
            with at_most(seconds):
                found = next(stream)
        except TooSlow:
            break
        yield found
        done += 1
    for article in articles[done:]:
        yield _alone(read, article, seconds)


def _alone(read: Reader[Found], article: Article, seconds: float) -> Found | GivenUp:
    try:
        with at_most(seconds):
            return next(read([article]))
    except TooSlow:
        return GivenUp(too_slow(seconds))
