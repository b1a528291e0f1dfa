"""Do two times agree, hold together, or contradict each other?

Times are compared as stretches of the calendar: one within the other differs in precision only; two that share no day cannot both date one
event. Durations are compared by length.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from crosscheck.extract.time_written import as_written
from crosscheck.judge import ladder, time_clocks, time_lengths
from crosscheck.judge.circumstances import capitalised, is_negated, opposed, same_mode
from crosscheck.judge.lexicon import words
from crosscheck.judge.moments import REFERENCES, clashes, interval, length, one_day_of_year, stretched, whole
from crosscheck.judge.time_pair import both, pair, parts_of, sort, worded
from crosscheck.model.claim import Time
from crosscheck.model.verdict import Finding, Rule, Statement, Verdict

Stretch = tuple[datetime, datetime]

FUZZY = 0.25  # of its length; "early July" may be said of the 12th, though its third ends on the 10th
_CLASH_WORDS = {"year": "different years", "month": "different months", "day": "different days of the month", "weekday": "different days of the week"}


def compare(left: Statement, right: Statement) -> Finding:
    """What the first rule says that applies to two statements of a time."""
    return ladder.decide(RULES, _as_written(left), _as_written(right))


def _as_written(statement: Statement) -> Statement:
    return replace(statement, value=as_written(statement.value)) if isinstance(statement.value, Time) else statement


def comparable(left: Statement, right: Statement) -> bool:
    """Whether both are points, both lengths or both frequencies, known at all, and of the same thing ("the 2020 report" dates a report)."""
    one, other = left.value, right.value
    if not isinstance(one, Time) or not isinstance(other, Time):
        return False
    return one.of == other.of and sort(one) == sort(other) and not {one.value, other.value} & set(REFERENCES)


# points in time


def _stretches(left: Statement, right: Statement) -> tuple[Stretch, Stretch] | None:
    one, other = (interval(time) for time in pair(left, right))
    return (one, other) if one and other else None


def _loose(time: Time) -> Stretch | None:
    """The stretch with the slack that "early", "late" and "about" have."""
    span = interval(time)
    if span is None or time.mod is None:
        return span
    if time.mod in ("START", "MID", "END"):
        return stretched(span, (span[1] - span[0]) * FUZZY, whole(time))
    return stretched(span, max(span[1] - span[0], timedelta(days=2)), None) if time.mod == "APPROX" else span


def _bounded(statement: Statement, span: Stretch) -> Stretch:
    """The stretch that "since", "by", "until" or "after" in front of the words opens to one side."""
    side = _side(statement)
    return (span[0], datetime.max) if side == "from" else (datetime.min, span[1]) if side == "to" else span


def _side(statement: Statement) -> str:
    """To which side the word in front opens the time: from, to, or neither."""
    before = _word_before(statement)
    return next((side for side in ("from", "to") if before in words("time_bounds", side)), "")


def _word_before(statement: Statement) -> str:
    value = statement.value
    assert isinstance(value, Time)
    text = statement.article.text[max(0, value.span.start - 20) : value.span.start].casefold().split()
    skipped = [word for word in text if word not in ("the", "a", "early", "late")]
    return skipped[-1] if skipped else ""


def _meet(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _is_point(statement: Statement) -> bool:
    return isinstance(statement.value, Time) and sort(statement.value) == "POINT"


# the rules


def _unstated(left: Statement, right: Statement) -> str | None:
    stated = [s for s in (left, right) if isinstance(s.value, Time)]
    if len(stated) == 2:
        return None
    return f"Only one side gives a time: {worded(stated[0])}." if stated else "Neither side gives a time."


def _incomparable(left: Statement, right: Statement) -> str | None:
    return None if comparable(left, right) else f"{capitalised(both(left, right))} are not times of one kind."


def _same(left: Statement, right: Statement) -> str | None:
    one, other = pair(left, right)
    alike = one.value == other.value and one.mod == other.mod and not (_is_point(left) and list(clashes(*parts_of(left, right))))
    if not alike and _is_point(left) and one.mod == other.mod:
        spans = _stretches(left, right)
        alike = spans is not None and spans[0] == spans[1]
    if not alike and one.type == "DURATION" and one.mod == other.mod:
        alike = length(one.value) is not None and length(one.value) == length(other.value)
    if not alike:
        return None
    if worded(left).casefold() == worded(right).casefold():
        return f"Both say {worded(left)}."
    return f"{capitalised(both(left, right))} are the same {'time' if _is_point(left) else 'length of time'}."


def _planned(left: Statement, right: Statement) -> str | None:
    return None if same_mode(left, right) else f"{capitalised(both(left, right))} are the time planned and the time that came of it."


def _negated(left: Statement, right: Statement) -> str | None:
    if not opposed(left, right):
        return None
    affirmed, negated = (right, left) if is_negated(left.claim) else (left, right)
    return f"One source says {worded(affirmed)}, another that it was not {worded(negated)}."


def _clash(field: str, left: Statement, right: Statement) -> str | None:
    """Differing parts of two times of which one at least is not fully known."""
    if _stretches(left, right) is not None or _bounds_meet(left, right) or _is_turn_of_month(left, right):
        return None
    found = list(clashes(*parts_of(left, right)))
    return f"{capitalised(both(left, right))} are {_CLASH_WORDS[field]}." if found and found[0] == field else None


def _is_turn_of_month(left: Statement, right: Statement) -> bool:
    """ "By the end of May" and "by June 1"."""
    known = sorted(zip(pair(left, right), parts_of(left, right), strict=True), key=lambda one: one[1].day or 0)
    (ending, last), (_, first) = known
    if ending.mod != "END" or last.day is not None or last.month is None or first.month is None:
        return False
    in_one_year = last.year is None or first.year is None or last.year == first.year - (first.month == 1)
    return in_one_year and first.day == 1 and first.month == last.month % 12 + 1


def _bounds_meet(left: Statement, right: Statement) -> bool:
    """Whether a word such as "since" opens one of the times; "since May" and "since June" are two beginnings, and can clash."""
    return _side(left) != _side(right)


def _month(left: Statement, right: Statement) -> str | None:
    return _clash("year", left, right) or _clash("month", left, right)


def _day(left: Statement, right: Statement) -> str | None:
    return _clash("day", left, right)


def _weekday(left: Statement, right: Statement) -> str | None:
    return _clash("weekday", left, right)


def _partial(left: Statement, right: Statement) -> str | None:
    if not _is_point(left) or not (_stretches(left, right) is None or one_day_of_year(*pair(left, right))):
        return None
    if worded(left).casefold() == worded(right).casefold():
        return f"Both say {worded(left)}, and it is not known of both which one."
    return f"{capitalised(both(left, right))} fit together as far as they are known."


def _within(left: Statement, right: Statement) -> str | None:
    spans = _stretches(left, right)
    if spans is None:
        return None
    one, other = spans
    for inner, outer, words_in, words_out in ((one, other, worded(left), worded(right)), (other, one, worded(right), worded(left))):
        if outer[0] <= inner[0] and inner[1] <= outer[1]:
            return f"{capitalised(words_in)} lies within {words_out}."
    return None


def _overlap(left: Statement, right: Statement) -> str | None:
    one, other = (_loose(time) for time in pair(left, right))
    return f"{capitalised(both(left, right))} share some days." if one and other and _meet(one, other) else None


def _bound(left: Statement, right: Statement) -> str | None:
    spans = _stretches(left, right)
    if _is_turn_of_month(left, right):
        return f"{capitalised(both(left, right))} are one limit, told from either side."
    if spans is None or not _bounds_meet(left, right) or not _meet(_bounded(left, spans[0]), _bounded(right, spans[1])):
        return None
    return f"{capitalised(both(left, right))} can both be true, since one is only an end."


def _neighbour(left: Statement, right: Statement) -> str | None:
    spans = _stretches(left, right)
    if spans is None or not (_is_deictic(left) or _is_deictic(right)) or _are_of_one_date(left, right):
        return None
    start, end = min(spans), max(spans)
    apart = end[0] - start[1]
    return f"{capitalised(both(left, right))} are neighbouring days, reckoned from two articles' dates." if apart < timedelta(days=1) else None


def _are_of_one_date(left: Statement, right: Statement) -> bool:
    """Whether "today" is one day in both articles, as far as is known."""
    return left.article.published == right.article.published is not None


def _is_deictic(statement: Statement) -> bool:
    said = worded(statement).casefold().split()
    is_part_of_now = said[:1] == ["this"] and not words("time_bounds", "parts_of_now").isdisjoint(said)
    return is_part_of_now or not words("time_bounds", "deictic").isdisjoint(said)


def _disjoint(left: Statement, right: Statement) -> str | None:
    return f"{capitalised(both(left, right))} share no day."


RULES: tuple[Rule, ...] = (
    Rule("time.unstated", Verdict.SINGLE_SOURCE, "Only one of the two gives a time.", ("on 31 March", "the radars arrived"), _unstated, 0.9),
    Rule(
        "time.incomparable",
        Verdict.COMPATIBLE,
        "A point in time stands beside a length, or beside no known time.",
        ("in 2012", "for ten years"),
        _incomparable,
        0.2,
    ),
    Rule("time.same", Verdict.AGREEMENT, "The times are the same once normalised.", ("Aug. 2020", "August 2020"), _same, 0.95),
    Rule(
        "time.planned", Verdict.COMPATIBLE, "One is planned or possible, the other done.", ("is due on Monday", "was held on Tuesday"), _planned, 0.4
    ),
    Rule(
        "time.negated",
        Verdict.COMPATIBLE,
        "One of the times stands under a negation.",
        ("it did not begin in May", "it began in June"),
        _negated,
        0.3,
    ),
    Rule(
        "time.near_length",
        Verdict.COMPATIBLE,
        "The lengths are the same as far as they are precise.",
        ("about 10 years", "nine years"),
        time_lengths.rough_length,
        0.8,
    ),
    Rule("time.length", Verdict.CONTRADICTION, "The lengths of time differ.", ("for three days", "for five days"), time_lengths.length, 0.6),
    Rule("time.frequency", Verdict.CONTRADICTION, "One thing recurs at two rates.", ("every week", "every month"), time_lengths.frequency, 0.5),
    Rule("time.sets", Verdict.COMPATIBLE, "The two may recur alike.", ("every Monday", "each week"), time_lengths.sets, 0.4),
    Rule(
        "time.zone",
        Verdict.COMPATIBLE,
        "Clock times a time zone apart, where a zone is named.",
        ("at 11:48 local time", "at 08:18 GMT"),
        time_clocks.zone,
        0.5,
    ),
    Rule(
        "time.near",
        Verdict.COMPATIBLE,
        "Clock times a few minutes apart, or an hour where one is approximate.",
        ("at 08:15", "at 08:18"),
        time_clocks.near,
        0.7,
    ),
    Rule(
        "time.month",
        Verdict.CONTRADICTION,
        "The months or years differ, though not all of the dates is known.",
        ("in March", "in April 2022"),
        _month,
        0.7,
    ),
    Rule(
        "time.day",
        Verdict.CONTRADICTION,
        "The days of the month differ, though not all of the dates is known.",
        ("on March 3", "on March 4, 2022"),
        _day,
        0.7,
    ),
    Rule(
        "time.weekday",
        Verdict.CONTRADICTION,
        "The days of the week differ, though not all of the dates is known.",
        ("on Tuesday", "on Friday"),
        _weekday,
        0.65,
    ),
    Rule("time.clock", Verdict.CONTRADICTION, "The times of day differ.", ("at 5:10 a.m.", "in the evening"), time_clocks.clock, 0.6),
    Rule("time.partial", Verdict.COMPATIBLE, "The times fit together as far as they are known.", ("in March", "on 31 March 2022"), _partial, 0.7),
    Rule("time.within", Verdict.COMPATIBLE, "One time lies within the other.", ("on 31 March 2022", "in March 2022"), _within, 0.85),
    Rule("time.overlap", Verdict.COMPATIBLE, "The times share a stretch.", ("in early July", "on 11 July"), _overlap, 0.6),
    Rule("time.bound", Verdict.COMPATIBLE, "One time is only an end: by, since, until.", ("by Friday", "on Thursday"), _bound, 0.5),
    Rule(
        "time.neighbour", Verdict.COMPATIBLE, "Neighbouring days, one reckoned from its article's date.", ("yesterday", "on 3 May"), _neighbour, 0.4
    ),
    Rule("time.disjoint", Verdict.CONTRADICTION, "The times share no day.", ("(2020 report)", "(2023 report)"), _disjoint, 0.75),
)
