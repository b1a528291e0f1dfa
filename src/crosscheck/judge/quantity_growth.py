"""Do two numbers differ because time has passed between the reports: a toll that grew, a birthday?

The rules are tried in the order of judge/quantity.py. Each gives its reason, or None where it does not apply.
"""

from __future__ import annotations

from crosscheck.judge.counted import Relation, relation
from crosscheck.judge.quantity_bounds import FAR
from crosscheck.judge.quantity_pair import pair, readings
from crosscheck.judge.quantity_words import worded
from crosscheck.judge.reading import overlap
from crosscheck.judge.running import is_of_a_life, is_raised, is_running, later, newer
from crosscheck.judge.scope import alike
from crosscheck.model.verdict import Statement

ONE_SENTENCE = 0.6  # of the content words of two sentences: one is the other with another number, and no later report


def superseded(left: Statement, right: Statement) -> str | None:
    if not (is_running(left) and is_running(right)) or any(map(is_of_a_life, pair(left, right))):
        return None
    new = _newer(left, right)
    if new is None:
        return None
    old = right if new is left else left
    before, after = readings(old, new)
    if before.value is None or after.value is None or after.value <= before.value or (before.mod == "~" and overlap(before, after)):
        return None
    if relation(*pair(old, new)) is Relation.WHOLE or (after.value >= FAR * before.value and not is_raised(new)):
        return None
    return f"{worded(new)} is the later count; {worded(old)} was reported before."


def _newer(left: Statement, right: Statement) -> Statement | None:
    """The statement of the later report; where the dates do not tell, the one that says that the count rose to it."""
    told = newer(left, right)
    if told is not None:
        return told
    if left.article.id == right.article.id or is_raised(left) == is_raised(right):
        return None
    return left if is_raised(left) else right


def unordered(left: Statement, right: Statement) -> str | None:
    if not (is_running(left) and is_running(right)) or newer(left, right) is not None:
        return None
    if left.article.id == right.article.id and is_raised(left) == is_raised(right):
        return None
    one, other = readings(left, right)
    if one.value is None or other.value is None or alike(left.claim, right.claim) >= ONE_SENTENCE:
        return None
    return f"{worded(left)} and {worded(right)} can be one count that grew; no date tells which is later."


def birthday(left: Statement, right: Statement) -> str | None:
    one, other = pair(left, right)
    if one.kind != "age" or other.kind != "age" or one.value is None or other.value is None or later(left.article, right.article) is None:
        return None
    near = abs(one.value - other.value) <= 1
    return f"{worded(left)} and {worded(right)} differ by one birthday, and the articles are of different days." if near else None
