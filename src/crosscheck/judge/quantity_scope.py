"""Do two quantities count or measure the same thing, or is one of them a part of the other, or besides it?

The rules are tried in the order of judge/quantity.py. Each gives its reason, or None where it does not apply.
"""

from __future__ import annotations

from crosscheck.extract import quantity_units as units
from crosscheck.judge.counted import Relation, counts_people, relation
from crosscheck.judge.quantity_pair import pair, readings
from crosscheck.judge.quantity_words import worded
from crosscheck.model.claim import Quantity
from crosscheck.model.verdict import Statement


def comparable(left: Statement, right: Statement) -> bool:
    """Whether both measure one thing: of one kind, unit and attribute, and counting the same things or parts of them."""
    one, other = left.value, right.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    if one.attribute and other.attribute and one.attribute != other.attribute:
        return False
    return _same_scale(one, other) and (relation(one, other) is not Relation.OTHER or _one_attribute(one, other))


def _one_attribute(one: Quantity, other: Quantity) -> bool:
    return one.attribute is not None and one.attribute == other.attribute and one.kind != "count"


def _same_scale(one: Quantity, other: Quantity) -> bool:
    if (one.kind == "money") != (other.kind == "money") or (one.kind == "ordinal") != (other.kind == "ordinal"):
        return False
    if one.kind == "money" or one.unit == other.unit:
        return True
    return one.unit is not None and other.unit is not None and units.comparable(one.unit, other.unit)


def incomparable(left: Statement, right: Statement) -> str | None:
    return None if comparable(left, right) else f"{worded(left)} and {worded(right)} do not measure the same thing."


def additional(left: Statement, right: Statement) -> str | None:
    more = [is_additional(left), is_additional(right)]
    if more[0] == more[1]:
        return None
    added, other = (left, right) if more[0] else (right, left)
    return f"{worded(added)} come on top of others, {worded(other)} need not."


def is_additional(statement: Statement) -> bool:
    value = statement.value
    assert isinstance(value, Quantity)
    text = statement.article.text
    before, after = text[max(0, value.span.start - 12) : value.span.start].split(), text[value.span.end : value.span.end + 16].split()
    inside = value.text.casefold().split()
    return (
        "another" in inside
        or before[-1:] in (["another"], ["additional"], ["further"], ["extra"])
        or after[:1] in (["more"], ["other"], ["additional"], ["further"], ["extra"])
    )


def part_of_whole(left: Statement, right: Statement) -> str | None:
    found = _inclusion(*pair(left, right))
    if found not in (Relation.PART, Relation.WHOLE):
        return None
    part, whole = (left, right) if found is Relation.PART else (right, left)
    inner, outer = readings(part, whole)
    return f"{worded(part)} can be among {worded(whole)}." if inner.low <= outer.high else None


def _inclusion(one: Quantity, other: Quantity) -> Relation:
    """By what is counted; "two of the pirates" is a part of whatever counts pirates."""
    if (one.kind == "part") != (other.kind == "part"):
        return Relation.PART if one.kind == "part" else Relation.WHOLE
    return relation(one, other)


def unsure_kinds(left: Statement, right: Statement) -> str | None:
    found = relation(*pair(left, right))
    if found is not Relation.UNKNOWN or _is_bare(left) or _is_bare(right):
        return None
    what = "people" if all(map(counts_people, pair(left, right))) else "things"
    return f"{worded(left)} and {worded(right)} may count different {what}."


def _is_bare(statement: Statement) -> bool:
    return isinstance(statement.value, Quantity) and statement.value.of is None
