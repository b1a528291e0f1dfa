"""What does a result look like as one JSON document?"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from crosscheck.extract.topics import Attribute, Topic
from crosscheck.model import codec
from crosscheck.model.answer import Answer
from crosscheck.model.article import Article
from crosscheck.model.claim import Claim, Extract
from crosscheck.model.report import Report
from crosscheck.report.format import Look, NamedRule

Json = dict[str, Any]


def compare(report: Report, look: Look) -> str:
    return _document(codec.report_to_json(report))


def claims(articles: Sequence[Article], claims: Sequence[Claim], look: Look) -> str:
    return _document(codec.claims_to_json(articles, claims))


def inspect(articles: Sequence[Article], extracts: Mapping[str, Extract], look: Look) -> str:
    inspections = [codec.inspection_to_json(article, extracts[article.id]) for article in articles]
    return _document({"schema_version": codec.SCHEMA_VERSION, "inspections": inspections})


def check(answers: Sequence[Answer], articles: Sequence[Article], look: Look) -> str:
    """One answer is the document itself; several are a list in it."""
    if len(answers) == 1:
        return _document(codec.answer_to_json(answers[0]))
    return _document({"schema_version": codec.SCHEMA_VERSION, "answers": [codec.answer_to_json(answer) for answer in answers]})


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


def _document(data: Json) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
