"""Do two claims differ in some detail, so that the negation of one need not touch the other?

"The envoy did not sign on Monday" and "the envoy signed on Friday" hold together: the negation is of the day.
"""

from __future__ import annotations

from crosscheck.judge.moments import clashes as clashing_parts
from crosscheck.judge.moments import interval, parts
from crosscheck.judge.names import alias, government, is_named, one_entity, shares_a_member, shares_a_name
from crosscheck.model.claim import Argument, Claim, Facet, Time


def apart(left: Claim, right: Claim) -> bool:
    """Whether the claims name different doers, things or days, or the negated one counts what the other does not."""
    if _times_apart(left.times, right.times):
        return True
    return any(_names_apart(left.of(facet), right.of(facet)) for facet in (Facet.AGENT, Facet.PATIENT, Facet.RECIPIENT))


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
