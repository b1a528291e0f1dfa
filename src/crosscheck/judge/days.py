"""Can two articles of different days mean one time, where their sentences do not say which?

What news says without a date is of its own days: "the index fell 3 percent" on Monday and "fell 1 percent" on Thursday are two falls, and the loss
of a firm in May is of another quarter than its loss in November.
"""

from __future__ import annotations

from crosscheck.align.days import days_between, is_up_to_now, reckoned
from crosscheck.align.similarity import Similarity
from crosscheck.judge.circumstances import sentence_of
from crosscheck.judge.lexicon import words
from crosscheck.judge.moments import is_lapse
from crosscheck.model.claim import Claim, Quantity, Time
from crosscheck.model.verdict import Statement

DAILY = 1  # days between two reports of one change or level of a price
LATER = 30  # days after which whatever else changes is another; a story's reports lie no further apart (align/stories.py)
COPY = 0.5  # likeness of two articles from which one is a version of the other, whenever it was published; templates are below .4


def are_of_other_days(left: Statement, right: Statement, link: Similarity) -> bool:
    """Whether the articles lie too far apart for both values to be of one time."""
    apart = days_between(left.article, right.article)
    if apart and not _own_day(left).isdisjoint(_own_day(right)):
        return True
    if link.part("articles") >= COPY:
        return False
    if isinstance(left.value, Quantity) and any(is_up_to_now(sentence_of(one)) for one in (left, right)):
        return True
    if apart is None:
        return _moves(left) and _moves(right)
    if apart <= DAILY:
        return False
    if is_dated(left.claim) and is_dated(right.claim):
        return False  # the dates themselves tell (judge/time.py)
    return apart > LATER or (_changes_daily(left) and _changes_daily(right))


def _own_day(statement: Statement) -> frozenset[str]:
    """ "Today" and the like, where a number is of it: "forecast a shortage of 800 million today"; what is said today may be of any day."""
    value = statement.value
    if not isinstance(value, Quantity) or value.kind == "age":
        return frozenset()
    return frozenset(word for time in statement.claim.times for word in reckoned(time.text))


def is_dated(claim: Claim) -> bool:
    """Whether its words say when: "in 2012", not "today" or "last week"."""
    return any(any(map(str.isdigit, time.text)) for time in claim.times if time.type in ("DATE", "TIME"))


def _moves(statement: Statement) -> bool:
    """Whether it states a rise or fall, or the points of an index: reports of which nobody knows the days tell of as many days."""
    value = statement.value
    return isinstance(value, Quantity) and ((value.unit or "") == "point" or value.mod in ("up", "down"))


def _changes_daily(statement: Statement) -> bool:
    """Whether it states a price, a change, for how long there was no such level, or "today"."""
    value = statement.value
    if isinstance(value, Time):
        return not is_lapse(value) and not any(map(str.isdigit, value.text))
    if not isinstance(value, Quantity):
        return False
    return _is_of_a_record(statement) or value.kind == "percent" or (value.unit or "") == "point" or value.mod in ("up", "down")


def _is_of_a_record(statement: Statement) -> bool:
    """ "The lowest level in six years"."""
    said = sentence_of(statement).split()
    superlatives = (words("detail_ranks", "words", way) for way in ("up", "down", "worst", "best", "extremes"))
    return isinstance(statement.value, Quantity) and statement.value.unit == "year" and any(not way.isdisjoint(said) for way in superlatives)
