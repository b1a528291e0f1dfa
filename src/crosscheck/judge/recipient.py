"""Do two claims name the same receiver?"""

from __future__ import annotations

from crosscheck.judge import ladder
from crosscheck.judge.entity import entity_rules
from crosscheck.judge.slots import comparable
from crosscheck.model.claim import Facet
from crosscheck.model.verdict import Finding, Rule, Statement

__all__ = ["RULES", "comparable", "compare"]

DIFFERENT = 0.55  # a thing is mostly given once, but prizes and aid go to several

RULES: tuple[Rule, ...] = entity_rules(
    Facet.RECIPIENT,
    DIFFERENT,
    {
        "unstated": ("the prize was awarded", "the prize was awarded to Maria Ruiz"),
        "denied": ("a payment to Acme", "the bank denied a payment to Acme"),
        "same": ("grain for Mali", "grain to Mali"),
        "alias": ("funds for the World Health Organization (WHO)", "funds for the WHO"),
        "government": ("arms for Bamako", "arms for Mali"),
        "apart": ("the job could go to Smith", "the job went to Jones"),
        "unspecific": ("they handed him over to the authorities", "they handed him over to Djibouti"),
        "member": ("aid for Chad and Niger", "aid for Niger"),
        "detail": ("aid for a school in Lyon", "aid for a school in Nice"),
        "group": ("equipment for the army", "equipment for the troops"),
        "shared": ("gifts to the Lyon hospital", "gifts to the hospital of Lyon"),
        "within": ("a letter to the town council", "a letter to the council"),
        "exchanged": ("sold the mine to Lehr", "sold the mine to Norvia Steel"),
        "leader": ("a letter to Macron", "a letter to France"),
        "different": ("the cup went to Anna Smith", "the cup went to Maria Jones"),
        "described": ("money for a school", "money for a clinic"),
    },
)


def compare(left: Statement, right: Statement) -> Finding:
    """What the first rule says that applies to two statements of a receiver."""
    return ladder.decide(RULES, left, right)
