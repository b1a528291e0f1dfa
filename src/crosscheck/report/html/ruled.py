"""How is a rule shown: its id, what it gives, when it applies, and an example?"""

from __future__ import annotations

from crosscheck.model.answer import Bearing
from crosscheck.model.verdict import Verdict
from crosscheck.report.format import NamedRule
from crosscheck.report.theme import ANSWERS, SYMBOLS
from crosscheck.values import dataclass


@dataclass(frozen=True, slots=True)
class RuleShown:
    id: str
    family: str
    meaning: str
    example: tuple[str, ...]
    verdict: str
    symbol: str
    role: str


def rule_shown(rule: NamedRule) -> RuleShown:
    example = (rule.example,) if isinstance(rule.example, str) else tuple(rule.example)
    return RuleShown(rule.id, rule.id.partition(".")[0], rule.meaning, example, *_given(getattr(rule, "verdict", None)))


def _given(verdict: object) -> tuple[str, str, str]:
    """What it gives in words, its sign and its role; a check inside an article has no verdict."""
    if verdict is None:
        return "holds or fails", "!", "check"
    if isinstance(verdict, Verdict):
        return verdict.value.replace("_", " "), SYMBOLS[verdict], verdict.value
    if isinstance(verdict, Bearing):
        symbol, role, words = ANSWERS[verdict]
        return words, symbol, role
    return str(verdict).replace("_", " "), "?", "check"
