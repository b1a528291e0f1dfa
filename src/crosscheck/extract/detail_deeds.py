"""How many of a thing does a sentence say were seized, burnt or sent: "the navy seized two small boats", "several shops were torched"?"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from crosscheck.extract.detail_few import ends_phrase
from crosscheck.extract.detail_sentences import Sentence, singular
from crosscheck.extract.detail_things import ONE, plural, thing_called, things_in
from crosscheck.extract.lexicon import table_of, words_of
from crosscheck.extract.models import model_in
from crosscheck.extract.topics import is_person_noun
from crosscheck.model.detail import Detail, Kind

RUN = 40  # words of a list of what it was done to
BEFORE = 3  # words before a deed among which stands that it has yet to happen
INSIDE = 4  # words between a number and its noun: "seven AK-47 assault rifles"
DIGITS = 3  # of a number: reports of one happening seldom count more exactly
ROUGH = 0.15  # of the number, after "about"
FURTHER = " further"
PART = " -'\"“‘"  # what may stand inside a phrase
_ENDINGS = (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("sses", "ss"))
Counted = tuple[int, int, float, float]  # where the words begin and end, and the least and the most of them


def deeds_in(sentence: Sentence) -> Iterator[Detail]:
    """`value` is the least and the most, `scope` the word for the deed; people come and go, and are left out."""
    if _deeds().keys().isdisjoint(sentence.forms) or not words_of("detail_deeds", "elsewhen").isdisjoint(sentence.forms):
        return
    for at, form in enumerate(sentence.forms):
        if form in _deeds() and _is_done(sentence, at):
            for counted in _done_to(sentence, at):
                yield _detail(sentence, _deeds()[form], counted)


def _is_done(sentence: Sentence, at: int) -> bool:
    """Whether it has come about and is told: "set fire to", not "the fire"; "the arms seized included", not "the crew included"."""
    form, before = sentence.forms[at], sentence.forms[:at]
    if not words_of("detail_deeds", "unsure").isdisjoint(before[-BEFORE:]) or not words_of("detail_deeds", "articles").isdisjoint(before[-1:]):
        return False  # "the stolen van was two blocks away"
    if form in words_of("detail_deeds", "listing"):
        return not words_of("detail_deeds", "haul").isdisjoint(before)
    if form == "with":
        return not words_of("detail_deeds", "escaping").isdisjoint(before[-2:-1]) and before[-1:] in (("off",), ("away",))
    return form != "fire" or (before[-1:] in (("set",), ("sets",), ("setting",)) and sentence.forms[at + 1 : at + 2] == ("to",))


def _detail(sentence: Sentence, deed: str, counted: Counted) -> Detail:
    start, end, low, high = counted
    said = sentence.forms[start:end]
    model = model_in(" ".join(said[1:])).removesuffix("s")
    further = FURTHER if not words_of("detail_deeds", "further").isdisjoint(sentence.forms[max(0, start - 1) : start]) else ""
    named = sentence.said(start + 1, end) if model else plural(said[-1]) if high == 1 else said[-1]
    thing = f"{deed}{further} {model or _kind(said)}", named
    return sentence.detail(Kind.DEED, thing, f"{low:g} {high:g}", start, end, sentence.names(said), deed)


def is_further(detail: Detail) -> bool:
    """Whether they come on top of others ("a further four engines")."""
    return FURTHER in detail.thing


def interval(detail: Detail) -> tuple[float, float]:
    """What `value` says."""
    low, high = detail.value.split()
    return float(low), float(high)


@cache
def _deeds() -> Mapping[str, str]:
    return {form: line.split()[0] for line in table_of("detail_deeds")["deeds"] for form in line.split()}


def _kind(said: Sequence[str]) -> str:
    """The word by which things of one kind meet."""
    found = thing_called(said)
    one = found[0] if found else _singular(said[-1])
    return _alike().get(one.replace(" ", "_"), one)


def _singular(noun: str) -> str:
    for ending, other in _ENDINGS:
        if noun.endswith(ending):
            return noun.removesuffix(ending) + other
    return singular(noun)


@cache
def _alike() -> Mapping[str, str]:
    return {word: line.split()[0] for line in table_of("detail_deeds")["alike"] for word in line.split()}


def _done_to(sentence: Sentence, at: int) -> Iterator[Counted]:
    """What stands right before a passive, and after any other verb as far as a list goes."""
    end = _subject_end(sentence, at)
    if end is not None:
        start = next((to + 1 for to in range(end - 1, max(-1, end - 1 - RUN), -1) if _is_border(sentence, to)), 0)
        told = [counted for counted in _counted(sentence, start, end) if counted[1] == end]
        if told or end != at:
            yield from told
            return
    first = at + 1 + (sentence.forms[at + 1 : at + 2] == ("in",))  # "called in"
    end = next((to for to in range(first, min(len(sentence.forms), first + RUN)) if _is_border(sentence, to)), len(sentence.forms))
    found = _counted(sentence, first, end)
    listed = sentence.forms[at] in words_of("detail_deeds", "listing")
    if found and (listed or words_of("detail_deeds", "leading").issuperset(sentence.forms[first : found[0][0]])):
        yield from found  # not "the shots fired hit a bus"


def _is_border(sentence: Sentence, at: int) -> bool:
    return sentence.forms[at] in words_of("detail_deeds", "borders") or any(mark in sentence.gaps[at] for mark in ';:()”"–—')


def _subject_end(sentence: Sentence, at: int) -> int | None:
    """Where the words end that the deed was done to, where these stand before it."""
    form = sentence.forms[at]
    start = at
    while start and sentence.forms[start - 1] in (*words_of("detail_deeds", "between"), *words_of("detail_deeds", "be")):
        start -= 1
    if not form.endswith("ing") and not words_of("detail_deeds", "be").isdisjoint(sentence.forms[start:at]):
        return start
    return start if form in words_of("detail_deeds", "happens") or form in words_of("detail_deeds", "behind") else None


def _counted(sentence: Sentence, start: int, end: int) -> list[Counted]:
    """What is counted between two places, and the things of the list of which one or several are told."""
    found: list[Counted] = []
    for at in range(start, end):
        number = _number(sentence, at)
        noun = _noun(sentence, number[0], end, number[2] == 1) if number and not (found and at < found[-1][1]) else None
        if number and noun is not None:
            found.append((sentence.begins(at), noun + 1, *number[1:]))
    return sorted((*found, *(one for one in _listed(sentence) if start <= one[0] and one[1] <= end and not _touches(one, found))))


def _touches(one: Counted, others: Sequence[Counted]) -> bool:
    return any(one[0] < other[1] and other[0] < one[1] for other in others)


def _listed(sentence: Sentence) -> Iterator[Counted]:
    """ "A ship", "ships": of things of which reports of one happening have one or several."""
    for detail in things_in(sentence):
        inside = sentence.places(detail.span)
        if detail.exact and inside:
            yield inside[0], inside[-1] + 1, *((1.0, 1.0) if detail.value == ONE else (2.0, math.inf))


def _number(sentence: Sentence, at: int) -> tuple[int, float, float] | None:
    """Where the words after a number begin that ends in the word, and the least and the most that it means."""
    form, first = sentence.forms[at], sentence.begins(at)
    before = sentence.forms[max(0, first - 1) : first]
    if not words_of("detail_deeds", "apart").isdisjoint(before) or _is_part(sentence, first):
        return None
    vague: Mapping[str, int] = table_of("detail_deeds")["vague"]
    if form in vague:
        return at + 1 + (sentence.forms[at + 1 : at + 2] == ("of",)), float(vague[form]), math.inf
    number = sentence.counted(at, DIGITS)
    if not number:
        return None
    if not words_of("detail_deeds", "about").isdisjoint(before):
        return at + 1, number * (1 - ROUGH), number * (1 + ROUGH)
    return at + 1, float(number), math.inf if not words_of("detail_deeds", "least").isdisjoint(before) else float(number)


def _is_part(sentence: Sentence, at: int) -> bool:
    """ "Two to three", "two of the three"."""
    before = sentence.forms[max(0, at - 3) : at]
    many = sentence.counted(at - len(before), DIGITS), sentence.counted(at - 2, DIGITS) if at > 1 else 0
    return (before[-1:] == ("to",) and many[1] > 0) or (before[-2:] == ("of", "the") and many[0] > 0)


def _noun(sentence: Sentence, start: int, end: int, is_one: bool) -> int | None:
    """Where the noun stands that ends the phrase, a plural where there are more than one; none of people and of stretches of time."""
    for at in range(start, min(start + INSIDE, end)):
        form = sentence.forms[at]
        if sentence.gaps[at].strip(PART) or form in words_of("detail_deeds", "inner"):
            return None
        is_plural = form.endswith("s") and (len(form) > 3 or form[0].isdigit()) and not form.endswith("ss")
        if is_one != is_plural and (at + 1 == end or ends_phrase(sentence, at)):
            apart = words_of("detail_counted", "apart")
            return None if not apart.isdisjoint((form, plural(form))) or is_person_noun(singular(form)) else at
    return None
