"""At what time of day does a sentence say that something happened: a fire broke out, a plane took off?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from crosscheck.extract.detail_days import kinds as happenings
from crosscheck.extract.detail_days import part_around
from crosscheck.extract.detail_sentences import People, Sentence, called
from crosscheck.extract.detail_values import NAMED
from crosscheck.extract.lexicon import kinds_of, words_of
from crosscheck.extract.time_calendar import WEEKDAYS
from crosscheck.model.claim import Time
from crosscheck.model.detail import Detail, Kind

HOUR = 60  # minutes
LONGEST = 3  # words joined in the lists


def clocks_in(sentence: Sentence, times: Sequence[Time], people: People, before: Sentence | None) -> Iterator[Detail]:
    """Of sentences with one clock time; `people` are the mentions of persons up to the end of the sentence.

    `number` is the minute of the day, `exact` false after "about", `scope` the zone that is named.
    """
    clocks = [(time, minute) for time in times if (minute := _minute(time)) is not None]
    if len(clocks) != 1:
        return
    time, minute = clocks[0]
    inside = sentence.places(time.span)
    if not inside:
        return
    is_close = not words_of("detail_days", "close").isdisjoint(sentence.forms[max(0, inside[0] - 2) : inside[0] - 1])
    if sentence.forms[inside[0] - 1] in words_of("detail_days", "bounds") and not is_close:
        return
    start, end = _part_around(sentence, inside[0], inside[-1], is_close)
    said = [*_joined(sentence, start, inside[0]), *_joined(sentence, inside[-1] + 1, end)]
    kind = _kind_of(said)
    if kind:
        words = (
            sentence.names((*_kinds(), *sentence.forms[inside[0] : inside[-1] + 1]))
            | frozenset(WEEKDAYS).intersection(sentence.forms)
            | _told_before(sentence, before)
            | _named(sentence, people)
        )
        zones = " ".join(sorted(words_of("detail_days", "zones").intersection(sentence.forms)))
        detail = sentence.detail(Kind.CLOCK, (kind, kind), f"{minute}", inside[0], inside[-1] + 1, words, zones)
        yield replace(detail, number=float(minute), exact=time.mod is None and not is_close, text=time.text, span=time.span)


def _part_around(sentence: Sentence, first: int, last: int, is_close: bool) -> tuple[int, int]:
    """As of a day; the part goes on before "shortly after", which begins no other one, and behind ", when" it tells what the time is of."""
    start, end = part_around(sentence, first, last)
    if is_close and start == first:
        start = part_around(sentence, first - 2, first - 2)[0]
    if sentence.forms[end : end + 1] == ("when",):
        end = part_around(sentence, end + 1, end + 1)[1] if end + 1 < len(sentence.forms) else end
    return start, end


def _joined(sentence: Sentence, start: int, end: int) -> list[str]:
    """The words of a part, and each with the next and the next two."""
    forms = sentence.forms[start:end]
    return ["_".join(forms[at : at + size]) for size in range(1, LONGEST + 1) for at in range(len(forms) - size + 1)]


def _kind_of(said: Sequence[str]) -> str | None:
    """The one kind of thing that is told to have happened; of what is plainly told only where nothing else is."""
    found = {_kinds()[form] for form in said if form in _kinds()}
    if not found and words_of("detail_days", "storms").isdisjoint(said):
        found = {_plain()[form] for form in said if form in _plain()}
    apart = words_of("detail_days", "others") | words_of("detail_days", "over")
    own = {word for form in said if form in _kinds() or form in _plain() for word in form.split("_")}
    told = [form for form in said if form not in own]
    return found.pop() if len(found) == 1 and apart.isdisjoint(told) else None


def _named(sentence: Sentence, people: People) -> frozenset[str]:
    """Whom the sentence speaks of, by name or not."""
    surnames = {called(*one)[0] for one in people if sentence.span.holds(one[1].span)}
    return frozenset(surnames | {NAMED + surname for surname in surnames})


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


@cache
def _plain() -> Mapping[str, str]:
    return kinds_of("detail_days", "plain")
