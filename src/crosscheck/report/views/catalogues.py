"""Which topics and which rules can be named on the command line?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.extract.topics import Topic
from crosscheck.model.verdict import Verdict
from crosscheck.report.format import Look, NamedRule
from crosscheck.report.rows import BLANK, Cell, Piece, Row, cells_of, cut, row
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
    """A line a rule under its facet; of one facet, or one rule, a paragraph: id and verdict, when it applies, and an example."""
    families = dict.fromkeys(_family(rule) for rule in rules)
    if len(families) > 1:
        yield from _listed(rules, list(families), look)
        return
    for number, rule in enumerate(rules):
        if number:
            yield BLANK
        yield from _in_full(rule)


def _family(rule: NamedRule) -> str:
    return rule.id.partition(".")[0]


def _listed(rules: Sequence[NamedRule], families: Sequence[str], look: Look) -> Iterator[Row]:
    width = max(cells_of(rule.id) for rule in rules)
    for number, family in enumerate(families):
        if number:
            yield BLANK
        yield row(Piece(family, "title"))
        for rule in (rule for rule in rules if _family(rule) == family):
            mark = Piece(*_mark(rule))
            meaning = cut(rule.meaning, max(20, look.width - width - 7))
            yield Row((Cell((mark,), 1), Cell((Piece(rule.id, "value"),), width), Cell((Piece(meaning),))), 2)
    yield BLANK
    yield row(Piece("crosscheck rules RULE shows one with an example, crosscheck rules FACET all of a facet", "muted"))


def _in_full(rule: NamedRule) -> Iterator[Row]:
    yield row(Piece(rule.id, "title"), right=_verdict(rule))
    yield row(Piece(rule.meaning), indent=2)
    for quote in [rule.example] if isinstance(rule.example, str) else rule.example:
        yield Row((Cell((Piece("·", "muted"),), 1), Cell((Piece(f"“{quote}”", "quote"),))), 4)


def _mark(rule: NamedRule) -> tuple[str, str]:
    """The verdict's symbol and role; a figure that is recomputed has its own."""
    verdict = getattr(rule, "verdict", None)
    return (SYMBOLS[Verdict(verdict)], Verdict(verdict).value) if verdict in set(Verdict) else ("!" if verdict is None else "?", "check")


def _verdict(rule: NamedRule) -> tuple[Piece, ...]:
    verdict = getattr(rule, "verdict", None)
    if verdict is None:
        return (Piece("check inside an article", "check"),)
    if verdict not in set(Verdict):
        return (Piece(verdict.value.replace("_", " "), "check"),)
    return (Piece(f"{SYMBOLS[Verdict(verdict)]} {Verdict(verdict).value.replace('_', ' ')}", Verdict(verdict).value),)
