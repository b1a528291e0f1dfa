"""Do two claims differ in some detail, so that the negation of one need not touch the other?

"The envoy did not sign on Monday" and "the envoy signed on Friday" hold together: the negation is of the day.
"""

from __future__ import annotations

from crosscheck.extract.names import folded
from crosscheck.judge.lexicon import words
from crosscheck.judge.moments import clashes as clashing_parts
from crosscheck.judge.moments import interval, parts
from crosscheck.judge.names import alias, bare, government, is_named, is_unspecific, one_entity, one_group, shares_a_member, shares_a_name
from crosscheck.model.claim import Argument, Claim, Facet, Time

ROLES = (Facet.AGENT, Facet.PATIENT, Facet.RECIPIENT)
ALIKE = 0.5  # Jaccard of the content words of two sentences that are taken to be about one thing where no participants tell


def apart(left: Claim, right: Claim) -> bool:
    """Whether the claims name different doers, things or days, or the negated one counts what the other does not."""
    if _times_apart(left.times, right.times):
        return True
    return any(_names_apart(left.of(facet), right.of(facet)) for facet in ROLES) or _some_of_many(left, right)


def akin(left: Claim, right: Claim) -> bool:
    """Whether the claims share a participant in every role that both fill, or are two sentences of like words where they share no role."""
    shared = [facet for facet in ROLES if left.of(facet) and right.of(facet)]
    if not shared:
        return alike(left, right) >= ALIKE
    return all(any(_alike(one, other) for one in left.of(facet) for other in right.of(facet)) for facet in shared)


def alike(left: Claim, right: Claim) -> float:
    """How many content words the two sentences share: 0 to 1."""
    ones, others = set(left.terms), set(right.terms)
    return len(ones & others) / len(ones | others) if ones or others else 1.0


def _alike(one: Argument, other: Argument) -> bool:
    if _meet(one, other) or folded(one.head) == folded(other.head) or is_unspecific(one) or is_unspecific(other):
        return True
    return one_group(one, other)


def _some_of_many(left: Claim, right: Claim) -> bool:
    """ "Most have no plan" and "7% of firms have a plan": what is said of some is not denied by what is said of others."""
    ones, others = ({bare(a.text) for a in claim.of(Facet.AGENT) if folded(a.head) in words("entities", "some")} for claim in (left, right))
    return ones != others


def _times_apart(left: tuple[Time, ...], right: tuple[Time, ...]) -> bool:
    ones = [time for time in left if time.of is None and time.type in ("DATE", "TIME")]
    others = [time for time in right if time.of is None and time.type in ("DATE", "TIME")]
    return bool(ones and others) and all(_disjoint(one, other) for one in ones for other in others)


def _disjoint(one: Time, other: Time) -> bool:
    first, second = interval(one), interval(other)
    if first is None or second is None:
        return any(clashing_parts(parts(one.value), parts(other.value)))
    return first[1] <= second[0] or second[1] <= first[0]


def _names_apart(left: tuple[Argument, ...], right: tuple[Argument, ...]) -> bool:
    """Whether both name somebody and no name of the one is a name of the other."""
    ones, others = [a for a in left if is_named(a)], [a for a in right if is_named(a)]
    return bool(ones and others) and not any(_meet(one, other) for one in ones for other in others)


def _meet(one: Argument, other: Argument) -> bool:
    if one_entity(one, other) or alias(one, other) or shares_a_name(one, other) or shares_a_member(one, other):
        return True
    code = government(one)
    return code is not None and code == government(other)
