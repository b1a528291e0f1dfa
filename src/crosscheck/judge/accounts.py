"""Which of the numbers given for one event are told of different things?

Reports recall what happened before: "the quake killed 10 […] one in February killed 704". An article that gives both numbers shows that
they are of two things, and so they are for whoever gives one of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from crosscheck.judge.circumstances import voice
from crosscheck.judge.running import is_raised
from crosscheck.judge.scope import alike
from crosscheck.judge.verdicts import PAIRS, compare
from crosscheck.model.claim import Facet, Quantity
from crosscheck.model.verdict import Statement, Verdict

ONE_SENTENCE = 0.6  # of the content words of two sentences: the one is the other with another number, whatever else their articles say

Same = Mapping[int, frozenset[int]]  # the statements that give the number of a statement, by position


def accounts(statements: Sequence[Statement]) -> tuple[tuple[Statement, ...], ...]:
    """The statements of a facet in groups, each of one thing as far as the articles tell; each group in the order given, the best supported first.

    Only numbers are told apart. Groups of one are kept, for the caller to drop.
    """
    if not statements or statements[0].facet is not Facet.QUANTITY or not 2 < len(statements) <= int(PAIRS**0.5):
        return (tuple(statements),)
    places = range(len(statements))
    same = {at: frozenset(of for of in places if says_as_much(statements[at], statements[of])) for at in places}
    groups: list[list[int]] = []
    for unit in sorted(_units(statements, same), key=lambda unit: (-max(_support(statements, same[at]) for at in unit), unit)):
        home = next((group for group in groups if not any(_are_two_things(statements, same, *pair) for pair in product(unit, group))), None)
        if home is None:
            groups.append(list(unit))
        else:
            home += unit
    return tuple(tuple(statements[at] for at in sorted(group)) for group in groups)


def says_as_much(one: Statement, other: Statement) -> bool:
    """Whether the two give one number, a bound on either side or not: "10" and "at least 10"."""
    if one is other:
        return True
    left, right = one.value, other.value
    if isinstance(left, Quantity) and isinstance(right, Quantity) and left.value is not None and (left.value, left.unit) == (right.value, right.unit):
        return True
    return compare(one, other).verdict is Verdict.AGREEMENT


def _units(statements: Sequence[Statement], same: Same) -> list[list[int]]:
    """Positions, those together that articles tell in one sentence but for the number."""
    units: list[list[int]] = []
    for at in range(len(statements)):
        home = next((unit for unit in units if any(_is_one_sentence(statements, same, at, of) for of in unit)), None)
        if home is None:
            units.append([at])
        else:
            home.append(at)
    return units


def _is_one_sentence(statements: Sequence[Statement], same: Same, left: int, right: int) -> bool:
    """Whether two articles have one sentence with two numbers in it, of which neither has the other's as well ("£10bn or £11bn")."""
    one, other = statements[left], statements[right]
    if one.article.id == other.article.id or one.claim.predicate.lemma != other.claim.predicate.lemma:
        return False
    beside = any(_stand_together(statements[at], other) for at in same[left]) or any(_stand_together(statements[at], one) for at in same[right])
    return not beside and alike(one.claim, other.claim) >= ONE_SENTENCE


def _stand_together(one: Statement, other: Statement) -> bool:
    return (one.article.id, one.claim.sentence) == (other.article.id, other.claim.sentence)


def _support(statements: Sequence[Statement], same: frozenset[int]) -> int:
    return len({statements[of].article.id for of in same})


def _are_two_things(statements: Sequence[Statement], same: Same, left: int, right: int) -> bool:
    """Whether they cannot be one number and an article gives both; an update may recall what it raises ("rose from 5 to 24")."""
    one, other = statements[left], statements[right]
    found = compare(one, other)
    if found.verdict not in (Verdict.CONTRADICTION, Verdict.SUPERSEDED) and found.rule != "quantity.unordered":
        return False
    if found.verdict is not Verdict.CONTRADICTION and (is_raised(one) or is_raised(other)):
        return False
    return any(_gives_both(statements[this], statements[that]) for this, that in product(same[left], same[right]))


def _gives_both(one: Statement, other: Statement) -> bool:
    """Whether one article says the two, and not as the words of two sources, who may disagree about one thing."""
    rivals = None not in (voice(one.claim), voice(other.claim)) and voice(one.claim) != voice(other.claim)
    return one.article.id == other.article.id and not rivals
