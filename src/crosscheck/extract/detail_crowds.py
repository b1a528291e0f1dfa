"""How many people does a sentence say marched or rallied in which town?

Police and those who called the march differ about it, and so do reports. A number is of the town named in its sentence, or else of the town that the
article names most; of marches in a whole country nothing is read. A small crowd is that of the story, on the day that is named beside it or on which
the report came out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.places import country_of, town_called
from crosscheck.extract.time_calendar import WEEKDAYS
from crosscheck.model.claim import Extract, Quantity
from crosscheck.model.detail import Detail, Kind

FEWEST = 1000  # of fewer people there are many groups in any march
SMALLEST = 20  # and of fewer than these no report counts a crowd
BEFORE, BEHIND = 4, 7  # words on either side of a small number among which stands that they marched
DATED = 8  # words on either side of a small number among which stands the day
SMALL = ("crowd", "the crowd")  # what a small crowd is of
AROUND = 4  # words on either side of a number among which stands that it is of a whole country
AFTER = 3  # words after a number among which stands what else is counted ("20,000 people were arrested")
ATTENDED = 6  # words before a number without a noun: "the march was attended by some 20,000"

_COUNTING = frozenset(("attended", "there"))  # "attended by 80,000", "police said there were 80,000"
Town = Callable[[], tuple[str, str]]


def crowds_in(sentence: Sentence, quantities: Sequence[Quantity], home: Town, published: date | None) -> Iterator[Detail]:
    """`home` is the town that the article is about, folded and as written; "" where there is none."""
    if not words_of("detail_crowds", "whole").isdisjoint(sentence.forms):
        yield from _small(sentence, quantities, published)
    if words_of("detail_crowds", "gathering").isdisjoint(sentence.forms):
        return
    words = sentence.names() | words_of("quantity_strangers", "weekdays").intersection(sentence.forms)
    for quantity in quantities:
        at = next((at for at, span in enumerate(sentence.spans) if span.start >= quantity.span.end), len(sentence.spans))
        if _is_crowd(sentence, quantity, at):
            town = _town(sentence, quantity, home)
            inside = sentence.places(quantity.span)
            if town[0] and inside:
                yield _sized(sentence.detail(Kind.CROWD, town, _ends(quantity), inside[0], inside[-1] + 1, words), quantity)


def home_of(extract: Extract) -> tuple[str, str]:
    """The town that the article names most."""
    named = Counter(town for entity in extract.entities if entity.type == "LOC" for one in entity.mentions if (town := _named(one.text))[0])
    return min(named, key=lambda town: (-named[town], town), default=("", ""))


def _named(words: str) -> tuple[str, str]:
    town = town_called(words)
    return (town, words) if town else ("", "")


def _small(sentence: Sentence, quantities: Sequence[Quantity], published: date | None) -> Iterator[Detail]:
    for quantity in quantities:
        inside = sentence.places(quantity.span)
        if inside and SMALLEST <= (quantity.low or quantity.high or 0) < FEWEST and _is_whole(sentence, quantity, inside[0], inside[-1] + 1):
            near = sentence.forms[max(0, inside[0] - DATED) : inside[-1] + 1 + DATED]
            words = sentence.names() | (frozenset(WEEKDAYS).intersection(near) or _days_of(published))
            yield _sized(sentence.detail(Kind.CROWD, SMALL, _ends(quantity), inside[0], inside[-1] + 1, words), quantity)


def _is_whole(sentence: Sentence, quantity: Quantity, start: int, end: int) -> bool:
    """ "About 130 people marched", "a crowd of 70", "estimated the crowd at 70"; not "a group of 30 protesters", "30 of the marchers"."""
    before, after = sentence.forms[max(0, start - BEFORE) : start], sentence.forms[end : end + BEHIND]
    crowd = before[-1:] in (("at",), ("of",)) and "crowd" in before
    if quantity.kind != "count" or quantity.unit or not words_of("detail_crowds", "parts").isdisjoint((*before[-2:], *after[:BEFORE])):
        return False
    return crowd or (_are_people(sentence, quantity, end) and not words_of("detail_crowds", "whole").isdisjoint(after))


def _days_of(published: date | None) -> frozenset[str]:
    """The day on which a report came out, and the one before."""
    return frozenset(WEEKDAYS[(published - timedelta(ago)).weekday()] for ago in (0, 1)) if published else frozenset()


def _is_crowd(sentence: Sentence, quantity: Quantity, at: int) -> bool:
    if quantity.kind != "count" or quantity.unit or (quantity.low or quantity.high or 0) < FEWEST:
        return False
    noun = (quantity.of or "").split()
    return _are_people(sentence, quantity, at) if noun else _are_counted(sentence, at)


def _are_people(sentence: Sentence, quantity: Quantity, at: int) -> bool:
    noun = (quantity.of or "").casefold().split()[-1:]
    return bool(noun) and noun[0] in words_of("detail_crowds", "crowd") and not _is_other(sentence, at)


def _are_counted(sentence: Sentence, at: int) -> bool:
    return not _COUNTING.isdisjoint(sentence.forms[max(0, at - ATTENDED) : at]) and not _is_other(sentence, at)


def _is_other(sentence: Sentence, at: int) -> bool:
    """Whether something else is counted, or people of more than one march."""
    others = words_of("detail_crowds", "other_counts").isdisjoint(sentence.forms[at : at + AFTER + 1])
    return not (others and words_of("detail_crowds", "wider").isdisjoint(sentence.forms[max(0, at - AROUND) : at + AROUND]))


def _town(sentence: Sentence, quantity: Quantity, home: Town) -> tuple[str, str]:
    """The place named nearest to the number, those before it first; that of the article where the sentence names none."""
    places = [(sentence.spans[at].start, place) for at in range(len(sentence.words)) if (place := _place_at(sentence, at))]
    before = [place for start, place in places if start < quantity.span.start]
    named = before[-1] if before else next((place for _, place in places), None)
    return home() if named is None else named


def _place_at(sentence: Sentence, at: int) -> tuple[str, str] | None:
    """The town whose name of one or two words begins at the position, or whatever stands after "in"; ("", "") for a country."""
    if not sentence.words[at][0].isupper():
        return None
    word = sentence.words[at].removesuffix("'s").removesuffix("’s")
    for words in (sentence.said(at, at + 2), word) if at + 1 < len(sentence.words) else (word,):
        if (town := _named(words))[0]:
            return town
    if not at or sentence.forms[at - 1] != "in":
        return None
    return ("", "") if country_of(word) else (sentence.forms[at], word)


def _ends(quantity: Quantity) -> str:
    """The least and the most that the number can mean, "" for no bound; an article counts one march in one way."""
    return f"{_number(quantity.low)} {_number(quantity.high)}"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.0f}"


def _sized(found: Detail, quantity: Quantity) -> Detail:
    return replace(found, number=quantity.value or quantity.low)
