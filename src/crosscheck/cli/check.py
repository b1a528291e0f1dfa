"""`crosscheck check`: do these articles bear a claim out, refute it, or say nothing of it?"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import IO, Annotated

import typer

from crosscheck.cli import _options as options
from crosscheck.cli._batch import line_of, rows_of
from crosscheck.cli._exit import Command, Exit, example
from crosscheck.cli._names import known_format
from crosscheck.cli._run import Run, run
from crosscheck.engine.local import Asked, Unasked
from crosscheck.errors import BadClaim, CannotRead
from crosscheck.ingest.draft import Draft
from crosscheck.ingest.read import article_of
from crosscheck.model.answer import Answer, Bearing
from crosscheck.model.article import Skipped
from crosscheck.report import format_named

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class FailOn(StrEnum):
    REFUTED = "refuted"


_ROW = '{"id", "claim", "evidence"?, "published"?}'
Words = Annotated[list[str] | None, typer.Argument(metavar='"CLAIM" [PATH]...', help="The claim, and the articles to ask.", show_default=False)]
Batch = Annotated[Path | None, typer.Option("--batch", metavar="FILE", help=f"Check many, a line each: {_ROW}; - for stdin.", show_default=False)]


@app.command(cls=Command, epilog=example('check "Russia delivered warplanes to Mali." seeds'))
def check(
    words: Words = None,
    batch: Batch = None,
    format: options.Format = "text",
    output: options.Output = None,
    quotes: options.Quotes = None,
    fail_on: Annotated[list[FailOn] | None, typer.Option("--fail-on", help="Exit with 1 if a claim is refuted.", show_default=False)] = None,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    config: options.Config = None,
    color: options.Colors = options.When.AUTO,
    hyperlinks: options.Links = options.When.AUTO,
    allow_private: options.AllowPrivate = False,
    quiet: options.Quiet = False,
) -> int:
    """Check a claim against articles.

    Is it supported, refuted or not covered? With --batch the answers are JSON Lines in the order of the questions; a line without
    "evidence" is checked against the PATHs.
    """
    common = options.Common(config, jobs, not no_cache, quiet, output, color, hyperlinks, quotes, allow_private)
    shape = known_format(format, "check")
    with run(common) as now:
        refuted, bad = _many(now, batch, words or []) if batch else (_one(now, words or [], shape), False)
    if bad:
        return Exit.USAGE
    return Exit.FOUND if refuted and fail_on else Exit.DONE


def _one(now: Run, words: Sequence[str], shape: str) -> bool:
    if not words or not words[0].strip():
        raise BadClaim('no claim: say crosscheck check "CLAIM" [PATH]..., or --batch FILE')
    claim = article_of(Draft("claim", "claim", words[0], has_head=False), now.settings)
    if isinstance(claim, Skipped):
        raise BadClaim(f"the claim cannot be read: {claim.reason}")
    articles = sorted(now.reading(words[1:]).articles, key=lambda article: article.id)
    (answer,) = now.engine.check([Asked(claim, tuple(articles))])
    now.write(format_named(shape).check((answer,), articles, now.options.look()))
    return answer.verdict is Bearing.REFUTES


def _many(now: Run, batch: Path, paths: Sequence[str]) -> tuple[bool, bool]:
    """Whether a claim was refuted, and whether a line was bad; a line of stdin is answered before the next is waited for."""
    refuted = bad = False
    at_once = now.engine.jobs if str(batch) == "-" else 64 * now.engine.jobs
    with _lines(batch) as lines, now.target() as target:
        for answer in now.engine.check_all(rows_of(lines, now.settings, cache(lambda: now.reading(paths).articles)), at_once):
            refuted |= isinstance(answer, Answer) and answer.verdict is Bearing.REFUTES
            bad |= isinstance(answer, Unasked)
            target.write(line_of(answer))
            target.flush()
    return refuted, bad


def _lines(batch: Path) -> AbstractContextManager[IO[bytes]]:
    if str(batch) == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return batch.open("rb")
    except OSError as error:
        raise CannotRead(str(batch), error.strerror) from error
