"""Do two claims name the same doer?"""

from __future__ import annotations

from crosscheck.judge import ladder
from crosscheck.judge.entity import entity_rules
from crosscheck.judge.slots import comparable
from crosscheck.model.claim import Facet
from crosscheck.model.verdict import Finding, Rule, Statement

__all__ = ["RULES", "comparable", "compare"]

DIFFERENT = 0.6  # an act is seldom told of two different doers unless the reports disagree or two acts were aligned

RULES: tuple[Rule, ...] = entity_rules(
    Facet.AGENT,
    DIFFERENT,
    {
        "unstated": ("the bridge was blown up", "rebels blew up the bridge"),
        "denied": ("it is former President Keïta who is behind the order", "the helicopters were not orders from the Keïta regime"),
        "same": ("Assimi Goita signed", "Assimi Goïta signed"),
        "alias": ("Keïta (IBK) ordered them", "IBK ordered them"),
        "government": ("Russia allocated $2 million", "Moscow allocated $2 million"),
        "apart": ("Smith may chair the panel", "Jones chairs the panel"),
        "unspecific": ("officials ordered the evacuation", "Mayor Anne Weber ordered the evacuation"),
        "member": ("Lavrov and Diop signed the deal", "Lavrov signed the deal"),
        "detail": ("the mayor of Lyon signed", "the mayor of Nice signed"),
        "group": ("the colonels seized power", "the junta seized power"),
        "shared": ("Acme's board approved the sale", "Acme approved the sale"),
        "within": ("the harbour's caretaker spoke", "the caretaker spoke"),
        "exchanged": ("Norvia Steel bought the mine", "Osmund Lehr bought the mine"),
        "leader": ("Vladimir Putin promised free grain", "Russia promised free grain"),
        "different": ("Anna Smith scored", "Maria Jones scored"),
        "described": ("a passing driver raised the alarm", "a cyclist raised the alarm"),
    },
)


def compare(left: Statement, right: Statement) -> Finding:
    """What the first rule says that applies to two statements of a doer."""
    return ladder.decide(RULES, left, right)
