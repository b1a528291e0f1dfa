"""Is what the cache gives back what was put into it?"""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.nouns import any_of

from crosscheck.model.claim import Attribution, Claim, Extract, Mention, Predicate, Span
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


def test_what_claims_of_one_sentence_have_in_common_is_written_once() -> None:
    """It comes back as one object, and equal spans do wherever they stand."""
    said = (Attribution(Mention("the harbour master", Span(900, 918)), None, (Span(0, 890),)),)
    claims = tuple(Claim(f"c{at}", "a", "ships sank", Span(0, 890), 0, Predicate("sank", "sink", Span(6, 10)), attribution=said) for at in range(3))
    line = packed(Extract("a", (), (), (), (), (), claims))
    assert line.count("harbour") == 1
    one, other, third = unpacked(Extract, line).claims
    assert one.attribution is other.attribution is third.attribution
    assert one.span is other.span is one.attribution[0].content[0]


def test_what_is_repeated_needs_something_before_it() -> None:
    """A damaged line whose first claim repeats another is an error."""
    claim = Claim("c", "a", "ships sank", Span(0, 10), 0, Predicate("sank", "sink", Span(6, 10)))
    whole = packed(Extract("a", (), (), (), (), (), (claim, claim)))
    lines = whole.split("\n")
    rows = json.loads(lines[6])
    lines[6] = json.dumps(rows[1:])
    with pytest.raises((ValueError, TypeError, LookupError)):
        unpacked(Extract, "\n".join(lines))
