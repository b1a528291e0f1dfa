"""Which streets does a sentence name, with which house numbers and crossings?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import words_of
from crosscheck.model.detail import Detail, Kind
from crosscheck.values import dataclass

NAME = 3  # words of a street's name at most
DIGITS = 6  # of a house number


@dataclass(frozen=True, slots=True)
class _Street:
    """A street by the positions of its words: compass word and name from `start`, own name from `name`, kind before `end`."""

    start: int
    name: int
    end: int


def streets_in(sentence: Sentence) -> Iterator[Detail]:
    """The streets by name, the numbers in them, and the streets that they cross."""
    streets = list(_streets(sentence))
    for street in streets:
        yield _named(sentence, street)
        yield from _numbered(sentence, street)
    for one, other in pairwise(streets):
        if _cross(sentence, one, other):
            yield _crossing(sentence, one, other)
            yield _crossing(sentence, other, one)


def _streets(sentence: Sentence) -> Iterator[_Street]:
    for at, form in enumerate(sentence.forms):
        if form in words_of("details", "streets") and sentence.words[at][0].isupper() and not _is_saint(sentence, at):
            start = _start(sentence, at)
            name = next((p for p in range(start, at) if sentence.forms[p] not in words_of("details", "compass_prefixes")), at)
            if name < at and " ".join(sentence.forms[name:at]) not in words_of("details", "street_names_of_other_things"):
                yield _Street(start, name, at + 1)


def _is_saint(sentence: Sentence, at: int) -> bool:
    """ "St. Mary" is no street."""
    after = sentence.words[at + 1] if at + 1 < len(sentence.words) else ""
    return sentence.forms[at] == "st" and after[:1].isupper() and not sentence.gaps[at + 1].strip(" .")


def _start(sentence: Sentence, at: int) -> int:
    start = at
    while start > max(0, at - NAME) and _is_part(sentence, start - 1) and not sentence.gaps[start].strip(" .-’'"):
        start -= 1
    return start


def _is_part(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    if sentence.forms[at] in words_of("details", "no_street_words"):
        return False
    return word[0].isupper() or (word[0].isdigit() and not word.isdigit())


def _named(sentence: Sentence, street: _Street) -> Detail:
    name = " ".join(sentence.forms[street.name : street.end - 1])
    return _detail(sentence, Kind.STREET, name[:3], name, street, street.start, street.end)


def _numbered(sentence: Sentence, street: _Street) -> Iterator[Detail]:
    """ "24 Oak Street", "the 2700 block of East Oak Street"."""
    at, start = street.start - 1, street.start
    block = start >= 3 and sentence.forms[start - 1] == "of" and sentence.forms[start - 2] == "block"
    at = start - 3 if block else at
    if at < 0 or not sentence.words[at].isdigit() or len(sentence.words[at]) > DIGITS or sentence.gaps[at + 1].strip():
        return
    name = " ".join(sentence.forms[street.name : street.end - 1])
    thing = f"{name} block" if block else name
    yield _detail(sentence, Kind.NUMBER, thing, sentence.words[at], street, at, street.end)


def _cross(sentence: Sentence, one: _Street, other: _Street) -> bool:
    """Whether "at" stands between, or "and" with "at", "near" or "corner" before both, so that they are no list."""
    between = sentence.forms[one.end : other.start]
    if between == ("at",):
        return True
    before = sentence.forms[one.start - 1] if one.start else ""
    pair = before == "at" or (before == "of" and sentence.forms[one.start - 2] in words_of("details", "crossings"))
    return between == ("and",) and pair and not sentence.gaps[one.end].strip()


def _crossing(sentence: Sentence, one: _Street, other: _Street) -> Detail:
    thing, value = (" ".join(sentence.forms[street.name : street.end - 1]) for street in (one, other))
    first, last = min(one, other, key=lambda street: street.start), max(one, other, key=lambda street: street.start)
    return _detail(sentence, Kind.CROSSING, thing, value, one, first.start, last.end)


def _detail(sentence: Sentence, kind: Kind, thing: str, value: str, street: _Street, start: int, end: int) -> Detail:
    words = sentence.names((*sentence.forms[street.start : street.end], *sentence.forms[start:end]))
    number = float(value) if kind is Kind.NUMBER else None
    return Detail(
        kind=kind,
        article=sentence.article,
        sentence=sentence.number,
        thing=thing,
        thing_text=sentence.said(street.name, street.end),
        value=value,
        text=sentence.said(start, end),
        span=sentence.span_of(start, end),
        number=number,
        words=words,
    )
