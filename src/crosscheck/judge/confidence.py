"""How sure is a rule's verdict, by how often it was right?

The confidences that the ladders set are by hand; where enough verdicts of a rule were judged (`bench/confidence.py`, data/lexicon/confidence.toml),
the share of right ones corrects it, the more the more there were.
"""

from __future__ import annotations

from functools import cache

from crosscheck.extract.lexicon import table_of
from crosscheck.model.verdict import Rule

BELIEF = 10.0  # judged verdicts that the confidence set by hand counts as (Laplace's rule with that prior)
FEWEST = 10  # judged verdicts below which a share says nothing


def confidence_of(rule: Rule) -> float:
    """0 to 1."""
    right, judged = _judged().get(rule.id, (0, 0))
    return round((right + BELIEF * rule.confidence) / (judged + BELIEF), 2) if judged >= FEWEST else rule.confidence


@cache
def _judged() -> dict[str, tuple[int, int]]:
    return {rule: (right, judged) for rule, (right, judged) in table_of("confidence")["rules"].items()}
