"""Is what is printed as JSON the records that the interface promises?"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

from crosscheck.report import Look, format_named
from tests.report.made import ANSWERS, EXTRACT, GULF, REPORT, TOLD

LOOK = Look()


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_report_is_one_document() -> None:
    """With the promised keys, in their order."""
    keys = list(json.loads(format_named("json").compare(REPORT, LOOK)))
    assert keys == ["schema_version", "tool", "articles", "skipped", "stories", "claims", "alignments", "overlaps", "checks", "summary"]


def test_a_report_is_a_record_a_line() -> None:
    """Every record says what it is, and the summary comes last."""
    records = lines(format_named("jsonl").compare(REPORT, LOOK))
    assert Counter(record["type"] for record in records) == {
        "article": 3,
        "skipped": 1,
        "story": 1,
        "claim": 7,
        "alignment": 4,
        "overlap": 1,
        "check": 2,
        "summary": 1,
    }
    assert records[-1]["type"] == "summary"


def test_claims_are_a_line_each_and_articles_are_inspected_a_line_each() -> None:
    """As the interface has it."""
    (claim,) = lines(format_named("jsonl").claims([GULF], [TOLD], LOOK))
    (inspected,) = lines(format_named("jsonl").inspect([GULF], {GULF.id: EXTRACT}, LOOK))
    assert claim["id"] == TOLD.id
    assert list(inspected) == ["article", "sentences", "entities", "quantities", "times", "attributions", "claims"]


def test_a_line_break_of_another_kind_does_not_break_a_line() -> None:
    """Readers of lines end one at U+2028, so it is escaped."""
    shown = format_named("jsonl").claims([GULF], [replace(TOLD, text="one\u2028two\x85three")], LOOK)
    (claim,) = lines(shown)
    assert claim["text"] == "one\u2028two\x85three"


def test_an_answer_is_the_document_itself_and_several_are_a_list() -> None:
    """A single claim is what `check` is mostly asked."""
    assert json.loads(format_named("json").check(ANSWERS[:1], [GULF], LOOK))["verdict"] == "refutes"
    assert len(json.loads(format_named("json").check(ANSWERS, [GULF], LOOK))["answers"]) == 3
