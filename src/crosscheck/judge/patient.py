"""Do two claims say the same of whom or what an event concerns?"""

from __future__ import annotations

from crosscheck.judge import ladder
from crosscheck.judge.entity import entity_rules
from crosscheck.judge.slots import comparable
from crosscheck.model.claim import Facet
from crosscheck.model.verdict import Finding, Rule, Statement

__all__ = ["RULES", "comparable", "compare"]

DIFFERENT = 0.45  # many are arrested, met or hit in one event, so that two names are often both true

RULES: tuple[Rule, ...] = entity_rules(
    Facet.PATIENT,
    DIFFERENT,
    {
        "unstated": ("police made an arrest", "police arrested Jones"),
        "denied": ("the contract went ahead for Acme", "a spokesman denied that the contract was for Acme"),
        "same": ("he met Abdoulaye Diop", "he met Diop"),
        "alias": ("the court freed Keïta (IBK)", "the court freed IBK"),
        "government": ("the sanctions against Russia", "the sanctions against Moscow"),
        "apart": ("the board may appoint Smith", "the board appointed Jones"),
        "unspecific": ("police arrested a man", "police arrested Ivan Petrov"),
        "member": ("visas for Mali and Niger", "visas for Mali"),
        "detail": ("they won medals in Athens", "they won medals in Sydney"),
        "group": ("they attacked the army", "they attacked soldiers"),
        "shared": ("it bought Acme's shops", "it bought Acme"),
        "within": ("they got a $900 grant", "they got a grant"),
        "exchanged": ("voters chose Lehr", "voters chose Norvia First"),
        "leader": ("protesters denounced Macron", "protesters denounced France"),
        "different": ("voters elected Anna Smith", "voters elected Maria Jones"),
        "described": ("the fire gutted a bakery", "the fire gutted a warehouse"),
    },
)


def compare(left: Statement, right: Statement) -> Finding:
    """What the first rule says that applies to two statements of whom or what an event concerns."""
    return ladder.decide(RULES, left, right)
