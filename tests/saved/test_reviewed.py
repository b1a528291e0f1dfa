"""Is a decision kept with the finding that it is about, and with no other?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.errors import BadSettings
from crosscheck.model.report import FacetValue, Report
from crosscheck.model.review import Decision, Review
from crosscheck.model.verdict import Verdict
from crosscheck.saved.reviewed import FILE, Entry, entries_in, entry_of, forgotten, kept, key_of, not_reviewed, stale, with_reviews, without_dismissed
from tests.report.made import REPORT

FIRST = REPORT.alignments[0]
NUMBERS = FIRST.facets[0]
DISMISSED = entry_of(FIRST, NUMBERS, Review(Decision.DISMISSED, "dockers are not all hurt"))
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def with_values(*values: FacetValue) -> Report:
    facets = (replace(NUMBERS, values=values), *FIRST.facets[1:])
    return replace(REPORT, alignments=(replace(FIRST, facets=facets), *REPORT.alignments[1:]))


def test_a_dismissed_finding_is_counted_and_its_alignment_has_the_next_verdict() -> None:
    """What is left of it is an agreement on the day."""
    left, number = without_dismissed(with_reviews(REPORT, [DISMISSED]))
    assert number == 1
    assert (left.alignments[0].verdict, left.alignments[0].facets) == (Verdict.AGREEMENT, FIRST.facets[1:])
    assert left.count(Verdict.CONTRADICTION) == 0


def test_nothing_is_left_where_all_is_dismissed() -> None:
    """The alignment goes with its only facet."""
    entry = entry_of(REPORT.alignments[1], REPORT.alignments[1].facets[0], DISMISSED.review)
    left, _ = without_dismissed(with_reviews(REPORT, [entry]))
    assert [one.id for one in left.alignments] == ["a1", "a3", "a4"]


def test_a_value_more_is_another_finding() -> None:
    """What somebody has dismissed was two numbers, not three; the entry is out of date then."""
    grown = with_values(*NUMBERS.values, FacetValue(99.0, "99", 1, NUMBERS.values[0].mentions))
    assert without_dismissed(with_reviews(grown, [DISMISSED]))[1] == 0
    assert list(stale(grown, [DISMISSED])) == ["a1 (quantity, dismissed) is out of date: its values are others now; crosscheck review a1 --forget"]


def test_another_article_with_the_same_values_changes_nothing() -> None:
    """Nor does their order, or how many origins state them."""
    more = tuple(replace(value, origins=5, mentions=value.mentions * 2) for value in reversed(NUMBERS.values))
    assert key_of(FIRST, replace(NUMBERS, values=more)) == DISMISSED.key
    assert list(stale(with_values(*more), [DISMISSED])) == []


def test_an_entry_is_only_out_of_date_where_its_articles_are_there() -> None:
    """A run on other articles says nothing of it."""
    fewer = replace(REPORT, articles=REPORT.articles[:1], alignments=())
    assert list(stale(fewer, [DISMISSED])) == []
    assert "it is not found any more" in next(stale(replace(REPORT, alignments=()), [DISMISSED]))


def test_only_what_nobody_has_reviewed_is_new() -> None:
    """Accepted and noted findings are no news, and agreements are no findings."""
    entry = replace(DISMISSED, review=Review(Decision.ACCEPTED))
    assert [one.id for one in not_reviewed(with_reviews(REPORT, [entry])).alignments] == ["a2", "a3"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS, st.sampled_from(Decision)), max_size=4))
def test_entries_come_back(tmp_path_factory: pytest.TempPathFactory, told: list[tuple[str, str, str, Decision]]) -> None:
    """Whatever letters they hold."""
    path = tmp_path_factory.mktemp("reviewed") / FILE
    entries = tuple(
        Entry((f"a{number}", "time", label, "v"), ("x", question), question, Review(decision, note or None, None))
        for number, (label, question, note, decision) in enumerate(told)
    )
    kept(path, entries)
    assert entries_in(path) == entries


def test_a_decision_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    """What else somebody has written into the file stays."""
    path = tmp_path / FILE
    other = replace(DISMISSED, key=("a2", "time", "", "v"))
    kept(path, [DISMISSED, other])
    path.write_text("# mine\n" + path.read_text())
    accepted = replace(DISMISSED, review=Review(Decision.ACCEPTED, None, "so it is"))
    kept(path, [accepted])
    assert entries_in(path) == (other, accepted)
    assert path.read_text().startswith("# mine\n")
    forgotten(path, [other.key])
    assert entries_in(path) == (accepted,)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[[finding", "is not TOML"),
        ("finding = 5", "write each finding as [[finding]]"),
        ('[[finding]]\nalignment = "a"', "a finding has no 'facet'"),
        (
            '[[finding]]\nalignment = "a"\nfacet = "time"\nvalues = "v"\ndecision = "maybe"',
            "'maybe' is no decision; there are accepted, dismissed, noted",
        ),
        ("[[finding]]\nwhy = 1", "'why' is no key of a finding"),
    ],
)
def test_a_file_that_is_none_is_named(tmp_path: Path, text: str, problem: str) -> None:
    """With what is wrong."""
    tmp_path.joinpath(FILE).write_text(text)
    with pytest.raises(BadSettings, match=r"crosscheck\.reviewed\.toml") as error:
        entries_in(tmp_path / FILE)
    assert problem in str(error.value)
