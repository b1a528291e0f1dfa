"""`crosscheck show`: what does a saved report say?"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from crosscheck.cli import _options as options
from crosscheck.cli._exit import Command, Exit, example, say
from crosscheck.cli._names import known_format, known_topics
from crosscheck.cli._run import run
from crosscheck.cli._saved import articles_at, saved_with_kind
from crosscheck.cli._selection import Selection, claims_of, selected
from crosscheck.errors import BadReport
from crosscheck.model.report import Report
from crosscheck.report import Look, format_named
from crosscheck.saved.load import has_texts, with_texts
from crosscheck.saved.shown import shown_of

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_NAMED = 5  # articles in a warning


class View(StrEnum):
    REPORT = "report"
    MATRIX = "matrix"
    TIMELINE = "timeline"


@app.command(cls=Command, epilog=example("compare seeds --format json | crosscheck show - --view matrix"))
def show(
    report: options.Saved,
    paths: options.Texts = None,
    format: options.Format = "text",
    output: options.Output = None,
    quotes: options.Quotes = None,
    view: Annotated[View, typer.Option("--view", help="A report, a table of facts by articles, or dated events.")] = View.REPORT,
    topic: options.Topics = None,
    facet: options.Facets = None,
    verdict: options.Verdicts = None,
    min_confidence: options.Confidence = None,
    config: options.Config = None,
    color: options.Colors = options.When.AUTO,
    hyperlinks: options.Links = options.When.AUTO,
    quiet: options.Quiet = False,
) -> int:
    """Show a saved report in any format.

    Nothing is read or judged anew. Texts that the report does not hold are taken from the files, where these are unchanged; of the others only what
    the report quotes can be shown, without paragraphs.
    """
    common = options.Common(config, 1, True, quiet, output, color, hyperlinks, quotes)
    shape = known_format(format, {View.REPORT: "compare"}.get(view, view.value))
    with run(common) as now:
        kept, claims_alone = saved_with_kind(report)
        if claims_alone and view is not View.REPORT:
            raise BadReport(report, f"holds claims alone; a {view.value} is made of what compare prints")
        found = with_texts(kept, articles_at(paths or (), kept, now.settings))
        if shape not in ("json", "jsonl", "csv") and not quiet:
            _warn([article.id for article in found.articles if not article.is_whole])
        if claims_alone:
            named = claims_of(found.claims, known_topics(topic, now.settings))
            now.write(format_named(shape).claims(found.articles, named, common.look()))
            return Exit.DONE
        wanted = Selection(known_topics(topic, now.settings), facet or (), verdict or (), min_confidence or 0.0)
        parts = shown_of(selected(found, wanted), shape, file="in the report")
        shown, look = parts.report, common.look(verdict or (), everything=bool(facet), notes=parts.notes, texts=has_texts(kept))
        now.write(_drawn(shown, view, shape, look))
    return Exit.DONE


def _drawn(report: Report, view: View, shape: str, look: Look) -> str:
    named = format_named(shape)
    if view is View.TIMELINE:
        from crosscheck.arrange.timeline import timeline_of

        return named.timeline(timeline_of(report), look)
    return (named.matrix if view is View.MATRIX else named.compare)(report, look)


def _warn(names: list[str]) -> None:
    if names:
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        say(
            f"no text of {', '.join(names[:_NAMED])}{more}: it is neither in the report (compare --with-text) nor unchanged at its path; "
            "only what is quoted of it is shown"
        )
