"""Do the shells complete crosscheck's words? Each that is installed here is run."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crosscheck.cli._menu import flat, known_words, menu
from crosscheck.cli.main import COMMANDS, app, commands

# what is typed, and the words that can stand there: a unique beginning, so that every shell completes it
CASES = (
    (("tim",), "timeline"),
    (("--vers",), "--version"),
    (("compare", "--form"), "--format"),
    (("compare", "--format", "mark"), "markdown"),
    (("compare", "--verdict", "contr"), "contradiction"),
    (("claims", "-t", "deliv"), "deliveries"),
    (("rules", "time.disj"), "time.disjoint"),
    (("schema", "inspect-"), "inspect-line"),
    (("cache", "cl"), "clear"),
    (("check", "--fail-on", "ref"), "refuted"),
    (("compare", "a n"), "a news.txt"),
)
NAMES = [" ".join(words) for words, _ in CASES]


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scripts")
    for shell in ("bash", "zsh", "fish"):
        done = CliRunner().invoke(app, ["completion", shell])
        assert done.exit_code == 0, done.output
        folder.joinpath(f"crosscheck.{shell}").write_text(done.stdout, "utf-8")
    folder.joinpath("a news.txt").write_text("Rain fell.")
    return folder


def needs(shell: str) -> str:
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"{shell} is not installed")
    return found


@pytest.mark.parametrize(("words", "expected"), CASES[:-1], ids=NAMES[:-1])
def test_bash_completes(scripts: Path, words: Sequence[str], expected: str) -> None:
    """The function that bash calls leaves the word in COMPREPLY; for files it leaves nothing, and bash finds them itself."""
    line = " ".join(f"'{word}'" for word in ("crosscheck", *words))
    script = f". ./crosscheck.bash; COMP_WORDS=({line}); COMP_CWORD={len(words)}; _crosscheck; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    done = subprocess.run([needs("bash"), "--norc", "-c", script], cwd=scripts, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [expected]


def test_bash_completes_a_value_behind_an_equals_sign(scripts: Path) -> None:
    """ "--format=ht" are three words for bash."""
    script = '. ./crosscheck.bash; COMP_WORDS=(crosscheck compare --format = ht); COMP_CWORD=4; _crosscheck; echo "${COMPREPLY[@]}"'
    assert subprocess.run([needs("bash"), "--norc", "-c", script], cwd=scripts, capture_output=True, text=True, check=True).stdout == "html\n"


@pytest.mark.parametrize(("words", "expected"), CASES, ids=NAMES)
def test_fish_completes(scripts: Path, words: Sequence[str], expected: str) -> None:
    """`complete -C` prints what Tab would offer, with what it means."""
    typed = " ".join(("crosscheck", *words)).replace("a n", "a\\\\ n")
    script = f"source crosscheck.fish; complete -C '{typed}'"
    done = subprocess.run([needs("fish"), "--no-config", "-c", script], cwd=scripts, capture_output=True, text=True, check=True)
    assert expected in [line.partition("\t")[0].replace("\\ ", " ") for line in done.stdout.splitlines()]


@pytest.mark.parametrize(("words", "expected"), CASES, ids=NAMES)
def test_zsh_completes(scripts: Path, words: Sequence[str], expected: str) -> None:
    """Typed into a terminal of its own, with Tab after it."""
    typed = " ".join(("crosscheck", *words)).replace("a n", "a\\ n")
    setting = "PS1= ; unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u -D; . ./crosscheck.zsh; print rea''dy\n"
    with Terminal([needs("zsh"), "-f", "-i"], scripts) as terminal:
        terminal.type(setting, until="ready")
        shown = terminal.type(f"{typed}\t", until=expected.replace(" ", "\\ "))
    assert expected.replace(" ", "\\ ") in shown


class Terminal:
    """A program that believes that somebody types."""

    def __init__(self, command: Sequence[str], folder: Path):
        self._main, other = pty.openpty()
        environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "dumb", "COLUMNS": "200"}
        self._process = subprocess.Popen(command, cwd=folder, env=environment, stdin=other, stdout=other, stderr=other, start_new_session=True)
        os.close(other)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._main)

    def type(self, keys: str, until: str) -> str:
        """What is shown after the keys, up to the words that are waited for, or after ten seconds."""
        os.write(self._main, keys.encode())
        shown, end = b"", time.monotonic() + 10
        while until.encode() not in shown and time.monotonic() < end:
            if select.select([self._main], [], [], 0.1)[0]:
                shown += os.read(self._main, 4096)
        return shown.decode("utf-8", "replace")


def test_no_option_of_a_command_is_left_out() -> None:
    """What `--help` lists can be completed."""
    made = menu(commands(), COMMANDS, known_words(lambda: ()))
    for name in COMMANDS:
        shown = CliRunner(env={"COLUMNS": "200"}).invoke(app, [name, "--help"]).stdout
        listed = {word.strip(",") for line in shown.partition("Options:")[2].splitlines() for word in line.split()[:2] if word.startswith("-")}
        assert listed == {option for entry, one in flat(made) if entry.name == name for option in one.names}
