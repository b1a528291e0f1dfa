"""Which two times do two statements give, in which words, and what is known of them?"""

from __future__ import annotations

from crosscheck.judge.circumstances import plain
from crosscheck.judge.moments import Parts, parts
from crosscheck.model.claim import Time
from crosscheck.model.verdict import Statement


def sort(time: Time) -> str:
    """Days and times of day are points of one kind; else what TIMEX3 calls it."""
    return "POINT" if time.type in ("DATE", "TIME") else time.type


def pair(left: Statement, right: Statement) -> tuple[Time, Time]:
    """Both values, of statements that are known to be of times."""
    assert isinstance(left.value, Time) and isinstance(right.value, Time)
    return left.value, right.value


def worded(statement: Statement) -> str:
    """The time in the words of the article."""
    return plain(statement.value.text) if isinstance(statement.value, Time) else ""


def both(left: Statement, right: Statement) -> str:
    """ "March 31 and March", as a reason begins."""
    return f"{worded(left)} and {worded(right)}"


def parts_of(left: Statement, right: Statement) -> tuple[Parts, Parts]:
    """What is known of either point in time: year, month, day, minutes."""
    one, other = pair(left, right)
    return parts(one.value, one.text), parts(other.value, other.text)
