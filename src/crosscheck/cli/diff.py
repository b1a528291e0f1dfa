"""`crosscheck diff`: which facts changed from one version of an article to the next?"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from crosscheck.cli import _options as options
from crosscheck.cli._exit import Command, Exit, example
from crosscheck.cli._names import known_format
from crosscheck.cli._run import Run, run
from crosscheck.errors import NotTwoVersions
from crosscheck.model.revision import Revision
from crosscheck.report import format_named

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class FailOn(StrEnum):
    CHANGED = "changed"


Old = Annotated[str, typer.Argument(metavar="OLD", help="The earlier version, a file with one article or - for stdin.", show_default=False)]
New = Annotated[str, typer.Argument(metavar="NEW", help="The later version.", show_default=False)]


@app.command(cls=Command, epilog=example("diff seeds/002*.txt seeds/004*.txt"))
def diff(
    old: Old,
    new: New,
    format: options.Format = "text",
    output: options.Output = None,
    fail_on: Annotated[
        list[FailOn] | None, typer.Option("--fail-on", help="Exit with 1 if a fact changed, appeared or vanished.", show_default=False)
    ] = None,
    no_cache: options.NoCache = False,
    config: options.Config = None,
    color: options.Colors = options.When.AUTO,
    hyperlinks: options.Links = options.When.AUTO,
    quiet: options.Quiet = False,
) -> int:
    """Show which facts changed between two versions of an article.

    Numbers, times, names, sources, certainty and negation that changed, with both quotes; sentences that appeared or vanished. What is
    only worded otherwise is counted.
    """
    common = options.Common(config, 1, not no_cache, quiet, output, color, hyperlinks)
    shape = known_format(format, "diff")
    with run(common) as now:
        found = _revision(now, old, new)
        now.write(format_named(shape).diff(found, common.look()))
    return Exit.FOUND if fail_on and found.changes else Exit.DONE


def _revision(now: Run, old: str, new: str) -> Revision:
    """Raises: NotTwoVersions, NothingReadable."""
    articles = now.reading([old, new]).articles
    if len(articles) != 2:
        raise NotTwoVersions(old, new, len(articles))
    before, after = now.engine.extracts(articles)
    from crosscheck.judge.changes import revision

    return revision(articles[0], before, articles[1], after)
