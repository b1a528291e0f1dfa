"""On which day of the week does a sentence say that something happened: a fire broke out, somebody died?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crosscheck.extract.detail_sentences import People, Sentence, called
from crosscheck.extract.lexicon import kinds_of, words_of
from crosscheck.extract.time_calendar import WEEKDAYS
from crosscheck.model.detail import Detail, Kind

LONGEST = 16  # words of the part of a sentence that a day belongs to
OF_A_PERSON = "died"  # the happening of which whose it was must be known


def days_in(sentence: Sentence, people: People) -> Iterator[Detail]:
    """`people` are the mentions of persons up to the end of the sentence, pronouns among them."""
    days = [at for at, form in enumerate(sentence.forms) if form in WEEKDAYS]
    if len(days) != 1:
        return
    start, end = part_around(sentence, days[0], days[0])
    said = sentence.forms[start:end]
    found = {kinds()[form] for form in said if form in kinds()}
    if len(found) == 1 and words_of("detail_days", "others").isdisjoint(said):
        kind = found.pop()
        thing = _whose(sentence, people, start, end) if kind == OF_A_PERSON else (kind, kind)
        if thing:
            yield sentence.detail(Kind.DAY, thing, sentence.forms[days[0]], days[0], days[0] + 1, sentence.names())


def part_around(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The words around these up to a mark or a word that begins another part."""
    start, end = first, last
    while start > 0 and first - start < LONGEST and not _is_border(sentence, start - 1) and not _has_mark(sentence, start):
        start -= 1
    while end + 1 < len(sentence.forms) and end - last < LONGEST and not _is_border(sentence, end + 1) and not _has_mark(sentence, end + 1):
        end += 1
    return _with_its_noun(sentence, start), end + 1


def _with_its_noun(sentence: Sentence, start: int) -> int:
    """Where the noun stands that the part describes: "the landslide, which began …", but not "a landslide that began …", which is another one."""
    described = start > 1 and sentence.forms[start - 1] == "which" and sentence.forms[start] in words_of("detail_days", "begins")
    return start - 2 if described and sentence.forms[start - 2] in kinds() else start


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


def kinds() -> Mapping[str, str]:
    """For each word what kind of happening it tells of."""
    return kinds_of("detail_days", "happenings")
