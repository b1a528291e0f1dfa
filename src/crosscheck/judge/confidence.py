"""How sure is a rule's verdict, by how often it was right?

The confidences that the ladders set are by hand; where enough verdicts of a rule were judged (`bench/confidence.py`, data/lexicon/confidence.toml),
the share of right ones corrects it, the more the more there were. What an alignment says is surer the likelier its claims speak of one event.
"""

from __future__ import annotations

from functools import cache

from crosscheck.extract.lexicon import table_of
from crosscheck.model.verdict import Rule

BELIEF = 10.0  # judged verdicts that the confidence set by hand counts as (Laplace's rule with that prior)
FEWEST = 10  # judged verdicts below which a share says nothing

# What an alignment's verdict is worth by its best link: of 1,300 verdicts on ten marked stories of ECB+, 0.76 were right where the likelihood was
# 0.2 to 0.35, 0.88 at 0.65 to 0.8 and 0.95 at 0.9 to 0.95, while the rules' own confidences were alike.
UNLINKED, LINKED = 0.81, 0.23

# Between articles that are not of one story: with all ten marked stories in one pile, 23 of 96 such alignments joined claims of two stories.
BETWEEN = 0.75


def with_link(confidence: float, likelihood: float, story: str | None) -> float:
    """A verdict's confidence, less where it is not sure that the claims speak of one event, and between articles of no common story."""
    linked = confidence * (UNLINKED + LINKED * likelihood)
    return round(min(1.0, linked) * (1.0 if story else BETWEEN), 4)


def confidence_of(rule: Rule) -> float:
    """0 to 1."""
    right, judged = _judged().get(rule.id, (0, 0))
    return round((right + BELIEF * rule.confidence) / (judged + BELIEF), 2) if judged >= FEWEST else rule.confidence


@cache
def _judged() -> dict[str, tuple[int, int]]:
    return {rule: (right, judged) for rule, (right, judged) in table_of("confidence")["rules"].items()}
