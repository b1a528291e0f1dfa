"""Do two times agree, hold together, or contradict each other?

Times are compared as stretches of the calendar: one within the other differs in precision only; two that share no day cannot both date one
event. Durations are compared by length.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from crosscheck.judge import ladder
from crosscheck.judge.circumstances import capitalised, is_negated, opposed, plain, same_mode
from crosscheck.judge.lexicon import words
from crosscheck.judge.moments import REFERENCES, Parts, as_written, clashes, interval, length, one_day_of_year, parts, stretched, unit_of, whole
from crosscheck.model.claim import Time
from crosscheck.model.verdict import Finding, Rule, Statement, Verdict

Stretch = tuple[datetime, datetime]

FUZZY = 0.25  # of its length; "early July" may be said of the 12th, though its third ends on the 10th
ROUGH_LENGTH = 0.15  # relative; "about ten years" and "nine years"
ROUND_LENGTH = 0.1  # relative; "a year" and "11 months", where the units differ
NEAR_MINUTES = 5  # clock times are given to five minutes
ROUGH_MINUTES = 60  # "around noon" and 11:15
# Minutes by which a clock time after "about" may be off, by how round it is: "about 3 p.m." may be said of 3:10, "about 8:40" not of 8:49. Set on ten
# stories of the training topics of ECB+ marked fact by fact, where the reports of one fire say "about 8:40", "about 8:45", "8:49" and "around 9".
ROUNDED_TO = ((60, 15), (30, 10), (15, 7), (1, 5))
ZONE_STEP = 30  # minutes; time zones differ by whole multiples
ZONE_REACH = 40  # code points around a clock time in which its zone is named

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
    return one.of == other.of and _sort(one) == _sort(other) and not {one.value, other.value} & set(REFERENCES)


def _sort(time: Time) -> str:
    return "POINT" if time.type in ("DATE", "TIME") else time.type


def _pair(left: Statement, right: Statement) -> tuple[Time, Time]:
    assert isinstance(left.value, Time) and isinstance(right.value, Time)
    return left.value, right.value


def _words(statement: Statement) -> str:
    return plain(statement.value.text) if isinstance(statement.value, Time) else ""


def _both(left: Statement, right: Statement) -> str:
    return f"{_words(left)} and {_words(right)}"


# points in time


def _stretches(left: Statement, right: Statement) -> tuple[Stretch, Stretch] | None:
    one, other = (interval(time) for time in _pair(left, right))
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


def _parts(left: Statement, right: Statement) -> tuple[Parts, Parts]:
    one, other = _pair(left, right)
    return parts(one.value, one.text), parts(other.value, other.text)


def _is_point(statement: Statement) -> bool:
    return isinstance(statement.value, Time) and _sort(statement.value) == "POINT"


# the rules


def _unstated(left: Statement, right: Statement) -> str | None:
    stated = [s for s in (left, right) if isinstance(s.value, Time)]
    if len(stated) == 2:
        return None
    return f"Only one side gives a time: {_words(stated[0])}." if stated else "Neither side gives a time."


def _incomparable(left: Statement, right: Statement) -> str | None:
    return None if comparable(left, right) else f"{capitalised(_both(left, right))} are not times of one kind."


def _same(left: Statement, right: Statement) -> str | None:
    one, other = _pair(left, right)
    alike = one.value == other.value and one.mod == other.mod and not (_is_point(left) and list(clashes(*_parts(left, right))))
    if not alike and _is_point(left) and one.mod == other.mod:
        spans = _stretches(left, right)
        alike = spans is not None and spans[0] == spans[1]
    if not alike and one.type == "DURATION" and one.mod == other.mod:
        alike = length(one.value) is not None and length(one.value) == length(other.value)
    if not alike:
        return None
    if _words(left).casefold() == _words(right).casefold():
        return f"Both say {_words(left)}."
    return f"{capitalised(_both(left, right))} are the same {'time' if _is_point(left) else 'length of time'}."


def _planned(left: Statement, right: Statement) -> str | None:
    return None if same_mode(left, right) else f"{capitalised(_both(left, right))} are the time planned and the time that came of it."


def _negated(left: Statement, right: Statement) -> str | None:
    if not opposed(left, right):
        return None
    affirmed, negated = (right, left) if is_negated(left.claim) else (left, right)
    return f"One source says {_words(affirmed)}, another that it was not {_words(negated)}."


def _rough_length(left: Statement, right: Statement) -> str | None:
    one, other = _pair(left, right)
    if one.type != "DURATION":
        return None
    first, second = length(one.value), length(other.value)
    if first is None or second is None:
        fits = unit_of(one.value) == unit_of(other.value) or _vague_fits(first, second, one, other)
        return f"{capitalised(_both(left, right))} can be one length of time." if fits else None
    reach = ROUGH_LENGTH if "APPROX" in (one.mod, other.mod) else ROUND_LENGTH if unit_of(one.value) != unit_of(other.value) else 0.0
    if abs(first - second) <= reach * max(first, second) or _bound_fits(one, other, first, second):
        return f"{capitalised(_both(left, right))} can be one length of time."
    return None


def _vague_fits(first: float | None, second: float | None, one: Time, other: Time) -> bool:
    """ "Several weeks" may be said of ten days or four months; of unknown units nothing is held against anything."""
    known, vague = (first, other) if first is not None else (second, one)
    if known is None:
        return True
    unit = {"TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86400, "D": 1.0, "W": 7.0, "M": 30.0, "Y": 365.0, "DE": 3652.0}.get(unit_of(vague.value))
    return unit is None or unit <= known <= 40 * unit


def _bound_fits(one: Time, other: Time, first: float, second: float) -> bool:
    short, long = (one, other) if first <= second else (other, one)
    return short.mod in ("MORE_THAN", "EQUAL_OR_MORE") or long.mod in ("LESS_THAN", "EQUAL_OR_LESS")


def _length(left: Statement, right: Statement) -> str | None:
    one, _ = _pair(left, right)
    return f"One source says {_words(left)}, another {_words(right)}." if one.type == "DURATION" else None


def _frequency(left: Statement, right: Statement) -> str | None:
    one, other = _pair(left, right)
    if one.type != "SET" or "X" in one.value[1:2] or "X" in other.value[1:2]:
        return None
    first, second = length(one.value), length(other.value)
    return f"One source says {_words(left)}, another {_words(right)}." if first and second and first != second else None


def _sets(left: Statement, right: Statement) -> str | None:
    return f"{capitalised(_both(left, right))} may recur alike." if _pair(left, right)[0].type == "SET" else None


def _clash(field: str, left: Statement, right: Statement) -> str | None:
    """Differing parts of two times of which one at least is not fully known."""
    if _stretches(left, right) is not None or _bounds_meet(left, right):
        return None
    found = list(clashes(*_parts(left, right)))
    return f"{capitalised(_both(left, right))} are {_CLASH_WORDS[field]}." if found and found[0] == field else None


def _bounds_meet(left: Statement, right: Statement) -> bool:
    """Whether a word such as "since" opens one of the times; "since May" and "since June" are two beginnings, and can clash."""
    return _side(left) != _side(right)


def _month(left: Statement, right: Statement) -> str | None:
    return _clash("year", left, right) or _clash("month", left, right)


def _day(left: Statement, right: Statement) -> str | None:
    return _clash("day", left, right)


def _weekday(left: Statement, right: Statement) -> str | None:
    return _clash("weekday", left, right)


def _clock_gap(left: Statement, right: Statement) -> int | None:
    """Minutes between two clock times or parts of the day that share no minute, where the days do not already differ."""
    one, other = _parts(left, right)
    if one.minutes is None or other.minutes is None or list(clashes(one, other)):
        return None
    (a, b), (c, d) = one.minutes, other.minutes
    return max(a - d + 1, c - b + 1, 0)


def _zone(left: Statement, right: Statement) -> str | None:
    minutes, (one, other) = _clock_gap(left, right), _parts(left, right)
    if not minutes or not (one.exact and other.exact) or minutes % ZONE_STEP or not (_names_zone(left) or _names_zone(right)):
        return None
    return f"{capitalised(_both(left, right))} may be one moment in two time zones."


def _names_zone(statement: Statement) -> bool:
    value = statement.value
    assert isinstance(value, Time)
    around = statement.article.text[max(0, value.span.start - ZONE_REACH) : value.span.end + ZONE_REACH]
    return any(word.strip("().,;") in words("time_bounds", "zones") for word in around.split())


def _near(left: Statement, right: Statement) -> str | None:
    minutes, times = _clock_gap(left, right), zip(_pair(left, right), _parts(left, right), strict=True)
    if minutes is None or minutes > max(_reach(time, known) for time, known in times) or not _some_clock(left, right):
        return None
    return f"{capitalised(_both(left, right))} are about the same time of day."


def _reach(time: Time, known: Parts) -> int:
    """Minutes by which it may be off."""
    if time.mod != "APPROX":
        return NEAR_MINUTES
    if not known.exact or known.minutes is None or not any(map(str.isdecimal, time.text)):
        return ROUGH_MINUTES
    return next(reach for step, reach in ROUNDED_TO if known.minutes[0] % step == 0)


def _some_clock(left: Statement, right: Statement) -> bool:
    one, other = _parts(left, right)
    return one.exact or other.exact


def _clock(left: Statement, right: Statement) -> str | None:
    minutes = _clock_gap(left, right)
    return f"{capitalised(_both(left, right))} are different times of day." if minutes and minutes > NEAR_MINUTES else None


def _partial(left: Statement, right: Statement) -> str | None:
    if not _is_point(left) or not (_stretches(left, right) is None or one_day_of_year(*_pair(left, right))):
        return None
    if _words(left).casefold() == _words(right).casefold():
        return f"Both say {_words(left)}, and it is not known of both which one."
    return f"{capitalised(_both(left, right))} fit together as far as they are known."


def _within(left: Statement, right: Statement) -> str | None:
    spans = _stretches(left, right)
    if spans is None:
        return None
    one, other = spans
    for inner, outer, words_in, words_out in ((one, other, _words(left), _words(right)), (other, one, _words(right), _words(left))):
        if outer[0] <= inner[0] and inner[1] <= outer[1]:
            return f"{capitalised(words_in)} lies within {words_out}."
    return None


def _overlap(left: Statement, right: Statement) -> str | None:
    one, other = (_loose(time) for time in _pair(left, right))
    return f"{capitalised(_both(left, right))} share some days." if one and other and _meet(one, other) else None


def _bound(left: Statement, right: Statement) -> str | None:
    spans = _stretches(left, right)
    if spans is None or not _bounds_meet(left, right) or not _meet(_bounded(left, spans[0]), _bounded(right, spans[1])):
        return None
    return f"{capitalised(_both(left, right))} can both be true, since one is only an end."


def _neighbour(left: Statement, right: Statement) -> str | None:
    spans = _stretches(left, right)
    if spans is None or not (_is_deictic(left) or _is_deictic(right)) or left.article.published == right.article.published:
        return None
    start, end = min(spans), max(spans)
    apart = end[0] - start[1]
    return f"{capitalised(_both(left, right))} are neighbouring days, reckoned from two articles' dates." if apart <= timedelta(0) else None


def _is_deictic(statement: Statement) -> bool:
    return bool(set(_words(statement).casefold().split()) & words("time_bounds", "deictic"))


def _disjoint(left: Statement, right: Statement) -> str | None:
    return f"{capitalised(_both(left, right))} share no day."


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
        _rough_length,
        0.8,
    ),
    Rule("time.length", Verdict.CONTRADICTION, "The lengths of time differ.", ("for three days", "for five days"), _length, 0.6),
    Rule("time.frequency", Verdict.CONTRADICTION, "One thing recurs at two rates.", ("every week", "every month"), _frequency, 0.5),
    Rule("time.sets", Verdict.COMPATIBLE, "The two may recur alike.", ("every Monday", "each week"), _sets, 0.4),
    Rule(
        "time.zone", Verdict.COMPATIBLE, "Clock times a time zone apart, where a zone is named.", ("at 11:48 local time", "at 08:18 GMT"), _zone, 0.5
    ),
    Rule(
        "time.near", Verdict.COMPATIBLE, "Clock times a few minutes apart, or an hour where one is approximate.", ("at 08:15", "at 08:18"), _near, 0.7
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
    Rule("time.clock", Verdict.CONTRADICTION, "The times of day differ.", ("at 5:10 a.m.", "in the evening"), _clock, 0.6),
    Rule("time.partial", Verdict.COMPATIBLE, "The times fit together as far as they are known.", ("in March", "on 31 March 2022"), _partial, 0.7),
    Rule("time.within", Verdict.COMPATIBLE, "One time lies within the other.", ("on 31 March 2022", "in March 2022"), _within, 0.85),
    Rule("time.overlap", Verdict.COMPATIBLE, "The times share a stretch.", ("in early July", "on 11 July"), _overlap, 0.6),
    Rule("time.bound", Verdict.COMPATIBLE, "One time is only an end: by, since, until.", ("by Friday", "on Thursday"), _bound, 0.5),
    Rule(
        "time.neighbour", Verdict.COMPATIBLE, "Neighbouring days, one reckoned from its article's date.", ("yesterday", "on 3 May"), _neighbour, 0.4
    ),
    Rule("time.disjoint", Verdict.CONTRADICTION, "The times share no day.", ("(2020 report)", "(2023 report)"), _disjoint, 0.75),
)
