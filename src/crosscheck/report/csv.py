"""What does a result look like as comma-separated values, a row a thing and the header first?

RFC 4180: lines end with CR LF, and a cell with a comma, a quotation mark or a line break stands in quotation marks. Not stated is an empty
cell. A spreadsheet takes a text that begins like a formula for one, and a hostile article could have it run: such a text gets an
apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection). Numbers stay numbers.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import StringIO

from crosscheck.extract.topics import Topic
from crosscheck.model.answer import Answer
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Extract
from crosscheck.model.explanation import Explanation
from crosscheck.model.report import Report
from crosscheck.model.revision import Revision
from crosscheck.model.sources import Sources
from crosscheck.model.timeline import Timeline
from crosscheck.report import tables
from crosscheck.report.format import Look, NamedRule
from crosscheck.report.tables import Cell, Table

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # the last four are the wide ones, which spreadsheets set for East Asia take as well

# what moves a terminal's cursor when the file is looked at there; line breaks and tabs are what a cell may hold
_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"} | {0x7F: "␡"} | dict.fromkeys(range(0x80, 0xA0), "�")


def compare(report: Report, look: Look) -> str:
    return written(tables.compare(report))


def matrix(report: Report, look: Look) -> str:
    return written(tables.matrix(report))


def explain(explanation: Explanation, report: Report, look: Look) -> str:
    return written(tables.explain(explanation))


def claims(articles: Sequence[Article], claims: Sequence[Claim], look: Look) -> str:
    return written(tables.claims(articles, claims))


def inspect(articles: Sequence[Article], extracts: Mapping[str, Extract], look: Look) -> str:
    return written(tables.inspect(articles, extracts))


def check(answers: Sequence[Answer], articles: Sequence[Article], look: Look) -> str:
    return written(tables.check(answers, articles))


def diff(found: Revision, look: Look) -> str:
    return written(tables.diff(found))


def sources(found: Sources, look: Look) -> str:
    """The links; with --facts the facts, which are another table."""
    return written(tables.sources(found) if found.facts is None else tables.facts(found))


def timeline(found: Timeline, look: Look) -> str:
    return written(tables.timeline(found))


def topics(topics: Sequence[Topic], look: Look) -> str:
    return written(tables.topics(topics))


def rules(rules: Sequence[NamedRule], look: Look) -> str:
    return written(tables.rules(rules))


def written(table: Table) -> str:
    file = StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return file.getvalue()


def _cell(value: Cell) -> str | int | float:
    """A lone "-" is no formula but stdin's name."""
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    if not isinstance(value, str):
        return value
    shown = value.translate(_CONTROLS)
    return f"'{shown}" if shown.startswith(_FORMULA) and shown != "-" else shown
