"""Do the pages say what the program says?

A part of a page between two marks, each on a line of its own, is made by the program:

    <!-- help compare -->                          what `crosscheck compare --help` prints
    <!-- rules time -->                            the ladder of a facet, or "all" ladders
    <!-- example compare | time.within, = not -->  what the command prints on the seeds
    <!-- /example -->
    <!-- measured latest -->                       how well crosscheck does: some of the latest scores that bench/quality.py keeps

After the bar of an example stand texts: of each the first paragraph of the output that holds it is shown, in the order of the output, and
`[…]` for what is left out; a text may say how many lines ("= not ×4"). `python -m tools.docs` makes every part anew;
`python -m tools.docs help rules` only those kinds.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from typer.testing import CliRunner

from crosscheck.cli.main import app
from crosscheck.judge.catalogue import markdown
from tools import man

ROOT = Path(__file__).parents[1]
LONGEST = 24  # lines of a paragraph of an example; what follows is left out
LEFT_OUT = "[…]"


def pages() -> tuple[Path, ...]:
    """Every page that can hold a made part."""
    return tuple(sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]))


def renewed(page: str, kinds: Collection[str]) -> str:
    """The page with its parts of these kinds made anew. Raises ValueError for a mark that is never closed."""
    lines = page.splitlines()
    made: list[str] = []
    at = 0
    while at < len(lines):
        line, at = lines[at], at + 1
        made.append(line)
        kind, what = marked(line)
        if kind:
            end = lines.index(f"<!-- /{kind} -->", at)
            made += PARTS[kind](what).splitlines() if kind in kinds else lines[at:end]
            at = end
    return "\n".join(made) + "\n"


def marked(line: str) -> tuple[str, str]:
    """The kind of part that a line opens, and of what; two empty texts for any other line."""
    kind, _, what = line.removeprefix("<!-- ").removesuffix(" -->").partition(" ")
    is_mark = line.startswith("<!-- ") and line.endswith(" -->") and kind in PARTS
    return (kind, what) if is_mark else ("", "")


# what a part says


def help_of(command: str) -> str:
    """The help of a command, at 80 columns; of the whole program for "crosscheck"."""
    words = [] if command == "crosscheck" else [command]
    shown = CliRunner(env={"COLUMNS": "80", "TERMINAL_WIDTH": "80"}).invoke(app, [*words, "--help"], prog_name="crosscheck")
    return fenced(shown.stdout)


def rules_of(family: str) -> str:
    """The table of a facet's rules, or all that docs/rules.md tells."""
    _, introduction, *sections = markdown().split("\n\n")
    if family == "all":
        return "\n" + anchored("\n\n".join([introduction, *sections]).strip()) + "\n\n"
    return "\n" + sections[sections.index(f"## {family}") + 1].strip() + "\n\n"


def anchored(tables: str) -> str:
    """Each row has the name of its rule, so that docs/rules.md#time.disjoint leads to it."""
    return re.sub(r"^\| `([a-z_.]+)` \|", r'| <a id="\1"></a>`\1` |', tables, flags=re.MULTILINE)


def example_of(what: str) -> str:
    """The command with what it prints on the seeds, shortened to the paragraphs that are named."""
    command, _, wanted = what.partition(" | ")
    printed = output_of(command)
    names = [name.strip() for name in wanted.split(",") if name.strip()]
    missing = [name for name in names if name.partition(" ×")[0] not in printed]
    if missing:
        print(f"crosscheck {command}: nothing holds {', '.join(missing)}", file=sys.stderr)
    return fenced(f"$ crosscheck {command}\n{shortened(printed, names)}")


@cache
def output_of(command: str) -> str:
    """What crosscheck prints at 80 columns, without colour, and with a cache of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "XDG_CACHE_HOME")}
    environment = kept | {"NO_COLOR": "1", "COLUMNS": "80", "CROSSCHECK_CACHE_DIR": _cache().name}
    call = [sys.executable, "-m", "crosscheck", *shlex.split(command)]
    done = subprocess.run(call, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.stdout.replace(_cache().name, "~/.cache/crosscheck").strip("\n")


@cache
def _cache() -> TemporaryDirectory[str]:
    """A folder that is gone when the process ends."""
    return TemporaryDirectory(prefix="crosscheck-docs-")


def shortened(text: str, names: Sequence[str]) -> str:
    """The paragraphs that are named, in their order; all where none is named."""
    paragraphs = text.split("\n\n")
    shown = {number: lines for number, lines in (_found(name, paragraphs) for name in names) if number >= 0}
    return "\n\n".join(_with_gaps(paragraphs, shown or dict.fromkeys(range(len(paragraphs)), LONGEST)))


def _found(name: str, paragraphs: Sequence[str]) -> tuple[int, int]:
    """The first paragraph that holds the name, -1 where none does, and how many of its lines are wanted."""
    words, _, lines = name.partition(" ×")
    return next((number for number, one in enumerate(paragraphs) if words in one), -1), int(lines or LONGEST)


def _with_gaps(paragraphs: Sequence[str], shown: Mapping[int, int]) -> Iterator[str]:
    before = -1
    for number in sorted(shown):
        if number > before + 1:
            yield LEFT_OUT
        yield _cut(paragraphs[number], shown[number])
        before = number
    if before < len(paragraphs) - 1:
        yield LEFT_OUT


def _cut(paragraph: str, most: int) -> str:
    lines = paragraph.split("\n")
    return paragraph if len(lines) <= most else "\n".join([*lines[:most], f"  {LEFT_OUT}"])


MEASURED = (
    ("changed facts between two versions of a text that are found", "edits", "contradiction R", "{} %"),
    ("false alarms among changes of mere wording", "edits", "false per 100 neutral", "{} in 100"),
    ("what is called a contradiction in whole news stories whose errors were read for it, and is one", "stories-gold", "contradiction P", "{} %"),
    ("contradictions that are found in whole news stories whose errors were read for it", "stories-gold", "contradiction R", "{} %"),
    ("the same in stories that nobody had read", "stories-fresh", "contradiction R", "{} %"),
    ("the same in made-up stories by independent reporters that nobody had read", "made-fresh", "contradiction R", "{} %"),
    ("articles of one event that are put together, and only they (F1)", "gvc-stories", "B3 F1", "{} %"),
    ("copies among 1,000 articles that are found, and only they (F1)", "copies", "planted F1", "{} %"),
)


def measured_of(which: str) -> str:
    """A line a score, with what it was measured on."""
    kept = [json.loads(line) for line in (ROOT / "bench" / "scores.jsonl").read_text("utf-8").splitlines()]
    latest = {one["name"]: one for one in kept}
    rows = (
        f"| {question} | {shape.format(latest[name]['scores'][measure])} | {name}: {latest[name]['items']} |"
        for question, name, measure, shape in MEASURED
    )
    return "\n" + "\n".join(("| | | measured on |", "|---|---|---|", *rows)) + "\n\n"


def fenced(text: str) -> str:
    body = "\n".join(line.rstrip() for line in text.strip("\n").split("\n"))
    return f"\n```\n{body}\n```\n\n"


PARTS: dict[str, Callable[[str], str]] = {"help": help_of, "rules": rules_of, "example": example_of, "measured": measured_of}
CHECKED = ("help", "rules", "measured")  # an example shows how well articles are read, which changes with every better word list


def main(kinds: Sequence[str]) -> None:
    for path in pages():
        page = path.read_text("utf-8")
        made = renewed(page, kinds or tuple(PARTS))
        if made != page:
            path.write_text(made, "utf-8", newline="\n")
            print(f"made anew: {path.relative_to(ROOT)}")
    if not kinds or "help" in kinds:
        man.write()  # is made of the help as well


if __name__ == "__main__":
    main(sys.argv[1:])
