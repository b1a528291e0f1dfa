"""How far and in which direction from which place, and in which part of a country, does a sentence say that something lies?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.quantity_units import convert
from crosscheck.extract.words import folded, word_spans
from crosscheck.model.claim import Quantity, Span
from crosscheck.model.detail import Detail, Kind

Called = Callable[[str], str]
NAME = 3  # words of a name at most
APART = 3  # words between the distance and its direction: "(700 miles) to the south"


def places_in(sentence: Sentence, lengths: Sequence[Quantity], called: Called) -> Iterator[Detail]:
    """`lengths` are the distances that the sentence states, `called` tells by which name the article calls "the island"."""
    for at, form in enumerate(sentence.forms):
        if form in _degrees() and at + 2 < len(sentence.forms):
            yield from _bearing(sentence, at, lengths, called)
        elif form in table_of("details")["parts"]:
            yield from _part(sentence, at)


def _degrees() -> dict[str, int]:
    found: dict[str, int] = table_of("details")["directions"]
    return found


def _bearing(sentence: Sentence, at: int, lengths: Sequence[Quantity], called: Called) -> Iterator[Detail]:
    """ "310 miles west of Lefkos" """
    form, to = sentence.forms[at], at + 1
    if sentence.forms[to] in _degrees():  # "south east", "south-east"
        form, to = form + sentence.forms[to], to + 1
    if form not in _degrees() or to + 1 >= len(sentence.forms) or sentence.forms[to] != "of" or _is_second(sentence, at):
        return
    end = _name_end(sentence, to + 1)
    length = next((length for length in lengths if _leads_to(sentence, length, at)), None)
    if end == to + 1 or length is None:
        return
    span = Span(length.span.start, sentence.spans[end - 1].end)
    kilometres = convert(length.value, length.unit or "", "kilometre") if length.value else None
    if kilometres is None:
        return
    place = " ".join(sentence.forms[to + 1 : end])
    yield Detail(
        kind=Kind.BEARING,
        article=sentence.article,
        sentence=sentence.number,
        thing=place,
        thing_text=_subject(sentence, length, called),
        value=f"{_degrees()[form]} {kilometres:.0f}",
        text=sentence.text[span.start - sentence.span.start : span.end - sentence.span.start],
        span=span,
        number=kilometres,
        exact=length.mod == "=",
        words=sentence.names(sentence.forms[to + 1 : end]),
    )


def _is_second(sentence: Sentence, at: int) -> bool:
    return at > 0 and sentence.forms[at - 1] in _degrees()


def _leads_to(sentence: Sentence, length: Quantity, at: int) -> bool:
    """Whether the distance is the last one before the direction, but for another one in brackets."""
    position = next((p for p, span in enumerate(sentence.spans) if span.start >= length.span.end), len(sentence.spans))
    between = sentence.forms[position:at]
    return position <= at and len(between) <= APART and all(form.isdigit() or form in words_of("details", "in_a_distance") for form in between)


def _name_end(sentence: Sentence, start: int) -> int:
    """After the capitalised words of a place's name."""
    end = start + (sentence.forms[start] == "the")
    first = end
    while end < len(sentence.words) and sentence.words[end][0].isupper() and (end == first or not sentence.gaps[end].strip()):
        end += 1
    return end if end > first else start


def _subject(sentence: Sentence, length: Quantity, called: Called) -> str:
    """What the sentence begins with, where it is a name ("Lefkos") or "The island", and where nothing is told of an event there; else ""."""
    before = [at for at, span in enumerate(sentence.spans) if span.end <= length.span.start]
    if not before or not words_of("details", "no_place_words").isdisjoint(sentence.forms[: before[-1] + 1]):
        return ""
    if sentence.forms[0] == "the" and sentence.forms[1] in words_of("details", "generic_places"):
        return called(sentence.forms[1])
    end = _name_end(sentence, 0)
    follows = sentence.forms[end : end + 1]
    if end == 0 or end > NAME or follows[:1] == ("and",):
        return ""
    return " ".join(form for form in sentence.forms[:end] if form not in words_of("details", "generic_places"))


def name_before(text: str, noun: str) -> str:
    """The name that the article oftenest puts before the noun: "lefkos" where it speaks of "Lefkos Island"."""
    words = [text[start:end] for start, end in word_spans(text)]
    named = Counter(folded(one) for one, other in pairwise(words) if folded(other) == noun and one[0].isupper() and folded(one) != "the")
    return min(named, key=lambda name: (-named[name], name), default="")


def _part(sentence: Sentence, at: int) -> Iterator[Detail]:
    """ "the western city of Lefkos", "Lefkos in central Norvia"."""
    degrees: int = table_of("details")["parts"][sentence.forms[at]]
    after = sentence.forms[at + 1 : at + 3]
    if len(after) == 2 and after[0] in words_of("details", "generic_places") and after[1] == "of":
        end = _name_end(sentence, at + 3) if at + 3 < len(sentence.forms) else 0
        if end > at + 3:
            yield _in_part(sentence, degrees, at + 3, end, Span(at, end))
    elif _is_between_names(sentence, at):
        yield _in_part(sentence, degrees, at - 2, at - 1, Span(at - 2, at + 2), sentence.forms[at + 1])


def _is_between_names(sentence: Sentence, at: int) -> bool:
    if at < 2 or at + 1 >= len(sentence.words) or sentence.forms[at - 1] != "in":
        return False
    return sentence.words[at - 2][0].isupper() and sentence.words[at + 1][0].isupper()


def _in_part(sentence: Sentence, degrees: int, start: int, end: int, said: Span, scope: str = "") -> Detail:
    return Detail(
        kind=Kind.PART,
        article=sentence.article,
        sentence=sentence.number,
        thing=" ".join(sentence.forms[start:end]),
        thing_text=sentence.said(start, end),
        value=str(degrees),
        text=sentence.said(*said),
        span=sentence.span_of(*said),
        words=sentence.names(sentence.forms[start:end]),
        scope=scope,
    )
