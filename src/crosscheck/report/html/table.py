"""Which article states which fact, as a table that a browser can still show?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crosscheck.model.report import Report
from crosscheck.model.verdict import Verdict
from crosscheck.report.html.reader import Reader
from crosscheck.report.matrix import Fact, Said, State, Told, facts_of
from crosscheck.report.quotes import visible
from crosscheck.report.theme import SYMBOLS
from crosscheck.report.views.values import facet_name
from crosscheck.values import dataclass

_ROWS, _COLUMNS = 120, 24  # facts and articles: a browser lays out a table as a whole, and with ten times as many a filter takes a second
_SIGNS = {
    State.NOT_MENTIONED: ("–", "not mentioned"),
    State.WITHOUT_VALUE: ("+", "tells the fact, not this of it"),
    State.NOT_READ: ("?", "not read"),
    State.STATED: ("+", "tells the fact"),
}
LEGEND = (
    ("", "same", "the value that most origins state"),
    (SYMBOLS[Verdict.CONTRADICTION], "contradiction", "cannot be true beside it"),
    (SYMBOLS[Verdict.SUPERSEDED], "superseded", "an earlier or later count"),
    (SYMBOLS[Verdict.COMPATIBLE], "compatible", "fits it, more or less exactly"),
    ("+", "silent", "tells the fact, not this of it"),
    ("–", "silent", "not mentioned, which is no agreement"),
    ("?", "silent", "not read"),
)


@dataclass(frozen=True, slots=True)
class CellValue:
    """`symbol` is "" where it is the value that most state; `name` says the symbol in words."""

    symbol: str
    role: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """A facet of a finding; `leads` where it is the first of its finding."""

    alignment: str
    question: str
    facet: str
    leads: bool
    verdict: Verdict
    symbol: str
    cells: tuple[tuple[CellValue, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` are names and anchors; an input that was not read has no anchor."""

    columns: tuple[tuple[str, str], ...]
    rows: tuple[TableRow, ...]
    articles_left_out: int
    facts_left_out: int


def table_of(report: Report, reader: Reader, *, whole: bool = False) -> Table:
    """Every fact that two articles or voices tell, the disputed first; of many those, and the articles that take part in most of them, unless
    the whole is asked for."""
    told = sorted((one for one in report.alignments if one.verdict is not Verdict.SINGLE_SOURCE), key=lambda one: one.verdict.gravity)
    alignments = told if whole else told[:_ROWS]
    facts = facts_of(replace(report, alignments=tuple(alignments)))
    ids = [article.id for article in report.articles]
    shown = ids if whole else _most_telling(ids, facts, _COLUMNS)
    names = [(reader.shelf.label(id_), reader.anchor(id_) or "") for id_ in shown]
    names += [(visible(one.path.rpartition("/")[2]), "") for one in report.skipped]
    keys = [*shown, *(one.path for one in report.skipped)]
    return Table(tuple(names), tuple(_row(fact, keys) for fact in facts), len(ids) - len(shown), len(told) - len(alignments))


def _most_telling(ids: Sequence[str], facts: Sequence[Fact], most: int) -> list[str]:
    if len(ids) <= most:
        return list(ids)
    told = Counter(id_ for fact in facts for id_ in fact.alignment.articles)
    kept = set(sorted(ids, key=lambda id_: -told[id_])[:most])
    return [id_ for id_ in ids if id_ in kept]


def _row(fact: Fact, keys: Sequence[str]) -> TableRow:
    verdict = (fact.facet or fact.alignment).verdict
    facet = facet_name(fact.facet) if fact.facet else ""
    cells = tuple(_cell(fact.cells, key) for key in keys)
    return TableRow(fact.alignment.id, visible(fact.alignment.question), facet, fact.leads, verdict, SYMBOLS[verdict], cells)


def _cell(cells: Mapping[str, Told], key: str) -> tuple[CellValue, ...]:
    told = cells[key]
    if told.said:
        return tuple(map(_value, told.said))
    sign, name = _SIGNS[told.state]
    return (CellValue(sign, "silent", name, ""),)


def _value(said: Said) -> CellValue:
    if said.verdict is Verdict.AGREEMENT:
        return CellValue("", "same", "", said.value)
    return CellValue(SYMBOLS[said.verdict], said.verdict.value, said.verdict.value, said.value)
