"""`crosscheck compare`: on what do the articles agree and disagree?"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from crosscheck.cli import _options as options
from crosscheck.cli._exit import Command, Exit, example, say
from crosscheck.cli._names import known_format, known_id, known_story, known_topics
from crosscheck.cli._run import Run, run
from crosscheck.cli._selection import Selection, of_story, selected
from crosscheck.ingest.read import Reading
from crosscheck.model.report import Report
from crosscheck.model.verdict import Verdict
from crosscheck.report import format_named
from crosscheck.saved.reviewed import entries_in, stale, with_reviews
from crosscheck.saved.shown import heard, reviewed_file, shown_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class FailOn(StrEnum):
    CONTRADICTION = "contradiction"
    SUPERSEDED = "superseded"
    COMPATIBLE = "compatible"


class View(StrEnum):
    REPORT = "report"
    MATRIX = "matrix"


@app.command(cls=Command, epilog=example("compare seeds --verdict contradiction"))
def compare(
    paths: options.Paths = None,
    archive: options.Archive = None,
    format: options.Format = "text",
    output: options.Output = None,
    quotes: options.Quotes = None,
    view: Annotated[View, typer.Option("--view", help="A report, or a table of facts by articles.")] = View.REPORT,
    story: options.Story = None,
    topic: options.Topics = None,
    facet: options.Facets = None,
    verdict: options.Verdicts = None,
    min_confidence: options.Confidence = None,
    fail_on: Annotated[
        list[FailOn] | None, typer.Option("--fail-on", help="Exit with 1 if this was found; may be repeated.", show_default=False)
    ] = None,
    explain: Annotated[
        str | None,
        typer.Option("--explain", metavar="ID", help="Explain one alignment, or a claim's; its first letters will do.", show_default=False),
    ] = None,
    new_only: Annotated[bool, typer.Option("--new-only", help="Only findings that nobody has reviewed.")] = False,
    reviewed: options.Reviewed = None,
    with_text: options.WithText = False,
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
    """Compare articles: where do they agree and disagree?

    The disagreements come first, each with the question, the values side by side, who states them in which words, and the rule that
    decided. --explain tells of one of them why its claims were put together and what would change the verdict. --fail-on looks at all
    that --topic, --facet and --min-confidence leave, whatever --verdict shows, but for what was dismissed (crosscheck review).

    With --archive, the articles are new ones: they are compared with each other and with those articles of the archive that may report the same,
    and what no new article has a part in is left out.
    """
    common = options.Common(config, jobs, not no_cache, quiet, output, color, hyperlinks, quotes, allow_private, engine, master)
    shape = known_format(format, "compare")
    with run(common) as now:
        reading, told = now.with_archive(now.reading(paths), archive)
        if explain is not None:
            return _explained(now, explain, reading, shape)
        least = now.settings.min_confidence if min_confidence is None else min_confidence
        topics = known_topics(topic, now.settings)
        whole = told(now.engine.compare(reading))
        report = of_story(_reviewed(now, whole, reviewed), known_story(story, whole))
        report = selected(report, Selection(topics, facet or (), (), least))
        parts = shown_of(report, shape, new_only=new_only, file=str(reviewed_file(reviewed, now.settings)))
        look = common.look(verdict or (), everything=bool(facet), notes=parts.notes, texts=with_text)
        shown = selected(parts.report, Selection(verdicts=verdict or ()))
        named = format_named(shape)
        now.write(named.matrix(heard(shown), look) if view is View.MATRIX else named.compare(shown, look))
        return Exit.FOUND if any(parts.counted.count(one) for one in Verdict if one.value in (fail_on or ())) else Exit.DONE


def _reviewed(now: Run, report: Report, file: Path | None) -> Report:
    """The report with what was decided about its findings; a decision that fits none is named."""
    path = reviewed_file(file, now.settings)
    entries = entries_in(path)
    if not now.options.quiet:
        for line in stale(report, entries):
            say(f"{path}: {line}")
    return with_reviews(report, entries)


def _explained(now: Run, name: str, reading: Reading, shape: str) -> int:
    report = now.engine.compare(reading)
    now.write(format_named(shape).explain(now.engine.explain(report, known_id(name, report)), report, now.options.look()))
    return Exit.DONE
