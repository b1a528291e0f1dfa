"""At what time of day does a sentence say that something happened: a fire broke out, a plane took off?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from crosscheck.extract.detail_days import kinds as happenings
from crosscheck.extract.detail_days import part_around
from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import kinds_of, words_of
from crosscheck.extract.time_calendar import WEEKDAYS
from crosscheck.model.claim import Time
from crosscheck.model.detail import Detail, Kind

HOUR = 60  # minutes


def clocks_in(sentence: Sentence, times: Sequence[Time], before: Sentence | None) -> Iterator[Detail]:
    """Of sentences with one clock time; `number` is the minute of the day, `exact` false after "about", `scope` the zone that is named."""
    clocks = [(time, minute) for time in times if (minute := _minute(time)) is not None]
    if len(clocks) != 1:
        return
    time, minute = clocks[0]
    inside = sentence.places(time.span)
    if not inside:
        return
    if sentence.forms[inside[0] - 1] in words_of("detail_days", "bounds"):
        return
    start, end = part_around(sentence, inside[0], inside[-1])
    said = [*sentence.forms[start : inside[0]], *sentence.forms[inside[-1] + 1 : end]]
    found = {_kinds()[form] for form in said if form in _kinds()}
    if len(found) == 1 and words_of("detail_days", "others").isdisjoint(said) and words_of("detail_days", "over").isdisjoint(said):
        kind = found.pop()
        words = sentence.names(tuple(_kinds())) | frozenset(WEEKDAYS).intersection(sentence.forms) | _told_before(sentence, before)
        zones = " ".join(sorted(words_of("detail_days", "zones").intersection(sentence.forms)))
        detail = sentence.detail(Kind.CLOCK, (kind, kind), f"{minute}", inside[0], inside[-1] + 1, words, zones)
        yield replace(detail, number=float(minute), exact=time.mod is None, text=time.text, span=time.span)


def _told_before(sentence: Sentence, before: Sentence | None) -> frozenset[str]:
    """What "the accident happened at noon" goes on about: the words of the sentence before it."""
    goes_on = sentence.forms[0] in ("it", "this") or (sentence.forms[0] in ("the", "this") and sentence.forms[1:2] and sentence.forms[1] in _kinds())
    return before.names(tuple(_kinds())) if before and goes_on else frozenset()


def _minute(time: Time) -> int | None:
    """The minute of the day of "T15:10"; None for an evening or a day."""
    clock = time.value.partition("T")[2][:5]
    hours, _, minutes = clock.partition(":")
    return int(hours) * HOUR + int(minutes) if time.type == "TIME" and hours.isdecimal() and minutes.isdecimal() else None


@cache
def _kinds() -> Mapping[str, str]:
    """What happens on a day, and what happens in a minute."""
    return {**happenings(), **kinds_of("detail_days", "moments")}
