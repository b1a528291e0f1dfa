"""Which topics and which rules can be named on the command line?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.extract.topics import Topic
from crosscheck.model.verdict import Verdict
from crosscheck.report.format import Look, NamedRule
from crosscheck.report.rows import BLANK, Cell, Piece, Row, cells_of, row
from crosscheck.report.theme import SYMBOLS


def topics(topics: Sequence[Topic], look: Look) -> Iterator[Row]:
    """A topic a row: its name, what it is about, and the numbers that it knows by name."""
    width = max((cells_of(topic.name) for topic in topics), default=0)
    for topic in topics:
        yield Row((Cell((Piece(topic.name, "title"),), width), Cell((Piece(topic.description),))))
        names = ", ".join(attribute.name.replace("_", " ") for attribute in topic.attributes)
        if names:
            yield Row((Cell((Piece(""),), width), Cell((Piece(names, "muted"),))))


def rules(rules: Sequence[NamedRule], look: Look) -> Iterator[Row]:
    """A rule a paragraph: its id and verdict, when it applies, and an example."""
    for number, rule in enumerate(rules):
        if number:
            yield BLANK
        yield row(Piece(rule.id, "title"), right=_verdict(rule))
        yield row(Piece(rule.meaning), indent=2)
        for quote in [rule.example] if isinstance(rule.example, str) else rule.example:
            yield Row((Cell((Piece("·", "muted"),), 1), Cell((Piece(f"“{quote}”", "quote"),))), 4)


def _verdict(rule: NamedRule) -> tuple[Piece, ...]:
    verdict = getattr(rule, "verdict", None)
    if verdict is None:
        return (Piece("check inside an article", "check"),)
    if verdict not in set(Verdict):
        return (Piece(verdict.value.replace("_", " "), "check"),)
    return (Piece(f"{SYMBOLS[Verdict(verdict)]} {Verdict(verdict).value.replace('_', ' ')}", Verdict(verdict).value),)
