"""Is it sure enough that two times are of one act, so that they contradict each other?"""

from __future__ import annotations

from crosscheck.align.deeds import grain_of
from crosscheck.align.similarity import Similarity
from crosscheck.judge.lexicon import words
from crosscheck.judge.moments import is_lapse, parts, unit_of
from crosscheck.judge.stamps import is_stamp
from crosscheck.judge.surety_evidence import ONCE, SURE, TIMES, besides, same_text
from crosscheck.judge.surety_quantity import AGO, OTHER_DOER, answer_one_question, is_offset
from crosscheck.model.claim import Facet, Time
from crosscheck.model.verdict import Finding, Statement

# A likelihood as in judge/surety_evidence.py, which says on what it was set.
NEXT_DAY = 0.5  # enough for two dates that are a day apart: two acts of a kind are seldom so near, and a day is easily mistaken


def are_of_events(left: Statement, right: Statement) -> bool:
    """Of two times: whether neither is of the page ("Updated: May 3, 2019, 8:21 AM"), and the two are not the same words ("that morning")."""
    return left.facet is not Facet.TIME or not (is_stamp(left) or is_stamp(right) or same_text(left, right))


def are_of_one_act(left: Statement, right: Statement, finding: Finding, link: Similarity, backing: int) -> bool:
    if isinstance(left.value, Time) and isinstance(right.value, Time) and left.value.type == right.value.type == "DURATION":
        if is_lapse(left.value) and is_lapse(right.value):
            alike = answer_one_question(left, right, link) or link.without("numbers") >= _enough_of_lapses(left.value, right.value, link)
            return alike and link.part("agent") > OTHER_DOER
        surely = answer_one_question(left, right, link) or (is_one_act(link) and besides(left, link) >= TIMES)
        return surely and is_offset(left) == is_offset(right)
    if _are_years_of_what_recurs(left, right):
        return False
    if link.deed and _are_told_as_finely(left, right, finding):
        return True
    return is_one_act(link) and besides(left, link) >= _enough_of_time(left, right, finding, link)


def _are_years_of_what_recurs(left: Statement, right: Statement) -> bool:
    """ "The awards in 2007", "for the 2014 awards": two of those that come again every year or so."""
    times = [one.value for one in (left, right) if isinstance(one.value, Time)]
    recurs = all(one.claim.predicate.lemma.lower() in words("surety", "recurring") for one in (left, right))
    return recurs and len(times) == len((left, right)) and all(time.value.isdecimal() for time in times)


def _are_told_as_finely(left: Statement, right: Statement, finding: Finding) -> bool:
    if not isinstance(left.value, Time) or not isinstance(right.value, Time) or grain_of(left.value) != grain_of(right.value):
        return False
    vague = any(time.value.endswith("TNI") for time in (left.value, right.value)) and not (_has_digits(left) and _has_digits(right))
    return grain_of(left.value) != "" and not (vague and finding.rule == "time.clock")  # a night ends in the morning


def _enough_of_time(left: Statement, right: Statement, finding: Finding, link: Similarity) -> float:
    once = link.part("lemma") >= 1 and link.part("told_once") >= 1 and min(map(link.part, ("place", "patient"))) >= 0
    if once and finding.rule == "time.clock" and _has_digits(left) and _has_digits(right):
        return ONCE
    near = finding.rule == "time.day" and _days_apart(left, right) == 1
    return NEXT_DAY if near and link.part("lemma") >= 1 and link.part("patient") >= 1 else TIMES


def _enough_of_lapses(one: Time, other: Time, link: Similarity) -> float:
    """Of one kind of event little more is asked, if so long ago that the days between two reports do not matter."""
    long = all(unit_of(time.value) in ("W", "M", "Y", "DE") for time in (one, other))
    return AGO if long and link.part("predicate") >= 1 else SURE


def _has_digits(statement: Statement) -> bool:
    return statement.value is not None and any(map(str.isdecimal, statement.value.text))


def _days_apart(left: Statement, right: Statement) -> int:
    """Days between two dates of one month; 0 where one of them is not known to the day."""
    days = [parts(time.value).day for time in (left.value, right.value) if isinstance(time, Time)]
    return abs((days[0] or 0) - (days[1] or 0)) if len(days) > 1 and all(days) else 0


def is_one_act(link: Similarity) -> bool:
    """One predicate, or one kind of act that concerns the same: thefts "reported" on Saturday and a port "calm" on Sunday are two things."""
    return link.part("lemma") >= 1 or (link.part("predicate") >= 1 and link.part("patient") >= 1)
