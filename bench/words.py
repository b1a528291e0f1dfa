"""How many words does crosscheck read in a second, and which step takes how long?

Each step is timed over all articles; in a round, all steps are run once, and the median of the rounds counts. Words are runs without spaces; tokens
are what a treebank calls words, marks among them, which is what `spacy benchmark speed` counts: about a seventh more. What is timed is the time of
this process alone, in one process, with the networks loaded and the words of the articles met before; garbage is looked for as seldom as the
command does. Where spaCy is installed, it reads the same texts as well (`bench/spacy_alone.py`).
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import process_time
from typing import TypeVar

from bench.spacy_alone import reader_of
from crosscheck.cli.main import COLLECTED
from crosscheck.extract.aliases import Aliases
from crosscheck.extract.attribution import attributions_in
from crosscheck.extract.quantity import quantities_in
from crosscheck.extract.time import times_in
from crosscheck.ingest.read import read
from crosscheck.language.pipeline import read_many
from crosscheck.model.article import Article
from crosscheck.pipeline import claims_in_each
from crosscheck.settings import Settings

Seconds = dict[str, float]
T = TypeVar("T")

WHOLE = "all: from the text to the claims"
ALONE = "spaCy alone, with the same networks: words, trees and names"


def words_per_second(folder: Path, rounds: int) -> str:
    """The table for the articles below a folder, or in a file. Raises: ValueError where there is none."""
    articles = read((str(folder),), Settings()).articles
    if not articles:
        raise ValueError(f"no article is found in {folder}")
    count = sum(len(article.text.split()) for article in articles)
    list(claims_in_each(articles))
    tokens = sum(len(sentence) for read_article in read_many(article.text for article in articles) for sentence in read_article)
    gc.set_threshold(*COLLECTED)
    alone = reader_of([article.text for article in articles])
    times = [one_round(articles, alone) for _ in range(rounds)]
    seconds = {name: median(one[name] for one in times) for name in times[0]}
    return f"{len(articles)} articles, {count:,} words, {tokens:,} tokens\n\n" + table(count, tokens, seconds)


def one_round(articles: Sequence[Article], alone: Callable[[], None] | None = None) -> Seconds:
    """Seconds a step. All are parts of the first but what spaCy does `alone`."""
    times: Seconds = {}
    _timed(times, WHOLE, lambda: list(claims_in_each(articles)))
    sentences = _timed(times, "sentences, words, trees and names", lambda: list(read_many(article.text for article in articles)))
    pairs = list(zip(articles, sentences, strict=True))
    aliases = _timed(times, "who is meant", lambda: [Aliases.of(read, article.text) for article, read in pairs])
    _timed(times, "times", lambda: [times_in(read, article.text, article.published) for article, read in pairs])
    _timed(times, "quantities", lambda: [quantities_in(one, article.text) for article, read in pairs for one in read])
    _timed(times, "who says it", lambda: [attributions_in(read, article.text, known) for (article, read), known in zip(pairs, aliases, strict=True)])
    times["events and claims, headers and the rest"] = times[WHOLE] - sum(seconds for name, seconds in times.items() if name != WHOLE)
    if alone:
        _timed(times, ALONE, alone)
    return times


def _timed(times: Seconds, name: str, step: Callable[[], T]) -> T:
    start = process_time()
    found = step()
    times[name] = process_time() - start
    return found


def table(words: int, tokens: int, seconds: Mapping[str, float]) -> str:
    """A Markdown table; the share is of the first row."""
    whole = next(iter(seconds.values()))
    rows = [f"| {name} | {words / one:,.0f} | {tokens / one:,.0f} | {one / whole:.0%} |" for name, one in seconds.items() if one > 0]
    return "\n".join(["| step | words a second | tokens a second | share |", "|---|---|---|---|", *rows])
