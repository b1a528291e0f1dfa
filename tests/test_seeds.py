"""Does the comparison of the five seeds read as it did when somebody last read it?"""

from __future__ import annotations

from crosscheck.report import Look, format_named
from tests import snapshot
from tests.test_properties import report_on, seeds


def test_the_report_on_the_seeds_reads_as_it_was_last_read() -> None:
    """In plain text, 80 columns wide; a change is read before it is accepted."""
    assert snapshot.matches("seeds", format_named("text").compare(report_on(*seeds().articles), Look(width=80, color=False)))


def test_the_matrix_of_the_seeds_reads_as_it_was_last_read() -> None:
    """At 120 columns, where a question stands beside its values."""
    assert snapshot.matches("seeds-matrix", format_named("text").matrix(report_on(*seeds().articles), Look(width=120, color=False)))
