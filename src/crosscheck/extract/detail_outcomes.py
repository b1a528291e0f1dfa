"""In which of two ways does a report say that the one thing it tells of came out: was anybody hurt, did the minister resign or was he dismissed?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.outcomes import Outcome, outcomes_in
from crosscheck.model.claim import Claim
from crosscheck.model.detail import Detail, Kind

BESIDE = ("in", "near", "at", "across", "of")  # before a place
BEFORE = 4  # words before it that are quoted with it: "three workers were injured"
INSIDE = 3  # words before a town among which "in" stands, and between "town" and its name
LONG = 10  # words that are quoted up to the name of the town
STEM = 5  # letters of what somebody was tried for
CHARGE = "of "  # begins it among the words of a detail
MARKS = ',;:()–—"“”'


def found_outcomes(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Detail]:
    """What holds for everybody, or for one person; not what was so before, in another of several happenings, or in doubt."""
    found = outcomes_in(sentence, claims)
    recalled = not _listed("past", "one_of_several", "before_then").isdisjoint(_told(sentence.forms))
    for outcome in found:
        if not _is_read(sentence, table_of("outcomes")[outcome.family], recalled):
            continue
        if outcome.family == "damage":
            yield from _in_town(sentence, outcome)
        if _is_of_one(outcome) and (outcome.value or not _is_only_unreported(sentence, outcome)):
            yield _detail(sentence, outcome)


def _told(forms: Sequence[str]) -> Iterator[str]:
    """The words but for "last" of "last week" and "both" of "both flight recorders"; "in March" tells of a year ago, or of months."""
    for at, form in enumerate(forms):
        if form in table_of("time_names")["month"] and forms[at - 1 : at] == ("in",):
            yield "ago"
        if not _is_of_span(form, forms[at + 1 : at + 1 + INSIDE]):
            yield form


def _is_of_span(form: str, behind: Sequence[str]) -> bool:
    """Whether it belongs to a span of time, or to things of which there are two."""
    return (form in ("last", "next") and not _listed("spans").isdisjoint(behind[:1])) or (form == "both" and not _listed("pairs").isdisjoint(behind))


def _is_read(sentence: Sentence, family: Mapping[str, Any], recalled: bool) -> bool:
    """Whether nothing in the sentence says that something else is meant: another time, or another matter."""
    if (recalled and not family.get("recalls")) or not set(family.get("never", "").split()).isdisjoint(sentence.forms):
        return False
    return "beside" not in family or not set(family["beside"].split()).isdisjoint(sentence.forms)


def _in_town(sentence: Sentence, outcome: Outcome) -> Iterator[Detail]:
    """Of a town that the sentence names as one: it "was undamaged", houses in it collapsed."""
    towns = list(_towns(sentence))
    if not towns or (not outcome.value and (len(towns) > 1 or outcome.of not in (*_listed("towns"), towns[0][2]))):
        return
    for start, end, name in towns if outcome.value else towns[:1]:
        if not outcome.value or "in" in sentence.forms[max(0, start - INSIDE) : start]:
            value, place = "yes" if outcome.value else "no", sentence.said(end - len(name.split()), end)
            first, last = _said(sentence, outcome)
            last = max(last, end) if end - first <= LONG else last
            yield sentence.detail(Kind.OUTCOME, (f"damage in {name}", place), value, first, last, frozenset(), f"was there damage in {place}")


def _towns(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Where each is spoken of, and its name, folded: "the capital, Lefkos City", "a port called Lefkos"."""
    for at, form in enumerate(sentence.forms):
        if form in _listed("towns") and not sentence.words[at][0].isupper():
            start = at + 1
            while start < min(at + 1 + INSIDE, len(sentence.forms)) and sentence.forms[start] in _listed("called"):
                start += 1
            end = start
            while end < len(sentence.words) and sentence.words[end][0].isupper() and (end == start or not sentence.gaps[end].strip()):
                end += 1
            if end - start > 1 and sentence.forms[end - 1] == "city":
                end -= 1
            if end > start:
                yield at, end, " ".join(sentence.forms[start:end])


def _is_of_one(outcome: Outcome) -> bool:
    family = table_of("outcomes")[outcome.family]
    if "question" not in family:
        return False
    if family["each"]:
        return outcome.whole and ((outcome.of and outcome.of not in _listed("anybody")) or outcome.family == "armed")
    return outcome.value or not outcome.of  # "no workers were hurt" says nothing of the guests


def _is_only_unreported(sentence: Sentence, outcome: Outcome) -> bool:
    """ "No injuries were reported" when that was written."""
    behind = [form for form, span in zip(sentence.forms, sentence.spans, strict=True) if span.start >= outcome.span.end]
    return "reported" in behind[:BEFORE]


def _said(sentence: Sentence, outcome: Outcome) -> tuple[int, int]:
    """From where to before where its words stand, with what leads to them."""
    start = next(at for at, span in enumerate(sentence.spans) if span.start >= outcome.span.start)
    end = next(at for at, span in enumerate(sentence.spans) if span.end >= outcome.span.end) + 1
    first = start
    while first > max(0, start - BEFORE) and not any(mark in sentence.gaps[first] for mark in MARKS):
        first -= 1
    if end - start == 1 and not any(form in ("was", "were", "been") for form in sentence.forms[first:start]):
        end = _to_the_end(sentence, end)  # "it damaged dozens of houses"
    return first, end


def _detail(sentence: Sentence, outcome: Outcome) -> Detail:
    first, end = _said(sentence, outcome)
    family = table_of("outcomes")[outcome.family]
    whom = next((word for word in sentence.words if outcome.of and word.casefold().startswith(outcome.of)), outcome.of)
    whom = " ".join(reversed(whom.split()))  # "driver lorry"
    whom = whom if whom[:1].isupper() and whom != sentence.words[0] else (whom.title() if whom[:1].isupper() else f"the {whom}")
    thing = f"{outcome.family} {outcome.of if family['each'] else ''}".strip()
    value = "yes" if outcome.value else "no"
    found = sentence.detail(Kind.OUTCOME, (thing, whom), value, first, end, _places(sentence), family["question"].replace("{whom}", whom))
    charge = _charge(sentence, outcome) if family.get("charge") else frozenset()
    return replace(found, exact=not outcome.of, words=found.words | charge)


def _charge(sentence: Sentence, outcome: Outcome) -> frozenset[str]:
    """What somebody was tried for, by its first letters: "of murder", "of murdering"."""
    end = sum(span.start < outcome.span.end for span in sentence.spans)
    behind = range(end, min(len(sentence.forms) - 1, end + BEFORE + 1))
    at = next((to for to in behind if sentence.forms[to] == "of"), None)
    return frozenset() if at is None else frozenset((CHARGE + sentence.forms[at + 1][:STEM],))


def _to_the_end(sentence: Sentence, end: int) -> int:
    last = end
    while last < min(len(sentence.forms), end + BEFORE) and not any(mark in sentence.gaps[last] for mark in MARKS):
        last += 1
    return last


def _places(sentence: Sentence) -> frozenset[str]:
    """The names behind "in" and "near": damage in one town and none in another are no contradiction."""
    words, forms = (*sentence.words, "", ""), (*sentence.forms, "")
    behind = (words[at + 1 + (forms[at + 1] in ("a", "an", "the"))] for at, form in enumerate(sentence.forms) if form in BESIDE)
    return frozenset(word.casefold() for word in behind if word[:1].isupper())


@cache
def _listed(*keys: str) -> frozenset[str]:
    return frozenset(word for key in keys for word in table_of("outcomes")["words"][key].split())
