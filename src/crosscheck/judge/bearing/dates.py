"""Is every date of a claim borne out by the evidence, or is another given?"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.judge.bearing.figures import Fit
from crosscheck.judge.bearing.passages import ASKED, Passage, Text
from crosscheck.model.claim import Time
from crosscheck.values import dataclass

UNKNOWN = "XXXX"  # the year of "on 13 January"
WEEKDAY = re.compile(rf"{UNKNOWN}-WXX-[1-7]")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
PARTIAL = re.compile(rf"{UNKNOWN}-\d\d(?:-\d\d)?")
FIRST, LAST = "0000", "9999"  # before and after all ISO dates


@dataclass(frozen=True, slots=True)
class Date:
    """A date of the claim, and the evidence's that decides, where there is one."""

    wanted: Time
    fit: Fit
    found: Time | None = None


def dates_of(claim: Text, passage: Passage, near: int = 1) -> tuple[Date, ...]:
    """Each date of the claim against those of the passage and, behind these, of the sentences beside it."""
    sentences = passage.text.extract.sentences[max(0, passage.number - near) : passage.number + near + 1]
    times = [_day_of(time) for time in passage.text.extract.times if any(span.holds(time.span) for span in sentences)]
    there = [time for time in times if is_date(time)]
    return tuple(_date(time, claim, there, passage) for time in map(_day_of, claim.extract.times[:ASKED]) if is_date(time))


def is_date(time: Time) -> bool:
    """Whether it names a date, or an hour of the clock."""
    return _clock(time) is not None or _is_day(time)


def _day_of(time: Time) -> Time:
    """The day of a part of it: "on Tuesday afternoon" is a Tuesday."""
    day, t, part = time.value.partition("T")
    if time.type != "TIME" or not t or part[:1].isdigit() or time.since is None or len(day) != len("2012-05-08"):
        return replace(time, type="DATE", value=day) if time.type == "TIME" and WEEKDAY.fullmatch(day) and not part[:1].isdigit() else time
    return replace(time, type="DATE", value=day, since=day, until=(date.fromisoformat(day) + timedelta(days=1)).isoformat())


def is_weekday(time: Time) -> bool:
    """Whether it is a Monday of which nobody knows the week."""
    return WEEKDAY.fullmatch(time.value) is not None


def _weekday(time: Time) -> int | None:
    """1 for a Monday, where the time is of one day or one weekday."""
    if WEEKDAY.fullmatch(time.value):
        return int(time.value[-1])
    return date.fromisoformat(time.value).isoweekday() if DAY.fullmatch(time.value) else None


def _is_day(time: Time) -> bool:
    return time.type == "DATE" and (time.since is not None or (time.value.startswith(UNKNOWN) and any(map(str.isdigit, time.value))))


def _date(wanted: Time, claim: Text, there: Sequence[Time], passage: Passage) -> Date:
    """What the sentence itself says goes before what those beside it leave open: "It began in 2012. They came last October" is not open for 1999."""
    fits = [(_fit(wanted, claim, other, passage.text), not passage.span.holds(other.span), other) for other in there]
    if not fits:
        return Date(wanted, Fit.MISSING)
    fit, _, other = min(fits, key=lambda found: (found[0] is not Fit.MET, found[1], found[0] is Fit.OTHER))
    return Date(wanted, fit, other)


def _fit(wanted: Time, claim: Text, other: Time, text: Text) -> Fit:
    clocks = _clock(wanted), _clock(other)
    if clocks[0] is not None:
        return _clock_fit(wanted, other)
    if not _is_day(other):
        return Fit.OPEN
    if wanted.value == other.value:
        bound = _bound(wanted, claim)
        return Fit.MET if bound in ("", _bound(other, text), "by") or (bound == "since" and _begins(other, text)) else Fit.OTHER
    if _bound(wanted, claim) == "since" and len(wanted.value) == len(other.value):
        return Fit.OTHER if _bound(other, text) == "since" else Fit.OPEN  # what goes on since 2015 began then, and not in 2012
    weekdays = _weekday(wanted), _weekday(other)
    if None not in weekdays and (WEEKDAY.fullmatch(wanted.value) or WEEKDAY.fullmatch(other.value)):
        return Fit.OTHER if weekdays[0] != weekdays[1] else Fit.MET if WEEKDAY.fullmatch(wanted.value) else Fit.OPEN
    mine, theirs = _interval(_in_year_of(wanted, other), claim), _interval(other, text)
    if mine is None or theirs is None:
        return _partly(wanted.value, other.value)
    if mine[0] <= theirs[0] and theirs[1] <= mine[1]:
        return Fit.MET
    return Fit.OPEN if mine[0] < theirs[1] and theirs[0] < mine[1] else Fit.OTHER


def _in_year_of(time: Time, other: Time) -> Time:
    """A day or month without its year, in that of the other: "before May 3" beside "on 2 May 2019"."""
    if time.since is not None or other.since is None or not PARTIAL.fullmatch(time.value):
        return time
    month, _, day = time.value.removeprefix(f"{UNKNOWN}-").partition("-")
    try:
        since = date(int(other.since[:4]), int(month), int(day or 1))
    except ValueError:  # 29 February
        return time
    until = since + timedelta(days=1 if day else monthrange(since.year, since.month)[1])
    return replace(time, since=since.isoformat(), until=until.isoformat())


def _clock(time: Time) -> str | None:
    """ "08:00" of "at 8 a.m. on Monday"."""
    clock = time.value.partition("T")[2][:5] if time.type == "TIME" else ""
    return clock if len(clock) == len("08:00") and clock.replace(":", "").isdigit() else None


def _clock_fit(wanted: Time, other: Time) -> Fit:
    """Whether the hours are the same; what is about six may be half past."""
    mine, theirs = _clock(wanted), _clock(other)
    if mine is None or theirs is None or wanted.mod or other.mod:
        return Fit.MET if mine is not None and mine == theirs else Fit.OPEN
    return Fit.MET if mine == theirs else Fit.OTHER


def _partly(wanted: str, other: str) -> Fit:
    """Two values of which one leaves the year or more open: "XXXX-03-31" beside "2022-03"."""
    pairs = list(zip(wanted.split("-"), other.split("-"), strict=False))
    if any("W" in a + b for a, b in pairs):
        return Fit.OPEN
    clash = any(a != b and not (set(a) & set("X") or set(b) & set("X")) for a, b in pairs)
    if clash:
        return Fit.OTHER
    same = any(a == b and "X" not in a for a, b in pairs)  # "1999" and "last October" have no part in common
    return Fit.MET if same and wanted.count("-") <= other.count("-") else Fit.OPEN


def _interval(time: Time, text: Text) -> tuple[str, str] | None:
    """Half-open, with the word before the date: "before March" ends where March begins."""
    if time.since is None or time.until is None:
        return None
    since, until = time.since[:10], time.until[:10]
    return {"before": (FIRST, since), "after": (until, LAST), "by": (FIRST, until), "since": (since, LAST)}.get(_bound(time, text), (since, until))


def _begins(time: Time, text: Text) -> bool:
    """Whether it begins a stretch: "the government of 1988 to 1993" was in office from 1988 on."""
    behind = text.article.text[time.span.end : time.span.end + 10].replace("–", " to ").replace("-", " to ").split()
    return len(behind) > 1 and behind[0] in words_of("bearing", "until") and behind[1][0].isdigit()


def _bound(time: Time, text: Text) -> str:
    """before, after, by, since or "", from the words in front."""
    words = text.article.text[max(0, time.span.start - 18) : time.span.start].casefold().split()
    said = (" ".join(words[-1:]), " ".join(words[-2:]))
    return next((bound for bound, listed in table_of("bearing")["bounds"].items() if not set(said).isdisjoint(listed)), "")
