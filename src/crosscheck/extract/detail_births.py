"""In which town does a sentence say that a person was born?"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.extract.detail_sentences import People, Sentence, called
from crosscheck.extract.lexicon import words_of
from crosscheck.model.claim import Entity, Mention
from crosscheck.model.detail import Detail, Kind

REACH = 7  # words between "born" and "in", and between "where" and "born": "born on 4 May 1961, the son of a tailor, in"
NEAR = 4  # words before "born" among which "whose mother" stands
COMPASS = ("north", "south", "east", "west")
KINDS = 3  # words before a town that say what it is: "the port town of"


def births_in(sentence: Sentence, people: People) -> Iterator[Detail]:
    """`people` are the mentions of persons up to the end of the sentence, pronouns among them."""
    for at, form in enumerate(sentence.forms):
        found = _place(sentence, at, form)
        if not found:
            continue
        start, end = found
        person = _person(sentence, [one for one in people if not one[1].span.touches(sentence.span_of(start, end))], at)
        if person:
            surname, name = called(*person)
            place = " ".join(sentence.forms[start:end])
            yield sentence.detail(Kind.BIRTH, (surname, name), place, start, end, sentence.names(sentence.forms[start:end]))


def _place(sentence: Sentence, at: int, form: str) -> tuple[int, int] | None:
    """Where the name of the town begins and ends."""
    if form == "native" and sentence.forms[at + 1 : at + 2] == ("of",):
        return name_at(sentence, at + 2)
    if form == "born" and not _is_of_another(sentence, at):
        return _after(sentence, at) or _before(sentence, at)
    is_said = any(" ".join(sentence.forms[: at + 1]).endswith(f" {said}") for said in words_of("detail_births", "said"))
    return _after(sentence, at) if is_said else None


def _is_of_another(sentence: Sentence, at: int) -> bool:
    """ "Whose mother was born in Lefkos", "her first child was born", "Lefkos-born"."""
    before = sentence.forms[max(0, at - NEAR) : at]
    tail = before[-2:]
    if sentence.gaps[at] == "-" or (tail and tail[-1] in words_of("detail_births", "no_birth")):
        return True
    return "of" not in before and not words_of("detail_births", "others").isdisjoint(before)


def _after(sentence: Sentence, at: int) -> tuple[int, int] | None:
    for to in range(at + 1, min(at + 2 + REACH, len(sentence.forms))):
        if any(mark in sentence.gaps[to] for mark in ";:.()") or sentence.forms[to] in words_of("detail_births", "later"):
            return None  # "born in 1931, Osk grew up in Korva"
        if sentence.forms[to] in ("in", "at"):
            found = name_at(sentence, to + 1)
            if found:
                return found
    return None


def _before(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """ "Korva, where she was born" """
    where = next((to for to in range(at - 1, max(0, at - 1 - NEAR), -1) if sentence.forms[to] == "where"), 0)
    end = start = where
    while start and sentence.words[start - 1][0].isupper() and not sentence.gaps[start].strip(" ," if start == where else " "):
        start -= 1
    return (start, end) if start < end and sentence.forms[start - 1 : start] in (("from",), ("to",), ("in",), ("of",)) else None


def name_at(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """A name that begins there or behind "the port town of", up to the next comma; no month."""
    for start in range(at, min(at + 1 + KINDS + 1, len(sentence.words))):
        if sentence.gaps[start].strip() and start > at:
            return None
        if sentence.words[start][0].isupper():
            return _to_its_end(sentence, start)
        if sentence.forms[start] not in words_of("detail_births", "kinds"):
            return None
    return None


def _to_its_end(sentence: Sentence, start: int) -> tuple[int, int] | None:
    is_part = sentence.forms[start] in COMPASS and start + 1 < len(sentence.words) and sentence.words[start + 1][0].isupper()  # "North Lefkos"
    if sentence.forms[start] in words_of("detail_births", "no_place") and not is_part:
        return None
    end = start + 1
    while end < len(sentence.words) and not sentence.gaps[end].strip(" -'’") and _goes_on(sentence, end):
        end += 1
    while not sentence.words[end - 1][0].isupper():
        end -= 1
    return start, end


def _goes_on(sentence: Sentence, at: int) -> bool:
    return sentence.words[at][0].isupper() or sentence.forms[at] in words_of("detail_births", "particles")


def _person(sentence: Sentence, people: People, at: int) -> tuple[Entity, Mention] | None:
    """Whoever is spoken of last before it in the sentence, or else first behind it: "Born in Korva, Osk ran"."""
    inside = [one for one in people if sentence.span.holds(one[1].span) and one[1].text.casefold() not in ("his", "her", "their")]
    before = [one for one in inside if one[1].span.start < sentence.spans[at].start]
    return before[-1] if before else next(iter(inside), None)
