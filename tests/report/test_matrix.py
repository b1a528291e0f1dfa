"""Does the table of facts by articles say who states, who differs, who is silent and who was not read?"""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from crosscheck.model.article import Article, Skipped
from crosscheck.model.verdict import Verdict
from crosscheck.pipeline import claims_in, compared
from crosscheck.report import Look, format_named
from crosscheck.report.matrix import State, facts_of
from crosscheck.report.rows import cells_of
from tests import snapshot
from tests.report.made import GULF, HARBOUR, REPORT, WIDE

TEXT = format_named("text")
UNREAD = REPORT.skipped[0].path


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_matrix_reads_as_it_did(width: int) -> None:
    """Disputed facts first, a column an article, silence and what was not read each with a sign of its own."""
    assert snapshot.matches(f"matrix-{width}", TEXT.matrix(REPORT, Look(width)))


def test_a_cell_says_what_its_article_does_with_the_value() -> None:
    """Stated, otherwise stated, told without the value, and not read are four things."""
    numbers, days = facts_of(REPORT)[:2]
    assert {id_: told.state for id_, told in numbers.cells.items()} == {
        HARBOUR.id: State.STATED,
        WIDE.id: State.DIFFERENTLY_STATED,
        GULF.id: State.DIFFERENTLY_STATED,
        UNREAD: State.NOT_READ,
    }
    assert [days.cells[id_].state for id_ in (GULF.id, HARBOUR.id, WIDE.id)] == [State.STATED, State.STATED, State.WITHOUT_VALUE]


def test_an_article_outside_an_alignment_does_not_mention_it() -> None:
    """It is silent, which is not the same as not read."""
    fact = next(fact for fact in facts_of(REPORT) if WIDE.id not in fact.alignment.articles)
    assert (fact.cells[WIDE.id].state, fact.cells[UNREAD].state) == (State.NOT_MENTIONED, State.NOT_READ)


def test_a_cell_keeps_the_words_of_its_article() -> None:
    """Each value once, with who says it; what most origins say comes first."""
    (fact, *_) = facts_of(REPORT)
    assert [(one.value, one.verdict) for one in fact.cells[WIDE.id].said] == [("Twelve", Verdict.AGREEMENT), ("ten", Verdict.CONTRADICTION)]
    assert [one.source for one in fact.cells[GULF.id].said] == ["a nurse"]


def test_two_values_differ_as_gravely_as_the_facet_says() -> None:
    """Their first mentions alone, two headlines, would be found compatible."""
    day = "dockers were injured in Port Amal on 3 May 2031, the fire chief said."
    texts = {"a": f"港で十二人が負傷 Twelve hurt at Port Amal\n\nTwelve {day}\n", "b": f"אחד עשר נפצעו Nine hurt at Port Amal\n\nNine {day}\n"}
    articles = tuple(Article(id_, text, id_ * 64) for id_, text in texts.items())
    report = compared(articles, {article.id: claims_in(article) for article in articles})
    (fact,) = (fact for fact in facts_of(report) if fact.facet and fact.facet.verdict is Verdict.CONTRADICTION)
    assert {said.verdict for told in fact.cells.values() for said in told.said} == {Verdict.AGREEMENT, Verdict.CONTRADICTION}


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_of_a_matrix_is_wider_than_the_terminal(width: int) -> None:
    """Whatever the number of articles."""
    many = replace(REPORT, articles=(*REPORT.articles, *(replace(GULF, id=f"x{number}_extra") for number in range(20))))
    assert max(map(cells_of, TEXT.matrix(many, Look(width)).splitlines())) <= width


def test_columns_that_do_not_fit_go_into_further_blocks() -> None:
    """Each article has one column, and a block leaves out the facts on which all its articles are silent."""
    many = replace(REPORT, articles=(*REPORT.articles, *(replace(GULF, id=f"x{number}_extra") for number in range(20))))
    shown = TEXT.matrix(many, Look(80)).partition("\nof ")[0]
    headers = [line.split() for line in shown.splitlines() if re.match(r"  (x\d+|g2)  +(x\d+|h1)  +(x\d+|w3)", line)]
    assert sorted(name for header in headers for name in header if name[0] == "x") == sorted(f"x{number}" for number in range(20))
    assert shown.count(f"{REPORT.alignments[0].question}") == 1


def test_the_signs_that_a_table_uses_are_explained() -> None:
    """And no others."""
    legend = TEXT.matrix(replace(REPORT, skipped=()), Look(200)).partition("unmarked")[2]
    assert "✘ cannot be true beside it" in legend
    assert "not read" not in legend


def test_the_json_of_a_matrix_names_every_article_and_every_unread_input() -> None:
    """A cell has state, value and claim."""
    two = replace(REPORT, skipped=(*REPORT.skipped, Skipped("more.pdf", "no text")))
    data = json.loads(format_named("json").matrix(two, Look()))
    assert {"schema_version", "tool", "articles", "skipped", "matrix", "summary"} == set(data)
    for line in data["matrix"]:
        assert list(line["cells"]) == [GULF.id, HARBOUR.id, WIDE.id, UNREAD, "more.pdf"]
        assert all({"state", "value", "claim"} <= set(cell) for cell in line["cells"].values())
    lines = format_named("jsonl").matrix(two, Look()).splitlines()
    assert [json.loads(line) for line in lines] == data["matrix"]
