"""Which options do several commands share, and what do they come to?"""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated

import typer

from crosscheck.model.claim import Facet
from crosscheck.model.verdict import Verdict
from crosscheck.report import FORMATS, Look


class Color(StrEnum):
    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH]...", help="Files, folders or - for stdin; without any, the articles of crosscheck.toml.", show_default=False),
]
Format = Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help=" or ".join((", ".join(list(FORMATS)[:-1]), list(FORMATS)[-1])) + ".")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there instead of to stdout.", show_default=False)]
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
NoCache = Annotated[bool, typer.Option("--no-cache", help="Read every article afresh and keep nothing.")]
Config = Annotated[Path | None, typer.Option("--config", metavar="FILE", help="Settings instead of crosscheck.toml.", show_default=False)]
Colors = Annotated[Color, typer.Option("--color", help="When to colour; NO_COLOR and FORCE_COLOR are honoured.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No warnings and no progress.")]


@dataclass(frozen=True, slots=True)
class Common:
    """The options of a command that reads articles."""

    config: Path | None = None
    jobs: int | None = None
    cache: bool = True
    quiet: bool = False
    output: Path | None = None
    color: Color = Color.AUTO

    def look(self, unfolded: Collection[Verdict] = (), *, everything: bool = False, notes: tuple[str, ...] = (), texts: bool = False) -> Look:
        return Look(self.width(), self.colored(), unfolded, everything, notes, texts)

    def colored(self) -> bool:
        """NO_COLOR (no-color.org) goes before FORCE_COLOR, and both after --color."""
        if self.color is not Color.AUTO:
            return self.color is Color.ALWAYS
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR"):
            return True
        return self.output is None and os.environ.get("TERM") != "dumb" and sys.stdout.isatty()

    def width(self) -> int:
        """COLUMNS, or the terminal's width, or 80 where the output goes elsewhere."""
        return get_terminal_size().columns if self.output is None or os.environ.get("COLUMNS") else 80
