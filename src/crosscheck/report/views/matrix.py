"""The same facts as a table: a row a fact, a column an article.

From `_WIDE` cells on a question stands beside its values, below it above them. Columns that do not fit go into further blocks, each with the
rows of which one of its articles speaks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from crosscheck.model.report import Report
from crosscheck.model.verdict import Verdict
from crosscheck.report.format import Look
from crosscheck.report.matrix import Fact, State, Told, facts_of
from crosscheck.report.quotes import isolated, visible
from crosscheck.report.rows import BLANK, Cell, Piece, Row, cells_of, cut, hanging, row
from crosscheck.report.theme import SYMBOLS
from crosscheck.report.views.compare import head, skipped
from crosscheck.report.views.sources import Shelf
from crosscheck.report.views.values import facet_name
from crosscheck.values import dataclass

_WIDE = 110  # from here on the question stands beside its values
_LEAST = 10  # cells of a column: five articles in a terminal of 60
_MOST = 34  # cells of a column: more would only draw the values apart
_QUESTION = 36  # cells of the question beside its values, at most
_GUTTER = 2
_UNREAD = 3  # columns of inputs that were not read; what goes beyond is named below the table all the same
_AGREED = 25  # alignments on which all agree, before the rest is only counted
_MOST_TALLIES = 30  # articles; a longer list is no help
_SILENT = {State.NOT_MENTIONED: "–", State.WITHOUT_VALUE: "+", State.NOT_READ: "?"}
_LEGEND = (
    ("unmarked", "the value that most origins state"),
    (SYMBOLS[Verdict.CONTRADICTION], "cannot be true beside it"),
    (SYMBOLS[Verdict.SUPERSEDED], "an earlier or later count"),
    (SYMBOLS[Verdict.COMPATIBLE], "fits it, more or less exactly"),
    ("+", "tells the fact, not this of it"),
    ("–", "not mentioned, which is no agreement"),
    ("?", "not read"),
)


@dataclass(frozen=True, slots=True)
class _Grid:
    """How many columns stand side by side, and how wide; `question` is 0 where it stands on a line of its own."""

    question: int
    column: int
    columns: int


def matrix(report: Report, look: Look) -> Iterator[Row]:
    """The head of the report, the table in as many blocks as it needs, what the signs mean, and how much each article is silent on."""
    view = _View(report, look)
    yield from head(report, look)
    if view.facts:
        yield from view.blocks()
        yield from view.rest()
        yield from view.tallies()
        yield from view.legend()
    yield from skipped(report, look)


class _View:
    def __init__(self, report: Report, look: Look):
        self.report = report
        self.look = look
        self.shelf = Shelf(report.articles, look)
        self.width = max(look.width, 40)
        self.all = tuple(fact for fact in facts_of(report) if fact.alignment.verdict is not Verdict.SINGLE_SOURCE or look.unfolded)
        agreed = dict.fromkeys(fact.alignment.id for fact in self.all if fact.alignment.verdict is Verdict.AGREEMENT)
        self.folded = frozenset() if look.unfolded else frozenset(list(agreed)[_AGREED:])
        self.facts = tuple(fact for fact in self.all if fact.alignment.id not in self.folded)
        aligned = {claim for fact in self.all for claim in fact.alignment.claims}
        self.alone = Counter(claim.article for claim in report.claims if claim.id not in aligned and not claim.is_mention)
        self.names = {article.id: self.shelf.label(article.id) for article in report.articles}
        self.names |= {one.path: visible(one.path.rpartition("/")[2]) for one in report.skipped[:_UNREAD]}

    # the table

    def blocks(self) -> Iterator[Row]:
        ids, grid = list(self.names), self._grid()
        for start in range(0, len(ids), grid.columns):
            shown = ids[start : start + grid.columns]
            facts = [fact for fact in self.facts if any(fact.cells[id_].state not in (State.NOT_MENTIONED, State.NOT_READ) for id_ in shown)]
            yield BLANK
            yield self._header(shown, grid)
            for _, rows in groupby(facts, key=lambda fact: fact.alignment.id):
                yield from self._rows(tuple(rows), shown, grid)

    def _grid(self) -> _Grid:
        """As many columns as fit; beside the question where there is room for it."""
        question = min(_QUESTION, self.width // 3) if self.width >= _WIDE else 0
        room = self.width - (question + _GUTTER + 2 if question else 2)
        columns = max(1, min(len(self.names), (room + _GUTTER) // (_LEAST + _GUTTER)))
        return _Grid(question, min(_MOST, (room + _GUTTER) // columns - _GUTTER), columns)

    def _header(self, ids: Sequence[str], grid: _Grid) -> Row:
        cells = tuple(Cell((Piece(cut(self.names[id_], grid.column), "where", self.shelf.link(id_)),), grid.column) for id_ in ids)
        return Row(((Cell((Piece(""),), grid.question),) if grid.question else ()) + cells, indent=2, gutter=_GUTTER)

    def _rows(self, facts: Sequence[Fact], ids: Sequence[str], grid: _Grid) -> Iterator[Row]:
        verdict = facts[0].alignment.verdict
        mark = Piece(SYMBOLS[verdict], verdict.value)
        question = visible(facts[0].alignment.question)
        if not grid.question:
            yield BLANK
            yield hanging(mark, Piece(question, "question"))
        for number, fact in enumerate(facts):
            first = number == 0 and fact.leads
            values = tuple(Cell(self._cell(fact.cells[id_], grid.column), grid.column) for id_ in ids)
            if grid.question:
                label = Piece(question, "question") if first else Piece(f"  {_facet(fact)}", "muted")
                yield Row((Cell((mark if first else Piece(" "),), 1), Cell((label,), grid.question - 1), *values), gutter=_GUTTER)
            else:
                if not first:
                    yield row(Piece(_facet(fact), "muted"), indent=2)
                yield Row(values, indent=2, gutter=_GUTTER)

    def _cell(self, told: Told, width: int) -> tuple[Piece, ...]:
        """What the article says, each value behind its sign, in two lines at most or nearly so."""
        if not told.said:
            return (Piece(_SILENT.get(told.state, "+"), "muted"),)
        lines: list[Piece] = []
        for said in told.said[:2]:
            differs = said.verdict is not Verdict.AGREEMENT
            sign = f"{SYMBOLS[said.verdict]} " if differs else ""
            words = isolated(cut(said.value, 2 * width - 6))
            lines.append(Piece(f"{chr(10) if lines else ''}{sign}{words}", said.verdict.value if differs else "value"))
        return tuple(lines)

    # below it

    def rest(self) -> Iterator[Row]:
        if self.folded:
            mark = Piece(f"{SYMBOLS[Verdict.AGREEMENT]} … and {len(self.folded)} more agreements", "agreement")
            yield BLANK
            yield row(mark, right=(Piece("--verdict agreement shows all", "muted"),))

    def tallies(self) -> Iterator[Row]:
        """Of each article, how many facts it tells, tells otherwise, and is silent on."""
        facts = [fact for fact in self.all if fact.leads]
        yield BLANK
        yield row(Piece(f"of {len(facts)} {'fact' if len(facts) == 1 else 'facts'}", "title"))
        width = max(map(cells_of, self.shelf.labels.values()))
        for id_, label in list(self.shelf.labels.items())[:_MOST_TALLIES]:
            states = Counter(fact.cells[id_].state for fact in facts)
            told = states[State.STATED] + states[State.WITHOUT_VALUE]
            words = f"{told} told, {states[State.DIFFERENTLY_STATED]} otherwise, {states[State.NOT_MENTIONED]} not mentioned"
            words += "" if self.look.unfolded else f" · {_claims(self.alone[id_])} told here alone"
            yield Row((Cell((Piece(label, "where"),), width), Cell((Piece(words),))), 2)

    def legend(self) -> Iterator[Row]:
        yield BLANK
        line = ""
        for sign, meaning in self._signs():
            more = f"{sign} {meaning}" if len(sign) == 1 else f"{sign}: {meaning}"
            if line and cells_of(f"{line}   {more}") > self.width:
                yield row(Piece(line, "muted"))
                line = ""
            line = f"{line}   {more}" if line else more
        yield row(Piece(line, "muted"))

    def _signs(self) -> Iterator[tuple[str, str]]:
        """Those that the table uses."""
        cells = [cell for fact in self.facts for cell in fact.cells.values()]
        used = {SYMBOLS[said.verdict] for cell in cells for said in cell.said if said.verdict is not Verdict.AGREEMENT}
        used |= {_SILENT.get(cell.state, "+") for cell in cells if not cell.said}
        return ((sign, meaning) for sign, meaning in _LEGEND if len(sign) > 1 or sign in used)


def _claims(number: int) -> str:
    return f"{number} {'claim' if number == 1 else 'claims'}"


def _facet(fact: Fact) -> str:
    return facet_name(fact.facet) if fact.facet else ""
