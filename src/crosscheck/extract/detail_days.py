"""On which day of the week does a sentence say that something happened: a fire broke out, somebody died?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from crosscheck.extract.detail_sentences import People, Sentence, called
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.model.detail import Detail, Kind

LONGEST = 16  # words of the part of a sentence that a day belongs to
OF_A_PERSON = "died"  # the happening of which whose it was must be known


def days_in(sentence: Sentence, people: People) -> Iterator[Detail]:
    """`people` are the mentions of persons up to the end of the sentence, pronouns among them."""
    days = [at for at, form in enumerate(sentence.forms) if form in words_of("detail_days", "weekdays")]
    if len(days) != 1:
        return
    start, end = _part(sentence, days[0])
    said = sentence.forms[start:end]
    kinds = {_kinds()[form] for form in said if form in _kinds()}
    if len(kinds) == 1 and words_of("detail_days", "others").isdisjoint(said):
        kind = kinds.pop()
        thing = _whose(sentence, people, start, end) if kind == OF_A_PERSON else (kind, kind)
        if thing:
            yield sentence.detail(Kind.DAY, thing, sentence.forms[days[0]], days[0], days[0] + 1, sentence.names())


def _part(sentence: Sentence, day: int) -> tuple[int, int]:
    """The words around the day up to a mark or a word that begins another part."""
    start = end = day
    while start > 0 and day - start < LONGEST and not _is_border(sentence, start - 1) and not _has_mark(sentence, start):
        start -= 1
    while end + 1 < len(sentence.forms) and end - day < LONGEST and not _is_border(sentence, end + 1) and not _has_mark(sentence, end + 1):
        end += 1
    return start, end + 1


def _is_border(sentence: Sentence, at: int) -> bool:
    return sentence.forms[at] in words_of("detail_days", "borders")


def _has_mark(sentence: Sentence, at: int) -> bool:
    """Whether a comma, dash or bracket stands before the word."""
    return any(mark in sentence.gaps[at] for mark in ",;:()–—") or " - " in sentence.gaps[at]


def _whose(sentence: Sentence, people: People, start: int, end: int) -> tuple[str, str] | None:
    """The first person of that part of the sentence."""
    named = (called(*one) for one in people if sentence.spans[start].start <= one[1].span.start < sentence.spans[end - 1].end)
    person = next(named, None)
    return (f"{OF_A_PERSON} {person[0]}", person[1]) if person else None


@cache
def _kinds() -> Mapping[str, str]:
    return {word: line.split()[0] for line in table_of("detail_days")["happenings"] for word in line.split()}
