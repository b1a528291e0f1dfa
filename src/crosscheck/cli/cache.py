"""`crosscheck cache`: what is kept of earlier runs?"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from crosscheck.cli import _options as options
from crosscheck.cli._exit import Command, Exit, example, say
from crosscheck.cli._run import opened_cache
from crosscheck.errors import CannotWrite
from crosscheck.settings import settings_for
from crosscheck.store.cache import Cache, Info

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Action(StrEnum):
    INFO = "info"
    CLEAR = "clear"


@app.command(cls=Command, epilog=example("cache info"))
def cache(
    action: Annotated[Action, typer.Argument(help="info: where it is and what it holds; clear: delete it.", show_default=False)],
    config: options.Config = None,
) -> int:
    """Tell about the store of extracted claims, or clear it."""
    kept = opened_cache(settings_for(Path.cwd(), config))
    if action is Action.CLEAR:
        print(f"cleared {_megabytes(_cleared(kept))}")
        return Exit.DONE
    info = kept.info()
    print(_told(info))
    if info.trouble:
        say(info.trouble)
    return Exit.DONE


def _cleared(kept: Cache) -> int:
    try:
        return kept.clear()
    except OSError as error:
        raise CannotWrite(str(kept.path), error.strerror) from error


def _told(info: Info) -> str:
    if info.path is None:
        return "no cache: it is switched off, or there is no home folder"
    outdated = f" ({info.outdated} of them read by another version)" if info.outdated else ""
    return f"{info.path}\n{_many(info.articles, 'article')}{outdated}, {_many(info.reports, 'report')}, {_megabytes(info.size)}"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
