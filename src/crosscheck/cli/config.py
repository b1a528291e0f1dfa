"""`crosscheck config`: what is every setting, and where does it come from?"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import fields
from enum import StrEnum
from os.path import relpath
from pathlib import Path
from typing import Annotated, Any

import typer

from crosscheck.cli import _options as options
from crosscheck.cli import _terminal as terminal
from crosscheck.cli._exit import TRACEBACK, Command, Exit, example
from crosscheck.saved.shown import reviewed_file
from crosscheck.settings import Limits, Settings, Web, files_for, settings_for, stated_in
from crosscheck.store.place import OVERRIDE, cache_folder

app = typer.Typer(rich_markup_mode=None, add_completion=False)

ENVIRONMENT = {
    "NO_COLOR": "no colour, whatever it holds",
    "FORCE_COLOR": "colour also where the output goes to no terminal",
    "FORCE_HYPERLINK": "places are links to their files also where the terminal is not known to show them; 0: never",
    "COLUMNS": "how many columns there are",
    OVERRIDE: "the folder of the cache",
    "XDG_CACHE_HOME": "the folder that the cache's is made in",
    TRACEBACK: "an unexpected error shows where it happened",
}
_UNSET = "default"

Line = tuple[str, Any, str]
"""A setting, its value, and where it comes from."""


class Shape(StrEnum):
    TEXT = "text"
    JSON = "json"


@app.command(cls=Command, epilog=example("config --jobs 4"))
def config(
    format: Annotated[Shape, typer.Option("--format", "-f", help="text or json.")] = Shape.TEXT,
    output: options.Output = None,
    min_confidence: options.Confidence = None,
    reviewed: options.Reviewed = None,
    jobs: options.Jobs = None,
    no_cache: options.NoCache = False,
    config: options.Config = None,
    color: options.Colors = options.When.AUTO,
    hyperlinks: options.Links = options.When.AUTO,
) -> int:
    """Show every setting, its value and where it comes from.

    An option goes before the environment, that before the settings file, and that before the default. The file is the nearest crosscheck.toml, or
    pyproject.toml with [tool.crosscheck], in this folder or one above it; --config names another.
    """
    common = options.Common(config, jobs, not no_cache, False, output, color, hyperlinks)
    settings = settings_for(Path.cwd(), config)
    lines = [*_of_file(settings, common, min_confidence), *_of_run(settings, common, reviewed)]
    files = [] if config else [_seen(path) for path in files_for(Path.cwd())]
    shown = _as_json if format is Shape.JSON else _as_text
    with options.target(output) as target:
        target.write(shown(settings.path and _seen(Path(settings.path)), files[1:], lines))
    return Exit.DONE


def _of_file(settings: Settings, common: options.Common, least: float | None) -> Iterator[Line]:
    """What a settings file can hold; of some an option goes before it."""
    stated = stated_in(Path(settings.path)) if settings.path else frozenset()
    file = "--config" if common.config else _seen(Path(settings.path or ""))

    def line(name: str, value: Any, option: str | None = None) -> Line:
        return name, value, option or (file if name in stated else _UNSET)

    jobs = settings.jobs if common.jobs is None else common.jobs or os.cpu_count() or 1
    yield line("articles", settings.articles)
    yield line("topics", settings.topics)
    yield line("min_confidence", settings.min_confidence if least is None else least, "--min-confidence" if least is not None else None)
    yield line("jobs", jobs, "--jobs" if common.jobs is not None else None)
    yield line("cache", settings.cache and common.cache, None if common.cache else "--no-cache")
    for limit in fields(Limits):
        yield line(f"limits.{limit.name}", getattr(settings.limits, limit.name))
    for name in fields(Web):
        yield line(f"web.{name.name}", getattr(settings.web, name.name))
    yield line("article", tuple(known.path for known in settings.known))


def _of_run(settings: Settings, common: options.Common, reviewed: Path | None) -> Iterator[Line]:
    """What no settings file can hold: places, and what the terminal can show."""
    folder = next((name for name in (OVERRIDE, "XDG_CACHE_HOME") if os.environ.get(name)), _UNSET)
    yield "cache folder", str(cache_folder(os.environ) or ""), folder
    yield "reviewed findings", str(reviewed_file(reviewed, settings)), "--reviewed" if reviewed else _UNSET
    to_file = common.output is not None
    colored, linked = terminal.colored(common.color, to_file=to_file), terminal.linked(common.links, to_file=to_file)
    yield "color", colored.value, colored.reason
    yield "hyperlinks", linked.value, linked.reason
    yield "columns", *terminal.columns(to_file=to_file)
    yield "traceback", bool(os.environ.get(TRACEBACK)), TRACEBACK if os.environ.get(TRACEBACK) else _UNSET


def _seen(path: Path) -> str:
    """As one would write it from here."""
    try:
        return relpath(path)
    except ValueError:  # another drive
        return str(path)


def _as_json(file: str | None, passed_over: Sequence[str], lines: Sequence[Line]) -> str:
    settings = [{"name": name, "value": value, "from": origin} for name, value, origin in lines]
    return json.dumps({"schema_version": 1, "file": file, "passed_over": passed_over, "settings": settings}, ensure_ascii=False, indent=2) + "\n"


def _as_text(file: str | None, passed_over: Sequence[str], lines: Sequence[Line]) -> str:
    words = [(name, _said(value), origin) for name, value, origin in lines]
    first, second = (max(len(line[column]) for line in words) for column in (0, 1))
    head = [f"settings file: {file or 'none'}", *(f"passed over: {one}" for one in passed_over), ""]
    return "\n".join([*head, *(f"{name:<{first}}  {value:<{second}}  {origin}" for name, value, origin in words), ""])


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(value) or "–"
    return f"{value:g}" if isinstance(value, float) else str(value) or "–"
