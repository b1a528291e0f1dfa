"""Are rows of a report drawn as rich draws them, whose place report/lines.py has taken?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import zip_longest

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from crosscheck.report import Look
from crosscheck.report.rows import _ONE_CELL, Cell, Piece, Row, cells_of
from crosscheck.report.terminal import drawn
from crosscheck.report.theme import STYLES

_LINK_NUMBER = re.compile(r"(\x1b\]8;)id=[^;\x1b]*(?=;)")  # rich gives each link one by chance

WORDS = st.text(alphabet="ab  \ncé,-“”…✔港人\u0301\u2068\u2069\u200d\ufe0f\U0001f6a2م", max_size=40) | st.just("an-exceedingly-long-word-" * 6)
PIECES = st.lists(st.builds(Piece, WORDS, st.sampled_from(["", *STYLES]), st.sampled_from(["", "", "file:///desk/a.txt#2"])), max_size=4).map(tuple)
CELLS = st.lists(st.builds(Cell, PIECES, st.sampled_from([None, 5, 12])), max_size=3).map(tuple)
UNBROKEN = PIECES.map(lambda pieces: tuple(Piece(re.sub(r"\n", "", piece.text), piece.role, piece.link) for piece in pieces))
ROWS = st.lists(st.builds(Row, CELLS, st.sampled_from([0, 2, 4]), UNBROKEN, st.sampled_from([1, 2])), max_size=3)


@settings(max_examples=150, deadline=None)
@given(ROWS, st.sampled_from([40, 57, 80]))
def test_rows_are_drawn_as_rich_draws_them(rows: list[Row], width: int) -> None:
    """Wide letters, accents, long words, styles and links: the same lines, broken at the same places."""
    console = Console(file=StringIO(), width=width, force_terminal=True, color_system="standard", legacy_windows=False)
    lines = list(_by_rich(rows, width, console))
    assert drawn(rows, Look(width)) == "".join(line.plain.rstrip(" ") + "\n" for line in lines)
    for line in lines:
        line.rstrip()
        console.print(line, soft_wrap=True)
    assert isinstance(console.file, StringIO)
    assert drawn(rows, Look(width, color=True)) == _LINK_NUMBER.sub("\\1", console.file.getvalue())


@pytest.mark.parametrize("role", STYLES)
def test_a_style_has_the_codes_that_rich_gives_it(role: str) -> None:
    """ "bold red" is 1;31."""
    assert drawn([Row((Cell((Piece("a", role),)),))], Look(80, color=True)) == Style.parse(STYLES[role]).render("a") + "\n"


def test_without_colour_only_links_are_marked() -> None:
    """A bold word that leads nowhere stands as it is."""
    row = Row((Cell((Piece("a", "title"), Piece("b", "title", "file:///b"))),))
    assert drawn([row], Look(80, base="file:///")) == "a\x1b]8;;file:///b\x1b\\b\x1b]8;;\x1b\\\n"


def test_a_tab_reaches_to_the_next_eighth_cell() -> None:
    """Of its own line."""
    assert drawn([Row((Cell((Piece("one\ttwo\nabc"), Piece("d\te"))),))], Look(80)) == "one     two\nabcd    e\n"


def test_what_counts_as_one_cell_takes_one() -> None:
    """By rich's table, which is asked for all other letters."""
    assert all(cell_len(letter) == 1 for letter in _ONE_CELL)
    assert (cells_of("“Amal” …"), cells_of("港"), cells_of("e\u0301")) == (8, 2, 1)


def _by_rich(rows: Iterable[Row], width: int, console: Console) -> Iterator[Text]:
    for row in rows:
        if not row.cells:
            yield Text()
            continue
        body = list(_body(row, width, console))
        if row.right:
            _set_right(body, _text(row.right), width)
        yield from body


def _body(row: Row, width: int, console: Console) -> Iterator[Text]:
    fixed = sum(cell.width or 0 for cell in row.cells) + row.gutter * (len(row.cells) - 1)
    widths = [max(width - row.indent - fixed, 12) if cell.width is None else cell.width for cell in row.cells]
    columns = [_fenced(_text(cell.pieces).wrap(console, room)) for cell, room in zip(row.cells, widths, strict=True)]
    for parts in zip_longest(*columns):
        line = Text(" " * row.indent)
        for part, room in zip(parts[:-1], widths[:-1], strict=True):
            cell = part or Text()
            cell.rstrip()
            line.append_text(cell)
            line.append(" " * (room - cell.cell_len + row.gutter))
        line.append_text(parts[-1] or Text())
        line.rstrip()
        yield line


def _fenced(lines: Iterable[Text]) -> list[Text]:
    fenced, still = [], 0
    for line in lines:
        ahead = still
        still = max(0, still + line.plain.count("\u2068") - line.plain.count("\u2069"))
        fenced.append(Text.assemble("\u2068" * ahead, line, "\u2069" * still) if ahead or still else line)
    return fenced


def _set_right(lines: list[Text], right: Text, width: int) -> None:
    for line in (lines[0], lines[-1]):
        gap = width - line.cell_len - right.cell_len
        if gap >= 2:
            line.append(" " * gap)
            line.append_text(right)
            return
    own = Text(" " * max(0, width - right.cell_len))
    own.append_text(right)
    lines.append(own)


def _text(pieces: Iterable[Piece]) -> Text:
    text = Text()
    for piece in pieces:
        style = STYLES[piece.role] if piece.role else ""
        text.append(piece.text, Style.parse(style) + Style(link=piece.link) if piece.link else style or None)
    return text
