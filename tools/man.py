"""Is the manual page what --help says?

    python -m tools.man          writes man/crosscheck.1; `man -l man/crosscheck.1` shows it

A package that is built brings it to share/man/man1, where `man crosscheck` finds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from crosscheck import __version__
from crosscheck.cli._exit import MEANINGS
from crosscheck.cli._menu import Entry, Option, menu
from crosscheck.cli.config import ENVIRONMENT
from crosscheck.cli.main import COMMANDS, app, commands

PAGE = Path(__file__).parents[1] / "man" / "crosscheck.1"

FILES = {
    "crosscheck.toml": "The settings of this folder and those below it; or [tool.crosscheck] of pyproject.toml. crosscheck config shows them.",
    "crosscheck.reviewed.toml": "What was decided about findings, beside the settings. crosscheck review writes it.",
    "~/.cache/crosscheck": "What was read before. crosscheck cache tells about it.",
}


def page() -> str:
    """In the man macros that every Unix has (man(7))."""
    return "\n".join(line for section in _sections() for line in section) + "\n"


def _sections() -> Iterator[Iterator[str]]:
    found = menu(commands(), COMMANDS, {})
    about = " ".join((app.registered_callback.callback.__doc__ or "").split()) if app.registered_callback and app.registered_callback.callback else ""
    yield iter((f'.TH CROSSCHECK 1 "" "crosscheck {__version__}" "User Commands"', ".nh", ".ad l"))
    yield iter((".SH NAME", "crosscheck \\- where articles agree and contradict each other"))
    yield iter((".SH SYNOPSIS", ".B crosscheck", ".I COMMAND", "[OPTIONS] [PATH]..."))
    yield iter((".SH DESCRIPTION", _plain(about), ".PP", _plain(_PATHS)))
    yield _commands(found)
    yield _listed("EXIT STATUS", {str(int(code)): f"{meaning[0].upper()}{meaning[1:]}." for code, meaning in MEANINGS.items()})
    yield _listed("ENVIRONMENT", {name: f"{meaning[0].upper()}{meaning[1:]}." for name, meaning in ENVIRONMENT.items()})
    yield _listed("FILES", FILES)


_PATHS = "A PATH is a file, a folder with those in it, or - for stdin. Without one, the articles of the nearest crosscheck.toml are read."


def _commands(found: tuple[Entry, ...]) -> Iterator[str]:
    yield ".SH COMMANDS"
    for entry in found:
        yield f'.SS "{_plain(f"crosscheck {entry.name} {entry.usage}")}"'.replace('"CLAIM"', '""CLAIM""')
        yield from _paragraphs(entry.help)
        for option in (*entry.arguments, *entry.options):
            yield from _option(option)
        yield from (".PP", "Example:", ".PP", ".RS 4", f".B {_plain(entry.example)}", ".RE")


def _paragraphs(text: str) -> Iterator[str]:
    for number, part in enumerate(text.split("\n\n")):
        if number:
            yield ".PP"
        yield _plain(part)


def _option(option: Option) -> Iterator[str]:
    names = ", ".join(f"\\fB{_plain(name)}\\fR" for name in option.names)
    yield ".TP"
    yield " ".join(filter(None, (names, f"\\fI{_plain(option.metavar)}\\fR" if option.metavar else "")))
    yield _plain(option.help)


def _listed(title: str, lines: dict[str, str]) -> Iterator[str]:
    yield f".SH {title}"
    for name, meaning in lines.items():
        yield from (".TP", f"\\fB{_plain(name)}\\fR", _plain(meaning))


def _plain(text: str) -> str:
    """Words that troff shows as they stand: no escape, no line that is taken for a request."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("~", "\\(ti").replace("^", "\\(ha").replace("`", "\\(ga")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


def write() -> None:
    if not PAGE.exists() or PAGE.read_text("utf-8") != page():
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(page(), "utf-8", newline="\n")
        print(f"made anew: man/{PAGE.name}")


if __name__ == "__main__":
    write()
