"""What does a sentence measure or count that one happening has once: how deep a quake was, how long it lasted, how many were on board?"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from crosscheck.extract.detail_sentences import Sentence
from crosscheck.extract.lexicon import table_of
from crosscheck.extract.quantity_units import comparable, convert
from crosscheck.model.claim import Quantity
from crosscheck.model.detail import Detail, Kind

REACH = 4  # words before or after a number among which stands what it is of
ROUGH = 0.1  # of "a minute"
LEAP = 6  # words between "the shaking" and "for a minute"
MARKS = ",;:–—("  # between a number and what it is of none of these stands


def measures_in(sentence: Sentence, quantities: Sequence[Quantity], before: Sentence | None) -> Iterator[Detail]:
    """`value` is the least and the most in one unit, wider by what two reports may differ; of what is only "up to" or a plan nothing is read."""
    forms = frozenset(sentence.forms)
    around = forms.union(before.forms) if before else forms
    for name, measure in _measures().items():
        if forms.isdisjoint(measure["near"]) or around.isdisjoint(measure["about"]):
            continue
        stated = quantities if forms.isdisjoint(measure["barred"]) else [one for one in quantities if "whole" in measure and _is_all(sentence, one)]
        yield from _measured(sentence, stated, name, measure)
    if forms.isdisjoint(table_of("detail_measures")["lasting"]["barred"]):
        yield from _lasting(sentence, quantities, before)


@cache
def _measures() -> Mapping[str, Mapping[str, Any]]:
    found: Mapping[str, Mapping[str, Any]] = table_of("detail_measures")["measure"]
    return found


def _measured(sentence: Sentence, quantities: Sequence[Quantity], name: str, measure: Mapping[str, Any]) -> Iterator[Detail]:
    for quantity in quantities:
        inside = _places(sentence, quantity)
        reach = measure.get("reach", REACH)
        near = tuple(_near(sentence, *inside, reach)) if inside and _is_of(quantity, measure) else ()
        if inside and not set(near).isdisjoint(measure["near"]):
            yield from _detail(sentence, quantity, inside, name, measure)


def _is_all(sentence: Sentence, quantity: Quantity) -> bool:
    """ "All 80 people aboard died": how many there were, whatever befell them."""
    inside = _places(sentence, quantity)
    return inside is not None and "all" in sentence.forms[max(0, inside[0] - 2) : inside[0] + 1]


def _is_of(quantity: Quantity, measure: Mapping[str, Any]) -> bool:
    if measure["unit"]:
        return quantity.unit is not None and comparable(quantity.unit, measure["unit"])
    noun = (quantity.of or "").casefold().split()[-1:]
    return (
        quantity.unit is None
        and quantity.kind in measure.get("kinds", ("count",))
        and ("nouns" not in measure or (bool(noun) and noun[0] in measure["nouns"]))
    )


def _detail(sentence: Sentence, quantity: Quantity, inside: tuple[int, int], name: str, measure: Mapping[str, Any]) -> Iterator[Detail]:
    ends = [_converted(end, quantity.unit, measure["unit"]) for end in (quantity.low, quantity.high)]
    if quantity.mod in ("<=", "up", "down") and quantity.low is None:
        return
    low, high = ends[0] or 0.0, math.inf if ends[1] is None else ends[1]
    slack = math.sqrt(measure["times"])
    yield sentence.detail(Kind.MEASURE, (name, measure["question"]), f"{low / slack:g} {high * slack:g}", *inside, sentence.names(), measure["name"])


def _converted(value: float | None, unit: str | None, base: str) -> float | None:
    return value if value is None or unit is None else convert(value, unit, base)


def _places(sentence: Sentence, quantity: Quantity) -> tuple[int, int] | None:
    inside = [at for at, span in enumerate(sentence.spans) if span.touches(quantity.span)]
    return (inside[0], inside[-1] + 1) if inside else None


def _near(sentence: Sentence, start: int, end: int, reach: int) -> Iterator[str]:
    """The words close to the number up to the next comma."""
    for at in range(start - 1, max(-1, start - 1 - reach), -1):
        if _is_apart(sentence, at + 1):
            break
        yield sentence.forms[at]
    for at in range(end, min(end + reach, len(sentence.forms))):
        if _is_apart(sentence, at):
            break
        yield sentence.forms[at]


def _is_apart(sentence: Sentence, at: int) -> bool:
    return any(mark in sentence.gaps[at] for mark in MARKS)


# how long


def _lasting(sentence: Sentence, quantities: Sequence[Quantity], before: Sentence | None) -> Iterator[Detail]:
    measure = table_of("detail_measures")["lasting"]
    for quantity in (*quantities, *_single(sentence)):
        inside = _places(sentence, quantity) if quantity.unit and comparable(quantity.unit, measure["unit"]) else None
        event = _event(sentence, *inside, before) if inside else None
        if inside and event:
            yield from _detail(sentence, quantity, inside, f"lasting {event}", measure)


def _single(sentence: Sentence) -> Iterator[Quantity]:
    """ "A minute", "an hour", which are no numbers elsewhere."""
    for at in range(len(sentence.forms) - 1):
        if sentence.forms[at] in ("a", "an") and sentence.forms[at + 1] in ("minute", "hour"):
            yield Quantity(sentence.said(at, at + 2), sentence.span_of(at, at + 2), 1.0, 1 - ROUGH, 1 + ROUGH, "~", sentence.forms[at + 1])


def _is_beside(sentence: Sentence, start: int, end: int) -> bool:
    beside = table_of("detail_measures")["lasting"]["beside"]
    return any(form in beside for form in (*sentence.forms[max(0, start - 2) : start], *sentence.forms[end : end + 2]))


def _event(sentence: Sentence, start: int, end: int, before: Sentence | None) -> str | None:
    """What lasted so long: "a five-minute raid", "eight hours of surgery", "the raid lasted", "it lasted", "shaking for"."""
    of = sentence.forms[end : end + 1] == ("of",) and set(table_of("detail_measures")["lasting"]["partly"]).isdisjoint(
        sentence.forms[max(0, start - 1) : start]
    )
    follows = sentence.forms[end + of : end + of + 1]
    if follows and follows[0] in _events() and not _is_apart(sentence, end):
        return _events()[follows[0]]
    verb = next((at for at in range(start - 1, max(-1, start - 1 - REACH), -1) if sentence.forms[at] in _verbs()), None)
    if verb is None or _is_beside(sentence, start, end) or any(_is_apart(sentence, at) for at in range(verb + 1, start + 1)):
        return None
    told = [_events()[form] for form in sentence.forms[max(0, verb - LEAP) : verb] if form in _events()]
    if not told and sentence.forms[max(0, verb - 1) : verb] == ("it",) and before is not None:
        told = [_events()[form] for form in before.forms if form in _events()]
    return told[-1] if len(set(told)) == 1 else None


def _verbs() -> tuple[str, ...]:
    return tuple(table_of("detail_measures")["lasting"]["verbs"])


@cache
def _events() -> Mapping[str, str]:
    return {word: line.split()[0] for line in table_of("detail_measures")["lasting"]["events"] for word in line.split()}
