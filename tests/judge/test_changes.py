"""Are two versions of an article told apart by their facts, not by their words?"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from crosscheck.extract.claims import extracted
from crosscheck.judge.changes import revision
from crosscheck.model.article import Article
from crosscheck.model.claim import Span
from crosscheck.model.revision import Aspect, Kind, Revision, Side
from crosscheck.report import Look, format_named
from crosscheck.report.rows import cells_of
from tests import snapshot
from tests.judge.stated import cases
from tests.test_properties import seeds

CASES = cases("changes")


def _between(old: str, new: str) -> Revision:
    articles = [Article(name, text, name * 8, published="2031-05-04") for name, text in (("old", old), ("new", new))]
    return revision(articles[0], extracted(articles[0]), articles[1], extracted(articles[1]))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_changes_are_those_of_the_case(case: dict[str, Any]) -> None:
    """Kind, aspect and both values; what has only been reworded is counted."""
    found = _between(case["old"], case["new"])
    assert [[one.kind, one.aspect, one.before or "", one.after or ""] for one in found.changes] == case["found"]
    assert (found.reworded, found.same) == (case.get("reworded", 0), case.get("same", 0))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_backwards_the_changes_are_the_same_the_other_way_round(case: dict[str, Any]) -> None:
    """What appeared has vanished, and the two values of what changed have changed places."""
    there, back = _between(case["old"], case["new"]), _between(case["new"], case["old"])
    turned = {Kind.APPEARED: Kind.VANISHED, Kind.VANISHED: Kind.APPEARED}
    assert {(turned.get(one.kind, one.kind), one.aspect, one.after, one.before) for one in there.changes} == {
        (one.kind, one.aspect, one.before, one.after) for one in back.changes
    }


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_both_sides_are_quoted_where_they_stand(case: dict[str, Any]) -> None:
    """Spans cut out the words, and the sentence holds them."""
    found = _between(case["old"], case["new"])
    sides = [(version, side) for change in found.changes for version, side in ((found.old, change.old), (found.new, change.new)) if side]
    assert all(version.text[side.span.start : side.span.end] == side.text and side.context.holds(side.span) for version, side in sides)


def test_a_seed_has_not_changed_from_itself() -> None:
    """Every sentence is the same."""
    for article in seeds().articles:
        found = _between(article.text, article.text)
        assert (found.changes, found.reworded) == ((), 0)
        assert found.same > 10


EDITS = {
    "six more warplanes": ("seven more warplanes", [["changed", "quantity"]]),
    "two helicopters and mobile radar systems delivered in March": (
        "two helicopters and mobile radar systems delivered in May",
        [["changed", "time"]],
    ),
    "Sources reported on Tuesday": ("The defence ministry reported on Tuesday", [["changed", "attribution"]]),
}


@pytest.mark.parametrize("words", EDITS)
def test_an_edit_of_a_seed_is_found_and_nothing_else(words: str) -> None:
    """A number, a month, a source: one change each, and all other sentences are the same."""
    article = seeds().articles[0]
    other, expected = EDITS[words]
    assert words in article.text
    found = _between(article.text, article.text.replace(words, other, 1))
    assert [[one.kind, one.aspect] for one in found.changes] == expected


def test_a_sentence_dropped_from_a_seed_is_found_and_nothing_else() -> None:
    """And the same sentence added."""
    text = seeds().articles[0].text
    start = text.index("Sources reported on Tuesday")
    end = text.index("\n", start)
    sentence = text[start:end].partition(". ")[0]
    shorter = text.replace(sentence, "", 1)
    for old, new, kind in ((text, shorter, Kind.VANISHED), (shorter, text, Kind.APPEARED)):
        found = _between(old, new)
        assert {one.kind for one in found.changes} == {kind}
        assert {one.aspect for one in found.changes} == {Aspect.STATEMENT}


OLD = """Twelve hurt in Port Amal blast

Twelve dockers were injured on 3 May when a tank blew up in Port Amal, the fire service said.

The harbour master confirmed that the tank held fuel. Mayor Anna Weber visited the quay on Tuesday.

The port will be closed for three days. It handles 40,000 tons of grain a year.

Two ships were sent to Lorn Bay.
"""
NEW = """Fourteen hurt in Port Amal blast

On 3 May, 14 dockers were injured when a tank blew up in Port Amal, the hospital said.

The harbour master denied that the tank held fuel. Mayor Carla Ruiz visited the quay on Tuesday.

The port may be closed for three days. It handles 40,000 metric tons of grain a year.

A second tank was found to leak 300 litres an hour.
"""


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_difference_reads_as_it_did(width: int) -> None:
    """Changed facts with both quotes first, then what appeared and what vanished; no line is wider than the terminal."""
    shown = format_named("text").diff(_between(OLD, NEW), Look(width))
    assert max(map(cells_of, shown.splitlines())) <= width
    assert snapshot.matches(f"diff-{width}", shown)


def test_where_nothing_but_words_changed_one_line_says_so() -> None:
    """And where nothing changed at all, another."""
    text = format_named("text")
    reworded = _between("Twelve people were hurt on Monday in Port Amal.", "On Monday, 12 people were injured in Port Amal.")
    assert "Only wording changed: 1 sentence reworded, 0 the same." in text.diff(reworded, Look(80))
    assert "Nothing changed: 1 sentence the same." in text.diff(_between("Rain fell.", "Rain fell."), Look(80))


def test_the_json_of_a_difference_has_both_sides_and_the_counts() -> None:
    """And a line a change in JSON Lines."""
    found = _between(OLD, NEW)
    data = json.loads(format_named("json").diff(found, Look()))
    assert data["summary"] == {"changed": 7, "appeared": 1, "vanished": 1, "reworded": 1, "same": 0}
    assert {"kind", "aspect", "before", "after", "old", "new", "verdict", "rule", "reason"} == set(data["changes"][0])
    assert [json.loads(line) for line in format_named("jsonl").diff(found, Look()).splitlines()] == data["changes"]


def test_control_characters_of_a_version_do_not_reach_the_terminal() -> None:
    """They are shown as signs."""
    found = _between(OLD, NEW)
    first = replace(found.changes[0], new=Side("\x1b[31m", Span(0, 5), Span(0, 5)), after="\x1b[31m")
    shown = format_named("text").diff(replace(found, new=replace(found.new, text="\x1b[31m" + NEW), changes=(first,)), Look(80))
    assert "\x1b" not in shown
    assert "␛[31m" in shown
