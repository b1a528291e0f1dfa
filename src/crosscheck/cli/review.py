"""`crosscheck review`: what has been decided about a finding?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from crosscheck.cli import _options as options
from crosscheck.cli._exit import Command, Exit, example
from crosscheck.cli._names import known_id
from crosscheck.cli._run import Run, run
from crosscheck.errors import BadReview
from crosscheck.model.report import Alignment, FacetVerdict, Report
from crosscheck.model.review import Decision, Review
from crosscheck.report.quotes import visible
from crosscheck.saved.reviewed import DISPUTED, Entry, entries_in, entry_of, forgotten, kept
from crosscheck.saved.shown import reviewed_file

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[ID] [PATH]...", help="An alignment, or one facet of it such as a0760.agent; and the articles.", show_default=False),
]


@app.command(cls=Command, epilog=example("review"))
def review(
    words: Words = None,
    dismiss: Annotated[str | None, typer.Option("--dismiss", metavar="REASON", help="It is no dispute, and why.", show_default=False)] = None,
    accept: Annotated[bool, typer.Option("--accept", help="It is one.")] = False,
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Something to keep with it.", show_default=False)] = None,
    forget: Annotated[bool, typer.Option("--forget", help="Take back what was decided.")] = False,
    reviewed: options.Reviewed = None,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> int:
    """Keep what was decided about a finding, or list what was.

    compare then only counts what was dismissed, --fail-on passes it over, and --new-only shows what nobody has reviewed. ID is what compare shows
    beside the question; its first letters will do.
    """
    with run(options.Common(config, jobs, not no_cache, quiet)) as now:
        file, (name, *paths) = reviewed_file(reviewed, now.settings), words or [""]
        if not name:
            now.write("".join(map(_listed, entries_in(file))) or f"nothing is reviewed in {file}\n")
            return Exit.DONE
        decided = _decided(dismiss, note, accept=accept)
        if (decided is None) is not forget:
            raise BadReview('say --dismiss "why", --accept, --note "text" or --forget')
        now.write(_forgotten(name, file) if decided is None else _kept(now, name, paths, decided, file))
    return Exit.DONE


def _decided(dismiss: str | None, note: str | None, *, accept: bool) -> Review | None:
    """Raises: BadReview."""
    if dismiss is not None and (accept or not dismiss.strip()):
        raise BadReview("--dismiss wants a reason, and goes without --accept")
    if dismiss is None and not accept and not note:
        return None
    return Review(Decision.DISMISSED if dismiss else Decision.ACCEPTED if accept else Decision.NOTED, dismiss, note)


def _kept(now: Run, name: str, paths: Sequence[str], decided: Review, file: Path) -> str:
    report = now.engine.compare(now.reading(paths))
    alignment, facets = _finding(name, report)
    entries = [entry_of(alignment, facet, decided) for facet in facets]
    kept(file, entries)
    return "".join(map(_listed, entries)) + f"kept in {file}\n"


def _finding(name: str, report: Report) -> tuple[Alignment, Sequence[FacetVerdict]]:
    """The alignment, and the facets of it that are meant: the one that is named, or those that decide.

    Raises: UnknownId, BadReview.
    """
    id_, _, wanted = name.partition(".")
    found = known_id(id_, report)
    alignment = next((one for one in report.alignments if found == one.id or found in one.claims), None)
    if alignment is None:
        raise BadReview(f"{found} stands alone: there is nothing to review")
    facets = [
        one for one in alignment.facets if one.verdict in DISPUTED and (one.facet.value == wanted if wanted else one.verdict is alignment.verdict)
    ]
    if not facets:
        known = ", ".join(f"{one.facet.value} ({one.verdict.value})" for one in alignment.facets)
        raise BadReview(f"nothing is in dispute in {name}: {known or 'no facet is compared'}")
    return alignment, facets


def _forgotten(name: str, file: Path) -> str:
    id_, _, facet = name.partition(".")
    found = [entry for entry in entries_in(file) if entry.key[0].startswith(id_) and facet in ("", entry.key[1])]
    if not found:
        raise BadReview(f"{file} says nothing of {name}")
    forgotten(file, [entry.key for entry in found])
    return f"forgotten: {len(found)} in {file}\n"


def _listed(entry: Entry) -> str:
    alignment, facet, label, _ = entry.key
    about = f"{facet} ({label})" if label else facet
    said = "; ".join(filter(None, (entry.review.reason, entry.review.note)))
    return visible(f"{entry.review.decision.value}  {alignment}  {about}: {entry.question}{f'  – {said}' if said else ''}") + "\n"
