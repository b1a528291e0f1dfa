"""Is the JSON of every noun what was promised, and does it come back?"""

from __future__ import annotations

import json
import tomllib
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from tests.nouns import any_of

from crosscheck.model import codec
from crosscheck.model.answer import Answer
from crosscheck.model.article import Article
from crosscheck.model.claim import Argument, Attribution, Claim, Extract, Mention, Predicate, Quantity, Span, Time
from crosscheck.model.codec_answers import answer_from_json, answer_to_json
from crosscheck.model.codec_articles import article_from_json, article_to_json
from crosscheck.model.codec_claims import argument_to_json, attribution_to_json, claim_to_json, quantity_to_json, time_to_json
from crosscheck.model.codec_verdicts import alignment_to_json, check_to_json, facet_to_json, overlap_to_json
from crosscheck.model.report import Alignment, Check, FacetVerdict, Overlap, Report

PROMISED: dict[str, list[str]] = tomllib.loads(Path(__file__).parents[1].joinpath("cases/model/codec.toml").read_text("utf-8"))["promised"]

SHAPES = {
    "article": (Article, article_to_json),
    "claim": (Claim, claim_to_json),
    "argument": (Argument, argument_to_json),
    "quantity": (Quantity, quantity_to_json),
    "time": (Time, time_to_json),
    "attribution": (Attribution, attribution_to_json),
    "alignment": (Alignment, alignment_to_json),
    "facet": (FacetVerdict, facet_to_json),
    "overlap": (Overlap, overlap_to_json),
    "check": (Check, check_to_json),
    "report": (Report, codec.report_to_json),
    "answer": (Answer, answer_to_json),
}


def through_json(data: Any) -> Any:
    return json.loads(json.dumps(data))


@pytest.mark.parametrize("name", SHAPES)
def test_promised_keys_come_first_and_in_order(name: str) -> None:
    """The promised fields stand first, in the promised order; further ones follow."""
    noun, to_json = SHAPES[name]

    @settings(max_examples=5, deadline=None)
    @given(any_of(noun))
    def keys_of(value: Any) -> None:
        keys = list(to_json(value))  # type: ignore[operator]  # each takes its own noun
        assert keys[: len(PROMISED[name])] == PROMISED[name]

    keys_of()


@settings(max_examples=40, deadline=None)
@given(any_of(Report))
def test_a_report_comes_back_equal(report: Report) -> None:
    """A report with its texts is read back as it was, but for the terms of its claims."""
    without_terms = replace(report, claims=tuple(replace(claim, terms=()) for claim in report.claims))
    whole = tuple(replace(article, counted=None) for article in report.articles)
    overlaps = tuple(replace(overlap, kind="cites") for overlap in report.overlaps)
    named = replace(without_terms, overlaps=overlaps, articles=whole, version=report.version or None)
    assert codec.report_from_json(through_json(codec.report_to_json(named, texts=True))) == named


@settings(max_examples=40, deadline=None)
@given(any_of(Report))
def test_what_is_read_back_is_written_alike(report: Report) -> None:
    """Byte for byte, with the texts or without them."""
    for texts in (True, False):
        written = json.dumps(codec.report_to_json(report, texts=texts))
        assert json.dumps(codec.report_to_json(codec.report_from_json(json.loads(written)), texts=texts)) == written


def test_an_article_without_its_text_keeps_its_words() -> None:
    """The count is that of the whole text, and no text is written that is not there."""
    article = article_from_json(article_to_json(Article("a", "Rain fell on us.", "0", path="a.txt")))
    assert (article.words, article.is_whole, article.text) == (4, False, "")
    assert "text" not in article_to_json(replace(article, path="a.md"), text=True)


@settings(max_examples=30, deadline=None)
@given(any_of(Answer))
def test_an_answer_comes_back_equal(answer: Answer) -> None:
    """An answer to `check` is read back as it was."""
    assert answer_from_json(through_json(answer_to_json(answer))) == answer


@settings(max_examples=20, deadline=None)
@given(any_of(Extract))
def test_an_inspection_lists_every_mention_in_text_order(extract: Extract) -> None:
    """Every mention of every entity is one record, sorted by its place."""
    shown = codec.inspection_to_json(Article("a", "text", "0"), extract)["entities"]
    assert len(shown) == sum(len(entity.mentions) for entity in extract.entities)
    assert [entry["span"] for entry in shown] == sorted(entry["span"] for entry in shown)


@pytest.mark.parametrize(("value", "written"), [(25.0, "25"), (2.5, "2.5"), (0.0, "0"), (1e300, "1e+300"), (float("inf"), "null")])
def test_numbers_have_no_needless_fraction(value: float, written: str) -> None:
    """A whole number is written without a fraction, and what JSON cannot hold is null."""
    quantity = quantity_to_json(Quantity("x", Span(0, 1), value, None, None))
    assert json.dumps(quantity["value"]) == written


def test_interrupted_content_is_one_span_and_its_pieces() -> None:
    """ "The grain," he said, "has come": `content` runs from the first piece to the last, `pieces` leave the cue out."""
    said = Attribution(Mention("he", Span(12, 14)), Mention("said", Span(15, 19)), (Span(1, 10), Span(22, 30)))
    shown = attribution_to_json(said)
    assert (shown["content"], shown["pieces"]) == ([1, 30], [[1, 10], [22, 30]])


@pytest.mark.parametrize(("path", "has_text"), [("a.txt", False), ("a.jsonl", False), ("A.TXT", False), ("a.md", True), ("-", True), (None, True)])
def test_text_is_given_where_the_file_is_not_the_text(path: str | None, has_text: bool) -> None:
    """Spans can be resolved from the file alone, or from the report alone."""
    assert ("text" in article_to_json(Article("a", "Rain fell.", "0", path=path))) == has_text


def test_every_field_of_a_claim_is_shown() -> None:
    """Nothing but `terms` is kept back from users."""
    names = {field.name for field in fields(Claim)}
    assert names - set(claim_to_json(_claim())) == {"terms"}


def _claim() -> Claim:
    return Claim("c", "a", "x", Span(0, 1), 0, Predicate("x", "x", Span(0, 1)))
