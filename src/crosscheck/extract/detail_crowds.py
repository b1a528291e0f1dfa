"""How many people does a sentence say marched or rallied in which town?

Police and those who called the march differ about it, and so do reports. A number is of the town named in its sentence, or else of the town that the
article names most; of marches in a whole country nothing is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.places import country_of, town_called
from crosscheck.model.claim import Extract, Quantity
from crosscheck.model.detail import Detail, Kind

FEWEST = 1000  # of fewer people there are many groups in any march
AROUND = 4  # words on either side of a number among which stands that it is of a whole country
AFTER = 3  # words after a number among which stands what else is counted ("20,000 people were arrested")
ATTENDED = 6  # words before a number without a noun: "the march was attended by some 20,000"

_COUNTING = frozenset(("attended", "there"))  # "attended by 80,000", "police said there were 80,000"
Town = Callable[[], tuple[str, str]]


def crowds_in(sentence: Sentence, quantities: Sequence[Quantity], home: Town) -> Iterator[Detail]:
    """`home` is the town that the article is about, folded and as written; "" where there is none."""
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


def _is_crowd(sentence: Sentence, quantity: Quantity, at: int) -> bool:
    if quantity.kind != "count" or quantity.unit or (quantity.low or quantity.high or 0) < FEWEST:
        return False
    before = sentence.forms[max(0, at - ATTENDED) : at]
    if not words_of("detail_crowds", "other_counts").isdisjoint(sentence.forms[at : at + AFTER + 1]):
        return False
    if not words_of("detail_crowds", "wider").isdisjoint(sentence.forms[max(0, at - AROUND) : at + AROUND]):
        return False
    noun = (quantity.of or "").casefold().split()[-1:]
    return noun[0] in words_of("detail_crowds", "crowd") if noun else not _COUNTING.isdisjoint(before)


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
