"""Which options do several commands share, and what do they come to?"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer

from crosscheck.cli import _terminal as terminal
from crosscheck.cli._terminal import When as When
from crosscheck.errors import CannotWrite
from crosscheck.model.claim import Facet
from crosscheck.model.verdict import Verdict
from crosscheck.report import FORMATS, Look
from crosscheck.values import dataclass


class Where(StrEnum):
    """Where the work is done."""

    LOCAL = "local"
    SPARK = "spark"


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Files, folders, web addresses or - for stdin; without any, the articles of crosscheck.toml.",
        show_default=False,
    ),
]
Saved = Annotated[
    str, typer.Argument(metavar="REPORT", help="A report of compare (json, jsonl), or of claims (json); - for stdin.", show_default=False)
]
Texts = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH]...", help="Where its articles are now, if not where they were.", show_default=False)
]
Format = Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help=" or ".join((", ".join(list(FORMATS)[:-1]), list(FORMATS)[-1])) + ".")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there instead of to stdout.", show_default=False)]
Archive = Annotated[
    list[str] | None,
    typer.Option("--archive", metavar="PATH", help="Compare with what this holds, too; may be repeated.", show_default=False),
]
Topics = Annotated[list[str] | None, typer.Option("--topic", "-t", metavar="TOPIC", help="Only this topic; may be repeated.", show_default=False)]
Story = Annotated[
    str | None,
    typer.Option("--story", metavar="STORY", help="Only this story: its id, one of its articles, or words of its name.", show_default=False),
]
Facets = Annotated[list[Facet] | None, typer.Option("--facet", help="Only where this is compared; may be repeated.", show_default=False)]
Verdicts = Annotated[list[Verdict] | None, typer.Option("--verdict", help="Only this verdict; may be repeated.", show_default=False)]
Confidence = Annotated[
    float | None, typer.Option("--min-confidence", metavar="0..1", min=0.0, max=1.0, help="Only what is at least this sure.", show_default=False)
]
Everything = Annotated[bool, typer.Option("--all", "-a", help="List what is otherwise only counted.")]
Reviewed = Annotated[
    Path | None, typer.Option("--reviewed", metavar="FILE", help="Instead of crosscheck.reviewed.toml beside the settings.", show_default=False)
]
WithText = Annotated[bool, typer.Option("--with-text", help="Put the text of every article into the JSON.")]
Jobs = Annotated[int | None, typer.Option("--jobs", "-j", metavar="N", min=0, help="Processes; 0 for all cores.", show_default=False)]
Engine = Annotated[Where, typer.Option("--engine", help="Where the work is done: on this machine, or on a cluster of Apache Spark.")]
Master = Annotated[
    str | None, typer.Option("--master", metavar="URL", help="The cluster: spark://HOST:7077, yarn, k8s://… or local[N].", show_default=False)
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Read every article afresh and keep nothing.")]
Config = Annotated[Path | None, typer.Option("--config", metavar="FILE", help="Settings instead of crosscheck.toml.", show_default=False)]
AllowPrivate = Annotated[bool, typer.Option("--allow-private", help="Fetch from this machine and its own network, too.")]
Colors = Annotated[When, typer.Option("--color", help="When to colour; NO_COLOR and FORCE_COLOR are honoured.")]
Links = Annotated[When, typer.Option("--hyperlinks", help="When to link places to their files; FORCE_HYPERLINK is honoured.")]
Quotes = Annotated[
    int | None,
    typer.Option("--quotes", metavar="N", min=0, max=20, help="Quote whole sentences, with N more on each side.", show_default=False),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No warnings and no progress.")]


@dataclass(frozen=True, slots=True)
class Common:
    """The options of a command that reads articles."""

    config: Path | None = None
    jobs: int | None = None
    cache: bool = True
    quiet: bool = False
    output: Path | None = None
    color: When = When.AUTO
    links: When = When.AUTO
    quotes: int | None = None
    allow_private: bool = False
    engine: Where = Where.LOCAL
    master: str | None = None

    def look(self, unfolded: Collection[Verdict] = (), *, everything: bool = False, notes: tuple[str, ...] = (), texts: bool = False) -> Look:
        to_file = self.output is not None
        base = Path.cwd().as_uri() if terminal.linked(self.links, to_file=to_file).value else None
        colored = terminal.colored(self.color, to_file=to_file).value
        width, _ = terminal.columns(to_file=to_file)
        return Look(width, colored, unfolded, everything, notes, texts, base, self.quotes)


@contextmanager
def target(output: Path | None) -> Iterator[TextIO]:
    """Where results go.

    Raises: CannotWrite.
    """
    if output is None:
        yield sys.stdout
        return
    try:
        file = output.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise CannotWrite(str(output), error.strerror) from error
    with file:
        yield file
