"""`crosscheck claims`: what does each article claim, and who says it?"""

from __future__ import annotations

import typer

from crosscheck.cli import _options as options
from crosscheck.cli._exit import Command, Exit, example
from crosscheck.cli._names import known_format, known_topics
from crosscheck.cli._run import run
from crosscheck.cli._selection import claims_of
from crosscheck.report import format_named

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=Command, epilog=example("claims seeds --topic deliveries"))
def claims(
    paths: options.Paths = None,
    topic: options.Topics = None,
    format: options.Format = "text",
    output: options.Output = None,
    quotes: options.Quotes = None,
    jobs: options.Jobs = None,
    engine: options.Engine = options.Where.LOCAL,
    master: options.Master = None,
    no_cache: options.NoCache = False,
    config: options.Config = None,
    color: options.Colors = options.When.AUTO,
    hyperlinks: options.Links = options.When.AUTO,
    allow_private: options.AllowPrivate = False,
    quiet: options.Quiet = False,
) -> int:
    """List the claims of each article, with who says them."""
    common = options.Common(config, jobs, not no_cache, quiet, output, color, hyperlinks, quotes, allow_private, engine, master)
    shape = known_format(format, "claims")
    with run(common) as now:
        topics = known_topics(topic, now.settings)
        articles = sorted(now.reading(paths).articles, key=lambda article: article.id)
        found = tuple(claim for extract in now.engine.extracts(articles) for claim in claims_of(extract.claims, topics))
        now.write(format_named(shape).claims(articles, found, common.look()))
    return Exit.DONE
