"""What is a line of a report before anybody knows how it will be drawn?

A view makes rows of cells of pieces; `report/terminal.py` wraps, colours and joins them. Widths are in terminal cells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from crosscheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words and the part they play, a name in theme.STYLES; "" is running text. A line break in them breaks the line.

    `link` is the address that they lead to, where the terminal can follow one.
    """

    text: str
    role: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Pieces that are wrapped together. `width` None takes what the others leave."""

    pieces: tuple[Piece, ...]
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side, `gutter` spaces apart, behind `indent` spaces; `right` stands flush right on the first line where it fits."""

    cells: tuple[Cell, ...] = ()
    indent: int = 0
    right: tuple[Piece, ...] = ()
    gutter: int = 2


BLANK = Row()

_PLAIN = ((0x20, 0x7F), (0xA0, 0x300), (0x370, 0x483), (0x2010, 0x2028), (0x2030, 0x205F), (0x20A0, 0x20C0), (0x2190, 0x231A), (0x2500, 0x25FD))
_ONE_CELL = frozenset("✔✘").union(*(map(chr, range(*some)) for some in _PLAIN))
"""Letters and marks that take one cell each, whatever stands beside them; of others rich has a table."""


def row(*pieces: Piece | str, indent: int = 0, right: Iterable[Piece] = ()) -> Row:
    """A row of one cell."""
    return Row((Cell(tuple(Piece(piece) if isinstance(piece, str) else piece for piece in pieces)),), indent, tuple(right))


def hanging(mark: Piece, *pieces: Piece | str, indent: int = 0, right: Iterable[Piece] = ()) -> Row:
    """A row behind a mark; further lines start below the first one's text."""
    body = row(*pieces).cells[0]
    return Row((Cell((mark,), cells_of(mark.text)), body), indent, tuple(right), gutter=1)


def headed(command: str, *counts: str) -> Row:
    """The first line of a view: the command that made it, and how much there is."""
    return row(Piece(" ".join(filter(None, ("crosscheck", command))), "title"), " · " + ", ".join(filter(None, counts)))


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 claim", "1,200 claims"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def with_counts(names: Iterable[str]) -> Iterator[str]:
    """ "agent", "patient ×3": each name once, in the order in which they come first."""
    for name, times in Counter(names).items():
        yield f"{name} ×{times}" if times > 1 else name


def cells_of(text: str) -> int:
    """How many cells of a terminal the text takes, as rich counts them: two for a wide letter, none for an accent."""
    if is_plain(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def is_plain(text: str) -> bool:
    """Whether each of its letters takes a cell, so that nobody need be asked."""
    return text.isascii() or _ONE_CELL.issuperset(text)


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells, an ellipsis where something was left out at its end; no letter is parted from its accents."""
    if cells_of(text) <= width:
        return text
    if is_plain(text):
        return text[: max(width - 1, 0)].rstrip() + "…"
    from rich.cells import chop_cells

    return (chop_cells(text, width - 1)[0] if width > 1 else "").rstrip() + "…"
