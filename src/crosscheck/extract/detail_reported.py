"""Which values of what a story has one of does a sentence give by its words alone: a bail, a ransom, a haul, how many fled from a prison?

"The kidnappers want $2 million for his release" names no ransom. Where a sentence has one
sum of money and the words of a kidnapping around it, it is the ransom, whatever the number hangs by.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from crosscheck.extract.detail_sentences import People, Sentence, called, singular
from crosscheck.extract.detail_values import NAMED, ends_of, is_further
from crosscheck.extract.lexicon import table_of
from crosscheck.model.claim import Quantity
from crosscheck.model.detail import Detail, Kind
from crosscheck.values import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """What a number is where the words around it are these, see data/lexicon/detail_reported.toml."""

    names: tuple[str, ...]
    question: str
    kind: str
    of: frozenset[str]
    words: tuple[frozenset[str], ...]
    never: frozenset[str]
    recalls: bool


def reported_in(sentence: Sentence, quantities: Sequence[Quantity], people: People, before: Sentence | None) -> Iterator[Detail]:
    """`people` are the mentions of persons up to the end of the sentence; `before` is the sentence before it."""
    forms = frozenset(sentence.forms)
    named = frozenset(NAMED + called(*one)[0] for one in people if sentence.span.start <= one[1].span.start < sentence.span.end)
    for told in _told() if quantities else ():
        if told.never.isdisjoint(forms) and _is_said(told, forms, before):
            fitting = [one for one in quantities if _fits(told, one)]
            if len(fitting) == 1:
                yield from _details(sentence, fitting[0], told, named)


def _is_said(told: Told, forms: frozenset[str], before: Sentence | None) -> bool:
    recalled = forms | frozenset(before.forms) if told.recalls and before else forms
    return not told.words[0].isdisjoint(recalled) and not any(words.isdisjoint(forms) for words in told.words[1:])


def _fits(told: Told, quantity: Quantity) -> bool:
    if quantity.kind != ("money" if told.kind == "money" else "count" if told.kind == "count" else "measure"):
        return False
    if told.kind not in ("money", "count"):
        return quantity.unit in told.kind.split()
    return told.kind == "money" or (quantity.of is not None and singular(quantity.of.split()[-1].casefold()) in told.of)


def _details(sentence: Sentence, quantity: Quantity, told: Told, named: frozenset[str]) -> Iterator[Detail]:
    inside = sentence.places(quantity.span)
    if not inside or quantity.mod not in ("=", "~") or not quantity.low or not quantity.high or is_further(sentence, inside):
        return
    dimension, low, high = ends_of(quantity)
    words = sentence.names(sentence.forms[inside[0] : inside[-1] + 1]) | named
    for name in told.names:
        thing = f"{name} {dimension}", told.question
        found = sentence.detail(Kind.VALUE, thing, f"{low:.8g} {high:.8g}", inside[0], inside[-1] + 1, words)
        yield replace(found, text=quantity.text, span=quantity.span, number=quantity.value)


@cache
def _told() -> tuple[Told, ...]:
    table = table_of("detail_reported")
    common = frozenset(table["common"]["never"].split())
    return tuple(
        Told(
            tuple(one["names"]),
            one["question"],
            one["kind"],
            frozenset(one.get("of", "").split()),
            tuple(frozenset(words.split()) for words in one["words"]),
            (common - frozenset(one.get("allow", "").split())) | frozenset(one["never"].split()),
            one.get("recalls", False),
        )
        for one in table["told"]
    )
