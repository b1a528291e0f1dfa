"""Which verbs and nouns speak of one kind of event, and who plays which part in it?

Classes stand in data/lexicon/predicate_classes.toml, swapped roles in data/lexicon/predicate_roles.toml. A lemma is lower case and may
carry its particle ("shoot down").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from crosscheck.extract.lexicon import table_of
from crosscheck.model.claim import Argument, Facet
from crosscheck.values import dataclass

_HOLES = {"agent": Facet.AGENT, "patient": Facet.PATIENT, "recipient": Facet.RECIPIENT}


@dataclass(frozen=True, slots=True)
class _Classes:
    """Lemma to class id: of verbs, of nouns that name the event, of other words, and of pairs of verb and noun."""

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    states: Mapping[str, str]
    phrases: Mapping[tuple[str, str], str]


def predicate_class(lemma: str, kind: str = "verb", heads: Iterable[str] = ()) -> str | None:
    """The class of event that a predicate names, None for one that stands in no class.

    `kind` is verb, noun or attribute; `heads` are the heads of its arguments, so that "take" with "power" is "overthrow".
    """
    classes = _classes()
    if kind == "verb":
        return _phrase_class(lemma, heads) or classes.verbs.get(lemma)
    return classes.nouns.get(lemma) or classes.states.get(lemma) or classes.verbs.get(lemma)


def is_event_noun(lemma: str) -> bool:
    """Does the noun name something that happens ("delivery", "coup"), so that it can head a claim?"""
    return lemma in _classes().nouns


def with_roles(lemma: str, kind: str, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """The arguments with the parts that they play in the class of the event, where the predicate's grammar swaps them.

    "Bamako received grain from Moscow": Bamako is the recipient, Moscow the agent. "The ship sank": the ship is the patient.
    """
    swap = _swaps().get(lemma)
    alone = not any(argument.facet is Facet.PATIENT for argument in arguments)
    if swap is not None and not (alone and subject_of(lemma) is Facet.RECIPIENT):
        return tuple(_swapped(argument, swap) for argument in arguments)
    if swap is not None:
        # "the helicopters received a fortnight ago were …": what was received, read as whoever received
        return tuple(_swapped(argument, swap if argument.name else {**swap, "agent": "patient"}) for argument in arguments)
    if kind == "verb" and lemma in _ergative() and alone:
        return tuple(_swapped(argument, {"agent": "patient"}) for argument in arguments)
    return arguments


def subject_of(lemma: str) -> Facet:
    """The part that the subject of an active verb plays: the agent of most, the recipient of "receive", the patient of "die"."""
    return _HOLES[_swaps().get(lemma, {}).get("agent", "agent")]


def is_ergative(lemma: str) -> bool:
    """Is the verb's subject, where it has no object, what the thing happens to ("the ship sank")?"""
    return lemma in _ergative()


def passes_on(lemma: str, kind: str) -> bool:
    """Does something pass to a recipient in such an event ("deliver to Mali"), rather than somebody go somewhere?"""
    return predicate_class(lemma, kind) in _transfers()


def _swapped(argument: Argument, swap: Mapping[str, str]) -> Argument:
    found = swap.get("from" if argument.slot.split(" ")[0] == "from" else argument.facet.value)
    return argument if found is None else replace(argument, facet=_HOLES[found], slot="")


def _phrase_class(lemma: str, heads: Iterable[str]) -> str | None:
    phrases = _classes().phrases
    return next((phrases[lemma, head] for head in heads if (lemma, head) in phrases), None)


@cache
def _classes() -> _Classes:
    table: dict[str, dict[str, str]] = table_of("predicate_classes")
    verbs, nouns, states = (dict(_pairs(table, key)) for key in ("verbs", "nouns", "states"))
    phrases = {(phrase.split()[0], phrase.split()[-1]): name for phrase, name in _pairs(table, "phrases")}
    return _Classes(verbs, nouns, states, phrases)


def _pairs(table: Mapping[str, Mapping[str, str]], key: str) -> Iterator[tuple[str, str]]:
    for name, lists in table.items():
        for word in listed(lists.get(key, "")):
            yield word, name


def listed(words: str | list[str]) -> tuple[str, ...]:
    """The words of a list in a TOML file: an array, or one string with commas (which loads four times as fast)."""
    if isinstance(words, list):
        return tuple(words)
    return tuple(filter(None, " ".join(words.split()).replace(" ,", ",").replace(", ", ",").split(",")))


@cache
def _swaps() -> dict[str, dict[str, str]]:
    swaps: dict[str, dict[str, str]] = table_of("predicate_roles")["swap"]
    return swaps


@cache
def _ergative() -> frozenset[str]:
    return frozenset(listed(table_of("predicate_roles")["ergative"]["lemmas"]))


@cache
def _transfers() -> frozenset[str]:
    return frozenset(listed(table_of("predicate_roles")["transfer"]["classes"]))
