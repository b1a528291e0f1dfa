"""How many does a sentence say were hurt, where it says how many were killed: "killing two people and wounding a third"?"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import words_of
from crosscheck.extract.topics import is_person_noun
from crosscheck.model.detail import Detail, Kind

AFTER = 4  # words after "wounding" among which the number stands: "wounding in the leg" has none
NOUN = 3  # words after a number among which stands that it is of people
SHOT = "shot"  # the thing of which all are counted who were shot, killed or not
BEFORE = 4  # words before "wounded": "a third guard was wounded"
DIGITS = 3  # of a number of people


def tolls_in(sentence: Sentence) -> Iterator[Detail]:
    """One where the sentence gives both numbers once."""
    yield from _shot(sentence)
    killed = _found(sentence, "killing", "killed")
    hurt = _found(sentence, "hurting", "hurt") if len(killed) == 1 else []
    if len(hurt) == 1:
        number, _, _ = killed[0]
        many, start, end = hurt[0]
        yield sentence.detail(Kind.TOLL, (f"{number} killed", str(number)), str(many), start, end, sentence.names())
        if not words_of("detail_tolls", "shooting").isdisjoint(sentence.forms):
            first, last = min(start, killed[0][1]), max(end, killed[0][2])
            yield sentence.detail(Kind.TOLL, (SHOT, ""), str(number + many), first, last, sentence.names())


def _shot(sentence: Sentence) -> Iterator[Detail]:
    """ "Shot three guards", "three people were shot"; not "shot six times"."""
    for number, start, end in _found(sentence, "shot", "shot"):
        after = sentence.forms[end : end + NOUN] if sentence.forms[start] == "shot" else sentence.forms[start + 1 : end]
        told = any(is_person_noun(form.removesuffix("s")) or form in ("people", "women", "men") for form in after)
        if told and "times" not in after and not _has_object(sentence, start, end):
            yield sentence.detail(Kind.TOLL, (SHOT, ""), str(number), start, end, sentence.names())


def _has_object(sentence: Sentence, start: int, end: int) -> bool:
    """Whether those counted are who shot: "two officers shot the driver"."""
    return sentence.forms[start] != "shot" and end < len(sentence.forms) and sentence.forms[end] in words_of("detail_tolls", "objects")


def _found(sentence: Sentence, verbs: str, states: str) -> list[tuple[int, int, int]]:
    """The numbers with where their words begin and end."""
    found = []
    for at, form in enumerate(sentence.forms):
        number = _after(sentence, at) if form in words_of("detail_tolls", verbs) else None
        if number is None and form in words_of("detail_tolls", states):
            number = _before(sentence, at)
        if number is not None:
            found.append(number)
    return found


def _after(sentence: Sentence, at: int) -> tuple[int, int, int] | None:
    for to in range(at + 1, min(at + 1 + AFTER, len(sentence.forms))):
        if sentence.forms[to] in words_of("detail_tolls", "borders") or sentence.gaps[to].strip():
            return None
        if (number := _number(sentence, to)) is not None:
            return (number, at, to + 1) if number else None
    return None


def _before(sentence: Sentence, at: int) -> tuple[int, int, int] | None:
    for to in range(at - 1, max(-1, at - 1 - BEFORE), -1):
        if sentence.gaps[to + 1].strip() or sentence.forms[to] in words_of("detail_tolls", "borders"):
            return None
        if (number := _number(sentence, to)) is not None:
            return (number, sentence.begins(to), at + 1) if number else None
    return None


def _number(sentence: Sentence, at: int) -> int | None:
    """The number at the position, 1 for "a third" and "another"; 0 for one that is not exact, None for none."""
    form, before = sentence.forms[at], sentence.forms[max(0, at - 2) : at]
    if form in words_of("detail_tolls", "inexact"):
        return 0
    if number := sentence.counted(at, DIGITS):
        return 0 if not words_of("detail_tolls", "inexact").isdisjoint(before) else number
    if form in words_of("detail_tolls", "ordinals") and before[-1:] == ("a",):
        return 1
    is_counted = at + 1 < len(sentence.forms) and (sentence.forms[at + 1].isdecimal() or sentence.counted(at + 1, DIGITS))
    return 1 if form == "another" and at + 1 < len(sentence.forms) and not is_counted else None
