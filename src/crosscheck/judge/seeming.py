"""Which values only seem to contradict each other, whatever speaks for one event?

What a source says is no event that another could deny by saying something else. The end of a year is no act. A price is another an hour later.
"""

from __future__ import annotations

from datetime import datetime

from crosscheck.align.similarity import Similarity
from crosscheck.judge.circumstances import is_open
from crosscheck.judge.moments import WEEKDAYS
from crosscheck.model.claim import Facet, Quantity, Time
from crosscheck.model.verdict import Finding, Statement

LIFETIME = 30  # years between two dates from which on one of them was misread, or they are of two things
COPY = 0.5  # likeness of two articles from which one is a version of the other


def only_seem_apart(left: Statement, right: Statement, finding: Finding, link: Similarity) -> bool:
    """Whether the two values are of two things by what they are of."""
    if finding.rule.endswith(".denied") or finding.rule.startswith("polarity."):
        return is_open(left.claim) or is_open(right.claim) or (finding.rule == "polarity.negated" and _is_saying(left, right) and not link.twin)
    if left.facet is Facet.AGENT:
        return _is_saying(left, right) and link.part("articles") < COPY
    if isinstance(left.value, Time) and isinstance(right.value, Time):
        return _are_bounds(left, right) or _one_weekday(left.value, right.value) or _are_ages_apart(left.value, right.value)
    if isinstance(left.value, Quantity) and isinstance(right.value, Quantity):
        return _are_quotes(left, right)
    return False


def _is_saying(left: Statement, right: Statement) -> bool:
    return "statements" in left.claim.topics and "statements" in right.claim.topics


def _are_bounds(left: Statement, right: Statement) -> bool:
    """ "By the end of September" and "at the end of 1989": what the words of a time call an end is no event."""
    return any(one.value is not None and one.claim.predicate.span.touches(one.value.span) for one in (left, right))


def _one_weekday(left: Time, right: Time) -> bool:
    """ "On Saturday" in two reports of a week that one of them dates wrongly, or that no page dates."""
    days = [{day for day in WEEKDAYS if day in time.text.casefold()} for time in (left, right)]
    return bool(days[0] & days[1]) and not all(any(map(str.isdigit, time.text)) for time in (left, right))


def _are_ages_apart(left: Time, right: Time) -> bool:
    """ "Fell 508 points to 1738" holds no year."""
    if left.since is None or right.since is None:
        return False
    return abs(datetime.fromisoformat(left.since).year - datetime.fromisoformat(right.since).year) >= LIFETIME


def _are_quotes(left: Statement, right: Statement) -> bool:
    """ "1.8215/25 marks" is what dealers bid and ask at one moment."""
    return any(_is_quote(one) for one in (left, right))


def _is_quote(statement: Statement) -> bool:
    value, text = statement.value, statement.article.text
    if value is None:
        return False
    around = text[value.span.start - 1 : value.span.start + 1], text[value.span.end : value.span.end + 2]
    within = value.text.partition("/")
    return any(len(pair) == 2 and pair[0] == "/" and pair[1].isdigit() for pair in around) or ("." in within[0] and within[2][:1].isdigit())
