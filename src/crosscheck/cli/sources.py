"""`crosscheck sources`: who depends on whom?"""

from __future__ import annotations

from typing import Annotated

import typer

from crosscheck.cli import _options as options
from crosscheck.cli._exit import Command, Exit, example
from crosscheck.cli._names import known_format
from crosscheck.cli._run import run
from crosscheck.report import format_named

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=Command, epilog=example("sources seeds --facts"))
def sources(
    paths: options.Paths = None,
    format: options.Format = "text",
    output: options.Output = None,
    facts: Annotated[bool, typer.Option("--facts", help="Tell for each fact how many origins stand behind it.")] = False,
    everything: options.Everything = False,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    config: options.Config = None,
    color: options.Colors = options.When.AUTO,
    hyperlinks: options.Links = options.When.AUTO,
    allow_private: options.AllowPrivate = False,
    quiet: options.Quiet = False,
) -> int:
    """Show who depends on whom: copies, citations, origins.

    An origin is what counts as one witness: articles that share text, an author or a publisher. --facts compares the articles as well, names what
    only one origin states, and proposes a credibility from 1 (confirmed) to 6 (cannot be judged).
    """
    common = options.Common(config, jobs, not no_cache, quiet, output, color, hyperlinks, allow_private=allow_private)
    shape = known_format(format, "sources")
    with run(common) as now:
        found = now.engine.sources(now.reading(paths), facts=facts)
        now.write(format_named(shape).sources(found, common.look(everything=everything)))
    return Exit.DONE
