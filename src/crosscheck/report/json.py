"""What does a result look like as one JSON document?"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from crosscheck import __version__
from crosscheck.model import codec
from crosscheck.model.answer import Answer
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Extract
from crosscheck.model.codec_answers import answer_to_json
from crosscheck.model.codec_articles import article_to_json
from crosscheck.model.explanation import Explanation
from crosscheck.model.report import Report
from crosscheck.model.revision import Change, Kind, Revision, Side
from crosscheck.model.sources import Sources
from crosscheck.model.timeline import Timeline
from crosscheck.report.documents import sources_to_json, timeline_to_json
from crosscheck.report.format import Look, NamedRule

if TYPE_CHECKING:  # as in report/format.py: what makes the matrix is a fifth of the start of a report that is known already
    from crosscheck.extract.topics import Attribute, Topic
    from crosscheck.report.matrix import Fact, Told

Json = dict[str, Any]


def compare(report: Report, look: Look) -> str:
    return _document(codec.report_to_json(report, texts=look.texts))


def matrix(report: Report, look: Look) -> str:
    """The facts by articles, with the articles and what was not read."""
    from crosscheck.report.matrix import facts_of

    whole = codec.report_to_json(report)
    kept = {key: whole[key] for key in ("schema_version", "tool", "articles", "skipped")}
    return _document({**kept, "matrix": [fact_to_json(fact) for fact in facts_of(report)], "summary": whole["summary"]})


def explain(explanation: Explanation, report: Report, look: Look) -> str:
    return _document(explanation_to_json(explanation, report))


def explanation_to_json(explanation: Explanation, report: Report) -> Json:
    from crosscheck.report.views.explain import sentence
    from crosscheck.report.views.sources import Shelf

    shelf, claims = Shelf(report.articles), {claim.id: claim for claim in report.claims}
    return codec.explanation_to_json(explanation, [sentence(change, shelf, claims) for change in explanation.flips])


def claims(articles: Sequence[Article], claims: Sequence[Claim], look: Look) -> str:
    return _document(codec.claims_to_json(articles, claims))


def inspect(articles: Sequence[Article], extracts: Mapping[str, Extract], look: Look) -> str:
    inspections = [codec.inspection_to_json(article, extracts[article.id]) for article in articles]
    return _document({"schema_version": codec.SCHEMA_VERSION, "inspections": inspections})


def check(answers: Sequence[Answer], articles: Sequence[Article], look: Look) -> str:
    """One answer is the document itself; several are a list in it."""
    if len(answers) == 1:
        return _document(answer_to_json(answers[0]))
    return _document({"schema_version": codec.SCHEMA_VERSION, "answers": [answer_to_json(answer) for answer in answers]})


def diff(found: Revision, look: Look) -> str:
    return _document(revision_to_json(found))


def sources(found: Sources, look: Look) -> str:
    return _document(sources_to_json(found))


def timeline(found: Timeline, look: Look) -> str:
    return _document(timeline_to_json(found))


def topics(topics: Sequence[Topic], look: Look) -> str:
    return _document({"schema_version": codec.SCHEMA_VERSION, "topics": [topic_to_json(topic) for topic in topics]})


def rules(rules: Sequence[NamedRule], look: Look) -> str:
    return _document({"schema_version": codec.SCHEMA_VERSION, "rules": [rule_to_json(rule) for rule in rules]})


def topic_to_json(topic: Topic) -> Json:
    words = {name: sorted(getattr(topic, name)) for name in ("verbs", "nouns", "broad", "objects")}
    attributes = [_attribute_to_json(attribute) for attribute in topic.attributes]
    phrases = sorted(" ".join(phrase) for phrase in topic.phrases)
    return {"name": topic.name, "description": topic.description, **words, "phrases": phrases, "attributes": attributes}


def _attribute_to_json(attribute: Attribute) -> Json:
    return {"name": attribute.name, "kind": attribute.kind, "running": attribute.running, "question": attribute.question}


def rule_to_json(rule: NamedRule) -> Json:
    example = [rule.example] if isinstance(rule.example, str) else list(rule.example)
    return {"id": rule.id, "verdict": getattr(rule, "verdict", None), "meaning": rule.meaning, "example": example}


def fact_to_json(fact: Fact) -> Json:
    """A row of the matrix: what is asked, and of every article, and by its path every input not read, what it says."""
    facet = fact.facet
    return {
        "alignment": fact.alignment.id,
        "question": fact.alignment.question,
        "cells": {id_: _cell_to_json(told) for id_, told in fact.cells.items()},
        "facet": facet.facet.value if facet else None,
        "label": facet.label if facet else None,
        "verdict": (facet or fact.alignment).verdict.value,
        "rule": facet.rule if facet else None,
    }


def _cell_to_json(told: Told) -> Json:
    said = [{"value": one.value, "claim": one.claim, "source": one.source, "verdict": one.verdict.value} for one in told.said]
    first = said[0] if said else {"value": None, "claim": None}
    return {"state": told.state.value, "value": first["value"], "claim": first["claim"], "said": said}


def revision_to_json(found: Revision) -> Json:
    """Both versions, the changes in the order of the new one, and how many there are of each kind."""
    return {
        "schema_version": codec.SCHEMA_VERSION,
        "tool": {"name": "crosscheck", "version": __version__},
        "old": article_to_json(found.old),
        "new": article_to_json(found.new),
        "changes": [_change_to_json(change) for change in found.changes],
        "summary": {kind.value: found.count(kind) for kind in Kind} | {"reworded": found.reworded, "same": found.same},
    }


def _change_to_json(change: Change) -> Json:
    return {
        "kind": change.kind.value,
        "aspect": change.aspect.value,
        "before": change.before,
        "after": change.after,
        "old": _side_to_json(change.old),
        "new": _side_to_json(change.new),
        "verdict": change.verdict.value if change.verdict else None,
        "rule": change.rule,
        "reason": change.reason,
    }


def _side_to_json(side: Side | None) -> Json | None:
    return {"text": side.text, "span": list(side.span), "sentence": list(side.context)} if side else None


def _document(data: Json) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
