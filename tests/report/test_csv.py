"""Can a spreadsheet and a database read what is printed as comma-separated values, without running or losing any of it?"""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO
from pathlib import Path

import duckdb
import pytest

from crosscheck.model.article import Article
from crosscheck.model.claim import Span
from crosscheck.report import Look, format_named, tables
from crosscheck.report.csv import written
from crosscheck.report.tables.table import Cell, Table
from tests.report.made import ANSWERS, EXTRACT, GULF, HARBOUR, REPORT, SOURCES, TIMELINE, TOLD, WIDE

CSV = format_named("csv")
LOOK = Look(80)


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


def test_a_row_is_a_mention_with_its_exact_words() -> None:
    """Every mention of every value has a row, and its span cuts the words out of the article."""
    texts = {article.id: article.text for article in (HARBOUR, GULF, WIDE)}
    rows = read(CSV.compare(REPORT, LOOK))
    mentions = [m for a in REPORT.alignments for f in a.facets for v in f.values for m in v.mentions]
    assert [row["claim"] for row in rows] == [mention.claim for mention in mentions]
    for row in rows:
        text = row["text"].removeprefix("'") if row["text"].startswith("'=") else row["text"]
        assert texts[row["article"]][int(row["start"]) : int(row["end"])] == text
    assert (rows[0]["question"], rows[0]["label"], rows[0]["publisher"]) == (REPORT.alignments[0].question, "injured", "Coast Daily")


def test_an_alignment_without_values_has_its_claims() -> None:
    """A row each, so that none is lost."""
    bare = replace(REPORT, alignments=(replace(REPORT.alignments[0], facets=()),))
    assert [row["claim"] for row in read(CSV.compare(bare, LOOK))] == list(bare.alignments[0].claims)


def test_the_header_is_always_there() -> None:
    """An empty result has columns, and lines end with CR LF."""
    empty = CSV.compare(replace(REPORT, alignments=()), LOOK)
    assert empty.startswith("alignment,question,story,topics,alignment_verdict,facet,")
    assert (empty.count("\n"), empty.count("\r\n")) == (1, 1)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("＝1", "'＝1"),
        ("-", "-"),
        (-5, "-5"),
        (-2.5, "-2.5"),
        (True, "true"),
        (None, ""),
        ("a=1", "a=1"),
    ],
)
def test_a_text_is_no_formula(cell: Cell, shown: str) -> None:
    """What a spreadsheet would run gets an apostrophe; a number stays a number."""
    assert read(written(Table(("a", "b"), ((cell, "x"),)))) == [{"a": shown, "b": "x"}]


def test_quotes_commas_and_line_breaks_come_back() -> None:
    """As RFC 4180 has it."""
    hard = 'He said, "two\nboats"\r\nand "",'
    assert read(written(Table(("a",), ((hard,),))))[0]["a"] == hard


def test_a_hostile_article_starts_nothing() -> None:
    """Its title, its words and its source are texts."""
    text = "=cmd|' /C calc'!A0 were hurt"
    article = Article("h", text, "0", title="=1+1", publisher="@SUM(1)")
    claim = replace(TOLD, article="h", text=text[:20], span=Span(0, 20))
    rows = read(CSV.claims([article], [claim], LOOK))
    assert {(row["title"], row["publisher"], row["text"][:2]) for row in rows} == {("'=1+1", "'@SUM(1)", "'=")}


def test_the_facts_are_a_table_of_their_own() -> None:
    """With --facts the rows are values of facts, without it links between articles."""
    assert list(read(CSV.sources(SOURCES, LOOK))[0])[:3] == ["alignment", "question", "fact"]
    links = read(CSV.sources(replace(SOURCES, facts=None), LOOK))
    assert [row["kind"] for row in links] == ["copied_text", "credits", "cites_source"]
    assert links[0]["text"] == HARBOUR.text[:4]


def test_duckdb_reads_what_is_written(tmp_path: Path) -> None:
    """Numbers as numbers, spans as integers, and every row."""
    for name, shown in (("compare", CSV.compare(REPORT, LOOK)), ("claims", CSV.claims([GULF], [TOLD], LOOK)), ("time", CSV.timeline(TIMELINE, LOOK))):
        tmp_path.joinpath(f"{name}.csv").write_text(shown, "utf-8", newline="")
    connection = duckdb.connect()

    def ask(sql: str) -> list[tuple[object, ...]]:
        return list(connection.execute(sql.replace("DIR", str(tmp_path))).fetchall())

    assert ask("SELECT count(*) FROM 'DIR/compare.csv'") == [(len(tables.compare(REPORT).rows),)]
    assert ask("SELECT DISTINCT typeof(start), typeof(origins), typeof(confidence) FROM 'DIR/compare.csv'") == [("BIGINT", "BIGINT", "DOUBLE")]
    assert ask("SELECT value FROM 'DIR/claims.csv' WHERE facet = 'quantity'") == [("9",)]
    assert ask("SELECT count(*) FROM 'DIR/time.csv'") == [(len(tables.timeline(TIMELINE).rows),)]


def test_every_table_names_its_cells() -> None:
    """The records of a table have all its columns."""
    shown = (
        tables.compare(REPORT),
        tables.matrix(REPORT),
        tables.claims([GULF], [TOLD]),
        tables.inspect([GULF], {GULF.id: EXTRACT}),
        tables.check(ANSWERS, [HARBOUR]),
        tables.sources(SOURCES),
        tables.facts(SOURCES),
        tables.timeline(TIMELINE),
    )
    for table in shown:
        assert table.rows
        assert [tuple(record) for record in table.records()] == [table.columns] * len(table.rows)
