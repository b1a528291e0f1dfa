"""In how many ways may another report give the same number or the same time?

"20.2 points" is "an average of 20.2" elsewhere, "seven passengers" are "seven people", "3.33am on Tuesday" is "3:33 a.m.". Each of these is a phrase
that both may share; what else must speak for it is told by `Phrase.least`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from crosscheck.align.measures import are_one_measure, sizes_of
from crosscheck.align.values import one_word_for
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.predicates import predicate_class
from crosscheck.extract.time_calendar import bounds
from crosscheck.extract.time_written import as_written
from crosscheck.extract.topics import is_person_noun
from crosscheck.model.claim import Claim, Quantity, Time

# Share of the rarer other words of both sentences from which on a detail that is not named whole in both is one. Of pairs on ten stories of the
# training topics of ECB+ that were marked fact by fact, 29 of 100 speak of one fact below .1, 68 at .1, 83 at .2; of those that name it whole 94.
ALIKE = 0.2
# The same for numbers, for dates and lengths, and for the years in which two things began. Of those told once in each, 648 of 656 numbers of these
# stories are of one fact from .1 on, and 156 of 163 times from .3 on; the years of beginnings are too few to count.
NUMBERS, TIMES, STARTS = 0.1, 0.35, 0.15
CLOCKS = 0.1  # the same for full and half hours on the clock
# From which on a count of one thing, or a sum that is not round, says so much that two sentences need share nothing else: of the pairs that this
# adds on the marked stories of ECB+'s training topics all (five) are of one fact.
TELLING = 20
MANY = 1000  # of something told in two ways ("visitors", "spectators")
MANY_PEOPLE = 5
FIGURE = 13  # from which on a number that is told with another noun, or with none, is seldom the same by chance
REWORDED = "reworded"  # the sort of a phrase by which a number or a time is told in another way
AGAIN = "time"  # for whatever somebody does once more
_DIGITS = 3  # of a number that is one figure whatever the noun ("2,302 points", "2,302 baskets")
_KINDS = ("age", "count", "money", "percent", "measure", "fraction", "rate", "ordinal", "multiple")
_SCORE = re.compile(r"(\d+)\s*[-–—]\s*(\d+)")
_CLOCK = re.compile(r"T(\d\d:\d\d)")
_ROUND = (":00", ":30")


class Phrase(NamedTuple):
    """What two reports may both name: its noun alone ("the house"), or the whole of it ("the Palmer house"), in folded words.

    A number or a time has no head. `least` is what else the sentences must share. `sort` is "trait" ("suspicious"), "deed" (a kind of event:
    "kill"), "reworded" (a number or a time told in another way) or "" for the others.
    """

    whole: bool
    words: str
    head: str
    least: float = ALIKE
    sort: str = ""

    @property
    def kind(self) -> str:
        """ "whole", "head" (the noun alone), "value" (a number or a time), "reworded", "trait" or "deed"."""
        return self.sort or ("whole" if self.whole else "head" if self.head else "value")


def values_in(claim: Claim) -> Iterator[tuple[Quantity | Time, Phrase]]:
    """The claim's numbers and times as phrases: "since 2012" and "began in 2012" are one, "until 2012" is another."""
    for quantity in claim.quantities:
        yield from ((quantity, phrase) for phrase in _of_number(quantity))
    for time in claim.times:
        if not time.value.endswith("_REF") and not time.value.startswith("PX"):  # "now" and "for days" are no times that two reports could name
            yield from ((time, phrase) for phrase in _of_time(time, claim))


# numbers


def _of_number(quantity: Quantity) -> Iterator[Phrase]:
    score = _SCORE.fullmatch(quantity.text) if quantity.kind == "score" else None
    if score:
        yield Phrase(False, f"{score[1]}-{score[2]} score", "", NUMBERS)
    elif quantity.kind in _KINDS and quantity.value is None and None not in (quantity.low, quantity.high):
        yield Phrase(False, f"{quantity.low:g} to {quantity.high:g} {counted(quantity)} {quantity.kind}", "")
    elif quantity.kind in _KINDS and quantity.value is not None:
        yield Phrase(False, f"{quantity.value:g} {counted(quantity)} {quantity.kind}", "", _least(quantity))
        yield from (Phrase(False, size, "", NUMBERS) for size in sizes_of(quantity))
        if is_figure(quantity):
            yield Phrase(False, f"{quantity.value:g} figure", "")
        if quantity.value > 1 and is_of_people(quantity):
            yield Phrase(False, f"{quantity.value:g} persons", "", sort=REWORDED)


def in_a_row(quantity: Quantity) -> Phrase:
    """ "Her second stint", "for a second time": which in a row, of what; one word stands for all that somebody does again."""
    noun = _in_a_row(quantity)
    return Phrase(False, f"{quantity.value:g} {noun} ordinal", "", sort=REWORDED if noun == AGAIN else "")


def _in_a_row(quantity: Quantity) -> str | None:
    noun = one_word_for(noun_of(quantity))
    return AGAIN if noun in table_of("counted")["occasions"].split() else noun


def counted(quantity: Quantity) -> str | None:
    """What it measures or counts; of many, visitors are people."""
    noun = one_word_for(noun_of(quantity))
    is_crowd = (quantity.value or 0.0) >= TELLING and noun in words_of("person_titles", "person")
    return quantity.unit or ("people" if is_crowd else noun) or quantity.attribute


def noun_of(quantity: Quantity) -> str:
    """The noun of what is counted."""
    return (quantity.of or "").rpartition(" ")[2].lower()


def is_of_people(quantity: Quantity) -> bool:
    return quantity.kind == "count" and quantity.unit is None and is_person_noun(noun_of(quantity))


@cache
def _anybody() -> frozenset[str]:
    """Nouns for people of whom nothing else is said."""
    return frozenset(table_of("counted")["anyone"].split())


def is_figure(quantity: Quantity) -> bool:
    """Whether the number says much by itself: not two, three or ten of something."""
    number = quantity.value or 0.0
    return quantity.kind in ("count", "measure", "percent", "rate") and (number >= FIGURE or number % 1 != 0)


def other_counted(left: Quantity, right: Quantity, one_deed: bool) -> bool:
    """Whether the two are said to be of two things: "20 tons" and "20 trucks", but not "2,302 points" and "2,302", nor "7 passengers" and "7 people".

    Of a few people much is told: only by `one_deed`, where both claims tell of one kind of deed, are they the same.
    """
    if left.kind == right.kind == "ordinal":
        return False  # the phrase says of what
    one, other = counted(left), counted(right)
    if not one or not other or one == other or are_one_measure(left, right):
        return False
    if is_of_people(left) and is_of_people(right):
        few = (left.value or 0.0) < MANY_PEOPLE and not one_deed
        return few or (noun_of(left) not in _anybody() and noun_of(right) not in _anybody())
    return left.kind == "age" or right.kind == "age" or not (_digits(left.value or 0.0) >= _DIGITS or one.endswith(other) or other.endswith(one))


def _least(quantity: Quantity) -> float:
    """What the sentences must share besides: nothing where the number says enough ("85,000 euros", "240 sailors")."""
    number = quantity.value or 0.0
    if (quantity.kind == "money" and is_telling(number)) or (quantity.kind == "count" and quantity.of and number >= TELLING):
        return 0.0
    return NUMBERS if quantity.kind in ("age", "count", "money", "percent", "fraction") else ALIKE


def is_telling(number: float) -> bool:
    """Hardly any other sum of a story is the same: it has two digits or more that are not nought."""
    return number >= TELLING and _digits(number) > 1


def _digits(number: float) -> int:
    """How many it has, less the noughts at its end."""
    return len(f"{number:.6e}".partition("e")[0].rstrip("0").replace(".", ""))


# times


def _of_time(said: Time, claim: Claim) -> Iterator[Phrase]:
    time = as_written(said)
    start = time.of == "since" or (time.of is None and predicate_class(claim.predicate.lemma, claim.predicate.kind) == "begin")
    bound = "since" if start else time.of or ""
    yield Phrase(False, f"{bound} {time.type} {time.value}".strip(), "", STARTS if start and time.type == "DATE" else TIMES)
    if time.of and time.of not in words_of("time_bounds", "cases") and not _is_year_by_another(time):
        yield Phrase(False, f"{time.type} {time.value}", "", TIMES)  # "the 2012 vote", "the vote in 2012"
    if time.type == "TIME" or time.of is None or _is_owner(time, claim):
        yield from (Phrase(False, words, "", TIMES) for words in _days(time))
        yield from (Phrase(False, words, "", TIMES, REWORDED) for words in (*_weekdays(time), *_years(time)))
        yield from _hours(time)


def _days(time: Time) -> Iterator[str]:
    """The day that a date or an hour is of, with and without its year: "on Sunday", "at 6.40pm on Sunday night", "on May 3", "on 3 May 2019"."""
    if time.type not in ("DATE", "TIME"):
        return
    day = time.value.partition("T")[0]
    if _is_day(day):
        yield f"day {day}"
        if day[:4].isdigit() and "W" not in day:
            yield f"day XXXX{day[4:]}"


def _is_year_by_another(time: Time) -> bool:
    """ "This year's vote" is told of all that a year brings."""
    return time.value.isdigit() and time.value not in time.text


def _weekdays(time: Time) -> Iterator[str]:
    """The weekday: of a date in one report, by its name in another."""
    for said in _days(time):
        found = said.removeprefix("day ")
        if found.startswith("XXXX-WXX"):
            yield f"week{said}"
        elif found[:4].isdigit() and "W" not in found:
            day = bounds(found)  # none of "February 29, 1987"
            yield from (f"weekday XXXX-WXX-{day[0].isoweekday()}",) if day is not None else ()


def _is_owner(time: Time, claim: Claim) -> bool:
    """ "Sunday's vote" was on Sunday; "the Sunday shoppers" may be those of any."""
    after = claim.text[time.span.end - claim.span.start :] if claim.span.holds(time.span) else ""
    return after.startswith(("'s", "’s", "' s", "’ s"))


def _is_day(value: str) -> bool:
    return len(value) in (9, 10) and value[-1].isdigit() and value.count("-") == 2


def _hours(time: Time) -> Iterator[Phrase]:
    """The hour on the clock: of some day in one report, without one in another. 6.41 is told of one thing only, six o'clock of several."""
    found = _CLOCK.search(time.value) if time.type == "TIME" else None
    if found:
        yield Phrase(False, f"clock {found[1]}", "", CLOCKS if found[1].endswith(_ROUND) else 0.0)


def _years(time: Time) -> Iterator[str]:
    """The year that a month is of ("in 1983", "in November 1983"), where it is said."""
    year = time.value[:4]
    if time.type == "DATE" and year.isdigit() and year in time.text and (time.value == year or _is_month(time.value)):
        yield f"year {year}"


def _is_month(value: str) -> bool:
    return len(value) == 7 and value[5:].isdigit()


def _is_date(day: str) -> bool:
    """Whether it has its year: "day 2024-08-07"."""
    return day[4:8].isdigit() and "W" not in day


def on_other_days(left: Time, right: Time, one_deed: bool) -> bool:
    """Whether both say the day, and not the same one, or the month; or one the month and one the year, of two kinds of deed."""
    left, right = as_written(left), as_written(right)
    if left.value != right.value and (_is_month(left.value) or _is_month(right.value)):
        return not one_deed or len(left.value) == len(right.value)
    one, other = (frozenset((*_days(time), *_weekdays(time))) for time in (left, right))
    if not one or not other:
        return False
    dates = [day for days in (one, other) for day in days if _is_date(day)]
    return len(set(dates)) > 1 or one.isdisjoint(other)
