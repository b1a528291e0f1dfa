"""Which rules does crosscheck judge by?"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.judge import checks, detail
from crosscheck.judge.bearing import attitude, content
from crosscheck.judge.confidence import confidence_of
from crosscheck.judge.verdicts import COMPARATORS
from crosscheck.model.answer import Attitude, Bearing
from crosscheck.model.verdict import Verdict
from crosscheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule as a reader meets it.

    `family` is a facet, "detail", "check" or "stance" for the two ladders of `crosscheck check`, or "checks"; those have no verdict, since they
    hold or fail.
    """

    id: str
    family: str
    verdict: Verdict | Bearing | Attitude | None
    meaning: str
    example: tuple[str, ...]
    confidence: float | None


def entries() -> tuple[Entry, ...]:
    """Every rule, in the order in which the ladders try them, the comparators first."""
    return (*_comparators(), *_details(), *_bearings(), *_checks())


def entry(rule: str) -> Entry | None:
    """The rule of this id, None where there is none."""
    return next((found for found in entries() if found.id == rule), None)


def _comparators() -> Iterator[Entry]:
    for facet, comparator in COMPARATORS.items():
        for rule in comparator.RULES:
            yield Entry(rule.id, facet.value, rule.verdict, rule.meaning, rule.example, confidence_of(rule))


def _details() -> Iterator[Entry]:
    for rule in detail.RULES:
        yield Entry(rule.id, "detail", rule.verdict, rule.meaning, rule.example, rule.confidence)


def _bearings() -> Iterator[Entry]:
    for rule in (*content.RULES, *attitude.RULES):
        yield Entry(rule.id, rule.id.partition(".")[0], rule.answer, rule.meaning, rule.example, rule.confidence)


def _checks() -> Iterator[Entry]:
    for rule in checks.RULES:
        yield Entry(rule.id, "checks", None, rule.meaning, (rule.example,), None)


def markdown() -> str:
    """The page docs/rules.md."""
    lines = ["# Rules", "", _INTRODUCTION, ""]
    for family in dict.fromkeys(found.family for found in entries()):
        lines += [f"## {family}", "", *_table([found for found in entries() if found.family == family]), ""]
    return "\n".join(lines)


_INTRODUCTION = (
    "A facet's rules are tried from top to bottom, and the first that applies decides. The confidence is the rule's own, before a hedge "
    "(“reportedly”) or one voice on both sides lowers it. Made by `python -m tools.docs`; do not edit."
)


def _table(found: list[Entry]) -> Iterator[str]:
    yield "| rule | verdict | confidence | it applies when | example |"
    yield "|---|---|---|---|---|"
    for one in found:
        verdict, sure = one.verdict or "holds or fails", "" if one.confidence is None else f"{one.confidence:.2f}"
        example = " / ".join(f"“{quote}”" for quote in one.example)
        yield f"| `{one.id}` | {verdict} | {sure} | {one.meaning} | {example} |"
