"""Topics and rules as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.extract.topics import Topic
from crosscheck.report.format import NamedRule
from crosscheck.report.tables.table import Cell, Table, listed, table


def topics(topics: Sequence[Topic]) -> Table:
    """A row an attribute of a topic; one for a topic without any."""
    words = ("verbs", "nouns", "phrases", "broad", "objects")
    rows = (row for topic in topics for row in _topic(topic))
    return table(("topic", "description", *words, "attribute", "attribute_kind", "running", "attribute_question"), rows)


def _topic(topic: Topic) -> Iterator[tuple[Cell, ...]]:
    phrases = sorted(" ".join(phrase) for phrase in topic.phrases)
    words = [sorted(topic.verbs), sorted(topic.nouns), phrases, sorted(topic.broad), sorted(topic.objects)]
    head = (topic.name, topic.description, *map(listed, words))
    if not topic.attributes:
        yield (*head, None, None, None, None)
    for attribute in topic.attributes:
        yield (*head, attribute.name, attribute.kind, attribute.running, attribute.question)


def rules(rules: Sequence[NamedRule]) -> Table:
    """A row a rule, with its example as one text or as two that it decides."""
    rows = []
    for rule in rules:
        one, other = (rule.example, None) if isinstance(rule.example, str) else (*rule.example, None, None)[:2]
        verdict, sure = getattr(rule, "verdict", None), getattr(rule, "confidence", None)
        rows.append((rule.id, None if verdict is None else str(verdict), sure, rule.meaning, one, other))
    return table(("rule", "verdict", "confidence", "meaning", "example", "other_example"), rows)
