"""`crosscheck inspect`: how does crosscheck see an article?"""

from __future__ import annotations

import typer

from crosscheck.cli import _options as options
from crosscheck.cli._exit import Command, Exit, example
from crosscheck.cli._names import known_format
from crosscheck.cli._run import run
from crosscheck.report import format_named

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=Command, epilog=example("inspect seeds/002*.txt | head -20"))
def inspect(
    paths: options.Paths = None,
    format: options.Format = "text",
    output: options.Output = None,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    config: options.Config = None,
    color: options.Colors = options.When.AUTO,
    hyperlinks: options.Links = options.When.AUTO,
    allow_private: options.AllowPrivate = False,
    quiet: options.Quiet = False,
) -> int:
    """Show an article as crosscheck sees it.

    Sentences, claims, quantities, times, names and attributions are marked in the text.
    """
    common = options.Common(config, jobs, not no_cache, quiet, output, color, hyperlinks, allow_private=allow_private)
    shape = known_format(format, "inspect")
    with run(common) as now:
        articles = now.reading(paths).articles
        extracts = {article.id: extract for article, extract in zip(articles, now.engine.extracts(articles), strict=True)}
        now.write(format_named(shape).inspect(articles, extracts, common.look()))
    return Exit.DONE
