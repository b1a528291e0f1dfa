"""How do words of several styles become lines of a terminal: wrapped to a width, put side by side, coloured with ANSI codes?

As rich draws them, to which tests hold every line, but in a fifth of its time and without the forty modules that it imports: a sixth of a run
whose report is known already. Rich is asked only for the width of letters that are not plainly one cell wide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from crosscheck.report.rows import Piece, cells_of, is_plain
from crosscheck.report.theme import STYLES
from crosscheck.values import dataclass

_TAB = 8  # cells from one stop to the next
_WORD = re.compile(r"\s*\S+\s*")
_UNSHOWN = {7: None, 8: None, 11: None, 12: None, 13: None}  # they move the cursor or ring; article's own are shown as signs before they come here
_ATTRIBUTES = ("bold", "dim", "italic", "underline")
_COLOURS = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")


@dataclass(frozen=True, slots=True)
class Run:
    """From where to where in a line words have a role, a name in theme.STYLES, or lead to an address."""

    start: int
    end: int
    role: str
    link: str


@dataclass(frozen=True, slots=True)
class Line:
    """Some words, and which of them are more than running text."""

    words: str = ""
    runs: tuple[Run, ...] = ()

    @property
    def cells(self) -> int:
        return cells_of(self.words)

    def __add__(self, other: Line) -> Line:
        after = len(self.words)
        moved = (Run(run.start + after, run.end + after, run.role, run.link) for run in other.runs)
        return Line(self.words + other.words, (*self.runs, *moved))

    def cut(self, start: int, end: int) -> Line:
        """The words from here to there."""
        inside = (run for run in self.runs if max(run.start, start) < min(run.end, end))
        runs = tuple(Run(max(run.start, start) - start, min(run.end, end) - start, run.role, run.link) for run in inside)
        return Line(self.words[start:end], runs)

    def stripped(self) -> Line:
        """Without the spaces at its end."""
        length = len(self.words.rstrip())
        return self if length == len(self.words) else self.cut(0, length)


def line_of(pieces: Iterable[Piece]) -> Line:
    """The pieces after one another; a line break in them is still one."""
    words, runs, end = [], [], 0
    for piece in _untabbed([piece for piece in pieces if piece.text]):
        words.append(piece.text.translate(_UNSHOWN))
        start, end = end, end + len(words[-1])
        if piece.link or (piece.role and STYLES[piece.role]):
            runs.append(Run(start, end, piece.role, piece.link))
    return Line("".join(words), tuple(runs))


def _untabbed(pieces: list[Piece]) -> list[Piece]:
    """With spaces to the next eighth cell in place of each tab."""
    if not any("\t" in piece.text for piece in pieces):
        return pieces
    found, before = [], ""
    for piece in pieces:
        first, *others = piece.text.split("\t")
        words, before = first, before + first
        for other in others:
            room = " " * (_TAB - cells_of(before.rpartition("\n")[2]) % _TAB)
            words, before = words + room + other, before + room + other
        found.append(Piece(words, piece.role, piece.link))
    return found


def wrapped(line: Line, width: int) -> list[Line]:
    """In lines of at most so many cells, broken between words, and inside of those that are too long for any line."""
    found, start = [], 0
    for part in line.words.split("\n"):
        borders = [0, *_breaks(part, width), len(part)]
        found += [_in_room(line.cut(start + first, start + last), width) for first, last in pairwise(borders)]
        start += len(part) + 1
    return found


def _breaks(text: str, width: int) -> Iterator[int]:
    """Where a new line begins."""
    if len(text) <= width and cells_of(text) <= width:
        return
    filled = 0
    for match in _WORD.finditer(text):
        start, word = match.start(), match[0]
        needed = cells_of(word.rstrip())
        if needed <= width - filled:
            filled += cells_of(word)
        elif needed > width:
            *parts, last = _chopped(word, width)
            yield from (at for at in _starts(start, parts) if at)
            filled = cells_of(last)
        elif filled and start:
            yield start
            filled = cells_of(word)


def _starts(start: int, parts: Iterable[str]) -> Iterator[int]:
    """Where each part begins, and what comes after the last one."""
    yield start
    for part in parts:
        start += len(part)
        yield start


def _chopped(word: str, width: int) -> list[str]:
    if is_plain(word):
        return [word[at : at + width] for at in range(0, len(word), width)]
    from rich.cells import chop_cells

    return chop_cells(word, width)


def _in_room(line: Line, width: int) -> Line:
    """Without the spaces for which there is no room."""
    over = len(line.words) - width
    if over > 0:
        spaces = len(line.words) - len(line.words.rstrip())
        line = line.cut(0, len(line.words) - min(spaces, over))
    if line.cells <= width:
        return line
    from rich.cells import set_cell_size

    shorter = set_cell_size(line.words, width)
    return Line(shorter, line.cut(0, len(shorter)).runs)


def coloured(line: Line, *, links_alone: bool = False) -> str:
    """With ANSI codes around its runs. Links are no colour: where there is to be none, neither is anything bold."""
    shown, end = [], 0
    for run in line.runs:
        words = line.words[run.start : run.end]
        codes = "" if links_alone else _codes(run.role)
        words = f"\x1b[{codes}m{words}\x1b[0m" if codes else words
        shown += [line.words[end : run.start], f"\x1b]8;;{run.link}\x1b\\{words}\x1b]8;;\x1b\\" if run.link else words]
        end = run.end
    return "".join((*shown, line.words[end:]))


@cache
def _codes(role: str) -> str:
    """The numbers by which a terminal knows a style: "1;31" for "bold red"."""
    return ";".join(_number(word) for word in STYLES[role].split()) if role else ""


def _number(word: str) -> str:
    if word in _ATTRIBUTES:
        return str(1 + _ATTRIBUTES.index(word))
    bright = word.startswith("bright_")
    return str((90 if bright else 30) + _COLOURS.index(word.removeprefix("bright_")))
