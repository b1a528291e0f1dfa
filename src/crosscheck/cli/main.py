"""Which commands are there? Each is imported only when it is called, so that `--version` and `--help` cost nothing."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from crosscheck import __version__
from crosscheck.cli._exit import MEANINGS, Exit, edge, suggesting
from crosscheck.cli._streams import end_now, is_nothing_left, open_all

COMMANDS = {
    "compare": "Compare articles: where do they agree and disagree?",
    "claims": "List the claims of each article, with who says them.",
    "check": "Check a claim against articles.",
    "inspect": "Show an article as crosscheck sees it.",
    "diff": "Show which facts changed between two versions of an article.",
    "sources": "Show who depends on whom: copies, citations, origins.",
    "timeline": "Show dated events in order, and who reports each.",
    "show": "Show a saved report in any format.",
    "verify": "Check that a saved report still holds.",
    "review": "Keep what was decided about a finding, or list what was.",
    "topics": "List the topics that --topic can name.",
    "rules": "List the rules that decide, or show one.",
    "schema": "Print the JSON Schema of a document, or list the documents.",
    "config": "Show every setting, its value and where it comes from.",
    "cache": "Tell about the store of extracted claims, or clear it.",
    "completion": "Print what makes a shell complete crosscheck's words.",
}

_EPILOG = "Exit codes: " + "; ".join(f"{int(code)} {meaning}" for code, meaning in MEANINGS.items()) + "."


class _Lazy(MutableMapping[str, Any]):
    """The commands by name, made when one is asked for."""

    def __getitem__(self, name: str) -> Any:
        if name not in COMMANDS:
            raise KeyError(name)
        command: Any = typer.main.get_command(import_module(f"crosscheck.cli.{name}").app)
        command.name = name
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)

    def __setitem__(self, name: str, command: object) -> None:
        raise TypeError("a command is added to COMMANDS")

    def __delitem__(self, name: str) -> None:
        raise TypeError("a command is removed from COMMANDS")


def commands() -> MutableMapping[str, Any]:
    """The commands by name."""
    return _Lazy()


class _Group(TyperGroup):
    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = commands()

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        with suggesting():
            return super().parse_args(ctx, args)

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


app = typer.Typer(
    cls=_Group,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"crosscheck {__version__}")
        raise typer.Exit


@app.callback()
def crosscheck(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")] = False,
) -> None:
    """Reads several articles, aligns the claims that speak of the same event, and tells agreement from contradiction."""


COLLECTED = (300_000, 10, 10)
"""Objects made between two looks for garbage, in place of Python's 700: little here stands in circles, and five articles make 150,000 in all."""


def run() -> None:
    """The command as a process of its own: the system takes its memory back at once, where Python would go through every object of it."""
    try:
        main()
    except SystemExit as end:
        if isinstance(end.code, int) and is_nothing_left():
            end_now(end.code)
        raise


def main() -> None:
    """The `crosscheck` command; ends with SystemExit."""
    gc.set_threshold(*COLLECTED)
    open_all()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        with edge():
            app(prog_name="crosscheck")
    except SystemExit as end:
        if end.code == Exit.INTERRUPTED:
            end_now(Exit.INTERRUPTED)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is written: an interrupt while Python tidies up makes nothing of it undone
        gc.freeze()  # the memory goes back as a whole: looking for circles in it once more was a tenth of a cold comparison
        raise
