"""What must a shell know to complete crosscheck's words?

A script that holds all of them: no key of Tab starts Python. Each shell is told in its own way, from the same menu. Words of help are quoted, so
that nothing in them is run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from crosscheck.cli._menu import HELP, Entry, Option, flat

_VERSION = Option(("--version",), "Print the version and end.")
TOP = (_VERSION, HELP)


# bash: completion falls back to files where the function finds nothing ("-o default")


def bash(menu: Sequence[Entry]) -> str:
    """Works from bash 3.2 on. `--format=js` comes in three words there, "=" among them."""
    return "\n".join(
        (
            '# eval "$(crosscheck completion bash)"',
            "_crosscheck() {",
            '    local at word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command="" known=""',
            "    COMPREPLY=()",
            "    for ((at = 1; at < COMP_CWORD; at++)); do",
            "        case ${COMP_WORDS[at]} in -*) ;; *) command=${COMP_WORDS[at]}; break ;; esac",
            "    done",
            "    if [[ $word == = ]]; then word=",
            "    elif [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi",
            "    case $command:$before in",
            *_bash_values(menu),
            "    *) case $command:$word in",
            *_bash_words(menu),
            "        esac ;;",
            "    esac",
            '    [[ -z $known ]] || COMPREPLY=($(compgen -W "$known" -- "$word"))',
            "}",
            "complete -o default -F _crosscheck crosscheck",
            "",
        )
    )


def _bash_values(menu: Sequence[Entry]) -> Iterator[str]:
    for entry, option in flat(menu):
        if option.metavar:
            names = "|".join(f"{entry.name}:{name}" for name in option.names)
            yield f"    {names}) known={_quoted(' '.join(option.values.words))} ;;"


def _bash_words(menu: Sequence[Entry]) -> Iterator[str]:
    names = " ".join((*(entry.name for entry in menu), *_names(TOP)))
    yield f"        :*) known={_quoted(names)} ;;"
    for entry in menu:
        yield f"        {entry.name}:-*) known={_quoted(' '.join(_names(entry.options)))} ;;"
        words = [word for one in entry.arguments for word in one.values.words]
        if words:
            yield f"        {entry.name}:*) known={_quoted(' '.join(words))} ;;"


# zsh: as a file "_crosscheck" of $fpath, or by eval


def zsh(menu: Sequence[Entry]) -> str:
    return "\n".join(
        (
            "#compdef crosscheck",
            "_crosscheck() {",
            "    local -a commands=(",
            *(f"        {_quoted(entry.name + ':' + entry.line)}" for entry in menu),
            "    )",
            "    if (( CURRENT == 2 )) && [[ $words[2] == -* ]]; then",
            f"        _arguments {' '.join(_zsh_option(option) for option in TOP)}",
            "    elif (( CURRENT == 2 )); then",
            "        _describe -t commands command commands",
            "    else",
            "        local command=$words[2]",
            "        shift words; (( CURRENT-- ))",
            "        case $command in",
            *(f"        {entry.name}) _arguments {' '.join(_zsh_parts(entry))} ;;" for entry in menu),
            "        esac",
            "    fi",
            "}",
            'if [[ $funcstack[1] == _crosscheck ]]; then _crosscheck "$@"; else compdef _crosscheck crosscheck; fi',
            "",
        )
    )


def _zsh_parts(entry: Entry) -> Iterator[str]:
    yield from map(_zsh_option, entry.options)
    for number, one in enumerate(entry.arguments, 1):
        place = "*:" if one.repeated else f"{number}:"
        yield _quoted(f"{place}{_zsh_plain(one.metavar)}:{_zsh_action(one)}")


def _zsh_option(option: Option) -> str:
    value = f":{_zsh_plain(option.metavar.partition('|')[0])}:{_zsh_action(option)}" if option.metavar else ""
    told = _quoted(f"[{_zsh_plain(option.help)}]{value}")
    if option.repeated or len(option.names) == 1:
        star = "'*'" if option.repeated else ""
        return " ".join(f"{star}{name}{told}" for name in option.names)
    excluding = _quoted(f"({' '.join(option.names)})")
    return excluding + "{" + ",".join(option.names) + "}" + told


def _zsh_action(option: Option) -> str:
    return f"({' '.join(option.values.words)})" if option.values.words else "_files" if option.values.files else " "


def _zsh_plain(text: str) -> str:
    return text.translate({ord("["): "(", ord("]"): ")", ord(":"): ",", ord("\\"): ""})


# fish: as completions/crosscheck.fish


def fish(menu: Sequence[Entry]) -> str:
    return "\n".join(
        (
            "complete -c crosscheck -e",
            *(f"complete -c crosscheck -n __fish_use_subcommand -f -a {entry.name} -d {_fish(entry.line)}" for entry in menu),
            *(f"complete -c crosscheck -n __fish_use_subcommand -f {_fish_names(option)} -d {_fish(option.help)}" for option in TOP),
            *(line for entry in menu for line in _fish_lines(entry)),
            "",
        )
    )


def _fish_lines(entry: Entry) -> Iterator[str]:
    here = f"complete -c crosscheck -n '__fish_seen_subcommand_from {entry.name}'"
    for option in entry.options:
        value = f" {_fish_values(option)}" if option.metavar else ""
        yield f"{here} {_fish_names(option)}{value} -d {_fish(option.help)}"
    words = [word for one in entry.arguments for word in one.values.words]
    if words:
        yield f"{here} -f -a {_fish(' '.join(words))}"


def _fish_names(option: Option) -> str:
    return " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)


def _fish_values(option: Option) -> str:
    if option.values.words:
        return f"-x -a {_fish(' '.join(option.values.words))}"
    return "-r -F" if option.values.files else "-x"


def _fish(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _names(options: Sequence[Option]) -> Iterator[str]:
    return (name for option in options for name in option.names)


def _quoted(text: str) -> str:
    """For bash and zsh: nothing inside single quotes means anything but the single quote."""
    escaped = text.replace("'", "'\\''")
    return f"'{escaped}'"


SHELLS: dict[str, Callable[[Sequence[Entry]], str]] = {"bash": bash, "zsh": zsh, "fish": fish}
