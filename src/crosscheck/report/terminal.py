"""What does a result look like in a terminal, or in a file of plain text?

The views make rows; here they are wrapped to the width and coloured. Words of articles reach rich only as Text, so that a "[dead]" in a
quote stays and a "[/b]" does no harm. A view is imported when it is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from itertools import zip_longest

from rich.console import Console
from rich.style import Style
from rich.text import Span, Text

from crosscheck.extract.topics import Topic
from crosscheck.model.answer import Answer
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Extract
from crosscheck.model.explanation import Explanation
from crosscheck.model.report import Report
from crosscheck.model.revision import Revision
from crosscheck.model.sources import Sources
from crosscheck.model.timeline import Timeline
from crosscheck.report.format import Look, NamedRule
from crosscheck.report.quotes import FENCE, FENCE_END
from crosscheck.report.rows import Piece, Row
from crosscheck.report.theme import STYLES

_NARROWEST = 40  # below it, words would stand one a line
_NUMBERED = re.compile(r"(\x1b\]8;)id=[^;\x1b]*(?=;)")  # rich gives each link a number by chance; the same input has the same output
_GAP = 2  # at least, before what stands flush right


def compare(report: Report, look: Look) -> str:
    from crosscheck.report.views.compare import compare as rows

    return drawn(rows(report, look), look)


def matrix(report: Report, look: Look) -> str:
    from crosscheck.report.views.matrix import matrix as rows

    return drawn(rows(report, look), look)


def explain(explanation: Explanation, report: Report, look: Look) -> str:
    from crosscheck.report.views.explain import explain as rows

    return drawn(rows(explanation, report, look), look)


def claims(articles: Sequence[Article], claims: Sequence[Claim], look: Look) -> str:
    from crosscheck.report.views.claims import claims as rows

    return drawn(rows(articles, claims, look), look)


def inspect(articles: Sequence[Article], extracts: Mapping[str, Extract], look: Look) -> str:
    from crosscheck.report.views.inspect import inspect as rows

    return drawn(rows(articles, extracts, look), look)


def check(answers: Sequence[Answer], articles: Sequence[Article], look: Look) -> str:
    from crosscheck.report.views.check import check as rows

    return drawn(rows(answers, articles, look), look)


def diff(found: Revision, look: Look) -> str:
    from crosscheck.report.views.diff import diff as rows

    return drawn(rows(found, look), look)


def sources(found: Sources, look: Look) -> str:
    from crosscheck.report.views.dependence import sources as rows

    return drawn(rows(found, look), look)


def timeline(found: Timeline, look: Look) -> str:
    from crosscheck.report.views.timeline import timeline as rows

    return drawn(rows(found, look), look)


def topics(topics: Sequence[Topic], look: Look) -> str:
    from crosscheck.report.views.catalogues import topics as rows

    return drawn(rows(topics, look), look)


def rules(rules: Sequence[NamedRule], look: Look) -> str:
    from crosscheck.report.views.catalogues import rules as rows

    return drawn(rows(rules, look), look)


def drawn(rows: Iterable[Row], look: Look) -> str:
    """The rows as lines of at most `look.width` cells, each ended by a line break; coloured with ANSI codes where the look says so."""
    width, is_marked = max(look.width, _NARROWEST), look.color or look.base is not None
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=is_marked,
        color_system="standard" if is_marked else None,
        no_color=not look.color,
        legacy_windows=False,
    )
    lines = [line for row in rows for line in _lines(row, width, console)]
    if not is_marked:
        return "".join(line.plain.rstrip(" ") + "\n" for line in lines)
    for line in lines:
        line.rstrip()
        console.print(line if look.color else _with_links_alone(line), soft_wrap=True)
    file = console.file
    return _NUMBERED.sub("\\1", file.getvalue()) if isinstance(file, StringIO) else ""


def _lines(row: Row, width: int, console: Console) -> Iterator[Text]:
    if not row.cells:
        yield Text()
        return
    body = list(_body(row, width, console))
    if row.right:
        _set_right(body, _text(row.right), width)
    yield from body


def _body(row: Row, width: int, console: Console) -> Iterator[Text]:
    """The cells wrapped each to its width, side by side."""
    widths = _widths(row, width - row.indent)
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
    """Right-to-left words that go on in the next line, fenced off in each: else what stands beside the first would be turned round with them."""
    fenced, still = [], 0
    for line in lines:
        ahead = still
        still = max(0, still + line.plain.count(FENCE) - line.plain.count(FENCE_END))
        fenced.append(Text.assemble(FENCE * ahead, line, FENCE_END * still) if ahead or still else line)
    return fenced


def _widths(row: Row, width: int) -> list[int]:
    fixed = sum(cell.width or 0 for cell in row.cells) + row.gutter * (len(row.cells) - 1)
    return [max(width - fixed, 12) if cell.width is None else cell.width for cell in row.cells]


def _set_right(lines: list[Text], right: Text, width: int) -> None:
    """Flush right on the first line, or on the last, or on a line of its own: wherever there is room first."""
    for line in (lines[0], lines[-1]):
        gap = width - line.cell_len - right.cell_len
        if gap >= _GAP:
            line.append(" " * gap)
            line.append_text(right)
            return
    own = Text(" " * max(0, width - right.cell_len))
    own.append_text(right)
    lines.append(own)


def _text(pieces: Iterable[Piece]) -> Text:
    text = Text()
    for piece in pieces:
        text.append(piece.text, _style(piece))
    return text


def _with_links_alone(line: Text) -> Text:
    """Links are no colour: where there is to be none, neither is anything bold."""
    linked = ((span, Style.parse(span.style) if isinstance(span.style, str) else span.style) for span in line.spans)
    return Text(line.plain, spans=[Span(span.start, span.end, Style(link=style.link)) for span, style in linked if style.link])


def _style(piece: Piece) -> Style | str | None:
    style = STYLES[piece.role] if piece.role else ""
    return Style.parse(style) + Style(link=piece.link) if piece.link else style or None
