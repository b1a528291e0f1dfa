"""What is a result as a table, one thing a row? What `--format csv` writes and `to_records()` gives.

A function a view, each of which returns a `Table`: its columns are there whatever rows it has, and a cell is a text, a number, a truth value
or None. Nothing in a table is shortened or escaped: `text` is the article's own words from `start` to `end`, and several names in one cell
are parted by "; ".
"""

from __future__ import annotations

from crosscheck.report.tables.catalogues import rules, topics
from crosscheck.report.tables.claims import claims, inspect
from crosscheck.report.tables.findings import compare, explain, matrix
from crosscheck.report.tables.pile import diff, facts, sources, timeline
from crosscheck.report.tables.questions import check
from crosscheck.report.tables.table import Cell, Table

__all__ = ["Cell", "Table", "check", "claims", "compare", "diff", "explain", "facts", "inspect", "matrix", "rules", "sources", "timeline", "topics"]
