"""By when does a sentence say that something will be over or ready: power restored, a road open, a sale complete?

The end is kept in days: of the calendar where the date is known ("=739000 739000"), of any year ("-12-31" is "~366 366"), or from the report on
("+7 14" for "next week" in a report without a date).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import kinds_of, words_of
from crosscheck.extract.time_calendar import WEEKDAYS
from crosscheck.model.claim import Time
from crosscheck.model.detail import Detail, Kind

REACH = 12  # words between what ends and when
MOST = 400  # days from the report on that a deadline is asked of
ROUNDED = 0.25  # of its unit, by which a length of time may be rounded
LEAP = 2000  # a year with every day
DATED, OF_A_YEAR, FROM_NOW = "=", "~", "+"
_UNITS = {"D": 1, "W": 7, "M": 30, "Y": 365}
# From how many to how many days ahead, where the day of the report is not known; the first and the last third of a week besides.
_AHEAD = {"tomorrow": (1, 1), "next week": (1, 13), "this week": (0, 6), "weekend": (0, 8), "next month": (1, 61)}
_THIRDS = {"START": (1, 9), "END": (4, 13)}


def due_in(sentence: Sentence, times: Sequence[Time], published: date | None) -> Iterator[Detail]:
    """One a sentence at most: of the time nearest to what is to end; `words` name what it is as well ("of power"), `number` the day of the report."""
    if words_of("detail_due", "to_come").isdisjoint(sentence.forms):
        return
    ends = [at for at, form in enumerate(sentence.forms) if form in _kinds()]
    told = [(place, time) for time in times if (place := _place(sentence, time)) and _is_end(sentence, place[0])] if ends else []
    if not told:
        return
    pairs = [(place, time, end) for place, time in told for end in ends if _gap(place, end) <= REACH]
    place, time, end = min(pairs, key=lambda one: (_order(sentence.forms[one[2]]), _gap(one[0], one[2]))) if pairs else (None, None, 0)
    value = _days(time, published) if time else ""
    if place and time and value:
        kind = _kinds()[sentence.forms[end]]
        of = frozenset(f"of {_things()[form]}" for form in sentence.forms if form in _things())
        found = sentence.detail(Kind.DUE, (kind, kind), value, place[0], place[1] + 1, sentence.names() | of)
        yield replace(found, number=float(published.toordinal()) if published else None, text=time.text, span=time.span)


def _place(sentence: Sentence, time: Time) -> tuple[int, int] | None:
    inside = sentence.places(time.span)
    return (inside[0], inside[-1]) if inside else None


def _is_end(sentence: Sentence, at: int) -> bool:
    return bool(words_of("detail_due", "until").intersection(sentence.forms[max(0, at - 2) : at]))


def _gap(place: tuple[int, int], end: int) -> int:
    return end - place[1] if end > place[1] else place[0] - end


# days


def _days(time: Time, published: date | None) -> str:
    """The first and the last day that may be meant; "" for what is vague or far."""
    if time.type == "DURATION":
        return _ahead(_length(time), published)
    if time.since and time.until and time.type == "DATE":
        since, until = (date.fromisoformat(day[:10]).toordinal() for day in (time.since, time.until))
        return f"{DATED}{since} {max(since, until - 1)}" if until - since <= MOST else ""
    if time.value.startswith("XXXX-") and time.value[5:7].isdecimal():
        return _of_a_year(time.value)
    return _ahead(_told_ahead(time), published)


def _length(time: Time) -> tuple[int, int] | None:
    number, unit = time.value[1:-1], _UNITS.get(time.value[-1:], 0)
    if not number.isdecimal() or not unit:
        return None
    days, slack = int(number) * unit, max(1, round(unit * ROUNDED)) if unit > 1 else 1
    if time.mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        return days - slack, MOST
    return days - slack, days + slack


def _told_ahead(time: Time) -> tuple[int, int] | None:
    said = time.text.casefold()
    if "next week" in said and time.mod in _THIRDS:
        return _THIRDS[time.mod]
    known = next((days for words, days in _AHEAD.items() if words in said), None)
    return known or ((0, 7) if any(day in said for day in WEEKDAYS) else None)


def _ahead(days: tuple[int, int] | None, published: date | None) -> str:
    if days is None or days[0] > MOST:
        return ""
    if published is None:
        return f"{FROM_NOW}{days[0]} {days[1]}"
    return f"{DATED}{published.toordinal() + days[0]} {published.toordinal() + days[1]}"


def _of_a_year(value: str) -> str:
    """ "XXXX-12-31", "XXXX-12" as days of a leap year."""
    try:
        month = int(value[5:7])
        first = date(LEAP, month, int(value[8:10] or 1) if value[8:10].isdecimal() else 1)
        last = first if value[8:10].isdecimal() else date(LEAP, month, 28)
    except ValueError:
        return ""
    start = date(LEAP, 1, 1).toordinal() - 1
    return f"{OF_A_YEAR}{first.toordinal() - start} {last.toordinal() - start}"


# words


def _order(form: str) -> int:
    """Which kind is meant where two are told: "repairs to be completed" are repairs."""
    return list(_kinds().values()).index(_kinds()[form])


def _kinds() -> Mapping[str, str]:
    """For each word what kind of end it tells of."""
    return kinds_of("detail_due", "ends")


def _things() -> Mapping[str, str]:
    return kinds_of("detail_due", "things")
