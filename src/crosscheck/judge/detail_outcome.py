"""Do two reports have one thing come out in two ways: guilty and not guilty, found and still missing?"""

from __future__ import annotations

from crosscheck.extract.detail_outcomes import CHARGE
from crosscheck.extract.lexicon import table_of
from crosscheck.judge.circumstances import plain
from crosscheck.model.detail import Detail


def outcome_apart(one: Detail, other: Detail) -> str | None:
    """None where each names a place that the other does not, or what somebody was tried for is not the same."""
    charges = [{word for word in detail.words if word.startswith(CHARGE)} for detail in (one, other)]
    if all(charges) and charges[0] != charges[1]:
        return None
    source = f"Of {one.thing_text} one source" if " " in one.thing else "One source"
    return f"{source} says “{plain(one.text)}”, another “{plain(other.text)}”." if _are_of_one_place(one, other, charges) else None


def _are_of_one_place(one: Detail, other: Detail, charges: list[set[str]]) -> bool:
    """The places named are the same; of what has no place of its own one report may name none."""
    left, right = one.words - charges[0], other.words - charges[1]
    local = table_of("outcomes")[one.thing.partition(" ")[0]].get("local")
    return left == right or not (local or (left and right))
