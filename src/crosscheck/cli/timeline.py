"""`crosscheck timeline`: what happened when, and who says so?"""

from __future__ import annotations

import typer

from crosscheck.cli import _options as options
from crosscheck.cli._exit import Command, Exit, example
from crosscheck.cli._names import known_format, known_story, known_topics
from crosscheck.cli._run import run
from crosscheck.cli._selection import Selection, of_story, selected
from crosscheck.report import format_named

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=Command, epilog=example("timeline seeds --topic coups"))
def timeline(
    paths: options.Paths = None,
    story: options.Story = None,
    topic: options.Topics = None,
    format: options.Format = "text",
    output: options.Output = None,
    everything: options.Everything = False,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    config: options.Config = None,
    color: options.Colors = options.When.AUTO,
    hyperlinks: options.Links = options.When.AUTO,
    allow_private: options.AllowPrivate = False,
    quiet: options.Quiet = False,
) -> int:
    """Show dated events in order, and who reports each.

    A date is shown as finely as it is known and no finer, and where the articles differ is named. Events without a date are counted; --all lists
    them.
    """
    from crosscheck.arrange.timeline import timeline_of

    common = options.Common(config, jobs, not no_cache, quiet, output, color, hyperlinks, allow_private=allow_private)
    shape = known_format(format, "timeline")
    with run(common) as now:
        wanted = Selection(known_topics(topic, now.settings))
        report = now.engine.compare(now.reading(paths))
        found = timeline_of(selected(of_story(report, known_story(story, report)), wanted))
        now.write(format_named(shape).timeline(found, common.look(everything=everything)))
    return Exit.DONE
