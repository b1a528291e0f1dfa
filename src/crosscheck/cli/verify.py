"""`crosscheck verify`: does a saved report still hold?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import typer

from crosscheck import __version__
from crosscheck.cli import _options as options
from crosscheck.cli._exit import Command, Exit, example, say
from crosscheck.cli._run import Run, run
from crosscheck.cli._saved import articles_at, saved_report
from crosscheck.ingest.read import Reading, digest_of
from crosscheck.model.article import Article
from crosscheck.model.report import Report
from crosscheck.saved.load import quotes_in
from crosscheck.saved.verify import Difference, differences, rejudged

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=Command, epilog=example("compare seeds --format json | crosscheck verify -"))
def verify(
    report: options.Saved,
    paths: options.Texts = None,
    output: options.Output = None,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Check that a saved report still holds.

    Are the articles the same by their hashes, does every span cut out what is quoted, and would the same be found and judged today? A line a
    difference. Exit code 0: it holds; 1: it differs; 2: the report, or the text of an article, could not be read.
    """
    with run(options.Common(config, jobs, not no_cache, quiet, output)) as now:
        kept = saved_report(report)
        if kept.version and not quiet:
            say(f"{report} was made by crosscheck {kept.version}; this is {__version__}")
        found = tuple(_found(now, kept, paths or ()))
        now.write("".join(f"{one.words}\n" for one in found) + _summary(kept, found))
    return Exit.DONE if not found else Exit.USAGE if all(one.unread for one in found) else Exit.FOUND


def _found(now: Run, kept: Report, paths: Sequence[str]) -> Iterator[Difference]:
    texts = _texts(kept, articles_at(paths, kept, now.settings))
    yield from differences(kept, texts)
    if all(article.id in texts and digest_of(texts[article.id]) == article.sha256 for article in kept.articles):
        again = now.engine.compare(Reading(tuple(texts[article.id] for article in kept.articles), kept.skipped))
        yield from rejudged(kept, again)


def _texts(kept: Report, found: Sequence[Article]) -> dict[str, Article]:
    """The articles as they are now by their id in the report: those that it holds, those of the same text, and those of the same id or path."""
    by_hash = {article.sha256: article for article in found}
    by_name = {article.id: article for article in found} | {article.path: article for article in found}
    now: dict[str, Article] = {}
    for article in kept.articles:
        one = article if article.is_whole else by_hash.get(article.sha256) or by_name.get(article.id) or by_name.get(article.path)
        if one is not None:
            now[article.id] = replace(one, id=article.id)
    return now


def _summary(kept: Report, found: Sequence[Difference]) -> str:
    if found:
        return f"{len(found)} {'difference' if len(found) == 1 else 'differences'}\n"
    quotes = sum(1 for _ in quotes_in(kept))
    return f"holds: {len(kept.articles)} articles, {quotes} quotes, {len(kept.claims)} claims, {len(kept.alignments)} alignments\n"
