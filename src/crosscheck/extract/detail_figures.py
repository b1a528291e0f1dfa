"""Which body's figure does a sentence give for what is measured once: "the Norvian Seismic Survey put the magnitude at 6.4"?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import words_of
from crosscheck.model.claim import Quantity
from crosscheck.model.detail import Detail, Kind

SCALE = 10  # of magnitudes
LEAST = 3  # letters of initials by which two names of one body meet: "NSS", "Norvian Seismic Survey"


def figures_in(sentence: Sentence, quantities: Sequence[Quantity]) -> Iterator[Detail]:
    """`thing` is the body by its initials, with what it has measured; a part of the sentence with two figures tells of no body which is its own."""
    measure = next((form for form in sentence.forms if form in words_of("detail_counted", "measured")), None)
    if measure is None or not words_of("detail_counted", "corrected").isdisjoint(sentence.forms):
        return
    for start, end in pairwise(_borders(sentence)):
        inside = [one for one in quantities if sentence.spans[start].start <= one.span.start < sentence.spans[end - 1].end]
        if len(inside) == 1 and _is_reading(inside[0]):
            for initials, name in _bodies(sentence, start, end):
                yield _figure(sentence, inside[0], measure, initials, name)


def _is_reading(quantity: Quantity) -> bool:
    scaled = quantity.unit == "magnitude" or (quantity.unit is None and quantity.of is None)
    return scaled and quantity.mod in ("=", "~") and 0 < (quantity.value or 0.0) < SCALE


def _borders(sentence: Sentence) -> tuple[int, ...]:
    """Where the parts of the sentence begin that oppose each other ("… 6.1, but the survey …"), and where the last one ends."""
    inner = (at for at, form in enumerate(sentence.forms) if at and (form in words_of("detail_counted", "opposing") or ";" in sentence.gaps[at]))
    return (0, *inner, len(sentence.forms))


def _figure(sentence: Sentence, quantity: Quantity, measure: str, initials: str, name: str) -> Detail:
    at = next(iter(sentence.places(quantity.span)), 0)
    found = sentence.detail(Kind.FIGURE, (f"{initials} {measure}", name), f"{quantity.value:g}", at, at + 1, sentence.names(), measure)
    return replace(found, number=quantity.value, text=quantity.text, span=quantity.span)


def _bodies(sentence: Sentence, start: int, end: int) -> Iterator[tuple[str, str]]:
    """The initials of each name of capitals that is of a body that measures, and the name."""
    for first, last in _names(sentence, start, end):
        initials = "".join(map(_initials, sentence.words[first:last]))
        acronym = last - first == 1 and sentence.words[first].isupper()
        if len(initials) >= LEAST and (acronym or sentence.forms[last - 1] in words_of("detail_counted", "bodies")):
            yield initials, sentence.said(first, last)


def _names(sentence: Sentence, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = None
    for at in range(start, end + 1):
        inside = at < end and sentence.words[at][0].isupper() and sentence.forms[at] not in words_of("detail_counted", "articles")
        if first is not None and not (inside and not sentence.gaps[at].strip(" .")):
            yield first, at
            first = None
        if inside and first is None:
            first = at


def _initials(word: str) -> str:
    """ "USGS" as it is, without its dots, of a word its first letter."""
    bare = word.replace(".", "")
    return (bare if bare.isupper() else bare[:1]).casefold()
