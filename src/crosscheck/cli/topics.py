"""`crosscheck topics`: which kinds of event can be named?"""

from __future__ import annotations

from pathlib import Path

import typer

from crosscheck.cli import _options as options
from crosscheck.cli._exit import Command, Exit, example
from crosscheck.cli._names import known_format, sound_topics
from crosscheck.report import format_named
from crosscheck.settings import settings_for

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=Command, epilog=example("topics"))
def topics(format: options.Format = "text", config: options.Config = None, color: options.Colors = options.When.AUTO) -> int:
    """List the topics that --topic can name.

    Your own are those of `topics` in crosscheck.toml.
    """
    from crosscheck.extract.topics import catalogue

    shape, found = known_format(format, "topics"), catalogue(sound_topics(settings_for(Path.cwd(), config))).topics
    print(format_named(shape).topics(found, options.Common(color=color).look()), end="")
    return Exit.DONE
