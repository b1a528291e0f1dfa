"""Are two numbers that differ of two measures of a thing, or reckoned from two days that nobody knows?

"A pit 9 feet deep" and "4 metres wide" are both its size; "five days ago" is another day in each report.
"""

from __future__ import annotations

from crosscheck.judge.lexicon import words
from crosscheck.model.claim import Quantity, Time
from crosscheck.model.verdict import Statement

NEAR = 24  # code points after a number in which a word tells what it measures
LOOSE = ("size", None)  # attributes that do not say themselves which measure of a thing it is


def are_of_two_measures(left: Statement, right: Statement) -> bool:
    """Whether one is said to be the depth, width or height of a thing, and the other not to be the same."""
    values = [one.value for one in (left, right) if isinstance(one.value, Quantity)]
    if len(values) < 2 or any(value.attribute not in LOOSE or value.kind != "measure" for value in values):
        return False
    return _dimension(left) != _dimension(right)


def _dimension(statement: Statement) -> str:
    """The first letters of the word for the measure, which its noun and its adjective have in common; "" where there is none."""
    return next((word[:3] for word in _after(statement) if word in words("surety", "dimensions")), "")


def _after(statement: Statement) -> list[str]:
    value = statement.value
    after = statement.article.text[value.span.end : value.span.end + NEAR] if value else ""
    inside = value.text if value else ""
    return [word.strip(".,;:()") for word in f"{inside}{after}".casefold().replace("-", " ").split()]


def are_days_ago(left: Statement, right: Statement) -> bool:
    """Whether both are told as so many days or hours ago, of reports of which it is not known that they are of one day."""
    if not all(isinstance(one.value, Quantity | Time) and _is_ago(one) for one in (left, right)):
        return False
    days = [(one.article.published or "")[:10] for one in (left, right)]
    return not days[0] or days[0] != days[1]


def _is_ago(statement: Statement) -> bool:
    said = _after(statement)
    return "ago" in said and words("surety", "long_units").isdisjoint(word.removesuffix("s") for word in said)
