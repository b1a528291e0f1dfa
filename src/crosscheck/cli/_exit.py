"""How does a run end, and what is said when it ends badly?

0 done; 1 something named by --fail-on was found; 2 usage, or nothing readable was given; 3 an unexpected error; 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import Any, NoReturn

import typer
from typer.core import TyperCommand

from crosscheck.cli._streams import is_full, let_go
from crosscheck.errors import CannotWrite, CrosscheckError, alike

TRACEBACK = "CROSSCHECK_TRACEBACK"


class Exit(IntEnum):
    DONE = 0
    FOUND = 1
    USAGE = 2
    UNEXPECTED = 3
    INTERRUPTED = 130


MEANINGS = {
    Exit.DONE: "done",
    Exit.FOUND: "something named by --fail-on was found",
    Exit.USAGE: "a mistake in the command or its settings, or nothing readable was given",
    Exit.UNEXPECTED: "an unexpected error",
    Exit.INTERRUPTED: "interrupted",
}


class Command(TyperCommand):
    """A command whose function returns its exit code; its options have been read when the edge begins. `--help` ends with an example."""

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        with suggesting():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        with edge():
            code = super().invoke(ctx)
            sys.stdout.flush()
        raise typer.Exit(code or Exit.DONE)


@contextmanager
def edge() -> Iterator[None]:
    """Turns whatever goes wrong inside into one line and an exit code."""
    try:
        yield
    except CrosscheckError as error:
        _end(str(error), error.exit_code)
    except BrokenPipeError:
        _leave_pipe()
    except OSError as error:
        if not is_full(error):
            _unexpected(error)
        let_go()
        _end(str(CannotWrite("the output", (error.strerror or "").lower())), Exit.USAGE)
    except KeyboardInterrupt:
        _end("interrupted", Exit.INTERRUPTED)
    except Exception as error:
        _unexpected(error)


def _unexpected(error: Exception) -> NoReturn:
    if os.environ.get(TRACEBACK):
        raise error
    _end(f"unexpected error: {_told(error)}", Exit.UNEXPECTED)


def example(words: str) -> str:
    """The end of a command's help: a line that works as it stands in this repository. The first mark keeps it from being wrapped."""
    return f"\b\nExample:\n  crosscheck {words}"


@contextmanager
def suggesting() -> Iterator[None]:
    """Says of a mistyped option, or of a mistyped word after one, which was meant."""
    try:
        yield
    except Exception as error:
        # The classes of such errors moved between the versions of typer that we allow, what they hold did not.
        possible, message = getattr(error, "possibilities", None), getattr(error, "message", None)
        if possible and isinstance(message, str) and "option" in message:
            error.possibilities, error.message = None, f"{message.rstrip('.')}. Did you mean {' or '.join(sorted(possible))}?"  # type: ignore[attr-defined]
        elif isinstance(message, str) and _NO_CHOICE in message:
            error.message = _meant(message)  # type: ignore[attr-defined]
        raise


_NO_CHOICE = " is not one of "


def _meant(message: str) -> str:
    """ "'tme' is not one of 'time', 'place'." and which of them is alike."""
    given, _, known = message.partition(_NO_CHOICE)
    close = alike(given.strip("'").lower(), [name.strip(" '.") for name in known.split(",")], 2)
    return f"{message} Did you mean {' or '.join(close)}?" if close else message


def say(line: str) -> None:
    """One line to stderr, without marks that would move a terminal's cursor."""
    print(f"crosscheck: {''.join(mark if mark.isprintable() else repr(mark)[1:-1] for mark in line)}", file=sys.stderr)


def _told(error: Exception) -> str:
    place, trace = "", error.__traceback__
    while trace:
        place, trace = f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}", trace.tb_next
    words = f"{type(error).__name__}: {error}".splitlines()[0][:300]
    return f"{words} ({place}). This is a mistake in crosscheck: please report this line; with {TRACEBACK}=1 there is more to report"


def _end(line: str, code: int) -> NoReturn:
    say(line)
    raise SystemExit(int(code))


def _leave_pipe() -> NoReturn:
    """Whoever reads has seen enough ("crosscheck compare | head"); what Python still holds back must not raise at exit."""
    let_go()
    raise SystemExit(int(Exit.DONE))
