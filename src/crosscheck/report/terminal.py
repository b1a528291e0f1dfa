"""What does a result look like in a terminal, or in a file of plain text?

The views make rows; here their cells are wrapped and set side by side. A view is imported when it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from crosscheck.report.format import Look, NamedRule
from crosscheck.report.lines import Line, coloured, line_of, wrapped
from crosscheck.report.quotes import FENCE, FENCE_END
from crosscheck.report.rows import Row

if TYPE_CHECKING:  # as in report/format.py: a view needs what it shows and nothing of the others
    from crosscheck.extract.topics import Topic
    from crosscheck.model.answer import Answer
    from crosscheck.model.article import Article
    from crosscheck.model.claim import Claim, Extract
    from crosscheck.model.explanation import Explanation
    from crosscheck.model.report import Report
    from crosscheck.model.revision import Revision
    from crosscheck.model.sources import Sources
    from crosscheck.model.timeline import Timeline

_NARROWEST = 40  # below it, words would stand one a line
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
    width = max(look.width, _NARROWEST)
    lines = (line for row in rows for line in _lines(row, width))
    if not look.color and look.base is None:
        return "".join(line.words.rstrip(" ") + "\n" for line in lines)
    return "".join(coloured(line.stripped(), links_alone=not look.color) + "\n" for line in lines)


def _lines(row: Row, width: int) -> list[Line]:
    if not row.cells:
        return [Line()]
    body = list(_body(row, width))
    return _with_right(body, line_of(row.right), width) if row.right else body


def _body(row: Row, width: int) -> Iterator[Line]:
    """The cells wrapped each to its width, side by side."""
    widths = _widths(row, width - row.indent)
    columns = [_fenced(wrapped(line_of(cell.pieces), room)) for cell, room in zip(row.cells, widths, strict=True)]
    for *parts, last in zip_longest(*columns, fillvalue=Line()):
        line = Line(" " * row.indent)
        for part, room in zip(parts, widths, strict=False):
            cell = part.stripped()
            line += cell + Line(" " * (room - cell.cells + row.gutter))
        yield (line + last).stripped()


def _fenced(lines: Sequence[Line]) -> list[Line]:
    """Right-to-left words that go on in the next line, fenced off in each: else what stands beside the first would be turned round with them."""
    fenced, still = [], 0
    for line in lines:
        ahead = still
        still = max(0, still + line.words.count(FENCE) - line.words.count(FENCE_END))
        fenced.append(Line(FENCE * ahead) + line + Line(FENCE_END * still) if ahead or still else line)
    return fenced


def _widths(row: Row, width: int) -> list[int]:
    fixed = sum(cell.width or 0 for cell in row.cells) + row.gutter * (len(row.cells) - 1)
    return [max(width - fixed, 12) if cell.width is None else cell.width for cell in row.cells]


def _with_right(lines: list[Line], right: Line, width: int) -> list[Line]:
    """Flush right on the first line, or on the last, or on a line of its own: wherever there is room first."""
    for at in (0, -1):
        gap = width - lines[at].cells - right.cells
        if gap >= _GAP:
            lines[at] += Line(" " * gap) + right
            return lines
    return [*lines, Line(" " * max(0, width - right.cells)) + right]
