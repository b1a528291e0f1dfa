"""For how many days does a sentence say that something has gone on: "a sixth straight day of strikes", "after four days of rioting"?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import kinds_of, table_of, words_of
from crosscheck.model.detail import Detail, Kind

AFTER = 4  # words after "days of" among which stands what they are of: "four days of the worst riots"
WEEK = 7
LONGER = 7  # days by which "more than a week" may be more
MOST = 60  # days of what reports still count by the day
DIGITS = 2  # of a number of days

_UNITS = {"day": 1, "days": 1, "night": 1, "nights": 1, "week": WEEK, "weeks": WEEK}


def lasting_in(sentence: Sentence, published: str | None) -> Iterator[Detail]:
    """`value` is the least and the most of days, `scope` the day of the report."""
    for at, form in enumerate(sentence.forms):
        if form in _UNITS:
            found = _ordinal(sentence, at) or _counted(sentence, at)
            if found:
                start, low, high, thing = found
                text = sentence.forms[thing]
                yield sentence.detail(
                    Kind.LASTING, (things()[text], text), f"{low} {high}", start, max(at, thing) + 1, sentence.names(), (published or "")[:10]
                )


def _ordinal(sentence: Sentence, at: int) -> tuple[int, int, int, int] | None:
    """ "The sixth straight day of riots", "clashes raged for the sixth day"."""
    before = at - 1 if at and sentence.forms[at - 1] in words_of("detail_counted", "straight") else at
    if before < 1 or sentence.forms[before - 1] not in words_of("detail_counted", "ordinals") or sentence.forms[at] not in ("day", "night"):
        return None
    number = _ordinals()[sentence.forms[before - 1]]
    thing = _after(sentence, at)
    if thing is None and (before < at or sentence.forms[max(0, before - 3) : before - 1] == ("for", "a") or _begins_in(sentence, before - 1)):
        thing = next((to for to, form in enumerate(sentence.forms) if form in things()), None)
    return None if thing is None else (before - 1, number, number, thing)


def _begins_in(sentence: Sentence, at: int) -> bool:
    """ "For the sixth day", "into a sixth day", "entered their sixth day"."""
    return not {"for", "into", "entered", "enters", "entering"}.isdisjoint(sentence.forms[max(0, at - 2) : at])


def _counted(sentence: Sentence, at: int) -> tuple[int, int, int, int] | None:
    thing = _after(sentence, at)
    number = (1 if sentence.forms[at - 1] == "a" else sentence.counted(at - 1, DIGITS)) if at else 0
    if thing is None or not 0 < number * _UNITS[sentence.forms[at]] <= MOST:
        return None
    days = number * _UNITS[sentence.forms[at]]
    if number == 1 and days == 1:
        return None  # "a day of violence" is any
    start = sentence.begins(at - 1)
    before = sentence.forms[max(0, start - 2) : start]
    if not words_of("detail_counted", "closed").isdisjoint(before):
        return None  # "another four days of talks", "the first three days of the strike"
    if before[-1:] and before[-1] in words_of("detail_counted", "beyond"):
        return start - 1 - (before[0] == "more"), days + 1, days + LONGER, thing
    return start, days, days, thing


def _after(sentence: Sentence, at: int) -> int | None:
    """Where after "days of" it is said of what."""
    if sentence.forms[at + 1 : at + 2] != ("of",):
        return None
    for to in range(at + 2, min(at + 2 + AFTER, len(sentence.forms))):
        if sentence.gaps[to].strip(" -'\"“”‘’"):
            return None
        if sentence.forms[to] in things():
            return to
    return None


@cache
def _ordinals() -> Mapping[str, int]:
    return {word: number for number, word in enumerate(table_of("detail_counted")["ordinals"], start=2)}


def things() -> Mapping[str, str]:
    """What goes on from day to day, each word with the first of those for the same."""
    return kinds_of("detail_counted", "lasting")
