"""What does a result look like as JSON, one record a line?

`compare` gives every record a `type`: article, skipped, story, claim, alignment, overlap, check, summary.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from crosscheck.model import codec
from crosscheck.model.answer import Answer
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Extract
from crosscheck.model.codec_answers import answer_to_json
from crosscheck.model.codec_claims import claim_to_json
from crosscheck.model.explanation import Explanation
from crosscheck.model.report import Report
from crosscheck.model.revision import Revision
from crosscheck.model.sources import Sources
from crosscheck.model.timeline import Timeline
from crosscheck.report.documents import sources_to_json, timeline_to_json
from crosscheck.report.format import Look, NamedRule
from crosscheck.report.json import Json, explanation_to_json, fact_to_json, revision_to_json, rule_to_json, topic_to_json

if TYPE_CHECKING:  # as in report/json.py
    from crosscheck.extract.topics import Topic

# legal inside a JSON string, but many a reader of lines ends a line there
_LINE_ENDS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}

_RECORDS = (
    ("articles", "article"),
    ("skipped", "skipped"),
    ("stories", "story"),
    ("claims", "claim"),
    ("alignments", "alignment"),
    ("overlaps", "overlap"),
    ("checks", "check"),
)

_HEADS = (("articles", "article"), ("skipped", "skipped"))
_SOURCES = (*_HEADS, ("overlaps", "overlap"), ("origins", "origin"), ("cites", "cite"), ("circular", "circle"), ("facts", "fact"))
_TIMELINE = (*_HEADS, ("events", "event"), ("undated", "undated"))


def compare(report: Report, look: Look) -> str:
    return _lines(_records(codec.report_to_json(report, texts=look.texts)))


def matrix(report: Report, look: Look) -> str:
    """A row of the matrix a line."""
    from crosscheck.report.matrix import facts_of

    return _lines(map(fact_to_json, facts_of(report)))


def explain(explanation: Explanation, report: Report, look: Look) -> str:
    return _lines([explanation_to_json(explanation, report)])


def claims(articles: Sequence[Article], claims: Sequence[Claim], look: Look) -> str:
    return _lines(map(claim_to_json, claims))


def inspect(articles: Sequence[Article], extracts: Mapping[str, Extract], look: Look) -> str:
    return _lines(codec.inspection_to_json(article, extracts[article.id]) for article in articles)


def check(answers: Sequence[Answer], articles: Sequence[Article], look: Look) -> str:
    return _lines(map(answer_to_json, answers))


def diff(found: Revision, look: Look) -> str:
    """A change a line."""
    return _lines(revision_to_json(found)["changes"])


def sources(found: Sources, look: Look) -> str:
    """A record a line, each with its `type`: article, skipped, overlap, origin, cite, circle, fact."""
    return _lines(_typed(sources_to_json(found), _SOURCES))


def timeline(found: Timeline, look: Look) -> str:
    """A record a line, each with its `type`: article, skipped, event, undated."""
    return _lines(_typed(timeline_to_json(found), _TIMELINE))


def topics(topics: Sequence[Topic], look: Look) -> str:
    return _lines(map(topic_to_json, topics))


def rules(rules: Sequence[NamedRule], look: Look) -> str:
    return _lines(map(rule_to_json, rules))


def _records(report: Json) -> Iterator[Json]:
    yield from _typed(report, _RECORDS)
    yield from ({"type": name, **report[name]} for name in ("archive", "summary") if name in report)


def _typed(document: Json, parts: Iterable[tuple[str, str]]) -> Iterator[Json]:
    for key, type_ in parts:
        yield from ({"type": type_, **record} for record in document[key] or ())


def _lines(records: Iterable[Json]) -> str:
    return "".join(json.dumps(record, ensure_ascii=False).translate(_LINE_ENDS) + "\n" for record in records)
