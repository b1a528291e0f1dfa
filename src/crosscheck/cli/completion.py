"""`crosscheck completion`: how does a shell complete crosscheck's words?"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from crosscheck.cli import _options as options
from crosscheck.cli._exit import Command, Exit, example
from crosscheck.cli._menu import known_words, menu
from crosscheck.cli._names import sound_topics
from crosscheck.settings import settings_for

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Shell(StrEnum):
    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


@app.command(cls=Command, epilog=example("completion bash > crosscheck.bash && . ./crosscheck.bash"))
def completion(
    shell: Annotated[Shell, typer.Argument(help="The shell that is to complete.", show_default=False)], config: options.Config = None
) -> int:
    """Print what makes a shell complete crosscheck's words.

    Commands, options, topics (your own as well), rules, formats and files. bash: eval "$(crosscheck completion bash)" in ~/.bashrc; zsh: the same in
    ~/.zshrc after compinit; fish: crosscheck completion fish > ~/.config/fish/completions/crosscheck.fish.
    """
    from crosscheck.cli._shells import SHELLS
    from crosscheck.cli.main import COMMANDS, commands

    print(SHELLS[shell.value](menu(commands(), COMMANDS, known_words(lambda: _topics(config)))), end="")
    return Exit.DONE


def _topics(config: Path | None) -> Iterator[str]:
    from crosscheck.extract.topics import catalogue

    return (topic.name for topic in catalogue(sound_topics(settings_for(Path.cwd(), config))).topics)
