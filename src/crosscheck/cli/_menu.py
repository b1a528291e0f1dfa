"""What can be typed after `crosscheck`? The commands with their options, read from the commands themselves.

Completion and the manual page are made of it, so that neither can know less than `--help`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from crosscheck.report import formats_for
from crosscheck.values import dataclass

FILES = ("FILE", "PATH", "OLD", "NEW", "REPORT")  # a metavar with one of these words in it stands for a file


@dataclass(frozen=True, slots=True)
class Values:
    """What can stand in a place: some words, a file, or neither where nobody can know."""

    words: tuple[str, ...] = ()
    files: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """`metavar` is what stands for its value in the help, "" for an option without one."""

    names: tuple[str, ...]
    help: str
    metavar: str = ""
    values: Values = Values()
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: its lines of help, the example at their end, what it takes, and its usage line without its name."""

    name: str
    line: str
    help: str
    example: str
    usage: str
    options: tuple[Option, ...]
    arguments: tuple[Option, ...]


Known = Mapping[str, tuple[str, ...]]
"""The words of each metavar that stands for one of a list: FORMAT, TOPIC, RULE, NAME."""


def menu(commands: Mapping[str, Any], lines: Mapping[str, str], known: Known) -> tuple[Entry, ...]:
    """`commands` by name as the command line has them, `lines` what each does in a line."""
    return tuple(_entry(name, commands[name], line, known) for name, line in lines.items())


def _entry(name: str, command: Any, line: str, known: Known) -> Entry:
    own = {**known, "FORMAT": formats_for(name) if name != "config" else ("text", "json")}
    options = tuple(_option(one, own) for one in command.params if one.param_type_name == "option")
    arguments = tuple(_argument(one, own) for one in command.params if one.param_type_name == "argument")
    example = (command.epilog or "").rpartition("\n")[2].strip()
    usage = " ".join(("[OPTIONS]", *(one.metavar for one in arguments)))
    return Entry(name, line, _unwrapped(command.help or line), example, usage, (*options, HELP), arguments)


HELP = Option(("-h", "--help"), "Show this message and exit.")


def _option(param: Any, known: Known) -> Option:
    names = tuple(sorted((*param.opts, *param.secondary_opts), key=len))
    if param.is_flag:
        return Option(names, param.help or "")
    words = _choices(param)
    metavar = param.metavar or ("|".join(words) if words else param.type.name.upper())
    return Option(names, param.help or "", metavar, _values(metavar, words, known), bool(param.multiple))


def _argument(param: Any, known: Known) -> Option:
    words = _choices(param)
    metavar = param.metavar or "|".join(words)
    return Option((), param.help or "", metavar, _values(metavar, words, known), param.nargs != 1)


def _choices(param: Any) -> tuple[str, ...]:
    return tuple(str(getattr(one, "value", one)) for one in getattr(param.type, "choices", None) or ())


def _values(metavar: str, words: tuple[str, ...], known: Known) -> Values:
    if words:
        return Values(words)
    name = metavar.strip("[].")
    return Values(known[name]) if name in known else Values(files=any(one in metavar for one in FILES))


def _unwrapped(text: str) -> str:
    """Paragraphs of one line each."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def known_words(topics: Callable[[], Iterable[str]]) -> Known:
    """Imports what each list comes from; for a command that prints them and does nothing else."""
    from crosscheck.judge.catalogue import entries
    from crosscheck.report.schemas import names

    rules = entries()
    families = dict.fromkeys(rule.family for rule in rules)
    return {
        "TOPIC": tuple(topics()),
        "RULE": (*families, *(rule.id for rule in rules)),
        "NAME": tuple(name for name, _ in names()),
    }


def flat(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Option]]:
    """Every option with its command."""
    return ((entry, option) for entry in entries for option in entry.options)
