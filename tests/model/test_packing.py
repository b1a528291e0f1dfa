"""Is what the cache gives back what was put into it?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.nouns import any_of

from crosscheck.model.claim import Extract
from crosscheck.model.packing import packed, unpacked
from crosscheck.model.report import Report


@settings(max_examples=60, deadline=None)
@given(any_of(Extract))
def test_an_extract_comes_back_equal(extract: Extract) -> None:
    """Every field of every noun in an extract survives the cache."""
    assert unpacked(Extract, packed(extract)) == extract


@settings(max_examples=20, deadline=None)
@given(any_of(Report))
def test_a_report_comes_back_equal(report: Report) -> None:
    """Pairs and unions of types survive as well."""
    assert unpacked(Report, packed(report)) == report


@pytest.mark.parametrize("line", ["", "{", "[]", "[1,2]", '["a",[],[],[],[],[]]', "null", '["a",1,[],[],[],[],[]]'])
def test_another_line_is_an_error(line: str) -> None:
    """A line that no extract was packed into raises one of the promised errors, never gives a wrong extract."""
    with pytest.raises((ValueError, TypeError, LookupError)):
        unpacked(Extract, line)


@settings(max_examples=20, deadline=None)
@given(any_of(Extract))
def test_fields_that_are_given_are_not_made_anew(extract: Extract) -> None:
    """They are taken as they are, and the others come from the line."""
    made = unpacked(Extract, packed(extract), claims=extract.claims[:1])
    assert made == replace(extract, claims=extract.claims[:1])
