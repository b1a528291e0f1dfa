"""Is the table of facts one that a browser can still lay out, without hiding what it leaves out?"""

from __future__ import annotations

from dataclasses import replace

from crosscheck.model.verdict import Verdict
from crosscheck.report.html.reader import Reader
from crosscheck.report.html.table import table_of
from tests.report.made import GULF, REPORT

_MANY = tuple(replace(GULF, id=f"x{number:03}") for number in range(100))
LARGE = replace(
    REPORT,
    articles=(*_MANY, *REPORT.articles),
    alignments=tuple(replace(one, id=f"{one.id}{number}") for number in range(60) for one in REPORT.alignments),
)


def test_of_many_articles_those_are_shown_that_tell_most() -> None:
    """And the facts that are most disputed; both are counted that are not shown."""
    table = table_of(LARGE, Reader(LARGE.articles))
    names = [name for name, _ in table.columns]
    assert {"g2", "h1", "w3"} <= set(names)
    assert len(names) + table.articles_left_out == len(LARGE.articles) + 1
    assert len({row.alignment for row in table.rows}) + table.facts_left_out == len(LARGE.alignments)
    assert {row.verdict for row in table.rows if row.leads} == {Verdict.CONTRADICTION, Verdict.SUPERSEDED}


def test_the_whole_is_shown_where_it_is_asked_for() -> None:
    """A column an article, a row a fact."""
    table = table_of(LARGE, Reader(LARGE.articles), whole=True)
    assert (table.articles_left_out, table.facts_left_out) == (0, 0)
    assert len(table.columns) == len(LARGE.articles) + len(LARGE.skipped)


def test_silence_and_what_was_not_read_have_signs_of_their_own() -> None:
    """Said in words as well."""
    table = table_of(REPORT, Reader(REPORT.articles))
    silent = {(value.symbol, value.name) for row in table.rows for cell in row.cells for value in cell if value.role == "silent"}
    assert silent == {("–", "not mentioned"), ("+", "tells the fact, not this of it"), ("?", "not read")}
